"""Talk about a proposal: a question with its answer, an offer to merge (D6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from core.model.language import Language


class QuestionState(StrEnum):
    """Where a question or an answer stands: nobody else sees it before somebody has read it (D6)."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


class OfferState(StrEnum):
    """What became of an offer to merge; it lapses when one of the two is merged elsewhere (D6)."""

    WAITING = "waiting"
    AGREED = "agreed"
    DECLINED = "declined"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about the proposal ``number`` as it was asked in ``language``, with its answer, if any."""

    question_id: int
    number: int
    language: Language
    text: str
    state: QuestionState
    asked_at: datetime
    answer: str | None
    answer_state: QuestionState | None
    answered_at: datetime | None

    @property
    def answer_version(self) -> str | None:
        """Return a short mark of the answer's words: what was read is what is shown (D6)."""
        return sha256(self.answer.encode()).hexdigest()[:8] if self.answer is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOffer:
    """An offer of the author of ``number`` to become part of ``into``."""

    number: int
    into: int
    state: OfferState
    offered_at: datetime
