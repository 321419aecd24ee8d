"""Sends what waits in the outbox: each notice once, at the common pace, whoever is killed meanwhile (G3, G4).

Separate from the loop that wakes it, because what each refusal of Telegram means is decided here.
"""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)

from core.language.locales import Locales
from core.model.refusals import RuleViolation
from core.usecases.notice import sending
from core.usecases.notice.admission import LEASE
from core.usecases.notice.kinds import Notice
from core.usecases.services import Services
from messenger.notices.telling import render
from messenger.pace import Pace
from worker.refused import GONE

BATCH = 50
"""The most notices that are leased at a time."""

_SHARE_OF_LEASE = 10  # so many workers may take turns at one pace before a lease runs out
_BACKOFF = timedelta(seconds=5)

_log = structlog.get_logger()


def batch_at(interval: float) -> int:
    """Return how many notices to lease where two of them are ``interval`` seconds apart, at least one."""
    fitting = int(LEASE.total_seconds() / _SHARE_OF_LEASE / interval)
    return max(1, min(BATCH, fitting))


class NoticeSender:
    """Takes notices out of the outbox and brings them to people."""

    def __init__(self, services: Services, locales: Locales, bot: Bot, pace: Pace) -> None:
        self._services = services
        self._locales = locales
        self._bot = bot
        self._pace = pace
        self._is_stopping = False

    def stop(self) -> None:
        """Take up no more notices; those that are leased are still sent."""
        self._is_stopping = True

    async def send_due(self) -> int:
        """Send everything that is due and return how many notices were taken up."""
        taken, most = 0, batch_at(self._pace.interval)
        while not self._is_stopping and (notices := await sending.claim(self._services, most)):
            taken += len(notices)
            async with asyncio.TaskGroup() as group:
                for notice in notices:
                    group.create_task(self._bring(notice))
        return taken

    async def _bring(self, notice: Notice) -> None:
        """Send one notice; whatever breaks at it is logged and never ends the sending of the others."""
        try:
            await self._send(notice)
        except Exception:  # noqa: BLE001  (a broken row, the database, an error of ours)
            _log.exception("notice_broken", notice_kind=notice.kind.value)
            await self._leave_for_later(notice)

    async def _leave_for_later(self, notice: Notice) -> None:
        """Count an attempt; where even that fails, the lease runs out and has been counted already."""
        try:
            await sending.postpone(self._services, notice, _backoff(notice), is_attempt=True)
        except Exception:  # noqa: BLE001  (most likely the database is away)
            _log.exception("notice_not_postponed", notice_kind=notice.kind.value)

    async def _send(self, notice: Notice) -> None:
        """Send and settle at once: only what is in flight now can be repeated after a crash."""
        try:
            rendered = await render(self._services, self._locales, notice)
            if rendered is not None:
                await self._pace.notice(notice.account_id)
                if not notice.kind.manner.is_always_told:
                    # Somebody may have voted while the notice waited for its turn (G1).
                    rendered = await render(self._services, self._locales, notice)
            if rendered is None:
                await sending.untold(self._services, notice)
                return
            await self._bot.send_message(
                notice.account_id,
                rendered.text,
                reply_markup=rendered.keyboard,
                disable_notification=notice.is_silent,
            )
        except (AiogramError, RuleViolation) as error:
            await self._settle_failure(notice, error)
        else:
            await _finished(sending.delivered(self._services, notice))

    async def _settle_failure(self, notice: Notice, error: AiogramError | RuleViolation) -> None:
        match error:
            case TelegramRetryAfter():
                wait = timedelta(seconds=error.retry_after)
                await sending.postpone(self._services, notice, wait, is_attempt=False)
            case TelegramForbiddenError():
                await sending.unreachable(self._services, notice)
            case TelegramBadRequest() | TelegramNotFound() if any(each in error.message for each in GONE):
                await sending.unreachable(self._services, notice)
            case TelegramNetworkError() | TelegramServerError():
                await sending.postpone(self._services, notice, _backoff(notice), is_attempt=True)
            case _:
                _log.error("notice_refused", notice_kind=notice.kind.value, error=type(error).__name__)
                await sending.failed(self._services, notice)


def _backoff(notice: Notice) -> timedelta:
    return _BACKOFF * (1 << min(notice.attempts, 4))


async def _finished(recording: Coroutine[Any, Any, None]) -> None:
    """Let what has happened be written down to its end, also when the process is told to stop meanwhile."""
    task = asyncio.ensure_future(recording)  # noqa: TID251  (never detached: it is awaited in every case)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
