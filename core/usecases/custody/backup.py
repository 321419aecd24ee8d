"""Making a backup while everything goes on: files, the database of one instant, files again, a manifest (L5).

Keys are no part of it: a backup without them tells nobody who is who, nor how anybody voted (E7).
"""

import asyncio
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from core.files import copying
from core.store import dumping
from core.usecases.custody import manifest as manifests
from core.usecases.custody.keys import list_needed
from core.usecases.custody.manifest import FILES, MARK, BackupUnusable, Manifest
from core.usecases.services import Services

_PARTIAL = ".part"
_OWNERS = 0o700
_NAME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made: ``files_added`` are new in the folder, ``dropped`` older backups are gone."""

    folder: Path
    manifest: Manifest
    files_added: int
    dropped: int


async def back_up(services: Services, files: Path, folder: Path, *, keep: int | None = None) -> Made:
    """Add a backup of database and ``files`` to a folder of backups; ``keep`` leaves the newest so many.

    Files lie in the folder once for all its backups; one that no backup names any more goes with the last
    that did, so that what people had erased does not stay for ever (M1).

    Raises:
        BackupUnusable: for a folder that holds something else, or where another backup is being made.
        DumpFailed, FileBroken: where the database or a file cannot be copied whole.
    """
    _make_folder(folder)
    with _alone(folder):
        (folder / FILES).mkdir(mode=0o700, exist_ok=True)
        now = services.real_clock.now()
        partial = folder / f"{now.strftime(_NAME)}{_PARTIAL}"
        before = set(copying.list_digests(folder / FILES))
        partial.mkdir(mode=0o700)
        try:
            made = await _write(services, files, folder, partial, now)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise
        final = _finish(partial)
        dropped = _drop_old(folder, keep) if keep is not None else 0
    added = len(set(made.files) - before)
    return Made(folder=final, manifest=made, files_added=added, dropped=dropped)


async def back_up_nightly(services: Services, files: Path, folder: Path, keep: int) -> Made | None:
    """Make the night's backup unless another worker has made one already."""
    recent = services.real_clock.now() - timedelta(hours=12)
    if (folder / MARK).exists():
        made = manifests.list_backups(folder)
        if made and manifests.read(made[-1]).made_at > recent:
            return None
    return await back_up(services, files, folder, keep=keep)


async def _write(services: Services, files: Path, folder: Path, partial: Path, now: datetime) -> Manifest:
    """Copy files before and after the database: what its rows name was there at one of both times."""
    kept = folder / FILES
    first = await asyncio.to_thread(copying.copy_missing, files, kept)
    name = "database.sqlite3" if services.database.dialect == "sqlite" else "database.pgdump"
    dumped = await dumping.dump(services.database, partial / name)
    later = await asyncio.to_thread(copying.copy_missing, files, kept)
    digest = await asyncio.to_thread(manifests.digest_of_file, partial / name)
    made = Manifest(
        made_at=now,
        dialect=services.database.dialect,
        revision=dumped.revision,
        database=name,
        database_sha256=digest,
        counts=dumped.counts,
        files={**first, **later},
        keys=tuple(each.name for each in await list_needed(services) if not each.is_opened),
    )
    manifests.write(partial, made)
    return made


def _make_folder(folder: Path) -> None:
    """Make the folder and mark it; one that holds something else is not ours to write into."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / MARK).exists():
        if any(folder.iterdir()):
            raise BackupUnusable(f"{folder} holds something else: give an empty folder, or one of backups")
        (folder / MARK).write_text(f"{manifests.FORMAT}\n", encoding="ascii")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder; what a killed run has left is removed."""
    with (folder / MARK).open() as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupUnusable(f"another backup into {folder} is being made") from error
        for left in folder.glob(f"*{_PARTIAL}"):
            shutil.rmtree(left)
        yield


def _finish(partial: Path) -> Path:
    """Let the backup have its name once all of it is on the disk, its owner's alone whatever the mask."""
    for path in (*partial.iterdir(), partial):
        path.chmod(path.stat().st_mode & _OWNERS)
        _sync(path)
    final = partial.with_suffix("")
    if final.exists():
        raise BackupUnusable(f"{final} is there already: two backups in one second")
    partial.rename(final)
    _sync(final.parent)
    return final


def _drop_old(folder: Path, keep: int) -> int:
    """Remove all but the newest backups, and the files that none of the rest names."""
    every = manifests.list_backups(folder)
    old = every[: max(0, len(every) - max(1, keep))]
    for each in old:
        shutil.rmtree(each)
    named = {digest for each in every[len(old) :] for digest in manifests.read(each).files}
    for digest in set(copying.list_digests(folder / FILES)) - named:
        copying.delete(folder / FILES, digest)
    return len(old)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
