"""What waits for clerk, council and moderator, and one decision as its notice tells it (B4, C1, C2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.model.language import Text
from core.model.proposal import Contents, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Rulebook
from core.rules.proposal import ProposalCheck
from core.store import discussion, papers, proposal_history
from core.store import proposal as store
from core.usecases.appeal.filing import MyAppeal, find_appeal
from core.usecases.proposal.checking import check_submitted
from core.usecases.proposal.mine import Event, read_event
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Proposals that wait for the clerk and for the council, questions or answers that wait to be shown."""

    for_clerk: Sequence[Proposal]
    for_council: Sequence[Proposal]
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A proposal whole, as the clerk reads it before he decides: its newest version and all that was done.

    ``check`` is what intake would say of it now, ``papers`` counts those that have come.
    """

    proposal: Proposal
    contents: Contents
    check: ProposalCheck
    history: Sequence[Event]
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision on a proposal; ``is_of_council`` says that it came after the clerk's (C2).

    ``is_by_appeal`` says that it set a refusal aside; ``appeal`` is how it stands with an appeal now (B6).
    """

    rulebook: Rulebook
    proposal: Proposal
    event: Event
    is_of_council: bool
    is_by_appeal: bool
    appeal: MyAppeal

    @property
    def ground(self) -> Text | None:
        """Return the rulebook's words for the ground of a refusal."""
        found = (item.text for item in self.rulebook.grounds if item.slug == self.event.ground)
        return next(found, None)


async def list_waiting(services: Services, campaign_id: CampaignId) -> Waiting:
    """Return everything of a campaign that waits for staff, by number; raise ``campaign-unknown``."""
    async with services.database.read() as connection:
        await services.rulebooks.require(connection, campaign_id)
        open_ones = await store.list_public(
            connection,
            campaign_id,
            (ProposalStatus.SUBMITTED, ProposalStatus.RETURNED, ProposalStatus.REGISTERED),
        )
        asked = await discussion.list_questions(connection, campaign_id)
    return Waiting(
        for_clerk=[each for each in open_ones if _waits_for_clerk(each, services.clock.now())],
        for_council=[each for each in open_ones if each.status is ProposalStatus.REGISTERED],
        questions=[each for each in map(discussion.read_question, asked) if _waits(each)],
    )


def _waits_for_clerk(proposal: Proposal, now: datetime) -> bool:
    """Say whether the clerk is next: at what is new, and at what was returned and never came back in time.

    Without a term nothing but the clerk ends a rework, so it stays on his list.
    """
    is_late = proposal.due_at is None or now >= proposal.due_at
    is_returned = proposal.status is ProposalStatus.RETURNED
    return proposal.status is ProposalStatus.SUBMITTED or (is_returned and is_late)


def _waits(question: Question) -> bool:
    return QuestionState.WAITING in {question.state, question.answer_state}


async def get_submission(services: Services, campaign_id: CampaignId, number: int) -> Submission:
    """Return everything that stands in a proposal, for staff alone; raise ``proposal-unknown`` (C1)."""
    async with services.database.read() as connection:
        proposal = await store.get_proposal(connection, campaign_id, number)
        if proposal is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        contents = await store.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        events = await proposal_history.list_events(connection, campaign_id, number)
        return Submission(
            proposal=proposal,
            contents=contents,
            check=await check_submitted(services, connection, proposal, contents),
            history=[read_event(row) for row in events],
            papers=len(await papers.list_papers(connection, campaign_id, number)),
        )


async def get_decided(services: Services, campaign_id: CampaignId, number: int, ordinal: int) -> Decided:
    """Return the step of a proposal's history at its place there.

    Raises:
        RuleViolation: ``proposal-unknown`` where proposal or step is gone.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await store.get_proposal(connection, campaign_id, number)
        rows = await proposal_history.list_events(connection, campaign_id, number)
        history = [read_event(row) for row in rows[:ordinal]]
        if proposal is None or len(history) < ordinal:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        appeal = await find_appeal(services, connection, rulebook, proposal)
    before = [event.status for event in history[:-1]]
    return Decided(
        rulebook=rulebook,
        proposal=proposal,
        event=history[-1],
        is_of_council=ProposalStatus.REGISTERED in before,
        is_by_appeal=before[-1:] == [ProposalStatus.REFUSED],
        appeal=appeal,
    )
