"""What the screens of verification show: ways, terms of a code, and where a verified person may vote."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.buttons import CardButton, VoteButton, WishButton
from bot.dialogs.verification.entrance import waiting_draft
from bot.dialogs.verification.texts import done_text, ways_text
from bot.dialogs.whose import place_of
from bot.screen import ScreenOutdated
from bot.wishes import Wishes
from core.language.locales import Words
from core.model.person import Verification
from core.model.viewer import Viewer
from core.rulebook.model import Mode
from core.usecases.guide.home import home
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services
from core.usecases.verification.person import current_person
from messenger.buttons import ProposalButton


async def get_ways(
    services: Services, viewer: Viewer, words: Words, wishes: Wishes, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return the ways that the rulebook allows and the bot knows."""
    campaign_id = place_of(viewer)
    rulebook = await require_rulebook(services, campaign_id)
    is_guide = rulebook.voting.mode.value is Mode.GUIDE
    ways = () if is_guide else rulebook.voting.verification.value
    wish = wishes.get(viewer.account_id, await current_person(services, campaign_id, viewer.account_id))
    return {
        "text": ways_text(words, rulebook, ways),
        "has_phone": Verification.PHONE in ways,
        "has_code": Verification.CODE in ways,
        "card": CardButton(campaign=wish.campaign, number=wish.number)
        if isinstance(wish, VoteButton)
        else None,
        "talk": wish if isinstance(wish, ProposalButton) else None,
        "draft": waiting_draft(dialog_manager),
        "official_page": next(iter(rulebook.official.pages), "") if is_guide else "",
    }


async def get_code_terms(services: Services, viewer: Viewer, **_: Any) -> dict[str, Any]:
    """Return how long a code is good and how often one may be wrong."""
    rules = (await require_rulebook(services, place_of(viewer))).voting.code
    if rules is None:
        raise ScreenOutdated
    return {"hours": rules.valid_hours.value, "attempts": rules.attempts_per_account.value}


async def get_done(
    services: Services, viewer: Viewer, words: Words, wishes: Wishes, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return where the person may vote and what comes next; never a name, an IIN or a birth date (P1)."""
    if viewer.territory is None:
        raise ScreenOutdated
    seen = await home(services, place_of(viewer), viewer.account_id, viewer.territory)
    has_voted = seen.standing.has_voted
    wish = wishes.get(viewer.account_id, seen.person) if seen.person is not None else None
    return {
        "text": done_text(words, seen),
        "wish": WishButton() if isinstance(wish, VoteButton) and not has_voted else None,
        "talk": wish if isinstance(wish, ProposalButton) else None,
        "draft": waiting_draft(dialog_manager),
        "has_voted": has_voted,
        "has_session": seen.person is not None and seen.person.session is not None,
        "is_over": seen.person is None,
        "is_verified": seen.person is not None,
    }
