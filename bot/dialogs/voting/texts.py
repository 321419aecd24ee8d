"""Question and receipt with their buttons: raw messages, since no screen may remember a choice (ledger 3)."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import CardButton, CastButton, HomeBelowButton, PutAwayButton
from core.language.locales import Words
from core.language.markup import Safe
from core.ledger.receipt import control_number
from core.model.refusals import Refusal
from core.model.territory import Territory
from core.model.vote import Receipt
from core.usecases.voting.asking import VoteQuestion
from messenger.buttons import Destination, GoButton

_UNVERIFIED = frozenset({Refusal.NOT_VERIFIED, Refusal.SCREEN_OF_ANOTHER})
_WITHOUT_CARD = frozenset({Refusal.SCREEN_OF_ANOTHER, Refusal.PROJECT_UNKNOWN})


def question_text(words: Words, question: VoteQuestion) -> str:
    """Return the second confirmation's text: what is voted for, and that it stays so (E3, E9)."""
    project = question.project
    return words(
        "voting-question",
        number=project.number,
        title=project.title,
        territory=question.territory,
        cost=project.cost,
    )


def question_keyboard(words: Words, campaign: str, question: VoteQuestion) -> InlineKeyboardMarkup:
    """Return its buttons; the session binds the confirmation to the person who was asked (E3)."""
    number, session = question.project.number, question.session or ""
    return _column(
        (words("button-voting-yes"), CastButton(campaign=campaign, number=number, session=session)),
        (words("button-voting-card"), CardButton(campaign=campaign, number=number)),
    )


def receipt_text(words: Words, receipt: Receipt, territory: Territory, *, is_shared: bool = False) -> str:
    """Return the receipt: that the vote was counted, never for what (E5, ledger 7).

    ``is_shared`` adds how it leaves the screen of a phone that others use too.
    """
    text = words(
        "voting-receipt",
        roll_number=receipt.entry.number,
        territory=territory,
        control=control_number(receipt.entry.token),
        token=receipt.entry.token.hex(),
        signature=receipt.signature.hex(),
    )
    return Safe("\n\n".join([text, words("voting-receipt-shared")])) if is_shared else text


def receipt_keyboard(words: Words, *, is_shared: bool) -> InlineKeyboardMarkup:
    """Return the receipt's button: home in a message of its own, or taking the receipt off the screen."""
    if is_shared:
        return _column((words("button-voting-put-away"), PutAwayButton()))
    return _column((words("button-voting-home"), HomeBelowButton()))


def refused_keyboard(words: Words, asked: CastButton, refusal: Refusal) -> InlineKeyboardMarkup:
    """Return what stands below a refused question: the way back to the card unless it was somebody else's."""
    buttons: list[tuple[str, CallbackData]] = [_go(words, Destination.HOME)]
    if refusal in _UNVERIFIED:
        buttons.insert(0, _go(words, Destination.VERIFICATION))
    if refusal not in _WITHOUT_CARD:
        card = CardButton(campaign=asked.campaign, number=asked.number)
        buttons.insert(0, (words("button-verification-card"), card))
    return _column(*buttons)


def _go(words: Words, destination: Destination) -> tuple[str, CallbackData]:
    return words(f"button-go-{destination}"), GoButton(to=destination)


def _column(*buttons: tuple[str, CallbackData]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=text, callback_data=data.pack())] for text, data in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)
