"""The list of proposals: how it is reached, ordered and turned, and the card behind a number (D6)."""

import pytest

from core.usecases.campaign.contents import take_projects
from core.usecases.discussion.support import support
from sandbox.client import Person
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import kazakh
from tests.support.proposals import author, registered, submitted
from tests.support.town import CAMPAIGN, OPEN, PROJECTS, Town

pytestmark = pytest.mark.usefixtures("front")
DISCUSS = kazakh("button-discuss")


@pytest.fixture
async def aigul(street: Street) -> Person:
    """A verified resident at home."""
    return await street.voter(AIGUL, 0)


async def test_the_discussion_is_one_tap_from_home(aigul: Person, town: Town) -> None:
    """While the stage lasts the home screen leads to it; afterwards it does not [A2] [D6]."""
    view = await aigul.tap(DISCUSS)
    assert "Талқылайтын өтінім әзірге жоқ" in view.text
    town.clock.set_to(OPEN)
    assert DISCUSS not in (await aigul.start()).labels


async def test_without_projects_their_list_leads_to_the_discussion(aigul: Person, town: Town) -> None:
    """Before the council has decided on anything /projects offers the proposals [D1] [D6]."""
    start, end = (PROJECTS.index(f"[[projects]]\nnumber = {number}") for number in (41, 42))
    refused = PROJECTS[start:end]
    await take_projects(town.services, CAMPAIGN, refused, "projects.toml", lambda name: name.encode())
    view = await aigul.send("/projects")
    assert DISCUSS in view.labels
    assert "Талқылайтын" in (await aigul.tap(DISCUSS)).text


async def test_pages_orders_and_numbers(aigul: Person, town: Town) -> None:
    """Seven proposals on two pages, by support on request, and a typed number opens the card [D6] [D5]."""
    numbers = [await registered(town, person, title=f"{person}-орындық қою") for person in range(1, 8)]
    await submitted(town, 8, title="Тексерілмеген өтінім")
    await support(town.services, CAMPAIGN, await author(town, 9), numbers[-1])
    view = await aigul.tap(DISCUSS)
    assert "Талқыланып жатқан өтінімдер: 7" in view.text
    first = set(view.labels)
    view = await aigul.tap(kazakh("button-page-after"))
    both = first | set(view.labels)
    assert {f"№ {number}" for number in numbers} <= both
    assert "Тексерілмеген" not in view.text
    view = await aigul.tap(kazakh("button-discussion-order-support"))
    assert view.text.splitlines()[3].startswith(f"{numbers[-1]}. ")
    assert "👍 1" in view.text.splitlines()[3]
    assert "1-орындық" in (await aigul.send(f"№{numbers[0]}")).text
    await aigul.tap(kazakh("button-discussion-list"))
    assert "Тек нөмірін жазыңыз" in (await aigul.send("орындық")).text
    assert "Мұндай жоба табылмады" in str(await aigul.send("999"))
