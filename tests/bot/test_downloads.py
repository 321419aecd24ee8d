"""Bringing a file from Telegram: what is too large for a bot, and what Telegram does not hand over."""

import pytest

from bot.downloads import MOST_BYTES, DownloadFailed, Sent, fetch
from core.model.refusals import Refusal, RuleViolation
from tests.support.front import Front


async def test_a_file_above_the_limit_is_not_tried(front: Front) -> None:
    """More than a bot may download is refused by its size alone, with what to send instead [B7] [P7]."""
    sent = Sent(file_id="any", size=MOST_BYTES + 1, is_photo=False)
    with pytest.raises(RuleViolation) as refused:
        await fetch(front.bot, sent, Refusal.PICTURE_REFUSED)
    assert refused.value.reasons[0].facts == {"problem": "too-large"}


async def test_a_file_that_is_gone(front: Front) -> None:
    """What Telegram does not know any more fails by itself and can be sent again [B7] [P5]."""
    with pytest.raises(DownloadFailed):
        await fetch(front.bot, Sent(file_id="gone", size=None, is_photo=True), Refusal.PICTURE_REFUSED)
