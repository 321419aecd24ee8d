"""Whether a vote was counted in a person's name: asked by the person, and at the desk (E10, ledger 7)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.absence import make_absence
from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.vote import Absence, Counted
from core.store import ledger, voting
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys, sign_receipt


async def find_counted(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    person_key: bytes,
    now: datetime,
) -> Counted | Absence:
    """Return the receipt with day and way, or the signed «no»; raise ``KeyMissing``."""
    keys = campaign_keys(services, campaign_id)
    token = keys.token(person_key)
    # Before the entry is looked for: what was counted up to then is what the «no» answers for.
    size = await ledger.get_roll_size(connection, campaign_id)
    entry = await ledger.get_roll_entry(connection, campaign_id, token)
    if entry is None:
        signing = services.keys.read_signing(campaign_id.akimat, campaign_id.campaign)
        # What is signed is what is printed: whole seconds.
        at = now.replace(microsecond=0)
        return make_absence(signing, campaign_id.campaign, token, size, at)
    part = await voting.get_participation(connection, campaign_id, keys.voter(person_key))
    return Counted(
        receipt=sign_receipt(services, campaign_id, entry),
        # When retention has ended the roll alone is left, which has no day.
        day=part["day"] if part is not None else None,
        is_by_code=part is not None and part["verification"] == Verification.CODE.value,
    )
