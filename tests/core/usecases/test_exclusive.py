"""Projects of which only one can be built: who marks them, until when, and what the count makes of it."""

from dataclasses import replace

import pytest

from core.model.outcome import Decision, Tally
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rulebook.loader import read
from core.store import browsing
from core.usecases.browsing.card import card
from core.usecases.council.exclusive import (
    exclusive_pairs,
    list_marked,
    mark_exclusive,
    partners,
    unmark_exclusive,
)
from core.usecases.freeze.making import draw_up
from core.usecases.outcome.counting import count
from tests.support.office import actor, of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import INTAKE, refusal_of, registered, submitted
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town

BOOK = read(RULEBOOK, "semey-demo")


@pytest.fixture
async def secretary(town: Town) -> Actor:
    """The secretary while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.SECRETARY, login="secretary", person=4)


async def test_a_pair_is_marked_and_taken_back(town: Town, secretary: Actor) -> None:
    """Whichever number comes first it is one pair, beside those of the rulebook [C3]."""
    number = await registered(town, 0)
    await mark_exclusive(town.services, secretary, CAMPAIGN, number, 1)
    await mark_exclusive(town.services, secretary, CAMPAIGN, 1, number)
    assert BOOK.outcome is not None
    twofold = replace(BOOK, outcome=replace(BOOK.outcome, exclusive=((3, 2),)))
    async with town.services.database.read() as connection:
        assert await exclusive_pairs(connection, CAMPAIGN, twofold) == ((1, number), (2, 3))
    assert partners(((1, number), (1, 3), (2, 3)), 1) == (3, number)
    marked = await list_marked(town.services, secretary, CAMPAIGN)
    assert (marked.of_rulebook, marked.of_office) == ((), ((1, number),))
    assert {1, number} <= set(marked.titles)
    await mark_exclusive(town.services, secretary, CAMPAIGN, 2, 1)
    # What is not on the ballot yet is no choice for anybody who reads the card.
    assert (await card(town.services, CAMPAIGN, 1)).exclusive == (2,)
    await unmark_exclusive(town.services, secretary, CAMPAIGN, 1, 2)
    await unmark_exclusive(town.services, secretary, CAMPAIGN, number, 1)
    assert (await list_marked(town.services, secretary, CAMPAIGN)).of_office == ()


async def test_what_cannot_be_marked(town: Town, secretary: Actor) -> None:
    """One number twice, none, one that is not registered; nobody but the secretary [C3] [L1] [P9]."""
    waiting = await submitted(town, 0)
    services = town.services
    for one, other, number in ((1, 1, 0), (1, 999, 999), (0, 1, 0), (waiting, 1, waiting)):
        found = await refusals(mark_exclusive(services, secretary, CAMPAIGN, one, other))
        assert found == [(Refusal.EXCLUSIVE_UNKNOWN, {"number": number})]
    clerk = await actor(town, Role.CLERK, login="clerk", person=1)
    assert await refusal_of(mark_exclusive(services, clerk, CAMPAIGN, 1, 2)) is Refusal.OFFICE_FORBIDDEN
    foreign = of_another_akimat(secretary)
    assert await refusal_of(mark_exclusive(services, foreign, CAMPAIGN, 1, 2)) is Refusal.CAMPAIGN_UNKNOWN


async def test_pairs_freeze_with_the_ballot(town: Town, secretary: Actor) -> None:
    """From the opening of the voting on nothing is marked nor taken back [C3] [A4]."""
    await mark_exclusive(town.services, secretary, CAMPAIGN, 1, 2)
    town.clock.set_to(OPEN)
    for late in (mark_exclusive, unmark_exclusive):
        assert await refusal_of(late(town.services, secretary, CAMPAIGN, 1, 2)) is Refusal.OFFICE_STAGE


async def test_only_one_of_a_pair_wins(town: Town, secretary: Actor) -> None:
    """What the office has marked the count excludes, and the lot's freeze knows of it [C3] [F1] [A4]."""
    async with town.services.database.read() as connection:
        projects = await browsing.list_projects(connection, CAMPAIGN)
        without, _ = await draw_up(town.services, connection, CAMPAIGN, BOOK, "ortalyq")
    here = [item for item in projects if BOOK.voting_territory(item.territory) == "ortalyq"]
    first, second = here[0].number, here[1].number
    await mark_exclusive(town.services, secretary, CAMPAIGN, first, second)
    town.clock.set_to(CLOSED)
    async with town.services.database.write() as connection:
        result = await count(
            connection,
            CAMPAIGN,
            BOOK,
            "ortalyq",
            Tally(votes={first: 30, second: 20}),
            is_hidden=False,
            now=town.clock.now(),
        )
    rows = {row.number: row for row in result.rows}
    assert rows[first].decision is Decision.WON
    assert (rows[second].decision, rows[second].excluded_by) == (Decision.EXCLUDED, first)
    async with town.services.database.read() as connection:
        marked, _ = await draw_up(town.services, connection, CAMPAIGN, BOOK, "ortalyq")
    assert marked.digest != without.digest
