"""Names for open screens that do not repeat.

Separate because it mends one thing of aiogram-dialog 2.6: its names are the second plus one of a hundred
numbers, so of two screens that a person opens within a second one replaces the other in every hundredth case.
"""

import secrets

from aiogram_dialog.api.entities import stack

NAME_BYTES = 6
"""Eight signs in a button: enough for every screen ever opened, few of the 64 bytes that a button has."""


def make_name() -> str:
    """Return a fresh name of an open screen."""
    return secrets.token_urlsafe(NAME_BYTES)


def make_names_unique() -> None:
    """Let aiogram-dialog name screens by ``make_name``; calling it again changes nothing."""
    stack.new_id = make_name
