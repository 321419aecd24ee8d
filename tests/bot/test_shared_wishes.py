"""Wishes of several processes: each knows them, no disk does, and nothing of a former person is left."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from redis.asyncio import Redis

from app.parts import make_memory
from bot.buttons import VoteButton
from bot.shared_wishes import CHANNEL, SharedWishes
from core.model.person import Verification
from core.settings import Settings
from core.usecases.verification.person import Person
from messenger.buttons import ProposalButton
from tests.support.waiting import until

VOTE = VoteButton(campaign="c", number=7)
TALK = ProposalButton(campaign="c", number=8)
BY_PHONE = Person(person_key=b"p", verification=Verification.PHONE)
BY_CODE = Person(person_key=b"c", verification=Verification.CODE, session="aa")


async def until_listening(redis: Redis, number: int, channel: str = CHANNEL) -> None:
    """Wait until so many processes hear each other."""
    while dict(await redis.pubsub_numsub(channel)).get(channel.encode(), 0) < number:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


@asynccontextmanager
async def _process(redis_url: str, number: int) -> AsyncIterator[SharedWishes]:
    memory = await make_memory(Settings(_env_file=None, redis_url=redis_url))
    wishes = memory.wishes
    assert isinstance(wishes, SharedWishes)
    try:
        async with asyncio.TaskGroup() as group, Redis.from_url(redis_url) as redis:
            group.create_task(wishes.run())
            await until_listening(redis, number)
            yield wishes
            wishes.stop()
    finally:
        await memory.storage.close()


@pytest.fixture
async def one(redis_url: str) -> AsyncIterator[SharedWishes]:
    """A process."""
    async with _process(redis_url, 1) as wishes:
        yield wishes


@pytest.fixture
async def other(redis_url: str, one: SharedWishes) -> AsyncIterator[SharedWishes]:  # noqa: ARG001  (who is first)
    """Another process."""
    async with _process(redis_url, 2) as wishes:
        yield wishes


async def test_a_wish_is_known_to_every_process(
    one: SharedWishes, other: SharedWishes, redis_url: str
) -> None:
    """Whoever presses here and is verified there is led on, and Redis has kept nothing of it [E4] [E7]."""
    one.keep(1, VOTE)
    await until(lambda: other.get(1, None) == VOTE)
    other.bind(1, BY_PHONE)
    await until(lambda: _owner(one) is not None)
    assert one.get(1, BY_PHONE) == VOTE
    other.fulfil(1, VOTE)
    await until(lambda: one.get(1, BY_PHONE) is None)
    one.keep(1, TALK)
    await until(lambda: other.get(1, None) == TALK)
    async with Redis.from_url(redis_url) as redis:
        assert await redis.keys() == []


async def test_who_goes_away_in_one_process_is_gone_in_all(one: SharedWishes, other: SharedWishes) -> None:
    """The next person of a phone finds nothing of the former one, whichever process they meet [E2]."""
    one.keep(1, VOTE)
    await until(lambda: other.get(1, None) == VOTE)
    other.leave(1)
    await until(lambda: one.get(1, None) is None)
    one.bind(1, BY_CODE)
    assert one.get(1, BY_CODE) is None
    other.keep(2, TALK)
    await until(lambda: one.get(2, None) == TALK)
    one.forget(2)
    await until(lambda: other.get(2, None) is None)


async def test_a_process_that_may_have_missed_something_forgets(one: SharedWishes, redis_url: str) -> None:
    """A lost connection to Redis may have cost a word; nobody is led to what another one wished [E2]."""
    one.keep(1, VOTE)
    async with Redis.from_url(redis_url) as redis:
        await redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
        await until(lambda: one.get(1, None) is None)
        await until_listening(redis, 1)
    one.keep(1, TALK)
    assert one.get(1, None) == TALK


def _owner(wishes: SharedWishes) -> str | None:
    return wishes._pressed[1].owner
