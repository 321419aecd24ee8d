"""The easy question that keeps programs out; apart, for whoever asks it must ask the same again (B2).

Words instead of a picture: a screen reader says them, and nobody has to guess letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

QUESTIONS = ("season", "sum", "day", "colour", "water", "less")
"""What is asked; people's texts stand in the locales."""

OPTIONS = ("right", "wrong-one", "wrong-two", "wrong-three")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question by its slug with its answers in the order in which they are shown."""

    slug: str
    options: Sequence[str]


def question_for(draft_id: str, attempt: int) -> Question:
    """Return the question of an attempt from 0: steady for a draft, another after a wrong answer (B2)."""
    drawn = sha256(draft_id.encode()).digest()
    slug = QUESTIONS[(drawn[0] + attempt) % len(QUESTIONS)]
    options = sorted(OPTIONS, key=lambda option: sha256(f"{draft_id}:{attempt}:{option}".encode()).digest())
    return Question(slug=slug, options=tuple(options))


def is_right(option: str) -> bool:
    """Say whether an answer is the right one."""
    return option == OPTIONS[0]
