"""The demo from its first line to Ctrl-C: data, sandbox, bot, pages, and what a newcomer is told."""

import asyncio
import json
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from app import wiring
from app.demo.data import fill
from app.demo.house import ROOT, House, read_settings, write_json
from app.demo.processes import free_port, keep_running, listening, start, stop
from core.language.locales import Locales, Words
from core.language.markup import plain
from core.model.language import Language
from core.store import migrate

_PATIENCE = 30
"""Seconds for the pages to start; after them the chat is worth a greeting all the same."""

_CHAT = re.compile(r"chat: (http://127\.0\.0\.1:\d+)/")


class SandboxBroken(Exception):
    """The sandbox ended before it served anything; most often its port is in use."""


def run(
    folder: Path,
    port: int,
    *,
    is_kept: bool,
    at: datetime | None = None,
    is_opened_by_hand: bool = False,
) -> int:
    """Run the demo until it is interrupted and return the exit status.

    ``is_kept`` goes on with the votes and the clock of the former demo, where there is a complete one; ``at``
    is the instant at which a new one begins, the present one if there is none. ``is_opened_by_hand`` leaves
    the boxes to two people of the office, as an akimat does; without it the clock opens them.
    """
    house = House(folder, is_opened_by_hand)
    locales = Locales.load(ROOT / "locales", strict=False)
    if not (is_kept and house.is_made()):
        house.begin_anew()
        if at is not None:
            house.set_clock(at)
        migrate.upgrade(house.settings("")["DATABASE_URL"])
        asyncio.run(_fill(house, locales))
    try:
        asyncio.run(_serve(house, locales, port))
    except SandboxBroken as error:
        print(error, file=sys.stderr)
        return 1
    return 0


async def _fill(house: House, locales: Locales) -> None:
    services = wiring.make_services(read_settings(house.settings("")))
    try:
        await fill(house, services, locales)
    finally:
        await services.database.dispose()


async def _serve(house: House, locales: Locales, port: int) -> None:
    """Run sandbox, bot and pages until somebody interrupts, or until the sandbox ends."""
    interrupted = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, interrupted.set)
    web_url = f"http://127.0.0.1:{free_port(port + 1 if port else 0)}"
    _tell_address(house, web_url)
    sandbox = await start(_sandbox_arguments(house, port), {}, is_read=True)
    try:
        url = await _address_of(sandbox)
        settings = house.settings(url, web_url)
        async with asyncio.TaskGroup() as group:
            parts = [group.create_task(keep_running((part, "run"), settings)) for part in ("bot", "web")]
            greeting = group.create_task(_greet(house, locales, url, web_url))
            waits = (group.create_task(interrupted.wait()), group.create_task(sandbox.wait()))
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for task in (*parts, *waits, greeting):
                task.cancel()
    finally:
        await stop(sandbox)


def _sandbox_arguments(house: House, port: int) -> tuple[str, ...]:
    values = {
        "--port": str(port),
        "--token": house.settings("")["BOT_TOKEN"],
        "--people": str(house.people),
        "--instants": str(house.instants),
        "--clock-file": str(house.clock_file),
        "--staff": str(house.staff),
    }
    return ("sandbox", *(part for pair in values.items() for part in pair))


async def _address_of(sandbox: Process) -> str:
    """Read where the sandbox listens; raise ``SandboxBroken`` when it ends instead of saying it."""
    while sandbox.stdout is not None and (line := await sandbox.stdout.readline()):
        if found := _CHAT.search(line.decode()):
            return found[1]
    raise SandboxBroken(
        "The sandbox did not start. Is its port in use? `python -m app demo --port 0` takes any."
    )


def _tell_address(house: House, web_url: str) -> None:
    """Let the chat page lead to the office and the public pages: their port is another one at each start."""
    told = json.loads(house.staff.read_text(encoding="utf-8"))
    write_json(house.staff, told | {"office": f"{web_url}/office/", "public": f"{web_url}/"})


async def _greet(house: House, locales: Locales, url: str, web_url: str) -> None:
    """Print the greeting once the pages can be opened: people click at once."""
    await listening(web_url, _PATIENCE)
    for line in _greeting(house, locales, url, web_url):
        print(line, flush=True)


def _greeting(house: House, locales: Locales, url: str, web_url: str) -> Iterator[str]:
    """Yield what is printed at the start: the address first, then how to begin, in both languages."""
    yield f"chat: {url}/"
    yield f"office: {web_url}/office/"
    yield f"public: {web_url}/"
    campaigns = json.loads(house.codes.read_text(encoding="utf-8"))
    people = json.loads(house.people.read_text(encoding="utf-8"))
    names = {str(each["id"]): each["first_name"] for each in people}
    for language in Language:
        words = locales.words(language)
        yield ""
        yield plain(words("demo-begin"))
        yield plain(words("demo-campaigns"))
        for campaign in campaigns:
            yield plain(words("demo-codes", place=campaign["place"][language.value]))
            yield from _codes(words, campaign["codes"], names)
        yield plain(words("demo-staff", page=f"{url}/authenticator"))
        yield plain(words("demo-end"))


def _codes(words: Words, codes: Iterable[Mapping[str, str]], names: Mapping[str, str]) -> Iterator[str]:
    for each in codes:
        number = each["person"].split()[-1]
        key = "demo-code" if each["person"] == number else "demo-code-household"
        yield plain(words(key, code=each["code"], name=names.get(number, number)))
