"""Whether somebody wants announcements; reminders and news are another matter (G2, G4)."""

from core.store import place as store
from core.usecases.services import Services


async def set_announced(services: Services, account_id: int, *, is_announced: bool) -> None:
    """Keep whether announcements come from now on; what is on its way follows it, too."""
    async with services.database.write() as connection:
        await store.add_account(connection, account_id, services.clock.now())
        await store.set_announced(connection, account_id, is_announced=is_announced)


async def is_announced(services: Services, account_id: int) -> bool:
    """Say whether announcements come to the account."""
    async with services.database.read() as connection:
        row = await store.get_viewer(connection, account_id)
    return row is None or not row["is_unannounced"]
