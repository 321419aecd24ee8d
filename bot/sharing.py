"""What neighbours are told of a project or a proposal in their own chats, and the links beside it (D2, D4).

Separate from the cards, because it is read by people who have never seen the bot: the place comes first, then
what can be done now and until when.
"""

from aiogram import Bot
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    InputTextMessageContent,
)
from aiogram.utils.deep_linking import create_start_link

from bot.dialogs.browsing.links import card_payload, share_link
from bot.dialogs.browsing.texts import short_cost
from core.language.locales import Words
from core.language.markup import plain
from core.language.shortening import shortened
from core.model.campaign import CampaignId
from core.model.language import Text
from core.rules.sharing import Deed, Possible
from core.usecases.browsing.inline import Offered, OfferedPage

PLACE_LENGTH = 60
TITLE_LENGTH = 80
"""Characters of place and title that are handed on: each Cyrillic letter takes six bytes of a link (P5)."""

INVITATION = "inline"
"""Payload of the link by which people come from another chat: it leads to the home screen."""

DEED_TEXTS = tuple(f"sharing-{deed}" for deed in Deed)


def deed_text(words: Words, possible: Possible) -> str:
    """Return what can be done now and until which day, that day included (P8)."""
    window = possible.window
    if window is None:
        return words("sharing-read")
    return words(f"sharing-{possible.deed}", opens=window.opens, closes=window.closes)


def neighbours_text(
    words: Words, *, number: int, title: Text, landmark: Text, cost: int, possible: Possible
) -> str:
    """Return what is said in a chat of neighbours: where, what, for how many tenge, what can be done."""
    return words(
        "sharing-text",
        landmark=_cut(words, landmark, PLACE_LENGTH),
        number=number,
        title=_cut(words, title, TITLE_LENGTH),
        cost=cost,
        deed=deed_text(words, possible),
    )


async def share_address(bot: Bot, campaign_id: CampaignId, number: int, text: str) -> str:
    """Return the address at which Telegram asks to whom the card's link goes, with ``text`` beside it."""
    link = await create_start_link(bot, card_payload(campaign_id.campaign, number))
    return share_link(link, plain(text))


async def results(bot: Bot, words: Words, page: OfferedPage, offset: str) -> list[InlineQueryResultUnion]:
    """Return the cards of a page; where nothing at all was found, a way into the bot."""
    found: list[InlineQueryResultUnion] = [await _article(bot, words, card) for card in page.cards]
    return found if found or offset else [await _invitation(bot, words)]


async def _article(bot: Bot, words: Words, card: Offered) -> InlineQueryResultArticle:
    text = neighbours_text(
        words,
        number=card.number,
        title=card.title,
        landmark=card.landmark,
        cost=card.cost,
        possible=card.possible,
    )
    territory = card.territory.name.in_language(words.language)
    description = words("inline-description", territory=territory, cost=short_cost(words, card.cost))
    return InlineQueryResultArticle(
        id=f"{card.campaign_id.campaign}-{card.number}",
        title=_cut(words, card.title, TITLE_LENGTH),
        description=plain(description),
        input_message_content=InputTextMessageContent(message_text=text),
        reply_markup=await _way_in(bot, words, card_payload(card.campaign_id.campaign, card.number)),
    )


async def _invitation(bot: Bot, words: Words) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=INVITATION,
        title=plain(words("inline-nothing")),
        description=plain(words("inline-nothing-hint")),
        input_message_content=InputTextMessageContent(message_text=words("inline-invitation")),
        reply_markup=await _way_in(bot, words, INVITATION),
    )


async def _way_in(bot: Bot, words: Words, payload: str) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text=words("button-inline-open"), url=await create_start_link(bot, payload))
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def _cut(words: Words, text: Text, length: int) -> str:
    return shortened(text.in_language(words.language), length)
