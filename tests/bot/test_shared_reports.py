"""Reports and messages of several processes: each knows them, and no disk says who reports."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis

from app.parts import make_memory
from bot.reports import WRITING_FOR
from bot.shared_reports import CHANNEL, SharedReports
from core.model.concern import ReportKind
from core.model.refusals import RuleViolation
from core.rules.concern import REPORTS_A_DAY
from core.settings import Settings
from tests.bot.test_shared_wishes import until_listening
from tests.support.waiting import until

NOW = datetime(2026, 11, 6, 5, tzinfo=UTC)


@asynccontextmanager
async def _process(redis_url: str, number: int) -> AsyncIterator[SharedReports]:
    memory = await make_memory(Settings(_env_file=None, redis_url=redis_url))
    reports = memory.reports
    assert isinstance(reports, SharedReports)
    try:
        async with asyncio.TaskGroup() as group, Redis.from_url(redis_url) as redis:
            group.create_task(reports.run())
            await until_listening(redis, number, CHANNEL)
            yield reports
            reports.stop()
    finally:
        await memory.storage.close()


@pytest.fixture
async def one(redis_url: str) -> AsyncIterator[SharedReports]:
    """A process."""
    async with _process(redis_url, 1) as reports:
        yield reports


@pytest.fixture
async def other(redis_url: str, one: SharedReports) -> AsyncIterator[SharedReports]:  # noqa: ARG001  (who is first)
    """Another process."""
    async with _process(redis_url, 2) as reports:
        yield reports


async def test_a_report_is_known_to_every_process(
    one: SharedReports, other: SharedReports, redis_url: str
) -> None:
    """Words may come to another process than the press; Redis has kept nothing of it [E9]."""
    one.begin(1, ReportKind.BOUGHT, 5, NOW)
    await until(lambda: other.get(1, NOW) == one.get(1, NOW) is not None)
    other.hold(1, NOW, 6, 7)
    await until(lambda: one.get(1, NOW) == other.get(1, NOW))
    begun = one.get(1, NOW)
    assert begun is not None
    assert (begun.kind, begun.messages, begun.is_held) == (ReportKind.BOUGHT, (5, 6, 7), True)
    assert other.get(1, NOW + WRITING_FOR) is None
    other.leave(1)
    await until(lambda: one.get(1, NOW) is None)
    async with Redis.from_url(redis_url) as redis:
        assert await redis.keys() == []


async def test_a_day_s_reports_are_counted_together(one: SharedReports, other: SharedReports) -> None:
    """Whichever process takes them, the fourth of a day is refused by all; the next day none is [E9]."""
    for _ in range(REPORTS_A_DAY):
        one.begin(1, ReportKind.OTHER, 5, NOW)
        one.count(1, NOW.date())
    one.begin(2, ReportKind.OTHER, 5, NOW)
    await until(lambda: other.get(2, NOW) is not None)
    assert other.get(1, NOW) is None
    with pytest.raises(RuleViolation):
        other.require_room(1, NOW.date())
    other.require_room(2, NOW.date())
    other.require_room(1, NOW.date() + timedelta(days=1))


async def test_a_process_that_may_have_missed_something_forgets(one: SharedReports, redis_url: str) -> None:
    """A lost connection may have cost a word: no text is taken for a report that was left [E9]."""
    one.begin(1, ReportKind.OTHER, 5, NOW)
    async with Redis.from_url(redis_url) as redis:
        await redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
        await until(lambda: one.get(1, NOW) is None)
        await until_listening(redis, 1, CHANNEL)
    one.begin(1, ReportKind.OTHER, 6, NOW)
    assert one.get(1, NOW) is not None
