"""The sending budget, of one process and of several: even, per chat, frozen by a 429, answers first."""

import asyncio
from collections.abc import AsyncIterator, Awaitable

import pytest

from app.parts import make_pace
from core.settings import Settings
from messenger.pace import Pace

PER_SECOND = 25


@pytest.fixture(params=["process", "redis"])
async def pace(request: pytest.FixtureRequest) -> AsyncIterator[Pace]:
    """The budget that the settings choose."""
    redis_url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    made = make_pace(Settings(_env_file=None, redis_url=redis_url, sending_per_second=PER_SECOND))
    yield made
    await made.close()


async def _moment(waiting: Awaitable[None]) -> float:
    await waiting
    return asyncio.get_running_loop().time()


async def test_notices_leave_evenly(pace: Pace) -> None:
    """In no second more than 25 notices leave, one late one apart (a bucket would let 49 through) [G3]."""
    moments = sorted(await asyncio.gather(*(_moment(pace.notice(chat)) for chat in range(40))))
    worst = max(sum(moment <= other < moment + 0.99 for other in moments) for moment in moments)
    assert worst <= PER_SECOND + 1
    assert moments[-1] - moments[0] >= 39 / PER_SECOND * 0.95


async def test_a_chat_gets_one_notice_a_second(pace: Pace) -> None:
    """Three notices to one chat come a second apart, and other chats do not wait for them [G3]."""
    began = asyncio.get_running_loop().time()
    *same, other = await asyncio.gather(*(_moment(pace.notice(chat)) for chat in (1, 1, 1, 2)))
    first, second, third = sorted(same)
    assert second - first > 0.95
    assert third - second > 0.95
    assert other - began < 0.9


async def test_answers_do_not_wait_behind_notices(pace: Pace) -> None:
    """While a hundred notices queue, answers leave at once [G3]."""
    async with asyncio.TaskGroup() as group:
        queue = [group.create_task(pace.notice(chat)) for chat in range(100)]
        await asyncio.sleep(0.2)
        began = asyncio.get_running_loop().time()
        for _ in range(10):
            await pace.answer()
        assert asyncio.get_running_loop().time() - began < 2, "a hundred notices take four seconds"
        for waiting in queue:
            waiting.cancel()


async def test_notices_give_way_to_answers_but_not_for_ever(pace: Pace) -> None:
    """Answers take their part of the budget, and however many they are, notices still move [G3]."""
    for _ in range(200):
        await pace.answer()
    began = asyncio.get_running_loop().time()
    await pace.notice(1)
    waited = asyncio.get_running_loop().time() - began
    assert 0.3 < waited < 1.5


async def test_a_limit_holds_everybody_back(pace: Pace) -> None:
    """After a 429 nothing leaves before its end, what was about to leave included [G3]."""
    async with asyncio.TaskGroup() as group:
        queue = [group.create_task(_moment(pace.notice(chat))) for chat in range(10)]
        await asyncio.sleep(0.1)
        frozen_at = asyncio.get_running_loop().time()
        await pace.freeze(1)
        await pace.freeze(0.2)
        gone = sum(waiting.done() for waiting in queue)
        answered = await _moment(pace.answer())
    moments = sorted(waiting.result() for waiting in queue)
    assert answered - frozen_at > 0.9
    assert gone < 10
    assert all(moment - frozen_at > 0.9 for moment in moments[gone:])
    assert moments[-1] - frozen_at < 4
