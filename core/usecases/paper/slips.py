"""The slip that an author takes home: its code is made here and kept as a keyed hash alone (B9, P1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from core.documents.qr import bot_link
from core.documents.slip import SlipFacts
from core.identity.codes import make_code, selector
from core.identity.keys import read_campaign_keys
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Channel, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.store import claim as store
from core.store import papers
from core.store import proposal as proposals
from core.store.verification import get_account_of_person
from core.usecases.office.permission import log_act, require_right
from core.usecases.proposal.papers import asked_papers
from core.usecases.services import Services

CLAIM_LINK = "claim-"
"""Beginning of the deep link of a slip: ``claim-<campaign>-<code>``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperProposal:
    """A paper proposal as the desk shows it after its entry: nothing of its author.

    ``issue`` counts the slips made so far; ``has_slips`` says that the rulebook knows a code's term.
    ``expires_at`` (half-open) is the end of the last one's, ``claimed_at`` when it was used.
    """

    number: int
    title: str
    status: ProposalStatus
    submitted_at: datetime
    papers_due_at: datetime | None
    asked: tuple[Text, ...]
    received: int
    issue: int
    has_slips: bool
    expires_at: datetime | None
    claimed_at: datetime | None


async def get_paper_proposal(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> PaperProposal:
    """Return a proposal that came on paper; raise ``proposal-unknown`` also for any other."""
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.ISSUE_SLIP)
        proposal = await _require_on_paper(connection, campaign_id, number)
        row = await store.get_claim(connection, campaign_id, number)
        return PaperProposal(
            number=number,
            title=proposal.title,
            status=proposal.status,
            submitted_at=proposal.submitted_at,
            papers_due_at=proposal.papers_due_at,
            asked=await asked_papers(connection, rulebook, proposal),
            received=len(await papers.list_papers(connection, campaign_id, number)),
            issue=row["issue"] if row is not None else 0,
            has_slips="claim_days" in rulebook.review,
            expires_at=row["expires_at"] if row is not None else None,
            claimed_at=row["used_at"] if row is not None else None,
        )


async def issue_slip(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, *, issue: int
) -> SlipFacts | None:
    """Make a slip with a fresh code, or return ``None`` where it is not the one that the clerk saw coming.

    ``issue`` is how many slips there were when the button was shown: a page that is loaded again makes no
    second code behind the printed one. A new code ends the one before, on the account where it was used too.

    Raises:
        RuleViolation: ``proposal-unknown`` also for what did not come on paper.
    """
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    async with services.database.write() as connection:
        # With the campaign's row in hand nobody else takes the same first half.
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.ISSUE_SLIP, lock=True
        )
        proposal = await _require_on_paper(connection, campaign_id, number, lock=True)
        days = rulebook.review.get("claim_days")
        former = await store.get_claim(connection, campaign_id, number)
        count = former["issue"] if former is not None else 0
        if count != issue or days is None:
            return None
        if former is not None and former["used_by"] == proposal.account_id:
            account = await get_account_of_person(connection, campaign_id.akimat, proposal.person_key)
            await proposals.change_proposal(connection, campaign_id, number, account_id=account)
        code = make_code(services.random_bytes, await store.list_selectors(connection, campaign_id))
        until = services.clock.now() + timedelta(days=days.value)
        await store.add_claim(
            connection,
            campaign_id,
            number,
            selector=selector(code),
            code_key=keys.claim(code),
            issue=count + 1,
            expires_at=until,
        )
        after = {"issue": count + 1, "expires_at": until.isoformat()}
        await log_act(services, connection, actor, campaign_id, "issue-slip", str(number), after=after)
    return _facts(rulebook, actor, proposal, code, until)


def _facts(rulebook: Rulebook, actor: Actor, proposal: Proposal, code: str, until: datetime) -> SlipFacts:
    return SlipFacts(
        rulebook=rulebook,
        number=proposal.number,
        title=proposal.title,
        code=code,
        claim_until=until,
        link=bot_link(rulebook, f"{CLAIM_LINK}{rulebook.campaign}-{code}"),
        entered_at=proposal.submitted_at,
        clerk=actor.name,
    )


async def _require_on_paper(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> Proposal:
    proposal = await proposals.get_proposal(connection, campaign_id, number, lock=lock)
    if proposal is None or proposal.channel is not Channel.PAPER:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    return proposal
