"""An account's language and reachability (G4)."""

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.viewer import Viewer
from core.store import place as store
from core.usecases.services import Services


async def see(services: Services, account_id: int) -> Viewer:
    """Return the account as a viewer, entering it at its first sight (P9)."""
    found = await find(services, account_id)
    if found is not None:
        return found
    async with services.database.write() as connection:
        await store.add_account(connection, account_id, services.clock.now())
    return Viewer(account_id=account_id, language=None, campaign_id=None, territory=None, is_stopped=False)


async def find(services: Services, account_id: int) -> Viewer | None:
    """Return the account as a viewer, ``None`` for a stranger, of whom nothing is kept (M1)."""
    async with services.database.read() as connection:
        row = await store.get_viewer(connection, account_id)
    if row is None:
        return None
    has_place = row["akimat_id"] is not None and row["campaign_id"] is not None
    return Viewer(
        account_id=account_id,
        language=Language(row["language"]) if row["language"] else None,
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]) if has_place else None,
        territory=row["territory"] if has_place else None,
        is_stopped=row["is_stopped"],
        helping_until=row["helping_until"],
    )


async def choose_language(services: Services, account_id: int, language: Language) -> None:
    """Keep the language that the person has chosen; it is never guessed again (P6)."""
    async with services.database.write() as connection:
        await store.set_language(connection, account_id, language.value)


async def stop(services: Services, account_id: int) -> None:
    """Send the account nothing more but answers and security notices (G4)."""
    async with services.database.write() as connection:
        await store.set_reachability(connection, account_id, is_stopped=True)


async def come_back(services: Services, account_id: int) -> None:
    """Send notices again: /start ends both /stop and a block (G4)."""
    async with services.database.write() as connection:
        await store.set_reachability(connection, account_id, is_stopped=False, is_unreachable=False)


async def set_reachable(services: Services, account_id: int, *, is_reachable: bool) -> None:
    """Keep what the messenger says about an account: blocked, deleted, back again (G4)."""
    async with services.database.write() as connection:
        await store.add_account(connection, account_id, services.clock.now())
        await store.set_reachability(connection, account_id, is_unreachable=not is_reachable)
