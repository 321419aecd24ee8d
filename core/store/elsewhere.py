"""Who has voted through the other channel, and the totals of its protocol (A6, ledger 10)."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, of_given
from core.store.ledger import of_campaign, roll
from core.store.register import PersonKey

elsewhere = Table(
    "elsewhere",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("token", LargeBinary(32), primary_key=True),
    Column("territory", Slug),
    Column("import_id", Integer, nullable=False),
    of_campaign(),
)

elsewhere_both = Table(
    "elsewhere_both",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("roll_number", Integer, primary_key=True, autoincrement=False),
    Column("territory", Slug, nullable=False),
    Column("import_id", Integer, nullable=False),
    # Struck by the other channel, as its paper says; counts from the second person on.
    Column("paper", Text),
    Column("struck_by", Integer),
    Column("struck_person", PersonKey),
    Column("struck_at", Instant),
    Column("confirmed_by", Integer),
    Column("confirmed_at", Instant),
    of_campaign(),
)

elsewhere_protocol = Table(
    "elsewhere_protocol",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    # Votes by project number as canonical JSON, as the first person typed them.
    Column("totals", Text, nullable=False),
    Column("scan", String(64), nullable=False),
    Column("typed_by", Integer, nullable=False),
    Column("typed_person", PersonKey, nullable=False),
    Column("typed_at", Instant, nullable=False),
    # The second person, who typed the same without seeing it.
    Column("repeated_by", Integer),
    Column("repeated_person", PersonKey),
    Column("repeated_at", Instant),
    Column("approved_by", Integer),
    Column("approved_at", Instant),
    Column("act", Integer),
    of_campaign(),
)

_IS_ELSEWHERE = select(elsewhere.c.import_id).where(
    of_given(elsewhere), elsewhere.c.token == bindparam("token")
)
_FEW = 1_000
"""Values of one statement; SQLite takes some thirty thousand."""


async def is_elsewhere(connection: AsyncConnection, campaign_id: CampaignId, token: bytes) -> bool:
    """Say whether the other channel has the person's vote, by an approved import (A6)."""
    return (await connection.execute(_IS_ELSEWHERE, {**key(campaign_id), "token": token})).first() is not None


async def list_there(
    connection: AsyncConnection, campaign_id: CampaignId, tokens: Collection[bytes]
) -> set[bytes]:
    """Return which of ``tokens``, a portion of people, the other channel has by an approved import."""
    query = select(elsewhere.c.token).where(of(elsewhere, campaign_id), elsewhere.c.token.in_(list(tokens)))
    return set((await connection.execute(query)).scalars())


async def get_totals(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Mapping[int, int] | None:
    """Return the votes of the other channel's approved protocol by project number, ``None`` before it."""
    row = await get_protocol(connection, campaign_id, territory)
    return read_totals(row["totals"]) if row is not None and row["approved_at"] is not None else None


def read_totals(written: str) -> Mapping[int, int]:
    """Return the totals as they were kept."""
    return {int(number): votes for number, votes in json.loads(written).items()}


async def list_tokens(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[bytes]:
    """Return everybody's tokens, sorted, as they are published after the close (ledger 10)."""
    query = select(elsewhere.c.token).where(of(elsewhere, campaign_id)).order_by(elsewhere.c.token)
    return (await connection.execute(query)).scalars().all()


async def count_people(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many people the other channel has brought."""
    query = select(func.count()).select_from(elsewhere).where(of(elsewhere, campaign_id))
    return (await connection.execute(query)).scalar_one()


async def list_both(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return who is in both channels, by number in the roll, also those that were struck there."""
    query = select(elsewhere_both).where(of(elsewhere_both, campaign_id))
    return list((await connection.execute(query.order_by(elsewhere_both.c.roll_number))).mappings())


async def count_both(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many people count twice in a territory: in both channels, and not struck in the other."""
    query = select(func.count()).where(
        of(elsewhere_both, campaign_id),
        elsewhere_both.c.territory == territory,
        elsewhere_both.c.confirmed_at.is_(None),
    )
    return (await connection.execute(query)).scalar_one()


async def find_numbers(
    connection: AsyncConnection, campaign_id: CampaignId, tokens: Mapping[bytes, int]
) -> Sequence[tuple[int, int]]:
    """Return the line of a file and the number in the roll of everybody in it who has voted here."""
    found: list[tuple[int, int]] = []
    wanted = list(tokens)
    for first in range(0, len(wanted), _FEW):
        query = select(roll.c.token, roll.c.number).where(
            of(roll, campaign_id), roll.c.token.in_(wanted[first : first + _FEW])
        )
        found += [(tokens[token], number) for token, number in await connection.execute(query)]
    return sorted(found)


async def change_both(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Sequence[int], **values: Any
) -> None:
    """Change columns of people in both channels, by name."""
    own = (of(elsewhere_both, campaign_id), elsewhere_both.c.roll_number.in_(numbers))
    await connection.execute(update(elsewhere_both).where(*own).values(**values))


async def get_protocol(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return the other channel's protocol of a territory, as far as it was typed."""
    query = select(elsewhere_protocol).where(
        of(elsewhere_protocol, campaign_id), elsewhere_protocol.c.territory == territory
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def add_protocol(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, **values: Any
) -> None:
    """Keep what the first person typed; ``values`` are columns by name."""
    await connection.execute(
        insert(elsewhere_protocol).values(**key(campaign_id), territory=territory, **values)
    )


async def change_protocol(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, **values: Any
) -> None:
    """Change columns of a protocol by name."""
    own = (of(elsewhere_protocol, campaign_id), elsewhere_protocol.c.territory == territory)
    await connection.execute(update(elsewhere_protocol).where(*own).values(**values))


async def drop_protocol(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> None:
    """Forget what was typed, so that both people type it anew."""
    own = (of(elsewhere_protocol, campaign_id), elsewhere_protocol.c.territory == territory)
    await connection.execute(delete(elsewhere_protocol).where(*own))
