"""Under which id the messenger has a picture already, so that it is uploaded once (P5, D2)."""

from core.store import files
from core.usecases.services import Services


async def get_file_id(services: Services, akimat: str, bot_id: int, digest: str) -> str | None:
    """Return the messenger's id of a file that this bot has sent before; ids of other bots are of no use."""
    async with services.database.read() as connection:
        return await files.get_file_id(connection, akimat, str(bot_id), digest)


async def keep_file_id(services: Services, akimat: str, bot_id: int, digest: str, file_id: str) -> None:
    """Remember the id; a newer one replaces it."""
    async with services.database.write() as connection:
        await files.keep_file_id(connection, akimat, str(bot_id), digest, file_id)
