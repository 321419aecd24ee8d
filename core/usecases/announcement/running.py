"""When an announcement goes out: counted, scheduled, approved, paused, resumed, cancelled (G2)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import (
    Announcement,
    AnnouncementState,
    AnnouncementStep,
    PauseCause,
    TakenPart,
)
from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.announcement import (
    approval_verdict,
    hour_verdict,
    needs_approval,
    rest_verdict,
    shown_size,
    size_verdict,
)
from core.rules.permissions import OfficeAct
from core.store import announcement as store
from core.store import announcement_sending as sending
from core.store import staff
from core.store.announcement_audience import count_audience as count_meant
from core.usecases.announcement.finding import meant, require_announcement, require_step
from core.usecases.office.permission import log_access, log_act, require_right, require_second_person
from core.usecases.services import Services

COUNT_AUDIENCE = "announcement-count"
"""How the log of looks at personal data calls it: who counted an audience, refused counts included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many people: ``people`` of the audience, ``rest`` left out because they took part, or did not."""

    people: int
    rest: int

    def enforce(self) -> None:
        """Raise ``announcement-small`` or ``announcement-rest-small``."""
        size_verdict(self.people).enforce()
        rest_verdict(self.rest).enforce()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is told of an audience: ``least`` people in whole tens, and whether a second person approves."""

    least: int
    needs_second: bool


async def count_audience(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Counted:
    """Return about how many people it is for, those who want no announcements included (G2, L1).

    Each count is logged, for two counts around somebody's visit are a question about that person.

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown``, ``announcement-small`` or ``-rest-small``
            without the number.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_ANNOUNCEMENTS)
        found = await require_announcement(connection, campaign_id, number)
        await log_access(services, connection, actor, campaign_id, COUNT_AUDIENCE, str(number))
        size = await _measure(connection, rulebook, campaign_id, found)
    size.enforce()
    needs_second = needs_approval(size.people, services.announcement_alone_most)
    return Counted(least=shown_size(size.people), needs_second=needs_second)


async def schedule(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    at: datetime | None,
    *,
    version: int,
) -> AnnouncementState:
    """Let it begin at ``at``, or at once; return whether a second person has to approve it first (G2).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown``, ``-state``, ``-changed``, ``-small``,
            ``-rest-small``, ``-past`` or ``-quiet``.
    """
    async with services.database.write() as connection:
        rulebook, found = await require_step(
            services,
            connection,
            actor,
            campaign_id,
            number,
            AnnouncementStep.SCHEDULE,
            OfficeAct.WRITE_ANNOUNCEMENT,
            version=version,
        )
        hour_verdict(at, services.clock.now()).enforce()
        measured = await _measure(connection, rulebook, campaign_id, found)
        measured.enforce()
        is_alone = not needs_approval(measured.people, services.announcement_alone_most)
        size = shown_size(measured.people)
        state = AnnouncementState.SCHEDULED if is_alone else AnnouncementState.WAITING
        row = {"scheduled_at": at, "size": size, "asked_by": actor.staff_id, "approved_by": None}
        after = {"at": at.isoformat() if at is not None else None, "size": size}
        await _move(services, connection, actor, campaign_id, found, state, "schedule", row=row, after=after)
    return state


async def approve(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, *, version: int
) -> None:
    """Let it go out in the name of a second person: neither who wrote it last nor who scheduled it (G2, L1).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown``, ``-state``, ``-changed``, ``-late``,
            ``office-same-person`` or ``office-handed-out``.
    """
    async with services.database.write() as connection:
        _, found = await require_step(
            services,
            connection,
            actor,
            campaign_id,
            number,
            AnnouncementStep.APPROVE,
            OfficeAct.APPROVE_ANNOUNCEMENT,
            version=version,
        )
        for first in (found.written_by, found.asked_by):
            person = await staff.get_staff(connection, actor.akimat, first) if first is not None else None
            if person is not None:
                await require_second_person(connection, actor, person.person_key)
        approval_verdict(found, services.clock.now()).enforce()
        row = {"approved_by": actor.staff_id}
        await _move(
            services,
            connection,
            actor,
            campaign_id,
            found,
            AnnouncementState.SCHEDULED,
            "approve",
            row=row,
            after={"version": found.version, "size": found.size},
        )


async def pause(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Send to nobody else until it is resumed; messages on their way arrive (G2).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown`` or ``-state``.
    """
    async with services.database.write() as connection:
        found = await _require_hand(services, connection, actor, campaign_id, number, AnnouncementStep.PAUSE)
        row = {"cause": PauseCause.PERSON.value}
        await _move(
            services, connection, actor, campaign_id, found, AnnouncementState.PAUSED, "pause", row=row
        )


async def resume(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Go on where it stopped, with a trial of the next people; what is late begins all the same (G2).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown`` or ``-state``.
    """
    async with services.database.write() as connection:
        _, found = await require_step(
            services,
            connection,
            actor,
            campaign_id,
            number,
            AnnouncementStep.RESUME,
            OfficeAct.WRITE_ANNOUNCEMENT,
        )
        row: dict[str, Any] = {"is_on_trial": True}
        if found.cause is PauseCause.LATE:
            row["scheduled_at"] = None
        has_begun = found.begun_at is not None
        state = AnnouncementState.SENDING if has_begun else AnnouncementState.SCHEDULED
        await sending.end_trial(connection, campaign_id, number)
        await _move(services, connection, actor, campaign_id, found, state, "resume", row=row)


async def cancel(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Send to nobody else for good (G2).

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown`` or ``-state``.
    """
    async with services.database.write() as connection:
        found = await _require_hand(services, connection, actor, campaign_id, number, AnnouncementStep.CANCEL)
        row = {"ended_at": services.clock.now()}
        await _move(
            services, connection, actor, campaign_id, found, AnnouncementState.CANCELLED, "cancel", row=row
        )


async def _require_hand(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    step: AnnouncementStep,
) -> Announcement:
    """Return it where the actor may stop it: whoever writes announcements, and whoever approves them."""
    act = OfficeAct.APPROVE_ANNOUNCEMENT  # its roles are those that write, and more
    _, found = await require_step(services, connection, actor, campaign_id, number, step, act)
    return found


async def _measure(
    connection: AsyncConnection, rulebook: Rulebook, campaign_id: CampaignId, found: Announcement
) -> Size:
    audience = found.written.audience
    people = await count_meant(connection, meant(rulebook, campaign_id, audience))
    if audience.part is TakenPart.ANY:
        return Size(people=people, rest=0)
    both_sides = meant(rulebook, campaign_id, replace(audience, part=TakenPart.ANY))
    return Size(people=people, rest=await count_meant(connection, both_sides) - people)


async def _move(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    found: Announcement,
    state: AnnouncementState,
    act: str,
    *,
    row: Mapping[str, Any],
    after: Mapping[str, object] | None = None,
) -> None:
    values = {"cause": None, **row, "state": state.value}
    await store.change_announcement(connection, campaign_id, found.number, **values)
    await log_act(
        services,
        connection,
        actor,
        campaign_id,
        f"announcement-{act}",
        str(found.number),
        before={"state": found.state.value},
        after={"state": state.value, **(after or {})},
    )
