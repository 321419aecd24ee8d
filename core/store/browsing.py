"""Projects as residents look for them: their rows, the folded words of search, and each person's filters."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy import Text as LongText
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.model.project import Place, Project, ProjectStatus
from core.store.base import AccountId, Slug, key, metadata, of, of_given, upsert
from core.store.campaign import project
from core.store.files import picture

browsing = Table(
    "browsing",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("territory", Slug),
    Column("direction", Slug),
    Column("cost_at_most", BigInteger),
    Column("words", LongText),
    Column("list_order", String(8)),
    Column("page", Integer, nullable=False, default=0),
    ForeignKeyConstraint(["account_id"], ["account.account_id"], ondelete="CASCADE"),
)

project_words = Table(
    "project_words",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("folded", LongText, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["project.akimat_id", "project.campaign_id", "project.number"],
        ondelete="CASCADE",
    ),
)

# SQLite looks the words up in an FTS5 table kept current by triggers, PostgreSQL in an index over their
# tsvector; both come with the migrations.
_SQLITE_MATCH = text(
    "SELECT number FROM project_words_fts WHERE project_words_fts MATCH :query "
    "AND akimat_id = :akimat_id AND campaign_id = :campaign_id"
)
_POSTGRESQL_MATCH = text(
    "SELECT number FROM project_words WHERE akimat_id = :akimat_id AND campaign_id = :campaign_id "
    "AND to_tsvector('simple', folded) @@ to_tsquery('simple', :query)"
)


async def search(
    connection: AsyncConnection, campaign_id: CampaignId, words: Sequence[Sequence[str]]
) -> set[int]:
    """Return the projects that have every word, in one of its forms, as the start of a word (D3)."""
    if connection.dialect.name == "sqlite":
        query = " AND ".join("(" + " OR ".join(f'"{form}" *' for form in forms) + ")" for forms in words)
        statement = _SQLITE_MATCH
    else:
        query = " & ".join("(" + " | ".join(f"'{form}':*" for form in forms) + ")" for forms in words)
        statement = _POSTGRESQL_MATCH
    facts = {**key(campaign_id), "query": query}
    rows = await connection.execute(statement, facts)
    return {row.number for row in rows}


async def has_projects(connection: AsyncConnection, campaign_id: CampaignId) -> bool:
    """Say whether the ballot has any project."""
    on_ballot = select(project.c.number).where(
        of(project, campaign_id), project.c.status != ProjectStatus.REFUSED.value
    )
    return (await connection.execute(on_ballot.limit(1))).first() is not None


async def list_matching(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territories: Collection[str] | None = None,
    direction: str | None = None,
    cost_at_most: int | None = None,
) -> Sequence[tuple[int, int]]:
    """Return (number, cost in tenge) of the projects on the ballot that pass every given filter (D1)."""
    query = select(project.c.number, project.c.cost).where(
        of(project, campaign_id),
        project.c.status != ProjectStatus.REFUSED.value,
    )
    if territories is not None:
        query = query.where(project.c.territory.in_(territories))
    if direction is not None:
        query = query.where(project.c.direction == direction)
    if cost_at_most is not None:
        query = query.where(project.c.cost <= cost_at_most)
    return [(row.number, row.cost) for row in await connection.execute(query)]


_PICTURE_COUNT = (
    select(func.count())
    .where(
        picture.c.akimat_id == project.c.akimat_id,
        picture.c.campaign_id == project.c.campaign_id,
        picture.c.number == project.c.number,
    )
    .scalar_subquery()
)
_LIST_PROJECTS = (
    select(project, _PICTURE_COUNT.label("picture_count")).where(of_given(project)).order_by(project.c.number)
)
_LIST_NUMBERED = _LIST_PROJECTS.where(project.c.number.in_(bindparam("numbers", expanding=True)))


async def list_projects(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Collection[int] | None = None
) -> list[Project]:
    """Return the projects with these numbers (all of them without), ordered by number."""
    if numbers is None:
        rows = await connection.execute(_LIST_PROJECTS, key(campaign_id))
    else:
        rows = await connection.execute(_LIST_NUMBERED, {**key(campaign_id), "numbers": list(numbers)})
    return [_project(row) for row in rows.mappings()]


def _project(row: RowMapping) -> Project:
    return Project(
        number=row["number"],
        title=Text(kk=row["title_kk"], ru=row["title_ru"]),
        description=Text(kk=row["description_kk"], ru=row["description_ru"]),
        direction=row["direction"],
        territory=row["territory"],
        place=Place(
            landmark=Text(kk=row["landmark_kk"], ru=row["landmark_ru"]),
            latitude=row["latitude"],
            longitude=row["longitude"],
        ),
        cost=row["cost"],
        status=ProjectStatus(row["status"]),
        site_check=_text(row, "site_check"),
        picture_count=row["picture_count"],
        ground=row["ground"],
        reason=_text(row, "reason"),
        original=Language(row["original"]) if row["original"] is not None else None,
    )


def _text(row: RowMapping, name: str) -> Text | None:
    if row[f"{name}_kk"] is None:
        return None
    return Text(kk=row[f"{name}_kk"], ru=row[f"{name}_ru"])


async def replace_projects(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    projects: Sequence[tuple[Project, str]],
) -> None:
    """Put a new list of (project, folded words of its search) in the place of the former one."""
    of_campaign = {**key(campaign_id)}
    for table in (project_words, project):
        await connection.execute(delete(table).where(of(table, campaign_id)))
    if projects:
        rows = [_row(item) for item, _ in projects]
        await connection.execute(insert(project), [dict(row, **of_campaign) for row in rows])
        await connection.execute(
            insert(project_words),
            [dict(of_campaign, number=item.number, folded=folded) for item, folded in projects],
        )


async def add_project(
    connection: AsyncConnection, campaign_id: CampaignId, item: Project, folded: str
) -> None:
    """Enter one project with the folded words of its search: what the council has decided on (C3).

    A project of this number that stood there refused gives way: an appeal was upheld (B6).
    """
    of_campaign = {**key(campaign_id)}
    for table in (project_words, project):
        await connection.execute(delete(table).where(of(table, campaign_id), table.c.number == item.number))
    await connection.execute(insert(project).values(**of_campaign, **_row(item)))
    await connection.execute(insert(project_words).values(**of_campaign, number=item.number, folded=folded))


def _row(item: Project) -> dict[str, Any]:
    texts = {
        "title": item.title,
        "description": item.description,
        "landmark": item.place.landmark,
        "site_check": item.site_check,
        "reason": item.reason,
    }
    row: dict[str, Any] = {
        "number": item.number,
        "direction": item.direction,
        "territory": item.territory,
        "latitude": item.place.latitude,
        "longitude": item.place.longitude,
        "cost": item.cost,
        "status": item.status.value,
        "ground": item.ground,
        "original": item.original.value if item.original is not None else None,
    }
    for name, both in texts.items():
        row[f"{name}_kk"] = both.kk if both is not None else None
        row[f"{name}_ru"] = both.ru if both is not None else None
    return row


async def set_status(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, status: ProjectStatus
) -> None:
    """Keep where the project stands for the public."""
    await connection.execute(
        update(project)
        .where(of(project, campaign_id), project.c.number == number)
        .values(status=status.value)
    )


async def stop_project(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, reason: Text
) -> None:
    """Stop a project with the reason that its card shows; its votes stay where they are (A4)."""
    await connection.execute(
        update(project)
        .where(of(project, campaign_id), project.c.number == number)
        .values(status=ProjectStatus.STOPPED.value, reason_kk=reason.kk, reason_ru=reason.ru)
    )


async def change_words(
    connection: AsyncConnection, campaign_id: CampaignId, item: Project, folded: str
) -> None:
    """Keep other words of a project, and the ``folded`` ones by which it is found: a typing error (A4)."""
    row = {name: value for name, value in _row(item).items() if name.startswith(("title_", "description_"))}
    here = (of(project, campaign_id), project.c.number == item.number)
    await connection.execute(update(project).where(*here).values(**row))
    # The triggers that keep SQLite's search follow rows that come and go, none that changes.
    words = (of(project_words, campaign_id), project_words.c.number == item.number)
    await connection.execute(delete(project_words).where(*words))
    await connection.execute(
        insert(project_words).values(**key(campaign_id), number=item.number, folded=folded)
    )


async def set_cost(connection: AsyncConnection, campaign_id: CampaignId, number: int, cost: int) -> None:
    """Make ``cost`` (whole tenge) that of the project, where there is one (C4)."""
    await connection.execute(
        update(project).where(of(project, campaign_id), project.c.number == number).values(cost=cost)
    )


async def get_browsing(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int
) -> RowMapping | None:
    """Return the filters and the page that the account left (D5)."""
    query = select(browsing).where(
        of(browsing, campaign_id),
        browsing.c.account_id == account_id,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def keep_browsing(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, **filters: str | int | None
) -> None:
    """Keep the filters and the page of an account: the table's columns by name (D5)."""
    await upsert(connection, browsing, {**key(campaign_id), "account_id": account_id, **filters})


async def delete_browsing(connection: AsyncConnection, account_id: int) -> None:
    """Forget what an account was looking for (M1)."""
    await connection.execute(delete(browsing).where(browsing.c.account_id == account_id))
