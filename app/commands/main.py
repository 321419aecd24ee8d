"""``python -m core``: which commands there are, and what goes wrong said in one line each."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from app.commands import backup, clean, codes, decide, keys, load, opening, replay, staff
from app.wiring import PRIVATE, make_services
from core.files.copying import FileBroken
from core.identity.codes import CodesExhausted
from core.identity.keys import KeyDiffers, KeyMissing
from core.model.refusals import RuleViolation
from core.rulebook.problems import RulebookErrors
from core.settings import Settings
from core.store import migrate
from core.store.dumping import DumpFailed
from core.usecases.campaign.rulebook import RulebookRefused
from core.usecases.custody.manifest import BackupUnusable
from core.usecases.opening.safe import NotInSafe
from core.usecases.services import Services

_SAID = (
    RulebookErrors,
    RulebookRefused,
    RuleViolation,
    decide.DecisionUnclear,
    KeyMissing,
    KeyDiffers,
    NotInSafe,
    CodesExhausted,
    BackupUnusable,
    DumpFailed,
    FileBroken,
    OSError,
)
"""What an operator can put right: it is said without a traceback."""


_COMMANDS: Mapping[str, Callable[[Services, argparse.Namespace], Awaitable[int]]] = {
    "load": load.run,
    "keys": keys.run,
    "codes": codes.run,
    "decide": decide.run,
    "staff": staff.run,
    "clean": clean.run,
    "backup": backup.run_backup,
    "restore": backup.run_restore,
    "open": opening.run,
}
"""What each word does with the database; `replay` needs none."""

_UNMIGRATED = frozenset({"backup", "restore"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 called wrongly."""
    options = _parser().parse_args(arguments)
    if options.command == "replay":
        return replay.run(options.files)
    os.umask(PRIVATE)
    settings = Settings()
    # A backup before an update is of the tables as they are; a restore wants no tables at all.
    if options.command not in _UNMIGRATED:
        migrate.upgrade(settings.database_url)
    try:
        return asyncio.run(_run(settings, options))
    except _SAID as error:
        _say(error)
        return 1


async def _run(settings: Settings, options: argparse.Namespace) -> int:
    services = make_services(settings)
    try:
        return await _COMMANDS[options.command](services, options)
    finally:
        await services.database.dispose()


def _say(error: BaseException) -> None:
    sys.stderr.write(f"{error}\n")
    if isinstance(error, RulebookRefused):
        for change in error.changes:
            sys.stderr.write(f"  {change.key}: {change.old} -> {change.new}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core", description="The operator's commands.")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_load(commands.add_parser("load", help="take a rulebook, projects, a register, improved yards"))
    keys.add_arguments(
        commands.add_parser("keys", help="make the key files that a campaign lacks; keep copies of them")
    )
    issued = commands.add_parser("codes", help="issue clerk's codes to people of the register")
    issued.add_argument("campaign")
    issued.add_argument("iins", type=Path, help="a file with one IIN a line; what follows # is left out")
    issued.add_argument("list", type=Path, help="where to write the clerk's list; it must not exist yet")
    deciding = "decide on proposals as clerk or council, show or hide questions and answers"
    decide.add_arguments(commands.add_parser("decide", help=deciding))
    staff.add_arguments(
        commands.add_parser("staff", help="add a login of the office: the first administrator")
    )
    commands.add_parser("clean", help="delete what no rulebook lets be kept any longer")
    backup.add_backup(commands.add_parser("backup", help="copy database and files, never the keys"))
    backup.add_restore(commands.add_parser("restore", help="make everything again of a backup"))
    _add_open(commands.add_parser("open", help="close what is over, open the boxes and count"))
    played = commands.add_parser("replay", help="compute the winners of Pabulib files by their own rules")
    played.add_argument("files", nargs="+", type=Path)
    return parser


def _add_load(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rulebook", type=Path, help="the campaign's rulebook (TOML)")
    parser.add_argument("--take-changes", action="store_true", help="take a rulebook that differs")
    parser.add_argument("--campaign", help="whose projects, register or yards these are")
    parser.add_argument("--projects", type=Path, help="the list of projects (TOML)")
    parser.add_argument("--pictures", type=Path, help="the folder of their pictures")
    parser.add_argument("--register", type=Path, help="the register of residents (CSV)")
    parser.add_argument("--yards", type=Path, help="the yards improved lately (CSV)")


def _add_open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign")
    parser.add_argument("--territory", help="this voting territory alone")
    parser.add_argument("--lot", metavar="VALUE", help="the public value that settles lots which are awaited")
