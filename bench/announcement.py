"""Measures an announcement to a city: how fast it leaves, what it takes, and how long a tap waits meanwhile.

By itself, ``python -m bench.announcement``, because it takes minutes. Telegram (the sandbox with its crowd),
worker and bot are processes of their own on one SQLite file, as on one machine in production.
"""

import asyncio
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import insert

from app.clock import SystemClock
from bench import crowd as crowds
from bench import databases, front
from bench.crowd import TOKEN, Telegram
from bench.lines import Line
from bench.measuring import share
from bench.taps import PEOPLE, turn_page
from bench.town import CAMPAIGN, OPEN, ROOT, TERRITORY, build, services_at, settle
from bot import startup
from core.language.locales import Locales
from core.model.announcement import AnnouncementState, Audience, Written
from core.model.language import Language, Text
from core.store import announcement as store
from core.store import place
from core.usecases.announcement.delivery import list_running
from core.usecases.services import Services
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from worker.announcements import AnnouncementSender

PAID, PLAIN = 1000, 25
"""Messages a second with Telegram's paid limit, and without."""

CROWD, MANY, FEW = 5_000_000, 100_000, 1000
IN_FLIGHT = 100
TEXT = Text(kk="**Announcement** of the akimat. " * 12, ru="**Announcement** of the akimat. " * 12)

_PAUSE = 0.1  # between two taps
_QUIET_SECONDS = 20
_LEAST = 100  # an audience that is not refused for its smallness
_MEGABYTE = 1024

_Result = TypeVar("_Result")


async def measure(url: str, folder: Path) -> AsyncIterator[Line]:
    """Yield a line for each rate, on the migrated database at ``url``."""
    town = await build(url, folder, residents=0)
    await settle(town.services, PEOPLE, Language.KAZAKH)
    await _settle_crowd(town.services, share(MANY))
    async with front.running(town.services, folder) as running, crowds.telegram() as telegram:
        for account_id in PEOPLE:
            await running.people.write(account_id, "/projects")
        quiet, _ = await _meanwhile(running, asyncio.sleep(_QUIET_SECONDS))
        await telegram.gather(share(MANY), CROWD)
        plain = await _alone(telegram, share(MANY) // 5)
        await telegram.dismiss()
        for rate, count in ((PLAIN, max(_LEAST, share(FEW))), (PAID, share(MANY))):
            await telegram.gather(count, CROWD)
            made = await _announce(town.services, url, folder, telegram, running, rate, count)
            yield _line(rate, count, made, plain if rate == PAID else rate, quiet)
            await telegram.dismiss()
    await town.services.database.dispose()


def _line(rate: int, count: int, made: dict[str, Any], baseline: float, quiet: list[float]) -> Line:
    against = "bot.send_message to the same Telegram, 100 in flight, nothing stored"
    crowd = made["crowd"]
    facts = {
        "recipients": count,
        "reached": crowd["reached"],
        "repeated": crowd["repeated"],
        "most_in_second": crowd["most_in_second"],
        "megabytes": made["megabytes"],
        "processor_seconds": made["processor"],
        "taps": len(made["taps"]),
        "tap_p50_ms": _quantile(made["taps"], 50),
        "tap_p99_ms": _quantile(made["taps"], 99),
        "quiet_tap_p50_ms": _quantile(quiet, 50),
        "quiet_tap_p99_ms": _quantile(quiet, 99),
        "load": os.getloadavg()[0],
    }
    value = round(count / made["seconds"], 1)
    is_paid = rate == PAID
    return Line(
        name=f"announcement_{rate}",
        value=value,
        baseline=baseline,
        unit="messages/s",
        against=against if is_paid else "the rate that is set",
        facts=facts,
    )


def _quantile(times: list[float], percent: int) -> float:
    return round(statistics.quantiles(times, n=100)[percent - 1] * 1000, 1)


async def _settle_crowd(services: Services, count: int) -> None:
    known = [{"account_id": CROWD + number, "first_seen_at": OPEN} for number in range(count)]
    own = {"akimat_id": CAMPAIGN.akimat, "campaign_id": CAMPAIGN.campaign, "territory": TERRITORY}
    async with services.database.write() as connection:
        await connection.execute(insert(place.account), known)
        places = [{"account_id": row["account_id"], **own} for row in known]
        await connection.execute(insert(place.place), places)


async def _schedule(services: Services, language: Language | None) -> None:
    """Let an announcement be due that two people have agreed on."""
    written = Written(text=TEXT, audience=Audience(language=language))
    async with services.database.write() as connection:
        number = await store.add_announcement(connection, CAMPAIGN, written, staff_id=1, now=OPEN)
        row = {"state": AnnouncementState.SCHEDULED.value, "approved_by": 2}
        await store.change_announcement(connection, CAMPAIGN, number, **row)


async def _announce(
    services: Services,
    url: str,
    folder: Path,
    telegram: Telegram,
    running: front.Front,
    rate: int,
    count: int,
) -> dict[str, Any]:
    """Send to ``count`` people in a process of its own, and press buttons meanwhile."""
    async with services.database.write() as connection:
        # The smaller round is for those of the crowd who speak Russian.
        speaks = {"language": Language.RUSSIAN.value}
        few = place.account.c.account_id.between(CROWD, CROWD + count - 1)
        await connection.execute(place.account.update().where(few).values(**speaks))
    await _schedule(services, Language.RUSSIAN)
    arguments = ("-m", "bench.announcement", url, str(folder), telegram.url, TOKEN, str(rate))
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT, stdout=PIPE)
    taps, told = await _meanwhile(running, _answer(process))
    if (await telegram.report())["reached"] != count:
        raise RuntimeError("somebody was left out")
    return {**told, "taps": taps, "crowd": await telegram.report()}


async def _answer(process: Process) -> dict[str, Any]:
    told, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError("the worker of the benchmark broke")
    return dict(json.loads(told))


async def _meanwhile(running: front.Front, work: Awaitable[_Result]) -> tuple[list[float], _Result]:
    """Turn a page of the list now and then while work goes on; return how long each took, in seconds."""
    times: list[float] = []

    async def tap() -> None:
        for account_id in cycle(PEOPLE):
            begun = time.perf_counter()
            await turn_page(running, account_id)
            times.append(time.perf_counter() - begun)
            await asyncio.sleep(_PAUSE)

    async with asyncio.TaskGroup() as group:
        tapping = group.create_task(tap())
        result = await work
        tapping.cancel()
    return times, result


async def _alone(telegram: Telegram, count: int) -> float:
    """Return how many messages a second a bare client sends."""
    bot = make_notifying_bot(TOKEN, telegram.url, ProcessPace(front.NO_LIMIT))
    people = iter(range(CROWD, CROWD + count))

    async def send() -> None:
        for account_id in people:
            await bot.send_message(account_id, TEXT.kk)

    begun = time.perf_counter()
    await asyncio.gather(*(send() for _ in range(IN_FLIGHT)))
    taken = time.perf_counter() - begun
    await bot.session.close()
    return round(count / taken, 1)


async def work(url: str, folder: str, api_url: str, token: str, rate: str) -> None:
    """Send what is due, as the worker does, and print what that took as JSON."""
    services = replace(services_at(url, Path(folder), OPEN), real_clock=SystemClock())
    pace = ProcessPace(int(rate))
    bot = make_notifying_bot(token, api_url, pace)
    tuned = startup.tune()
    sender = AnnouncementSender(services, Locales.load(ROOT / "locales", strict=True), bot, pace)
    begun = time.perf_counter()
    await sender.send_due()
    while await list_running(services):
        await sender.send_due()
    seconds = time.perf_counter() - begun
    usage = resource.getrusage(resource.RUSAGE_SELF)
    processor = round(usage.ru_utime + usage.ru_stime, 1)
    megabytes = round(usage.ru_maxrss / _MEGABYTE)
    print(json.dumps({"seconds": seconds, "processor": processor, "megabytes": megabytes}))
    await bot.session.close()
    await services.database.dispose()
    del tuned


def main() -> None:
    """Measure, or be the worker of a measurement."""
    if len(sys.argv) > 1:
        asyncio.run(work(*sys.argv[1:]))
        return
    tuned = startup.tune()
    with tempfile.TemporaryDirectory() as name, databases.sqlite(Path(name)) as url:
        asyncio.run(_print(url, Path(name)))
    del tuned


async def _print(url: str, folder: Path) -> None:
    async for line in measure(url, folder):
        print(line, flush=True)


if __name__ == "__main__":
    main()
