"""Entering an accepted voter into participation and roll, the same way for every channel (E3, ledger 2)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.vote import Channel, RollEntry
from core.store import ledger, voting
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys


async def enter_voter(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    person_key: bytes,
    *,
    territory: str,
    channel: Channel,
    verification: Verification | None,
    account_id: int | None,
    now: datetime,
) -> RollEntry:
    """Enter that a person takes part and return his place in the roll; the campaign's row must be locked.

    ``verification`` is ``None`` for who has signed on a sheet. Raises ``IntegrityError`` where the person is
    in already: the key of participation holds one vote, whatever was asked before.
    """
    keys = campaign_keys(services, campaign_id)
    entry = RollEntry(
        number=await ledger.take_number(connection, campaign_id, "roll_size"),
        token=keys.token(person_key),
        channel=channel,
        territory=territory,
    )
    await voting.add_participation(
        connection,
        campaign_id,
        voter_key=keys.voter(person_key),
        entry=entry,
        verification=verification,
        day=local_date(now),
        account_id=account_id,
    )
    await ledger.add_to_roll(connection, campaign_id, entry)
    return entry
