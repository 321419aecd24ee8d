"""What stands against restoring: damaged, foreign or newer backups, a machine not empty, wrong keys."""

import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import make_url

from core.store import dumping, migrate
from core.store.database import Database
from core.usecases.custody.backup import back_up_nightly
from tests.support import databases
from tests.support.operator import Machine
from tests.support.proposals import INTAKE, submitted
from tests.support.town import CAMPAIGN, Town, build_town

pytestmark = pytest.mark.slow

MANIFEST, SEAL = "manifest.json", "manifest.sha256"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town with a proposal and its picture."""
    built = await build_town(sqlite_url, tmp_path / "old")
    built.clock.set_to(INTAKE)
    await submitted(built, 0)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def backup(town: Town, tmp_path: Path) -> Path:
    """Its backup, alone in its folder."""
    old = Machine(town.services.database.url, tmp_path / "old")
    assert (await old.core("backup", tmp_path / "backups")).status == 0
    return next((tmp_path / "backups").glob("*Z"))


@pytest.fixture
def new(tmp_path: Path) -> Machine:
    """A machine with nothing on it."""
    (tmp_path / "new").mkdir()
    return Machine(databases.sqlite_url(tmp_path / "new" / "qatysu.sqlite3"), tmp_path / "new")


def flip(path: Path) -> None:
    """Change one byte in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def rewrite(backup: Path, **changed: object) -> None:
    """Change what the manifest says, and seal it anew."""
    data = json.loads((backup / MANIFEST).read_text(encoding="utf-8")) | changed
    content = json.dumps(data).encode()
    (backup / MANIFEST).write_bytes(content)
    (backup / SEAL).write_text(sha256(content).hexdigest(), encoding="ascii")


def a_file(backup: Path) -> Path:
    """Return one of the files that people have sent."""
    return next(path for path in (backup.parent / "files").rglob("*") if path.is_file())


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "truncated dump": (lambda each: os.truncate(each / "database.sqlite3", 4096), "is damaged"),
    "flipped byte in the dump": (lambda each: flip(each / "database.sqlite3"), "is damaged"),
    "no dump": (lambda each: (each / "database.sqlite3").unlink(), "is missing"),
    "flipped byte in a file": (lambda each: flip(a_file(each)), "not what its name says"),
    "no file": (lambda each: a_file(each).unlink(), "is missing"),
    "flipped byte in the manifest": (lambda each: flip(each / MANIFEST), "is damaged"),
    "no seal": (lambda each: (each / SEAL).unlink(), "no backup, or not a whole one"),
    "no manifest": (lambda each: (each / MANIFEST).unlink(), "holds no whole backup"),
    "newer tables": (lambda each: rewrite(each, revision="9999"), "does not know"),
    "newer format": (lambda each: rewrite(each, format=2), "newer program"),
    "other database": (lambda each: rewrite(each, dialect="postgresql"), "is of postgresql"),
    "other rows": (lambda each: rewrite(each, counts={"proposal": 5}), "other rows"),
    "foreign folder": (lambda each: (each.parent / "qatysu-backup").unlink(), "no folder of Qatysu"),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_backup_that_is_not_whole(new: Machine, backup: Path, fault: str) -> None:
    """Each fault is named in one line, and but for miscounted rows nothing is written before [L5] [P7]."""
    damage, said = FAULTS[fault]
    damage(backup)
    answer = await new.core("restore", backup.parent)
    assert answer.status == 1
    assert said in answer.said
    assert "Traceback" not in answer.said
    if fault != "other rows":
        assert list(new.folder.iterdir()) == []


async def test_a_machine_that_is_not_empty(new: Machine, backup: Path) -> None:
    """A database with tables, its leftovers, a folder with other files: left as they are [L5]."""
    (new.folder / "qatysu.sqlite3-wal").write_bytes(b"left")
    assert "is left of another database" in (await new.core("restore", backup.parent)).said
    (new.folder / "qatysu.sqlite3-wal").unlink()
    stranger = new.folder / "files" / "notes.txt"
    stranger.write_text("keep me")
    assert f"{stranger} is none of the backup's files" in (await new.core("restore", backup.parent)).said
    assert stranger.read_text() == "keep me"
    stranger.unlink()
    # Its own files from a run that was cut off do not stand in the way.
    assert "are restored" in (await new.core("restore", backup.parent)).said
    before = (new.folder / "qatysu.sqlite3").read_bytes()
    answer = await new.core("restore", backup.parent, "--backup", backup.name)
    assert (answer.status, "database is not empty" in answer.said) == (1, True)
    assert (new.folder / "qatysu.sqlite3").read_bytes() == before
    assert "holds no whole backup 2001" in (await new.core("restore", backup.parent, "--backup", "2001")).said


@pytest.mark.parametrize(
    ("key", "said"), [(None, "is missing"), ("00" * 32, "is not the key"), ("x", "is not")]
)
async def test_keys_that_do_not_fit(
    new: Machine, town: Town, backup: Path, key: str | None, said: str
) -> None:
    """A key that is missing, another one or damaged is named, and a start is forbidden [E7] [L5]."""
    keys = new.folder / "keys"
    shutil.copytree(town.services.keys.root, keys)
    path = keys / "semey" / "register.key"
    if key is None:
        path.unlink()
    else:
        path.write_text(key)
    answer = await new.core("restore", backup.parent)
    assert answer.status == 1
    assert f"{path} {said}" in answer.said
    assert "MUST NOT START" in answer.said
    assert "phone.key" not in answer.said


async def test_with_its_keys_it_may_start_at_once(new: Machine, town: Town, backup: Path) -> None:
    """Keys first is as good as keys last; box keys may lie in a safe until the opening [E7] [L5]."""
    shutil.copytree(town.services.keys.root, new.folder / "keys")
    (new.folder / "keys" / "semey" / "semey-demo" / "box-samal.key").unlink()
    answer = await new.core("restore", backup.parent)
    assert answer.status == 0, answer.said
    assert "the system may start" in answer.said
    assert "needed at the opening of the boxes:\n  semey/semey-demo/box-samal.key" in answer.said


async def test_backups_that_cannot_be_made(town: Town, tmp_path: Path, new: Machine) -> None:
    """A folder of something else, no database, a damaged file of ours: said, and nothing half-made [L5]."""
    old = Machine(town.services.database.url, tmp_path / "old")
    assert "holds something else" in (await old.core("backup", tmp_path / "old" / "keys")).said
    assert "there is no database" in (await new.core("backup", tmp_path / "none")).said
    flip(next(path for path in (tmp_path / "old" / "files").rglob("*") if path.is_file()))
    answer = await old.core("backup", tmp_path / "backups")
    assert "is damaged: it is not what its name says" in answer.said
    assert [each.name for each in (tmp_path / "backups").iterdir() if each.is_dir()] == ["files"]


async def test_without_the_programs_of_postgresql(postgres_url: str, tmp_path: Path) -> None:
    """Where pg_dump is not installed the operator reads what to install [L5] [P7]."""
    machine = Machine(postgres_url, tmp_path)
    answer = await machine.core("backup", tmp_path / "backups", PATH="/nowhere")
    assert answer.status == 1
    assert answer.said.startswith("pg_dump is not on the PATH")


async def test_an_older_backup_is_migrated(bare_database_url: str, tmp_path: Path) -> None:
    """Backed up before an update, restored after it: the tables are the newest then [L5]."""
    machine = Machine(bare_database_url, tmp_path)
    migrate_apart(bare_database_url, "0003")
    assert "of revision 0003" in (await machine.core("backup", tmp_path / "backups")).said
    target = databases.sqlite_url(tmp_path / "target.sqlite3")
    if make_url(bare_database_url).get_backend_name() == "sqlite":
        assert (await Machine(target, tmp_path).core("restore", tmp_path / "backups")).status == 0
        await assert_newest(target)
        return
    with databases.new_postgres() as name:
        url = databases.postgres_url(name)
        assert (await Machine(url, tmp_path).core("restore", tmp_path / "backups")).status == 0
        await assert_newest(url)


async def assert_newest(url: str) -> None:
    """Assert that the tables are those of this program."""
    database = Database(url)
    found = await dumping.look(database)
    await database.dispose()
    assert found is not None
    assert found.revision > "0003"


def migrate_apart(url: str, revision: str) -> None:
    """Migrate where no loop runs."""
    databases.run_apart(lambda: migrate.upgrade(url, revision))


async def test_one_backup_a_night(town: Town, tmp_path: Path) -> None:
    """Two workers make one backup; the next night another, and the oldest goes [L5]."""
    files, folder = tmp_path / "old" / "files", tmp_path / "backups"
    for night in range(4):
        assert await back_up_nightly(town.services, files, folder, 2) is not None, night
        assert await back_up_nightly(town.services, files, folder, 2) is None
        town.wait(days=1)
    assert len(list(folder.glob("*Z"))) == 2
    assert CAMPAIGN.campaign in (next(folder.glob("*Z")) / MANIFEST).read_text(encoding="utf-8")
