"""What several processes know of albums, kept in Redis: Telegram brings each photo to whichever is free.

Separate because one machine needs no Redis.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from redis.asyncio import Redis

from bot.albums import new_token
from bot.downloads import Sent

ALBUM_SECONDS = 3600
"""How long an album is remembered whose last photo is never taken to its end."""

KEPT_SECONDS = 24 * 3600
"""How long the button lives that adds pictures for which nothing had asked."""

_END = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local said = redis.call('LRANGE', KEYS[2], 0, -1)
redis.call('DEL', KEYS[1], KEYS[2])
return said
"""


class SharedRecord:
    """What every process that speaks to this Redis knows of albums."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def begin(self, album: str) -> None:
        """Note that one more photo is being taken."""
        await self._count(album, None)

    async def add(self, album: str, said: str | None) -> int:
        """Note that it was taken and what was said of it."""
        return await self._count(album, said)

    async def end(self, album: str, number: int) -> Sequence[str] | None:
        """Return everything that was said and forget the album, unless a photo came since."""
        said = await cast("Any", self._redis.eval(_END, 2, _number(album), _said(album), str(number)))
        return None if said is None else [each.decode() for each in said]

    async def keep(self, album: str, sent: Sent) -> str:
        """Remember a picture that nothing asked for; return the token of its album."""
        await self._redis.set(_token(album), new_token(), nx=True, ex=KEPT_SECONDS)
        token = cast("bytes", await self._redis.get(_token(album))).decode()
        async with self._redis.pipeline() as pipe:
            pipe.rpush(_waiting(token), json.dumps(asdict(sent)))
            pipe.expire(_waiting(token), KEPT_SECONDS)
            await pipe.execute()
        return token

    async def take(self, token: str) -> Sequence[Sent]:
        """Return what was remembered under the token and forget it."""
        async with self._redis.pipeline() as pipe:
            pipe.lrange(_waiting(token), 0, -1)
            pipe.delete(_waiting(token))
            kept, _ = await pipe.execute()
        return [Sent(**json.loads(each)) for each in kept]

    async def _count(self, album: str, said: str | None) -> int:
        async with self._redis.pipeline() as pipe:
            pipe.incr(_number(album))
            pipe.expire(_number(album), ALBUM_SECONDS)
            if said is not None:
                pipe.rpush(_said(album), said)
                pipe.expire(_said(album), ALBUM_SECONDS)
            number, *_ = await pipe.execute()
        return int(number)


def _number(album: str) -> str:
    return f"album:{album}:number"


def _said(album: str) -> str:
    return f"album:{album}:said"


def _token(album: str) -> str:
    return f"album:{album}:token"


def _waiting(token: str) -> str:
    return f"pictures:{token}"
