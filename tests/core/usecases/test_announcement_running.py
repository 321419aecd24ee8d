"""When announcements go out: who decides, at which hour, and what does not begin by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.announcement import (
    AnnouncementState,
    PauseCause,
)
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.store import place
from core.usecases.announcement.beginning import begin_due
from core.usecases.announcement.running import (
    approve,
    cancel,
    pause,
    resume,
    schedule,
)
from core.usecases.announcement.writing import (
    change_announcement,
    write_announcement,
)
from tests.support.announcing import WRITTEN, approver, found, report, settle_many, states, writer
from tests.support.office import actor
from tests.support.papers import refusals
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, OPEN, Town

FIRST, ENOUGH = 5_000_000, 25
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
async def author(town: Town) -> Actor:
    """Whoever writes announcements, and enough people to write to."""
    await settle_many(town, range(FIRST, FIRST + ENOUGH))
    return await writer(town)


async def test_one_person_is_enough_for_few(town: Town, author: Actor) -> None:
    """Up to the limit it is scheduled at once; it begins at its hour and not before [G2]."""
    number = await write_announcement(town.services, author, CAMPAIGN, WRITTEN)
    at = OPEN + timedelta(hours=2)
    state = await schedule(town.services, author, CAMPAIGN, number, at, version=1)
    assert state is AnnouncementState.SCHEDULED
    assert await begin_due(town.services) == 0
    town.clock.set_to(at)
    assert await begin_due(town.services) == 1
    assert await begin_due(town.services) == 0
    assert (await report(town, number)).waiting == ENOUGH
    assert set(await states(town, number)) == set(range(FIRST, FIRST + ENOUGH))


async def test_a_second_person_above_the_limit(town: Town, author: Actor) -> None:
    """More people need another person: no second login of the first one, no other version [G2] [L1]."""
    few = replace(town.services, announcement_alone_most=ENOUGH - 1)
    number = await write_announcement(few, author, CAMPAIGN, WRITTEN)
    state = await schedule(few, author, CAMPAIGN, number, None, version=1)
    assert state is AnnouncementState.WAITING
    assert await begin_due(few) == 0
    twin = await actor(town, Role.SECRETARY, login="twin", person=0)
    assert await refusal_of(approve(few, author, CAMPAIGN, number, version=1)) is Refusal.OFFICE_SAME_PERSON
    assert await refusal_of(approve(few, twin, CAMPAIGN, number, version=1)) is Refusal.OFFICE_SAME_PERSON
    second = await approver(town)
    stale = approve(few, second, CAMPAIGN, number, version=2)
    assert await refusal_of(stale) is Refusal.ANNOUNCEMENT_CHANGED
    await approve(few, second, CAMPAIGN, number, version=1)
    assert (await found(town, number)).approved_by == second.staff_id
    # A change drops approval and hour; the second person sees what became of it.
    await change_announcement(few, author, CAMPAIGN, number, WRITTEN, version=1)
    item = await found(town, number)
    assert (item.state, item.approved_by, item.asked_by) == (AnnouncementState.DRAFT, None, None)
    assert await begin_due(few) == 0


async def test_whoever_scheduled_it_does_not_approve_it(town: Town, author: Actor) -> None:
    """Two people at least, whichever of the two wrote and which scheduled [G2] [L1]."""
    few = replace(town.services, announcement_alone_most=0)
    other = await actor(town, Role.COMMUNICATIONS, login="other", person=2)
    number = await write_announcement(few, author, CAMPAIGN, WRITTEN)
    await schedule(few, other, CAMPAIGN, number, None, version=1)
    for someone in (author, other):
        same = approve(few, someone, CAMPAIGN, number, version=1)
        assert await refusal_of(same) is Refusal.OFFICE_SAME_PERSON
    await approve(few, await approver(town), CAMPAIGN, number, version=1)
    assert await begin_due(few) == 1


async def test_hours_that_are_refused(town: Town, author: Actor) -> None:
    """In the past, in the quiet hours, passed while it waited [G1] [G2]."""
    few = replace(town.services, announcement_alone_most=0)
    number = await write_announcement(few, author, CAMPAIGN, WRITTEN)
    past = schedule(few, author, CAMPAIGN, number, OPEN - timedelta(minutes=1), version=1)
    assert await refusal_of(past) is Refusal.ANNOUNCEMENT_PAST
    night = schedule(few, author, CAMPAIGN, number, OPEN + timedelta(hours=12), version=1)
    assert await refusal_of(night) is Refusal.ANNOUNCEMENT_QUIET
    await schedule(few, author, CAMPAIGN, number, OPEN + timedelta(hours=1), version=1)
    town.clock.advance(timedelta(hours=2))
    late = approve(few, await approver(town), CAMPAIGN, number, version=1)
    assert await refusal_of(late) is Refusal.ANNOUNCEMENT_LATE


async def test_what_does_not_begin_by_itself(town: Town, author: Actor) -> None:
    """A day too late, too few left, more than one may write to alone: somebody looks at it first [G2]."""
    services, at = town.services, OPEN + timedelta(hours=1)
    late = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    await schedule(services, author, CAMPAIGN, late, at, version=1)
    town.clock.set_to(at + timedelta(hours=25))
    assert await begin_due(services) == 0
    item = await found(town, late)
    assert (item.state, item.cause) == (AnnouncementState.PAUSED, PauseCause.LATE)
    await resume(services, author, CAMPAIGN, late)
    assert await begin_due(services) == 1

    number = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    await schedule(services, author, CAMPAIGN, number, None, version=1)
    few = replace(services, announcement_alone_most=0)
    assert await begin_due(few) == 0
    assert (await found(town, number)).state is AnnouncementState.WAITING

    small = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    await schedule(services, author, CAMPAIGN, small, None, version=1)
    async with services.database.write() as connection:
        for account_id in range(FIRST, FIRST + 10):
            await place.delete_places(connection, account_id)
    assert await begin_due(services) == 0
    item = await found(town, small)
    assert (item.state, item.cause) == (AnnouncementState.PAUSED, PauseCause.SMALL)


async def test_nothing_begins_in_the_night(town: Town, author: Actor) -> None:
    """Approved late in the evening, it begins at nine [G1] [G2]."""
    few = replace(town.services, announcement_alone_most=0)
    number = await write_announcement(few, author, CAMPAIGN, WRITTEN)
    await schedule(few, author, CAMPAIGN, number, None, version=1)
    town.clock.set_to(OPEN.replace(hour=17))
    await approve(few, await approver(town), CAMPAIGN, number, version=1)
    assert await begin_due(few) == 0
    town.clock.set_to(OPEN.replace(hour=4) + timedelta(days=1))
    assert await begin_due(few) == 1


async def test_steps_out_of_turn(town: Town, author: Actor) -> None:
    """What is not scheduled cannot be paused, what is over stays over [G2]."""
    services = town.services
    number = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    for early in (pause(services, author, CAMPAIGN, number), resume(services, author, CAMPAIGN, number)):
        assert await refusals(early) == [(Refusal.ANNOUNCEMENT_STATE, {"state": "draft"})]
    await schedule(services, author, CAMPAIGN, number, None, version=1)
    await pause(services, author, CAMPAIGN, number)
    assert await begin_due(services) == 0
    await resume(services, author, CAMPAIGN, number)
    assert await begin_due(services) == 1
    sent = change_announcement(services, author, CAMPAIGN, number, WRITTEN, version=1)
    assert await refusals(sent) == [(Refusal.ANNOUNCEMENT_STATE, {"state": "sending"})]
    await cancel(services, await approver(town), CAMPAIGN, number)
    again = cancel(services, author, CAMPAIGN, number)
    assert await refusals(again) == [(Refusal.ANNOUNCEMENT_STATE, {"state": "cancelled"})]
