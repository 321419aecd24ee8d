"""A resident's proposal: what an application holds, and how far it has come (B1-B6)."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from core.model.campaign import CampaignId
from core.model.language import Language


class ProposalStatus(StrEnum):
    """How far a submitted proposal has come (B6, C1, C2)."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    REGISTERED = "registered"
    REFUSED = "refused"
    ADMITTED = "admitted"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class Channel(StrEnum):
    """How a proposal came: written in the bot, or on paper and entered by a clerk (B9)."""

    BOT = "bot"
    PAPER = "paper"


PUBLIC_STATUSES = frozenset(
    {
        ProposalStatus.REGISTERED,
        ProposalStatus.REFUSED,
        ProposalStatus.ADMITTED,
        ProposalStatus.MERGED,
    }
)
"""What others are shown: never before somebody at the akimat has read it (B3, D6)."""


class Step(StrEnum):
    """A question of the dialog, in the order in which they are asked (B2)."""

    DIRECTION = "direction"
    TITLE = "title"
    DESCRIPTION = "description"
    TERRITORY = "territory"
    PLACE = "place"
    ESTIMATE = "estimate"
    PICTURES = "pictures"
    AUTHOR = "author"
    PAPERS = "papers"
    RULES = "rules"
    QUESTION = "question"
    PREVIEW = "preview"


class EstimateKind(StrEnum):
    """How sure the cost is (000: «болжамды немесе дәл», «ориентировочный или точный»)."""

    APPROXIMATE = "approximate"
    EXACT = "exact"


class PictureKind(StrEnum):
    """What a picture shows; any one of them will do (000)."""

    PHOTO = "photo"
    SKETCH = "sketch"
    LAYOUT = "layout"
    SCHEME = "scheme"


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateLine:
    """One thing to buy or to do: so many at so many tenge each."""

    item: str
    quantity: Decimal
    price: int

    @property
    def amount(self) -> int:
        """Return the line's whole tenge, halves rounded up."""
        return int((self.quantity * self.price).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a proposal costs: ``typed`` tenge, lines, or a file (its digest), in any combination (B2)."""

    kind: EstimateKind = EstimateKind.APPROXIMATE
    typed: int | None = None
    lines: tuple[EstimateLine, ...] = ()
    file: str | None = None

    @property
    def cost(self) -> int | None:
        """Return the whole tenge that count: the sum of the lines if there are any, else what was typed."""
        return sum(line.amount for line in self.lines) if self.lines else self.typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture by the digests of its three files: as it came, as it is published, and small (B7)."""

    original: str
    published: str
    thumbnail: str
    kind: PictureKind = PictureKind.PHOTO


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who proposes: ``kind`` is a slug of the rulebook's authors; name and phone are his own (P1)."""

    kind: str | None = None
    name: str | None = None
    phone: str | None = None
    is_name_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything that an application says; what is ``None`` or empty has not been answered yet (B2).

    ``reason`` says why the direction is «other» (A1). ``model`` is the slug of the model proposal that it was
    begun from. ``agreed_version`` is the version of rules and consent that the author accepted (M1).
    """

    language: Language
    direction: str | None = None
    reason: str | None = None
    title: str | None = None
    description: str | None = None
    territory: str | None = None
    landmark: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    estimate: Estimate = field(default_factory=Estimate)
    pictures: tuple[Picture, ...] = ()
    author: Author = field(default_factory=Author)
    model: str | None = None
    agreed_version: int | None = None
    has_answered_question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An application that is being written; ``step`` is where its author is (B2).

    ``number`` is the application it became once ``is_submitted``, otherwise the one it is the rework of;
    ``base_version`` is the version from which a rework was begun, ``None`` for what is no rework.
    """

    campaign_id: CampaignId
    draft_id: str
    account_id: int
    number: int | None
    base_version: int | None
    is_submitted: bool
    step: Step
    contents: Contents
    touched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A submitted proposal as its row has it; ``cost`` is whole tenge, ``due_at`` ends its rework."""

    campaign_id: CampaignId
    number: int
    person_key: bytes
    account_id: int | None
    status: ProposalStatus
    version: int
    title: str
    direction: str
    territory: str
    landmark: str
    latitude: float | None
    longitude: float | None
    cost: int
    due_at: datetime | None
    papers_due_at: datetime | None
    merged_into: int | None
    submitted_at: datetime
    channel: Channel = Channel.BOT
