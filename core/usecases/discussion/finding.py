"""Which card a number opens: of a project, of a proposal, or the page of one's own (D5, D6).

Separate because links, notices and lists lead by the number alone, which a proposal keeps for good (B4).
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, RuleViolation, refuse
from core.store import browsing
from core.store import proposal as proposals
from core.usecases.discussion.people import require_public
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


class CardKind(StrEnum):
    """What is opened."""

    PROJECT = "project"
    PROPOSAL = "proposal"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCard:
    """What is opened, and in which territory it lies."""

    kind: CardKind
    territory: str


async def find_card(
    services: Services, campaign_id: CampaignId, account_id: int, number: int, *, is_own_first: bool = False
) -> FoundCard:
    """Return what ``number`` opens for the account: the project, else one's own proposal, else a public one.

    ``is_own_first`` opens one's own page although it is a project already, as notices about it do (B6).

    Raises:
        RuleViolation: ``project-unknown`` for a number that nobody may see.
    """
    async with services.database.read() as connection:
        await services.rulebooks.require(connection, campaign_id)
        projects = await browsing.list_projects(connection, campaign_id, [number])
        if projects and not is_own_first:
            return FoundCard(kind=CardKind.PROJECT, territory=projects[0].territory)
        own = await _find_own(services, connection, campaign_id, account_id, number)
        if own is not None:
            return own
        if projects:
            return FoundCard(kind=CardKind.PROJECT, territory=projects[0].territory)
        return await _require_public(connection, campaign_id, number)


async def find_name(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> Text:
    """Return the title of what ``number`` opens, a proposal's in its own language; raise as ``find_card``."""
    found = await find_card(services, campaign_id, account_id, number)
    async with services.database.read() as connection:
        if found.kind is CardKind.PROJECT:
            return (await browsing.list_projects(connection, campaign_id, [number]))[0].title
        proposal = await proposals.get_proposal(connection, campaign_id, number)
    if proposal is None:
        raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
    return Text(kk=proposal.title, ru=proposal.title)


async def _find_own(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int, number: int
) -> FoundCard | None:
    try:
        own = await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
    except RuleViolation:
        return None
    return FoundCard(kind=CardKind.OWN, territory=own.territory)


async def _require_public(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> FoundCard:
    try:
        found = await require_public(connection, campaign_id, number)
    except RuleViolation:
        raise refuse(Refusal.PROJECT_UNKNOWN, number=number) from None
    return FoundCard(kind=CardKind.PROPOSAL, territory=found.territory)
