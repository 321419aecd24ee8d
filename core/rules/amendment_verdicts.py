"""Whether the office may amend so: stage by stage, and what stands once a ballot is frozen (A2, A4, K1)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.model.amendment import (
    Amending,
    Amendment,
    AmendmentState,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Extension,
    Merger,
    Stop,
)
from core.model.language import Text
from core.model.project import Project, ProjectStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook
from core.rules.amendments import UnfitAmendment, concerned, disorder, window_of, with_change
from core.rules.proposal import DESCRIPTION_AT_MOST, TITLE_AT_MOST
from core.rules.wording import both_reasons, reason_reasons

FEW_ENTITLED = 50
"""Below so many entitled a count tells too easily who voted how: the office is told to merge (A4, K1)."""

_OVER_BEFORE_FREEZE = (Stage.INTAKE, Stage.REVIEW, Stage.REWORK)
_MOST_TEXT = {CorrectedField.TITLE: TITLE_AT_MOST, CorrectedField.TEXT: DESCRIPTION_AT_MOST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is so beside the rulebook: where a ballot is frozen since when, which territories are closed.

    ``project`` is the one that an amendment is about; ``undecided`` counts what council or appeals still
    decide in a territory that shall be frozen; ``has_keys`` says that acts can be signed here.
    """

    frozen: Mapping[str, datetime] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    project: Project | None = None
    undecided: int = 0
    has_keys: bool = True


def amendment_verdict(
    rulebook: Rulebook, what: Amending, reason: Text | None, standing: Standing, now: datetime
) -> Verdict:
    """Return every reason against an amendment at ``now``, as it is proposed and as it is approved (A2, A4).

    ``amendment-wrong`` with ``what`` (``stage``, ``date``, ``changed``, ``earlier``, ``below``, ``order``,
    ``guide``, ``safe``, ``territories``, ``parents``, ``dates``, ``project``, ``same``, ``keys``,
    ``undecided``), the ``stage`` and a ``count`` where these say more; ``stage-over`` stage, closes;
    ``ballot-frozen`` opens, closes; ``frozen-already`` frozen_at; ``freeze-too-early`` stage, closes;
    ``not-frozen-yet`` opens; those of a reason and of a text that people are told.
    """
    return Verdict(reasons=(*_reasons(rulebook, what, standing, now), *reason_reasons(reason)))


def settling_verdict(amendment: Amendment) -> Verdict:
    """Say whether an amendment still waits; ``amendment-settled`` with its state and when it was settled."""
    if amendment.state is AmendmentState.WAITING:
        return Verdict()
    facts = {"state": amendment.state.value, "settled_at": amendment.settled_at}
    return Verdict(reasons=(Reason(refusal=Refusal.AMENDMENT_SETTLED, facts=facts),))


def is_signed_act(
    rulebook: Rulebook, what: Amending, here: Collection[str], standing: Standing, now: datetime
) -> bool:
    """Say whether a change is a signed act of the ledger: once a ballot of ``here`` is frozen (ledger 13)."""
    if rulebook.voting.mode.value is Mode.GUIDE:
        return False
    if isinstance(what, Extension) and what.stage is Stage.VOTING:
        window = window_of(rulebook, what.stage, what.territory)
        if window is not None and window.opens <= now:
            return True
    return bool(set(here) & standing.frozen.keys())


def _reasons(rulebook: Rulebook, what: Amending, standing: Standing, now: datetime) -> Iterator[Reason]:
    match what:
        case Extension():
            return _extension(rulebook, what, standing, now)
        case Merger():
            return _merger(rulebook, what, standing, now)
        case EarlyFreeze():
            return _early_freeze(rulebook, what, standing, now)
        case Stop():
            return _stop(rulebook, standing)
        case Correction():
            return _correction(what, standing)


def _wrong(what: str, **facts: object) -> Reason:
    return Reason(refusal=Refusal.AMENDMENT_WRONG, facts={"what": what, "stage": "", "count": 0, **facts})


def _extension(rulebook: Rulebook, what: Extension, standing: Standing, now: datetime) -> Iterator[Reason]:
    """A later end only, before the old one, and no stage may begin too early by it."""
    window = window_of(rulebook, what.stage, what.territory)
    if window is None:
        yield _wrong("stage")
        return
    facts = {"stage": what.stage.value, "closes": window.closes}
    is_closed = what.stage is Stage.VOTING and standing.closed & set(concerned(rulebook, what))
    if now >= window.closes or is_closed:
        yield Reason(refusal=Refusal.STAGE_OVER, facts=facts)
        return
    if what.old != window.closes:
        yield _wrong("changed", stage=what.stage.value)
        return
    if what.new <= window.closes:
        yield _wrong("earlier", stage=what.stage.value)
        return
    where = rulebook.voting_territory(what.territory) if what.territory is not None else None
    if what.stage in {Stage.VOTING, Stage.RESULTS} and where not in {None, what.territory}:
        yield _wrong("below", stage=what.stage.value)
        return
    yield from _in_order(rulebook, what, now)


def _in_order(rulebook: Rulebook, what: Extension, now: datetime) -> Iterator[Reason]:
    try:
        early = next(disorder(with_change(rulebook, what, now)), None)
    except UnfitAmendment:
        yield _wrong("stage")
        return
    if early is not None:
        yield _wrong("order", stage=early.value)


def _merger(rulebook: Rulebook, what: Merger, standing: Standing, now: datetime) -> Iterator[Reason]:
    """Before any of them is frozen; one list has one sum of money and one day, so these must agree."""
    if rulebook.voting.mode.value is Mode.GUIDE:
        yield _wrong("guide")
        return
    if rulebook.voting.is_key_in_safe:
        # Keys are made off the server from the file, in which no merged territory stands: nobody could vote.
        yield _wrong("safe")
        return
    members = set(what.territories)
    if len(members) < 2 or not members <= set(rulebook.voting.territories):  # noqa: PLR2004 - more than one
        yield _wrong("territories")
        return
    for slug in what.territories:
        window, since = rulebook.window(Stage.VOTING, slug), rulebook.ballot_stands_from(slug)
        if window is not None and ((since is not None and now >= since) or slug in standing.frozen):
            facts = {"opens": window.opens, "closes": window.closes}
            yield Reason(refusal=Refusal.BALLOT_FROZEN, facts=facts)
            return
    nodes = rulebook.territories.nodes
    if len({nodes[slug].parent for slug in what.territories}) > 1:
        yield _wrong("parents")
    for stage in (Stage.VOTING, Stage.RESULTS):
        windows = [rulebook.window(stage, slug) for slug in what.territories]
        if any(each != windows[0] for each in windows):
            yield _wrong("dates", stage=stage.value)
            return


def _early_freeze(
    rulebook: Rulebook, what: EarlyFreeze, standing: Standing, now: datetime
) -> Iterator[Reason]:
    if rulebook.voting.mode.value is Mode.GUIDE or what.territory not in rulebook.voting.territories:
        yield _wrong("territories")
        return
    if what.territory in standing.frozen:
        facts = {"frozen_at": standing.frozen[what.territory]}
        yield Reason(refusal=Refusal.FROZEN_ALREADY, facts=facts)
        return
    for slug in _within(rulebook, what.territory):
        for stage in _OVER_BEFORE_FREEZE:
            window = rulebook.window(stage, slug)
            if window is not None and now < window.closes:
                until = {"stage": stage.value, "closes": window.closes}
                yield Reason(refusal=Refusal.FREEZE_TOO_EARLY, facts=until)
                return
    if standing.undecided:
        yield _wrong("undecided", count=standing.undecided)
    if not standing.has_keys:
        yield _wrong("keys")


def _within(rulebook: Rulebook, territory: str) -> Iterator[str]:
    tree = rulebook.territories
    yield from (slug for slug in tree.nodes if tree.is_within(slug, territory))


def _stop(rulebook: Rulebook, standing: Standing) -> Iterator[Reason]:
    """On a frozen ballot, until its voting is over: then the council decides on the results (F2)."""
    project = standing.project
    where = rulebook.voting_territory(project.territory) if project is not None else None
    window = rulebook.window(Stage.VOTING, where)
    if project is None or where is None or window is None or project.status is ProjectStatus.REFUSED:
        yield _wrong("project")
    elif project.status is ProjectStatus.STOPPED:
        yield _wrong("same")
    elif where in standing.closed:
        facts = {"stage": Stage.VOTING.value, "closes": window.closes}
        yield Reason(refusal=Refusal.STAGE_OVER, facts=facts)
    elif where not in standing.frozen:
        yield Reason(refusal=Refusal.NOT_FROZEN_YET, facts={"opens": window.opens})


def _correction(what: Correction, standing: Standing) -> Iterator[Reason]:
    project = standing.project
    if project is None:
        yield _wrong("project")
        return
    present = project.title if what.field is CorrectedField.TITLE else project.description
    if what.new == present or what.old != present:
        yield _wrong("same")
    if not what.new.kk.strip() or not what.new.ru.strip():
        missing = "title" if what.field is CorrectedField.TITLE else "description"
        yield Reason(refusal=Refusal.TITLE_MISSING, facts={"what": missing})
    yield from both_reasons(what.new, _MOST_TEXT[what.field])
