"""Buttons that live longer than a screen: under notices and answers, pressed perhaps in a month.

Separate because the worker puts them there and a raw router of the bot handles them.
"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from core.language.locales import Words


class Destination(StrEnum):
    """A screen to which such a button leads; what stands there is read anew at the press."""

    HOME = "home"
    VERIFICATION = "verification"
    OUTCOME = "outcome"


GO_TEXTS = tuple(f"button-go-{destination}" for destination in Destination)


class GoButton(CallbackData, prefix="go"):
    """Opens a screen anew, whatever was open before."""

    to: Destination


class GoThereButton(CallbackData, prefix="at"):
    """Opens a screen of the campaign that a notice is about, wherever the account lives meanwhile (P9).

    ``territory`` is that of an outcome, empty for other screens.
    """

    to: Destination
    campaign: str
    territory: str = ""


class ProposalButton(CallbackData, prefix="prop"):
    """Opens a proposal: its author's page of it for the author, the card for everybody else (B6, D6)."""

    campaign: str
    number: int


class AppealButton(CallbackData, prefix="appeal"):
    """Opens the screen in which an author appeals against the refusal of a proposal (B6)."""

    campaign: str
    number: int


class DraftButton(CallbackData, prefix="draft"):
    """Opens an unfinished application at the very step where its author left it (B2, G1)."""

    campaign: str
    draft_id: str


class NotMeButton(CallbackData, prefix="notme"):
    """Says that a vote counted in one's name was not one's own; whose it was the press finds out (E10)."""

    campaign: str


class AnnouncementsButton(CallbackData, prefix="ann"):
    """Lets announcements come, or come no more; stands below each of them (G2)."""

    is_on: bool


class AgainButton(CallbackData, prefix="again"):
    """Begins a new application with what an earlier one says (F5)."""

    campaign: str
    number: int


def keyboard(words: Words, *buttons: Destination | GoButton | GoThereButton) -> InlineKeyboardMarkup:
    """Return a button ``button-go-<destination>`` for each of ``buttons``, one a row."""
    found = [GoButton(to=each) if isinstance(each, Destination) else each for each in buttons]
    return labelled(*((words(f"button-go-{each.to.value}"), each) for each in found))


def labelled(*buttons: tuple[str, CallbackData]) -> InlineKeyboardMarkup:
    """Return a button for each label with what it carries, one a row."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=carried.pack())] for label, carried in buttons
        ]
    )
