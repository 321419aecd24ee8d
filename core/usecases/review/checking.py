"""The clerk's formal check: kept half done, and decided on in one transaction with what was found (C1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Reason, Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.decision import Decision, decision_verdict
from core.rules.formal_check import (
    CHECK_ACTS,
    Finding,
    checklist,
    composed_reason,
    finding_reasons,
    formal_verdict,
)
from core.rules.permissions import OfficeAct
from core.rules.review import ReviewAct, next_status
from core.rules.wording import REASON_AT_MOST, both_reasons
from core.store import review as store
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import enact, require_proposal
from core.usecases.review.own import require_not_own
from core.usecases.services import Services

SAVE_CHECK = "save-check"
"""How the log calls a check that goes on later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalCheck:
    """What was found of a version by item, and what is said of it as a whole; any of it may be open yet.

    ``seen`` is when that was kept with which it began, ``None`` for an empty form; it says nothing of itself.
    """

    findings: Mapping[str, Finding]
    ground: str | None = None
    reason: Text | None = None
    seen: datetime | None = field(default=None, compare=False)


async def check_proposal(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    *,
    version: int,
    check: FormalCheck,
    act: ReviewAct,
) -> ProposalStatus:
    """Register, return or refuse the ``version`` that was read, by what was found; say what it became (C1).

    A return or refusal without a reason of its own tells what the items say that are not met.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``proposal-unknown``, ``proposal-changed``,
            ``own-proposal``, ``proposal-decided``, ``check-changed``; or all at once
            ``formal-check-incomplete``, ``formal-check-contradicts``, ``ground-unknown``,
            ``reason-missing``, ``text-too-long``, ``text-holds-iin``, ``ballot-frozen``.
        ValueError: for an act that no check leads to.
    """
    if act not in CHECK_ACTS:
        raise ValueError(f"a formal check leads to no {act}")
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.CHECK_PROPOSAL, lock=True
        )
        proposal = await require_proposal(connection, campaign_id, number, version)
        await _require_free(services, connection, actor, proposal, check, act)
        decision = _decision(rulebook, check, act, version)
        decided = decision_verdict(rulebook, proposal.territory, decision, services.clock.now())
        formal = formal_verdict(rulebook, check.findings, act)
        Verdict(reasons=tuple(_each_once(formal, decided))).enforce()
        await _keep(services, connection, actor, rulebook, proposal, check)
        status = await enact(services, connection, rulebook, proposal, decision, actor.staff_id)
        before, after = {"status": proposal.status.value}, _logged(check, decision, status)
        facts = services, connection, actor, campaign_id, act.value, str(number)
        await log_act(*facts, before=before, after=after)
    return status


async def save_check(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    *,
    version: int,
    check: FormalCheck,
) -> None:
    """Keep a check that is not finished, for whoever goes on with it (C1).

    Raises:
        RuleViolation: as above but for what only a decision needs.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.CHECK_PROPOSAL, lock=True
        )
        proposal = await require_proposal(connection, campaign_id, number, version)
        await _require_free(services, connection, actor, proposal, check, ReviewAct.REFUSE)
        typed = (*finding_reasons(check.findings), *both_reasons(check.reason, REASON_AT_MOST))
        Verdict(reasons=typed).enforce()
        await _keep(services, connection, actor, rulebook, proposal, check)
        answered = sum(found.is_met is not None for found in check.findings.values())
        after = {"version": version, "answered": answered}
        await log_act(services, connection, actor, campaign_id, SAVE_CHECK, str(number), after=after)


def _logged(check: FormalCheck, decision: Decision, status: ProposalStatus) -> dict[str, object]:
    """Return what the log says of a decision: which items were not met, and nobody's words."""
    failed = [key for key, found in check.findings.items() if found.is_met is False]
    ground = decision.ground
    return {"status": status.value, "version": decision.version, "ground": ground, "failed": failed}


def _each_once(*verdicts: Verdict) -> list[Reason]:
    """Return every reason once: a composed reason has the faults of what it is made of."""
    found = Verdict.of(*verdicts).reasons
    return [reason for place, reason in enumerate(found) if reason not in found[:place]]


async def _require_free(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    proposal: Proposal,
    check: FormalCheck,
    act: ReviewAct,
) -> None:
    """Let the clerk decide on what is his, as he read it: after the registration it is the council's (C1)."""
    await require_not_own(connection, actor, proposal)
    if proposal.status is ProposalStatus.REGISTERED:
        raise refuse(Refusal.PROPOSAL_DECIDED, status=proposal.status.value)
    next_status(proposal.status, act, due_at=proposal.due_at, now=services.clock.now())
    await _require_newest(connection, proposal, check)


async def _require_newest(connection: AsyncConnection, proposal: Proposal, check: FormalCheck) -> None:
    """Let no colleague's findings be lost unread; a second press that says the same loses nothing."""
    own = proposal.campaign_id, proposal.number, proposal.version
    row = await store.get_formal_check(connection, *own)
    kept = read_check(row) if row is not None else None
    if kept is not None and kept != check and kept.seen != check.seen:
        raise refuse(Refusal.CHECK_CHANGED, what="formal", number=proposal.number)


def _decision(rulebook: Rulebook, check: FormalCheck, act: ReviewAct, version: int) -> Decision:
    if act is ReviewAct.REGISTER:
        return Decision(act=act, version=version)
    own = check.reason
    is_empty = own is None or not (own.kk.strip() or own.ru.strip())
    reason = composed_reason(rulebook, check.findings) if is_empty else own
    ground = check.ground if act is ReviewAct.REFUSE else None
    return Decision(act=act, version=version, ground=ground, reason=reason)


async def _keep(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    rulebook: Rulebook,
    proposal: Proposal,
    check: FormalCheck,
) -> None:
    known = [item.key for item in checklist(rulebook)]
    await store.keep_formal_check(
        connection,
        proposal.campaign_id,
        proposal.number,
        proposal.version,
        items={key: _to_json(check.findings[key]) for key in known if key in check.findings},
        ground=check.ground,
        reason_kk=check.reason.kk if check.reason is not None else None,
        reason_ru=check.reason.ru if check.reason is not None else None,
        staff_id=actor.staff_id,
        at=services.clock.now(),
    )


def _to_json(found: Finding) -> dict[str, Any]:
    return {"is_met": found.is_met, "kk": found.reason.kk, "ru": found.reason.ru}


def read_check(row: RowMapping) -> FormalCheck:
    """Return a kept check."""
    kk, ru = row["reason_kk"], row["reason_ru"]
    return FormalCheck(
        findings={
            key: Finding(is_met=kept["is_met"], reason=Text(kk=kept["kk"], ru=kept["ru"]))
            for key, kept in row["items"].items()
        },
        ground=row["ground"],
        reason=Text(kk=kk, ru=ru) if kk is not None else None,
        seen=row["at"],
    )
