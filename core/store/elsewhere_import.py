"""Lists of the other channel's participants, waiting for a second person and settled (A6, ledger 10)."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.register import ImportState
from core.store.base import Instant, Slug, add_missing_from, key, metadata, of
from core.store.elsewhere import elsewhere, elsewhere_both, elsewhere_protocol
from core.store.freeze import entitled
from core.store.ledger import of_campaign, roll
from core.store.register import PersonKey

elsewhere_import = Table(
    "elsewhere_import",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("state", String(12), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("mended", Integer, nullable=False),
    Column("staged_by", Integer, nullable=False),
    Column("staged_person", PersonKey, nullable=False),
    Column("staged_at", Instant, nullable=False),
    Column("settled_by", Integer),
    Column("settled_at", Instant),
    # Of an approved one: how many tokens were new, the root over them, and the act that says both.
    Column("added", Integer),
    Column("root", String(64)),
    Column("act", Integer),
    of_campaign(),
)


def _of_import() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "import_id"],
        [elsewhere_import.c.akimat_id, elsewhere_import.c.campaign_id, elsewhere_import.c.import_id],
        ondelete="CASCADE",
    )


elsewhere_waiting = Table(
    "elsewhere_waiting",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("token", LargeBinary(32), primary_key=True),
    Column("territory", Slug),
    _of_import(),
)

elsewhere_note = Table(
    "elsewhere_note",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, nullable=False),
    Column("fault", String(32), nullable=False),
    _of_import(),
)

_PORTION = 10_000


async def add_import(connection: AsyncConnection, campaign_id: CampaignId, **values: Any) -> int:
    """Let a list wait for a second person and return its number; ``values`` are columns by name."""
    newest = select(func.max(elsewhere_import.c.import_id)).where(of(elsewhere_import, campaign_id))
    import_id = ((await connection.execute(newest)).scalar() or 0) + 1
    begun = {**key(campaign_id), "import_id": import_id, "state": ImportState.WAITING.value}
    await connection.execute(insert(elsewhere_import).values(**begun, **values))
    return import_id


async def add_waiting(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    import_id: int,
    people: Iterable[tuple[bytes, str | None]],
    notes: Iterable[tuple[int, str]],
) -> None:
    """Keep what a list gave: tokens with their territory, and notes on lines, by number and fault."""
    own = {**key(campaign_id), "import_id": import_id}
    # Sorted, so that the order of the file tells nothing.
    tokens = [{**own, "token": token, "territory": territory} for token, territory in sorted(people)]
    said = [
        {**own, "ordinal": ordinal, "line": line, "fault": fault}
        for ordinal, (line, fault) in enumerate(notes, start=1)
    ]
    for table, rows in ((elsewhere_waiting, tokens), (elsewhere_note, said)):
        for first in range(0, len(rows), _PORTION):
            await connection.execute(insert(table), rows[first : first + _PORTION])


async def get_import(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int
) -> RowMapping | None:
    """Return an import of the campaign."""
    query = select(elsewhere_import).where(
        of(elsewhere_import, campaign_id), elsewhere_import.c.import_id == import_id
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def list_imports(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the campaign's imports, the newest first: one a day, and one at the close."""
    query = select(elsewhere_import).where(of(elsewhere_import, campaign_id))
    rows = await connection.execute(query.order_by(elsewhere_import.c.import_id.desc()))
    return list(rows.mappings())


async def change_import(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int, **values: Any
) -> None:
    """Change columns of an import by name."""
    own = (of(elsewhere_import, campaign_id), elsewhere_import.c.import_id == import_id)
    await connection.execute(update(elsewhere_import).where(*own).values(**values))


async def drop_waiting(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> None:
    """Delete the people of a settled import; its counts and notes stay."""
    own = (of(elsewhere_waiting, campaign_id), elsewhere_waiting.c.import_id == import_id)
    await connection.execute(delete(elsewhere_waiting).where(*own))


async def list_notes(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int, *, limit: int
) -> Sequence[RowMapping]:
    """Return ``line`` and ``fault`` of the first notes, in the order of the file."""
    own = (of(elsewhere_note, campaign_id), elsewhere_note.c.import_id == import_id)
    query = select(elsewhere_note.c.line, elsewhere_note.c.fault).where(*own)
    return list((await connection.execute(query.order_by(elsewhere_note.c.ordinal).limit(limit))).mappings())


async def list_new(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> Sequence[bytes]:
    """Return the sorted tokens of a waiting import that no earlier one brought."""
    known = select(elsewhere.c.token).where(of(elsewhere, campaign_id))
    query = select(elsewhere_waiting.c.token).where(
        of(elsewhere_waiting, campaign_id),
        elsewhere_waiting.c.import_id == import_id,
        elsewhere_waiting.c.token.not_in(known),
    )
    return (await connection.execute(query.order_by(elsewhere_waiting.c.token))).scalars().all()


async def count_strangers(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> int:
    """Return how many of a waiting import are entitled in no territory here."""
    own = select(entitled.c.token).where(of(entitled, campaign_id))
    query = select(func.count()).where(
        of(elsewhere_waiting, campaign_id),
        elsewhere_waiting.c.import_id == import_id,
        elsewhere_waiting.c.token.not_in(own),
    )
    return (await connection.execute(query)).scalar_one()


async def count_in_roll(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> int:
    """Return how many of a waiting import have voted here already."""
    voted = select(roll.c.token).where(of(roll, campaign_id))
    query = select(func.count()).where(
        of(elsewhere_waiting, campaign_id),
        elsewhere_waiting.c.import_id == import_id,
        elsewhere_waiting.c.token.in_(voted),
    )
    return (await connection.execute(query)).scalar_one()


async def is_late(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> bool:
    """Say whether a waiting import has new people in the roll of a territory whose protocol is approved."""
    waiting, known = elsewhere_waiting, select(elsewhere.c.token).where(of(elsewhere, campaign_id))
    settled = select(elsewhere_protocol.c.territory).where(
        of(elsewhere_protocol, campaign_id), elsewhere_protocol.c.approved_at.is_not(None)
    )
    query = (
        select(roll.c.number)
        .join(waiting, waiting.c.token == roll.c.token)
        .where(
            of(roll, campaign_id),
            of(waiting, campaign_id),
            waiting.c.import_id == import_id,
            waiting.c.token.not_in(known),
            roll.c.territory.in_(settled),
        )
    )
    return (await connection.execute(query.limit(1))).first() is not None


async def put_in_force(connection: AsyncConnection, campaign_id: CampaignId, import_id: int) -> None:
    """Enter an import's new people, and which of them have voted here; the campaign's row must be locked."""
    waiting = elsewhere_waiting
    own = (of(waiting, campaign_id), waiting.c.import_id == import_id)
    names = ("akimat_id", "campaign_id", "token", "territory", "import_id")
    people = select(*(waiting.c[name] for name in names)).where(*own)
    await add_missing_from(connection, elsewhere, names, people)
    both = (
        select(roll.c.akimat_id, roll.c.campaign_id, roll.c.number, roll.c.territory, literal(import_id))
        .join(waiting, waiting.c.token == roll.c.token)
        .where(of(roll, campaign_id), *own)
    )
    columns = ("akimat_id", "campaign_id", "roll_number", "territory", "import_id")
    await add_missing_from(connection, elsewhere_both, columns, both)
