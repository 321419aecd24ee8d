"""Making everything again of a backup: looked at whole before anything is written, into nothing else (L5)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.files import copying
from core.store import dumping, migrate
from core.usecases.custody import manifest as manifests
from core.usecases.custody.keys import KeyFound, KeyKind, KeyState, list_needed, look_at
from core.usecases.custody.manifest import FILES, BackupUnusable, Manifest
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored, and what stands against a start: keys that are missing or other ones.

    ``boxes_away`` are box keys that lie in custody, ``boxes_back`` such as were to be destroyed.
    """

    manifest: Manifest
    keys_wrong: Sequence[KeyFound]
    boxes_away: Sequence[str]
    boxes_back: Sequence[str]

    @property
    def may_start(self) -> bool:
        """Say whether the system may start."""
        return not self.keys_wrong


def choose_backup(folder: Path, name: str | None) -> Path:
    """Return the backup of this name, without one the newest; raise ``BackupUnusable`` for none."""
    backups = manifests.list_backups(folder)
    found = [each for each in backups if name in {None, each.name}]
    if not found:
        raise BackupUnusable(f"{folder} holds no whole backup{f' {name}' if name else ''}")
    return found[-1]


async def restore(services: Services, files: Path, backup: Path) -> Restored:
    """Fill an empty database and an empty folder of files from a backup, then look at the keys.

    Files come before the database, and the database whole or not at all: what is cut off is begun again.

    Raises:
        BackupUnusable: for a backup that is damaged, of a newer program or of the other kind of database, and
            for a database or a folder that is not empty.
        FileBroken: for a file of the backup that is damaged or missing.
        DumpFailed: where the database does not take it.
    """
    made = manifests.read(backup)
    await _require_usable(services, made, backup)
    await _require_empty(services, files, made)
    await asyncio.to_thread(copying.copy_missing_of, backup.parent / FILES, files, made.files)
    # What was opened to see that it is empty is another file after this.
    await services.database.dispose()
    await dumping.load(services.database.url, backup / made.database)
    await _require_all_rows(services, made)
    await asyncio.to_thread(migrate.upgrade, services.database.url)
    return await _with_keys(services, made)


async def _require_usable(services: Services, made: Manifest, backup: Path) -> None:
    if made.dialect != services.database.dialect:
        raise BackupUnusable(
            f"the backup is of {made.dialect}, DATABASE_URL is of {services.database.dialect}"
        )
    if not dumping.knows(services.database.url, made.revision):
        raise BackupUnusable(
            f"the backup has tables of revision {made.revision}, which this program does not know: "
            "use the program that made it, or a newer one"
        )
    dump = backup / made.database
    if not dump.is_file():
        raise BackupUnusable(f"{dump} is missing")
    if await asyncio.to_thread(manifests.digest_of_file, dump) != made.database_sha256:
        raise BackupUnusable(f"{dump} is damaged: its digest is another one")
    await asyncio.to_thread(copying.verify, backup.parent / FILES, made.files)


async def _require_empty(services: Services, files: Path, made: Manifest) -> None:
    if await dumping.look(services.database) is not None:
        raise BackupUnusable("the database is not empty: restore into an empty one, and leave this one alone")
    strangers = next(copying.list_strangers(files, made.files), None)
    if strangers is not None:
        raise BackupUnusable(f"{files} is not empty: {strangers} is none of the backup's files")


async def _require_all_rows(services: Services, made: Manifest) -> None:
    found = await dumping.look(services.database)
    if found is None or found.counts != made.counts:
        raise BackupUnusable("the restored database has other rows than the backup counted: do not use it")


async def _with_keys(services: Services, made: Manifest) -> Restored:
    found = look_at(services.keys, await list_needed(services))
    boxes = [each for each in found if each.needed.kind is KeyKind.BOX]
    return Restored(
        manifest=made,
        keys_wrong=[
            each
            for each in found
            if each.state is KeyState.DIFFERS or (each.state is KeyState.MISSING and each not in boxes)
        ],
        boxes_away=[each.needed.name for each in boxes if each.state is KeyState.MISSING],
        boxes_back=[each.needed.name for each in boxes if each.state is KeyState.OPENED],
    )
