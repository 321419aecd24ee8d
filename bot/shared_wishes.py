"""Wishes that every bot process knows: told by Redis's channel and kept in the memory of each, as ever.

Separate because one process needs no Redis. What goes through a channel lies on no disk: neither dump nor log
of Redis has it, so that account and choice still never stand together there (E7, ledger 3).
"""

from enum import StrEnum
from typing import Any

from redis.asyncio import Redis

from bot.buttons import VoteButton
from bot.shared_channel import Told
from bot.wishes import Wished, Wishes, owner_of
from core.usecases.verification.person import Person
from messenger.buttons import ProposalButton

CHANNEL = "wishes"


class Change(StrEnum):
    """What may happen to a wish."""

    KEEP = "keep"
    BIND = "bind"
    FULFIL = "fulfil"
    LEAVE = "leave"
    FORGET = "forget"


class SharedWishes(Wishes, Told):
    """Wishes that are told to the other processes as they change, and follow theirs while `run` listens."""

    def __init__(self, redis: Redis) -> None:
        Wishes.__init__(self)
        Told.__init__(self, redis, CHANNEL)

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

    def follow(self, told: dict[str, Any]) -> None:
        """See `Told.follow`."""
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

    def _tell(self, change: Change, account_id: int, what: str | None = None) -> None:
        self.tell(change=change, account=account_id, what=what)


def _button(packed: str) -> Wished:
    is_vote = packed.startswith(f"{VoteButton.__prefix__}:")
    return VoteButton.unpack(packed) if is_vote else ProposalButton.unpack(packed)
