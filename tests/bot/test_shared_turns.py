"""Turns that processes share: as long as the holder lives, free soon after a kill, in order in each."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from app.parts import make_memory
from bot.shared_turns import Leases, SharedIsolation, SharedTurns
from core.settings import Settings
from tests.bot.test_fsm_storage import KEY
from tests.support.waiting import until

LEASE = 0.3


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A connection to an empty Redis."""
    async with Redis.from_url(redis_url) as connected:
        yield connected


async def test_a_turn_lasts_as_long_as_its_holder(redis: Redis) -> None:
    """A holder who needs longer than a lease keeps the turn, and the other process gets it then [E3]."""
    one, other = Leases(redis, LEASE), Leases(redis, LEASE)
    events: list[str] = []

    async def follow() -> None:
        async with other.hold("turn"):
            events.append("other")

    async with asyncio.TaskGroup() as group, one.hold("turn"):
        group.create_task(follow())
        await asyncio.sleep(3 * LEASE)
        events.append("one")
    assert events == ["one", "other"]


async def test_a_killed_holder_is_waited_for_a_lease_long(redis: Redis) -> None:
    """The turn of a process that is gone is free when its lease has run out [N1]."""
    await redis.set("turn", "killed", px=round(LEASE * 1000))
    async with Leases(redis, LEASE).hold("turn"):
        assert await redis.get("turn") != b"killed"
    assert await redis.exists("turn") == 0


async def test_a_lost_turn_harms_nobody(redis: Redis, caplog: pytest.LogCaptureFixture) -> None:
    """Whose lease was taken meanwhile ends its work, and does not take the new holder's turn away [E3]."""
    async with Leases(redis, LEASE).hold("turn"):
        await redis.set("turn", "another")
        await until(lambda: "turn_lost" in caplog.text)
    assert await redis.get("turn") == b"another"


async def test_in_a_process_who_came_first_goes_first(redis: Redis) -> None:
    """Ten that wait for one turn get it in their order [E3]."""
    leases, order = Leases(redis), list[int]()

    async def come(number: int) -> None:
        async with leases.hold("turn"):
            order.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(10):
            group.create_task(come(number))
    assert order == [*range(10)]


async def test_an_error_inside_frees_the_turn(redis: Redis) -> None:
    """What goes wrong in a turn comes out as it is, and the next one has it at once [E3]."""
    turns = SharedTurns(redis)
    with pytest.raises(KeyError):
        async with turns.take(1):
            raise KeyError
    async with turns.take(1):
        assert await redis.keys() == [b"turn:1"]


async def test_of_updates_only_numbers_are_remembered(redis: Redis) -> None:
    """Redis keeps which updates are over for a while, and nothing of what they were [E7]."""
    turns = SharedTurns(redis)
    assert not await turns.is_over(7)
    await turns.note(7)
    assert await SharedTurns(redis).is_over(7)
    assert await redis.keys() == [b"over:7"]
    assert 0 < await redis.ttl("over:7") <= 900


async def test_screens_are_isolated_across_processes(redis_url: str) -> None:
    """Two processes never draw the screen of one person at once [E3]."""
    memories = [await make_memory(Settings(_env_file=None, redis_url=redis_url)) for _ in range(2)]
    inside, most = 0, 0

    async def draw(number: int) -> None:
        nonlocal inside, most
        isolation = memories[number % 2].isolation
        assert isinstance(isolation, SharedIsolation)
        async with isolation.lock(KEY):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async with asyncio.TaskGroup() as group:
        for number in range(6):
            group.create_task(draw(number))
    assert most == 1
    for memory in memories:
        await memory.storage.close()
