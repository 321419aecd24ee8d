"""The rulebook as frozen data: what differs between akimats and years, each number with its act (P2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from core.law.index import cost_cap
from core.model.language import Language, Text
from core.model.person import RegistrationKind, Verification
from core.model.stage import Stage, StageWindow
from core.model.territory import TerritoryTree
from core.rulebook.model_proposal import ModelProposal, ProposalRules
from core.rulebook.model_voting import BoxKey, CodeRules, LiveCounts, PaperRules
from core.rulebook.sourced import Sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A legal act or official document that numbers refer to; ``link`` may be empty."""

    title: Text
    number: str
    date: date
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call or write to, as printed (A3)."""

    name: Text
    phone: str
    address: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Akimat:
    """The akimat that holds the campaign; ``slug`` is the key of every table (P9)."""

    slug: str
    name: Text
    bin: str | None
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A slug with its text: a direction, a criterion, a refusal ground, a kind of author."""

    slug: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorKind:
    """Who may propose and which papers this takes (A1)."""

    slug: str
    text: Text
    papers: tuple[Text, ...]


class Mode(StrEnum):
    """What voting in the bot means beside an official channel (A6)."""

    GUIDE = "guide"
    JOINT = "joint"
    SOLE = "sole"


class AgeCountedOn(StrEnum):
    """On which date a voter must be of full age (E1)."""

    VOTE_DAY = "vote_day"
    LAST_DAY = "last_day"


class TieBreak(StrEnum):
    """How equal numbers of votes are ordered (F1)."""

    LOT = "lot"
    CHEAPER = "cheaper"
    EARLIER_NUMBER = "earlier_number"


class NotFitting(StrEnum):
    """What happens at a project for which the money left does not suffice (F1)."""

    STOP = "stop"
    SKIP = "skip"
    PART = "part"


class Leftovers(StrEnum):
    """What becomes of money that no project takes (F1)."""

    STAYS = "stays"


class ListOrder(StrEnum):
    """The order in which projects are listed unless the person chooses another (D1)."""

    RANDOM = "random"
    COST = "cost"
    NUMBER = "number"
    VOTES = "votes"


class SmallCount(StrEnum):
    """What happens to a territory's count below ``k`` votes (ledger 4, K1)."""

    HIDE = "hide"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCap:
    """The most a project may cost: a multiple of the index of a year, or whole tenge (A1)."""

    multiplier: Sourced[int] | None
    index_year: int | None
    tenge: Sourced[int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingRules:
    """Who votes and how (E1-E6).

    ``territories`` lie at one level of the tree: money, threshold and outcome stand there and what lies below
    counts there; they are empty only where a ``guide`` leaves them unstated. ``code`` is ``None`` where a
    clerk's code is no way of verification, ``paper`` where nobody votes on paper. ``threshold`` is a number
    of votes, or a share of those entitled. ``adults`` is the official number of adults by territory, beside
    which those entitled are shown (ledger 8); empty where it was not written.
    """

    mode: Sourced[Mode]
    territories: tuple[str, ...]
    full_age: Sourced[int]
    age_counted_on: Sourced[AgeCountedOn]
    registration: Sourced[tuple[RegistrationKind, ...]]
    verification: Sourced[tuple[Verification, ...]]
    threshold: Sourced[int | Fraction]
    live_counts: LiveCounts
    small_count: Sourced[SmallCount]
    small_count_below: Sourced[int]
    code: CodeRules | None
    adults: Mapping[str, Sourced[int]] = field(default_factory=dict)
    paper: PaperRules | None = None
    box_key: Sourced[BoxKey] | None = None

    @property
    def is_key_in_safe(self) -> bool:
        """Say whether the private halves of the box keys are with two people and never on the server."""
        return self.box_key is not None and self.box_key.value is BoxKey.SAFE


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRules:
    """How winners are found (F1): ``ties`` are applied in order and the last of them always decides."""

    ties: Sourced[tuple[TieBreak, ...]]
    not_fitting: Sourced[NotFitting]
    leftovers: Sourced[Leftovers]
    exclusive: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRules:
    """Who decides on admission and on results (C2): shares of members; ``None`` where no source says."""

    name: Text
    quorum: Sourced[Fraction] | None
    majority: Sourced[Fraction] | None
    conflict_leaves_denominator: Sourced[bool] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Which bot and pages are the official ones (A3, E9).

    The first page is the one to which a ``guide`` leads (A6). ``bot`` is a user name without @, or empty;
    ``application_form`` is the link of the printed form.
    """

    bot: str
    pages: tuple[str, ...]
    outside_contacts: tuple[Contact, ...]
    application_form: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """One campaign of one akimat (A1).

    ``money`` is whole tenge by territory slug at the voting level. ``unstated`` names the keys that no source
    settles; only then ``money`` is empty and ``money_source``, ``cost_cap`` or ``outcome`` is ``None``.
    Money, outcome and voting territories are left open by a ``guide`` alone. ``housing_spending`` is the
    year's in tenge, of which the campaign's money is to be a share; ``None`` where it was not written (A5).
    ``frozen`` says since when a voting territory has stood that people froze before its opening; no file has
    it, the office's amendments do (A4).
    """

    campaign: str
    akimat: Akimat
    title: Text
    plan_year: int
    acts: Mapping[str, Act]
    territories: TerritoryTree
    stages: Mapping[Stage, StageWindow]
    stage_overrides: Mapping[str, Mapping[Stage, StageWindow]]
    directions: tuple[Named, ...]
    requirements: tuple[Text, ...]
    criteria: tuple[Named, ...]
    grounds: tuple[Named, ...]
    authors: tuple[AuthorKind, ...]
    limits: Mapping[str, Sourced[int]]
    proposal: ProposalRules
    models: tuple[ModelProposal, ...]
    cost_cap: CostCap | None
    money: Mapping[str, Sourced[int]]
    money_source: Text | None
    housing_spending: Sourced[int] | None
    council: CouncilRules
    voting: VotingRules
    outcome: OutcomeRules | None
    list_order: Sourced[ListOrder]
    review: Mapping[str, Sourced[int]]
    official: Official
    reminders: Mapping[str, Sourced[tuple[str, ...]]]
    retention: Mapping[str, Sourced[int]]
    default_language: Language
    unstated: tuple[str, ...]
    frozen: Mapping[str, datetime] = field(default_factory=dict)

    def window(self, stage: Stage, territory: str | None = None) -> StageWindow | None:
        """Return when ``stage`` holds, in ``territory`` if that has its own window; ``None`` for no stage."""
        if territory is not None:
            for node in self.territories.line(territory):
                own = self.stage_overrides.get(node.slug, {}).get(stage)
                if own is not None:
                    return own
        return self.stages.get(stage)

    def cap(self) -> int | None:
        """Return the most that a project may cost, in tenge; ``None`` where no source says (A1)."""
        if self.cost_cap is None:
            return None
        if self.cost_cap.tenge is not None:
            return self.cost_cap.tenge.value
        multiplier, year = self.cost_cap.multiplier, self.cost_cap.index_year
        return cost_cap(multiplier.value, year) if multiplier is not None and year is not None else None

    def voting_territory(self, territory: str) -> str | None:
        """Return where votes of ``territory`` count: itself or one above; ``None`` if it lies higher."""
        for node in self.territories.line(territory):
            if node.slug in self.voting.territories:
                return node.slug
        return None

    def ballot_stands_from(self, territory: str | None) -> datetime | None:
        """Return from when on no rule, project or cost changes where votes of ``territory`` count (A4).

        It is the opening of the voting, or sooner where people froze it before; ``None`` without voting.
        """
        where = self.voting_territory(territory) if territory is not None else None
        window = self.window(Stage.VOTING, where)
        if window is None:
            return None
        return min(window.opens, self.frozen.get(where, window.opens)) if where is not None else window.opens
