"""Talking about proposals: support, questions with their answers, offers to merge (D6)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
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
from core.model.discussion import MergeOffer, OfferState, Question, QuestionState
from core.model.language import Language
from core.store.base import AccountId, Instant, Slug, add_missing, add_missing_from, key, metadata, of
from core.store.register import PersonKey


def _belongs_to_proposal() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    )


support = Table(
    "support",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Once per person, whatever the account (D6).
    Column("person_key", PersonKey, primary_key=True),
    _belongs_to_proposal(),
)

question = Table(
    "question",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("question_id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("person_key", PersonKey, nullable=False),
    Column("account_id", AccountId),
    Column("language", String(2), nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answer", Text),
    Column("answer_state", String(8)),
    Column("answered_at", Instant),
    _belongs_to_proposal(),
    Index("ix_question_number", "akimat_id", "campaign_id", "number"),
)

merge_offer = Table(
    "merge_offer",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    # This proposal would become part of the other one.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("into_number", Integer, primary_key=True, autoincrement=False),
    Column("state", String(8), nullable=False),
    Column("offered_at", Instant, nullable=False),
    Column("settled_at", Instant),
    _belongs_to_proposal(),
)


async def add_support(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, person_key: bytes
) -> None:
    """Enter a person's support; a second time changes nothing."""
    await add_missing(connection, support, {**key(campaign_id), "number": number, "person_key": person_key})


async def delete_support(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, person_key: bytes
) -> None:
    """Take a person's support back."""
    await connection.execute(
        delete(support).where(
            of(support, campaign_id), support.c.number == number, support.c.person_key == person_key
        )
    )


async def has_supported(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, person_key: bytes
) -> bool:
    """Say whether the person supports the proposal."""
    query = select(support.c.number).where(
        of(support, campaign_id), support.c.number == number, support.c.person_key == person_key
    )
    return (await connection.execute(query)).first() is not None


async def count_support(connection: AsyncConnection, campaign_id: CampaignId) -> dict[int, int]:
    """Return how many people support each proposal that anybody supports."""
    query = (
        select(support.c.number, func.count().label("people"))
        .where(of(support, campaign_id))
        .group_by(support.c.number)
    )
    return {row.number: row.people for row in await connection.execute(query)}


async def count_support_of(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> int:
    """Return how many people support one proposal."""
    query = select(func.count()).select_from(support)
    return (
        await connection.execute(query.where(of(support, campaign_id), support.c.number == number))
    ).scalar_one()


async def move_support(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int, authors: Collection[bytes]
) -> None:
    """Carry the support of a merged proposal over: once a person, and none of the ``authors`` (D6)."""
    carried = select(*(column for column in support.c if column.name != "number"), literal(into)).where(
        of(support, campaign_id), support.c.number == number
    )
    names = [column.name for column in support.c if column.name != "number"]
    await add_missing_from(connection, support, [*names, "number"], carried)
    for gone in (
        support.c.number == number,
        (support.c.number == into) & support.c.person_key.in_(list(authors)),
    ):
        await connection.execute(delete(support).where(of(support, campaign_id), gone))


async def list_supported(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> Sequence[int]:
    """Return the numbers that the person supports."""
    query = select(support.c.number).where(of(support, campaign_id), support.c.person_key == person_key)
    return (await connection.execute(query.order_by(support.c.number))).scalars().all()


async def add_question(connection: AsyncConnection, campaign_id: CampaignId, **values: Any) -> int:
    """Enter a question under the next number of the campaign and return it; the caller holds the campaign."""
    newest = select(func.max(question.c.question_id)).where(of(question, campaign_id))
    question_id: int = ((await connection.execute(newest)).scalar() or 0) + 1
    await connection.execute(insert(question).values(**key(campaign_id), question_id=question_id, **values))
    return question_id


async def get_question(
    connection: AsyncConnection, campaign_id: CampaignId, question_id: int, *, lock: bool = False
) -> RowMapping | None:
    """Return a question with its answer, if any."""
    query = select(question).where(of(question, campaign_id), question.c.question_id == question_id)
    query = query.with_for_update() if lock else query
    return (await connection.execute(query)).mappings().one_or_none()


async def list_questions(
    connection: AsyncConnection, campaign_id: CampaignId, number: int | None = None
) -> Sequence[RowMapping]:
    """Return the questions of a proposal, or of the whole campaign, the oldest first."""
    query = select(question).where(of(question, campaign_id)).order_by(question.c.question_id)
    if number is not None:
        query = query.where(question.c.number == number)
    return list((await connection.execute(query)).mappings())


async def list_asked(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> Sequence[RowMapping]:
    """Return what the person has asked in the campaign, the oldest first."""
    query = select(question).where(of(question, campaign_id), question.c.person_key == person_key)
    return list((await connection.execute(query.order_by(question.c.question_id))).mappings())


async def change_question(
    connection: AsyncConnection, campaign_id: CampaignId, question_id: int, **values: Any
) -> None:
    """Change columns of a question by name."""
    await connection.execute(
        update(question)
        .where(of(question, campaign_id), question.c.question_id == question_id)
        .values(**values)
    )


async def add_offer(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int, state: str, now: datetime
) -> None:
    """Enter an offer to become part of another proposal; a second time changes nothing."""
    row = {"number": number, "into_number": into, "state": state, "offered_at": now}
    await add_missing(connection, merge_offer, {**key(campaign_id), **row})


async def get_offer(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int
) -> RowMapping | None:
    """Return the offer of one proposal to become part of another."""
    query = select(merge_offer).where(
        of(merge_offer, campaign_id), merge_offer.c.number == number, merge_offer.c.into_number == into
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def list_offers(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the offers that a proposal made or got."""
    query = select(merge_offer).where(
        of(merge_offer, campaign_id),
        (merge_offer.c.number == number) | (merge_offer.c.into_number == number),
    )
    return list((await connection.execute(query)).mappings())


async def settle_offer(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int, state: str, now: datetime
) -> None:
    """Record what the other author answered."""
    await connection.execute(
        update(merge_offer)
        .where(
            of(merge_offer, campaign_id), merge_offer.c.number == number, merge_offer.c.into_number == into
        )
        .values(state=state, settled_at=now)
    )


def read_question(row: RowMapping) -> Question:
    """Return the row as a question; who asked stays behind."""
    names = ("question_id", "number", "text", "asked_at", "answer", "answered_at")
    return Question(
        language=Language(row["language"]),
        state=QuestionState(row["state"]),
        answer_state=QuestionState(row["answer_state"]) if row["answer_state"] else None,
        **{name: row[name] for name in names},
    )


def read_offer(row: RowMapping) -> MergeOffer:
    """Return the row as an offer."""
    return MergeOffer(
        number=row["number"],
        into=row["into_number"],
        state=OfferState(row["state"]),
        offered_at=row["offered_at"],
    )
