"""The way into helper mode: to whoever is served now, or to what it is (K1)."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.dialogs.whose import whose
from core.usecases.privacy.consent import has_consent
from core.usecases.verification.person import current_person


async def enter(data: Any, manager: DialogManager) -> None:
    """Show the person who is served now, the next one, or what the mode is; the consent comes first (M1)."""
    viewer = manager.middleware_data["viewer"]
    if viewer.campaign_id is None:
        await require_place(data, manager)
        return
    services, campaign_id, account_id = whose(manager)
    if viewer.is_helping:
        person = await current_person(services, campaign_id, account_id)
        await manager.switch_to(states.Helper.person if person is not None else states.Helper.now)
    elif not await has_consent(services, campaign_id, account_id):
        await manager.start(states.Privacy.consent)
