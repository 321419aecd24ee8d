"""Messages that the next person of a telephone may not find, known to every process by Redis (K1, E2).

Separate because one process needs no Redis. Numbers of messages say nothing of what stands in them.
"""

from collections.abc import Collection
from typing import Any, cast

from redis.asyncio import Redis

KEPT_SECONDS = 48 * 3600
"""How long after the last one: Telegram lets no older message be deleted."""

_NOTED = 0  # no message has this number; it keeps an empty chat noted

_ADD = """
if redis.call('EXISTS', KEYS[1]) == 1 then
    redis.call('SADD', KEYS[1], ARGV[1])
    redis.call('EXPIRE', KEYS[1], ARGV[2])
end
"""


class SharedServed:
    """What every process that speaks to this Redis remembers."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def note(self, chat_id: int) -> None:
        """See `ServedRecord.note`."""
        async with self._redis.pipeline() as pipe:
            pipe.sadd(_key(chat_id), _NOTED)
            pipe.expire(_key(chat_id), KEPT_SECONDS)
            await pipe.execute()

    async def add(self, chat_id: int, message_id: int) -> None:
        """See `ServedRecord.add`."""
        await cast("Any", self._redis.eval(_ADD, 1, _key(chat_id), str(message_id), str(KEPT_SECONDS)))

    async def list(self, chat_id: int) -> Collection[int]:
        """See `ServedRecord.list`."""
        kept = await cast("Any", self._redis.smembers(_key(chat_id)))
        return {int(each) for each in kept} - {_NOTED}

    async def drop(self, chat_id: int, message_ids: Collection[int]) -> None:
        """See `ServedRecord.drop`."""
        if message_ids:
            await cast("Any", self._redis.srem(_key(chat_id), *message_ids))

    async def forget(self, chat_id: int) -> None:
        """See `ServedRecord.forget`."""
        await self._redis.delete(_key(chat_id))


def _key(chat_id: int) -> str:
    return f"served:{chat_id}"
