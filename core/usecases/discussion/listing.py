"""A page of the proposals that others may see: random per person, or by support (D6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import PUBLIC_STATUSES, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.rulebook.model import ListOrder, Rulebook
from core.rules.browsing import PAGE_SIZE, ordered, page_count
from core.store import discussion as store
from core.store import following, proposal_history
from core.store import proposal as proposals
from core.usecases.proposal.whose import list_own
from core.usecases.services import Services
from core.usecases.verification.person import find_person

_LISTED = PUBLIC_STATUSES - {ProposalStatus.MERGED}


class Whose(StrEnum):
    """Which proposals a list has: everybody's, one's own, or those that the account follows."""

    ALL = "all"
    MINE = "mine"
    FOLLOWED = "followed"


class ProposalOrder(StrEnum):
    """The order of the list: at random, steady for a person, or the most supported first."""

    RANDOM = "random"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFilter:
    """What of the list is shown; ``territory`` has what lies below, too."""

    whose: Whose = Whose.ALL
    territory: str | None = None
    direction: str | None = None
    order: ProposalOrder = ProposalOrder.RANDOM


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal of the list; ``cost`` is whole tenge, ``supports`` counts people."""

    number: int
    title: str
    direction: str
    territory: str
    cost: int
    status: ProposalStatus
    supports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """A page of the list: ``page`` counts from 0, ``total`` counts proposals."""

    rulebook: Rulebook
    shown: ProposalFilter
    proposals: tuple[ProposalLine, ...]
    page: int
    pages: int
    total: int


async def list_proposals(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    page: int = 0,
    shown: ProposalFilter | None = None,
) -> ProposalPage:
    """Return a page, the last one where ``page`` is no more; what was merged is seen with its new number.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    shown = shown or ProposalFilter()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        numbers = await _numbers(services, connection, campaign_id, account_id, shown)
        read = await proposal_history.list_read(connection, campaign_id)
        public = await proposals.list_public(connection, campaign_id, _LISTED)
        supports = await store.count_support(connection, campaign_id)
    found = {
        item.number: item
        for item in _filtered(public, rulebook, shown)
        if item.number in read and (numbers is None or item.number in numbers)
    }
    order = ListOrder.VOTES if shown.order is ProposalOrder.SUPPORT else ListOrder.RANDOM
    pairs = [(item.number, item.cost) for item in found.values()]
    ranked = ordered(pairs, order, f"{campaign_id.campaign}:{account_id}", supports)
    page = max(0, min(page, page_count(len(ranked)) - 1))
    return ProposalPage(
        rulebook=rulebook,
        shown=shown,
        proposals=tuple(
            _line(found[number], supports.get(number, 0))
            for number in ranked[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
        ),
        page=page,
        pages=page_count(len(ranked)),
        total=len(ranked),
    )


async def _numbers(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    shown: ProposalFilter,
) -> set[int] | None:
    """Return which numbers are asked for, ``None`` for all."""
    if shown.whose is Whose.ALL:
        return None
    if shown.whose is Whose.FOLLOWED:
        rows = await following.list_followed(connection, account_id)
        here = (campaign_id.akimat, campaign_id.campaign)
        return {row["number"] for row in rows if (row["akimat_id"], row["campaign_id"]) == here}
    person = await find_person(connection, campaign_id, account_id, services.clock.now())
    own = await list_own(connection, campaign_id, account_id, person)
    return {item.number for item in own}


async def get_title(services: Services, campaign_id: CampaignId, number: int) -> str:
    """Return the title of a proposal for a notice to its people; raise ``proposal-unknown``."""
    async with services.database.read() as connection:
        proposal = await proposals.get_proposal(connection, campaign_id, number)
    if proposal is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    return proposal.title


def _filtered(public: Iterable[Proposal], rulebook: Rulebook, shown: ProposalFilter) -> Iterable[Proposal]:
    tree, above = rulebook.territories, shown.territory
    for item in public:
        is_there = above is None or above not in tree.nodes or tree.is_within(item.territory, above)
        if is_there and shown.direction in {None, item.direction}:
            yield item


def _line(item: Proposal, supports: int) -> ProposalLine:
    return ProposalLine(
        number=item.number,
        title=item.title,
        direction=item.direction,
        territory=item.territory,
        cost=item.cost,
        status=item.status,
        supports=supports,
    )
