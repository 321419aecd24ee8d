"""How somebody comes in: language, place, links from posters, and what a restart or a second press does."""

import asyncio

import pytest

from core.model.language import Language
from core.model.viewer import Viewer
from core.usecases.place.account import see
from sandbox.client import View
from tests.bot.residents import AIGUL, IGOR, Street
from tests.support.front import strict_locales
from tests.transcripts import assert_fits, keep

pytestmark = pytest.mark.usefixtures("front")
NEWCOMERS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]
WORDS = {language: strict_locales().words(language) for language in Language}
OWN = {language: WORDS[language]("button-language-own") for language in Language}
KK = WORDS[Language.KAZAKH]


async def viewer(street: Street, number: int) -> Viewer:
    """Return what the bot knows of an account."""
    return await see(street.town.services, number)


@pytest.mark.parametrize(("number", "language"), NEWCOMERS)
async def test_a_newcomer_is_asked_language_and_place_once(
    street: Street, number: int, language: Language
) -> None:
    """Language, district, part, home: four presses, one message, kept as a transcript [P5] [P6] [P9] [A3]."""
    person = street.sandbox.person(number)
    view = await person.start()
    assert sorted(view.labels) == sorted(OWN.values())
    assert WORDS[Language.KAZAKH]("place-language") in view.text
    assert WORDS[Language.RUSSIAN]("place-language") in view.text
    view = await person.tap(OWN[language])
    view = await person.tap(view.labels[0])
    view = await person.tap(view.labels[1])
    assert_fits(view)
    assert len([message for message in view.messages if message["from"] == "bot"]) == 1
    known = await viewer(street, number)
    assert (known.language, known.territory) == (language, "arman")
    await keep(person, language.value, "start")


@pytest.mark.parametrize(("number", "language"), NEWCOMERS)
async def test_the_phones_language_is_only_offered_first(
    street: Street, number: int, language: Language
) -> None:
    """The guess moves a button up and decides nothing: the other language can be chosen [P6]."""
    person = street.sandbox.person(number)
    view = await person.start()
    assert view.labels[0] == OWN[language]
    other = next(each for each in Language if each is not language)
    await person.tap(OWN[other])
    assert (await viewer(street, number)).language is other


async def test_whoever_returns_is_at_home_at_once(street: Street) -> None:
    """A second /start asks nothing again [A3] [E4]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.start()
    assert "📍 Орталық ауданы, «Ескі қала» бөлігі" in view.text


async def test_a_poster_sets_the_place_before_and_after_the_language_is_known(street: Street) -> None:
    """`t-<campaign>-<territory>` waits for the language of a newcomer and works at once for others [D5]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start("t-semey-demo-samal-1")
    view = await aigul.tap(OWN[Language.KAZAKH])
    assert "📍 Самал ауданы, «Самал-1» шағын ауданы" in view.text
    view = await aigul.start("t-semey-demo-zhagalau")
    assert "📍 Жағалау ауданы" in view.text
    assert (await viewer(street, AIGUL)).territory == "zhagalau"


async def test_a_projects_link_opens_its_card(street: Street) -> None:
    """`c-<campaign>-<number>` opens the card after the language; the place is its voting territory [D5]."""
    igor = street.sandbox.person(IGOR)
    await igor.start("c-semey-demo-3")
    view = await igor.tap(OWN[Language.RUSSIAN])
    assert view.text.startswith("№ 3.")
    assert (await viewer(street, IGOR)).territory == "ortalyq"
    await street.settled(IGOR, Language.RUSSIAN, "samal")
    view = await igor.start("c-semey-demo-3")
    assert view.text.startswith("№ 3.")
    assert (await viewer(street, IGOR)).territory == "samal", "somebody's own place stays"


@pytest.mark.parametrize(
    ("payload", "refusal"),
    [
        ("c-semey-demo-999", "refusal-project-unknown"),
        ("c-semey-demo-x", "refusal-project-unknown"),
        ("c-semey-1990-3", "refusal-campaign-unknown"),
        ("t-semey-demo-atlantis", "refusal-territory-unknown"),
    ],
)
async def test_an_old_poster_is_told_and_leads_on(street: Street, payload: str, refusal: str) -> None:
    """A link whose campaign, project or territory is gone is explained; the home screen follows [D5] [P7]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.start(payload)
    assert view.messages[-2]["text"] == KK(refusal)
    assert "📍 Орталық ауданы" in view.text
    unknown = await aigul.start("something-else")
    assert "📍 Орталық ауданы" in unknown.text


async def test_a_newcomer_with_an_old_poster_comes_in_all_the_same(street: Street) -> None:
    """After the language the poster's loss is told, and the place is asked for [D5] [P7]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start("c-semey-demo-999")
    view = await aigul.tap(OWN[Language.KAZAKH])
    told = [each["text"] for each in (*view.notifications, *view.messages)]
    assert KK("refusal-project-unknown") in told
    assert "Самал ауданы" in view.labels


@pytest.mark.parametrize("payload", ["a" * 64, "t-semey_demo", "сәлем", "a:b"])
async def test_a_link_that_is_none_leads_home(street: Street, payload: str) -> None:
    """Whatever stands behind /start, a newcomer chooses the language and comes in [D5] [P5]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    await aigul.send(f"/start {payload}")
    view = await aigul.tap(OWN[Language.KAZAKH])
    assert "Самал ауданы" in view.labels


async def test_nobody_has_to_know_the_district(street: Street) -> None:
    """Whoever doesn't know the district stays with the city, sees home, and may ask every outcome [P9]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    await aigul.tap(OWN[Language.KAZAKH])
    view = await aigul.tap(KK("button-place-unknown"))
    assert "📍 Семей қаласы" in view.text
    view = await aigul.send("/outcome")
    assert view.text == KK("outcome-choose")
    assert KK("button-outcome-elsewhere") in view.labels


async def test_one_may_stop_at_the_district_and_go_back(street: Street) -> None:
    """A part is asked for and not required; «Back» leads up to the districts and to the language [P9]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    top = await aigul.tap(OWN[Language.KAZAKH])
    await aigul.tap("Самал ауданы")
    view = await aigul.tap(KK("button-back"))
    assert view.labels == top.labels
    view = await aigul.tap(KK("button-back"))
    assert view.labels == list(OWN.values())
    await aigul.tap(OWN[Language.KAZAKH])
    await aigul.tap("Самал ауданы")
    view = await aigul.tap(KK("button-place-whole"))
    assert "📍 Самал ауданы\n" in view.text


async def test_place_and_language_can_be_changed(street: Street) -> None:
    """Both have a button on the home screen and a command; the other one stays as it is [P6] [P9]."""
    aigul = await street.settled(AIGUL)
    await aigul.tap(KK("button-language"))
    view = await aigul.tap(OWN[Language.RUSSIAN])
    assert "📍 Центральный район, часть «Старый город»" in view.text
    await aigul.send("/place")
    await aigul.tap("район Самал")
    view = await aigul.tap("микрорайон «Самал-2»")
    assert "📍 район Самал, микрорайон «Самал-2»" in view.text
    view = await aigul.send("/language")
    assert sorted(view.labels) == sorted(OWN.values())


async def test_two_quick_presses_choose_once(street: Street) -> None:
    """Both presses of a double tap are answered, and the person is at home with one place [P9]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    await asyncio.gather(*(aigul.tap(OWN[Language.KAZAKH], wait=False) for _ in range(2)))
    await street.sandbox.idle()
    view = await settled_view(street, "Самал ауданы")
    assert "Самал ауданы" in view.labels
    await asyncio.gather(*(aigul.tap("Самал ауданы", wait=False) for _ in range(2)))
    await street.sandbox.idle()
    await aigul.tap(KK("button-place-whole"))
    assert (await viewer(street, AIGUL)).territory == "samal"


async def settled_view(street: Street, label: str) -> View:
    """Return the phone's view, at the districts again where a late press has led elsewhere."""
    aigul = street.sandbox.person(AIGUL)
    view = await aigul.chat()
    return view if label in view.labels else await aigul.send("/place")


async def test_stop_is_kept_until_the_next_start(street: Street) -> None:
    """/stop ends notices and nothing else, /start begins them again [G4]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.send("/stop")
    assert view.text == KK("place-stopped")
    assert (await viewer(street, AIGUL)).is_stopped
    await aigul.start()
    assert not (await viewer(street, AIGUL)).is_stopped
