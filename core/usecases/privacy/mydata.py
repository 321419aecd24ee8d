"""What is kept of an account, in facts a person can read (M1)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import read_campaign_keys
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.person import Verification
from core.model.reminder import ReminderManner
from core.model.vote import Channel
from core.store import browsing, campaign, concern, erasure, place, voting
from core.store import privacy as store
from core.store import verification as verifications
from core.usecases.privacy.consent import CONSENT_VERSION
from core.usecases.privacy.proposals import KeptProposals, read_proposals
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart:
    """That a vote was counted: the day, the way in and the way of verification; never for what.

    ``verification`` is ``None`` for who has signed on a sheet of paper.
    """

    campaign: str
    day: date
    channel: Channel
    verification: Verification | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A consent as it was given."""

    given_at: datetime
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """A case about a vote that was not the person's, answered at this account (E10)."""

    campaign: str
    number: int
    opened: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptData:
    """Everything that the deployment keeps about an account, whichever akimat it is kept for.

    ``is_of_staff`` says that reminders of the office come to it.
    """

    account_id: int
    language: Language | None
    first_seen_at: datetime
    is_stopped: bool
    is_unannounced: bool
    campaign: str | None
    territory: str | None
    filters: dict[str, str | int]
    consents: tuple[Consent, ...]
    phones_linked: tuple[datetime, ...]
    codes_used: tuple[datetime, ...]
    wrong_codes: int
    took_part: tuple[TookPart, ...]
    reminders: ReminderManner
    proposals: KeptProposals
    is_of_staff: bool
    cases: tuple[KeptCase, ...]
    helping_until: datetime | None


async def my_data(services: Services, account_id: int) -> KeptData | None:
    """Return what is kept of the account, ``None`` where nothing is."""
    async with services.database.read() as connection:
        viewer = await place.get_viewer(connection, account_id)
        if viewer is None:
            return None
        campaigns = await campaign.list_campaigns(connection)
        akimats = sorted({item.akimat for item in campaigns})
        links = {
            akimat: link
            for akimat in akimats
            if (link := await verifications.get_phone_link(connection, akimat, account_id)) is not None
        }
        current = CampaignId(viewer["akimat_id"], viewer["campaign_id"]) if viewer["campaign_id"] else None
        return KeptData(
            account_id=account_id,
            language=Language(viewer["language"]) if viewer["language"] else None,
            first_seen_at=viewer["first_seen_at"],
            is_stopped=viewer["is_stopped"],
            is_unannounced=viewer["is_unannounced"],
            campaign=viewer["campaign_id"],
            territory=viewer["territory"],
            filters=await _filters(connection, current, account_id),
            consents=await _consents(connection, akimats, account_id),
            phones_linked=tuple(link["linked_at"] for link in links.values()),
            codes_used=await _codes_used(connection, akimats, account_id),
            wrong_codes=await verifications.count_all_attempts(connection, account_id),
            took_part=await _all_parts(services, connection, campaigns, links),
            reminders=ReminderManner(viewer["reminders"]),
            proposals=await read_proposals(connection, campaigns, account_id, services.clock.now()),
            is_of_staff=await erasure.is_of_staff(connection, account_id),
            cases=await _cases(connection, account_id),
            helping_until=viewer["helping_until"],
        )


async def _consents(
    connection: AsyncConnection, akimats: Sequence[str], account_id: int
) -> tuple[Consent, ...]:
    rows = [await store.get_consent(connection, akimat, account_id, CONSENT_VERSION) for akimat in akimats]
    return tuple(
        Consent(given_at=row["given_at"], language=Language(row["language"]))
        for row in rows
        if row is not None
    )


async def _cases(connection: AsyncConnection, account_id: int) -> tuple[KeptCase, ...]:
    rows = await concern.list_of_account(connection, account_id)
    return tuple(
        KeptCase(campaign=row["campaign_id"], number=row["number"], opened=row["opened"]) for row in rows
    )


async def _codes_used(
    connection: AsyncConnection, akimats: Sequence[str], account_id: int
) -> tuple[datetime, ...]:
    found = [await verifications.list_used_codes(connection, akimat, account_id) for akimat in akimats]
    return tuple(used_at for instants in found for used_at in instants)


def exported(kept: KeptData) -> bytes:
    """Return what is kept as JSON (UTF-8): days and instants in ISO 8601, instants in UTC (M1)."""
    return json.dumps(asdict(kept), ensure_ascii=False, indent=2, default=_written).encode()


def _written(fact: date | Decimal) -> str:
    """Return what JSON has no word for: quantities with all their digits, days and instants."""
    return str(fact) if isinstance(fact, Decimal) else fact.isoformat()


async def _filters(
    connection: AsyncConnection, campaign_id: CampaignId | None, account_id: int
) -> dict[str, str | int]:
    row = (
        await browsing.get_browsing(connection, campaign_id, account_id) if campaign_id is not None else None
    )
    names = ("territory", "direction", "cost_at_most", "words", "list_order")
    return {name: row[name] for name in names if row[name] is not None} if row is not None else {}


async def _all_parts(
    services: Services,
    connection: AsyncConnection,
    campaigns: Sequence[CampaignId],
    links: Mapping[str, RowMapping],
) -> tuple[TookPart, ...]:
    """Return the votes of the person whom the phone stands for.

    Votes by code that others gave on this account stand beside it too, but are theirs: the next person on a
    shared phone is not told whether the former one voted (E2).
    """
    found = [
        await _took_part(services, connection, item, links[item.akimat]["person_key"])
        for item in campaigns
        if item.akimat in links
    ]
    return tuple(part for part in found if part is not None)


async def _took_part(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> TookPart | None:
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    row = await voting.get_participation(connection, campaign_id, keys.voter(person_key))
    if row is None:
        return None
    return TookPart(
        campaign=campaign_id.campaign,
        day=row["day"],
        channel=Channel(row["channel"]),
        verification=Verification(row["verification"]) if row["verification"] else None,
    )
