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


def keyboard(words: Words, *destinations: Destination) -> InlineKeyboardMarkup:
    """Return a button ``button-go-<destination>`` for each of ``destinations``, one a row."""
    rows = [
        [
            InlineKeyboardButton(
                text=words(f"button-go-{destination.value}"), callback_data=GoButton(to=destination).pack()
            )
        ]
        for destination in destinations
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
