"""`python -m sandbox`: reads the command line and serves until interrupted."""

import argparse
import asyncio
import contextlib
import tempfile
from pathlib import Path

from sandbox.clock import MovableClock
from sandbox.files import FileStore
from sandbox.loading import read_instants, read_people
from sandbox.profile import DEFAULT_BOT, new_profile
from sandbox.server import build_app, run_app
from sandbox.timing import Timing
from sandbox.world import World

DEFAULT_PORT = 8081
RETRY_BASE = "seconds before the second retry of an update to a webhook"


def main() -> None:
    """Entry point."""
    arguments = _read_arguments()
    with contextlib.suppress(KeyboardInterrupt), tempfile.TemporaryDirectory() as folder:
        asyncio.run(_serve(arguments, arguments.files or Path(folder)))


async def _serve(arguments: argparse.Namespace, folder: Path) -> None:
    profile = new_profile(arguments.token, arguments.name, arguments.username)
    timing = Timing(retry_base=arguments.retry_base)
    world = World(profile, MovableClock(arguments.clock_file), FileStore(folder), timing)
    world.time_zone = arguments.time_zone
    for person in read_people(arguments.people) if arguments.people else []:
        world.add_person(person)
    world.staff = arguments.staff
    world.instants = read_instants(arguments.instants) if arguments.instants else []
    runner, port = await run_app(build_app(world), arguments.port)
    print(f"chat: http://127.0.0.1:{port}/  bot api: http://127.0.0.1:{port}/bot<token>/", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Telegram on this machine")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="loopback port; 0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_BOT, help="the bot's token, <number>:<secret>")
    parser.add_argument("--username", default="qatysu_demo_bot", help="the bot's username")
    parser.add_argument("--name", default="Qatysu", help="the bot's name")
    parser.add_argument("--people", type=Path, help="JSON list of people")
    parser.add_argument("--instants", type=Path, help="JSON list of named instants")
    parser.add_argument("--staff", type=Path, help="JSON of an office's address and its staff")
    parser.add_argument("--clock-file", type=Path, help="where the clock's offset is told to other processes")
    parser.add_argument("--time-zone", default="Asia/Almaty", help="in which the page prints times")
    parser.add_argument("--files", type=Path, help="folder for uploaded files; a temporary one by default")
    parser.add_argument("--retry-base", type=float, default=Timing().retry_base, help=RETRY_BASE)
    arguments = parser.parse_args()
    if arguments.retry_base <= 0:
        parser.error("--retry-base must be above 0")
    if not arguments.token.split(":")[0].isdigit():
        parser.error("the token must look like <number>:<secret>")
    return arguments


if __name__ == "__main__":
    main()
