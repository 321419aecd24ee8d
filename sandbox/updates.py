"""The queue of updates with Telegram's offset, confirmation and one-poller rules; real time only."""

import math
import time

from sandbox.errors import conflict
from sandbox.records import Json
from sandbox.signal import Signal

MAX_WAIT = 50  # seconds; the official server caps long polls here
HASTE = 0.5  # seconds; a poller that repeats its offset sooner gets one update at a time
REST = 3  # seconds; a poller that repeats its offset sooner waits at least as long
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
INLINE_SECONDS = 30.0  # after which an inline query is of no use to anybody
LIFETIMES = {"inline_query": INLINE_SECONDS, "chosen_inline_result": 600.0}  # seconds
ANOTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates wait here until a later `getUpdates` confirms them by its offset."""

    def __init__(self, changed: Signal) -> None:
        self._changed = changed
        self._waiting: list[Json] = []
        self._deadlines: dict[int, float] = {}
        self._last_id = 700_000_000
        self._allowed: list[str] = []
        self._poller = 0
        self._previous: tuple[int, float] | None = None
        self.is_polled = False

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self._alive())

    @property
    def allowed_updates(self) -> list[str]:
        """The kinds that the bot asked for; empty means Telegram's default set."""
        return list(self._allowed)

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update unless the bot does not want this kind."""
        if self._allowed and kind not in self._allowed:
            return
        if not self._allowed and kind in NOT_BY_DEFAULT:
            return
        self._last_id += 1
        self._deadlines[self._last_id] = time.monotonic() + LIFETIMES.get(kind, math.inf)
        self._waiting.append({"update_id": self._last_id, kind: payload})
        self._changed.notify()

    def drop_all(self) -> None:
        """Forget what waits, as `deleteWebhook(drop_pending_updates)` does."""
        self._waiting.clear()
        self._changed.notify()

    async def fetch(self, offset: int, limit: int, seconds: int, allowed: list[str] | None) -> list[Json]:
        """Confirm below `offset`, then wait up to `seconds`; a newer poller ends this one with 409."""
        if allowed is not None:
            self._allowed = allowed
        limit, seconds = self._slowed(offset, limit, min(seconds, MAX_WAIT))
        self._poller += 1
        me = self._poller
        self._confirm(offset)
        self.is_polled = True
        self._changed.notify()
        try:
            await self._changed.wait_for(lambda: self._poller != me or bool(self._alive()), seconds)
        finally:
            if self._poller == me:
                self.is_polled = False
                self._changed.notify()
        if self._poller != me:
            raise conflict(ANOTHER_POLLER)
        return self._alive()[:limit]

    def _slowed(self, offset: int, limit: int, seconds: int) -> tuple[int, int]:
        """Telegram slows pollers that repeat an offset: one update within 0.5 s, a wait of 3 s within 3 s."""
        now = time.monotonic()
        previous, self._previous = self._previous, (offset, now)
        if previous is None or previous[0] != offset:
            return limit, seconds
        age = now - previous[1]
        return (1 if age < HASTE else limit), (max(seconds, REST) if age < REST else seconds)

    def _alive(self) -> list[Json]:
        now = time.monotonic()
        return [update for update in self._waiting if self._deadlines[update["update_id"]] > now]

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self._waiting = [update for update in self._alive() if update["update_id"] >= offset]
        elif offset < 0:
            self._waiting = self._waiting[offset:]
