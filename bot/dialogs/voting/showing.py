"""Puts question and receipt on a message that is there already, so that the chat keeps no choice (E5).

Separate from the handlers, because a press may come twice and find the message changed already.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

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
from core.model.territory import Territory
from core.model.viewer import Viewer
from core.model.vote import Receipt
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services
from core.usecases.verification.person import Person
from core.usecases.voting.asking import VoteQuestion

_SAYS_SO_ALREADY = "message is not modified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """To whom a receipt is shown: ``session`` of a code, empty without one, and on whose telephone."""

    session: str
    is_helping: bool

    @classmethod
    def of(cls, person: Person | None, viewer: Viewer) -> Self:
        """Return it for who asked."""
        return cls(session=(person.session or "") if person else "", is_helping=viewer.is_helping)

    def text(self, words: Words, receipt: Receipt, territory: Territory) -> str:
        """Return the receipt's text."""
        return receipt_text(
            words, receipt, territory, is_shared=bool(self.session), is_helping=self.is_helping
        )

    def keyboard(self, words: Words) -> InlineKeyboardMarkup:
        """Return the receipt's buttons."""
        served = self.session if self.is_helping else ""
        return receipt_keyboard(words, is_shared=bool(self.session), served=served)


async def show_answer(
    press: CallbackQuery,
    services: Services,
    words: Words,
    campaign_id: CampaignId,
    answer: VoteQuestion | Receipt,
    person: Person | None,
    viewer: Viewer,
) -> None:
    """Show what asking for a vote gave: the question, or the receipt of somebody who has voted.

    ``person`` is who asked; a code says that others use the phone too, so the receipt can be put away.
    """
    shown = Shown.of(person, viewer)
    match answer:
        case VoteQuestion():
            await show_question(press, words, campaign_id, answer)
        case Receipt():
            await show_receipt_again(press, services, words, campaign_id, answer, shown)
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
    shown: Shown,
) -> None:
    """Turn the question into the receipt."""
    territory = (await require_rulebook(services, campaign_id)).territories.require(receipt.entry.territory)
    text = shown.text(words, receipt, territory)
    await put(press, text, shown.keyboard(words))


async def show_receipt_again(
    press: CallbackQuery,
    services: Services,
    words: Words,
    campaign_id: CampaignId,
    receipt: Receipt,
    shown: Shown,
) -> None:
    """Answer somebody who has voted by the receipt in a message of its own: the card stays."""
    territory = (await require_rulebook(services, campaign_id)).territories.require(receipt.entry.territory)
    text = Safe(f"{words('voting-receipt-again')}\n\n{shown.text(words, receipt, territory)}")
    if press.message is not None:
        await press.message.answer(text, reply_markup=shown.keyboard(words))


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
