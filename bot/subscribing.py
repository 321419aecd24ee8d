"""Tells Telegram where to bring updates: once, however many processes start (0024).

Separate from receiving them, because that goes on whoever of the processes has told it.
"""

import asyncio
import hashlib
import hmac

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramUnauthorizedError
from aiogram.types import WebhookInfo
from redis.exceptions import RedisError

from bot.handling import Patience
from bot.turns import Turns

MOST_CONNECTIONS = 100
"""Updates that Telegram brings at once, over all processes; its most."""

_TURN = "webhook"
_MARK_LENGTH = 8

_log = structlog.get_logger()


class SubscriptionRefused(Exception):
    """Telegram does not take `WEBHOOK_URL`; the reason is its own."""


class Subscription:
    """The address to which one bot's updates are brought, and the secret by which Telegram is known there."""

    def __init__(self, bot: Bot, turns: Turns, url: str, secret: str = "") -> None:
        self._bot = bot
        self._turns = turns
        self.secret = secret or derive_secret(bot.token, url)
        # Telegram tells the address that it has, and never the secret: by this mark a new one is noticed.
        mark = hashlib.sha256(f"mark {self.secret}".encode()).hexdigest()[:_MARK_LENGTH]
        self.url = f"{url}?secret={mark}"

    async def tell(self, types: list[str], stopping: asyncio.Event) -> None:
        """Set the webhook unless it stands already; try until it does or the stop is wanted.

        Raises:
            TelegramUnauthorizedError: the token is not valid.
            SubscriptionRefused: Telegram does not take the address.
        """
        patience = Patience(stopping)
        while not stopping.is_set():
            try:
                async with self._turns.take(_TURN):
                    await self._set(types)
            except TelegramUnauthorizedError:
                raise
            except TelegramBadRequest as error:
                raise SubscriptionRefused(error.message) from error
            except AiogramError as error:
                await patience.after(error)
            except RedisError as error:
                _log.warning("webhook_put_off", error=type(error).__name__)
                await patience.wait()
            else:
                return

    async def _set(self, types: list[str]) -> None:
        if self._stands(await self._bot.get_webhook_info(), types):
            return
        # What waits at Telegram stays there and is brought.
        await self._bot.set_webhook(
            self.url,
            secret_token=self.secret,
            max_connections=MOST_CONNECTIONS,
            allowed_updates=types,
            drop_pending_updates=False,
        )
        _log.info("webhook_set")

    def _stands(self, info: WebhookInfo, types: list[str]) -> bool:
        return (
            info.url == self.url
            and info.max_connections == MOST_CONNECTIONS
            and set(info.allowed_updates or ()) == set(types)
        )


def derive_secret(token: str, url: str) -> str:
    """Return a secret that every process with this token knows, and nobody without it."""
    return hmac.new(token.encode(), f"webhook {url}".encode(), hashlib.sha256).hexdigest()
