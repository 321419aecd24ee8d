"""Buttons under notices about a campaign that is no longer the place of whoever presses them (P9)."""

import pytest
from aiogram.types import InlineKeyboardMarkup

from core.model.campaign import CampaignId
from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.place.account import see
from core.usecases.place.choosing import choose_place
from messenger.buttons import Destination, GoThereButton, keyboard
from messenger.notices.telling import render
from sandbox.client import Person
from tests.bot.outcome.test_outcome import count
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import WORDS
from tests.support.front import Front, strict_locales
from tests.support.town import CAMPAIGN, RULEBOOK

KK = WORDS[Language.KAZAKH]
SECOND = CampaignId("semey", "semey-second")


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody who has moved to another campaign since the notice was written."""
    other = RULEBOOK.replace('campaign = "semey-demo"', 'campaign = "semey-second"')
    await take_rulebook(street.town.services, other, "second.toml")
    person = await street.settled(AIGUL)
    await choose_place(street.town.services, AIGUL, SECOND, "samal")
    return person


async def receive(front: Front, markup: InlineKeyboardMarkup) -> None:
    """Let a notice with these buttons arrive."""
    await front.bot.send_message(AIGUL, "notice", reply_markup=markup)


async def test_a_notice_opens_the_outcome_that_it_tells_of(
    street: Street, front: Front, aigul: Person
) -> None:
    """The territory of the notice is shown, others of its campaign too, and the place stays [F5] [P9]."""
    await count(street)
    notice = Notice(
        campaign_id=CAMPAIGN,
        notice_id="outcome:ortalyq",
        account_id=AIGUL,
        kind=NoticeKind.OUTCOME,
        facts={"territory": "ortalyq"},
        attempts=1,
    )
    rendered = await render(street.town.services, strict_locales(), notice)
    assert rendered is not None
    await receive(front, rendered.keyboard)
    view = await aigul.tap(KK("button-go-outcome"))
    assert view.text.startswith("Орталық ауданы: қорытынды")
    assert "Жеңген жобалар: 1" in view.text
    await aigul.tap(KK("button-page-after"))
    await aigul.tap(KK("button-outcome-elsewhere"))
    assert (await aigul.tap("✅ Самал ауданы")).text.startswith("Самал ауданы: қорытынды")
    assert (await see(street.town.services, AIGUL)).campaign_id == SECOND


async def test_verification_for_a_notice_moves_the_place_and_says_so(
    street: Street, front: Front, aigul: Person
) -> None:
    """People are verified where they are, so the campaign of the notice becomes the place [E2] [P9]."""
    there = GoThereButton(to=Destination.VERIFICATION, campaign=CAMPAIGN.campaign)
    for told in (True, False):
        await receive(front, keyboard(KK, there))
        view = await aigul.tap(KK("button-go-verification"))
        assert ("/place" in (view.answer or "")) is told
        assert (await see(street.town.services, AIGUL)).campaign_id == CAMPAIGN


async def test_a_notice_of_a_campaign_that_is_gone(front: Front, aigul: Person) -> None:
    """A button whose campaign is no more is refused in words [P7]."""
    await receive(front, keyboard(KK, GoThereButton(to=Destination.OUTCOME, campaign="gone", territory="x")))
    view = await aigul.tap(KK("button-go-outcome"))
    assert KK("refusal-campaign-unknown") in (view.answer, view.text)
