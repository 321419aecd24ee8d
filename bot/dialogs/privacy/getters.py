"""What the windows of consent and kept data show."""

from typing import Any

from bot.dialogs.guide.getters import require_place
from bot.dialogs.privacy.kept import data_text, forgetting_text, retention_lines
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.language.markup import Safe
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.usecases.place import choosing
from core.usecases.privacy.consent import CONSENT_VERSION
from core.usecases.privacy.mydata import my_data
from core.usecases.services import Services


async def get_consent(services: Services, viewer: Viewer, **_: Any) -> dict[str, Any]:
    """Return who asks for the consent, and its version."""
    akimat = (await _require_rulebook(services, viewer)).akimat
    return {
        "akimat": akimat.name,
        "bin": akimat.bin or "",
        "has_bin": akimat.bin is not None,
        "version": CONSENT_VERSION,
    }


async def get_details(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return what the consent means in more words, with the terms of the rulebook."""
    rulebook = await _require_rulebook(services, viewer)
    return {"text": Safe("\n\n".join([words("consent-details"), *retention_lines(words, rulebook)]))}


async def get_data(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return in plain words everything that is kept of the viewer."""
    kept = await my_data(services, viewer.account_id)
    rulebook = await _rulebook(services, viewer)
    return {"text": words("data-nothing") if kept is None else data_text(words, kept, rulebook)}


async def get_forgetting(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return what is erased, and what must stay, how long and why."""
    kept = await my_data(services, viewer.account_id)
    return {"text": forgetting_text(words, kept, await _rulebook(services, viewer))}


async def _require_rulebook(services: Services, viewer: Viewer) -> Rulebook:
    require_place(viewer)
    rulebook = await _rulebook(services, viewer)
    if rulebook is None:
        raise ScreenOutdated
    return rulebook


async def _rulebook(services: Services, viewer: Viewer) -> Rulebook | None:
    if viewer.campaign_id is None:
        return None
    try:
        return await choosing.require_rulebook(services, viewer.campaign_id)
    except RuleViolation:
        return None
