"""Entering an application on paper: its number comes in one transaction, as from the bot (B4, B9)."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Channel, Contents, ProposalStatus, Step
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rules.review import ReviewAct, next_status
from core.rules.steps import completed, papers_due
from core.store import files, papers, proposal_history, register
from core.store import paper as store
from core.store import proposal as proposals
from core.store import verification as verifications
from core.store.contents import files_of
from core.usecases.office.permission import log_act
from core.usecases.paper.checking import PaperCheck, check
from core.usecases.paper.filling import require_paper, use_of
from core.usecases.proposal.drafting import require_taken_here
from core.usecases.proposal.submitting import free_slot, words_of
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a form: the application's number, and whether it was a rework."""

    number: int
    is_rework: bool


async def enter_paper(services: Services, actor: Actor, campaign_id: CampaignId, draft_id: str) -> Entered:
    """Enter what was typed, or the rework of what was returned; a second press gives the same number.

    Raises:
        RuleViolation: ``draft-unknown``; ``proposals-elsewhere``; every refusal of the check at once;
            ``proposal-incomplete`` where something is missing or not understood; for a rework also
            ``proposal-not-returned``, ``rework-too-late`` or ``proposal-changed``.
    """
    async with services.database.write() as connection:
        rulebook, draft = await require_paper(services, connection, actor, campaign_id, draft_id, lock=True)
        is_rework = draft.base_version is not None
        if draft.is_entered and draft.number is not None:
            return Entered(number=draft.number, is_rework=is_rework)
        require_taken_here(rulebook)
        checked = await check(services, connection, rulebook, draft, looks_for_similar=False)
        _require_sound(checked)
        if draft.number is not None:
            number = await _resubmit(connection, checked, draft.number)
        else:
            number = await _enter(services, connection, checked)
        await _settle(services, connection, actor, checked, number)
    return Entered(number=number, is_rework=is_rework)


def _require_sound(checked: PaperCheck) -> None:
    if checked.reasons:
        raise RuleViolation(*checked.reasons)
    if not checked.can_be_entered:
        raise refuse(Refusal.PROPOSAL_INCOMPLETE, step=next(iter(checked.missing), Step.AUTHOR).value)


async def _enter(services: Services, connection: AsyncConnection, checked: PaperCheck) -> int:
    campaign_id, rulebook, person_key = checked.draft.campaign_id, checked.rulebook, checked.draft.person_key
    if person_key is None or checked.read.received_on is None:
        raise refuse(Refusal.PROPOSAL_INCOMPLETE, step=Step.AUTHOR.value)
    at = checked.at
    contents = completed(rulebook, checked.read.contents)
    await register.lock_resident(connection, campaign_id.akimat, person_key)
    number = await proposals.next_number(connection, campaign_id)
    await proposals.add_proposal(
        connection,
        campaign_id,
        number,
        contents,
        person_key=person_key,
        # Whoever is known in the bot already hears of it there, and would of one that is not his.
        account_id=await verifications.get_account_of_person(connection, campaign_id.akimat, person_key),
        slot=await free_slot(connection, rulebook, campaign_id, person_key),
        folded=words_of(contents),
        papers_due_at=papers_due(rulebook, contents, at),
        now=at,
        channel=Channel.PAPER,
    )
    await _write_history(connection, campaign_id, number, contents, at)
    for _ in range(checked.read.papers):
        await papers.add_paper(connection, campaign_id, number, services.clock.now())
    return number


async def _resubmit(connection: AsyncConnection, checked: PaperCheck, number: int) -> int:
    campaign_id, at = checked.draft.campaign_id, checked.at
    proposal = await proposals.get_proposal(connection, campaign_id, number, lock=True)
    if proposal is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    status = next_status(proposal.status, ReviewAct.RESUBMIT, due_at=proposal.due_at, now=at)
    if checked.draft.base_version != proposal.version:
        raise refuse(Refusal.PROPOSAL_CHANGED, number=number)
    contents = completed(checked.rulebook, checked.read.contents)
    await proposals.add_version(connection, campaign_id, number, contents, folded=words_of(contents), now=at)
    await proposals.change_proposal(connection, campaign_id, number, status=status.value, due_at=None)
    await _write_history(connection, campaign_id, number, contents, at)
    return number


async def _write_history(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, contents: Contents, at: datetime
) -> None:
    """Write that it was submitted, and let the proposal need its files from now on."""
    use = files.proposal_use(campaign_id, number)
    for digest in files_of(contents):
        await files.keep_use(connection, campaign_id.akimat, digest, use, at)
    status = ProposalStatus.SUBMITTED.value
    await proposal_history.add_event(connection, campaign_id, number, status=status, at=at)


async def _settle(
    services: Services, connection: AsyncConnection, actor: Actor, checked: PaperCheck, number: int
) -> None:
    """Leave of the form its number alone, and write who entered what and when it had come (L1)."""
    draft, campaign_id = checked.draft, checked.draft.campaign_id
    await files.drop_uses(connection, campaign_id.akimat, use_of(draft))
    now = services.clock.now()
    settled = replace(
        draft, number=number, is_entered=True, person_key=None, typed={}, pictures=(), touched_at=now
    )
    await store.keep_draft(connection, settled)
    received_on = checked.read.received_on
    is_rework = draft.base_version is not None
    after: dict[str, object] = {
        "received_on": received_on.isoformat() if received_on is not None else None,
        "agreed_version": checked.read.contents.agreed_version,
        "papers": checked.read.papers,
    }
    act = "rework-paper" if is_rework else "enter-paper"
    await log_act(services, connection, actor, campaign_id, act, str(number), after=after)
