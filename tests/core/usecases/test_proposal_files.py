"""Pictures and files of an application: kept once, cleaned, counted, refused in words (B2, B7)."""

import asyncio
from datetime import timedelta

import pytest

from core.files.store import digest_of
from core.model.refusals import Refusal
from core.store.files import take_unused
from core.usecases.proposal.drafting import require_draft
from core.usecases.proposal.pictures import add_picture, drop_picture, id_of, keep_estimate_file
from tests.core.usecases.test_proposal import STRANGER, intake, refused
from tests.support.proposals import picture, written
from tests.support.town import CAMPAIGN, Town

__all__ = ["intake"]


async def test_pictures_come_once_and_ten_at_most(town: Town) -> None:
    """The same again changes nothing, taken out twice it is one; an eleventh is refused [B2] [B7]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER, pictures=9)
    tenth = await add_picture(town.services, CAMPAIGN, STRANGER, draft_id, picture(1))
    again = await add_picture(town.services, CAMPAIGN, STRANGER, draft_id, picture(1))
    assert (tenth.count, tenth.is_new, again.count, again.is_new) == (10, True, 10, False)
    violation = await refused(add_picture(town.services, CAMPAIGN, STRANGER, draft_id, picture(2)))
    assert violation.refusal is Refusal.TOO_MANY_PICTURES
    last = id_of(tenth.draft.contents.pictures[-1])
    await drop_picture(town.services, CAMPAIGN, STRANGER, draft_id, last)
    draft = await drop_picture(town.services, CAMPAIGN, STRANGER, draft_id, last)
    assert draft.contents.pictures == tenth.draft.contents.pictures[:-1]
    assert town.services.files.size(draft.contents.pictures[0].thumbnail) <= 20 * 1024


async def test_photos_at_once_are_all_kept(town: Town) -> None:
    """Photos that arrive side by side, as in an album, all stay [B2]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER, pictures=0)
    await asyncio.gather(
        *(add_picture(town.services, CAMPAIGN, STRANGER, draft_id, picture(seed)) for seed in range(5))
    )
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft_id)
    assert len({each.original for each in kept.contents.pictures}) == 5


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "not-a-picture"), (b"<html>", "not-a-picture"), (picture(1)[:300], "broken")],
)
async def test_bad_pictures(town: Town, content: bytes, problem: str) -> None:
    """What is no picture is refused with what is wrong, and the draft stays as it was [B7] [P7]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER)
    violation = await refused(add_picture(town.services, CAMPAIGN, STRANGER, draft_id, content))
    assert violation.refusal is Refusal.PICTURE_REFUSED
    assert violation.reasons[0].facts == {"problem": problem}
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft_id)
    assert len(kept.contents.pictures) == 1


async def test_estimate_file(town: Town) -> None:
    """A PDF is kept as the estimate; a program is refused [B2] [B7]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER)
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    draft = await keep_estimate_file(town.services, CAMPAIGN, STRANGER, draft_id, pdf)
    assert town.services.files.read(str(draft.contents.estimate.file)) == pdf
    violation = await refused(keep_estimate_file(town.services, CAMPAIGN, STRANGER, draft_id, b"MZ\x90\x00"))
    assert violation.refusal is Refusal.FILE_REFUSED


async def test_what_is_not_taken_is_cleared(town: Town) -> None:
    """A picture that was one too many leaves no file behind that nobody clears [B7] [M2]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER, pictures=10)
    await refused(add_picture(town.services, CAMPAIGN, STRANGER, draft_id, picture(5)))
    digest = digest_of(picture(5))
    async with town.services.database.write() as connection:
        _, unused = await take_unused(connection, CAMPAIGN.akimat, town.clock.now() + timedelta(days=2))
    assert digest in unused
    with pytest.raises(FileNotFoundError):
        town.services.files.read(digest)
