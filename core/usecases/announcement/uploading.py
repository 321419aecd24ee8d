"""Under which id the messenger has an announcement's file, and its bytes where it has none yet (G2)."""

import asyncio

from core.model.announcement import Attachment
from core.store import files
from core.usecases.services import Services


async def get_file_id(services: Services, akimat: str, bot_id: int, attachment: Attachment) -> str | None:
    """Return the id under which this bot has sent the file before."""
    async with services.database.read() as connection:
        return await files.get_file_id(connection, akimat, _key(bot_id, attachment), attachment.digest)


async def keep_file_id(
    services: Services, akimat: str, bot_id: int, attachment: Attachment, file_id: str
) -> None:
    """Remember the id, so that the file is uploaded once."""
    async with services.database.write() as connection:
        key = _key(bot_id, attachment)
        await files.keep_file_id(connection, akimat, key, attachment.digest, file_id)


async def read_attachment(services: Services, attachment: Attachment) -> bytes:
    """Return the file's bytes; raise ``FileNotFoundError`` where the store has none."""
    return await asyncio.to_thread(services.files.read, attachment.digest)


def _key(bot_id: int, attachment: Attachment) -> str:
    # Pictures of cards are made smaller before they are sent: that is another file under the same digest.
    return f"{bot_id}:{attachment.kind.value}"
