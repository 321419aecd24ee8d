"""What a rulebook says of proposals, as frozen data: what intake asks, and models to begin from (B2, B8)."""

from dataclasses import dataclass
from fractions import Fraction

from core.model.language import Text
from core.rulebook.sourced import Sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRules:
    """What intake asks beside the limits (B2, B3); ``None`` where no source says and nothing is asked.

    Least age of an author in years; whether an easy question keeps programs out; the share of common words
    and the metres from which two proposals count as similar; days for papers; hours of an upload link.
    """

    author_age: Sourced[int] | None
    question: Sourced[bool] | None
    similar_words: Sourced[Fraction] | None
    similar_metres: Sourced[int] | None
    papers_days: Sourced[int] | None
    upload_hours: Sourced[int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLine:
    """A line of a model estimate: so many at so many tenge each."""

    item: Text
    quantity: int
    price: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelProposal:
    """A model from which a proposal may begin, with a typical estimate (B8)."""

    slug: str
    direction: str
    title: Text
    description: Text
    lines: tuple[ModelLine, ...]
