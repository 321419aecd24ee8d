"""Sends what waits in the outbox: each notice once, at the common pace, whoever is killed meanwhile (G3, G4).

Separate from the loop that wakes it, because what each refusal of Telegram means is decided here.
"""

import asyncio
from datetime import timedelta

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
from core.usecases.notice.sending import Notice
from core.usecases.services import Services
from messenger.notices import render
from messenger.pace import Pace

BATCH = 50
"""How many notices are leased at a time: at 25 a second far less than a lease."""

_BACKOFF = timedelta(seconds=5)
_GONE = ("chat not found", "user not found", "user is deactivated", "PEER_ID_INVALID")

_log = structlog.get_logger()


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
        taken = 0
        while not self._is_stopping and (notices := await sending.claim(self._services, BATCH)):
            taken += len(notices)
            async with asyncio.TaskGroup() as group:
                for notice in notices:
                    group.create_task(self._bring(notice))
        return taken

    async def _bring(self, notice: Notice) -> None:
        """Send one notice and settle it at once: only what is in flight now can be repeated after a crash."""
        try:
            rendered = await render(self._services, self._locales, notice)
            if rendered is None:
                await sending.failed(self._services, notice)
                return
            await self._pace.notice(notice.account_id)
            await self._bot.send_message(notice.account_id, rendered.text, reply_markup=rendered.keyboard)
        except (AiogramError, RuleViolation) as error:
            await self._settle_failure(notice, error)
        else:
            await sending.delivered(self._services, notice)

    async def _settle_failure(self, notice: Notice, error: AiogramError | RuleViolation) -> None:
        match error:
            case TelegramRetryAfter():
                wait = timedelta(seconds=error.retry_after)
                await sending.postpone(self._services, notice, wait, is_attempt=False)
            case TelegramForbiddenError():
                await sending.unreachable(self._services, notice)
            case TelegramBadRequest() | TelegramNotFound() if any(each in error.message for each in _GONE):
                await sending.unreachable(self._services, notice)
            case TelegramNetworkError() | TelegramServerError():
                wait = _BACKOFF * 2 ** min(notice.attempts, 4)
                await sending.postpone(self._services, notice, wait, is_attempt=True)
            case _:
                _log.error("notice_refused", notice_kind=notice.kind.value, error=type(error).__name__)
                await sending.failed(self._services, notice)
