"""Albums: Telegram sends one message a photo, people are answered once an album.

Separate from the screens, because only time says that an album is complete: what has come is kept at once,
and what is said of it waits until no photo of the album has come for a moment.
"""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog

from bot.downloads import Sent

QUIET_SECONDS = 1.0
"""After that long without another photo an album is answered."""

MOST_WAITING = 1_000
"""Pictures for nothing that are remembered at once; the oldest ones give way."""

_TOKEN_BYTES = 6

Answer = Callable[[Sequence[str]], Awaitable[None]]

_log = structlog.get_logger()


@dataclass(slots=True)
class _Album:
    """What is known of an album so far: what was said of single photos, and how to answer."""

    said: list[str] = field(default_factory=list)
    answer: Answer | None = None
    timer: asyncio.Task[None] | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Pictures that nobody asked for, and the album that they came in."""

    album: str
    sent: list[Sent] = field(default_factory=list)


class Albums:
    """Albums that are not answered yet, by chat and ``media_group_id``; `flush` answers them at the end."""

    def __init__(self, quiet_seconds: float = QUIET_SECONDS) -> None:
        self._quiet_seconds = quiet_seconds
        self._albums: dict[str, _Album] = {}
        self._answering: set[asyncio.Task[None]] = set()
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()

    def hold(self, album: str) -> None:
        """Answer no album while a photo of it is being taken: a slow line brings them minutes apart."""
        known = self._albums.setdefault(album, _Album())
        if known.timer is not None:
            known.timer.cancel()
            known.timer = None

    def release(self, album: str, answer: Answer, said: str | None = None) -> None:
        """Answer the album by ``answer`` once it is quiet, with everything ``said`` of its photos."""
        known = self._albums.setdefault(album, _Album())
        known.answer = answer
        known.said += [said] if said is not None else []
        # A task of its own, since no handler may wait; it is kept here and `flush` waits for it.
        known.timer = asyncio.get_running_loop().create_task(self._answer_later(album))
        self._answering.add(known.timer)
        known.timer.add_done_callback(self._answering.discard)

    async def flush(self) -> None:
        """Answer everything now; for the end of the process."""
        for album, known in [*self._albums.items()]:
            if known.timer is not None:
                known.timer.cancel()
            await self._answer(album)
        await asyncio.gather(*self._answering, return_exceptions=True)

    def keep(self, album: str, sent: Sent) -> str:
        """Remember a picture that came while nothing asked for one; return the token of its album."""
        token = next((token for token, each in self._waiting.items() if each.album == album), None)
        token = token or secrets.token_urlsafe(_TOKEN_BYTES)
        self._waiting.setdefault(token, _Waiting(album)).sent.append(sent)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        return token

    def take(self, token: str) -> Sequence[Sent]:
        """Return what was remembered under the token and forget it; nothing after a restart."""
        waiting = self._waiting.pop(token, None)
        return waiting.sent if waiting is not None else ()

    async def _answer_later(self, album: str) -> None:
        await asyncio.sleep(self._quiet_seconds)
        await self._answer(album)

    async def _answer(self, album: str) -> None:
        known = self._albums.pop(album, None)
        if known is None or known.answer is None:
            return
        try:
            await known.answer(known.said)
        except Exception:  # noqa: BLE001  (nobody waits for this task: the log is where its error is seen)
            _log.exception("album_unanswered")
