"""Deciding on an appeal: by other people than the first, with reasons, told at once, final here (B6, L1)."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.appeal import decider_verdict
from core.rules.decision import Decision
from core.rules.permissions import OfficeAct
from core.rules.review import ReviewAct
from core.rules.site_check import site_check_verdict
from core.rules.wording import reason_reasons
from core.store import appeal as store
from core.store import audience, browsing, outbox
from core.usecases.appeal.persons import list_parts, list_site_part
from core.usecases.appeal.refusal import find_refusal
from core.usecases.notice.kinds import NoticeKind
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import enact, require_proposal
from core.usecases.review.site import last_site_check
from core.usecases.services import Services


async def decide_appeal(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    *,
    is_upheld: bool,
    reason: Text,
) -> ProposalStatus:
    """Decide on the appeal that waits, tell authors and followers at once, return what the proposal became.

    An appeal that is upheld leads past the refusal: past the clerk's to the council, past the council's onto
    the ballot; whoever recorded the last site check does not decide on that. One that is dismissed leaves it
    as it stands, for good.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``proposal-unknown``, ``appeal-unknown``,
            ``appeal-own-decision``, ``reason-missing``, ``text-too-long``, ``text-holds-iin``, and for an
            admission ``site-check-missing``, ``ballot-frozen`` or ``voting-not-here``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.DECIDE_APPEAL, lock=True
        )
        proposal = await require_proposal(connection, campaign_id, number, None)
        appeal = await require_waiting(connection, actor, proposal)
        Verdict(reasons=tuple(reason_reasons(reason))).enforce()
        if is_upheld:
            status = await _uphold(services, connection, rulebook, proposal, appeal, reason, actor)
        else:
            status = proposal.status
            await _tell_dismissed(services, connection, campaign_id, number)
        answer = replace(appeal, is_upheld=is_upheld, reason=reason, decided_by=actor.staff_id)
        now = services.clock.now()
        await store.settle_appeal(connection, campaign_id, replace(answer, decided_at=now))
        before, after = {"status": proposal.status.value}, {"status": status.value, "is_upheld": is_upheld}
        await _log(services, connection, actor, proposal, before, after)
    return status


async def require_waiting(connection: AsyncConnection, actor: Actor, proposal: Proposal) -> Appeal:
    """Return the appeal of a proposal that ``actor`` may decide on.

    Raises:
        RuleViolation: ``appeal-unknown`` where none waits, ``appeal-own-decision`` for whoever took part in
            the refusal, wrote the proposal or entered the appeal.
    """
    appeal = await store.get_appeal(connection, proposal.campaign_id, proposal.number)
    if appeal is None or not appeal.is_waiting:
        raise refuse(Refusal.APPEAL_UNKNOWN, number=proposal.number)
    decider_verdict(actor, await list_parts(connection, proposal, appeal)).enforce()
    return appeal


async def _uphold(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    proposal: Proposal,
    appeal: Appeal,
    reason: Text,
    actor: Actor,
) -> ProposalStatus:
    refused = await find_refusal(connection, proposal.campaign_id, proposal.number, appeal.ordinal)
    if refused is not None and refused.is_of_council:
        decider_verdict(actor, await list_site_part(connection, proposal)).enforce()
        decision = await _admission(connection, proposal, reason)
    else:
        decision = Decision(act=ReviewAct.REOPEN, reason=reason)
    return await enact(services, connection, rulebook, proposal, decision, actor.staff_id)


async def _admission(connection: AsyncConnection, proposal: Proposal, reason: Text) -> Decision:
    """Return the admission with the words that the council has published the refused project in (C3, C5)."""
    found = await browsing.list_projects(connection, proposal.campaign_id, [proposal.number])
    title, description = (found[0].title, found[0].description) if found else (None, None)
    check = await last_site_check(connection, proposal.campaign_id, proposal.number)
    site_check_verdict(check, proposal.number).enforce()
    return Decision(
        act=ReviewAct.OVERTURN,
        reason=reason,
        title=title,
        description=description,
        site_check=check.found if check is not None else None,
    )


async def _log(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    proposal: Proposal,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    act, subject = OfficeAct.DECIDE_APPEAL.value, str(proposal.number)
    await log_act(services, connection, actor, proposal.campaign_id, act, subject, before=before, after=after)


async def _tell_dismissed(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> None:
    """Tell the authors, who hear it always, and the followers; what is upheld is told as any decision."""
    told = (
        (NoticeKind.APPEAL_DISMISSED, audience.writes(campaign_id, number)),
        (NoticeKind.APPEAL_NEWS, audience.follows_only(campaign_id, number)),
    )
    for kind, whom in told:
        await outbox.write_to(
            connection,
            campaign_id,
            whom,
            kind=kind.value,
            about=f"{campaign_id.campaign}:{number}",
            facts={"number": number},
            due_at=services.clock.now(),
        )
