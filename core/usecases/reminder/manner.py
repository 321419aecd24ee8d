"""How reminders come to an account, as its owner has set it (G1)."""

from core.model.reminder import ReminderManner
from core.store import place as store
from core.usecases.services import Services


async def get_manner(services: Services, account_id: int) -> ReminderManner:
    """Return how reminders come; whoever has set nothing gets each by itself (G1)."""
    async with services.database.read() as connection:
        row = await store.get_viewer(connection, account_id)
    return ReminderManner(row["reminders"]) if row is not None else ReminderManner.EACH


async def set_manner(services: Services, account_id: int, manner: ReminderManner) -> None:
    """Keep how reminders come from now on; what is on its way follows it, too (G1)."""
    async with services.database.write() as connection:
        await store.add_account(connection, account_id, services.clock.now())
        await store.set_reminders(connection, account_id, manner.value)
