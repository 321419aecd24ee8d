"""What is said above a screen about the message that has just come, and nowhere else.

Separate because it lives as long as one update: the screen's own words are read anew, a note is not.
"""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from bot.handlers.errors import refusal_text
from core.language.markup import Safe, plain
from core.model.refusals import Reason, RuleViolation

_KEY = "notes"
_MOST_SAID = 800
"""Characters of notes that a screen has room for; the first one always has."""


def say(manager: DialogManager, key: str, /, **facts: object) -> None:
    """Add the text called ``key`` above the screen that is drawn next."""
    add(manager, manager.middleware_data["words"](key, **facts))


def add(manager: DialogManager, text: str) -> None:
    """Add a text that is made already."""
    manager.middleware_data.setdefault(_KEY, []).append(text)


def say_reasons(manager: DialogManager, reasons: Sequence[Reason]) -> None:
    """Add why something can't stay as it is (P7)."""
    add(manager, refusal_text(manager.middleware_data["words"], RuleViolation(*reasons)))


def above(manager: DialogManager, text: str) -> str:
    """Return the text of a screen with what was said, the oldest first; what has no room is counted."""
    said: list[str] = manager.middleware_data.get(_KEY, [])
    shown = said[:1]
    for each in said[1:]:
        if sum(map(len, map(plain, [*shown, each]))) > _MOST_SAID:
            break
        shown.append(each)
    left_out = len(said) - len(shown)
    words = manager.middleware_data["words"]
    more = [words("proposal-refused-more", count=left_out)] if left_out else []
    return Safe("\n\n".join([*shown, *more, text]))
