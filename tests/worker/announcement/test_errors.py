"""What each answer of Telegram means for one message of an announcement: the table of errors."""

from datetime import timedelta

import aiohttp
import pytest
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    RestartingTelegram,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage

from core.usecases.announcement.fates import Fate
from worker.refused import refused_by

METHOD = SendMessage(chat_id=1, text="…")


def caused(by: BaseException) -> TelegramNetworkError:
    """Return the error that aiogram makes of a broken line."""
    error = TelegramNetworkError(method=METHOD, message=f"HTTP Client says - {type(by).__name__}")
    error.__cause__ = by
    return error


CONNECTION = aiohttp.ClientConnectorError(connection_key=None, os_error=OSError("refused"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "fate", "is_ours"),
    [
        (TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), Fate.BLOCKED, False),
        (TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"), Fate.BLOCKED, False),
        (TelegramBadRequest(METHOD, "Bad Request: chat not found"), Fate.BLOCKED, False),
        (TelegramBadRequest(METHOD, "Bad Request: PEER_ID_INVALID"), Fate.BLOCKED, False),
        (TelegramNotFound(METHOD, "Not Found: user not found"), Fate.BLOCKED, False),
        (TelegramMigrateToChat(METHOD, "group chat was upgraded", -1001), Fate.FAILED, False),
        (TelegramServerError(METHOD, "Internal Server Error"), Fate.AGAIN, False),
        (RestartingTelegram(METHOD, "restarting"), Fate.AGAIN, False),
        (caused(CONNECTION), Fate.AGAIN, False),
        (caused(aiohttp.ConnectionTimeoutError()), Fate.AGAIN, False),
        (caused(aiohttp.ServerDisconnectedError()), Fate.DOUBTFUL, False),
        (caused(TimeoutError()), Fate.DOUBTFUL, False),
        (TelegramNetworkError(METHOD, "Request timeout error"), Fate.DOUBTFUL, False),
        (ClientDecodeError("no JSON", ValueError(), "<html>"), Fate.DOUBTFUL, False),
        (TelegramBadRequest(METHOD, "Bad Request: can't parse entities"), Fate.FAILED, True),
        (TelegramBadRequest(METHOD, "Bad Request: message is too long"), Fate.FAILED, True),
        (TelegramEntityTooLarge(METHOD, "Request Entity Too Large"), Fate.FAILED, True),
        (TelegramUnauthorizedError(METHOD, "Unauthorized"), Fate.FAILED, True),
        (FileNotFoundError("a file of the store"), Fate.FAILED, True),
    ],
)
def test_what_an_error_means(error: AiogramError | OSError, fate: Fate, is_ours: bool) -> None:  # noqa: FBT001
    """Who is gone, what is tried again, what is in doubt, what is the text's own fault [G2] [G4]."""
    found = refused_by(error)
    assert (found.fate, found.is_ours, found.wait) == (fate, is_ours, timedelta(0))


def test_a_limit_says_how_long() -> None:
    """A 429 is nobody's attempt; it waits as long as Telegram says [G3]."""
    found = refused_by(TelegramRetryAfter(METHOD, "Too Many Requests", 17))
    assert (found.fate, found.wait) == (Fate.LATER, timedelta(seconds=17))
