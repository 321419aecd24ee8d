"""Deletes what was read of a register, in many short transactions: nobody's tap waits for a city (L3)."""

from core.store import staging
from core.usecases.register.portions import PORTION
from core.usecases.services import Services


async def drop_people(services: Services, akimat_id: str, import_id: int) -> None:
    """Delete the copies of a register that was settled; what a crash leaves goes in the night."""
    await _drop(services, akimat_id, import_id, and_notes=False)


async def drop_import(services: Services, akimat_id: str, import_id: int) -> None:
    """Leave nothing of a register that was never whole."""
    await _drop(services, akimat_id, import_id, and_notes=True)
    async with services.database.write() as connection:
        await staging.delete_import(connection, akimat_id, import_id)


async def _drop(services: Services, akimat_id: str, import_id: int, *, and_notes: bool) -> None:
    deleted = 1
    while deleted:
        async with services.database.write() as connection:
            deleted = await staging.delete_staged(
                connection, akimat_id, import_id, limit=PORTION, and_notes=and_notes
            )
