"""Telegram's flood limits as token buckets: of all messages together and of each chat; off by default."""

import math
from dataclasses import dataclass

from sandbox.errors import PersonError, too_many
from sandbox.records import Json
from sandbox.timing import Timing

CHAT_BURST = 3.0  # messages that a chat may get at once, as Telegram tolerates short bursts
KEPT_CHATS = 10_000  # buckets; full ones are thrown away above that
ACTIONS = frozenset({"sendChatAction", "sendMessageDraft", "sendRichMessageDraft"})
SENDING = ("send", "copyMessage", "forwardMessage")
EDITING = "editMessage"


def is_sending(method: str) -> bool:
    """Whether a method puts messages into a chat."""
    return method.startswith(SENDING) and method not in ACTIONS


@dataclass(slots=True, kw_only=True)
class Bucket:
    """Tokens that grow by `rate` a second up to `size`."""

    rate: float
    size: float
    tokens: float
    at: float

    def refill(self, now: float) -> float:
        """The tokens now."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return self.tokens


class Limits:
    """Refuses what comes too fast: a message takes a token of both buckets, an edit only of its chat's."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._all: Bucket | None = None
        self._chats: dict[str, Bucket] = {}
        self.per_second: float | None = None
        self.per_chat_second: float | None = None

    def set(self, body: Json) -> None:
        """Take new limits with full buckets, None for none; raises PersonError."""
        unknown = sorted(body.keys() - {"per_second", "per_chat_second"})
        if unknown:
            raise PersonError(f"limits have no field {', '.join(unknown)}")
        self.per_second, self.per_chat_second = (
            _read_rate(name, body.get(name)) for name in ("per_second", "per_chat_second")
        )
        self._chats.clear()
        self._all = self._new(self.per_second, self.per_second) if self.per_second else None

    def as_json(self) -> Json:
        """The limits in force."""
        return {"per_second": self.per_second, "per_chat_second": self.per_chat_second}

    def require_place(self, method: str, params: Json) -> None:
        """Take a call's tokens; raises ApiError 429 when there are none, and takes none then."""
        is_message = is_sending(method)
        if not is_message and not method.startswith(EDITING):
            return
        buckets = [self._of_chat(str(params.get("chat_id")))] if self.per_chat_second else []
        if is_message and self._all is not None:
            buckets.append(self._all)
        count = _messages(method, params)
        now = self._timing.now()
        waits = [(min(count, bucket.size) - bucket.refill(now)) / bucket.rate for bucket in buckets]
        if waits and max(waits) > 0:
            raise too_many(max(1, math.ceil(max(waits))))
        for bucket in buckets:
            bucket.tokens -= count

    def _of_chat(self, chat_id: str) -> Bucket:
        if len(self._chats) > KEPT_CHATS:
            now = self._timing.now()
            self._chats = {key: kept for key, kept in self._chats.items() if kept.refill(now) < kept.size}
        bucket = self._chats.get(chat_id)
        if bucket is None:
            rate = self.per_chat_second or 1.0
            bucket = self._chats[chat_id] = self._new(rate, CHAT_BURST * rate)
        return bucket

    def _new(self, rate: float, size: float) -> Bucket:
        size = max(1.0, size)
        return Bucket(rate=rate, size=size, tokens=size, at=self._timing.now())


def _messages(method: str, params: Json) -> int:
    listed = params.get("media" if method == "sendMediaGroup" else "message_ids")
    return len(listed) if isinstance(listed, list) else 1


def _read_rate(name: str, value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
        raise PersonError(f'"{name}" must be a number above 0 or null')
    return value
