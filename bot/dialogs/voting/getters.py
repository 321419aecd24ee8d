"""The receipt again: whoever the account stands for now sees it, nobody else's (E5)."""

from typing import Any

from bot.buttons import PutAwayButton
from bot.dialogs.voting.texts import receipt_text
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services
from core.usecases.verification.person import current_person
from core.usecases.voting.asking import get_receipt


async def get_receipt_screen(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the receipt, that there is none yet, or that nobody is verified here."""
    campaign_id = viewer.campaign_id
    if campaign_id is None:
        raise ScreenOutdated
    person = await current_person(services, campaign_id, viewer.account_id)
    if person is None:
        return {"text": words("voting-unverified"), "is_unverified": True, "has_none": False}
    receipt = await get_receipt(services, campaign_id, viewer.account_id)
    if receipt is None:
        return {"text": words("voting-none"), "is_unverified": False, "has_none": True}
    territories = (await require_rulebook(services, campaign_id)).territories
    territory, is_shared = territories.require(receipt.entry.territory), person.session is not None
    return {
        "text": receipt_text(words, receipt, territory, is_shared=is_shared),
        "is_unverified": False,
        "has_none": False,
        "put_away": PutAwayButton() if is_shared else None,
    }
