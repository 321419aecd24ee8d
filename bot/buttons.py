"""Buttons about one project or application: what they say stands in the button alone, in no screen's state.

Separate from the screens, because a choice must not lie on the disk beside an account (E7, ledger 3), and
because a card that is pressed in a month still opens. A link to a card says no less than the card.
"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from core.model.language import Language


class ListButton(CallbackData, prefix="list"):
    """Back to the list, on the page that was left."""


class CardButton(CallbackData, prefix="card"):
    """Opens the card of a project; ``is_whole`` with all of its description."""

    campaign: str
    number: int
    is_whole: bool = False


class PicturesButton(CallbackData, prefix="pictures"):
    """Sends the pictures of a project."""

    campaign: str
    number: int


class QrButton(CallbackData, prefix="qr"):
    """Sends the QR code of a card, to print (D2)."""

    campaign: str
    number: int


class VoteButton(CallbackData, prefix="vote"):
    """Asks for the second confirmation of a vote (E3)."""

    campaign: str
    number: int


class WishButton(CallbackData, prefix="wish"):
    """Goes on with the vote that verification came between; for which project is known to `Wishes` alone."""


class CastButton(CallbackData, prefix="cast"):
    """The second confirmation itself; ``session`` is empty unless a clerk's code has verified the person."""

    campaign: str
    number: int
    session: str


class LanguageButton(CallbackData, prefix="speak"):
    """Chooses a language; ``payload`` is the link by which a newcomer came, empty without one (D5)."""

    language: Language
    payload: str


class HomeBelowButton(CallbackData, prefix="below"):
    """Opens the home screen in a message of its own, so that a receipt stays in the chat."""


class PutAwayButton(CallbackData, prefix="away"):
    """Takes a receipt off the screen of a phone that several people use (E2)."""


class NextButton(CallbackData, prefix="next"):
    """Clears the person who was served in helper mode, and asks for the next one's code (K1)."""


class ServedQrButton(CallbackData, prefix="served"):
    """Shows the receipt of the person who is served as a QR code; ``session`` is that person's (K1, E5)."""

    session: str


class DisputeButton(CallbackData, prefix="dispute"):
    """Answers whether a counted vote was one's own; ``is_sure`` says that it was not (E10)."""

    campaign: str
    is_sure: bool


class ReportButton(CallbackData, prefix="report"):
    """A report's way: ``begin``, a kind of report, ``send`` without words, or ``leave`` (E9)."""

    do: str


class SumButton(CallbackData, prefix="sum"):
    """Lets a cost of whole tenge count that was read back to the author of a draft (B3).

    ``lines`` names the lines that it was to replace, later ones it must not wipe out. ``goes_on`` leads to
    what else a proposal of one message lacks (B5).
    """

    campaign: str
    draft_id: str
    tenge: int
    lines: str
    goes_on: bool = False


class AddPicturesButton(CallbackData, prefix="add"):
    """Adds to a draft what was sent while something else was on the screen (B2, `bot.albums`)."""

    campaign: str
    draft_id: str
    sent: str


class FollowButton(CallbackData, prefix="follow"):
    """Sends news of a project or a proposal from now on, or no more of it (D7)."""

    campaign: str
    number: int
    is_on: bool


class Talk(StrEnum):
    """What is done with a proposal or shown of it (B6, D6); the values stand in buttons and stay short."""

    CARD = "card"
    WHOLE = "whole"
    QUESTIONS = "asked"
    ASK = "ask"
    SEND_QUESTION = "send"
    SUPPORT = "yes"
    TAKE_BACK = "no"
    PICTURES = "pics"
    MERGE = "merge"
    OFFER = "offer"
    MINE = "mine"
    HISTORY = "past"
    REWORK = "fix"
    WITHDRAW = "drop"
    WITHDRAW_SURELY = "dropped"
    ANSWERS = "replies"
    ANSWER = "reply"
    SEND_ANSWER = "replied"
    OFFERS = "offers"
    OFFERED = "offered"
    PAPERS = "papers"
    APPLICATION = "pdf"
    AGREE = "agree"
    DECLINE = "decline"
    SEND_APPEAL = "appeal"


class TalkButton(CallbackData, prefix="talk"):
    """Does or shows something of a proposal; ``other`` is a page, a question or another proposal."""

    do: Talk
    campaign: str
    number: int
    other: int = 0
