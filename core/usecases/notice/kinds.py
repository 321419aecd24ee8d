"""The kinds of notices and how freely each may come; ``messenger.notices`` knows how each is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from core.model.campaign import CampaignId


class Manner(StrEnum):
    """How freely a notice comes: what the person has set, quiet hours and caps concern some alone (G1).

    ``SECURITY`` and ``DECISION`` come always and at once, a decision without a sound in the quiet hours.
    ``NEWS``, ``REMINDER`` and ``DIGEST`` wait for the day; the first two may be gathered into the third.
    """

    SECURITY = "security"
    DECISION = "decision"
    NEWS = "news"
    REMINDER = "reminder"
    DIGEST = "digest"

    @property
    def is_always_told(self) -> bool:
        """Say whether neither settings nor caps nor quiet hours hold it back (G1)."""
        return self in {Manner.SECURITY, Manner.DECISION}


class NoticeKind(StrEnum):
    """What a notice is about."""

    LINK_MOVED = "link-moved"
    VOTE_COUNTED = "vote-counted"
    VOTE_ASKED = "vote-asked"
    CASE_CLOSED = "case-closed"
    OUTCOME = "outcome"
    PROPOSAL_DECIDED = "proposal-decided"
    PROJECT_NEWS = "project-news"
    QUESTION_ASKED = "question-asked"
    QUESTION_HIDDEN = "question-hidden"
    QUESTION_ANSWERED = "question-answered"
    ANSWER_HIDDEN = "answer-hidden"
    MERGE_OFFERED = "merge-offered"
    MERGE_SETTLED = "merge-settled"
    PROJECT_RESULT = "project-result"
    RESULT_DECIDED = "result-decided"
    PAPERS_RECEIVED = "papers-received"
    APPEAL_ENTERED = "appeal-entered"
    APPEAL_DISMISSED = "appeal-dismissed"
    APPEAL_NEWS = "appeal-news"
    STAGE_OPENED = "stage-opened"
    DRAFT_DUE = "draft-due"
    REWORK_DUE = "rework-due"
    VOTE_DUE = "vote-due"
    COUNCIL_DUE = "council-due"
    STAGE_EXTENDED = "stage-extended"
    TERRITORIES_MERGED = "territories-merged"
    PROJECT_STOPPED = "project-stopped"
    DIGEST = "digest"

    @property
    def manner(self) -> Manner:
        """Return how freely notices of this kind come (G1)."""
        match self:
            case NoticeKind.LINK_MOVED | NoticeKind.VOTE_COUNTED | NoticeKind.VOTE_ASKED:
                return Manner.SECURITY
            case (
                NoticeKind.PROJECT_NEWS
                | NoticeKind.QUESTION_ASKED
                | NoticeKind.QUESTION_ANSWERED
                | NoticeKind.MERGE_OFFERED
                | NoticeKind.APPEAL_NEWS
            ):
                return Manner.NEWS
            case (
                NoticeKind.STAGE_OPENED
                | NoticeKind.DRAFT_DUE
                | NoticeKind.REWORK_DUE
                | NoticeKind.VOTE_DUE
                | NoticeKind.COUNCIL_DUE
            ):
                return Manner.REMINDER
            case NoticeKind.DIGEST:
                return Manner.DIGEST
            case _:
                return _decision(self)


_Decision: TypeAlias = Literal[
    NoticeKind.OUTCOME,
    NoticeKind.PAPERS_RECEIVED,
    NoticeKind.CASE_CLOSED,
    NoticeKind.PROPOSAL_DECIDED,
    NoticeKind.QUESTION_HIDDEN,
    NoticeKind.ANSWER_HIDDEN,
    NoticeKind.MERGE_SETTLED,
    NoticeKind.PROJECT_RESULT,
    NoticeKind.RESULT_DECIDED,
    NoticeKind.STAGE_EXTENDED,
    NoticeKind.TERRITORIES_MERGED,
    NoticeKind.PROJECT_STOPPED,
    NoticeKind.APPEAL_ENTERED,
    NoticeKind.APPEAL_DISMISSED,
]


def _decision(_kind: _Decision) -> Manner:
    """Return the manner of what was decided; the type says of which kinds, so that none is forgotten."""
    return Manner.DECISION


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice that this worker holds: rendered in the person's language at the moment of sending.

    ``is_silent`` asks the messenger to make no sound: it comes in the quiet hours (G1).
    """

    campaign_id: CampaignId
    notice_id: str
    account_id: int
    kind: NoticeKind
    facts: Mapping[str, Any]
    attempts: int
    is_silent: bool = False
