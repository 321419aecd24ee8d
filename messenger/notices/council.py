"""How a member of the council is reminded: how many opinions he owes, until when, nothing else (G1)."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from core.language.locales import Words
from core.language.markup import Safe
from core.usecases.notice.kinds import Notice
from core.usecases.reminder.relevance import get_reminded
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard
from messenger.notices.rendered import Rendered


async def render(services: Services, words: Words, notice: Notice) -> Rendered | None:
    """Say what waits in the office; ``None`` once the member has said all, or the sitting is over (G1)."""
    reminded = await get_reminded(services, notice)
    if reminded is None:
        return None
    heading = words("notice-council", council=reminded.rulebook.council.name)
    waiting = words("notice-council-waiting", count=reminded.waiting, sitting=notice.facts["sitting"])
    left = words("reminder-left", days=reminded.days_left, closes=reminded.window.closes)
    campaign = words("reminder-campaign", campaign=reminded.rulebook.title)
    head = Safe(f"{words('reminder-heading', heading=heading)}\n{campaign}")
    text = Safe("\n\n".join([head, waiting, left, words("notice-council-where"), words("reminder-settings")]))
    line = words("reminder-line", what=heading, when=left)
    return Rendered(text=text, keyboard=_keyboard(services, words, notice), line=line)


def _keyboard(services: Services, words: Words, notice: Notice) -> InlineKeyboardMarkup:
    """Return a button to the sitting in the office; without pages there is nothing but the bot's home."""
    if not services.web_url:
        return keyboard(words, Destination.HOME)
    page = f"{services.web_url}/office/{notice.campaign_id.campaign}/sittings/{notice.facts['sitting']}"
    button = InlineKeyboardButton(text=words("button-notice-council"), url=page)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
