"""Erasing what may be erased of an account, while what must stay loses its link to it (M1)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Proposal, ProposalStatus
from core.model.reminder import ReminderManner
from core.store import (
    announcement,
    announcement_sending,
    browsing,
    campaign,
    concern,
    erasure,
    following,
    helper,
    outbox,
    place,
    retention,
)
from core.store import claim as claims
from core.store import privacy as store
from core.store import proposal as proposals
from core.store import verification as verifications
from core.usecases.services import Services
from core.usecases.verification.person import find_person


async def forget(services: Services, account_id: int) -> None:
    """Erase place, filters, drafts, follows, consent, link, sessions, wrong codes, notices, open questions.

    The account keeps its language. What a counted vote left and which code was used on the account stay until
    the rulebook's retention ends: without it nobody could recount or audit the roll (P4, E11). So does a
    submitted proposal, on which others decide or have decided, but no longer beside the account; of a
    withdrawn one author, papers and originals go, and where nobody has read it every word. Support stays as
    a keyed mark (D6), and a case about a vote that was not theirs stays without its account (E10). Slips open
    nothing here any more, and no reminder of the office comes.
    """
    async with services.database.write() as connection:
        viewer = await place.get_viewer(connection, account_id)
        campaigns = await campaign.list_campaigns(connection)
        # Whose questions these are is known only as long as the links are there.
        await _forget_proposals(services, connection, campaigns, account_id)
        for akimat in sorted({item.akimat for item in campaigns}):
            await store.delete_consents(connection, akimat, account_id)
            await verifications.delete_phone_link(connection, akimat, account_id)
            await verifications.delete_sessions(connection, akimat, account_id)
        if viewer is not None:
            await browsing.delete_browsing(connection, account_id)
            await following.delete_followed(connection, account_id)
            await concern.cut_account(connection, account_id)
            await helper.end(connection, account_id)
            await outbox.delete_notices(connection, account_id)
            await announcement.delete_tests(connection, account_id)
            await announcement_sending.delete_recipient(connection, account_id)
            await place.set_announced(connection, account_id, is_announced=True)
            await place.set_reminders(connection, account_id, ReminderManner.EACH.value)
            await place.delete_places(connection, account_id)


async def _forget_proposals(
    services: Services, connection: AsyncConnection, campaigns: Sequence[CampaignId], account_id: int
) -> None:
    await erasure.delete_drafts(connection, account_id)
    now = services.clock.now()
    for each in campaigns:
        for person_key in await _people(connection, each, account_id, now):
            await _forget_person(connection, each, person_key)
    await _forget_slips(connection, account_id)
    await erasure.cut_account(connection, account_id)
    await erasure.cut_staff(connection, account_id)


async def _forget_slips(connection: AsyncConnection, account_id: int) -> None:
    for row in await claims.list_all_claimed(connection, account_id):
        campaign_id = CampaignId(row["akimat_id"], row["campaign_id"])
        item = await proposals.get_proposal(connection, campaign_id, row["number"])
        if item is not None:
            await _forget_withdrawn(connection, item)
    await claims.cut_claims(connection, account_id)


async def _people(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, now: datetime
) -> set[bytes]:
    """Return whom the account stands for; during a session by code also whose telephone it is (E2)."""
    person = await find_person(connection, campaign_id, account_id, now)
    link = await verifications.get_phone_link(connection, campaign_id.akimat, account_id)
    found = {person.person_key} if person is not None else set()
    return found | ({link["person_key"]} if link is not None else set())


async def _forget_person(connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes) -> None:
    await erasure.delete_unanswered(connection, campaign_id.akimat, person_key)
    for item in await proposals.list_of_person(connection, campaign_id, person_key):
        if item.person_key == person_key:
            await _forget_withdrawn(connection, item)


async def _forget_withdrawn(connection: AsyncConnection, item: Proposal) -> None:
    if item.status is ProposalStatus.WITHDRAWN:
        await erasure.delete_papers_of(connection, item.campaign_id, item.number)
        await retention.strip(connection, item.campaign_id, item.number)
