"""What Telegram's answer to one message of an announcement means (G2, G3): a table of errors, no sending."""

from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)

from core.usecases.announcement.fates import Fate

GONE = ("chat not found", "user not found", "user is deactivated", "PEER_ID_INVALID")
"""Telegram's words for a person who is no longer there."""

_UNSENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""Errors of a line that was never there: nothing can have arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """How a sending ended that Telegram did not take; ``is_ours`` blames text or file, not the person."""

    fate: Fate
    wait: timedelta = timedelta(0)
    is_ours: bool = False


def refused_by(error: AiogramError | OSError) -> Refused:
    """Return what an error means for the one who was sent to."""
    match error:
        case TelegramRetryAfter():
            return Refused(fate=Fate.LATER, wait=timedelta(seconds=error.retry_after))
        case _ if _is_gone(error):
            return Refused(fate=Fate.BLOCKED)
        case _ if isinstance(error, TelegramServerError) or _is_unsent(error):
            return Refused(fate=Fate.AGAIN)
        case TelegramMigrateToChat():
            # An account is a person: where a group answers in its place, nobody is there to be told.
            return Refused(fate=Fate.FAILED)
        case _ if _is_ours(error):
            return Refused(fate=Fate.FAILED, is_ours=True)
        case _:
            # No answer came, or one that nobody can read: the message may well have been taken.
            return Refused(fate=Fate.DOUBTFUL)


def _is_gone(error: Exception) -> bool:
    is_answer = isinstance(error, TelegramBadRequest | TelegramNotFound)
    return isinstance(error, TelegramForbiddenError) or (
        is_answer and any(each in str(error) for each in GONE)
    )


def _is_unsent(error: Exception) -> bool:
    cause = error.__cause__ or error.__context__
    return isinstance(error, TelegramNetworkError) and isinstance(cause, _UNSENT)


def _is_ours(error: Exception) -> bool:
    """Say whether text, file or token are refused: a line that is cut is no refusal, a file too large is."""
    is_refusal = isinstance(error, TelegramAPIError) and not isinstance(error, TelegramNetworkError)
    return is_refusal or isinstance(error, TelegramEntityTooLarge | OSError)
