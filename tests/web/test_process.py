"""The pages as a process of their own: started by their command, killed at every step (B2, N1)."""

import asyncio
import re
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, TCPConnector
from sqlalchemy import select

from app.clock import SystemClock
from app.demo.processes import free_port
from core.store.files import stored_file
from tests.app.processes import PATIENCE, ended, settings_of, started, stopped
from tests.support.papers import PDF, asked, kept, told
from tests.support.proposals import INTAKE, picture
from tests.support.town import Town, build_town
from tests.web.conftest import Site, link_to
from tests.web.serving_process import FILES

pytestmark = pytest.mark.slow

SET = (PDF, picture(1), picture(2))
assert len(SET) == FILES


@asynccontextmanager
async def dying(town: Town, folder: Path, moment: str) -> AsyncIterator[tuple[Process, Site]]:
    """Serve from a process that kills itself at a moment; see ``serving_process``."""
    command = (sys.executable, "-m", "tests.web.serving_process", town.services.database.url, str(folder))
    process = await asyncio.create_subprocess_exec(*command, moment, stdout=PIPE)
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    try:
        async with ClientSession(connector=TCPConnector(force_close=True)) as client:
            yield process, Site(url, client)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


@pytest.mark.parametrize("moment", ["file-2", "written", "answer"])
async def test_a_kill_leaves_all_or_nothing(database_url: str, tmp_path: Path, moment: str) -> None:
    """Killed between receiving and answering, the process has taken a whole set or none [B2] [B7]."""
    town = await build_town(database_url, tmp_path)
    town.clock.set_to(INTAKE)
    number = await asked(town)
    path, before = await link_to(town, number), _on_disk(tmp_path)
    async with dying(town, tmp_path, moment) as (process, site):
        with pytest.raises(ClientError):
            await site.send(path, *SET)
        assert await asyncio.wait_for(process.wait(), PATIENCE) < 0
    is_taken = moment == "answer"
    assert len(await kept(town, number)) == (FILES if is_taken else 0)
    assert len(await told(town)) == (1 if is_taken else 0)
    assert _on_disk(tmp_path) - before <= await _known(town)
    async with dying(town, tmp_path, "never") as (_, site):
        status, page = await site.send(path, *SET)
        assert status == (409 if is_taken else 200)
        assert "<h1>Құжаттар келді</h1>" in page
    assert len(await kept(town, number)) == FILES
    await town.services.database.dispose()


def _on_disk(folder: Path) -> set[str]:
    return {file.name for file in (folder / "files").rglob("*") if file.is_file()}


async def _known(town: Town) -> set[str]:
    """Return the files that somebody needs or that go at night."""
    async with town.services.database.read() as connection:
        return set((await connection.execute(select(stored_file.c.digest))).scalars())


async def test_the_command_serves_and_tells_nobody_the_secret(sqlite_url: str, tmp_path: Path) -> None:
    """`python -m web run` answers, stops cleanly, and its log has no address that was asked for [P1] [N1]."""
    town = await build_town(sqlite_url, tmp_path)
    town.clock.set_to(INTAKE)
    path = await link_to(town, await asked(town))
    token = path.rpartition("/")[2]
    settings = _settings(town, tmp_path, INTAKE)
    async with (
        started("web", "run", settings=settings) as process,
        ClientSession(connector=TCPConnector(force_close=True)) as client,
    ):
        site = Site(f"http://{settings['WEB_LISTEN']}", client)
        await _until_it_answers(site)
        assert (await site.get(path))[0] == 200
        assert (await site.send(path, b"hello"))[0] == 422
        assert (await site.send(path, PDF))[0] == 200
        assert (await site.get(f"{path}/{token}?{token}={token}"))[0] == 404
        host, _, port = settings["WEB_LISTEN"].partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"GET {path} HTTP/9.9 {token}\r\n{token}\r\n\r\n".encode())
        await reader.read()
        writer.close()
        status, said = await stopped(process)
    assert status == 0
    assert "Traceback" not in said
    assert token[:8] not in said
    await town.services.database.dispose()


async def test_a_port_in_use_ends_the_start(tmp_path: Path) -> None:
    """Where somebody else listens, the process says so in one line [N1]."""
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with (
        server,
        started("web", "run", settings=settings_of(tmp_path, web_listen=f"127.0.0.1:{port}")) as process,
    ):
        status, said = await ended(process)
    assert status == 1
    assert re.fullmatch(rf"The pages cannot listen on 127\.0\.0\.1:{port}: .+\.\n", said)


def _settings(town: Town, folder: Path, at: datetime) -> dict[str, str]:
    """Return the settings of a process whose campaign stands at ``at``, on a port that is free now."""
    offset = (at + timedelta(minutes=1) - SystemClock().now()).total_seconds()
    clock = folder / "clock.json"
    clock.write_text(f'{{"offset": {offset}}}', encoding="utf-8")
    return settings_of(
        folder,
        database_url=town.services.database.url,
        clock_file=str(clock),
        web_listen=f"127.0.0.1:{free_port(0)}",
    )


async def _until_it_answers(site: Site) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(ClientError):
                assert await site.get("/healthz") == (200, "ok")
                return
            await asyncio.sleep(0.1)
