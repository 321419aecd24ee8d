"""An appeal against a refusal, and what others made of it (B6)."""

from dataclasses import dataclass
from datetime import datetime

from core.model.language import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """The one appeal of a proposal; ``ordinal`` is the step of its history that it is against.

    ``due_at`` is the half-open end of the term for the answer, ``None`` where no source says. ``entered_by``
    is the login of the clerk who typed it in from paper, ``None`` for one from the bot. ``is_upheld``,
    ``reason``, ``decided_by`` (a login) and ``decided_at`` are ``None`` while it waits.
    """

    number: int
    ordinal: int
    text: str
    language: Language
    filed_at: datetime
    due_at: datetime | None
    entered_by: int | None = None
    is_upheld: bool | None = None
    reason: Text | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Say whether nobody has decided on it yet."""
        return self.is_upheld is None
