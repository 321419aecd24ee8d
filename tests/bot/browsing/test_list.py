"""The list in the chat: pages, filters, search, numbers; what was left is found again."""

import pytest

from core.model.language import Language
from core.usecases.browsing.listing import Filters, keep_filters
from sandbox.client import Person
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import kazakh
from tests.support.front import Front
from tests.support.town import CAMPAIGN, Town


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody at the home screen, in Kazakh."""
    return await street.settled(AIGUL)


def numbers(labels: list[str]) -> list[int]:
    """Return the application numbers on buttons."""
    return [int(label.removeprefix("№ ")) for label in labels if label.startswith("№ ")]


def page(number: int) -> str:
    """Return what the list of all forty projects says of its page."""
    return kazakh("browsing-list-page", page=number, pages=7)


async def test_a_page_has_a_line_and_a_button_for_each_project(aigul: Person) -> None:
    """Six projects a page, each with number, title and short cost, the page named [D1] [P5]."""
    view = await aigul.send("/projects")
    shown = numbers(view.labels)
    assert len(shown) == 6
    lines = view.text.split("\n\n")[1].split("\n")
    assert [int(line.partition(".")[0]) for line in lines] == shown
    assert all("₸" in line and len(line) < 90 for line in lines)
    assert page(1) in view.text
    assert kazakh("button-page-before") not in view.labels


async def test_pages_turn_in_one_message(aigul: Person) -> None:
    """Turning shows other projects in the same message, and ends at the last page [D1] [P5]."""
    view = await aigul.send("/projects")
    seen = numbers(view.labels)
    while kazakh("button-page-after") in view.labels:
        before = view.last["message_id"]
        view = await aigul.tap(kazakh("button-page-after"))
        assert view.last["message_id"] == before
        seen += numbers(view.labels)
    assert sorted(seen) == list(range(1, 41))
    assert page(7) in view.text
    view = await aigul.tap(kazakh("button-page-before"))
    assert page(6) in view.text


async def test_everybody_has_an_order_of_their_own(street: Street, aigul: Person) -> None:
    """The order is random per person and the same at each visit [D1]."""
    first = numbers((await aigul.send("/projects")).labels)
    assert numbers((await aigul.send("/projects")).labels) == first
    igor = await street.settled(IGOR, Language.RUSSIAN)
    assert numbers((await igor.send("/projects")).labels) != first


async def test_territory_direction_cost_and_order(aigul: Person) -> None:
    """The filters narrow together, say so above the list, and are cleared by one press [D1]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    await aigul.tap(kazakh("button-browsing-territory"))
    view = await aigul.tap("Самал ауданы")
    assert "«Самал-1» шағын ауданы" in view.labels
    view = await aigul.tap(kazakh("button-browsing-whole"))
    assert "Аумағы: Самал ауданы" in view.text
    assert "Сәйкес келетін жобалар: 9" in view.text
    await aigul.tap(kazakh("button-browsing-order-cost"))
    await aigul.tap(kazakh("button-browsing-cost"))
    view = await aigul.tap("10\u00a0000\u00a0000\u00a0₸")
    assert "Сәйкес келетін жобалар: 4" in view.text
    view = await aigul.tap(kazakh("button-browsing-show"))
    assert numbers(view.labels) == [31, 28, 27, 32]
    assert f"Самал ауданы және {kazakh('browsing-narrowed-cost', cost=10_000_000)}" in view.text
    view = await aigul.tap(kazakh("button-browsing-clear"))
    assert numbers(view.labels) == [40, 39, 36, 31, 12, 28], "the order stays"


async def test_a_direction_is_chosen_by_its_slug(aigul: Person) -> None:
    """Directions are listed in full and found by slug, whatever their place in a list [D1]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    view = await aigul.tap(kazakh("button-browsing-direction"))
    assert "6. Қоқыс полигондарын жою" in view.text
    view = await aigul.tap("6. Қоқыс полигондарын жою")
    assert "Сәйкес келетін жобалар: 3" in view.text
    view = await aigul.tap(kazakh("button-browsing-show"))
    assert sorted(numbers(view.labels)) == [16, 31, 36]
    await aigul.tap("Сүзгі мен тізім реті")
    await aigul.tap(kazakh("button-browsing-direction"))
    assert "жобалар: 40" in (await aigul.tap(kazakh("button-browsing-any"))).text


async def test_territories_are_walked_up_and_down(aigul: Person) -> None:
    """From a part one gets back to the whole, and the whole city is no filter [D1]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    await aigul.tap(kazakh("button-browsing-territory"))
    await aigul.tap("Самал ауданы")
    view = await aigul.tap(kazakh("button-back"))
    assert "Самал ауданы" in view.labels
    view = await aigul.tap(kazakh("button-browsing-whole"))
    assert "Аумағы: барлығы" in view.text


async def test_a_typed_sum_is_read_back_before_it_counts(aigul: Person) -> None:
    """Money as people write it is repeated in full, and counts after yes alone (trap 13) [D1]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    for typed, understood in (
        ("7,5 миллион", "7 500 000 ₸"),
        ("1 200 000 тг", "1 200 000 ₸"),
        ("500 мың", "500 000 ₸"),
        ("1,200,000", "1 200 000 ₸"),
    ):
        await aigul.tap(kazakh("button-browsing-cost"))
        view = await aigul.send(typed)
        assert understood in view.text.replace("\u00a0", " ")
        view = await aigul.tap(kazakh("button-browsing-cost-yes"))
        assert f"Құны: көп дегенде {understood}" in view.text.replace("\u00a0", " ")


async def test_a_sum_that_is_not_understood_is_asked_for_again(aigul: Person) -> None:
    """The answer says why, and nothing counts meanwhile [D1] [P7]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    await aigul.tap(kazakh("button-browsing-cost"))
    for typed, answer in (
        ("1,2", "тиынсыз"),
        ("он шақты", "таба алмадық"),
        ("100 доллар", "теңгемен"),
        ("5 млн 500", "екі түрлі"),
    ):
        view = await aigul.send(typed)
        assert answer in view.text, typed
        assert kazakh("button-browsing-cost-yes") not in view.labels
    assert "Құны: кез келген" in (await aigul.tap(kazakh("button-back"))).text


async def test_filters_survive_leaving_and_a_lost_memory_of_screens(street: Street) -> None:
    """Filters stand in the database: after a restart without the file of screens they hold (trap 16) [D5]."""
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        await aigul.send("/projects")
        await aigul.send("тротуар")
        left = await aigul.chat()
        assert "«тротуар» деген сөз" in left.text
        await aigul.tap(kazakh("button-home"))
    for file in street.folder.glob("fsm.sqlite3*"):
        file.unlink()
    async with street.open_bot():
        view = await aigul.send("/projects")
        assert numbers(view.labels) == numbers(left.labels)
        assert "«тротуар» деген сөз" in view.text


async def test_a_typed_number_opens_the_project(aigul: Person) -> None:
    """An application number in any usual form leads straight to the card [D5]."""
    await aigul.send("/projects")
    for typed in ("12", "№12", "№ 12", "#12", "012", "N 12", "12."):
        view = await aigul.send(typed)
        assert view.text.startswith("№ 12. Мектеп жанындағы"), typed


async def test_a_number_that_no_project_has_is_searched_for(aigul: Person) -> None:
    """A year or a house number is a word like any other [D3] [D5]."""
    await aigul.send("/projects")
    assert "«999» бойынша ештеңе табылмады" in (await aigul.send("999")).text
    assert numbers((await aigul.send("640")).labels) == [3], "640 metres of a pavement"


SEARCHES = (
    ("кітапхана", 17),
    ("китапхана", 17),
    ("к3тапхана", 17),
    ("r3nfg[fyf", 17),
    ("rbnfg[fyf", 17),
    ("БИБЛИОТЕКА", 17),
    ("библиотеки", 17),
    ("кітапхананың", 17),
    ("КЫЗГАЛДАК СКВЕРІ", 2),
    ("шыршаны", 4),
    ("0ыз5алда0ты4 сквері", 2),
    ("көшет", 2),
    ("ктапхана", None),
)


async def test_search_forgives_what_fingers_do(aigul: Person) -> None:
    """Plain letters, the digits' row, another layout, case and endings find the project [D3]."""
    await aigul.send("/projects")
    for typed, number in SEARCHES:
        view = await aigul.send(typed)
        found = numbers(view.labels)
        assert number in found if number else not found, f"{typed}: {view.text}"


async def test_nothing_found_says_what_was_searched(aigul: Person) -> None:
    """An empty list names the words and the other filters, and offers to drop them [D3] [P7]."""
    await aigul.send("/projects")
    await aigul.tap("Сүзгі мен тізім реті")
    await aigul.tap(kazakh("button-browsing-cost"))
    await aigul.tap("5\u00a0000\u00a0000\u00a0₸")
    await aigul.tap(kazakh("button-browsing-show"))
    await aigul.tap(kazakh("button-browsing-search"))
    view = await aigul.send("метрополитен")
    assert "«метрополитен» бойынша ештеңе табылмады" in view.text
    assert kazakh("browsing-narrowed-cost", cost=5_000_000) in view.text
    view = await aigul.tap(kazakh("button-browsing-clear"))
    assert "Жобалар: 40" in view.text


async def test_filters_that_leave_nothing_say_so(town: Town, aigul: Person) -> None:
    """Without words the empty list speaks of the filters [D1] [P7]."""
    await keep_filters(town.services, CAMPAIGN, AIGUL, Filters(cost_at_most=1))
    assert (await aigul.send("/projects")).text.startswith("Мұндай жоба жоқ.")


async def test_words_are_shown_as_they_were_typed(aigul: Person) -> None:
    """Tags in a search are letters, and a long search is cut, not refused [D3]."""
    await aigul.send("/projects")
    view = await aigul.send("<b>жоқ</b> & «сөз»")
    assert "«<b>жоқ</b> & «сөз»» бойынша" in view.text
    view = await aigul.send("жоқсөз " * 28)
    assert "бойынша ештеңе табылмады" in view.text


async def test_what_is_no_search_is_answered_as_such(aigul: Person) -> None:
    """A sticker, a letter and an unknown command are not searched for, and the list stays [D3]."""
    await aigul.send("/projects")
    before = (await aigul.chat()).last["message_id"]
    for answer in (
        await aigul.send_sticker(),
        await aigul.send("хат " * 60),
        await aigul.send("/nosuch"),
    ):
        assert "табылмады" not in answer.text
    view = await aigul.tap(kazakh("button-page-after"), before)
    assert page(2) in str(view)


async def test_a_quick_finger_turns_one_page_a_press(aigul: Person) -> None:
    """Presses that come together are all counted, one after the other [D1]."""
    await aigul.send("/projects")
    for _ in range(3):
        await aigul.tap(kazakh("button-page-after"), wait=False)
    await aigul.wait_for(page(4))
