"""Slips of votes on paper as they are counted: a first count as a keyed hash, confirmed totals (ledger 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, Column, Integer, LargeBinary, Table, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign

paper_slips = Table(
    "paper_slips",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("first_by", Integer, nullable=False),
    Column("first_person", LargeBinary(32), nullable=False),
    # A hash under the campaign's key: nobody reads the first count before the second one stands.
    Column("first_hash", LargeBinary(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("second_by", Integer),
    Column("totals", JSON),
    Column("confirmed_at", Instant),
    of_campaign(),
)

_INVALID = "invalid"
_VALID = "valid"
_ALL = "all"
_SUMS = frozenset({_INVALID, _VALID, _ALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What two people have counted: how many slips, how many invalid ones, and for what they were.

    ``totals`` are empty where only sums are left, ``invalid`` is ``None`` where the count is hidden.
    """

    slips: int
    invalid: int | None
    totals: Mapping[int | None, int]


async def get_slips(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return how far the slips of a territory are counted, ``None`` before the first count."""
    query = select(paper_slips).where(of(paper_slips, campaign_id), paper_slips.c.territory == territory)
    return (await connection.execute(query)).mappings().one_or_none()


async def list_slips(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the same of every territory that has been begun."""
    query = select(paper_slips).where(of(paper_slips, campaign_id)).order_by(paper_slips.c.territory)
    return list((await connection.execute(query)).mappings())


async def keep_first(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    *,
    staff_id: int,
    person_key: bytes,
    totals_hash: bytes,
    attempts: int,
) -> None:
    """Keep that somebody has counted, and a hash by which another count is known to be equal."""
    row = {
        **key(campaign_id),
        "territory": territory,
        "first_by": staff_id,
        "first_person": person_key,
        "first_hash": totals_hash,
        "attempts": attempts,
    }
    await upsert(connection, paper_slips, row)


async def confirm(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    row: RowMapping,
    *,
    staff_id: int,
    totals: Mapping[int | None, int],
    now: datetime,
) -> None:
    """Keep the totals on which two people agree."""
    written = {_INVALID if number is None else str(number): count for number, count in totals.items()}
    own = {name: row[name] for name in ("first_by", "first_person", "first_hash", "attempts")}
    values = {**key(campaign_id), "territory": territory, **own}
    values |= {"second_by": staff_id, "totals": written, "confirmed_at": now}
    await upsert(connection, paper_slips, values)


async def keep_sum(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, *, is_hidden: bool
) -> None:
    """Forget for what the slips of a territory were, once they lie in the box among other votes.

    What is left after them would be those votes' tally (ledger 4). The hash of the first count goes too: few
    slips are soon guessed under the campaign's key. Of a hidden count no invalid ones are told either.
    """
    found = await get_confirmed(connection, campaign_id, territory)
    if found is None:
        return
    sums = {_ALL: found.slips}
    if not is_hidden and found.invalid is not None:
        sums = {_INVALID: found.invalid, _VALID: found.slips - found.invalid}
    own = (of(paper_slips, campaign_id), paper_slips.c.territory == territory)
    await connection.execute(update(paper_slips).where(*own).values(totals=sums, first_hash=b""))


async def get_confirmed(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Confirmed | None:
    """Return what is kept of the confirmed slips of a territory; ``None`` before two people have counted."""
    row = await get_slips(connection, campaign_id, territory)
    if row is None or row["totals"] is None:
        return None
    kept: Mapping[str, int] = row["totals"]
    by_number: dict[int | None, int] = {int(name): count for name, count in kept.items() if name not in _SUMS}
    is_summed = _ALL in kept or _VALID in kept
    if _INVALID in kept and not is_summed:
        by_number[None] = kept[_INVALID]
    return Confirmed(
        slips=sum(kept.values()),
        invalid=None if _ALL in kept else kept.get(_INVALID, 0),
        totals=by_number,
    )
