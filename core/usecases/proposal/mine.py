"""What somebody has begun and submitted, and how far each of it has come (B6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Contents, Draft, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.review import CostChange
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Rulebook
from core.rules.stages import is_open
from core.store import appeal as appeals
from core.store import draft as drafts
from core.store import papers, proposal_history
from core.store import proposal as store
from core.usecases.proposal.whose import is_author, list_own
from core.usecases.review.cost import list_cost_changes
from core.usecases.services import Services
from core.usecases.verification.person import Person, find_person


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A step in a proposal's history: what it became, why, and until when something is due."""

    status: ProposalStatus
    at: datetime
    ground: str | None
    reason: Text | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyProposals:
    """Drafts of the account and proposals of the person; ``intake`` is the window of the viewer's place."""

    rulebook: Rulebook
    person: Person | None
    drafts: Sequence[Draft]
    proposals: Sequence[Proposal]
    intake: StageWindow | None
    is_intake_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyProposal:
    """One's own proposal with everything that is known of it; ``papers`` counts those that have come.

    ``costs`` says how the akimat made the cost exact, the oldest first (C4).
    """

    rulebook: Rulebook
    proposal: Proposal
    contents: Contents
    history: Sequence[Event]
    papers: int
    is_co_author: bool
    appeal: Appeal | None
    costs: Sequence[CostChange] = ()

    @property
    def last(self) -> Event:
        """Return what was decided last."""
        return self.history[-1]


async def my_proposals(
    services: Services, campaign_id: CampaignId, account_id: int, territory: str | None
) -> MyProposals:
    """Return what the account has begun, and what its person has submitted or it holds by a slip (B9)."""
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        person = await find_person(connection, campaign_id, account_id, now)
        own = await list_own(connection, campaign_id, account_id, person)
        begun = await drafts.list_drafts(connection, account_id, campaign_id)
    return MyProposals(
        rulebook=rulebook,
        person=person,
        drafts=[draft for draft in begun if draft.number is None],
        proposals=own,
        intake=rulebook.window(Stage.INTAKE, territory),
        is_intake_open=is_open(rulebook, Stage.INTAKE, territory, now),
    )


async def my_proposal(
    services: Services, campaign_id: CampaignId, account_id: int, number: int
) -> MyProposal:
    """Return one's own proposal, as author or co-author.

    Raises:
        RuleViolation: ``proposal-unknown``, also for what is somebody else's.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
        contents = await store.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        person = await find_person(connection, campaign_id, account_id, services.clock.now())
        is_own = await is_author(connection, proposal, account_id, person)
        events = await proposal_history.list_events(connection, campaign_id, number)
        received = await papers.list_papers(connection, campaign_id, number)
        appeal = await appeals.get_appeal(connection, campaign_id, number)
        costs = await list_cost_changes(connection, campaign_id, number)
    return MyProposal(
        rulebook=rulebook,
        proposal=proposal,
        contents=contents,
        history=[read_event(row) for row in events],
        papers=len(received),
        is_co_author=not is_own,
        appeal=appeal,
        costs=costs,
    )


async def require_own(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    number: int,
    *,
    lock: bool = False,
    as_co_author: bool = False,
) -> Proposal:
    """Return the proposal of whom the account stands for, or that it holds by a slip; ``lock`` holds its row.

    Raises:
        RuleViolation: ``proposal-unknown`` for what is somebody else's, or of nobody who is verified now.
    """
    person = await find_person(connection, campaign_id, account_id, services.clock.now())
    proposal = await store.get_proposal(connection, campaign_id, number, lock=lock)
    if proposal is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    if await is_author(connection, proposal, account_id, person):
        return proposal
    shared: Sequence[Proposal] = ()
    if as_co_author and person is not None:
        shared = await store.list_of_person(connection, campaign_id, person.person_key)
    if all(each.number != number for each in shared):
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    return proposal


def read_event(row: RowMapping) -> Event:
    """Return a row of the history as an event."""
    kk, ru = row["reason_kk"], row["reason_ru"]
    return Event(
        status=ProposalStatus(row["status"]),
        at=row["at"],
        ground=row["ground"],
        reason=Text(kk=kk, ru=ru) if kk is not None else None,
        due_at=row["due_at"],
    )
