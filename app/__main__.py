"""`python -m app demo`: the whole of it on this machine, without a token and without a network."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from app.demo.house import FOLDER
from app.demo.supervisor import run

PORT = 8080


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m app", description="Qatysu on this machine alone")
    words = parser.add_subparsers(dest="word", required=True)
    demo = words.add_parser("demo", help="a local Telegram with sample residents and the bot")
    demo.add_argument("--port", type=int, default=PORT, help="of the chat page; 0 takes a free one")
    demo.add_argument("--folder", type=Path, default=FOLDER, help="where its database, keys and files lie")
    demo.add_argument(
        "--keep", action="store_true", help="go on with the former demo instead of beginning anew"
    )
    demo.add_argument("--at", type=_instant, help="when it begins, such as 2026-11-20T12:00+05:00")
    arguments = parser.parse_args()
    return run(arguments.folder.resolve(), arguments.port, is_kept=arguments.keep, at=arguments.at)


def _instant(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return at


if __name__ == "__main__":
    sys.exit(main())
