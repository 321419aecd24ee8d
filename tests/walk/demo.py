"""The demo as somebody's terminal runs it, and its residents; pictures are taken in it too."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.language.locales import Locales
from core.language.markup import plain
from core.model.language import Language
from sandbox.client import Person, Sandbox, View

REPOSITORY = Path(__file__).parents[2]
LOCALES = Locales.load(REPOSITORY / "locales", strict=True)
BEGINNING = "2026-11-20T12:00:00+05:00"
"""When every such demo begins, so that its conversations have the same dates."""

START_PATIENCE = 180
"""Seconds that a loaded machine may take to make the demo."""


@dataclass(slots=True)
class Demo:
    """A running demo: its chat page, its clerk's codes by person, its processes."""

    sandbox: Sandbox
    process: asyncio.subprocess.Process
    folder: Path
    printed: str

    def resident(self, number: int, language: Language) -> "Resident":
        """Return one of the people on the chat page, speaking ``language``."""
        return Resident(person=self.sandbox.person(number), language=language)

    def code_of(self, name: str) -> str:
        """Return the clerk's code that the demo printed for somebody."""
        found = re.search(rf"([0-9A-Z]{{4}}-[0-9A-Z]{{4}}) – {name}", self.printed)
        assert found is not None, self.printed
        return found[1]

    def kill_bot(self) -> None:
        """Kill the bot's process with SIGKILL; the supervisor starts it again."""
        for status in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                command = status.read_bytes().split(b"\0")
                environment = (status.parent / "environ").read_bytes()
                if {b"bot", b"run"} <= set(command) and str(self.folder).encode() in environment:
                    os.kill(int(status.parent.name), signal.SIGKILL)
                    return
        raise ProcessLookupError("no bot runs in this demo")

    async def move_clock(self, name: str) -> None:
        """Move the clock to the named instant of the demo, and let the worker do what is due."""
        instants = (await self.sandbox.get("/api/instants"))["instants"]
        at = next(item["at"] for item in instants if item["name"]["ru"] == name)
        await self.sandbox.move_clock(datetime.fromisoformat(at))


@dataclass(slots=True)
class Resident:
    """A person of the demo, who presses buttons by the key of their text."""

    person: Person
    language: Language

    def label(self, key: str, **facts: object) -> str:
        """Return a text in the resident's language."""
        return str(LOCALES.words(self.language)(key, **facts))

    def shown(self, key: str, **facts: object) -> str:
        """Return a text as the phone shows it."""
        return plain(LOCALES.words(self.language)(key, **facts))

    async def press(self, key: str, **facts: object) -> View:
        """Press the button whose label is the text ``key``."""
        return await self.person.tap(self.label(key, **facts))

    async def settle(self, campaign: str, *places: str) -> View:
        """Choose the language, the campaign, and then one place after the other, as deep as they go."""
        await self.person.start()
        view = await self.press("button-language-own")
        for place in (campaign, *places):
            view = await self.person.tap(next(each for each in view.labels if place in each))
        return view


@asynccontextmanager
async def running_demo(folder: Path, *more: str) -> AsyncIterator[Demo]:
    """Run ``python -m app demo`` as its own process until the block ends; ``more`` are options of it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "app", "demo", "--port", "0", "--at", BEGINNING, "--folder", str(folder), *more),
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    printed = ""
    try:
        async with asyncio.timeout(START_PATIENCE):
            while printed.count("Ctrl-C") < len(Language):
                line = (await process.stdout.readline()).decode()
                assert line, "the demo ended before it began"
                printed += line
        url = re.search(r"chat: (http://\S+?)/?\s", printed)
        assert url is not None
        token = (folder / "token").read_text(encoding="utf-8")
        async with Sandbox(url[1], token, patience=60) as sandbox:
            yield Demo(sandbox=sandbox, process=process, folder=folder, printed=printed)
    finally:
        await end(process)


async def end(process: asyncio.subprocess.Process) -> None:
    """End a demo as its terminal does, unless it has ended."""
    if process.returncode is None:
        process.send_signal(signal.SIGINT)
        await asyncio.wait_for(process.wait(), 60)
