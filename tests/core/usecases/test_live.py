"""Live counts: a random half at the printed hour, and nothing else of the box before the close (E6)."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from core.ledger.opening import seal_digest
from core.model.outcome import Tally
from core.store import box
from core.usecases.browsing.card import card
from core.usecases.browsing.listing import list_page
from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import get_outcome
from core.usecases.outcome.tallying import tally_of
from core.usecases.publishing.data import list_rows
from core.usecases.publishing.listing import PublicFilter, list_published
from core.usecases.publishing.project import get_published
from tests.support.boxes import LIVE, WHERE, entitle, put_in
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town, build_town

HOUR = OPEN.replace(hour=9)
"""14:00 by Kazakhstan's clock on a day of the voting."""


@pytest.fixture
async def live(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign with live counts, and 5,000 entitled in a district."""
    town = await build_town(database_url, tmp_path, rulebook=LIVE)
    await entitle(town, 5000)
    yield town
    await town.services.database.dispose()


async def tick(town: Town) -> list[str]:
    """Let the clock do what it does, and return what it did in the district."""
    steps = await advance(town.services, opens_boxes=True)
    return [step.stopped_by or step.done for step in steps if step.territory == WHERE]


async def inside(town: Town) -> tuple[list[bytes], list[bytes], list[dict[str, object]]]:
    """Return the waiting votes, the seals, and the leaves of the box."""
    async with town.services.database.read() as connection:
        waiting = await box.list_waiting(connection, CAMPAIGN, WHERE)
        seals = await box.list_seals(connection, CAMPAIGN, WHERE)
        leaves = await box.list_box(connection, CAMPAIGN, WHERE)
    return list(waiting.values()), list(seals), [json.loads(leaf) for leaf in leaves]


async def test_two_days_and_the_end(live: Town) -> None:
    """Each day a half, with its seals sorted behind the former; the last batch is not small [E6] [E7]."""
    assert await tick(live) == []
    await put_in(live, *[5] * 160, *[2] * 60)
    live.clock.set_to(HOUR - timedelta(microseconds=1))
    assert await tick(live) == []
    live.clock.set_to(HOUR)
    assert await tick(live) == ["live count of 110 votes"]
    waiting, first, leaves = await inside(live)
    assert (len(waiting), len(first), len(leaves)) == (110, 220, 110)
    assert first == sorted(first)
    assert set(map(seal_digest, waiting)) < set(first)
    projects = [str(leaf["project"]) for leaf in leaves]
    assert projects == sorted(projects)
    assert {leaf["batch"] for leaf in leaves} == {0}
    assert await tick(live) == []
    await put_in(live, *[5] * 91)
    live.wait(days=1)
    assert await tick(live) == ["live count of 100 votes"]
    waiting, seals, leaves = await inside(live)
    assert seals[:220] == first
    assert seals[220:] == sorted(seals[220:])
    assert (len(waiting), len(seals), len(leaves)) == (101, 311, 210)
    live.clock.set_to(CLOSED)
    assert await tick(live) == ["closed", "opened, 311 votes"]
    _, seals, leaves = await inside(live)
    assert len(seals) == len(leaves) == 311
    assert Counter(leaf["batch"] for leaf in leaves) == {0: 110, 1: 100, 2: 101}
    async with live.services.database.read() as connection:
        rulebook = await live.services.rulebooks.require(connection, CAMPAIGN)
        assert await tally_of(connection, CAMPAIGN, rulebook, WHERE) == Tally(votes={5: 251, 2: 60})
    counted = await get_outcome(live.services, CAMPAIGN, WHERE)
    assert counted is not None
    assert counted.votes == 311


async def test_too_few_votes_or_people(live: Town) -> None:
    """With 199 votes the day passes and the next one is asked; a small district has no live count [E6]."""
    await put_in(live, *[5] * 199)
    await put_in(live, *[24] * 400, territory="samal")
    live.clock.set_to(HOUR)
    assert await tick(live) == []
    await put_in(live, 5)
    live.wait(hours=1)
    assert await tick(live) == []
    live.wait(days=1)
    steps = await advance(live.services, opens_boxes=True)
    assert [(each.territory, each.done) for each in steps] == [(WHERE, "live count of 100 votes")]


async def test_where_the_rulebook_has_none(town: Town) -> None:
    """Without the rulebook's word nothing of the box is opened before the close [E6]."""
    await entitle(town, 100_000)
    await put_in(town, *[5] * 300)
    town.clock.set_to(HOUR)
    assert await tick(town) == []
    assert (await card(town.services, CAMPAIGN, 5)).votes is None


async def test_the_draw_is_by_chance_alone(live: Town) -> None:
    """Other random bytes draw other votes; what is drawn has nothing to do with who came first [E6] [E7]."""
    await put_in(live, *[5] * 100, *[2] * 100)
    live.clock.set_to(HOUR)
    services = replace(live.services, random_bytes=Random(7).randbytes)
    await advance(services, opens_boxes=True)
    _, _, leaves = await inside(live)
    early = [leaf["project"] for leaf in leaves].count(5)
    # Sixteen of a hundred away from a half would be more than four deviations of the draw.
    assert 34 < early < 66


async def test_a_difference_stops_a_live_count(live: Town) -> None:
    """A vote that the roll does not know stops it: nothing is opened, and people are told [E6] [P4]."""
    await put_in(live, *[5] * 220)
    async with live.services.database.write() as connection:
        await box.add_waiting(connection, CAMPAIGN, waiting_id=b"x" * 16, territory=WHERE, sealed=b"y" * 144)
    live.clock.set_to(HOUR)
    (said,) = await tick(live)
    assert "(221 instead of 220)" in said
    waiting, seals, leaves = await inside(live)
    assert (len(waiting), seals, leaves) == (221, [], [])


async def test_it_is_shown_with_its_hour_and_nothing_else_is(live: Town) -> None:
    """Card, list and page show the count and when; the data to take away has nothing of it [E6] [D1] [D2]."""
    await put_in(live, *[5] * 200, *[2] * 20)
    assert (await card(live.services, CAMPAIGN, 5)).votes is None
    live.clock.set_to(HOUR)
    await tick(live)
    await put_in(live, *[5] * 50)
    shown, other = await card(live.services, CAMPAIGN, 5), await card(live.services, CAMPAIGN, 2)
    assert shown.votes is not None
    assert other.votes is not None
    assert shown.votes + other.votes == 110
    assert shown.votes_as_of == HOUR
    assert (await card(live.services, CAMPAIGN, 7)).votes == 0
    assert (await card(live.services, CAMPAIGN, 24)).votes is None
    await live.settle(7000)
    page = await list_page(live.services, CAMPAIGN, 7000)
    assert (page.has_votes, page.votes_as_of) == (True, HOUR)
    public = await list_published(live.services, CAMPAIGN, PublicFilter())
    assert public.votes_as_of == HOUR
    published = await get_published(live.services, CAMPAIGN, 5)
    assert (published.votes, published.votes_as_of) == (shown.votes, HOUR)
    assert {each["votes"] for each in await list_rows(live.services, CAMPAIGN)} == {None}
    live.clock.set_to(CLOSED)
    await tick(live)
    ended = await card(live.services, CAMPAIGN, 5)
    assert (ended.votes, ended.votes_as_of) == (250, None)
    assert (await list_page(live.services, CAMPAIGN, 7000)).votes_as_of is None
