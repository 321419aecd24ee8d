"""Submitting an application: it gets its number in the transaction that takes the author's place (B1, B4)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.letters import fold
from core.model.proposal import Contents, Draft, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Rulebook
from core.rules.review import ReviewAct, next_status
from core.rules.steps import completed, papers_due
from core.store import draft as drafts
from core.store import files, proposal_history, register
from core.store import proposal as store
from core.store.contents import files_of
from core.usecases.proposal.checking import Checked, check
from core.usecases.proposal.drafting import find_draft, read_draft, require_taken_here
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """What became of a draft: its application number, until when papers are due, whether it was a rework."""

    number: int
    papers_due_at: datetime | None
    is_rework: bool


async def submit(services: Services, campaign_id: CampaignId, account_id: int, draft_id: str) -> Submitted:
    """Submit a draft, or the rework of a returned proposal; a second press is answered with the same number.

    Raises:
        RuleViolation: ``draft-unknown``; ``proposals-elsewhere``; every refusal of the check at once;
            ``proposal-incomplete`` with the first ``step`` without an answer; for a rework also
            ``rework-too-late``, ``proposal-not-returned``, ``proposal-changed``, ``proposal-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        draft = await find_draft(connection, campaign_id, account_id, draft_id, lock=True)
        if draft.is_submitted and draft.number is not None:
            # Whoever holds the telephone now learns no more than the number that was told here.
            return await _again(connection, draft, draft.number)
        await read_draft(services, connection, campaign_id, account_id, draft_id)
        require_taken_here(rulebook)
        checked = await check(services, connection, draft, looks_for_similar=False)
        checked.check.verdict.enforce()
        if checked.check.missing:
            raise refuse(Refusal.PROPOSAL_INCOMPLETE, step=checked.check.missing[0].value)
        if draft.number is not None:
            return await _resubmit(services, connection, rulebook, draft, draft.number)
        return await _enter(services, connection, rulebook, checked)


async def _again(connection: AsyncConnection, draft: Draft, number: int) -> Submitted:
    found = await store.get_proposal(connection, draft.campaign_id, number)
    papers_due_at = found.papers_due_at if found is not None else None
    return Submitted(number=number, papers_due_at=papers_due_at, is_rework=draft.base_version is not None)


async def _enter(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, checked: Checked
) -> Submitted:
    draft, person, now = checked.draft, checked.person, services.clock.now()
    if person is None:
        raise refuse(Refusal.AUTHOR_NOT_VERIFIED)
    campaign_id, contents = draft.campaign_id, completed(rulebook, draft.contents)
    await register.lock_resident(connection, campaign_id.akimat, person.person_key)
    number = await store.next_number(connection, campaign_id)
    papers_due_at = papers_due(rulebook, contents, now)
    await store.add_proposal(
        connection,
        campaign_id,
        number,
        contents,
        person_key=person.person_key,
        account_id=draft.account_id,
        slot=await free_slot(connection, rulebook, campaign_id, person.person_key),
        folded=words_of(contents),
        papers_due_at=papers_due_at,
        now=now,
    )
    await _settle(connection, draft, number, now)
    return Submitted(number=number, papers_due_at=papers_due_at, is_rework=False)


async def free_slot(
    connection: AsyncConnection, rulebook: Rulebook, campaign_id: CampaignId, person_key: bytes
) -> int:
    """Return the first of the author's places that is free; asked anew with the person's row held (B1).

    Raises:
        RuleViolation: ``second-proposal``.
    """
    taken = await store.list_slots(connection, campaign_id, person_key)
    most = rulebook.limits.get("proposals_per_author")
    slot = next(each for each in count() if each not in taken)
    if most is not None and slot >= most.value:
        raise refuse(Refusal.SECOND_PROPOSAL, number=min(taken.values()), most=most.value)
    return slot


async def _resubmit(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, draft: Draft, number: int
) -> Submitted:
    """Put the rework in the place of what was returned; a clerk who decides comes before or after."""
    campaign_id, now = draft.campaign_id, services.clock.now()
    proposal = await require_own(services, connection, campaign_id, draft.account_id, number, lock=True)
    status = next_status(proposal.status, ReviewAct.RESUBMIT, due_at=proposal.due_at, now=now)
    if draft.base_version != proposal.version:
        raise refuse(Refusal.PROPOSAL_CHANGED, number=number)
    contents = completed(rulebook, draft.contents)
    await store.add_version(connection, campaign_id, number, contents, folded=words_of(contents), now=now)
    await store.change_proposal(
        connection, campaign_id, number, status=status.value, due_at=None, account_id=draft.account_id
    )
    await _settle(connection, draft, number, now)
    return Submitted(number=number, papers_due_at=proposal.papers_due_at, is_rework=True)


async def _settle(connection: AsyncConnection, draft: Draft, number: int, now: datetime) -> None:
    """Hand the draft's files over to the proposal, and write into the history that it was submitted."""
    campaign_id = draft.campaign_id
    akimat, use = campaign_id.akimat, files.proposal_use(campaign_id, number)
    for digest in files_of(draft.contents):
        await files.keep_use(connection, akimat, digest, use, now)
    await files.drop_uses(connection, akimat, files.draft_use(campaign_id, draft.draft_id))
    await drafts.settle_draft(connection, campaign_id, draft.draft_id, number)
    status = ProposalStatus.SUBMITTED.value
    await proposal_history.add_event(connection, campaign_id, number, status=status, at=now)


def words_of(contents: Contents) -> str:
    """Return the folded words by which a proposal is found (D3)."""
    texts = (contents.title, contents.description, contents.landmark)
    return fold(" ".join(text for text in texts if text))
