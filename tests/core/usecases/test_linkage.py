"""Attempts to link a receipt to a choice, from what is public, a dump, the disk and the log (ledger 3, 4).

Each attack is tried beside a naive roll and box in the same database, voted in the same moments: there it
names every choice. Here it may not do better than to say of everybody what half of them chose.
"""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from core.ledger.opening import seal_digest
from core.store import box, ledger
from core.usecases.outcome.advance import advance
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.opening import open_territory
from core.usecases.voting.casting import cast_vote
from tests.support import linking
from tests.support.boxes import LIVE, WHERE, entitle, put_in
from tests.support.linking import NAIVE, NAIVE_BOX, OUR_BOX, OURS, Pairs, score
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, Town, build_town

VOTERS = 100
CHANCE = 0.7
"""Half chose A and half B: a guess is right about every second one, here with four deviations of luck."""

A, B = 5, 2


@dataclass(slots=True)
class Voted:
    """A town after a hundred have voted by turns for A and B, ten of them as people do, and as many naively.

    ``truth`` and ``naive`` have the choices by number, ``since`` is where the log began.
    """

    town: Town
    truth: dict[int, int] = field(default_factory=dict)
    naive: dict[int, int] = field(default_factory=dict)
    since: str = ""
    opened: str = ""

    @property
    def is_postgres(self) -> bool:
        """Say on which database it is."""
        return self.town.services.database.url.startswith("postgresql")

    async def vote(self) -> None:
        """Let everybody vote, each in a transaction of his own."""
        services = self.town.services
        await self._make_naive()
        for person in range(len(IINS)):
            account, project = 7000 + person, A if person % 2 == 0 else B
            await self.town.settle(account)
            await self.town.by_phone(account, person)
            receipt = await cast_vote(services, CAMPAIGN, account, number=project, session=None)
            self.truth[receipt.entry.number] = project
            await self._vote_naively(person, project)
        for number in range(len(IINS), VOTERS):
            project = A if number % 2 == 0 else B
            await put_in(self.town, project)
            self.truth[number] = project
            await self._vote_naively(number, project)

    async def _vote_naively(self, number: int, project: int) -> None:
        services = self.town.services
        async with services.database.write() as connection:
            await connection.execute(text("INSERT INTO naive_roll VALUES (:n)"), {"n": number})
            await connection.execute(
                text("INSERT INTO naive_vote (random_id, project) VALUES (:id, :project)"),
                {"id": services.random_bytes(16).hex(), "project": project},
            )
        self.naive[number] = project

    async def _make_naive(self) -> None:
        async with self.town.services.database.write() as connection:
            if self.is_postgres:
                await linking.can_read_wal(connection)
            for table in (
                "naive_roll (number INTEGER)",
                "naive_vote (random_id TEXT, project INTEGER)",
                "naive_box (project INTEGER)",
            ):
                await connection.execute(text(f"CREATE TABLE {table}"))
            if self.is_postgres:
                self.since = await linking.wal_position(connection)

    async def open(self) -> None:
        """End the voting and open both boxes: ours as it is opened, the naive one row by row."""
        services = self.town.services
        self.town.clock.set_to(CLOSED)
        await close_territory(services, CAMPAIGN, WHERE)
        async with services.database.write() as connection:
            if self.is_postgres:
                self.opened = await linking.wal_position(connection)
            rows = (await connection.execute(text("SELECT random_id, project FROM naive_vote"))).all()
            for row in rows:
                await connection.execute(text("DELETE FROM naive_vote WHERE random_id = :id"), {"id": row[0]})
                await connection.execute(text("INSERT INTO naive_box VALUES (:p)"), {"p": row[1]})
        assert await open_territory(services, CAMPAIGN, WHERE) is not None

    def bites(self, pairs: Pairs) -> None:
        """Require that the attack names every choice of the naive way."""
        assert score(pairs, self.naive) == 1

    def learns_nothing(self, pairs: Pairs) -> None:
        """Require that the pairs tell nobody's choice better than chance: leaves by their projects."""
        read = [(voter, json.loads(leaf)["project"]) for voter, leaf in pairs]
        assert score(read, self.truth) <= CHANCE

    def sees_seals_alone(self, pairs: Pairs) -> None:
        """Require that what was found beside a voter is a seal: all of one length, no two alike."""
        found = [sealed if isinstance(sealed, str) else bytes(sealed).hex() for _, sealed in pairs]
        assert len(set(found)) == len(found)
        assert len({len(each) for each in found}) <= 1
        assert score(pairs, self.truth) == 0


@pytest.fixture
async def voted(town: Town) -> Voted:
    """Everybody has voted, nothing is open."""
    made = Voted(town)
    await made.vote()
    return made


async def test_by_what_is_public(voted: Voted) -> None:
    """Receipts, seals and the open box in their published orders tell no choice [P4] [E5] [E7]."""
    async with voted.town.services.database.read() as connection:
        sealed = await box.list_waiting(connection, CAMPAIGN, WHERE)
    await voted.open()
    async with voted.town.services.database.read() as connection:
        seals = await box.list_seals(connection, CAMPAIGN, WHERE)
        leaves = await box.list_box(connection, CAMPAIGN, WHERE)
        roll = (await connection.execute(ledger.roll.select().order_by(ledger.roll.c.number))).all()
    numbers = [row.number for row in roll]
    assert list(seals) == sorted(map(seal_digest, sealed.values()))
    for orders in (numbers, sorted(numbers, key=lambda n: roll[n].token)):
        voted.learns_nothing(linking.in_order(orders, leaves))
        voted.learns_nothing(linking.in_order(orders, leaves[::-1]))
    # The attack itself: a box in the order of arrival would tell everything.
    voted.bites(linking.in_order([*voted.naive], [*voted.naive.values()]))


async def test_by_the_place_of_rows(voted: Voted) -> None:
    """Where rows lie on the disk, before the opening and after it [P4] [E7]."""
    database = voted.town.services.database
    async with database.read() as connection:
        voted.bites(await linking.by_place(connection, NAIVE))
        voted.sees_seals_alone(await linking.by_place(connection, OURS))
    await voted.open()
    async with database.read() as connection:
        voted.bites(await linking.by_place(connection, NAIVE_BOX))
        voted.learns_nothing(await linking.by_place(connection, OUR_BOX))


async def test_by_transactions_and_dump(postgres_url: str, tmp_path: Path) -> None:
    """PostgreSQL's ``xmin`` and the order of ``pg_dump``, before the opening and after it [P4] [E7]."""
    voted = Voted(await build_town(postgres_url, tmp_path))
    await voted.vote()
    database, url = voted.town.services.database, postgres_url.replace("+asyncpg", "")
    async with database.read() as connection:
        voted.bites(await linking.by_transaction(connection, NAIVE))
        # The disk tells whose seal is whose; what is in it, it does not.
        voted.sees_seals_alone(await linking.by_transaction(connection, OURS))
    voted.bites(linking.by_dump(url, NAIVE))
    voted.sees_seals_alone(linking.by_dump(url, OURS))
    await voted.open()
    async with database.read() as connection:
        assert await linking.by_transaction(connection, OUR_BOX) == []
    voted.bites(linking.by_dump(url, NAIVE_BOX))
    leaves = [(number, leaf.replace('\\\\"', '"')) for number, leaf in linking.by_dump(url, OUR_BOX)]
    voted.learns_nothing(leaves)
    await database.dispose()


async def test_by_the_log_of_postgresql(postgres_url: str, tmp_path: Path) -> None:
    """The write-ahead log says which rows came together, and which went as others came [P4] [E7]."""
    voted = Voted(await build_town(postgres_url, tmp_path))
    await voted.vote()
    database = voted.town.services.database
    async with database.read() as connection:
        voted.bites(await linking.by_wal(connection, NAIVE, voted.since))
        ours = await linking.by_wal(connection, OURS, voted.since)
    assert len(ours) == len(voted.truth)
    voted.sees_seals_alone(ours)
    await voted.open()
    since, opened = voted.since, voted.opened
    async with database.read() as connection:
        voted.bites(await linking.by_moves(connection, NAIVE_BOX, "naive_vote", since, opened))
        moved = await linking.by_moves(connection, OUR_BOX, "waiting", since, opened)
        assert await linking.by_wal(connection, OUR_BOX, since) == []
    assert len(moved) == len(voted.truth)
    voted.learns_nothing(moved)
    await database.dispose()


async def test_by_the_log_of_sqlite(sqlite_url: str, tmp_path: Path) -> None:
    """As each commit left the database: a voter comes with a seal, all choices come at once [P4] [E7]."""
    town = await build_town(sqlite_url, tmp_path)
    async with town.services.database.write() as connection:
        await connection.execute(text("PRAGMA wal_autocheckpoint = 0"))
    await town.services.database.dispose()
    base = tmp_path / "base" / "then.sqlite3"
    base.parent.mkdir()
    shutil.copy(tmp_path / "qatysu.sqlite3", base)
    voted = Voted(town)
    await voted.vote()
    _copy_log(tmp_path, base)
    voted.bites(linking.by_snapshots(base, NAIVE))
    ours = linking.by_snapshots(base, OURS)
    assert len(ours) == len(voted.truth)
    voted.sees_seals_alone(ours)
    await voted.open()
    _copy_log(tmp_path, base)
    assert linking.by_snapshots(base, OUR_BOX) == []
    assert linking.revealed(base, OUR_BOX) == [len(voted.truth)]
    await town.services.database.dispose()


async def test_a_live_count_reveals_a_hundred_at_once(sqlite_url: str, tmp_path: Path) -> None:
    """With live counts too, no commit brings fewer than a hundred choices to light [P4] [E6]."""
    town = await build_town(sqlite_url, tmp_path, rulebook=LIVE)
    await entitle(town, 5000)
    await town.services.database.dispose()
    base = tmp_path / "base" / "then.sqlite3"
    base.parent.mkdir()
    shutil.copy(tmp_path / "qatysu.sqlite3", base)
    await put_in(town, *[A, B] * 105)
    town.clock.set_to(OPEN.replace(hour=9))
    await advance(town.services, opens_boxes=True)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    _copy_log(tmp_path, base)
    assert linking.revealed(base, OUR_BOX) == [105, 105]
    await town.services.database.dispose()


def _copy_log(folder: Path, base: Path) -> None:
    shutil.copy(folder / "qatysu.sqlite3-wal", linking.log_of(base))
