"""Whether a proposal can be submitted; apart, for intake asks everything at once, not months later (B3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from core.law.age import day_of_age, is_of_age
from core.law.zone import local_date
from core.model.person import Resident
from core.model.proposal import Contents, Step
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Rulebook
from core.rules.eligibility import registrations_on
from core.rules.iin import contains_iin
from core.rules.sentences import count_sentences
from core.rules.similarity import KnownProposal, Similar, find_similar
from core.rules.stages import last_day
from core.rules.steps import (
    first_missing,
    missing_steps,
    step_after,
    step_before,
    steps_of,
    territory_of,
)
from core.rules.swearing import find_swearing
from core.rules.yards import ImprovedYard, recently_improved

__all__ = [
    "ImprovedYard",
    "IntakeFacts",
    "KnownProposal",
    "ProposalCheck",
    "ProposalWarning",
    "Similar",
    "Warned",
    "check_proposal",
    "first_missing",
    "missing_steps",
    "step_after",
    "step_before",
    "steps_of",
]

TITLE_AT_MOST = 200
"""Characters of a title: a line of a list, a slip and a protocol show it whole."""

DESCRIPTION_AT_MOST = 3000
"""Characters of a description: one message of Telegram shows it with everything around it."""

LANDMARK_AT_MOST = 300
"""Characters of an address or a landmark."""

REASON_AT_MOST = 300
"""Characters of the reason why no direction of the list fits."""

NAME_AT_MOST = 100
"""Characters of an author's full name."""


class ProposalWarning(StrEnum):
    """What doesn't stand against a proposal but is said before it is submitted; staff decide (B3)."""

    SWEARING = "swearing"
    SIMILAR = "similar"
    YARD = "yard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A warning with the facts that its text needs."""

    warning: ProposalWarning
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeFacts:
    """What intake knows besides the contents (B1, B3).

    ``resident`` is who was verified, ``None`` where nobody was yet; ``own`` are the numbers of the person's
    proposals that take his place. ``is_rework`` says that a returned proposal is submitted again: its term is
    that of its return, and it is no second one.
    """

    resident: Resident | None
    own: tuple[int, ...]
    yards: tuple[ImprovedYard, ...]
    others: tuple[KnownProposal, ...]
    swear_stems: frozenset[str]
    is_rework: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCheck:
    """All that intake says of a proposal: open steps, refusals, warnings, similar ones (B3)."""

    missing: tuple[Step, ...]
    verdict: Verdict
    warnings: tuple[Warned, ...]
    similar: tuple[Similar, ...]

    @property
    def can_be_submitted(self) -> bool:
        """Say whether everything is answered and nothing stands against it; warnings don't."""
        return not self.missing and self.verdict.is_allowed


def check_proposal(
    rulebook: Rulebook, contents: Contents, facts: IntakeFacts, now: datetime
) -> ProposalCheck:
    """Return what is missing from ``contents``, every reason against them, what to warn of at ``now`` (B3).

    Facts: ``INTAKE_NOT_OPEN_YET`` opens, closes (UTC, half-open); ``INTAKE_CLOSED`` last_day (inclusive);
    ``SECOND_PROPOSAL`` number (of the own one), most; ``AUTHOR_UNDER_AGE`` author_age, of_age_on (personal:
    for the author alone). All that can be mended have closes and is_rework, and besides:
    ``TITLE_TOO_MANY_SENTENCES`` allowed; ``TITLE_TOO_LONG`` and ``DESCRIPTION_TOO_LONG`` most, length;
    ``ANSWER_TOO_LONG`` step, most, length;
    ``COST_OVER_CAP`` cost, cap (tenge); ``TOO_MANY_PICTURES`` most.
    Warnings: ``SIMILAR`` number, title; ``YARD`` address, improved_on.
    """
    where = territory_of(rulebook, contents)
    placed = replace(contents, territory=where)
    window = _intake(rulebook, where)
    similar = _similar(rulebook, placed, facts)
    reasons = (
        *(() if facts.is_rework else _time_reasons(window, now)),
        *_author_reasons(rulebook, facts, now),
        *_contents_reasons(rulebook, placed, {"closes": window.closes, "is_rework": facts.is_rework}),
    )
    return ProposalCheck(
        missing=missing_steps(rulebook, contents),
        verdict=Verdict(reasons=reasons),
        warnings=tuple(_warnings(rulebook, placed, facts, similar, now)),
        similar=similar,
    )


def _intake(rulebook: Rulebook, territory: str | None) -> StageWindow:
    is_known = territory in rulebook.territories.nodes
    window = rulebook.window(Stage.INTAKE, territory if is_known else None)
    if window is None:
        raise KeyError(Stage.INTAKE)  # the loader lets no rulebook without an intake pass
    return window


def _time_reasons(window: StageWindow, now: datetime) -> Iterator[Reason]:
    if now < window.opens:
        facts = {"opens": window.opens, "closes": window.closes}
        yield Reason(refusal=Refusal.INTAKE_NOT_OPEN_YET, facts=facts)
    elif now >= window.closes:
        yield Reason(refusal=Refusal.INTAKE_CLOSED, facts={"last_day": last_day(window)})


def _author_reasons(rulebook: Rulebook, facts: IntakeFacts, now: datetime) -> Iterator[Reason]:
    most = rulebook.limits.get("proposals_per_author")
    if most is not None and len(facts.own) >= most.value and not facts.is_rework:
        second = {"number": facts.own[0], "most": most.value}
        yield Reason(refusal=Refusal.SECOND_PROPOSAL, facts=second)
    if facts.resident is None:
        yield Reason(refusal=Refusal.AUTHOR_NOT_VERIFIED)
        return
    today = local_date(now)
    age = rulebook.proposal.author_age
    if age is not None and not is_of_age(facts.resident.birth_date, age.value, today):
        of_age_on = day_of_age(facts.resident.birth_date, age.value)
        aged = {"author_age": age.value, "of_age_on": of_age_on}
        yield Reason(refusal=Refusal.AUTHOR_UNDER_AGE, facts=aged)
    nodes = rulebook.territories.nodes
    is_here = any(each.territory in nodes for each in registrations_on(facts.resident, today))
    if not is_here and not facts.is_rework:
        yield Reason(refusal=Refusal.AUTHOR_NOT_RESIDENT)


def _contents_reasons(
    rulebook: Rulebook, contents: Contents, until: Mapping[str, object]
) -> Iterator[Reason]:
    if contents.direction not in {None, *(named.slug for named in rulebook.directions)}:
        yield Reason(refusal=Refusal.DIRECTION_UNKNOWN, facts=until)
    yield from _text_reasons(rulebook, contents, until)
    if contents.territory is not None and contents.territory not in rulebook.territories.nodes:
        yield Reason(refusal=Refusal.PLACE_OUTSIDE, facts=until)
    cost, cap = contents.estimate.cost, rulebook.cap()
    if cost is not None and cap is not None and cost > cap:
        yield Reason(refusal=Refusal.COST_OVER_CAP, facts={**until, "cost": cost, "cap": cap})
    pictures = rulebook.limits.get("pictures_at_most")
    if pictures is not None and len(contents.pictures) > pictures.value:
        yield Reason(refusal=Refusal.TOO_MANY_PICTURES, facts={**until, "most": pictures.value})
    if any(contains_iin(text) for text in _texts(contents)):
        yield Reason(refusal=Refusal.HOLDS_IIN, facts=until)


def _text_reasons(rulebook: Rulebook, contents: Contents, until: Mapping[str, object]) -> Iterator[Reason]:
    title, description = contents.title or "", contents.description or ""
    sentences = rulebook.limits.get("title_sentences")
    if sentences is not None and count_sentences(title) > sentences.value:
        allowed = {**until, "allowed": sentences.value}
        yield Reason(refusal=Refusal.TITLE_TOO_MANY_SENTENCES, facts=allowed)
    if len(title) > TITLE_AT_MOST:
        too_long = {**until, "most": TITLE_AT_MOST, "length": len(title)}
        yield Reason(refusal=Refusal.TITLE_TOO_LONG, facts=too_long)
    if len(description) > DESCRIPTION_AT_MOST:
        too_long = {**until, "most": DESCRIPTION_AT_MOST, "length": len(description)}
        yield Reason(refusal=Refusal.DESCRIPTION_TOO_LONG, facts=too_long)
    others = {
        Step.DIRECTION: (contents.reason, REASON_AT_MOST),
        Step.PLACE: (contents.landmark, LANDMARK_AT_MOST),
        Step.AUTHOR: (contents.author.name, NAME_AT_MOST),
    }
    for step, (said, most) in others.items():
        if len(said or "") > most:
            too_long = {**until, "step": step.value, "most": most, "length": len(said or "")}
            yield Reason(refusal=Refusal.ANSWER_TOO_LONG, facts=too_long)


def _texts(contents: Contents) -> Iterator[str]:
    said = (contents.title, contents.description, contents.landmark, contents.reason, contents.author.name)
    yield from filter(None, said)
    yield from (line.item for line in contents.estimate.lines)


def _similar(rulebook: Rulebook, contents: Contents, facts: IntakeFacts) -> tuple[Similar, ...]:
    share, metres = rulebook.proposal.similar_words, rulebook.proposal.similar_metres
    return find_similar(
        contents,
        [other for other in facts.others if other.number not in facts.own],
        rulebook.territories,
        None if share is None else share.value,
        None if metres is None else metres.value,
    )


def _warnings(
    rulebook: Rulebook, contents: Contents, facts: IntakeFacts, similar: tuple[Similar, ...], now: datetime
) -> Iterator[Warned]:
    if any(find_swearing(text, facts.swear_stems) for text in _texts(contents)):
        yield Warned(warning=ProposalWarning.SWEARING)
    if similar:
        first = {"number": similar[0].number, "title": similar[0].title}
        yield Warned(warning=ProposalWarning.SIMILAR, facts=first)
    years = rulebook.limits.get("yard_years")
    if years is None or contents.territory is None:
        return
    text = f"{contents.title or ''} {contents.landmark or ''}"
    tree, today = rulebook.territories, local_date(now)
    for yard in recently_improved(text, contents.territory, facts.yards, tree, years.value, today):
        improved = {"address": yard.address, "improved_on": yard.improved_on}
        yield Warned(warning=ProposalWarning.YARD, facts=improved)
