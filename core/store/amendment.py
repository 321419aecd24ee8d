"""Amendments of a campaign as they were proposed and settled; approved ones in the order of approval (A4)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.amendment import (
    KINDS,
    Amending,
    Amendment,
    AmendmentKind,
    AmendmentState,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Extension,
    Merger,
    Stop,
)
from core.model.campaign import CampaignId
from core.model.language import Text as BothTexts
from core.model.proposal import ProposalStatus
from core.model.stage import Stage
from core.store.appeal import appeal
from core.store.base import Instant, Slug, key, metadata, of
from core.store.campaign import campaign
from core.store.proposal import proposal

amendment = Table(
    "amendment",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(24), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("reason_kk", Text, nullable=False),
    Column("reason_ru", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("proposed_by", Integer, nullable=False),
    # Two people are two keys: a login may be another one's second (L1).
    Column("proposed_person", LargeBinary(32), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("settled_by", Integer),
    Column("settled_at", Instant),
    # The place among those approved, in which they change the rulebook.
    Column("place", Integer),
    Column("act", Integer),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def add_amendment(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    what: Amending,
    reason: BothTexts,
    *,
    proposed_by: int,
    proposed_person: bytes,
    now: datetime,
) -> int:
    """Keep what is proposed and return its number; the campaign's row must be locked."""
    number = await next_number(connection, campaign_id)
    row = {
        "number": number,
        "kind": KINDS[type(what)].value,
        "facts": _facts(what),
        "reason_kk": reason.kk,
        "reason_ru": reason.ru,
        "state": AmendmentState.WAITING.value,
        "proposed_by": proposed_by,
        "proposed_person": proposed_person,
        "proposed_at": now,
    }
    await connection.execute(insert(amendment).values(**key(campaign_id), **row))
    return number


async def next_number(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return the number that the next amendment gets."""
    query = select(func.coalesce(func.max(amendment.c.number), 0)).where(of(amendment, campaign_id))
    return int((await connection.execute(query)).scalar_one()) + 1


async def settle(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    state: AmendmentState,
    *,
    settled_by: int,
    now: datetime,
    act: int | None = None,
) -> None:
    """Record what became of an amendment; an approved one changes the rulebook from this commit on."""
    values: dict[str, Any] = {"state": state.value, "settled_by": settled_by, "settled_at": now, "act": act}
    if state is AmendmentState.APPROVED:
        count = campaign.c.amendment_count + 1
        counted = update(campaign).where(of(campaign, campaign_id)).values(amendment_count=count)
        values["place"] = (
            await connection.execute(counted.returning(campaign.c.amendment_count))
        ).scalar_one()
    await connection.execute(
        update(amendment).where(of(amendment, campaign_id), amendment.c.number == number).values(**values)
    )


async def get_amendment(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[Amendment, bytes] | None:
    """Return an amendment with the key of the person who proposed it."""
    query = select(amendment).where(of(amendment, campaign_id), amendment.c.number == number)
    row = (await connection.execute(query)).mappings().one_or_none()
    return (_read(row), row["proposed_person"]) if row is not None else None


async def list_amendments(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Amendment]:
    """Return every amendment, the newest first."""
    query = select(amendment).where(of(amendment, campaign_id)).order_by(amendment.c.number.desc())
    return [_read(row) for row in (await connection.execute(query)).mappings()]


async def list_approved(
    connection: AsyncConnection, campaign_id: CampaignId, count: int | None = None
) -> Sequence[Amendment]:
    """Return the approved amendments in the order of approval, the first ``count`` of them."""
    query = select(amendment).where(of(amendment, campaign_id), amendment.c.place.is_not(None))
    if count is not None:
        query = query.where(amendment.c.place <= count)
    rows = await connection.execute(query.order_by(amendment.c.place))
    return [_read(row) for row in rows.mappings()]


async def count_undecided(
    connection: AsyncConnection, campaign_id: CampaignId, territories: Sequence[str], now: datetime
) -> int:
    """Count what could still come onto the ballot of ``territories``: applications and appeals (C2, B6)."""
    is_here = and_(of(proposal, campaign_id), proposal.c.territory.in_(territories))
    waits = or_(
        proposal.c.status.in_((ProposalStatus.SUBMITTED.value, ProposalStatus.REGISTERED.value)),
        and_(proposal.c.status == ProposalStatus.RETURNED.value, proposal.c.due_at > now),
    )
    appealed = exists().where(
        of(appeal, campaign_id), appeal.c.number == proposal.c.number, appeal.c.decided_at.is_(None)
    )
    query = select(func.count()).select_from(proposal).where(is_here, or_(waits, appealed))
    return int((await connection.execute(query)).scalar_one())


def _facts(what: Amending) -> dict[str, Any]:
    match what:
        case Extension():
            old, new = what.old.isoformat(), what.new.isoformat()
            return {"stage": what.stage.value, "territory": what.territory, "old": old, "new": new}
        case Merger():
            return {"territories": list(what.territories), "slug": what.slug, "name": _both(what.name)}
        case EarlyFreeze():
            return {"territory": what.territory}
        case Stop():
            return {"number": what.number}
        case Correction():
            texts = {"old": _both(what.old), "new": _both(what.new)}
            return {"number": what.number, "field": what.field.value, **texts}


def _what(kind: AmendmentKind, facts: Mapping[str, Any]) -> Amending:
    match kind:
        case AmendmentKind.STAGE_EXTENDED:
            return Extension(
                stage=Stage(facts["stage"]),
                territory=facts["territory"],
                old=datetime.fromisoformat(facts["old"]),
                new=datetime.fromisoformat(facts["new"]),
            )
        case AmendmentKind.TERRITORIES_MERGED:
            name = BothTexts(**facts["name"])
            return Merger(territories=tuple(facts["territories"]), slug=facts["slug"], name=name)
        case AmendmentKind.FROZEN_EARLY:
            return EarlyFreeze(territory=facts["territory"])
        case AmendmentKind.PROJECT_STOPPED:
            return Stop(number=facts["number"])
        case AmendmentKind.TYPING_ERROR:
            return Correction(
                number=facts["number"],
                field=CorrectedField(facts["field"]),
                old=BothTexts(**facts["old"]),
                new=BothTexts(**facts["new"]),
            )


def _both(text: BothTexts) -> dict[str, str]:
    return {"kk": text.kk, "ru": text.ru}


def _read(row: RowMapping) -> Amendment:
    return Amendment(
        number=row["number"],
        what=_what(AmendmentKind(row["kind"]), row["facts"]),
        reason=BothTexts(kk=row["reason_kk"], ru=row["reason_ru"]),
        state=AmendmentState(row["state"]),
        proposed_by=row["proposed_by"],
        proposed_at=row["proposed_at"],
        settled_by=row["settled_by"],
        settled_at=row["settled_at"],
        act=row["act"],
    )
