"""Two bot processes behind a proxy that Telegram brings updates to: one conversation, and a kill in it."""

import asyncio
import os
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from core.model.language import Language
from core.usecases.place.account import see
from sandbox.client import Person, View
from sandbox.records import Json
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.app.processes import PATIENCE, ended, settings_of, started, stopped
from tests.bot.walking import kazakh
from tests.support.balancer import Balancer, balancing, free_ports
from tests.support.town import Town, build_town

pytestmark = pytest.mark.slow

PEOPLE: list[Json] = [
    {"id": 1001 + number, "first_name": f"№{number}", "language_code": "kk"} for number in range(8)
]
DISTRICT = "Самал ауданы"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What the processes share, and Telegram before them."""

    sandbox: RunningSandbox
    balancer: Balancer
    town: Town
    settings: dict[str, str]

    @property
    def people(self) -> list[Person]:
        """Return everybody with a phone."""
        return [self.sandbox.person(each["id"]) for each in PEOPLE]

    def settings_at(self, port: int) -> dict[str, str]:
        """Return the settings of the process that listens on this port."""
        return self.settings | {"WEBHOOK_LISTEN": f"127.0.0.1:{port}"}


@pytest.fixture
async def deployment(postgres_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[Deployment]:
    """A town on PostgreSQL, a Telegram whose retries come soon, and a proxy for two processes."""
    town = await build_town(postgres_url, tmp_path)
    async with (
        RunningSandbox(people=PEOPLE, patience=PATIENCE, timing=Timing(retry_base=0.1)) as sandbox,
        balancing(free_ports(2)) as balancer,
    ):
        settings = settings_of(
            tmp_path,
            bot_token=sandbox.token,
            bot_api_url=sandbox.url,
            database_url=postgres_url,
            redis_url=redis_url,
            keys_dir=str(town.services.keys.root),
            webhook_url=f"{balancer.url}/telegram",
        )
        yield Deployment(sandbox=sandbox, balancer=balancer, town=town, settings=settings)
    await town.services.database.dispose()


async def test_two_processes_lead_one_conversation(deployment: Deployment) -> None:
    """Screens, language and place go on in whichever process a press comes to [N1]."""
    async with _two_bots(deployment) as bots:
        aigul = deployment.people[0]
        view = await _find_home(aigul)
        assert f"📍 {DISTRICT}" in view.text
        assert len([message for message in view.messages if message["from"] == "bot"]) == 1
        assert min(deployment.balancer.confirmed[port] for port in deployment.balancer.ports) > 0
        assert [await stopped(bot) for bot in bots] == [(0, ""), (0, "")]


async def test_a_killed_process_loses_nothing(deployment: Deployment) -> None:
    """With one of two processes killed under load everybody finds home, and each act is answered [N1]."""
    async with _two_bots(deployment) as bots:
        walks = asyncio.gather(*(_find_home(person) for person in deployment.people))
        await deployment.people[0].wait_for(kazakh("place-language"), timeout=PATIENCE)
        os.kill(bots[0].pid, signal.SIGKILL)
        assert (await ended(bots[0]))[0] == -signal.SIGKILL
        assert not walks.done(), "the kill came in the middle"
        views = await walks
        assert deployment.balancer.lost > 0
        assert all(f"📍 {DISTRICT}" in view.text for view in views)
        for person in deployment.people:
            viewer = await see(deployment.town.services, person.id)
            assert (viewer.speaks, viewer.territory) == (Language.KAZAKH, "samal")
        assert await stopped(bots[1]) == (0, "")


async def test_an_address_that_telegram_refuses_ends_the_start(deployment: Deployment) -> None:
    """Telegram's reason against WEBHOOK_URL is said in one line [N1]."""
    settings = deployment.settings | {"WEBHOOK_URL": "https://akimat.example:1234/telegram"}
    async with started("bot", "run", settings=settings) as bot:
        status, said = await ended(bot)
    assert status == 1
    assert said.splitlines()[-1].startswith("Telegram does not take WEBHOOK_URL: ")
    assert "Traceback" not in said


@asynccontextmanager
async def _two_bots(deployment: Deployment) -> AsyncIterator[list[Process]]:
    async with AsyncExitStack() as stack:
        ports = deployment.balancer.ports
        bots = [
            await stack.enter_async_context(started("bot", "run", settings=deployment.settings_at(port)))
            for port in ports
        ]
        for bot, port in zip(bots, ports, strict=True):
            await _until_healthy(bot, port)
        yield bots


async def _find_home(person: Person) -> View:
    """Come in, choose language and district, and see home."""
    await person.start()
    await person.tap(kazakh("button-language-own"))
    await person.tap(DISTRICT)
    return await person.tap(kazakh("button-place-whole"))


async def _until_healthy(bot: Process, port: int) -> None:
    deadline = asyncio.get_running_loop().time() + PATIENCE
    async with aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    if await answer.text() == "ok":
                        return
            except aiohttp.ClientError:
                assert bot.returncode is None, await ended(bot)
                assert asyncio.get_running_loop().time() < deadline, "it does not listen"
            await asyncio.sleep(0.05)
