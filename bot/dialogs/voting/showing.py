"""Puts question and receipt on a message that is there already, so that the chat keeps no choice (E5).

Separate from the handlers, because a press may come twice and find the message changed already.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.answers import answer_press
from bot.buttons import CastButton
from bot.dialogs.voting.texts import (
    question_keyboard,
    question_text,
    receipt_keyboard,
    receipt_text,
    refused_keyboard,
)
from bot.handlers.errors import refusal_text
from core.language.locales import Words
from core.language.markup import Safe
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.vote import Receipt
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services
from core.usecases.verification.person import Person
from core.usecases.voting.asking import VoteQuestion

_SAYS_SO_ALREADY = "message is not modified"


async def show_answer(
    press: CallbackQuery,
    services: Services,
    words: Words,
    campaign_id: CampaignId,
    answer: VoteQuestion | Receipt,
    person: Person | None,
) -> None:
    """Show what asking for a vote gave: the question, or the receipt of somebody who has voted.

    ``person`` is who asked; a code says that others use the phone too, so the receipt can be put away.
    """
    is_shared = person is not None and person.session is not None
    match answer:
        case VoteQuestion():
            await show_question(press, words, campaign_id, answer)
        case Receipt():
            await show_receipt_again(press, services, words, campaign_id, answer, is_shared=is_shared)
    await answer_press(press)


async def show_question(
    press: CallbackQuery, words: Words, campaign_id: CampaignId, question: VoteQuestion
) -> None:
    """Turn the card into the question."""
    keyboard = question_keyboard(words, campaign_id.campaign, question)
    await put(press, question_text(words, question), keyboard)


async def show_receipt(
    press: CallbackQuery,
    services: Services,
    words: Words,
    campaign_id: CampaignId,
    receipt: Receipt,
    *,
    is_shared: bool,
) -> None:
    """Turn the question into the receipt."""
    territory = (await require_rulebook(services, campaign_id)).territories.require(receipt.entry.territory)
    text = receipt_text(words, receipt, territory, is_shared=is_shared)
    await put(press, text, receipt_keyboard(words, is_shared=is_shared))


async def show_receipt_again(
    press: CallbackQuery,
    services: Services,
    words: Words,
    campaign_id: CampaignId,
    receipt: Receipt,
    *,
    is_shared: bool,
) -> None:
    """Answer somebody who has voted by the receipt in a message of its own: the card stays."""
    territory = (await require_rulebook(services, campaign_id)).territories.require(receipt.entry.territory)
    shown = receipt_text(words, receipt, territory, is_shared=is_shared)
    text = Safe(f"{words('voting-receipt-again')}\n\n{shown}")
    if press.message is not None:
        await press.message.answer(text, reply_markup=receipt_keyboard(words, is_shared=is_shared))


@asynccontextmanager
async def refusals_shown(press: CallbackQuery, words: Words, asked: CastButton) -> AsyncGenerator[None, None]:
    """Turn a question that was refused into the refusal: the choice leaves the screen (E2, P7)."""
    try:
        yield
    except RuleViolation as violation:
        await put(press, refusal_text(words, violation), refused_keyboard(words, asked, violation.refusal))


async def put(press: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup) -> None:
    """Edit the message under which the button stands, or send a new one where it is gone."""
    if not isinstance(press.message, Message):
        return
    try:
        await press.message.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as error:
        if _SAYS_SO_ALREADY not in error.message:
            await press.message.answer(text, reply_markup=keyboard)
