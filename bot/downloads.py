"""Brings a photo or a file from Telegram, or says why that cannot be done.

Separate because pictures and estimates come alike, and one file that fails must not take the others with it.
"""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import Message
from aiohttp import ClientError

from core.model.refusals import Refusal, refuse

MOST_BYTES = 20 * 1024 * 1024
"""What a bot may download from Telegram (Bot API, getFile)."""

TAKING_SECONDS = 240
"""After that a picture is given up and its sender told: longer than download and scanner may take together,
and than a picture of each chat that `bot.handling` answers at once takes with the only cleaner."""

_TOO_LARGE = "file is too big"


class DownloadFailed(Exception):
    """Telegram did not hand the file over; the person may send it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A photo in its largest size, or a document, by the id under which Telegram has it."""

    file_id: str
    size: int | None
    is_photo: bool


def find_sent(message: Message) -> Sent | None:
    """Return the photo or document of a message; the last size of a photo is the largest."""
    if message.photo:
        largest = message.photo[-1]
        return Sent(file_id=largest.file_id, size=largest.file_size, is_photo=True)
    if message.document and message.animation is None:
        file = message.document
        return Sent(file_id=file.file_id, size=file.file_size, is_photo=False)
    return None


async def fetch(bot: Bot, sent: Sent, refusal: Refusal) -> bytes:
    """Return the file's content.

    Raises:
        RuleViolation: ``refusal`` with the problem ``too-large``.
        DownloadFailed: anything else went wrong on the way.
    """
    if sent.size is not None and sent.size > MOST_BYTES:
        raise refuse(refusal, problem="too-large")
    try:
        downloaded = await bot.download(sent.file_id)
    except TelegramBadRequest as error:
        if _TOO_LARGE in error.message:
            raise refuse(refusal, problem="too-large") from error
        raise DownloadFailed from error
    except (TelegramAPIError, ClientError, TimeoutError) as error:
        raise DownloadFailed from error
    if downloaded is None:
        raise DownloadFailed
    return downloaded.read()
