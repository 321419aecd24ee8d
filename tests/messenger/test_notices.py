"""What notices say, in the language of whoever reads them."""

import pytest

from core.model.language import Language
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.outcome.advance import advance
from core.usecases.place.account import choose_language
from core.usecases.voting.casting import cast_vote
from messenger.buttons import Destination, GoButton, GoThereButton, keyboard
from messenger.notices.telling import render
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, CLOSED, Town

WINNER, LOSER = 5, 2
THERE = "at:outcome:semey-demo:ortalyq"
CALLBACK_BYTES = 64


async def _count(town: Town, *projects: int) -> None:
    for person, project in enumerate(projects):
        await town.settle(7000 + person)
        await town.by_phone(7000 + person, person)
        await cast_vote(town.services, CAMPAIGN, 7000 + person, number=project, session=None)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)


async def _text(town: Town, account: int) -> str:
    notices = {notice.account_id: notice for notice in await claim(town.services, 100)}
    rendered = await render(town.services, strict_locales(), notices[account])
    assert rendered is not None
    assert [row[0].callback_data for row in rendered.keyboard.inline_keyboard] == [THERE]
    return rendered.text.replace("\N{NO-BREAK SPACE}", " ")


async def test_the_outcome_is_told_in_kazakh(town: Town) -> None:
    """Winners with their votes and money, the territory's sum, and the campaign's name are told [F5] [P6]."""
    await _count(town, *[WINNER] * 6, LOSER)
    text = await _text(town, 7000)
    assert text.startswith("<b>Орталық ауданы: дауыс беру қорытындысы</b>")
    assert "1 жоба жеңіп шықты:\n№ 5. " in text
    assert "6 дауыс, " in text
    assert "Бөлінген қаржы: 6 400 000 ₸." in text
    assert f"№ {LOSER}." not in text


async def test_the_outcome_is_told_in_russian(town: Town) -> None:
    """Whoever has chosen Russian reads the same in Russian [F5] [P6]."""
    await _count(town, *[WINNER] * 6, LOSER)
    await choose_language(town.services, 7001, Language.RUSSIAN)
    text = await _text(town, 7001)
    assert text.startswith("<b>Центральный район: итоги голосования</b>")
    assert "Победил 1 проект:\n№ 5. " in text
    assert "6 голосов, 6 400 000 ₸" in text


async def test_without_a_winner_the_threshold_is_named(town: Town) -> None:
    """Where no project has enough votes, the notice says so and how many were needed [F1] [P7]."""
    await _count(town, WINNER, LOSER)
    assert "Жеңімпаз жоба жоқ." in await _text(town, 7000)


@pytest.mark.parametrize("language", Language)
async def test_a_moved_link_is_a_security_notice(town: Town, language: Language) -> None:
    """The former account learns that its phone was used elsewhere, and can verify itself again [E2]."""
    await town.settle(7000)
    await choose_language(town.services, 7000, language)
    notice = Notice(
        campaign_id=CAMPAIGN,
        notice_id="link-moved:7000",
        account_id=7000,
        kind=NoticeKind.LINK_MOVED,
        facts={},
        attempts=1,
    )
    rendered = await render(town.services, strict_locales(), notice)
    assert rendered is not None
    assert "Telegram" in rendered.text
    data = [row[0].callback_data for row in rendered.keyboard.inline_keyboard]
    assert data == ["at:verification:semey-demo:", "go:home"]


async def test_an_outcome_that_is_not_there_is_not_told(town: Town) -> None:
    """A notice whose outcome is gone is not rendered to half a message [F5]."""
    await town.settle(7000)
    notice = Notice(
        campaign_id=CAMPAIGN,
        notice_id="outcome:7000",
        account_id=7000,
        kind=NoticeKind.OUTCOME,
        facts={"territory": "ortalyq"},
        attempts=1,
    )
    assert await render(town.services, strict_locales(), notice) is None


@pytest.mark.parametrize("destination", Destination)
@pytest.mark.parametrize("language", Language)
def test_lasting_buttons_say_where_they_lead(destination: Destination, language: Language) -> None:
    """Each button has its label in both languages, and its data is read back to the same screen [P6]."""
    words = strict_locales().words(language)
    button = keyboard(words, destination).inline_keyboard[0][0]
    assert button.text == words(f"button-go-{destination.value}")
    assert button.callback_data is not None
    assert GoButton.unpack(button.callback_data).to is destination


@pytest.mark.parametrize(
    "button",
    [
        GoThereButton(to=Destination.OUTCOME, campaign="c" * 24, territory="t" * 24),
        GoThereButton(to=Destination.VERIFICATION, campaign="c" * 24),
    ],
)
def test_the_longest_button_of_a_campaign_fits(button: GoThereButton) -> None:
    """The longest campaign and territory fit into Telegram's 64 bytes, and come back equal [F5] [P9]."""
    packed = button.pack()
    assert len(packed.encode()) <= CALLBACK_BYTES
    assert GoThereButton.unpack(packed) == button
