"""Which question of the dialog a refusal or a warning of intake is about.

Separate because it is said twice: as soon as that answer is given, and beside it in the preview (B3).
"""

from collections.abc import Sequence

from core.model.proposal import Step
from core.model.refusals import Reason, Refusal
from core.rules.proposal import ProposalCheck, ProposalWarning, Warned

_STEPS = {
    Refusal.DIRECTION_UNKNOWN: Step.DIRECTION,
    Refusal.TITLE_TOO_MANY_SENTENCES: Step.TITLE,
    Refusal.TITLE_TOO_LONG: Step.TITLE,
    Refusal.DESCRIPTION_TOO_LONG: Step.DESCRIPTION,
    Refusal.PLACE_OUTSIDE: Step.TERRITORY,
    Refusal.COST_OVER_CAP: Step.ESTIMATE,
    Refusal.TOO_MANY_PICTURES: Step.PICTURES,
}
_WRITTEN = frozenset({Step.TITLE, Step.DESCRIPTION})
_WARNED = {
    ProposalWarning.SWEARING: _WRITTEN,
    ProposalWarning.SIMILAR: frozenset({Step.PLACE}),
    ProposalWarning.YARD: frozenset({Step.PLACE}),
}

WARNING_TEXTS = tuple(f"proposal-warning-{warning}" for warning in ProposalWarning)


def step_of_fault(reason: Reason) -> Step | None:
    """Return the step whose answer mends the refusal, ``None`` where no answer does."""
    if reason.refusal is Refusal.ANSWER_TOO_LONG:
        return Step(str(reason.facts["step"]))
    return _STEPS.get(reason.refusal)


def faults_of(check: ProposalCheck, step: Step) -> Sequence[Reason]:
    """Return what stands against the answer of a step."""
    return [reason for reason in check.verdict.reasons if step_of_fault(reason) is step]


def warnings_of(check: ProposalCheck, step: Step) -> Sequence[Warned]:
    """Return what is worth saying right after the answer of a step."""
    return [each for each in check.warnings if step in _WARNED[each.warning]]
