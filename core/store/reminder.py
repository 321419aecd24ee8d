"""Which reminders of a campaign have been planned already, and whom each concerns (G1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    String,
    Table,
    exists,
    func,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.model.reminder import ReminderManner
from core.store.base import Instant, Slug, add_missing, key, metadata, of
from core.store.draft import draft
from core.store.place import account, place
from core.store.proposal import proposal
from core.store.proposal_history import proposal_event
from core.store.register import registration
from core.store.verification import phone_link

reminder_run = Table(
    "reminder_run",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("stage", String(16), primary_key=True),
    # The territory whose window it is; the campaign's own window has the word of its root. A rework has a
    # window of its own, under the proposal's number.
    Column("territory", Slug, primary_key=True),
    Column("moment", Instant, primary_key=True),
    Column("done_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def list_runs(
    connection: AsyncConnection, campaign_id: CampaignId
) -> Mapping[tuple[str, str], set[datetime]]:
    """Return the moments that have been dealt with, by stage and territory."""
    query = select(reminder_run).where(of(reminder_run, campaign_id))
    found: dict[tuple[str, str], set[datetime]] = {}
    for row in await connection.execute(query):
        found.setdefault((row.stage, row.territory), set()).add(row.moment)
    return found


async def add_run(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    stage: str,
    territory: str,
    moment: datetime,
    now: datetime,
) -> None:
    """Record that a moment was dealt with, by sending or by dropping it."""
    row = {"stage": stage, "territory": territory, "moment": moment, "done_at": now}
    await add_missing(connection, reminder_run, {**key(campaign_id), **row})


def lives_in(campaign_id: CampaignId, territories: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an account's place is there, and that it wants reminders."""
    lives = exists().where(
        place.c.account_id == account.c.account_id, of(place, campaign_id), place.c.territory.in_(territories)
    )
    return lives & (account.c.reminders != ReminderManner.NEVER.value)


def writes_in(campaign_id: CampaignId, territories: Sequence[str], root: str) -> ColumnElement[bool]:
    """Return the condition that an account has an unfinished application there, and wants reminders.

    An application that names no place yet belongs to the account's own place, and without one to ``root``.
    """
    own_place = (
        select(place.c.territory)
        .where(of(place, campaign_id), place.c.account_id == draft.c.account_id)
        .correlate(draft)
        .scalar_subquery()
    )
    writes = exists().where(
        of(draft, campaign_id),
        draft.c.account_id == account.c.account_id,
        draft.c.is_submitted.is_(False),
        draft.c.number.is_(None),
        func.coalesce(draft.c.contents["territory"].as_string(), own_place, root).in_(territories),
    )
    return writes & (account.c.reminders != ReminderManner.NEVER.value)


def is_linked_in(akimat_id: str, territories: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an account stands for a person registered there, and wants reminders."""
    wants = account.c.reminders != ReminderManner.NEVER.value
    return stands_for_somebody_in(akimat_id, territories) & wants


def stands_for_somebody_in(akimat_id: str, territories: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an account stands for a person registered there, whatever it wants."""
    return exists().where(
        phone_link.c.akimat_id == akimat_id,
        phone_link.c.account_id == account.c.account_id,
        registration.c.akimat_id == akimat_id,
        registration.c.person_key == phone_link.c.person_key,
        registration.c.territory.in_(territories),
    )


async def list_reworks(
    connection: AsyncConnection, campaign_id: CampaignId, number: int | None = None
) -> Sequence[RowMapping]:
    """Return the applications that are being reworked: number, account, when returned and until when."""
    returned = (
        select(func.max(proposal_event.c.at))
        .where(
            of(proposal_event, campaign_id),
            proposal_event.c.number == proposal.c.number,
            proposal_event.c.status == ProposalStatus.RETURNED.value,
        )
        .correlate(proposal)
        .scalar_subquery()
    )
    query = select(
        proposal.c.number,
        proposal.c.account_id,
        proposal.c.due_at,
        proposal.c.title,
        func.coalesce(returned, proposal.c.submitted_at, type_=Instant).label("returned_at"),
    ).where(
        of(proposal, campaign_id),
        proposal.c.status == ProposalStatus.RETURNED.value,
        proposal.c.due_at.is_not(None),
        proposal.c.account_id.is_not(None),
    )
    if number is not None:
        query = query.where(proposal.c.number == number)
    return list((await connection.execute(query.order_by(proposal.c.number))).mappings())
