"""A decision takes effect: one row moves, its history tells why, and everybody concerned is told.

Separate from who may decide: clerk, council and those who hear an appeal all end here (B4, B6, C1-C3).
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.project import Place, Project, ProjectStatus
from core.model.proposal import Contents, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Rulebook
from core.rules.decision import Decision, decision_verdict
from core.rules.review import ReviewAct, next_status, rework_due
from core.store import audience, browsing, files, outbox, proposal_history
from core.store import proposal as store
from core.usecases.campaign.contents import words_of
from core.usecases.notice.kinds import NoticeKind
from core.usecases.services import Services


async def require_proposal(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, version: int | None
) -> Proposal:
    """Return the proposal with its row held; the campaign's row is to be held before, as by everybody.

    Raises:
        RuleViolation: ``proposal-unknown``, or ``proposal-changed`` where ``version`` is no longer its own.
    """
    proposal = await store.get_proposal(connection, campaign_id, number, lock=True)
    if proposal is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    if version not in {None, proposal.version}:
        raise refuse(Refusal.PROPOSAL_CHANGED, number=number)
    return proposal


async def enact(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    proposal: Proposal,
    decision: Decision,
    staff_id: int | None,
) -> ProposalStatus:
    """Let a decision take effect in the caller's transaction, tell authors and followers, return the status.

    ``staff_id`` is who decided, ``None`` for the council as a body and for the operator.

    Raises:
        RuleViolation: ``proposal-decided``, ``ballot-frozen``, ``voting-not-here``, ``ground-unknown``,
            ``reason-missing``, ``text-too-long`` or ``text-holds-iin``.
    """
    now = services.clock.now()
    status = next_status(proposal.status, decision.act, due_at=proposal.due_at, now=now)
    decision_verdict(rulebook, proposal.territory, decision, now).enforce()
    due_at = rework_due(rulebook, proposal.territory, now) if status is ProposalStatus.RETURNED else None
    await store.change_proposal(
        connection, proposal.campaign_id, proposal.number, status=status.value, due_at=due_at
    )
    ordinal = await _write_history(connection, proposal, decision, status, due_at, staff_id, now)
    await _publish(connection, proposal, decision, status)
    await _tell(connection, proposal, decision, ordinal, now)
    return status


async def _write_history(
    connection: AsyncConnection,
    proposal: Proposal,
    decision: Decision,
    status: ProposalStatus,
    due_at: datetime | None,
    staff_id: int | None,
    now: datetime,
) -> int:
    reason = decision.reason
    return await proposal_history.add_event(
        connection,
        proposal.campaign_id,
        proposal.number,
        status=status.value,
        ground=decision.ground if decision.act is ReviewAct.REFUSE else None,
        reason_kk=reason.kk if reason is not None else None,
        reason_ru=reason.ru if reason is not None else None,
        due_at=due_at,
        staff_id=staff_id,
        at=now,
    )


async def _publish(
    connection: AsyncConnection, proposal: Proposal, decision: Decision, status: ProposalStatus
) -> None:
    """Make what the council decided a project under the same number, a refused one too (C3)."""
    is_of_council = proposal.status is ProposalStatus.REGISTERED or decision.act is ReviewAct.OVERTURN
    if not is_of_council or status not in {ProposalStatus.ADMITTED, ProposalStatus.REFUSED}:
        return
    campaign_id, number = proposal.campaign_id, proposal.number
    contents = await store.get_contents(connection, campaign_id, number, proposal.version)
    if contents is None:
        raise LookupError(f"proposal {number} has no version {proposal.version}")
    item = _project(proposal, contents, decision, ProjectStatus(status.value))
    await browsing.add_project(connection, campaign_id, item, words_of(item))
    digests = [picture.published for picture in contents.pictures]
    await files.add_pictures(connection, campaign_id, number, digests)


def _project(proposal: Proposal, contents: Contents, decision: Decision, status: ProjectStatus) -> Project:
    is_refused = status is ProjectStatus.REFUSED
    return Project(
        number=proposal.number,
        title=_translated(decision.title, proposal.title),
        description=_translated(decision.description, contents.description or ""),
        direction=proposal.direction,
        territory=proposal.territory,
        place=Place(
            landmark=_translated(None, proposal.landmark),
            latitude=proposal.latitude,
            longitude=proposal.longitude,
        ),
        cost=proposal.cost,
        status=status,
        site_check=_site_check(decision.site_check),
        picture_count=len(contents.pictures),
        ground=decision.ground if is_refused else None,
        reason=decision.reason if is_refused else None,
        original=contents.language,
    )


def _translated(text: Text | None, original: str) -> Text:
    """Return both languages; where one was not given, the author's own words stand."""
    return Text(kk=text.kk or original, ru=text.ru or original) if text else Text(kk=original, ru=original)


def _site_check(text: Text | None) -> Text | None:
    return Text(kk=text.kk or text.ru, ru=text.ru or text.kk) if text is not None else None


async def _tell(
    connection: AsyncConnection, proposal: Proposal, decision: Decision, ordinal: int, now: datetime
) -> None:
    """Tell the authors always, the followers what is public (B4, D7)."""
    campaign_id, number = proposal.campaign_id, proposal.number
    about = f"{campaign_id.campaign}:{number}:{ordinal}"
    facts = {"number": number, "ordinal": ordinal}
    kind = NoticeKind.PROPOSAL_DECIDED.value
    await outbox.write_to(
        connection,
        campaign_id,
        audience.writes(campaign_id, number),
        kind=kind,
        about=about,
        facts=facts,
        due_at=now,
    )
    if decision.act is ReviewAct.RETURN:
        return
    kind = NoticeKind.PROJECT_NEWS.value
    await outbox.write_to(
        connection,
        campaign_id,
        audience.follows_only(campaign_id, number),
        kind=kind,
        about=about,
        facts=facts,
        due_at=now,
    )
