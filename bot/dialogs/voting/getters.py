"""The receipt again: whoever the account stands for now sees it, nobody else's (E5)."""

from typing import Any

from bot.buttons import NextButton, PutAwayButton, ServedQrButton
from bot.dialogs.voting.showing import Shown
from bot.dialogs.voting.texts import absence_shown, counted_text
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.language.markup import Safe
from core.model.viewer import Viewer
from core.model.vote import Absence
from core.rulebook.model import Mode
from core.usecases.elsewhere.asking import find_voted_there
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services
from core.usecases.verification.person import current_person
from core.usecases.voting.asking import ask_whether_counted


async def get_receipt_screen(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the receipt, that there is none yet, or that nobody is verified here."""
    campaign_id = viewer.campaign_id
    if campaign_id is None:
        raise ScreenOutdated
    rulebook = await require_rulebook(services, campaign_id)
    if rulebook.voting.mode.value is Mode.GUIDE:
        page = next(iter(rulebook.official.pages), "")
        return {"text": words("voting-guide"), "official_page": page}
    person = await current_person(services, campaign_id, viewer.account_id)
    if person is None:
        return {"text": words("voting-unverified"), "is_unverified": True, "has_none": False}
    found = await ask_whether_counted(services, campaign_id, viewer.account_id)
    if isinstance(found, Absence):
        text = absence_shown(words, campaign_id.campaign, found)
        if await find_voted_there(services, campaign_id, viewer.account_id):
            text = Safe(f"{words('voting-there')}\n\n{text}")
        return {"text": text, "is_unverified": False, "has_none": True}
    territory = rulebook.territories.require(found.receipt.entry.territory)
    shown, served = Shown.of(person, viewer), person.session if viewer.is_helping else None
    parts = [shown.text(words, found.receipt, territory), counted_text(words, found)]
    return {
        "text": Safe("\n\n".join(part for part in parts if part)),
        "is_unverified": False,
        "has_none": False,
        "put_away": PutAwayButton() if shown.session and not served else None,
        "qr": ServedQrButton(session=served) if served else None,
        "next": NextButton() if served else None,
    }
