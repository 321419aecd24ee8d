"""The sending budget of several processes, kept in Redis; the same rules as `ProcessPace` (G3).

Separate because one machine needs no Redis. Times are Redis's own: the processes' clocks need not agree.
"""

import asyncio
from typing import Any, cast

from redis.asyncio import Redis

from messenger.pace import CHAT_SECONDS, MOST_DEBT_SECONDS

_MICROSECONDS = 1_000_000
_NEXT, _FROZEN, _CHAT = "pace:next", "pace:frozen", "pace:chat:{}"

_BEGIN = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function read(key) return tonumber(redis.call('GET', key) or '0') end
local function write(key, moment)
  redis.call('SET', key, string.format('%d', moment), 'PX', math.ceil((moment - now) / 1000) + 1000)
end
"""
_ANSWER = (
    _BEGIN
    + """
local frozen = read(KEYS[2])
if frozen > now then return frozen - now end
write(KEYS[1], math.min(math.max(read(KEYS[1]), now) + ARGV[1], now + ARGV[2]))
return 0
"""
)
_NOTICE = (
    _BEGIN
    + """
local slot = math.max(now, read(KEYS[1]), read(KEYS[2]))
local free = read(KEYS[3])
if free > slot then return {free - now, -1} end
write(KEYS[1], slot + ARGV[1])
write(KEYS[3], slot + ARGV[2])
return {slot - now, slot}
"""
)
_IS_KEPT = _BEGIN + "return read(KEYS[1]) <= tonumber(ARGV[1]) and 1 or 0"
_FREEZE = _BEGIN + "write(KEYS[1], math.max(read(KEYS[1]), now + ARGV[1]))"


class SharedPace:
    """The budget of every process that speaks to this Redis."""

    def __init__(self, redis: Redis, per_second: float) -> None:
        self._redis = redis
        self.interval = 1 / per_second
        self._step = round(_MICROSECONDS / per_second)

    async def answer(self) -> None:
        """Wait only while frozen; notices give way, but never for longer than a second at a time."""
        debt = round(MOST_DEBT_SECONDS * _MICROSECONDS)
        wait = 1
        while wait:
            wait = await self._run(_ANSWER, [_NEXT, _FROZEN], [self._step, debt])
            await asyncio.sleep(wait / _MICROSECONDS)

    async def notice(self, chat_id: int) -> None:
        """Wait for a place that no freeze has taken back."""
        keys = [_NEXT, _FROZEN, _CHAT.format(chat_id)]
        chat = round(CHAT_SECONDS * _MICROSECONDS)
        while True:
            wait, slot = await self._run(_NOTICE, keys, [self._step, chat])
            await asyncio.sleep(wait / _MICROSECONDS)
            if slot >= 0 and await self._run(_IS_KEPT, [_FROZEN], [slot]):
                return

    async def freeze(self, seconds: float) -> None:
        """Hold everything back; a shorter freeze never ends a longer one."""
        await self._run(_FREEZE, [_FROZEN], [round(seconds * _MICROSECONDS)])

    async def close(self) -> None:
        """Let go of the connection."""
        await self._redis.aclose(close_connection_pool=True)

    async def _run(self, script: str, keys: list[str], arguments: list[int]) -> Any:
        return await cast("Any", self._redis.eval(script, len(keys), *keys, *arguments))
