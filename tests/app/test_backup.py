"""A machine is lost and everything comes back: backed up while people vote, restored with its keys."""

import asyncio
import os
import shutil
import signal
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

from core.ledger.seal import public_half
from core.model.proposal import ProposalStatus
from core.model.staff import Role
from core.store import dumping, ledger, staff, voting
from core.store import proposal as proposals
from core.usecases.custody.backup import back_up
from core.usecases.outcome.advance import advance
from core.usecases.voting.casting import cast_vote
from tests.app.processes import PATIENCE, settings_of, started, stopped
from tests.core.usecases.test_races import FIRST, run, set_clock, settle_people, start
from tests.support import databases
from tests.support.office import STAFF_IINS, actor
from tests.support.operator import Machine
from tests.support.proposals import INTAKE, submitted
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, Town, build_town, make_town_services

pytestmark = pytest.mark.slow

VOTERS = 40
EARLY = 10
"""People who vote before the backup begins."""


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town with proposals, pictures, staff and votes, on a machine of its own."""
    built = await build_town(database_url, tmp_path / "old")
    built.clock.set_to(INTAKE)
    await submitted(built, 0)
    await submitted(built, 1)
    await actor(built, Role.CLERK)
    built.clock.set_to(OPEN)
    yield built
    await built.services.database.dispose()


@pytest.fixture
def old(town: Town, tmp_path: Path) -> Machine:
    """The machine that will be lost."""
    return Machine(town.services.database.url, tmp_path / "old")


@contextmanager
def empty_machine(old: Machine, folder: Path) -> Iterator[Machine]:
    """Give a machine with nothing on it and the same kind of database."""
    folder.mkdir()
    if make_url(old.url).get_backend_name() == "sqlite":
        yield Machine(databases.sqlite_url(folder / "qatysu.sqlite3"), folder)
        return
    with databases.new_postgres() as name:
        yield Machine(databases.postgres_url(name), folder)


async def counts(town: Town) -> tuple[int, int, int, int]:
    """Return how many votes, lines of the roll, proposals and logins there are."""
    async with town.services.database.read() as connection:
        return (
            await voting.count_participations(connection, CAMPAIGN),
            await ledger.count_roll(connection, CAMPAIGN, "ortalyq"),
            len(await proposals.list_public(connection, CAMPAIGN, tuple(ProposalStatus))),
            len(await staff.list_staff(connection, CAMPAIGN.akimat)),
        )


async def test_everything_comes_back(town: Town, old: Machine, tmp_path: Path) -> None:
    """Backed up while people vote, the machine gone, all restored with its keys; who voted has voted [L5]."""
    await settle_people(town, VOTERS)
    receipts = [
        await cast_vote(town.services, CAMPAIGN, FIRST + person, number=1 + person % 12, session=None)
        for person in range(EARLY)
    ]
    set_clock(old.folder, OPEN)
    voters = [
        await start(town, old.folder, "many", str(FIRST + EARLY + 10 * part), "10") for part in range(3)
    ]
    backup = tmp_path / "backups"
    told, made = await asyncio.gather(run(*voters), old.core("backup", backup))
    assert made.status == 0, made.said
    assert {answer.isdigit() for answers in told for answer in answers} == {True}
    assert (await old.core("keys", CAMPAIGN.campaign, "--copy", tmp_path / "custody")).status == 0
    pictures = {path.name for path in (old.folder / "files").rglob("*") if path.is_file()}
    before = await counts(town)
    await town.services.database.dispose()
    shutil.rmtree(old.folder)
    with empty_machine(old, tmp_path / "new") as new:
        answer = await new.core("restore", backup)
        assert answer.status == 1
        assert "MUST NOT START" in answer.said
        answer = await new.core("keys", CAMPAIGN.campaign, "--from", tmp_path / "custody")
        assert answer.status == 0, answer.said
        again = Town(make_town_services(new.url, new.folder, town.clock), town.clock)
        votes, roll, kept, logins = await counts(again)
        assert EARLY <= votes == roll <= before[0] == VOTERS
        assert (kept, logins) == before[2:] == (2, 1)
        for person, receipt in enumerate(receipts):
            other = 1 + (person + 5) % 12
            told_again = await cast_vote(again.services, CAMPAIGN, FIRST + person, number=other, session=None)
            assert told_again.entry == receipt.entry, (
                "who has voted is told the same and votes no second time"
            )
        assert (await counts(again))[0] == votes
        assert {path.name for path in (new.folder / "files").rglob("*") if path.is_file()} == pictures
        await again.services.database.dispose()
        await assert_starts(new)


async def assert_starts(machine: Machine) -> None:
    """Assert that a process takes database and keys, and ends when it is asked to."""
    token = {"bot_token": "1:no-such-bot"}
    settings = settings_of(machine.folder, database_url=machine.url, **token)
    async with started("worker", "run", settings=settings) as worker:
        async with asyncio.timeout(PATIENCE):
            while worker.returncode is None and not catches_stop(worker.pid):  # noqa: ASYNC110  (a process)
                await asyncio.sleep(0.1)
        status, said = await stopped(worker)
    assert status == 0, said


def catches_stop(pid: int) -> bool:
    """Say whether the process has begun its work: from then on it ends by itself when it is asked to."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    caught = next(line.split()[1] for line in lines if line.startswith("SigCgt"))
    return bool(int(caught, 16) & 1 << (signal.SIGTERM - 1))


async def test_a_backup_holds_no_key_and_no_iin(old: Machine, tmp_path: Path) -> None:
    """Neither database, files nor manifest have a key or an IIN; its owner alone reads it [E7] [P1]."""
    assert (await old.core("backup", tmp_path / "backups")).status == 0
    keys = [path.read_text().strip() for path in (old.folder / "keys").rglob("*.key")]
    assert len(keys) == 9
    secrets = [*keys, *IINS, *STAFF_IINS]
    for path in (tmp_path / "backups").rglob("*"):
        assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), path
        if path.is_file():
            content = path.read_bytes()
            assert not any(secret.encode() in content for secret in secrets), path
            assert not any(bytes.fromhex(key) in content for key in keys), path


async def test_a_backup_is_its_owners_alone(town: Town, old: Machine, tmp_path: Path) -> None:
    """Whatever the mask of the process, nobody else reads what a backup or a restore has made [L5]."""
    mask = os.umask(0)
    try:
        made = await back_up(town.services, old.folder / "files", tmp_path / "backups")
        with empty_machine(old, tmp_path / "new") as new:
            await dumping.load(new.url, made.folder / made.manifest.database)
    finally:
        os.umask(mask)
    restored = [path for path in (tmp_path / "new").iterdir() if path.is_file()]
    assert made.folder.stat().st_mode & 0o777 == 0o700
    for path in (*made.folder.iterdir(), *restored):
        assert path.stat().st_mode & 0o777 == 0o600, path


async def test_older_ones_go_and_what_people_erased_with_them(old: Machine, tmp_path: Path) -> None:
    """A second run adds only what is new; with the last backup that names a file the file goes [L5] [M1]."""
    backups = tmp_path / "backups"
    first, *others = [path for path in (old.folder / "files").rglob("*") if path.is_file()]
    count = len(others) + 1
    assert f"{count} files, {count} of them new" in (await old.core("backup", backups)).said
    erased = first
    erased.unlink()
    await asyncio.sleep(1)
    answer = await old.core("backup", backups)
    assert f"{count - 1} files, 0 of them new" in answer.said
    kept = backups / "files" / erased.name[:2] / erased.name
    assert kept.exists()
    await asyncio.sleep(1)
    assert "2 older backups were removed" in (await old.core("backup", backups, "--keep", 1)).said
    assert not kept.exists()
    assert len(list(backups.glob("*Z"))) == 1
    assert (await old.core("backup", backups, "--keep", 0)).status == 2


async def test_a_destroyed_box_key_stays_away(town: Town, old: Machine, tmp_path: Path) -> None:
    """After the opening no custody brings a box key back; whoever still has a copy is told [E7] [L5]."""
    custody, backups = tmp_path / "custody", tmp_path / "backups"
    assert (await old.core("keys", CAMPAIGN.campaign, "--copy", custody)).status == 0
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    name = "semey/semey-demo/box-ortalyq"
    assert not town.services.keys.has(name)
    answer = await old.core("keys", CAMPAIGN.campaign, "--check", custody)
    assert answer.status == 1
    assert f"{name}.key: TO BE DESTROYED" in answer.said
    assert (await old.core("backup", backups)).status == 0
    with empty_machine(old, tmp_path / "new") as new:
        assert (await new.core("restore", backups)).status == 1
        assert (await new.core("keys", CAMPAIGN.campaign, "--from", custody)).status == 0
        assert not (new.folder / "keys" / f"{name}.key").exists()
        shutil.copyfile(custody / f"{name}.key", new.folder / "keys" / f"{name}.key")
        assert (
            f"{name}.key: TO BE DESTROYED"
            in (await new.core("keys", CAMPAIGN.campaign, "--check", new.folder / "keys")).said
        )


async def test_custody_is_checked_against_the_database(town: Town, old: Machine, tmp_path: Path) -> None:
    """Missing, exchanged and damaged copies are named; nothing is overwritten; backups hold no keys [E7]."""
    custody = tmp_path / "custody"
    shutil.copytree(old.folder / "keys", custody)
    faults: dict[str, Callable[[Path], object]] = {
        "semey/register": lambda path: path.unlink(),
        "semey/semey-demo/campaign": lambda path: path.write_text("00" * 32),
        "semey/semey-demo/signing": lambda path: path.write_text("no key"),
        "semey/semey-demo/box-samal": lambda path: path.write_text("11" * 32),
    }
    for name, fault in faults.items():
        fault(custody / f"{name}.key")
    answer = await old.core("keys", CAMPAIGN.campaign, "--check", custody)
    assert answer.status == 1
    assert "semey/register.key: MISSING" in answer.said
    assert answer.said.count("NOT THE KEY") == 3
    assert "semey/phone.key: whole" in answer.said
    for option in ("--copy", "--from"):
        answer = await old.core("keys", CAMPAIGN.campaign, option, custody)
        assert answer.status == 1
        assert "is not the key of this database" in answer.said
    assert (custody / "semey/semey-demo/campaign.key").read_text() == "00" * 32
    assert (await old.core("backup", tmp_path / "backups")).status == 0
    answer = await old.core("keys", CAMPAIGN.campaign, "--copy", tmp_path / "backups" / "keys")
    assert "belong on another medium" in answer.said
    box = town.services.keys.read("semey/semey-demo/box-samal")
    assert public_half(box), "the live key is as it was"
