"""A notice as it is sent; apart, because every module of this package makes one."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Text and buttons in the reader's language.

    ``line`` is what a digest says of it; without one that is the text's first line (G1).
    """

    text: str
    keyboard: InlineKeyboardMarkup
    line: str = ""
