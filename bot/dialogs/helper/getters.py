"""What the screens of helper mode show; never a name, an IIN or a birth date (K1, P1)."""

from datetime import timedelta
from typing import Any

from bot.buttons import WishButton
from bot.dialogs.place.getters import path
from bot.dialogs.whose import place_of
from bot.screen import ScreenOutdated
from bot.wishes import Wishes
from core.language.locales import Words
from core.model.viewer import Viewer
from core.rules.concern import HELPING_FOR
from core.usecases.guide.home import home
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services


async def get_intro(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return where people vote here, and after how long the mode ends by itself."""
    minutes = HELPING_FOR // timedelta(minutes=1)
    return {"place": await _place(services, viewer, words), "minutes": minutes}


async def get_now(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return where people vote here and until when the mode lasts; outside of it the screen is outdated."""
    if viewer.helping_until is None:
        raise ScreenOutdated
    return {"place": await _place(services, viewer, words), "hour": viewer.helping_until}


async def get_person(
    services: Services, viewer: Viewer, words: Words, wishes: Wishes, **_: Any
) -> dict[str, Any]:
    """Return what the person who is served may do now."""
    if viewer.helping_until is None or viewer.territory is None:
        raise ScreenOutdated
    seen = await home(services, place_of(viewer), viewer.account_id, viewer.territory)
    wish = wishes.get(viewer.account_id, seen.person) if seen.person is not None else None
    has_voted = seen.person is not None and seen.standing.has_voted
    if seen.person is None or seen.person.session_ends is None:
        text = words("helper-person-over")
    elif has_voted:
        text = words("helper-person-voted")
    else:
        text = words("helper-person", hour=seen.person.session_ends)
    return {
        "text": text,
        "may_vote": seen.person is not None and not has_voted,
        "has_voted": has_voted,
        "wish": WishButton() if wish is not None and not has_voted else None,
    }


async def _place(services: Services, viewer: Viewer, words: Words) -> str:
    if viewer.territory is None:
        raise ScreenOutdated
    rulebook = await require_rulebook(services, place_of(viewer))
    return path(rulebook.territories, viewer.territory, words.language)
