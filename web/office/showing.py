"""What several pages about one proposal show alike: its words, sums, pictures and terms (L2)."""

from collections.abc import Iterable
from typing import Any

from core.model.proposal import EstimateKind, PictureKind, ProposalStatus
from core.model.refusals import Refusal, RuleViolation
from core.model.review import Queue
from core.rulebook.model import Rulebook
from core.rules.changes import Field, PartKind
from core.rules.formal_check import checklist
from core.rules.permissions import OfficeAct
from core.rules.proposal import ProposalWarning
from core.rules.review_terms import days_left
from core.rules.site_check import site_check_verdict
from core.usecases.review.proposals import Dossier, open_proposal
from web.office.desk import Desk

REVIEW_TEXTS = (
    *(f"review-queue-{queue.value}" for queue in Queue),
    *(f"review-field-{each.value}" for each in Field),
    *(f"review-part-{kind.value}" for kind in PartKind if kind is not PartKind.KEPT),
    *(f"proposal-picture-{kind.value}" for kind in PictureKind),
    *(f"review-warning-{warning.value}" for warning in (ProposalWarning.SWEARING, ProposalWarning.YARD)),
    *(f"proposal-status-{status.value}" for status in ProposalStatus),
    *(f"proposal-estimate-{kind.value}" for kind in EstimateKind),
    "review-due-late",
    "review-due-today",
    "review-due-left",
    "review-proposal-title",
    "review-back",
    "review-cleared",
    "review-label-status",
    "review-label-version",
    "review-label-due",
    "review-label-author",
    "review-version-came",
    "review-channel-bot",
    "review-channel-paper",
    "review-no-term",
    "review-rework-until",
    "review-rework-over",
    "review-rework-endless",
    "review-merged-into",
    "review-merged-from",
    "review-supports",
    "review-co-authors",
    "review-cost-exact",
    "review-cost-author",
    "review-lines",
    "review-line-item",
    "review-line-quantity",
    "review-line-price",
    "review-line-amount",
    "review-estimate-file",
    "review-point",
    "review-pictures",
    "review-picture-large",
    "review-picture-original",
    "review-no-pictures",
    "review-name-public",
    "review-name-kept",
    "review-changes",
    "review-changes-none",
    "review-change-pictures",
    "review-change-said",
    "review-nothing",
    "review-sum",
    "review-quantity",
    "proposal-name-direction",
    "proposal-name-description",
    "proposal-name-territory",
    "proposal-name-place",
    "proposal-name-estimate",
    "review-notes",
    "review-note-similar",
    "review-typed",
)
"""What the parts of pages say that stand in `office/review.html`."""

NOT_WAITING = (Refusal.PROPOSAL_DECIDED, Refusal.PROPOSAL_UNKNOWN)
"""Refusals after which the page that was filled in is about something that is no more."""


async def facts_of(desk: Desk, dossier: Dossier | None = None) -> dict[str, Any]:
    """Return what every page about the proposal in the address shows.

    Raises:
        RuleViolation: ``office-forbidden``, ``proposal-unknown``.
    """
    found = dossier or await open_proposal(desk.services, desk.actor, desk.campaign_id, desk.number)
    now = desk.services.clock.now()
    may = {act.value.replace("-", "_"): desk.may(act) for act in OfficeAct}
    return {
        "dossier": found,
        "base": f"{desk.campaign_id.campaign}/proposals/{desk.number}",
        "names": names_of(desk, found.rulebook),
        "left": days_left(found.due_at, now) if found.due_at is not None else None,
        "now": now,
        "checklist": checklist(found.rulebook),
        "may": may,
        "site_faults": desk.pages.reasons(desk.language, _site_faults(found)),
    }


def _site_faults(found: Dossier) -> RuleViolation | None:
    check = found.site_checks[-1] if found.site_checks else None
    reasons = site_check_verdict(check, found.proposal.number).reasons
    return RuleViolation(*reasons) if reasons else None


def names_of(desk: Desk, rulebook: Rulebook) -> dict[str, dict[str, str]]:
    """Return the rulebook's words for its slugs, in the reader's language."""
    language = desk.language
    return {
        "territory": {
            slug: node.name.in_language(language) for slug, node in rulebook.territories.nodes.items()
        },
        "direction": {item.slug: item.text.in_language(language) for item in rulebook.directions},
        "ground": {item.slug: item.text.in_language(language) for item in rulebook.grounds},
        "author": {item.slug: item.text.in_language(language) for item in rulebook.authors},
    }


def is_over(violation: RuleViolation) -> bool:
    """Say whether the page is to be shown anew instead of the form: somebody else was there meanwhile."""
    return violation.refusal in NOT_WAITING


def typed_of(desk: Desk, labels: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what was written into a form that nobody can send any more: it is not lost (P5).

    ``labels`` are names of fields, each with what stands beside it.
    """
    return [(label, text) for name, label in labels if (text := desk.form.text(name)).strip()]
