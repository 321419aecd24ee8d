"""Inline mode: `@bot text` in any chat offers cards that lead here (D4).

Separate because whoever asks may never have opened the bot: nothing is shown of anybody, nothing is kept.
"""

from aiogram import Bot, F, Router
from aiogram.types import InlineQuery, InlineQueryResultsButton, Message, User

from bot.filters import Magic
from bot.sharing import INVITATION, results
from core.language.locales import Locales
from core.model.language import Language
from core.usecases.browsing.inline import find_cards
from core.usecases.place import account
from core.usecases.services import Services

CACHE_SECONDS = 10
"""How long Telegram may repeat an answer: what somebody types anew is soon asked for anew."""


def build_router() -> Router:
    """Make the router; a card that was sent into the bot's own chat needs no answer, it has its button."""
    router = Router(name="inline")
    router.inline_query.register(offer_cards)
    router.message.register(leave_card, Magic(F.via_bot))
    return router


async def offer_cards(query: InlineQuery, bot: Bot, services: Services, locales: Locales) -> None:
    """Offer what was found in the asker's language, or a way into the bot; too late is no error."""
    words = locales.words(await _language(services, query.from_user))
    page = await find_cards(services, query.from_user.id, query.query, query.offset)
    found = await results(bot, words, page, query.offset)
    button = InlineQueryResultsButton(text=words("button-inline-bot"), start_parameter=INVITATION)
    further = page.next_offset
    await query.answer(found, CACHE_SECONDS, is_personal=True, next_offset=further, button=button)


async def leave_card(_message: Message) -> None:
    """Leave a card where it was sent."""


async def _language(services: Services, person: User) -> Language:
    """Return the language that was chosen, else the phone's own, else Kazakh (P6)."""
    viewer = await account.find(services, person.id)
    if viewer is not None and viewer.language is not None:
        return viewer.language
    spoken = (person.language_code or "").partition("-")[0]
    return Language.RUSSIAN if spoken == Language.RUSSIAN.value else Language.KAZAKH
