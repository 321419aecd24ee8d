"""Many small notes written by one commit: what became of people, and who is next (G2).

Separate from the sending, because a commit for each message would hold up the votes of the same minute.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from core.usecases.announcement.delivery import Notes, Running, record
from core.usecases.announcement.fates import Flight, Outcome
from core.usecases.services import Services

COLLECT_SECONDS = 0.05
"""How long notes are gathered before they are written."""


_Waiting = list[tuple[int | None, asyncio.Future[Flight | None]]]


class Recorder:
    """Writes for several senders of one announcement, who each wait for their commit."""

    def __init__(self, services: Services, running: Running, holder: str, senders: int) -> None:
        """Gather for ``senders``: once all of them wait, nobody is left to wait for."""
        self._services = services
        self._running = running
        self._holder = holder
        self._senders = senders
        self._notes = Notes()
        self._waiting: _Waiting = []
        self._is_full = asyncio.Event()
        self._is_writing = asyncio.Lock()

    def leave(self) -> None:
        """Gather for one sender less."""
        self._senders -= 1
        self._look()

    async def turn(self, outcome: Outcome | None, account_id: int | None) -> Flight | None:
        """Write what became of the sender's last flight, and return the next one, where it flies."""
        future: asyncio.Future[Flight | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((account_id, future))
        if outcome is not None:
            self._notes.outcomes.append(outcome)
        if account_id is not None:
            self._notes.boarding.append(account_id)
        self._look()
        if len(self._waiting) == 1:
            await self._write()
        return await future

    def _look(self) -> None:
        if len(self._waiting) >= self._senders:
            self._is_full.set()

    async def _write(self) -> None:
        """Gather for a while, then write for everybody who has come; the first to come does it."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._is_full.wait(), COLLECT_SECONDS)
        async with self._is_writing:
            notes, waiting = self._notes, self._waiting
            self._notes, self._waiting = Notes(), []
            self._is_full.clear()
            try:
                flights = await record(self._services, self._running, self._holder, notes)
            except asyncio.CancelledError:
                for _, future in waiting:
                    future.cancel()
                raise
            except Exception as error:  # noqa: BLE001  (whoever waits for this commit is told why)
                _fail(waiting, error)
            else:
                _answer(waiting, flights)


def _answer(waiting: _Waiting, flights: Mapping[int, Flight]) -> None:
    for account_id, future in waiting:
        if not future.done():
            future.set_result(flights.get(account_id) if account_id is not None else None)


def _fail(waiting: _Waiting, error: Exception) -> None:
    for _, future in waiting:
        if not future.done():
            future.set_exception(error)
