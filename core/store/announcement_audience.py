"""Whom an announcement is for, as one condition on accounts: asked at its count, its beginning, each turn.

Separate from the rows of recipients, because it reaches across many tables (G2).
"""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, not_, or_, select, true, union
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Audience, AudienceRole, TakenPart
from core.model.campaign import CampaignId
from core.model.language import Language
from core.store.base import of
from core.store.draft import draft
from core.store.following import following
from core.store.place import account, place
from core.store.proposal import co_author, proposal
from core.store.verification import phone_link
from core.store.voting import participation


def is_meant(
    campaign_id: CampaignId, audience: Audience, territories: Collection[str] | None
) -> ColumnElement[bool]:
    """Return the condition that an account is of the audience; ``territories`` are all below its own.

    A vote counts by the account that it was given on, and never by what it was for (ledger 2, 3).
    """
    lives = [of(place, campaign_id), place.c.account_id == account.c.account_id]
    if territories is not None:
        lives.append(place.c.territory.in_(sorted(territories)))
    return and_(
        exists().where(*lives),
        _speaks(audience.language),
        _is(campaign_id, audience.role),
        _took_part(campaign_id, audience.part),
    )


def is_wanted() -> ColumnElement[bool]:
    """Return the condition that an account wants announcements (G4)."""
    return and_(account.c.is_stopped.is_(False), account.c.is_unannounced.is_(False))


async def count_audience(connection: AsyncConnection, meant: ColumnElement[bool]) -> int:
    """Return how many people are ``meant``, those included who want no announcements."""
    query = select(func.count()).select_from(account).where(meant)
    return (await connection.execute(query)).scalar_one()


async def list_persons(
    connection: AsyncConnection, akimat_id: str, accounts: Sequence[int]
) -> dict[int, bytes]:
    """Return whom the accounts' telephones stand for."""
    query = select(phone_link.c.account_id, phone_link.c.person_key).where(
        phone_link.c.akimat_id == akimat_id, phone_link.c.account_id.in_(accounts)
    )
    return {row.account_id: row.person_key for row in await connection.execute(query)}


async def list_voters(
    connection: AsyncConnection, campaign_id: CampaignId, voter_keys: Collection[bytes]
) -> set[bytes]:
    """Return which of ``voter_keys`` have taken part, by whatever channel."""
    query = select(participation.c.voter_key).where(
        of(participation, campaign_id), participation.c.voter_key.in_(list(voter_keys))
    )
    return set((await connection.execute(query)).scalars())


def _speaks(language: Language | None) -> ColumnElement[bool]:
    if language is None:
        return true()
    # Whoever has chosen none is spoken to in Kazakh (P6).
    chosen = account.c.language == language.value
    return or_(chosen, account.c.language.is_(None)) if language is Language.KAZAKH else chosen


def _is(campaign_id: CampaignId, role: AudienceRole) -> ColumnElement[bool]:
    match role:
        case AudienceRole.EVERYBODY:
            return true()
        case AudienceRole.AUTHORS:
            authors = union(*(_accounts(table, campaign_id) for table in (proposal, co_author)))
            return account.c.account_id.in_(authors)
        case AudienceRole.FOLLOWERS:
            return account.c.account_id.in_(_accounts(following, campaign_id))
        case AudienceRole.DRAFTERS:
            return account.c.account_id.in_(_accounts(draft, campaign_id).where(draft.c.number.is_(None)))


def _took_part(campaign_id: CampaignId, part: TakenPart) -> ColumnElement[bool]:
    own = participation.c.account_id == account.c.account_id
    counted = exists().where(of(participation, campaign_id), own)
    match part:
        case TakenPart.ANY:
            return true()
        case TakenPart.VOTED:
            return counted
        case TakenPart.NOT_VOTED:
            return not_(counted)


def _accounts(table: Table, campaign_id: CampaignId) -> Select[tuple[int]]:
    # What has no account any more would make every comparison with the others unknown.
    return select(table.c.account_id).where(of(table, campaign_id), table.c.account_id.is_not(None))
