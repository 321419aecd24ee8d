"""The sending budget of several processes, kept in Redis; the same rules as `ProcessPace` (G3).

Separate because one machine needs no Redis. Times are Redis's own: the processes' clocks need not agree.
"""

import asyncio
from typing import Any, cast

from redis.asyncio import Redis

from messenger.pace import (
    CATCH_UP_SECONDS,
    CLEAN_SECONDS,
    GRACE_SECONDS,
    MOST_DEBT_SECONDS,
    SECOND,
    Lane,
    LanedPace,
    Turn,
    chat_seconds,
)

_MICROSECONDS = 1_000_000
_STATE, _LEFT, _CHAT = "pace:state", "pace:left", "pace:chat:{}"

# Every script has the state as KEYS[1]; an absent field is a moment long ago, and a rate that is full.
_BEGIN = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local function read(name) return tonumber(redis.call('HGET', KEYS[1], name) or '0') end
local frozen = read('frozen')
local function write(name, number)
  redis.call('HSET', KEYS[1], name, string.format('%d', number))
  redis.call('PEXPIRE', KEYS[1], 3600000 + math.max(0, math.ceil((frozen - now) / 1000)))
end
local function rate(full, clean)
  local kept = tonumber(redis.call('HGET', KEYS[1], 'rate') or full)
  return math.min(full, kept + math.max(0, math.floor((now - read('clean')) / clean)))
end
"""
_ANSWER = (
    _BEGIN
    + """
if frozen > now then return frozen - now end
local next = read('next')
write('next', math.max(next, math.min(math.max(next, now) + ARGV[1], now + ARGV[2])))
return 0
"""
)
# KEYS: state, what left last, the chat. ARGV: is it bulk, place held or -1, per_second, second, interval,
# catch-up, grace, the chat's wait, clean while. Returns {wait, place or -1, is it for the chat}.
_ASK = (
    _BEGIN
    + """
local is_bulk, place, full = ARGV[1] == '1', tonumber(ARGV[2]), tonumber(ARGV[3])
local second, interval, late = tonumber(ARGV[4]), tonumber(ARGV[5]), now - ARGV[6]
if not is_bulk then
  write('notices', math.max(read('notices'), math.max(now, frozen, place) + interval + ARGV[7]))
end
if frozen > now then return {frozen - now, -1, 0} end
local free = tonumber(redis.call('GET', KEYS[3]) or '0')
if free > now then return {free - now, -1, 1} end
if place < 0 then
  if is_bulk then
    local ready = math.max(read('next_bulk'), read('notices'))
    if ready > now then return {ready - now, -1, 0} end
    local step = math.floor(second / rate(full, tonumber(ARGV[9])))
    write('next_bulk', math.max(read('next_bulk'), late) + step)
  end
  place = math.max(read('next'), late)
  write('next', place + interval)
end
local due = place
if redis.call('LLEN', KEYS[2]) >= full then
  due = math.max(due, redis.call('LINDEX', KEYS[2], full - 1) + second)
end
if due > now then return {due - now, place, 0} end
redis.call('LPUSH', KEYS[2], string.format('%d', now))
redis.call('LTRIM', KEYS[2], 0, full - 1)
redis.call('PEXPIRE', KEYS[2], math.ceil(second / 1000) + 1000)
redis.call('SET', KEYS[3], string.format('%d', now + ARGV[8]), 'PX', math.ceil(ARGV[8] / 1000) + 1000)
return {0, -1, 0}
"""
)
_SILENCE = (
    _BEGIN
    + """
local was_frozen = frozen > now
if not was_frozen then
  write('rate', math.max(1, math.floor(rate(tonumber(ARGV[2]), tonumber(ARGV[3])) / 2)))
end
frozen = math.max(frozen, now + ARGV[1])
write('frozen', frozen)
write('clean', frozen)
"""
)


class SharedPace(LanedPace):
    """The budget of every process that speaks to this Redis."""

    def __init__(self, redis: Redis, per_second: int) -> None:
        super().__init__(per_second)
        self._redis = redis

    async def answer(self) -> None:
        """Wait only while frozen; notices give way, but never for longer than a second at a time."""
        arguments = [_whole(self.interval), _whole(MOST_DEBT_SECONDS)]
        wait = 1
        while wait:
            wait = await self._run(_ANSWER, [_STATE], arguments)
            await asyncio.sleep(wait / _MICROSECONDS)

    async def close(self) -> None:
        """Let go of the connection."""
        await self._redis.aclose(close_connection_pool=True)

    async def _ask(self, lane: Lane, chat_id: int, place: float | None) -> Turn:
        seconds = (
            SECOND,
            self.interval,
            CATCH_UP_SECONDS,
            GRACE_SECONDS,
            chat_seconds(chat_id),
            CLEAN_SECONDS,
        )
        held = -1 if place is None else int(place)
        arguments = [int(lane is Lane.BULK), held, self._per_second, *map(_whole, seconds)]
        wait, held, for_chat = await self._run(_ASK, [_STATE, _LEFT, _CHAT.format(chat_id)], arguments)
        return Turn(wait / _MICROSECONDS, None if held < 0 else float(held), for_chat=bool(for_chat))

    async def _silence(self, seconds: float) -> None:
        await self._run(_SILENCE, [_STATE], [_whole(seconds), self._per_second, _whole(CLEAN_SECONDS)])

    async def _run(self, script: str, keys: list[str], arguments: list[int]) -> Any:
        return await cast("Any", self._redis.eval(script, len(keys), *keys, *arguments))


def _whole(seconds: float) -> int:
    return round(seconds * _MICROSECONDS)
