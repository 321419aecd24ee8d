"""``python -m core backup`` and ``restore``: all but the keys into a folder, and out of it again (L5)."""

import argparse
import sys
from pathlib import Path

from core.settings import Settings
from core.usecases.campaign.keys import check_keys
from core.usecases.custody.backup import Made, back_up
from core.usecases.custody.keys import KeyFound, KeyState
from core.usecases.custody.manifest import Manifest
from core.usecases.custody.restore import Restored, choose_backup, restore
from core.usecases.services import Services


def add_backup(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of ``backup``."""
    parser.add_argument("folder", type=Path, help="the folder of backups, on another disk")
    parser.add_argument("--keep", type=_count, help="leave only the newest so many backups in it")


def add_restore(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of ``restore``."""
    parser.add_argument("folder", type=Path, help="the folder of backups")
    parser.add_argument("--backup", help="which one, as its folder is called; without it the newest")


async def run_backup(services: Services, options: argparse.Namespace) -> int:
    """Make a backup while everything goes on."""
    made = await back_up(services, Settings().files_dir, options.folder, keep=options.keep)
    sys.stdout.write(_made_text(made))
    return 0


async def run_restore(services: Services, options: argparse.Namespace) -> int:
    """Fill an empty database and an empty folder of files, and say whether the keys fit."""
    backup = choose_backup(options.folder, options.backup)
    done = await restore(services, Settings().files_dir, backup)
    sys.stdout.write(_restored_text(done, backup))
    if not done.may_start:
        for each in done.keys_wrong:
            sys.stderr.write(f"  {_wrong_text(services, each)}\n")
        sys.stderr.write(_MUST_NOT_START)
        return 1
    await check_keys(services)
    sys.stdout.write("the keys fit the database: the system may start\n")
    return 0


_MUST_NOT_START = (
    "THE SYSTEM MUST NOT START YET: without its keys nobody is known again, and people could vote twice.\n"
    "Bring the keys from custody (python -m core keys CAMPAIGN --from FOLDER); everything else is restored.\n"
)


def _made_text(made: Made) -> str:
    manifest = made.manifest
    lines = [f"{made.folder}: {_sizes(manifest)}, {made.files_added} of them new"]
    if made.dropped:
        lines.append(f"{made.dropped} older backups were removed")
    lines.append("it needs these keys, which are in no backup:" if manifest.keys else "it needs no keys")
    lines += [f"  {name}.key" for name in manifest.keys]
    return "\n".join(lines) + "\n"


def _sizes(manifest: Manifest) -> str:
    rows, tables, files = sum(manifest.counts.values()), len(manifest.counts), len(manifest.files)
    return (
        f"{manifest.dialect} of revision {manifest.revision}, {rows} rows in {tables} tables, {files} files"
    )


def _restored_text(done: Restored, backup: Path) -> str:
    at = done.manifest.made_at.isoformat(timespec="seconds")
    lines = [f"{backup.name}: {_sizes(done.manifest)} are restored, as they were at {at}"]
    if done.boxes_away:
        lines.append("not here, and needed at the opening of the boxes:")
        lines += [f"  {name}.key" for name in done.boxes_away]
    if done.boxes_back:
        lines.append("here, but destroyed after the opening; remove them here and in custody:")
        lines += [f"  {name}.key" for name in done.boxes_back]
    return "\n".join(lines) + "\n"


def _wrong_text(services: Services, found: KeyFound) -> str:
    path = services.keys.root / f"{found.needed.name}.key"
    if found.state is KeyState.MISSING:
        return f"{path} is missing"
    return f"{path} is not the key that the database was filled with"


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("keep one backup at least")
    return count
