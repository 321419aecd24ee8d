"""Submitted proposals: where each stands, every version of what it says, and its co-authors (B4, B6)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import PUBLIC_STATUSES, Channel, Contents, Proposal, ProposalStatus
from core.store.base import AccountId, Instant, Slug, key, metadata, of
from core.store.campaign import project
from core.store.contents import from_json, to_json
from core.store.register import PersonKey

proposal = Table(
    "proposal",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_key", PersonKey, nullable=False),
    # Whom to tell; a person who comes with another account takes the proposal there.
    Column("account_id", AccountId),
    # Which of the author's places it takes; empty once it takes none (B1).
    Column("slot", Integer),
    # How it came: `bot`, or `paper` where a clerk entered it for its author (B9).
    Column("channel", String(8), nullable=False, server_default="bot"),
    Column("status", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("direction", Slug, nullable=False),
    Column("territory", Slug, nullable=False),
    Column("landmark", Text, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("cost", BigInteger, nullable=False),
    Column("folded", Text, nullable=False),
    Column("due_at", Instant),
    Column("papers_due_at", Instant),
    Column("merged_into", Integer),
    Column("submitted_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    # Two submits at once still give one proposal of a person (B1).
    Index("uq_proposal_slot", "akimat_id", "campaign_id", "person_key", "slot", unique=True),
    Index("ix_proposal_status", "akimat_id", "campaign_id", "status", "number"),
)

proposal_version = Table(
    "proposal_version",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("contents", JSON, nullable=False),
    Column("submitted_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


co_author = Table(
    "co_author",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_key", PersonKey, primary_key=True),
    Column("account_id", AccountId),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


async def next_number(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return the next application number; the caller holds the campaign's row (B4)."""
    highest = [
        (await connection.execute(select(func.max(table.c.number)).where(of(table, campaign_id)))).scalar()
        for table in (proposal, project)
    ]
    return max(number or 0 for number in highest) + 1


async def has_any(connection: AsyncConnection, campaign_id: CampaignId) -> bool:
    """Say whether anybody has submitted a proposal in the campaign."""
    found = select(proposal.c.number).where(of(proposal, campaign_id)).limit(1)
    return (await connection.execute(found)).first() is not None


async def add_proposal(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    contents: Contents,
    *,
    person_key: bytes,
    account_id: int | None,
    slot: int,
    folded: str,
    papers_due_at: datetime | None,
    now: datetime,
    channel: Channel = Channel.BOT,
) -> None:
    """Enter a proposal with its first version; ``contents`` are complete.

    ``account_id`` is ``None`` where nobody's account is told yet: it came on paper (B9).
    """
    row = {**key(campaign_id), "number": number}
    values = {
        "person_key": person_key,
        "account_id": account_id,
        "slot": slot,
        "channel": channel.value,
        "status": ProposalStatus.SUBMITTED.value,
        "version": 1,
        "folded": folded,
        "papers_due_at": papers_due_at,
        "submitted_at": now,
    }
    await connection.execute(insert(proposal).values(**row, **values, **_searched(contents)))
    await _add_version(connection, campaign_id, number, 1, contents, now)


async def add_version(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    contents: Contents,
    *,
    folded: str,
    now: datetime,
) -> None:
    """Keep a reworked version beside the former ones and make it the proposal's own."""
    newest = select(proposal.c.version).where(of(proposal, campaign_id), proposal.c.number == number)
    version = (await connection.execute(newest)).scalar_one() + 1
    await _add_version(connection, campaign_id, number, version, contents, now)
    changed = {"version": version, "folded": folded, **_searched(contents)}
    await change_proposal(connection, campaign_id, number, **changed)


async def _add_version(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    version: int,
    contents: Contents,
    now: datetime,
) -> None:
    kept = {"version": version, "contents": to_json(contents), "submitted_at": now}
    await connection.execute(insert(proposal_version).values(**key(campaign_id), number=number, **kept))


def _searched(contents: Contents) -> dict[str, Any]:
    names = ("title", "direction", "territory", "landmark", "latitude", "longitude")
    return {**{name: getattr(contents, name) for name in names}, "cost": contents.estimate.cost}


async def change_proposal(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, **values: Any
) -> None:
    """Change columns of a proposal by name."""
    await connection.execute(
        update(proposal).where(of(proposal, campaign_id), proposal.c.number == number).values(**values)
    )


async def get_proposal(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> Proposal | None:
    """Return the proposal; ``lock`` holds its row, so that author and clerk come one after the other."""
    query = select(proposal).where(of(proposal, campaign_id), proposal.c.number == number)
    row = (await connection.execute(query.with_for_update() if lock else query)).mappings().one_or_none()
    return read_proposal(row) if row is not None else None


async def get_contents(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, version: int
) -> Contents | None:
    """Return what one version of a proposal says."""
    query = select(proposal_version.c.contents).where(
        of(proposal_version, campaign_id),
        proposal_version.c.number == number,
        proposal_version.c.version == version,
    )
    kept = (await connection.execute(query)).scalar_one_or_none()
    return from_json(kept) if kept is not None else None


async def list_of_person(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> Sequence[Proposal]:
    """Return the person's proposals, those as co-author included, the newest first."""
    shared = select(co_author.c.number).where(
        of(co_author, campaign_id), co_author.c.person_key == person_key
    )
    query = select(proposal).where(
        of(proposal, campaign_id), (proposal.c.person_key == person_key) | proposal.c.number.in_(shared)
    )
    rows = await connection.execute(query.order_by(proposal.c.number.desc()))
    return [read_proposal(row) for row in rows.mappings()]


async def list_slots(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> dict[int, int]:
    """Return which of the person's places are taken, by which application numbers (B1)."""
    query = select(proposal.c.slot, proposal.c.number).where(
        of(proposal, campaign_id), proposal.c.person_key == person_key, proposal.c.slot.is_not(None)
    )
    return {row.slot: row.number for row in await connection.execute(query)}


async def list_public(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    statuses: Collection[ProposalStatus] = PUBLIC_STATUSES,
) -> Sequence[Proposal]:
    """Return the proposals that others may see, by number."""
    values = [status.value for status in statuses]
    query = select(proposal).where(of(proposal, campaign_id), proposal.c.status.in_(values))
    rows = await connection.execute(query.order_by(proposal.c.number))
    return [read_proposal(row) for row in rows.mappings()]


async def list_words(
    connection: AsyncConnection, campaign_id: CampaignId, statuses: Collection[ProposalStatus]
) -> dict[int, str]:
    """Return the folded words of the proposals with one of these statuses, by number (D3)."""
    values = [status.value for status in statuses]
    query = select(proposal.c.number, proposal.c.folded).where(
        of(proposal, campaign_id), proposal.c.status.in_(values)
    )
    return {row.number: row.folded for row in await connection.execute(query)}


def read_proposal(row: RowMapping) -> Proposal:
    """Return the row as a proposal."""
    names = Proposal.__dataclass_fields__.keys() - {"campaign_id", "status", "channel"}
    return Proposal(
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]),
        status=ProposalStatus(row["status"]),
        channel=Channel(row["channel"]),
        **{name: row[name] for name in names},
    )
