"""A project's pictures as they are sent: how heavy, how small, and under which id the messenger has them.

Separate from the card, which is read far more often than a picture is asked for (P5, D2).
"""

import asyncio
from collections.abc import Sequence

from core.files.small import MOST_BYTES, made_small
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


async def weigh_pictures(services: Services, digests: Sequence[str]) -> int:
    """Return how many bytes these pictures are at most when they are sent; missing ones weigh nothing."""
    return await asyncio.to_thread(lambda: sum(_weigh(services, digest) for digest in digests))


def _weigh(services: Services, digest: str) -> int:
    try:
        return min(services.files.size(digest), MOST_BYTES)
    except FileNotFoundError:
        return 0


async def read_small(services: Services, digest: str) -> bytes:
    """Return the picture as it is sent first: of ``MOST_BYTES`` at most.

    Raises:
        FileNotFoundError: the store has no such file.
    """
    return await asyncio.to_thread(lambda: made_small(services.files.read(digest)))
