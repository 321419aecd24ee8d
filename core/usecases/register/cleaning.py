"""What the night clears of registers that were handed in; apart, for nobody asks for it (M2)."""

from datetime import timedelta

from core.model.register import ImportState
from core.store import staging
from core.usecases.register.dropping import drop_import, drop_people
from core.usecases.services import Services

INTERRUPTED_TERM = timedelta(days=1)
"""After so long nobody is reading a register any more that is still not whole."""

WAITING_TERM = timedelta(days=30)
"""So long a register waits for a second person, and the notes on its lines are kept; no rulebook says."""


async def clean_imports(services: Services, akimat_id: str) -> int:
    """Delete what is kept no longer of the akimat's imports; return how many lost people or notes."""
    now = services.clock.now()
    async with services.database.write() as connection:
        broken = await staging.list_interrupted(connection, akimat_id, now - INTERRUPTED_TERM)
    for import_id in broken:
        await drop_import(services, akimat_id, import_id)
    async with services.database.write() as connection:
        before = now - WAITING_TERM
        await staging.settle_waiting(connection, akimat_id, ImportState.EXPIRED, now=now, before=before)
        settled = await staging.list_settled_with_people(connection, akimat_id)
        await staging.delete_notes(connection, akimat_id, before)
    for import_id in settled:
        await drop_people(services, akimat_id, import_id)
    return len(broken) + len(settled)
