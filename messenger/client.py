"""Clients of the Bot API: one for answers, one for notices and announcements; both obey every 429 (G3)."""

from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    DeleteWebhook,
    GetUpdates,
    GetWebhookInfo,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import LinkPreviewOptions

from messenger.pace import Pace

LONGEST_WAIT_SECONDS = 30
"""A person's answer is not kept waiting for a longer silence than this; then it fails."""

_TRIES = 3

_UNPACED = (AnswerCallbackQuery, AnswerInlineQuery, DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook)
"""What sends nothing to a chat: it has no limit or one of its own, which is nobody else's matter."""


class AnswersFirst(BaseRequestMiddleware):
    """Sends answers at once, waits out a short 429 and sends again."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Make the request; receiving and answering a press or a query take no place in the budget."""
        if isinstance(method, _UNPACED):
            return await make_request(bot, method)
        for remaining in reversed(range(_TRIES)):
            await self._pace.answer()
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                await self._pace.freeze(error.retry_after)
                if not remaining or error.retry_after > LONGEST_WAIT_SECONDS:
                    raise
        raise AssertionError("the last try returns or raises")


class FreezeOnLimit(BaseRequestMiddleware):
    """Tells everybody about a 429, which slows announcements down, and leaves the next try to the sender."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Make the request."""
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            await self._pace.freeze(error.retry_after)
            raise


def make_answering_bot(token: str, api_url: str, pace: Pace) -> Bot:
    """Make the client with which handlers answer people."""
    return _make_bot(token, api_url, AnswersFirst(pace))


def make_notifying_bot(token: str, api_url: str, pace: Pace) -> Bot:
    """Make the client of the worker, who has waited for the pace of its lane before each call."""
    return _make_bot(token, api_url, FreezeOnLimit(pace))


def _make_bot(token: str, api_url: str, middleware: BaseRequestMiddleware) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    session.middleware(middleware)
    # Previews of links cost a slow line more than the text itself (P5).
    # (aiogram would turn link_preview_is_disabled into a parameter that the Bot API has no more.)
    preview = LinkPreviewOptions(is_disabled=True)
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=preview)
    return Bot(token, session=session, default=properties)
