"""A message of the akimat to many: what it says, to whom, and how far it has come (G2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.language import Language, Text


class AnnouncementState(StrEnum):
    """How far an announcement is; ``WAITING`` for a second person's approval."""

    DRAFT = "draft"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"

    @property
    def is_over(self) -> bool:
        """Say whether nothing more will be sent."""
        return self in {AnnouncementState.CANCELLED, AnnouncementState.DONE}


class PauseCause(StrEnum):
    """Why an announcement is paused: by somebody, or by the clock's work, which says what it met.

    ``REFUSED``: the messenger does not take the text or the file. ``TRIAL``: too many of the first people
    could not be reached. ``LATE``: nothing ran at its hour. ``SMALL``: too few are left of its audience.
    """

    PERSON = "person"
    REFUSED = "refused"
    TRIAL = "trial"
    LATE = "late"
    SMALL = "small"


class AnnouncementStep(StrEnum):
    """What may be done with an announcement."""

    CHANGE = "change"
    SCHEDULE = "schedule"
    APPROVE = "approve"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"


class AudienceRole(StrEnum):
    """Who is meant: everybody with a place there, or of them authors, followers, those with a draft."""

    EVERYBODY = "everybody"
    AUTHORS = "authors"
    FOLLOWERS = "followers"
    DRAFTERS = "drafters"


class TakenPart(StrEnum):
    """Whether somebody's vote was counted on the account; never for what (ledger 2, 3)."""

    ANY = "any"
    VOTED = "voted"
    NOT_VOTED = "not-voted"


class Doubt(StrEnum):
    """What happens to a message of which nobody knows whether it arrived: sent once more, or left (G2)."""

    REPEAT = "repeat"
    LEAVE = "leave"


class AttachmentKind(StrEnum):
    """What stands above the text."""

    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom an announcement is for; ``None`` means all territories, or both languages.

    ``territory`` means that one and all below it, by the place that people have chosen.
    """

    territory: str | None = None
    language: Language | None = None
    role: AudienceRole = AudienceRole.EVERYBODY
    part: TakenPart = TakenPart.ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of the akimat's store by its digest; ``name`` is what the messenger calls a document."""

    kind: AttachmentKind
    digest: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody at the akimat types: both texts with their marks, for whom, and what to do in doubt."""

    text: Text
    audience: Audience = Audience()
    doubt: Doubt = Doubt.REPEAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of everybody in the audience; all numbers are people and add up to ``audience``.

    ``unknown``: it may have arrived. ``stopped``: no announcements are wanted. ``unconcerned``: no longer
    of the audience when their turn came, or forgotten. ``waiting``: still to come. ``unsent``: it was
    cancelled before. Beside the sum, ``repeated`` counts those who may have got it twice.
    """

    audience: int
    delivered: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    stopped: int = 0
    unreachable: int = 0
    unconcerned: int = 0
    waiting: int = 0
    unsent: int = 0
    repeated: int = 0

    @property
    def skipped(self) -> int:
        """Return how many were left out on purpose."""
        return self.stopped + self.unreachable + self.unconcerned


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An announcement as its row has it.

    ``version`` grows with every change of text, file or audience. ``scheduled_at`` is empty where it is to
    begin at once. ``size`` is how many people it was for when it was scheduled, in whole tens.
    ``written_by``, ``asked_by`` and ``approved_by`` are logins: who changed it last,
    who scheduled it, who approved this very version.
    """

    number: int
    version: int
    written: Written
    attachment: Attachment | None
    state: AnnouncementState
    cause: PauseCause | None
    scheduled_at: datetime | None
    size: int | None
    written_by: int
    asked_by: int | None
    approved_by: int | None
    created_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
