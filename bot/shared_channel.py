"""What processes tell each other of their memories, by a channel of Redis.

What goes through a channel lies on no disk: neither dump nor log of Redis has it.
"""

import asyncio
import json
import secrets
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

_LISTEN_SECONDS = 1.0
_PAUSE_SECONDS = 1.0
_MOST_UNTOLD = 10_000

_log = structlog.get_logger()


class Told(ABC):
    """A memory that tells the other processes how it changes, and follows theirs while `run` listens."""

    def __init__(self, redis: Redis, channel: str) -> None:
        self._redis = redis
        self._channel = channel
        self._name = secrets.token_hex(4)
        self._untold: asyncio.Queue[str] = asyncio.Queue(_MOST_UNTOLD)
        self._stopping = asyncio.Event()

    @abstractmethod
    def follow(self, told: dict[str, Any]) -> None:
        """Change the own memory as another process has changed its own."""

    @abstractmethod
    def forget_all(self) -> None:
        """Forget what may have changed while nothing was heard."""

    def tell(self, **what: Any) -> None:
        """Tell the others of a change, in the order of the changes."""
        # Redis has been away for long if it is full; whoever listens again has forgotten everything.
        with suppress(asyncio.QueueFull):
            self._untold.put_nowait(json.dumps({"by": self._name, **what}))

    def stop(self) -> None:
        """Tell and hear nothing more."""
        self._stopping.set()

    async def run(self) -> None:
        """Tell and hear until `stop`; whoever may have missed something forgets all of it (E2)."""
        try:
            await self._listen()
        finally:
            await self._redis.aclose(close_connection_pool=True)

    async def _listen(self) -> None:
        while not self._stopping.is_set():
            self.forget_all()
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(self._channel)
                    await self._talk(channel)
            except RedisError as error:
                _log.warning("memory_not_shared", memory=self._channel, error=type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), _PAUSE_SECONDS)

    async def _talk(self, channel: PubSub) -> None:
        telling = asyncio.get_running_loop().create_task(self._tell_all())
        try:
            while not self._stopping.is_set() and not telling.done():
                heard = await channel.get_message(ignore_subscribe_messages=True, timeout=_LISTEN_SECONDS)
                if heard is not None:
                    self._hear(json.loads(heard["data"]))
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling

    async def _tell_all(self) -> None:
        while True:
            await self._redis.publish(self._channel, await self._untold.get())

    def _hear(self, told: dict[str, Any]) -> None:
        if told["by"] != self._name:
            self.follow(told)
