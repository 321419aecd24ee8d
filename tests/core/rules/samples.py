"""A small invented rulebook and its people; apart from the tests, for each of them changes one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from core.model.language import Language, Text
from core.model.person import Registration, RegistrationKind, Resident, Verification
from core.model.project import Place, Project, ProjectStatus
from core.model.stage import Stage, StageWindow
from core.model.territory import Territory, TerritoryKind, TerritoryTree
from core.rulebook.model import (
    AgeCountedOn,
    Akimat,
    CouncilRules,
    Leftovers,
    ListOrder,
    Mode,
    NotFitting,
    Official,
    OutcomeRules,
    Rulebook,
    SmallCount,
    TieBreak,
    VotingRules,
)
from core.rulebook.model_proposal import ProposalRules
from core.rulebook.model_voting import LiveCounts
from core.rulebook.sourced import CHOICE, Sourced

NOTHING = Text(kk="", ru="")
CITY, LEFT, RIGHT, QUARTER, OTHER_CITY = "city", "left", "right", "quarter", "other-city"


def instant(written: str) -> datetime:
    """Return an instant from ISO text with an offset."""
    return datetime.fromisoformat(written)


def window(stage: Stage, opens: str, closes: str) -> StageWindow:
    """Return a stage's window from ISO texts with offsets."""
    return StageWindow(stage=stage, opens=instant(opens), closes=instant(closes), act=CHOICE)


VOTING = window(Stage.VOTING, "2027-04-05T00:00:00+05:00", "2027-04-25T00:00:00+05:00")
"""From 5 to 24 April 2027, both days included."""


def sourced(value: Any) -> Sourced[Any]:
    """Return ``value`` as the akimat's own choice."""
    return Sourced(value=value, act=CHOICE)


def _territory(slug: str, kind: TerritoryKind, parent: str | None) -> Territory:
    return Territory(slug=slug, name=NOTHING, kind=kind, parent=parent)


TREE = TerritoryTree(
    nodes={
        territory.slug: territory
        for territory in (
            _territory(CITY, TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE, None),
            _territory(LEFT, TerritoryKind.CITY_DISTRICT, CITY),
            _territory(QUARTER, TerritoryKind.PART, LEFT),
            _territory(RIGHT, TerritoryKind.CITY_DISTRICT, CITY),
        )
    }
)


def voting_rules(**changes: Any) -> VotingRules:
    """Return rules of voting by district, for adults on the day of the vote; ``changes`` are plain values."""
    plain = {
        "mode": Mode.SOLE,
        "full_age": 18,
        "age_counted_on": AgeCountedOn.VOTE_DAY,
        "registration": (RegistrationKind.PERMANENT, RegistrationKind.TEMPORARY),
        "verification": (Verification.PHONE,),
        "threshold": 50,
        "small_count": SmallCount.HIDE,
        "small_count_below": 20,
    }
    chosen: dict[str, Any] = {name: sourced(value) for name, value in (plain | changes).items()}
    return VotingRules(
        territories=(LEFT, RIGHT),
        live_counts=LiveCounts(shown=False, from_entitled=sourced(5000)),
        code=None,
        **chosen,
    )


def proposal_rules(**changes: Any) -> ProposalRules:
    """Return rules of intake that ask nothing; ``changes`` are plain values."""
    nothing: dict[str, Any] = dict.fromkeys(field.name for field in fields(ProposalRules))
    return ProposalRules(**nothing | {name: sourced(value) for name, value in changes.items()})


def outcome_rules(
    ties: Iterable[TieBreak] = (TieBreak.LOT,),
    not_fitting: NotFitting = NotFitting.SKIP,
    exclusive: Iterable[tuple[int, int]] = (),
) -> OutcomeRules:
    """Return rules of the outcome."""
    return OutcomeRules(
        ties=sourced(tuple(ties)),
        not_fitting=sourced(not_fitting),
        leftovers=sourced(Leftovers.STAYS),
        exclusive=tuple(exclusive),
    )


def rulebook(
    stages: Iterable[StageWindow] = (VOTING,),
    overrides: Mapping[str, Mapping[Stage, StageWindow]] | None = None,
    **voting: Any,
) -> Rulebook:
    """Return the rulebook of an invented city of two districts, one of which has a quarter."""
    return Rulebook(
        campaign="city-2027",
        akimat=Akimat(slug="city", name=NOTHING, bin=None, contacts=()),
        title=NOTHING,
        plan_year=2028,
        acts={},
        territories=TREE,
        stages={stage.stage: stage for stage in stages},
        stage_overrides=overrides or {},
        directions=(),
        requirements=(),
        criteria=(),
        grounds=(),
        authors=(),
        limits={},
        proposal=proposal_rules(),
        models=(),
        cost_cap=None,
        money={LEFT: sourced(1_000_000), RIGHT: sourced(1_000_000)},
        money_source=NOTHING,
        housing_spending=None,
        council=CouncilRules(
            name=NOTHING, quorum=sourced(Fraction(1, 2)), majority=None, conflict_leaves_denominator=None
        ),
        voting=voting_rules(**voting),
        outcome=outcome_rules(),
        list_order=sourced(ListOrder.RANDOM),
        review={},
        official=Official(bot="city_bot", pages=(), outside_contacts=()),
        reminders={},
        retention={},
        default_language=Language.KAZAKH,
        unstated=(),
    )


def registration(
    territory: str = LEFT,
    kind: RegistrationKind = RegistrationKind.PERMANENT,
    since: date = date(2020, 1, 1),
    until: date | None = None,
) -> Registration:
    """Return a registration, by default a permanent one since 2020."""
    return Registration(territory=territory, kind=kind, since=since, until=until)


def resident(*registrations: Registration, born: date = date(1990, 6, 1)) -> Resident:
    """Return a resident, by default an adult."""
    return Resident(person_key=b"person", birth_date=born, registrations=registrations)


def project(territory: str = LEFT, status: ProjectStatus = ProjectStatus.ADMITTED) -> Project:
    """Return an admitted project of the left district."""
    return replace(_PROJECT, territory=territory, status=status)


_PROJECT = Project(
    number=17,
    title=NOTHING,
    description=NOTHING,
    direction="greening",
    territory=LEFT,
    place=Place(landmark=NOTHING),
    cost=100_000,
    status=ProjectStatus.ADMITTED,
    site_check=None,
    picture_count=0,
)
