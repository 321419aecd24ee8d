"""Attacks that try to link a receipt to a choice from what a database leaves behind (ledger 3, 4, 15).

Separate from their tests, because each attack is tried on a naive table too: one that links nothing there
would prove nothing here. An attack returns pairs: what tells a voter, and what it found beside it.
"""

import re
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.support.services import omit

Pairs = list[tuple[Any, Any]]

_WAL_HEADER, _FRAME_HEADER = 32, 24
_COPY = re.compile(
    r"^COPY public\.\"?(?P<table>\w+)\"? \((?P<columns>[^)]*)\) FROM stdin;\n(?P<rows>.*?)^\\\.$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Traces:
    """Tables of a way to vote: who voted with the column that a receipt names, and what was voted."""

    roll: str
    voter: str
    votes: str
    choice: str


NAIVE = Traces("naive_roll", "number", "naive_vote", "project")
"""A roll and a box that look harmless: no column of one names a row of the other."""

NAIVE_BOX = Traces("naive_roll", "number", "naive_box", "project")
OURS = Traces("roll", "number", "waiting", "sealed")
OUR_BOX = Traces("roll", "number", "box", "leaf")


def in_order(voters: Sequence[Any], choices: Sequence[Any]) -> Pairs:
    """Link the first with the first, the second with the second."""
    return list(zip(voters, choices, strict=False))


async def by_place(connection: AsyncConnection, traces: Traces) -> Pairs:
    """Link by where rows lie on the disk: ``ctid`` on PostgreSQL, ``rowid`` on SQLite."""
    place = "ctid" if connection.dialect.name == "postgresql" else "rowid"
    try:
        voters = await connection.execute(text(f"SELECT {traces.voter} FROM {traces.roll} ORDER BY {place}"))  # noqa: S608
        chosen = f"SELECT {traces.choice} FROM {traces.votes} ORDER BY {place}"  # noqa: S608
        choices = await connection.execute(text(chosen))
    except DBAPIError:
        # A table without row numbers has no order of arrival.
        return []
    return in_order(voters.scalars().all(), choices.scalars().all())


async def by_transaction(connection: AsyncConnection, traces: Traces) -> Pairs:
    """Link rows that one transaction of PostgreSQL has written, by ``xmin``; a crowd of them links nobody."""
    crowd = f"(SELECT count(*) FROM {traces.votes} o WHERE o.xmin = v.xmin)"  # noqa: S608
    joined = f"{traces.roll} r JOIN {traces.votes} v ON r.xmin = v.xmin WHERE {crowd} = 1"
    found = await connection.execute(text(f"SELECT r.{traces.voter}, v.{traces.choice} FROM {joined}"))  # noqa: S608
    return [(row[0], row[1]) for row in found]


def by_dump(url: str, traces: Traces) -> Pairs:
    """Link by the order in which ``pg_dump`` writes rows."""
    command = ("pg_dump", "--data-only", "-t", traces.roll, "-t", traces.votes, url)
    dump = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    tables = {found["table"]: found for found in _COPY.finditer(dump)}

    def column(table: str, name: str) -> list[str]:
        found = tables[table]
        place = found["columns"].replace('"', "").split(", ").index(name)
        return [line.split("\t")[place] for line in found["rows"].splitlines()]

    return in_order(column(traces.roll, traces.voter), column(traces.votes, traces.choice))


async def wal_position(connection: AsyncConnection) -> str:
    """Return how far PostgreSQL's log has come."""
    return str((await connection.execute(text("SELECT pg_current_wal_insert_lsn()::text"))).scalar_one())


async def can_read_wal(connection: AsyncConnection) -> None:
    """Let the database read its own log, as whoever has the disk can with ``pg_waldump``."""
    try:
        await connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_walinspect"))
    except DBAPIError:
        omit("pg_walinspect", "install PostgreSQL's contrib package")


@dataclass(frozen=True, slots=True)
class Record:
    """A row that PostgreSQL's log writes or deletes: by which transaction, and where."""

    transaction: str
    kind: str
    ctid: str


async def wal_records(connection: AsyncConnection, table: str, since: str) -> list[Record]:
    """Return what the log says of a table's rows, in the order of the log."""
    node = await connection.execute(
        text("SELECT pg_relation_filepath(CAST(:table AS regclass))"), {"table": table}
    )
    relation = str(node.scalar_one()).removeprefix("base/")
    query = text(
        "SELECT xid::text, record_type, description, block_ref FROM pg_get_wal_records_info("
        "CAST(CAST(:since AS text) AS pg_lsn), pg_current_wal_flush_lsn()) "
        "WHERE resource_manager = 'Heap' AND record_type ~ '^(INSERT|DELETE)'"
    )
    found = []
    for row in await connection.execute(query, {"since": since}):
        block = re.search(rf"rel \d+/{relation} (?:fork main )?blk (\d+)", row.block_ref or "")
        place = re.search(r"off:? (\d+)", row.description)
        if block and place:
            found.append(Record(row.xid, row.record_type[:6], f"({block[1]},{place[1]})"))
    return found


async def contents_at(connection: AsyncConnection, table: str, column: str) -> dict[str, Any]:
    """Return a table's column by the place of its rows."""
    rows = await connection.execute(text(f"SELECT ctid::text, {column} FROM {table}"))  # noqa: S608
    return {row[0]: row[1] for row in rows}


async def by_wal(connection: AsyncConnection, traces: Traces, since: str) -> Pairs:
    """Link rows that PostgreSQL's log says were written by one transaction."""
    voters = await contents_at(connection, traces.roll, traces.voter)
    choices = await contents_at(connection, traces.votes, traces.choice)
    wrote: dict[str, list[Any]] = {}
    for record in await wal_records(connection, traces.votes, since):
        if record.kind == "INSERT" and record.ctid in choices:
            wrote.setdefault(record.transaction, []).append(choices[record.ctid])
    return [
        (voters[record.ctid], wrote[record.transaction][0])
        for record in await wal_records(connection, traces.roll, since)
        if record.kind == "INSERT" and len(wrote.get(record.transaction, ())) == 1
    ]


async def by_moves(
    connection: AsyncConnection, traces: Traces, waited: str, since: str, opened: str
) -> Pairs:
    """Link voter and vote by the log of the opening: whose row was deleted as a leaf was written.

    ``waited`` is the table from which votes were taken; ``since`` and ``opened`` are where voting and opening
    begin in the log.
    """
    voters = await contents_at(connection, traces.roll, traces.voter)
    leaves = await contents_at(connection, traces.votes, traces.choice)
    whose = {
        record.transaction: voters[record.ctid]
        for record in await wal_records(connection, traces.roll, since)
        if record.kind == "INSERT"
    }
    rows = await wal_records(connection, waited, since)
    by_row = {record.ctid: whose[record.transaction] for record in rows if record.transaction in whose}
    gone = [
        record.ctid for record in await wal_records(connection, waited, opened) if record.kind == "DELETE"
    ]
    come = [
        record.ctid
        for record in await wal_records(connection, traces.votes, opened)
        if record.kind == "INSERT"
    ]
    return in_order([by_row[each] for each in gone], [leaves[each] for each in come])


def by_snapshots(base: Path, traces: Traces) -> Pairs:
    """Link what came into two tables between one commit and the next of SQLite's log."""
    pairs, known = [], (_rows(base, traces.roll, traces.voter), _rows(base, traces.votes, traces.choice))
    for snapshot in _snapshots(base):
        seen = (_rows(snapshot, traces.roll, traces.voter), _rows(snapshot, traces.votes, traces.choice))
        voters, choices = (_new(before, after) for before, after in zip(known, seen, strict=True))
        if len(voters) == len(choices) == 1:
            pairs.append((voters[0], choices[0]))
        known = seen
    return pairs


def revealed(base: Path, traces: Traces) -> list[int]:
    """Return how many choices each commit of SQLite's log brought to light, where it brought any."""
    counts, known = [], _rows(base, traces.votes, traces.choice)
    for snapshot in _snapshots(base):
        seen = _rows(snapshot, traces.votes, traces.choice)
        if come := _new(known, seen):
            counts.append(len(come))
        known = seen
    return counts


def log_of(base: Path) -> Path:
    """Return where the log of a copy lies: SQLite would apply and delete one by the name that it knows."""
    return base.with_suffix(".log")


def _snapshots(base: Path) -> Iterator[Path]:
    """Yield the database as each commit of its log has left it; the file is overwritten each time."""
    log = log_of(base).read_bytes()
    target = base.with_name(base.name + ".then")
    size = int.from_bytes(log[8:12], "big")
    salt, pages = log[16:24], dict[int, bytes]()
    whole = bytearray(base.read_bytes())
    for place in range(_WAL_HEADER, len(log) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        frame = log[place : place + _FRAME_HEADER]
        if frame[8:16] != salt:
            return
        number, committed = (int.from_bytes(frame[at : at + 4], "big") for at in (0, 4))
        pages[number] = log[place + _FRAME_HEADER : place + _FRAME_HEADER + size]
        if committed:
            whole.extend(bytes(max(0, committed * size - len(whole))))
            for page, content in pages.items():
                whole[(page - 1) * size : page * size] = content
            pages.clear()
            # Bytes 18 and 19 say "with a log"; the snapshot has none.
            whole[18:20] = b"\x01\x01"
            target.write_bytes(whole)
            yield target


def _rows(path: Path, table: str, column: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        if found is None:
            return []
        return [row[0] for row in connection.execute(f"SELECT {column} FROM {table}")]  # noqa: S608


def _new(before: Iterable[Any], after: Iterable[Any]) -> list[Any]:
    left = list(after)
    for each in before:
        if each in left:
            left.remove(each)
    return left


def score(pairs: Pairs, truth: Mapping[int, int]) -> float:
    """Return for which share of the voters an attack names the choice; ``truth`` has it by voter."""
    by_text = {str(voter): choice for voter, choice in truth.items()}
    hits = sum(str(choice) == str(by_text.get(str(voter))) for voter, choice in pairs)
    return hits / len(truth)
