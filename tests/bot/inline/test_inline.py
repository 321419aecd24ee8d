"""`@bot text` in the neighbours' chat: what is offered to whom, and where it leads (D4)."""

import asyncio

import pytest

from core.model.language import Language
from core.usecases.place.account import find
from sandbox.client import Person
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.bot.walking import WORDS, Walker, kazakh
from tests.support.front import Front
from tests.support.town import Town

KK, RU = WORDS[Language.KAZAKH], WORDS[Language.RUSSIAN]
NOTHING = kazakh("inline-nothing")

pytestmark = pytest.mark.usefixtures("front")


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody at home in the Samal district."""
    return await street.settled(AIGUL, territory="samal-1")


async def test_words_find_cards(aigul: Person) -> None:
    """Plain letters for Kazakh ones find a project, told by title, territory and cost [D3] [D4]."""
    answer = await aigul.inline("кызгалдак")
    assert answer.titles == ["«Қызғалдақ» скверін жаңарту"]
    assert answer.results[0]["description"] == "«Ескі қала» бөлігі · 58,6 млн ₸"
    assert answer.results[0]["text"].splitlines()[-1].startswith("Бұл жобаға 2026 жылғы 29 қарашаға дейін")
    assert (answer.raw["is_personal"], answer.raw["cache_time"]) == (True, 10)
    assert answer.button == {"text": kazakh("button-inline-bot"), "start_parameter": "inline"}


async def test_no_word_offers_the_own_district_first(aigul: Person) -> None:
    """Before anything is typed the nine projects of the own district stand at the head [D4] [P9]."""
    answer = await aigul.inline("")
    assert len(answer.results) == 20
    own = [int(result["id"].rpartition("-")[2]) in range(24, 33) for result in answer.results]
    assert own == [True] * 9 + [False] * 11


async def test_pages_follow_each_other(aigul: Person) -> None:
    """All forty are reached by offsets, none twice; behind the last page nothing is offered [D4]."""
    first = await aigul.inline("")
    second = await aigul.inline("", first.next_offset)
    assert second.next_offset == ""
    assert len({result["id"] for result in (*first.results, *second.results)}) == 40
    assert (await aigul.inline("", "40")).results == []


@pytest.mark.parametrize("offset", ["-1", "x", "9" * 60, "²"])
async def test_a_spoilt_offset_begins_anew(aigul: Person, offset: str) -> None:
    """An offset that is none of ours does no harm [D4]."""
    assert (await aigul.inline("№12", offset)).titles == ["Мектеп жанындағы бос жерге сирень бағын егу"]


@pytest.mark.parametrize("query", ["метрополитен", "🌳🌳", "№ 999", "x" * 256, "991231100000"])
async def test_nothing_found_leads_to_the_bot(aigul: Person, query: str) -> None:
    """Whatever finds nothing is answered with a way into the bot, and nothing of it is repeated [D4] [P7]."""
    answer = await aigul.inline(query)
    assert answer.titles == [NOTHING]
    assert query not in str(answer.raw["results"])
    await aigul.choose(answer, NOTHING)
    view = await aigul.tap_among_neighbours(kazakh("button-inline-open"))
    assert kazakh("button-projects") in view.labels


async def test_a_chosen_card_opens_the_bot(aigul: Person, street: Street) -> None:
    """A neighbour who presses the button under the card sees the card itself in the bot [D4] [D5]."""
    answer = await aigul.inline("кызгалдак")
    await aigul.choose(answer, answer.titles[0])
    igor = await street.settled(IGOR, Language.RUSSIAN)
    view = await igor.tap_among_neighbours(kazakh("button-inline-open"))
    assert view.text.startswith("№ 2. ")
    assert RU("button-browsing-vote") in view.labels


async def test_strangers_are_answered_and_not_kept(street: Street, town: Town) -> None:
    """Nobody has to open the bot to share a card: the phone's language speaks, nothing is kept [D4] [M1]."""
    dana, igor = street.sandbox.person(DANA), street.sandbox.person(IGOR)
    assert (await dana.inline("сквер")).button == {
        "text": KK("button-inline-bot"),
        "start_parameter": "inline",
    }
    answer = await igor.inline("сквер")
    assert answer.button == {"text": RU("button-inline-bot"), "start_parameter": "inline"}
    assert "включительно" in answer.results[0]["text"]
    assert [await find(town.services, number) for number in (DANA, IGOR)] == [None, None]


async def test_a_card_sent_to_the_bot_itself_is_left_alone(aigul: Person) -> None:
    """Chosen in the bot's own chat, the card is no search and no letter: nothing answers it [D4]."""
    answer = await aigul.inline("кызгалдак", place="bot")
    before = (await aigul.chat()).last["message_id"]
    view = await aigul.choose(answer, answer.titles[0])
    assert view.last["message_id"] == before


async def test_a_query_that_is_too_old_is_no_error(
    aigul: Person, street: Street, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram takes answers for thirty seconds; what comes later is dropped quietly [D4]."""
    monkeypatch.setattr("sandbox.botapi.inline.INLINE_SECONDS", -1)
    await aigul.inline("сквер", wait=False)
    await street.sandbox.idle()
    monkeypatch.undo()
    assert "update_broken" not in caplog.text
    assert (await aigul.inline("№12")).titles != []


async def test_queries_of_a_person_are_answered_in_their_order(aigul: Person) -> None:
    """What somebody types letter by letter is answered, each query by its own answer [D4]."""
    answers = await asyncio.gather(*(aigul.inline(f"№{number}") for number in (1, 2, 3)))
    assert [answer.results[0]["id"] for answer in answers] == [f"semey-demo-{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_a_walk_in_both_languages(street: Street, number: int, language: Language) -> None:
    """Words, nothing, a number: each answer and the card among the neighbours as a golden file [D4] [P6]."""
    person = await street.settled(number, language, "samal-1")
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await person.inline("метрополитен")
    await person.inline("кызгалдак")
    answer = await person.inline("№12")
    await person.choose(answer, answer.titles[0])
    await person.tap_among_neighbours(walker.words("button-inline-open"))
    await walker.keep("inline")
