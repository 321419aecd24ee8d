"""Planning reminders by the clock: each moment once, to everybody whom it may concern (G1).

Whom it does concern is asked again when it is sent (`relevance`): this finds moments and queues them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Rulebook
from core.rules.reminders import (
    Moment,
    RemindedWindow,
    is_quiet,
    moment_to_send,
    next_daytime,
    reminded_windows,
    rework_moments,
    rework_window,
    sitting_moments,
    sitting_window,
    valid_until,
)
from core.store import campaign as campaigns
from core.store import council, opinion, outbox
from core.store import reminder as store
from core.usecases.notice.kinds import NoticeKind
from core.usecases.services import Services

_Runs = Mapping[tuple[str, str], Collection[datetime]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What has come due of one window: the moment that is sent, if any, and those that are dropped."""

    window: StageWindow
    moments: tuple[Moment, ...]
    owner: str
    to_send: Moment | None
    dropped: tuple[Moment, ...]
    territories: tuple[str, ...] = ()
    rework: RowMapping | None = None
    sitting: RowMapping | None = None

    @property
    def settled(self) -> tuple[Moment, ...]:
        """Return every moment that is dealt with now."""
        return self.dropped if self.to_send is None else (*self.dropped, self.to_send)


async def plan(services: Services) -> int:
    """Queue the reminders that have come due in any campaign; return how many moments were dealt with.

    Safe to repeat, and by several workers at once: a moment is known by its window and its instant.
    """
    async with services.database.read() as connection:
        waiting = [
            campaign_id
            for campaign_id in await campaigns.list_campaigns(connection)
            if await _find_due(services, connection, campaign_id)
        ]
    return sum([await _plan_campaign(services, campaign_id) for campaign_id in waiting])


async def _plan_campaign(services: Services, campaign_id: CampaignId) -> int:
    """Deal with what is due: read anew, for a stage may just have been extended."""
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        found = await _find_due(services, connection, campaign_id)
        for due in found:
            if due.rework is not None:
                await _queue_rework(services, connection, campaign_id, due)
            elif due.sitting is not None:
                await _queue_sitting(services, connection, campaign_id, due)
            elif due.to_send is not None:
                await _queue(services, connection, campaign_id, rulebook, due)
            await _record(services, connection, campaign_id, due)
    return sum(len(due.settled) for due in found)


async def _find_due(services: Services, connection: AsyncConnection, campaign_id: CampaignId) -> list[_Due]:
    rulebook = await services.rulebooks.require(connection, campaign_id)
    runs, now = await store.list_runs(connection, campaign_id), services.clock.now()
    found = [_due_in(each, _done(rulebook, each, runs), now) for each in reminded_windows(rulebook)]
    found += [
        _due_of_rework(rulebook, row, runs, now) for row in await store.list_reworks(connection, campaign_id)
    ]
    found += [
        _due_of_sitting(rulebook, row, runs, now)
        for row in await council.list_open(connection, campaign_id, now)
    ]
    return [due for due in found if due.settled]


def _done(rulebook: Rulebook, reminded: RemindedWindow, runs: _Runs) -> Collection[datetime]:
    """Return the moments of a window that were dealt with.

    Where a territory's dates became its own by an extension, those of the dates above it are among them.
    """
    stage, owner = reminded.window.stage.value, reminded.owner
    if reminded.window.first_closes is None:
        return runs.get((stage, owner), ())
    owners = [node.slug for node in rulebook.territories.line(owner)]
    return {moment for slug in owners for moment in runs.get((stage, slug), ())}


def _due_in(reminded: RemindedWindow, done: Collection[datetime], now: datetime) -> _Due:
    window = reminded.window
    to_send, dropped = moment_to_send(window, reminded.moments, done, now)
    return _Due(
        window=window,
        moments=reminded.moments,
        owner=reminded.owner,
        to_send=to_send,
        dropped=dropped,
        territories=reminded.territories,
    )


def _due_of_rework(rulebook: Rulebook, row: RowMapping, runs: _Runs, now: datetime) -> _Due:
    window = rework_window(row["returned_at"], row["due_at"])
    moments, owner = rework_moments(rulebook, window), str(row["number"])
    to_send, dropped = moment_to_send(window, moments, runs.get((Stage.REWORK.value, owner), ()), now)
    return _Due(window=window, moments=moments, owner=owner, to_send=to_send, dropped=dropped, rework=row)


def _due_of_sitting(rulebook: Rulebook, row: RowMapping, runs: _Runs, now: datetime) -> _Due:
    window = sitting_window(row["opened_at"], row["decide_by"])
    moments, owner = sitting_moments(rulebook, window), str(row["sitting"])
    to_send, dropped = moment_to_send(window, moments, runs.get((Stage.REVIEW.value, owner), ()), now)
    return _Due(window=window, moments=moments, owner=owner, to_send=to_send, dropped=dropped, sitting=row)


async def _record(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, due: _Due
) -> None:
    stage, now = due.window.stage.value, services.clock.now()
    for moment in due.settled:
        await store.add_run(connection, campaign_id, stage, due.owner, moment.at, now)


async def _queue(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, due: _Due
) -> None:
    """Queue a moment of a window by one statement; an opening to everybody there, the rest to some."""
    moment = due.to_send
    if moment is None:
        return
    kind, audience = _audience(campaign_id, rulebook, due, moment)
    stage, at = due.window.stage.value, moment.at.isoformat()
    await outbox.write_to(
        connection,
        campaign_id,
        audience,
        kind=kind.value,
        about=f"{campaign_id.campaign}:{stage}:{due.owner}:{at}",
        facts={"stage": stage, "territory": due.owner, "moment": at},
        due_at=_due_at(moment, services.clock.now()),
        valid_until=valid_until(due.window, due.moments, moment),
    )


def _audience(
    campaign_id: CampaignId, rulebook: Rulebook, due: _Due, moment: Moment
) -> tuple[NoticeKind, ColumnElement[bool]]:
    if moment.is_opening:
        return NoticeKind.STAGE_OPENED, store.lives_in(campaign_id, due.territories)
    if due.window.stage is Stage.VOTING:
        # People are registered anywhere below the territory in which their vote counts.
        registered = [
            slug for slug in rulebook.territories.nodes if rulebook.voting_territory(slug) in due.territories
        ]
        return NoticeKind.VOTE_DUE, store.is_linked_in(campaign_id.akimat, registered)
    top = rulebook.territories.children(None)[0].slug
    return NoticeKind.DRAFT_DUE, store.writes_in(campaign_id, due.territories, top)


async def _queue_rework(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, due: _Due
) -> None:
    """Queue the reminder of one application that its author has to fix."""
    moment, row = due.to_send, due.rework
    if moment is None or row is None:
        return
    at = moment.at.isoformat()
    about = f"{campaign_id.campaign}:{row['number']}:{at}"
    await outbox.write_notice(
        connection,
        campaign_id,
        notice_id=f"{NoticeKind.REWORK_DUE.value}:{about}:{row['account_id']}",
        account_id=row["account_id"],
        kind=NoticeKind.REWORK_DUE.value,
        facts={"stage": Stage.REWORK.value, "number": row["number"], "moment": at},
        due_at=_due_at(moment, services.clock.now()),
        valid_until=valid_until(due.window, due.moments, moment),
    )


async def _queue_sitting(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, due: _Due
) -> None:
    """Queue the reminder of one sitting to those who owe it an opinion and have named an account."""
    moment, row = due.to_send, due.sitting
    if moment is None or row is None:
        return
    at = moment.at.isoformat()
    await outbox.write_to(
        connection,
        campaign_id,
        opinion.waits_for_somebody(campaign_id, row["sitting"]),
        kind=NoticeKind.COUNCIL_DUE.value,
        about=f"{campaign_id.campaign}:{row['sitting']}:{at}",
        facts={"stage": Stage.REVIEW.value, "sitting": row["sitting"], "moment": at},
        due_at=_due_at(moment, services.clock.now()),
        valid_until=valid_until(due.window, due.moments, moment),
    )


def _due_at(moment: Moment, now: datetime) -> datetime:
    """Return when a moment is sent: at once, though it stays its own instant, or after the quiet hours."""
    return next_daytime(now) if is_quiet(now) else moment.at
