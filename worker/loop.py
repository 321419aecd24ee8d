"""Wakes the work that runs by the clock; APScheduler only ticks, what is due stands in our own tables.

Separate from the work itself, so that tests call the work and wait for nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from core.law.zone import ZONE
from core.usecases.outcome.advance import advance
from core.usecases.reminder.planning import plan
from core.usecases.services import Services
from worker.announcements import AnnouncementSender
from worker.notices import NoticeSender

TICK_SECONDS = 1
"""How often campaigns and outbox are looked at: an empty look costs a millisecond."""

_LATE_SECONDS = 600
_NIGHT_HOUR = 4

_log = structlog.get_logger()

Work = Callable[[], Awaitable[object]]


class Worker:
    """The clock's work of one process, one piece of each kind at a time."""

    def __init__(
        self,
        services: Services,
        sender: NoticeSender,
        announcements: AnnouncementSender,
        *,
        opens_boxes: bool,
    ) -> None:
        self._services = services
        self._sender = sender
        self._announcements = announcements
        self._opens_boxes = opens_boxes
        self._nightly: list[Work] = []
        self._under_way = 0
        self._stopping = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def every_night(self, work: Work) -> None:
        """Add work for the small hours of Kazakhstan, such as clearing what nobody needs any more."""
        self._nightly.append(work)

    def stop(self) -> None:
        """Begin nothing new; `run` returns when what is under way has ended."""
        self._sender.stop()
        self._announcements.stop()
        self._stopping.set()

    async def run(self) -> None:
        """Work until `stop`."""
        # A busy loop must delay work, never skip it, and never pile it up.
        scheduler = AsyncIOScheduler(
            job_defaults={"misfire_grace_time": _LATE_SECONDS, "coalesce": True, "max_instances": 1}
        )
        every_tick: tuple[Work, ...] = (self._advance, self._plan, self._sender.send_due)
        for work in every_tick:
            scheduler.add_job(self._do, IntervalTrigger(seconds=TICK_SECONDS), args=[work])
        # One goes on for hours: the ticks that come meanwhile find it at work and end at once.
        scheduler.add_job(
            self._do,
            IntervalTrigger(seconds=TICK_SECONDS),
            args=[self._announcements.send_due],
            max_instances=2,
        )
        for work in self._nightly:
            scheduler.add_job(self._do, CronTrigger(hour=_NIGHT_HOUR, timezone=ZONE.value), args=[work])
        scheduler.start()
        await self._stopping.wait()
        # Shutting the scheduler down cancels what it has begun, so that is waited for first.
        scheduler.pause()
        await self._idle.wait()
        scheduler.shutdown(wait=False)

    async def _advance(self) -> None:
        for step in await advance(self._services, opens_boxes=self._opens_boxes):
            told = _log.warning if step.stopped_by else _log.info
            told("campaign_advanced", territory=step.territory, done=step.done, stopped_by=step.stopped_by)

    async def _plan(self) -> None:
        if moments := await plan(self._services):
            _log.info("reminders_planned", moments=moments)

    async def _do(self, work: Work) -> None:
        """Do one piece of work; what it fails with is logged, and the next tick tries again."""
        self._under_way += 1
        self._idle.clear()
        try:
            await work()
        except Exception:  # noqa: BLE001  (whatever it is, the clock goes on)
            _log.exception("work_failed", work=getattr(work, "__qualname__", "?"))
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()
