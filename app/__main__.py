"""``python -m app``: the whole of it on this machine, without a token and without a network."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path

from app.commands import main as operator
from app.demo.house import FOLDER, House
from app.demo.supervisor import run

PORT = 8080


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m app", description="Qatysu on this machine alone")
    words = parser.add_subparsers(dest="word", required=True)
    _add_demo(words.add_parser("demo", help="a local Telegram with sample residents and the bot"))
    staff = words.add_parser("core", help="the operator's commands, on the demo of another terminal")
    staff.add_argument("--folder", type=Path, default=FOLDER, help="the folder of that demo")
    staff.add_argument("command", nargs=argparse.REMAINDER, help="as `python -m core` takes it")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if arguments.word == "core":
        return operate(House(folder), arguments.command)
    by_hand = arguments.by_hand
    return run(folder, arguments.port, is_kept=arguments.keep, at=arguments.at, is_opened_by_hand=by_hand)


def operate(house: House, command: list[str]) -> int:
    """Run one of the operator's commands with the settings of a demo, by the demo's clock."""
    if not house.is_made():
        print(f"There is no demo in {house.folder}: start it by `python -m app demo`.", file=sys.stderr)
        return 1
    os.environ.update(house.settings(""))
    return operator.main(command)


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=PORT, help="of the chat page; 0 takes a free one")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where its database, keys and files lie")
    parser.add_argument("--keep", action="store_true", help="go on with the former demo")
    parser.add_argument("--by-hand", action="store_true", help="two people open boxes, not the clock")
    parser.add_argument("--at", type=_instant, help="when it begins, such as 2026-11-20T12:00+05:00")


def _instant(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return at


if __name__ == "__main__":
    sys.exit(main())
