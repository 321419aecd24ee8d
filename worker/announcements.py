"""Sends announcements: to everybody once, at the pace of their lane, whoever is killed meanwhile (G2, G3).

Separate from the notices, because these are many and alike: people are taken in portions, what became of
them is written by group commit, and the first ones are a trial for the others.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Mapping
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from core.language.locales import Locales
from core.model.language import Language
from core.rules.announcement import MOST_REFUSED
from core.usecases.announcement import beginning, delivery
from core.usecases.announcement.delivery import LEASE, Running
from core.usecases.announcement.fates import Fate, Flight, Outcome
from core.usecases.services import Services
from messenger.announcing import SEND_SECONDS, Announcer, Letter, compose
from messenger.pace import Pace
from worker.recording import Recorder
from worker.refused import refused_by

SLICE_SECONDS = 5.0
"""So long one announcement is sent before anything else that is due is looked for."""

PORTION_SECONDS = 2.0
"""How far ahead people are taken; those of a killed worker wait for the end of their lease."""

_LEAST_PORTION, _MOST_PORTION = 20, 1000
_LEAST_SENDERS, _MOST_SENDERS = 4, 100
_TURN_SECONDS = 0.1
"""What a message takes beside its place: its commit and Telegram's answer."""

_log = structlog.get_logger()


class AnnouncementSender:
    """Brings announcements to people."""

    def __init__(self, services: Services, locales: Locales, bot: Bot, pace: Pace) -> None:
        self._services = services
        self._locales = locales
        self._announcer = Announcer(services, bot)
        self._pace = pace
        self._is_stopping = False
        self._is_sending = False
        self._refusals: defaultdict[tuple[str, str, int, Language], int] = defaultdict(int)

    def stop(self) -> None:
        """Take nobody else; messages on their way are ended and written down."""
        self._is_stopping = True

    async def send_due(self) -> int:
        """Send everything that is due and return how many sendings were tried; 0 while it is at work."""
        if self._is_sending:
            return 0
        self._is_sending = True
        try:
            return await self._send_all()
        finally:
            self._is_sending = False

    async def _send_all(self) -> int:
        done, now = 0, 1
        while now and not self._is_stopping:
            await self._send_tests()
            await beginning.begin_due(self._services)
            running = await delivery.list_running(self._services)
            sent = await asyncio.gather(*(self._send_slice(each) for each in running))
            now = sum(sent)
            done += now
            await beginning.clear_up(self._services)
        return done

    async def _send_slice(self, running: Running) -> int:
        """Send one announcement for a while; what breaks at it is logged and holds up no other."""
        try:
            return await self._send(running)
        except Exception:  # noqa: BLE001  (the database, a broken row, an error of ours)
            _log.exception("announcement_broken", number=running.number)
            return 0

    async def _send(self, running: Running) -> int:
        attachment = running.announcement.attachment
        # Until the file is uploaded nobody else waits for it, with a place that is long over.
        is_first = not await self._announcer.knows_file(running.campaign_id.akimat, attachment)
        rate = 1 / self._pace.interval
        senders = 1 if is_first else senders_at(rate)
        run = _Run(self, running, senders, is_first=is_first, rate=rate)
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(run.senders):
                    group.create_task(run.work())
        finally:
            await run.release()
        return run.done

    async def _send_tests(self) -> None:
        """Send to staff what they want to see first; a failure is theirs to see and to ask for again."""
        for running, account_id, language in await delivery.take_tests(self._services):
            await self._pace.notice(account_id)
            try:
                await self._announcer.send(account_id, compose(self._locales, running, language))
            except (AiogramError, OSError) as error:
                _log.warning("announcement_test_failed", number=running.number, error=type(error).__name__)

    def letters(self, running: Running) -> Mapping[Language, Letter]:
        """Return what people of each language get."""
        return {language: compose(self._locales, running, language) for language in Language}

    async def claim(self, running: Running, holder: str, limit: int) -> list[int]:
        """Take people unless the worker is to stop."""
        if self._is_stopping:
            return []
        return list(await delivery.claim(self._services, running, holder, limit))

    def recorder(self, running: Running, holder: str, senders: int) -> Recorder:
        """Return what writes for one run."""
        return Recorder(self._services, running, holder, senders)

    @property
    def services(self) -> Services:
        """Return what use cases need."""
        return self._services

    @property
    def is_stopping(self) -> bool:
        """Say whether nobody else is to be taken."""
        return self._is_stopping

    async def bring(self, running: Running, flight: Flight, letter: Letter) -> Outcome:
        """Send to one person at the next place and return what became of it; never raises for Telegram."""
        doubt = running.announcement.written.doubt
        if not await self._has_place(flight):
            return Outcome(flight=flight, fate=Fate.LATER, doubt=doubt)
        try:
            await self._announcer.send(flight.account_id, letter)
        except (AiogramError, OSError) as error:
            found = refused_by(error)
            await self._count_refusal(running, flight.language, is_ours=found.is_ours)
            return Outcome(flight=flight, fate=found.fate, doubt=doubt, wait=found.wait)
        self._refusals[_key(running, flight.language)] = 0
        return Outcome(flight=flight, fate=Fate.DELIVERED, doubt=doubt)

    async def _has_place(self, flight: Flight) -> bool:
        """Wait for a place, but in a long silence of Telegram not until another worker takes the person."""
        try:
            async with asyncio.timeout(LEASE.total_seconds() / 2):
                await self._pace.bulk(flight.account_id)
        except TimeoutError:
            return False
        return self._services.real_clock.now() + timedelta(seconds=SEND_SECONDS) < flight.until

    async def _count_refusal(self, running: Running, language: Language, *, is_ours: bool) -> None:
        if not is_ours:
            return
        key = _key(running, language)
        self._refusals[key] += 1
        if self._refusals[key] < MOST_REFUSED:
            return
        self._refusals[key] = 0
        if await delivery.stop_refused(self._services, running):
            _log.error("announcement_refused", number=running.number, language=language.value)


class _Run:
    """One announcement in one worker for a while: a few senders and the people they take turns with."""

    def __init__(
        self, sender: AnnouncementSender, running: Running, senders: int, *, is_first: bool, rate: float
    ) -> None:
        self._sender = sender
        self._running = running
        self._holder = delivery.make_holder(sender.services)
        self._letters = sender.letters(running)
        self._recorder = sender.recorder(running, self._holder, senders)
        self._portion = 1 if is_first else _portion_at(rate)
        self._ends = asyncio.get_running_loop().time() + (0.0 if is_first else SLICE_SECONDS)
        self._people: deque[int] = deque()
        self._taking = asyncio.Lock()
        self._is_over = False
        self.senders = senders
        self.done = 0

    async def work(self) -> None:
        """Send to one person after the other until the slice is over or nobody is left."""
        outcome: Outcome | None = None
        try:
            while (account_id := await self._next()) is not None:
                flight = await self._recorder.turn(outcome, account_id)
                outcome = None
                if flight is not None:
                    letter = self._letters[flight.language]
                    outcome = await self._sender.bring(self._running, flight, letter)
                    self.done += 1
            if outcome is not None:
                await self._recorder.turn(outcome, None)
        finally:
            self._recorder.leave()

    async def release(self) -> None:
        """Give back whom nobody has come to."""
        if self._people:
            await delivery.release(self._sender.services, self._running, self._holder, list(self._people))

    async def _next(self) -> int | None:
        async with self._taking:
            if self._sender.is_stopping:
                return None
            if not self._people and not self._is_over:
                self._people.extend(await self._sender.claim(self._running, self._holder, self._portion))
                is_late = asyncio.get_running_loop().time() >= self._ends
                self._is_over = is_late or not self._people
            return self._people.popleft() if self._people else None


def senders_at(rate: float) -> int:
    """Return how many messages are on their way at most where ``rate`` leave in a second."""
    return min(_MOST_SENDERS, max(_LEAST_SENDERS, round(rate * _TURN_SECONDS)))


def _portion_at(rate: float) -> int:
    return min(_MOST_PORTION, max(_LEAST_PORTION, round(rate * PORTION_SECONDS)))


def _key(running: Running, language: Language) -> tuple[str, str, int, Language]:
    return running.campaign_id.akimat, running.campaign_id.campaign, running.number, language
