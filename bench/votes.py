"""Votes of different people beside one durable row, one after the other and sixteen at once (E3)."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

from bench.databases import WriteRow, durable_row
from bench.lines import Line
from bench.measuring import ROUNDS, compare, share
from bench.statements import counted
from bench.town import CAMPAIGN, PROJECT, Town, build
from core.usecases.voting.casting import cast_vote

SQLITE = "vote_sqlite"
POSTGRESQL = "vote_postgresql"

VOTES = 160
AT_ONCE = 16
AGAINST = "BEGIN, INSERT of one row, COMMIT by the driver alone"


def measure_sqlite(url: str, folder: Path) -> AsyncIterator[Line]:
    """Measure votes in a second on the migrated SQLite file at ``url``."""
    return _measure(SQLITE, url, folder)


def measure_postgresql(url: str, folder: Path) -> AsyncIterator[Line]:
    """Measure votes in a second on the migrated PostgreSQL database at ``url``."""
    return _measure(POSTGRESQL, url, folder)


async def _measure(name: str, url: str, folder: Path) -> AsyncIterator[Line]:
    votes = share(VOTES)
    town = await build(url, folder, residents=1 + 2 * votes * (1 + ROUNDS))
    facts = await _count(town)
    try:
        for suffix, writers in (("", 1), (f"_{AT_ONCE}", AT_ONCE)):
            async with durable_row(url, writers) as write_row:
                pace = await compare(
                    votes, partial(_vote, town, votes, writers), partial(_write, write_row, votes, writers)
                )
            yield Line(
                name=f"{name}{suffix}",
                value=pace.ours,
                baseline=pace.baseline,
                unit="votes/s",
                against=AGAINST,
                facts=facts,
            )
    finally:
        await town.services.database.dispose()


async def _count(town: Town) -> dict[str, float]:
    with counted() as statements:
        await _cast(town)
    return statements.facts()


async def _vote(town: Town, count: int, voters: int) -> None:
    await _side_by_side(partial(_cast, town), count, voters)


async def _write(write_row: WriteRow, count: int, writers: int) -> None:
    await _side_by_side(write_row, count, writers)


async def _cast(town: Town) -> None:
    await cast_vote(town.services, CAMPAIGN, next(town.accounts), number=PROJECT, session=None)


async def _side_by_side(action: WriteRow, count: int, tasks: int) -> None:
    """Do ``count`` things by ``tasks`` tasks, each beginning its next one when it has ended one."""
    remaining = iter(range(count))

    async def work() -> None:
        for _ in remaining:
            await action()

    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(work())
