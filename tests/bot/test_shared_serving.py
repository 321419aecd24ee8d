"""Messages of a former person of a telephone are known to whichever process is asked to take them away."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.methods import SendMessage
from aiogram.types import Message
from pydantic import TypeAdapter
from redis.asyncio import Redis

from bot.serving import ProcessServed, Served, ServedRecord
from bot.shared_serving import KEPT_SECONDS, SharedServed

CHAT = 1001


class Deleting:
    """A bot of which only deletions matter."""

    def __init__(self) -> None:
        self.gone: list[list[int]] = []

    async def delete_messages(self, chat_id: int, message_ids: list[int]) -> bool:
        """Note what is deleted."""
        assert chat_id == CHAT
        self.gone.append(message_ids)
        return True


@pytest.fixture(params=["process", "redis"])
async def records(
    request: pytest.FixtureRequest, redis_url: str
) -> AsyncIterator[tuple[ServedRecord, ServedRecord]]:
    """What two parts remember: of one process, or two processes by Redis."""
    async with Redis.from_url(redis_url) as one, Redis.from_url(redis_url) as other:
        record = ProcessServed()
        is_shared = request.param == "redis"
        yield (SharedServed(one), SharedServed(other)) if is_shared else (record, record)


async def send(served: Served, message_id: int, chat_id: int = CHAT) -> None:
    """Send a message through what watches the bot."""
    sent = {"message_id": message_id, "date": 1, "chat": {"id": chat_id, "type": "private"}}

    async def answer(_bot: Bot, _method: object) -> Message:
        return TypeAdapter(Message).validate_python(sent)

    method = SendMessage(chat_id=chat_id, text="x")
    await served(answer, Bot("1:x"), method)


async def test_the_next_person_finds_nothing(records: tuple[ServedRecord, ServedRecord]) -> None:
    """What one process has sent another one deletes, however many, but for the screen [K1] [E2]."""
    one, other = (Served(each) for each in records)
    await send(one, 1)
    await one.note(CHAT)
    await other.note(CHAT)
    for number in range(2, 151):
        await send(one, number)
    await other.take(CHAT, 151)
    await send(one, 9, chat_id=7)
    bot = Deleting()
    await other.clear(bot, CHAT, keep=150)  # type: ignore[arg-type]
    assert [each for some in bot.gone for each in some] == [*range(2, 150), 151]
    assert max(len(each) for each in bot.gone) == 100
    await send(one, 152)
    await one.clear(bot, CHAT, keep=None)  # type: ignore[arg-type]
    assert bot.gone[-1] == [152]


async def test_what_is_forgotten_stays(records: tuple[ServedRecord, ServedRecord]) -> None:
    """After the owner has the telephone again nothing more is noted or deleted [K1]."""
    one, other = (Served(each) for each in records)
    await one.note(CHAT)
    await send(one, 2)
    await other.forget(CHAT)
    await send(one, 3)
    bot = Deleting()
    await one.clear(bot, CHAT, keep=None)  # type: ignore[arg-type]
    assert bot.gone == []


async def test_numbers_of_messages_end(redis_url: str) -> None:
    """Redis keeps no number longer than Telegram lets a message be deleted [K1] [M2]."""
    async with Redis.from_url(redis_url) as redis:
        record = SharedServed(redis)
        await record.note(CHAT)
        await record.add(CHAT, 2)
        assert 0 < await redis.ttl(f"served:{CHAT}") <= KEPT_SECONDS
        await record.drop(CHAT, [2])
        assert await redis.exists(f"served:{CHAT}")
