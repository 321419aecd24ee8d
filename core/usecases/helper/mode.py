"""Helper mode: begins, goes on to the next person, and ends, by itself too (K1, E2)."""

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.vote import Receipt
from core.rules.concern import HELPING_FOR
from core.store import browsing, verification
from core.store import helper as store
from core.usecases.services import Services
from core.usecases.verification.person import find_person
from core.usecases.voting.facts import find_receipt


async def begin_helping(services: Services, campaign_id: CampaignId, account_id: int) -> None:
    """Lend the account's telephone to others: its own link, votes and drafts rest until the end (K1).

    Sessions that run on it end, and what its owner has searched for is forgotten, as at each new person.
    """
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id)
        await verification.end_sessions(connection, campaign_id, account_id)
        await browsing.delete_browsing(connection, account_id)
        ends_at = services.clock.now() + HELPING_FOR
        await store.begin(connection, campaign_id, account_id, ends_at)


async def call_next(services: Services, campaign_id: CampaignId, account_id: int) -> None:
    """Clear everything of the person who was served: session, receipt, searches (E2)."""
    async with services.database.write() as connection:
        await verification.end_sessions(connection, campaign_id, account_id)
        await browsing.delete_browsing(connection, account_id)
        await store.go_on(connection, account_id, services.clock.now() + HELPING_FOR, None)


async def stop_helping(services: Services, campaign_id: CampaignId, account_id: int) -> None:
    """Give the telephone back to its owner; nothing of the last person stays (K1)."""
    await call_next(services, campaign_id, account_id)
    async with services.database.write() as connection:
        await store.end(connection, account_id)


async def get_served_receipt(
    services: Services, campaign_id: CampaignId, account_id: int, session: str
) -> Receipt:
    """Return the receipt of the person who is served now, whose session has ended with it (E5).

    Raises:
        RuleViolation: ``screen-of-another`` once the next person was called, or where nothing was counted.
    """
    async with services.database.read() as connection:
        served = await store.get_session(connection, account_id)
        if not session or served != session:
            raise refuse(Refusal.SCREEN_OF_ANOTHER)
        now = services.clock.now()
        person = await find_person(connection, campaign_id, account_id, now, session=session)
        found = None
        if person is not None:
            found = await find_receipt(services, connection, campaign_id, person.person_key)
    if found is None:
        raise refuse(Refusal.SCREEN_OF_ANOTHER)
    return found
