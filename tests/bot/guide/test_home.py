"""The home screen through the whole campaign: what it says, and which buttons it offers (A3)."""

from datetime import UTC, datetime

import pytest

from core.language.locales import Words
from core.model.language import Language
from core.usecases.outcome.advance import advance
from core.usecases.voting.casting import cast_vote
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, IGOR, Street
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, CLOSED, phone_of, row
from tests.transcripts import assert_fits, keep

HOME_LENGTH = 700
"""Characters of the home screen: no phone has to scroll for it."""

WORDS = {language: strict_locales().words(language) for language in Language}
KK = WORDS[Language.KAZAKH]
RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]

pytestmark = pytest.mark.usefixtures("front")


def offered(view: View, words: Words) -> list[str]:
    """Return which of the first buttons a home screen has, by their keys, in their order."""
    names = (
        "outcome",
        "receipt",
        "official-page",
        "verify",
        "vote",
        "propose",
        "projects",
        "rules",
        "finish",
    )
    keys = {words(f"button-{name}"): name for name in names}  # the labels of `Action`
    return [keys[label] for label in view.labels if label in keys]


async def at_home(person: Person) -> View:
    """Return the home screen as it is now."""
    view = await person.start()
    assert len(view.text) <= HOME_LENGTH
    assert_fits(view)
    return view


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_home_through_the_campaign(street: Street, number: int, language: Language) -> None:
    """From intake to outcome: the open stage, what comes next, what can be done now [A3] [A2] [P8]."""
    words, clock = WORDS[language], street.town.clock
    clock.set_to(datetime(2026, 9, 1, 6, tzinfo=UTC))
    person = await street.settled(number, language)
    assert offered(await at_home(person), words) == ["propose", "projects", "rules"]
    clock.set_to(datetime(2026, 11, 16, 6, tzinfo=UTC))
    view = await at_home(person)
    assert words("home-no-stage") in view.text
    assert "09:00" in view.text
    clock.set_to(datetime(2026, 11, 20, 6, tzinfo=UTC))
    assert offered(await at_home(person), words) == ["verify", "projects", "rules"]
    await street.voter(number, 0, language)
    assert offered(await at_home(person), words) == ["vote", "projects", "rules"]
    await cast_vote(street.town.services, CAMPAIGN, number, number=5, session=None)
    view = await at_home(person)
    assert offered(view, words) == ["receipt", "projects", "rules"]
    assert words("home-voted") in view.text
    clock.set_to(CLOSED)
    view = await at_home(person)
    assert words("home-counting") in view.text
    await advance(street.town.services, opens_boxes=True)
    view = await at_home(person)
    assert offered(view, words) == ["outcome", "receipt", "projects", "rules"]
    clock.set_to(datetime(2028, 1, 1, tzinfo=UTC))
    assert words("home-no-stage") in (await at_home(person)).text
    await keep(person, language.value, "home")


async def test_the_last_day_is_said_to_be_included(street: Street) -> None:
    """Voting ends at midnight after the 29th, and the 29th is the last day in both languages [P8]."""
    aigul = await street.settled(AIGUL)
    assert "29 қарашаға дейін (қоса алғанда)" in (await at_home(aigul)).text
    igor = await street.settled(IGOR, Language.RUSSIAN)
    assert "до 29 ноября 2026 года включительно" in (await at_home(igor)).text


async def test_where_one_may_vote_is_said_when_it_is_elsewhere(street: Street) -> None:
    """Somebody who looks at one district and is registered in another is told where the vote counts [P9]."""
    aigul = await street.voter(AIGUL, 0, Language.KAZAKH, "samal-1")
    view = await at_home(aigul)
    assert "Тіркелген жеріңіз: Орталық ауданы" in view.text
    view = await aigul.tap(KK("button-vote"))
    assert "Орталық ауданы" in view.text, "the list begins where the vote counts"
    await aigul.send("/place")
    await aigul.tap("Орталық ауданы")
    view = await aigul.tap(KK("button-place-whole"))
    assert "Тіркелген жеріңіз" not in view.text


async def test_two_registrations_are_both_named(street: Street) -> None:
    """Somebody registered in two districts reads both, and has one vote [E1]."""
    await street.town.register(
        row(0, "eski-qala", phone=phone_of(0)), row(0, "samal-1", kind="temporary", phone=phone_of(0))
    )
    aigul = await street.voter(AIGUL, 0)
    assert "Тіркелген жеріңіз: Орталық ауданы және Самал ауданы" in (await at_home(aigul)).text


async def test_a_session_of_a_code_is_shown_and_finished(street: Street) -> None:
    """A code's session is shown with its end, and after «Finish» nothing of that person is left [E2]."""
    await street.town.settle(AIGUL)
    await street.town.issue(2)
    await street.town.by_code(AIGUL, 2)
    aigul = await street.settled(AIGUL)
    view = await at_home(aigul)
    assert offered(view, KK) == ["vote", "projects", "rules", "finish"]
    assert "сағат 11:15-ке дейін" in view.text
    await keep(aigul, "kk", "home-session")
    view = await aigul.tap(KK("button-finish"))
    assert offered(view, KK) == ["verify", "projects", "rules"]
    assert KK("home-unverified") in view.text
    assert "11:15" not in view.text


async def test_a_session_ends_by_itself(street: Street) -> None:
    """Fifteen minutes after the code the home screen knows nobody any more [E2]."""
    await street.town.settle(AIGUL)
    await street.town.issue(2)
    await street.town.by_code(AIGUL, 2)
    aigul = await street.settled(AIGUL)
    street.town.wait(minutes=15)
    assert offered(await at_home(aigul), KK) == ["verify", "projects", "rules"]


async def test_somebody_from_elsewhere_is_told_whom_to_ask(street: Street) -> None:
    """Verified and registered nowhere here: the home screen says so and names the way out [P7] [E1]."""
    await street.town.register(row(0, "eski-qala", until="2020-01-01", phone=phone_of(0)))
    aigul = await street.voter(AIGUL, 0)
    assert KK("home-not-entitled") in (await at_home(aigul)).text


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_every_press_of_the_home_screen_leads_somewhere(
    street: Street, number: int, language: Language
) -> None:
    """Each button opens a screen that fits on a phone, in both languages [A3] [P5] [P6]."""
    words = WORDS[language]
    person = await street.settled(number, language)
    for key in ("verify", "projects", "rules", "place", "language", "help"):
        await person.start()
        view = await person.tap(words(f"button-{key}"))  # "button-verify" and the like
        assert_fits(view)
        assert view.labels
