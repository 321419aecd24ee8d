"""The clock's work: what is due is done by itself, a failure does not stop it, a stop lets it end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from apscheduler.triggers.interval import IntervalTrigger

from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import get_outcome
from messenger.client import make_notifying_bot
from messenger.pace import Pace, ProcessPace
from sandbox.running import RunningSandbox
from tests.support.front import strict_locales
from tests.support.reminding import at, draft_of
from tests.support.town import CAMPAIGN, Town
from tests.worker.conftest import FIRST
from worker import loop
from worker.announcements import AnnouncementSender
from worker.loop import Worker
from worker.notices import NoticeSender


def _make_worker(town: Town, bot: Bot, pace: Pace, *, opens_boxes: bool) -> Worker:
    services, locales = town.services, strict_locales()
    notices = NoticeSender(services, locales, bot, pace)
    announcements = AnnouncementSender(services, locales, bot, pace)
    return Worker(services, notices, announcements, opens_boxes=opens_boxes)


@asynccontextmanager
async def _working(town: Town, sandbox: RunningSandbox, *, opens_boxes: bool) -> AsyncIterator[Worker]:
    pace = ProcessPace(1000)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    worker = _make_worker(town, bot, pace, opens_boxes=opens_boxes)
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        yield worker
        worker.stop()
    await bot.session.close()


async def test_the_end_of_voting_comes_by_itself(town: Town, sandbox: RunningSandbox) -> None:
    """When the clock passes the end, the worker closes, opens, counts and tells, unasked [F1] [F5]."""
    async with _working(town, sandbox, opens_boxes=True):
        view = await sandbox.person(FIRST).wait_for("дауыс беру қорытындысы", timeout=30)
    assert view.text.startswith("Орталық ауданы")
    assert await get_outcome(town.services, CAMPAIGN, "ortalyq") is not None


async def test_a_reminder_comes_by_itself(town: Town, sandbox: RunningSandbox) -> None:
    """When the clock reaches a moment of the rulebook, the worker plans and sends, unasked [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await draft_of(town, FIRST)
    town.clock.set_to(at("10-09 10:00"))
    async with _working(town, sandbox, opens_boxes=False):
        view = await sandbox.person(FIRST).wait_for("Ертең соңғы күн", timeout=30)
    assert view.labels == ["Өтінімді жалғастыру"]


async def test_boxes_wait_for_people_unless_the_clock_may_open_them(
    town: Town, sandbox: RunningSandbox
) -> None:
    """Without `OPEN_BOXES=auto` territories are closed and nothing is opened [E7]."""
    async with _working(town, sandbox, opens_boxes=False):
        await asyncio.sleep(2.5)
    assert await get_outcome(town.services, CAMPAIGN, "ortalyq") is None


async def test_work_that_fails_is_tried_again(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tick that fails is logged, and the next one does the work [N1]."""
    failures = [OSError("disk"), None]

    async def failing_once(*arguments: object, **options: object) -> object:
        if (failure := failures.pop(0) if failures else None) is not None:
            raise failure
        return await advance(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(loop, "advance", failing_once)
    async with _working(town, sandbox, opens_boxes=True):
        await sandbox.person(FIRST).wait_for("дауыс беру қорытындысы", timeout=30)
    assert failures == []


async def test_a_stop_waits_for_what_is_under_way(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work that has begun is ended before the worker returns, and nothing new begins [G3]."""
    monkeypatch.setattr(loop, "CronTrigger", _every_second)
    begun, ended = asyncio.Event(), asyncio.Event()

    async def long_work() -> None:
        begun.set()
        await asyncio.sleep(1.5)
        ended.set()

    pace = ProcessPace(1000)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    worker = _make_worker(town, bot, pace, opens_boxes=False)
    worker.every_night(long_work)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(worker.run())
        await begun.wait()
        worker.stop()
        await running
        assert ended.is_set()
    await bot.session.close()


def _every_second(**_when: object) -> IntervalTrigger:
    return IntervalTrigger(seconds=1)
