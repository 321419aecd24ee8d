"""How fast the bot may send: one budget, in which people who wait for an answer come first (G3).

Separate because answers, notices and announcements share it: a limit that one of them meets holds back all.
"""

import asyncio
import secrets
from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

CHAT_SECONDS = 1.0
"""The least time between two messages of the budget to one person."""

GROUP_SECONDS = 3.0
"""The same for a group, which Telegram allows 20 messages a minute."""

MOST_DEBT_SECONDS = 1.0
"""How far answers may push the next notice away."""

SECOND = 1.1
"""In which ``per_second`` messages leave: Telegram counts arrivals, which may differ by 80 ms and more."""

CATCH_UP_SECONDS = 0.05
"""How late a place may be taken: a loop that wakes late would otherwise lose a part of every place."""

GRACE_SECONDS = 0.02
"""How long the next notice may need to ask for its place before an announcement takes it."""

CLEAN_SECONDS = 10
"""After so long without a 429 announcements may leave one a second faster."""

JITTER = 0.1
"""The most that is added to a silence, as a share of it."""

_CHATS_KEPT = 10_000


class Pace(Protocol):
    """The budget of everything that is sent with one token, in three lanes."""

    @property
    def interval(self) -> float:
        """Return the seconds between two notices."""
        ...

    async def answer(self) -> None:
        """Wait only while Telegram has asked for silence, and take a place in the budget."""
        ...

    async def notice(self, chat_id: int) -> None:
        """Wait for the next even place in the budget, and for the chat's own second."""
        ...

    async def bulk(self, chat_id: int) -> None:
        """Wait as `notice` does, for a place that no notice wants, at the rate that Telegram bears now."""
        ...

    async def freeze(self, seconds: float) -> None:
        """Send nothing for ``seconds``: Telegram has answered 429. Announcements go on at half their rate."""
        ...

    async def close(self) -> None:
        """Let go of what the budget is kept in."""
        ...


class Lane(StrEnum):
    """What waits for places."""

    NOTICE = "notice"
    BULK = "bulk"


@dataclass(frozen=True, slots=True)
class Turn:
    """What the first of a lane is told: how long to wait before it asks again, 0 to send now.

    ``place`` is what it then asks for again; whoever waits ``for_chat`` alone holds nobody else up.
    """

    wait: float = 0.0
    place: float | None = None
    for_chat: bool = False


class LanedPace(ABC):
    """Two lanes in which only the first asks for a place; where places are kept is each budget's matter."""

    def __init__(self, per_second: int) -> None:
        self.interval = SECOND / per_second
        self._per_second = per_second
        self._lanes = {lane: asyncio.Lock() for lane in Lane}

    async def notice(self, chat_id: int) -> None:
        """Wait for a place that no freeze has taken back."""
        await self._leave(Lane.NOTICE, chat_id)

    async def bulk(self, chat_id: int) -> None:
        """Wait for a place while no notice waits, at the rate of announcements."""
        await self._leave(Lane.BULK, chat_id)

    async def freeze(self, seconds: float) -> None:
        """Hold everything back; a shorter freeze never ends a longer one."""
        await self._silence(seconds * (1 + JITTER * secrets.randbelow(1000) / 1000))

    async def _leave(self, lane: Lane, chat_id: int) -> None:
        while True:
            async with self._lanes[lane]:
                turn = await self._ask(lane, chat_id, None)
                while turn.wait and not turn.for_chat:
                    await asyncio.sleep(turn.wait)
                    turn = await self._ask(lane, chat_id, turn.place)
            if not turn.wait:
                return
            await asyncio.sleep(turn.wait)

    @abstractmethod
    async def answer(self) -> None:
        """See `Pace`."""

    @abstractmethod
    async def close(self) -> None:
        """See `Pace`."""

    @abstractmethod
    async def _ask(self, lane: Lane, chat_id: int, place: float | None) -> Turn:
        """Take the next place, or the one that is held already, where it has come; say how long otherwise."""

    @abstractmethod
    async def _silence(self, seconds: float) -> None:
        """Freeze; halve the rate of announcements unless this is one more 429 of the same silence."""


@dataclass(slots=True)
class Rate:
    """Announcements a second: half after a 429, one more for each clean while since (AIMD)."""

    full: int
    after_limit: int
    clean_since: float = 0.0

    def at(self, now: float) -> int:
        """Return the rate that holds at ``now``."""
        grown = max(0, int((now - self.clean_since) // CLEAN_SECONDS))
        return min(self.full, self.after_limit + grown)

    def halve(self, now: float, clean_since: float) -> None:
        """Begin again at half of what holds at ``now``; it grows from ``clean_since`` on."""
        self.after_limit = max(1, self.at(now) // 2)
        self.clean_since = clean_since


@dataclass(slots=True)
class _Places:
    """Which places are taken, in seconds of the loop."""

    next: float = 0.0
    next_bulk: float = 0.0
    frozen_until: float = 0.0
    notices_until: float = 0.0
    chats: dict[int, float] = field(default_factory=dict)


class ProcessPace(LanedPace):
    """The budget of one process. Times are those of the event loop, not of the campaign's clock."""

    def __init__(self, per_second: int) -> None:
        super().__init__(per_second)
        self._places = _Places()
        self._rate = Rate(full=per_second, after_limit=per_second)
        # A bucket of 25 would let 49 through in its worst second; these are the last 25 that left.
        self._left: deque[float] = deque(maxlen=per_second)

    async def answer(self) -> None:
        """Wait only while frozen; notices give way, but never for longer than a second at a time."""
        places = self._places
        # A freeze may be made longer by somebody else's 429 while this one waits for its end.
        while places.frozen_until > _now():
            await _sleep_until(places.frozen_until)
        now = _now()
        pushed = min(max(places.next, now) + self.interval, now + MOST_DEBT_SECONDS)
        places.next = max(places.next, pushed)

    async def close(self) -> None:
        """Forget the chats; there is nothing else to let go of."""
        self._places.chats.clear()

    async def _ask(self, lane: Lane, chat_id: int, place: float | None) -> Turn:
        places, now = self._places, _now()
        if lane is Lane.NOTICE:
            held = max(now, places.frozen_until, place or 0.0)
            places.notices_until = max(places.notices_until, held + self.interval + GRACE_SECONDS)
        if places.frozen_until > now:
            return Turn(places.frozen_until - now)
        if (free := places.chats.get(chat_id, 0.0)) > now:
            return Turn(free - now, for_chat=True)
        if place is None:
            if lane is Lane.BULK and (ready := max(places.next_bulk, places.notices_until)) > now:
                return Turn(ready - now)
            place = self._take(lane, now)
        due = max(place, self._left[0] + SECOND if len(self._left) == self._per_second else 0.0)
        if due > now:
            return Turn(due - now, place)
        self._left.append(now)
        places.chats[chat_id] = now + chat_seconds(chat_id)
        self._forget_chats(now)
        return Turn()

    def _take(self, lane: Lane, now: float) -> float:
        places, late = self._places, now - CATCH_UP_SECONDS
        place = max(places.next, late)
        places.next = place + self.interval
        if lane is Lane.BULK:
            places.next_bulk = max(places.next_bulk, late) + SECOND / self._rate.at(now)
        return place

    async def _silence(self, seconds: float) -> None:
        places, now = self._places, _now()
        was_frozen = places.frozen_until > now
        places.frozen_until = max(places.frozen_until, now + seconds)
        if was_frozen:
            self._rate.clean_since = places.frozen_until
        else:
            self._rate.halve(now, places.frozen_until)

    def _forget_chats(self, now: float) -> None:
        chats = self._places.chats
        if len(chats) > _CHATS_KEPT:
            self._places.chats = {chat: free for chat, free in chats.items() if free > now}


def chat_seconds(chat_id: int) -> float:
    """Return the least time between two messages to a chat; the numbers of groups are below zero."""
    return GROUP_SECONDS if chat_id < 0 else CHAT_SECONDS


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - _now()))
