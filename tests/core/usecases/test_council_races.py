"""The council from processes of their own: opinions, conclusions and publications that collide."""

from asyncio.subprocess import Process
from pathlib import Path

import pytest
from sqlalchemy import select

from core.model.council import Choice
from core.model.proposal import ProposalStatus
from core.model.staff import Actor
from core.store import proposal as proposals
from core.store.council import sitting_item
from core.store.proposal_history import proposal_event
from core.usecases.council.sittings import close_sitting
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.council import YES, Table, ready, seated
from tests.support.proposals import INTAKE, told
from tests.support.town import CAMPAIGN, Town

RACER = "tests.support.council_racer"


@pytest.fixture
async def table(town: Town, tmp_path: Path) -> Table:
    """A council of three while proposals are taken, by the clock of every process."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)
    return await seated(town)


async def race(town: Town, folder: Path, job: str, actor: Actor, sitting: int, number: int) -> Process:
    """Start a process that does the job several times at once."""
    facts = (str(actor.staff_id), str(sitting), str(number))
    return await start(town, folder, job, *facts, module=RACER)


async def decisions(town: Town, number: int, status: ProposalStatus) -> int:
    """Return how often the proposal's history says that it became so."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(proposal_event.c.status).where(proposal_event.c.number == number)
        )
        return list(rows.scalars()).count(status.value)


async def test_opinions_against_a_conclusion(town: Town, table: Table, tmp_path: Path) -> None:
    """What was concluded is exactly what the members had said at that moment [C2]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    one, two, _ = table.members
    racers = [
        await race(town, tmp_path, "say", one, sitting, number),
        await race(town, tmp_path, "say", two, sitting, number),
        await race(town, tmp_path, "conclude", table.secretary, sitting, number),
    ]
    *said, concluded = await run(*racers)
    assert {answer for answers in said for answer in answers} <= {"None", "sitting-closed"}
    found = await table.item(sitting, number)
    assert set(concluded) == {str(found.is_admitted)}
    choices = [each.choice for each in found.opinions]
    admitting = choices.count(Choice.ADMIT)
    assert found.is_admitted is (admitting >= 2)
    async with town.services.database.read() as connection:
        row = (await connection.execute(select(sitting_item))).mappings().one()
    assert (row["admitting"], row["refusing"]) == (admitting, 3 - admitting)


async def test_two_publications(town: Town, table: Table, tmp_path: Path) -> None:
    """Published by two processes, each several times: it is one publication, told once [C3]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    before = await told(town, "proposal-decided")
    racers = [await race(town, tmp_path, "publish", table.secretary, sitting, number) for _ in range(2)]
    answers = {answer for each in await run(*racers) for answer in each}
    assert answers == {f"Published(admitted=({number},), refused=(), dropped=())"}
    assert await decisions(town, number, ProposalStatus.ADMITTED) == 1
    assert len(await told(town, "proposal-decided")) == len(before) + 1


async def test_a_publication_against_another_decision(town: Town, table: Table, tmp_path: Path) -> None:
    """Whichever comes first, the proposal is decided once and the other is told so [C3] [B6]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    racers = [
        await race(town, tmp_path, "publish", table.secretary, sitting, number),
        await race(town, tmp_path, "decide", table.secretary, sitting, number),
    ]
    published, decided = await run(*racers)
    async with town.services.database.read() as connection:
        found = await proposals.get_proposal(connection, CAMPAIGN, number)
    assert found is not None
    is_admitted = found.status is ProposalStatus.ADMITTED
    assert (await table.item(sitting, number)).has_dropped_out is not is_admitted
    assert len(set(published)) == 1
    assert decided.count("refused") == (0 if is_admitted else 1)
    both = [await decisions(town, number, each) for each in (ProposalStatus.ADMITTED, ProposalStatus.REFUSED)]
    assert sorted(both) == [0, 1]
