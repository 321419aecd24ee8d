"""Albums: Telegram sends one message a photo, people are answered once an album.

Separate from the screens, because only time says that an album is complete: what has come is kept at once,
and what is said of it waits until no photo of the album has come for a moment.
"""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from bot.downloads import Sent

QUIET_SECONDS = 1.0
"""After that long without another photo an album is answered."""

MOST_WAITING = 1_000
"""Pictures for nothing that one process remembers; the oldest ones give way."""

_TOKEN_BYTES = 6

Answer = Callable[[Sequence[str]], Awaitable[None]]

_log = structlog.get_logger()


class AlbumRecord(Protocol):
    """What is known of albums, by one process or by all: their photos may come to different ones."""

    async def begin(self, album: str) -> None:
        """Note that one more photo is being taken."""
        ...

    async def add(self, album: str, said: str | None) -> int:
        """Note that it was taken and what was said of it; return a number that the next one changes."""
        ...

    async def end(self, album: str, number: int) -> Sequence[str] | None:
        """Return everything that was said and forget the album, ``None`` where the number has changed."""
        ...

    async def keep(self, album: str, sent: Sent) -> str:
        """Remember a picture that nothing asked for; return the token of its album."""
        ...

    async def take(self, token: str) -> Sequence[Sent]:
        """Return what was remembered under the token and forget it."""
        ...


@dataclass(slots=True)
class _Album:
    number: int = 0
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Pictures that nobody asked for, and the album that they came in."""

    album: str
    sent: list[Sent] = field(default_factory=list)


class ProcessRecord:
    """What one process knows of albums; a restart forgets it."""

    def __init__(self) -> None:
        self._albums: dict[str, _Album] = {}
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()

    async def begin(self, album: str) -> None:
        """Note that one more photo is being taken."""
        self._albums.setdefault(album, _Album()).number += 1

    async def add(self, album: str, said: str | None) -> int:
        """Note that it was taken and what was said of it."""
        known = self._albums.setdefault(album, _Album())
        known.said += [said] if said is not None else []
        known.number += 1
        return known.number

    async def end(self, album: str, number: int) -> Sequence[str] | None:
        """Return everything that was said and forget the album, unless a photo came since."""
        known = self._albums.get(album)
        if known is None or known.number != number:
            return None
        return self._albums.pop(album).said

    async def keep(self, album: str, sent: Sent) -> str:
        """Remember a picture that nothing asked for; return the token of its album."""
        token = next((token for token, each in self._waiting.items() if each.album == album), None)
        token = token or new_token()
        self._waiting.setdefault(token, _Waiting(album)).sent.append(sent)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        return token

    async def take(self, token: str) -> Sequence[Sent]:
        """Return what was remembered under the token and forget it; nothing after a restart."""
        waiting = self._waiting.pop(token, None)
        return waiting.sent if waiting is not None else ()


class Albums:
    """Answers albums, by chat and ``media_group_id``: the process that took the last photo does it."""

    def __init__(self, record: AlbumRecord | None = None, *, quiet_seconds: float = QUIET_SECONDS) -> None:
        self._record = record or ProcessRecord()
        self._quiet_seconds = quiet_seconds
        self._answering: set[asyncio.Task[None]] = set()
        self._ending = asyncio.Event()

    async def hold(self, album: str) -> None:
        """Answer no album while a photo of it is being taken: a slow line brings them minutes apart."""
        await self._record.begin(album)

    async def release(self, album: str, answer: Answer, said: str | None = None) -> None:
        """Answer the album by ``answer`` once it is quiet, with everything ``said`` of its photos."""
        number = await self._record.add(album, said)
        # A task of its own, since no handler may wait; it is kept here and `flush` waits for it.
        task = asyncio.get_running_loop().create_task(self._answer_later(album, number, answer))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def flush(self) -> None:
        """Answer everything now; for the end of the process."""
        self._ending.set()
        await asyncio.gather(*self._answering, return_exceptions=True)

    async def keep(self, album: str, sent: Sent) -> str:
        """Remember a picture that came while nothing asked for one; return the token of its album."""
        return await self._record.keep(album, sent)

    async def take(self, token: str) -> Sequence[Sent]:
        """Return what was remembered under the token and forget it; nothing where nothing is left."""
        return await self._record.take(token)

    async def _answer_later(self, album: str, number: int, answer: Answer) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ending.wait(), self._quiet_seconds)
        try:
            said = await self._record.end(album, number)
            if said is not None:
                await answer(said)
        except Exception:  # noqa: BLE001  (nobody waits for this task: the log is where its error is seen)
            _log.exception("album_unanswered")


def new_token() -> str:
    """Return a name for pictures that wait, short enough for a button."""
    return secrets.token_urlsafe(_TOKEN_BYTES)
