"""How an account is told that another one stands for its person now (E2)."""

from core.language.locales import Words
from core.usecases.notice.kinds import Notice
from core.usecases.services import Services
from messenger.buttons import Destination, GoThereButton, keyboard
from messenger.notices.rendered import Rendered


async def render(_services: Services, words: Words, notice: Notice) -> Rendered:
    """Say that the telephone was linked elsewhere, and lead to a new verification (E2)."""
    there = GoThereButton(to=Destination.VERIFICATION, campaign=notice.campaign_id.campaign)
    return Rendered(text=words("notice-link-moved"), keyboard=keyboard(words, there, Destination.HOME))
