"""What is kept of an account, in facts a person can read, and its erasure (M1)."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import read_campaign_keys
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.person import Verification
from core.model.vote import Channel
from core.store import browsing, campaign, outbox, place, voting
from core.store import privacy as store
from core.store import verification as verifications
from core.usecases.privacy.consent import CONSENT_VERSION
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart:
    """That a vote was counted: the day, the way in and the way of verification; never for what."""

    campaign: str
    day: date
    channel: Channel
    verification: Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptData:
    """Everything that the deployment keeps about an account in its current akimat."""

    account_id: int
    language: Language | None
    first_seen_at: datetime
    is_stopped: bool
    campaign: str | None
    territory: str | None
    filters: dict[str, str | int]
    consent_given_at: datetime | None
    consent_language: Language | None
    phone_linked_at: datetime | None
    codes_used: tuple[datetime, ...]
    took_part: tuple[TookPart, ...]


async def my_data(services: Services, account_id: int) -> KeptData | None:
    """Return what is kept of the account, ``None`` where nothing is."""
    async with services.database.read() as connection:
        viewer = await place.get_viewer(connection, account_id)
        if viewer is None:
            return None
        akimat = viewer["akimat_id"]
        campaign_id = CampaignId(akimat, viewer["campaign_id"]) if viewer["campaign_id"] else None
        consent = await store.get_consent(connection, akimat, account_id, CONSENT_VERSION) if akimat else None
        link = await verifications.get_phone_link(connection, akimat, account_id) if akimat else None
        return KeptData(
            account_id=account_id,
            language=Language(viewer["language"]) if viewer["language"] else None,
            first_seen_at=viewer["first_seen_at"],
            is_stopped=viewer["is_stopped"],
            campaign=viewer["campaign_id"],
            territory=viewer["territory"],
            filters=await _filters(connection, campaign_id, account_id),
            consent_given_at=consent["given_at"] if consent else None,
            consent_language=Language(consent["language"]) if consent else None,
            phone_linked_at=link["linked_at"] if link else None,
            codes_used=tuple(await verifications.list_used_codes(connection, akimat, account_id))
            if akimat
            else (),
            took_part=await _took_part(services, connection, akimat, link["person_key"]) if link else (),
        )


def exported(kept: KeptData) -> bytes:
    """Return what is kept as JSON (UTF-8): days and instants in ISO 8601, instants in UTC (M1)."""
    facts = asdict(kept)
    return json.dumps(facts, ensure_ascii=False, indent=2, default=lambda fact: fact.isoformat()).encode()


async def _filters(
    connection: AsyncConnection, campaign_id: CampaignId | None, account_id: int
) -> dict[str, str | int]:
    row = (
        await browsing.get_browsing(connection, campaign_id, account_id) if campaign_id is not None else None
    )
    names = ("territory", "direction", "cost_at_most", "words", "list_order")
    return {name: row[name] for name in names if row[name] is not None} if row is not None else {}


async def _took_part(
    services: Services, connection: AsyncConnection, akimat: str, person_key: bytes
) -> tuple[TookPart, ...]:
    found = []
    for campaign_id in await campaign.list_campaigns(connection):
        if campaign_id.akimat != akimat:
            continue
        keys = read_campaign_keys(services.keys, akimat, campaign_id.campaign)
        row = await voting.get_participation(connection, campaign_id, keys.voter(person_key))
        if row is not None:
            found.append(
                TookPart(
                    campaign=campaign_id.campaign,
                    day=row["day"],
                    channel=Channel(row["channel"]),
                    verification=Verification(row["verification"]),
                )
            )
    return tuple(found)


async def forget(services: Services, account_id: int) -> None:
    """Erase what may be erased: place, filters, consent, link and notices; the account keeps its language.

    What a counted vote left stays until the rulebook's retention ends: without it nobody could recount (P4).
    """
    async with services.database.write() as connection:
        viewer = await place.get_viewer(connection, account_id)
        akimats = {item.akimat for item in await campaign.list_campaigns(connection)}
        for akimat in sorted(akimats):
            await store.delete_consents(connection, akimat, account_id)
            await verifications.delete_phone_link(connection, akimat, account_id)
        if viewer is not None:
            await browsing.delete_browsing(connection, account_id)
            await outbox.delete_notices(connection, account_id)
            await place.delete_places(connection, account_id)
