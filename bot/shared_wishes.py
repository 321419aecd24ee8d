"""Wishes that every bot process knows: told by Redis's channel and kept in the memory of each, as ever.

Separate because one process needs no Redis. What goes through a channel lies on no disk: neither dump nor log
of Redis has it, so that account and choice still never stand together there (E7, ledger 3).
"""

import asyncio
import json
import secrets
from contextlib import suppress
from enum import StrEnum
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from bot.buttons import VoteButton
from bot.wishes import Wished, Wishes, owner_of
from core.usecases.verification.person import Person
from messenger.buttons import ProposalButton

CHANNEL = "wishes"

_LISTEN_SECONDS = 1.0
_PAUSE_SECONDS = 1.0
_MOST_UNTOLD = 10_000

_log = structlog.get_logger()


class Change(StrEnum):
    """What may happen to a wish."""

    KEEP = "keep"
    BIND = "bind"
    FULFIL = "fulfil"
    LEAVE = "leave"
    FORGET = "forget"


class SharedWishes(Wishes):
    """Wishes that are told to the other processes as they change, and follow theirs while `run` listens."""

    def __init__(self, redis: Redis) -> None:
        super().__init__()
        self._redis = redis
        self._name = secrets.token_hex(4)
        self._untold: asyncio.Queue[str] = asyncio.Queue(_MOST_UNTOLD)
        self._stopping = asyncio.Event()

    def keep(self, account_id: int, button: Wished) -> None:
        """See `Wishes.keep`."""
        super().keep(account_id, button)
        self._tell(Change.KEEP, account_id, button.pack())

    def bind(self, account_id: int, person: Person) -> None:
        """See `Wishes.bind`."""
        super().bind(account_id, person)
        self._tell(Change.BIND, account_id, owner_of(person))

    def fulfil(self, account_id: int, button: Wished) -> None:
        """See `Wishes.fulfil`."""
        super().fulfil(account_id, button)
        self._tell(Change.FULFIL, account_id, button.pack())

    def leave(self, account_id: int) -> None:
        """See `Wishes.leave`."""
        super().leave(account_id)
        self._tell(Change.LEAVE, account_id)

    def forget(self, account_id: int) -> None:
        """See `Wishes.forget`."""
        super().forget(account_id)
        self._tell(Change.FORGET, account_id)

    def stop(self) -> None:
        """Tell and hear nothing more."""
        self._stopping.set()

    async def run(self) -> None:
        """Tell and hear until `stop`; whoever may have missed something forgets all wishes (E2)."""
        try:
            await self._listen()
        finally:
            await self._redis.aclose(close_connection_pool=True)

    async def _listen(self) -> None:
        while not self._stopping.is_set():
            self.forget_all()
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(CHANNEL)
                    await self._talk(channel)
            except RedisError as error:
                _log.warning("wishes_not_shared", error=type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), _PAUSE_SECONDS)

    async def _talk(self, channel: PubSub) -> None:
        telling = asyncio.get_running_loop().create_task(self._tell_all())
        try:
            while not self._stopping.is_set() and not telling.done():
                heard = await channel.get_message(ignore_subscribe_messages=True, timeout=_LISTEN_SECONDS)
                if heard is not None:
                    self._follow(json.loads(heard["data"]))
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling

    async def _tell_all(self) -> None:
        while True:
            await self._redis.publish(CHANNEL, await self._untold.get())

    def _tell(self, change: Change, account_id: int, what: str | None = None) -> None:
        told = {"by": self._name, "change": change, "account": account_id, "what": what}
        # Redis has been away for long if it is full; whoever listens again has forgotten everything.
        with suppress(asyncio.QueueFull):
            self._untold.put_nowait(json.dumps(told))

    def _follow(self, told: dict[str, Any]) -> None:
        if told["by"] == self._name:
            return
        account_id, what = told["account"], told["what"]
        match Change(told["change"]):
            case Change.KEEP:
                super().keep(account_id, _button(what))
            case Change.BIND:
                self.bind_to(account_id, what)
            case Change.FULFIL:
                super().fulfil(account_id, _button(what))
            case Change.LEAVE:
                super().leave(account_id)
            case Change.FORGET:
                super().forget(account_id)


def _button(packed: str) -> Wished:
    is_vote = packed.startswith(f"{VoteButton.__prefix__}:")
    return VoteButton.unpack(packed) if is_vote else ProposalButton.unpack(packed)
