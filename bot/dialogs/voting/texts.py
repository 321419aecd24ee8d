"""Question and receipt with their buttons: raw messages, since no screen may remember a choice (ledger 3)."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import (
    CardButton,
    CastButton,
    HomeBelowButton,
    NextButton,
    PutAwayButton,
    ServedQrButton,
)
from core.language.locales import Words
from core.language.markup import Safe
from core.ledger.absence import absence_text
from core.ledger.receipt import control_number
from core.model.refusals import Refusal
from core.model.territory import Territory
from core.model.vote import Absence, Counted, Receipt
from core.usecases.voting.asking import VoteQuestion
from messenger.buttons import Destination, GoButton

_UNVERIFIED = frozenset({Refusal.NOT_VERIFIED, Refusal.SCREEN_OF_ANOTHER})
_WITHOUT_CARD = frozenset({Refusal.SCREEN_OF_ANOTHER, Refusal.PROJECT_UNKNOWN})


def question_text(words: Words, question: VoteQuestion) -> str:
    """Return the second confirmation's text: what is voted for, and that it stays so (E3, E9)."""
    project = question.project
    text = words(
        "voting-question",
        number=project.number,
        title=project.title,
        territory=question.territory,
        cost=project.cost,
    )
    official = words("voting-official", bot=question.bot) if question.bot else words("voting-no-proof")
    return Safe(f"{text}\n\n{official}")


def counted_text(words: Words, counted: Counted) -> str:
    """Return on which day and in which way the vote was counted; without a day nothing is said (E10)."""
    if counted.day is None:
        return ""
    by_code = "yes" if counted.is_by_code else "no"
    channel = counted.receipt.entry.channel.value
    return words("voting-counted-day", day=counted.day, channel=channel, by_code=by_code)


def absence_shown(words: Words, campaign: str, absence: Absence) -> str:
    """Return the signed «no»: what was signed, and what it answers for (E10, ledger 7)."""
    return words(
        "voting-absence",
        at=absence.at,
        size=absence.size,
        control=control_number(absence.token),
        signed=absence_text(campaign, absence.token, absence.size, absence.at),
        signature=absence.signature.hex(),
    )


def question_keyboard(words: Words, campaign: str, question: VoteQuestion) -> InlineKeyboardMarkup:
    """Return its buttons; the session binds the confirmation to the person who was asked (E3)."""
    number, session = question.project.number, question.session or ""
    return _column(
        (words("button-voting-yes"), CastButton(campaign=campaign, number=number, session=session)),
        (words("button-voting-card"), CardButton(campaign=campaign, number=number)),
    )


def receipt_text(
    words: Words, receipt: Receipt, territory: Territory, *, is_shared: bool = False, is_helping: bool = False
) -> str:
    """Return the receipt: that the vote was counted, never for what (E5, ledger 7).

    ``is_shared`` adds how it leaves the screen of a phone that others use too, ``is_helping`` of a helper's.
    """
    text = words(
        "voting-receipt",
        roll_number=receipt.entry.number,
        territory=territory,
        control=control_number(receipt.entry.token),
        token=receipt.entry.token.hex(),
        signature=receipt.signature.hex(),
    )
    if is_helping:
        return Safe("\n\n".join([text, words("helper-receipt")]))
    return Safe("\n\n".join([text, words("voting-receipt-shared")])) if is_shared else text


def receipt_keyboard(words: Words, *, is_shared: bool, served: str = "") -> InlineKeyboardMarkup:
    """Return the receipt's button: home in a message of its own, or taking the receipt off the screen.

    ``served`` is the session of whom a helper serves: a QR code to take along, then the next person (K1).
    """
    if served:
        qr = (words("button-helper-qr"), ServedQrButton(session=served))
        return _column(qr, (words("button-helper-next"), NextButton()))
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
