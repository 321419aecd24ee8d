"""How fast the bot may send: one budget, in which people who wait for an answer come first (G3).

Separate because answers and notices share it: a limit that one of them meets holds back the other.
"""

import asyncio
from typing import Protocol

CHAT_SECONDS = 1.0
"""The least time between two notices to one chat."""

MOST_DEBT_SECONDS = 1.0
"""How far answers may push the next notice away."""

_CHATS_KEPT = 10_000


class Pace(Protocol):
    """The budget of everything that is sent with one token."""

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

    async def freeze(self, seconds: float) -> None:
        """Send nothing for ``seconds``, neither answers nor notices: Telegram has answered 429."""
        ...

    async def close(self) -> None:
        """Let go of what the budget is kept in."""
        ...


class ProcessPace:
    """The budget of one process. Times are those of the event loop, not of the campaign's clock."""

    def __init__(self, per_second: float) -> None:
        # A bucket of 25 would let 49 through in its worst second; an even limiter never more than 25.
        self.interval = 1 / per_second
        self._next = 0.0
        self._frozen_until = 0.0
        self._chats: dict[int, float] = {}

    async def answer(self) -> None:
        """Wait only while frozen; notices give way, but never for longer than a second at a time."""
        # A freeze may be made longer by somebody else's 429 while this one waits for its end.
        while self._frozen_until > _now():
            await _sleep_until(self._frozen_until)
        now = _now()
        self._next = min(max(self._next, now) + self.interval, now + MOST_DEBT_SECONDS)

    async def notice(self, chat_id: int) -> None:
        """Wait for a place that no freeze has taken back."""
        while True:
            slot = max(_now(), self._next, self._frozen_until)
            free = self._chats.get(chat_id, 0.0)
            if free > slot:
                await _sleep_until(free)
                continue
            self._next = slot + self.interval
            self._chats[chat_id] = slot + CHAT_SECONDS
            await _sleep_until(slot)
            if slot >= self._frozen_until:
                self._forget_chats()
                return

    async def freeze(self, seconds: float) -> None:
        """Hold everything back; a shorter freeze never ends a longer one."""
        self._frozen_until = max(self._frozen_until, _now() + seconds)

    async def close(self) -> None:
        """Forget the chats; there is nothing else to let go of."""
        self._chats.clear()

    def _forget_chats(self) -> None:
        if len(self._chats) > _CHATS_KEPT:
            now = _now()
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - _now()))
