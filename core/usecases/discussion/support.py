"""Supporting a proposal: once per person, in the stage of discussion, and never one's own (D6)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.rules.discussion import support_verdict
from core.store import discussion as store
from core.usecases.discussion.people import is_own, require_person, require_public
from core.usecases.services import Services


async def support(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> int:
    """Enter the person's support and return how many people support the proposal; twice changes nothing.

    Raises:
        RuleViolation: ``proposal-unknown``, ``discussion-not-verified``, ``support-own``,
            ``discussion-not-open`` or ``discussion-settled``.
    """
    async with services.database.write() as connection:
        person_key = await _require_may_support(services, connection, campaign_id, account_id, number)
        await store.add_support(connection, campaign_id, number, person_key)
        return await store.count_support_of(connection, campaign_id, number)


async def withdraw_support(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> int:
    """Take the person's support back and return how many people are left; twice changes nothing.

    Raises:
        RuleViolation: as for ``support``.
    """
    async with services.database.write() as connection:
        person_key = await _require_may_support(services, connection, campaign_id, account_id, number)
        await store.delete_support(connection, campaign_id, number, person_key)
        return await store.count_support_of(connection, campaign_id, number)


async def _require_may_support(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int, number: int
) -> bytes:
    """Return the person's key; the proposal's row is held, so that no merging passes the support by."""
    rulebook = await services.rulebooks.require(connection, campaign_id)
    proposal = await require_public(connection, campaign_id, number, lock=True)
    person = await require_person(services, connection, campaign_id, account_id)
    own = await is_own(connection, proposal, person.person_key)
    support_verdict(proposal, rulebook, services.clock.now(), is_own=own).enforce()
    return person.person_key
