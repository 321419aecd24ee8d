"""The queue of updates with Telegram's expiry, confirmation and one-poller rules; real time only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sandbox.errors import conflict
from sandbox.records import Json
from sandbox.signal import Signal
from sandbox.timing import Timing

MAX_WAIT = 50  # seconds; the official server caps long polls here
HASTE = 0.5  # seconds; a poller that repeats its offset sooner gets one update at a time
REST = 3  # seconds; a poller that repeats its offset sooner waits at least as long
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
INLINE_SECONDS = 30.0  # after which an inline query is of no use to anybody
LIFETIMES = {
    "callback_query": 150.0,
    "inline_query": INLINE_SECONDS,
    "chosen_inline_result": 600.0,
}  # seconds
LIFETIME = 24 * 3600.0  # seconds, of every other kind
ANOTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_CAME = "terminated by setWebhook request"

QueueKey: TypeAlias = tuple[str, int]  # a webhook gets one update of each queue at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An update that the bot has not confirmed yet; `deadline` is when it is given up."""

    update_id: int
    body: Json
    queue: QueueKey
    deadline: float


def queue_of(kind: str, payload: Json) -> QueueKey:
    """The chat of a message, the person of a press or an inline query, each kind in a queue of its own."""
    family = "message" if kind == "edited_message" else kind
    return family, int((payload.get("chat") or payload["from"])["id"])


class UpdateQueue:
    """Updates wait here until a later `getUpdates` or the webhook's answer confirms them, or they expire."""

    def __init__(self, changed: Signal, timing: Timing) -> None:
        self._changed = changed
        self._timing = timing
        self._waiting: dict[int, Waiting] = {}
        self._last_id = 700_000_000
        self._allowed: list[str] = []
        self._poller = 0
        self._reason = ANOTHER_POLLER
        self._previous: tuple[int, float] | None = None
        self.is_polled = False
        self.on_put: Callable[[Waiting], None] | None = None  # whoever delivers them to a webhook

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.alive())

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits; cheaper than counting."""
        now = self._timing.now()
        return not any(update.deadline > now for update in self._waiting.values())

    @property
    def allowed_updates(self) -> list[str]:
        """The kinds that the bot asked for; empty means Telegram's default set."""
        return list(self._allowed)

    def allow(self, kinds: list[str] | None) -> None:
        """Queue only these kinds from now on; None keeps what was said before."""
        if kinds is not None:
            self._allowed = kinds

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update unless the bot does not want this kind."""
        if self._allowed and kind not in self._allowed:
            return
        if not self._allowed and kind in NOT_BY_DEFAULT:
            return
        self._last_id += 1
        update = Waiting(
            update_id=self._last_id,
            body={"update_id": self._last_id, kind: payload},
            queue=queue_of(kind, payload),
            deadline=self._timing.now() + LIFETIMES.get(kind, LIFETIME),
        )
        self._waiting[update.update_id] = update
        if self.on_put is not None:
            self.on_put(update)
        self._changed.notify()

    def alive(self) -> list[Waiting]:
        """What waits and has not expired, in order."""
        now = self._timing.now()
        return [update for update in self._waiting.values() if update.deadline > now]

    def is_waiting(self, update: Waiting) -> bool:
        """Whether an update is still to be delivered: neither confirmed, nor dropped, nor expired."""
        return update.update_id in self._waiting and update.deadline > self._timing.now()

    def forget(self, update: Waiting) -> None:
        """An update was delivered, or is given up."""
        self._waiting.pop(update.update_id, None)
        self._changed.notify()

    def drop_all(self) -> None:
        """Forget what waits, as `drop_pending_updates` does."""
        self._waiting.clear()
        self._changed.notify()

    def end_polls(self) -> None:
        """A webhook takes over: whoever polls gets 409."""
        self._poller += 1
        self._reason = WEBHOOK_CAME
        self.is_polled = False
        self._changed.notify()

    async def fetch(self, offset: int, limit: int, seconds: int, allowed: list[str] | None) -> list[Json]:
        """Confirm below `offset`, then wait up to `seconds`; a newer poller ends this one with 409."""
        self.allow(allowed)
        limit, seconds = self._slowed(offset, limit, min(seconds, MAX_WAIT))
        self._poller += 1
        self._reason = ANOTHER_POLLER
        me = self._poller
        self._confirm(offset)
        self.is_polled = True
        self._changed.notify()
        try:
            await self._changed.wait_for(lambda: self._poller != me or not self.is_empty, seconds)
        finally:
            if self._poller == me:
                self.is_polled = False
                self._changed.notify()
        if self._poller != me:
            raise conflict(self._reason)
        return [update.body for update in self.alive()[:limit]]

    def _slowed(self, offset: int, limit: int, seconds: int) -> tuple[int, int]:
        """Telegram slows pollers that repeat an offset: one update within 0.5 s, a wait of 3 s within 3 s."""
        now = self._timing.now()
        previous, self._previous = self._previous, (offset, now)
        if previous is None or previous[0] != offset:
            return limit, seconds
        age = now - previous[1]
        return (1 if age < HASTE else limit), (max(seconds, REST) if age < REST else seconds)

    def _confirm(self, offset: int) -> None:
        kept = self.alive()
        if offset > 0:
            kept = [update for update in kept if update.update_id >= offset]
        elif offset < 0:
            kept = kept[offset:]
        self._waiting = {update.update_id: update for update in kept}
