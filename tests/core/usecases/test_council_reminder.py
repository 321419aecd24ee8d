"""Late members of the council are reminded: who owes an opinion at that moment, by the term as it is now."""

from datetime import date

import pytest

from core.law.zone import end_of
from core.model.reminder import ReminderManner
from core.store import staff
from core.usecases.council.late import count_owed
from core.usecases.council.sittings import close_sitting, move_term
from core.usecases.notice.sending import claim
from core.usecases.reminder.manner import set_manner
from core.usecases.reminder.planning import plan
from tests.support.council import APART, NO, REFUSED, YES, Table, account_of_member, ready, seated
from tests.support.office import of_another_akimat
from tests.support.proposals import INTAKE, told
from tests.support.reminding import at, reminded
from tests.support.town import CAMPAIGN, Town

ONE, TWO, THREE = (account_of_member(place) for place in range(3))


@pytest.fixture
async def table(town: Town) -> Table:
    """A council of three, each with an account that reminds him."""
    town.clock.set_to(INTAKE)
    return await seated(town)


async def late_at(town: Town, written: str) -> list[int]:
    """Return which accounts are reminded of the council when the clock stands there."""
    return [account for account, kind in await reminded(town, written) if kind == "council-due"]


async def test_only_who_is_late(town: Town, table: Table) -> None:
    """Three days and one day before the term those who owe anything, nobody else [G1] [C2]."""
    first, second = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, first, YES, YES)
    await table.say(sitting, second, NO)
    assert await late_at(town, "09-16 10:00") == []
    assert await late_at(town, "09-17 10:00") == [TWO, THREE]
    assert await late_at(town, "09-17 12:00") == []
    owed = [await count_owed(town.services, each, CAMPAIGN) for each in table.members]
    assert owed == [0, 1, 2]
    assert await count_owed(town.services, table.secretary, CAMPAIGN) == 0
    assert await count_owed(town.services, of_another_akimat(table.members[2]), CAMPAIGN) == 0
    await table.say(sitting, second, None, APART)
    assert await late_at(town, "09-19 10:00") == [THREE]


async def test_asked_again_at_the_moment_of_sending(town: Town, table: Table) -> None:
    """Who speaks between planning and sending hears nothing; queued at night it waits for the day [G1]."""
    number = await ready(town, 0)
    sitting = await table.open(term=date(2026, 9, 14))
    await table.say(sitting, number, YES, YES)
    town.clock.set_to(at("09-11 10:00"))
    await plan(town.services)
    assert await told(town, "council-due") == [THREE]
    await table.say(sitting, number, None, None, YES)
    assert [each for each in await claim(town.services, 50) if each.kind == "council-due"] == []


async def test_a_moved_term_is_reminded_of_anew(town: Town, table: Table) -> None:
    """What was planned for the earlier term is not sent, the later one has moments of its own [G1]."""
    await ready(town, 0)
    sitting = await table.open()
    assert await late_at(town, "09-17 10:00") == [ONE, TWO, THREE]
    await move_term(town.services, table.secretary, CAMPAIGN, sitting, end_of(date(2026, 9, 25)))
    assert await late_at(town, "09-19 10:00") == []
    assert await late_at(town, "09-22 10:00") == [ONE, TWO, THREE]
    assert await late_at(town, "09-24 10:00") == [ONE, TWO, THREE]


async def test_nobody_is_reminded_of_what_is_over(town: Town, table: Table) -> None:
    """A closed sitting, a blocked login, a member without an account or without wish for reminders [G1]."""
    first = await ready(town, 0)
    sitting = await table.open()
    async with town.services.database.write() as connection:
        for member, values in (
            (table.members[0], {"is_blocked": True}),
            (table.members[1], {"account_id": None}),
        ):
            await staff.change_staff(connection, CAMPAIGN.akimat, member.staff_id, **values)
    await set_manner(town.services, THREE, ReminderManner.NEVER)
    assert await late_at(town, "09-17 10:00") == []
    await set_manner(town.services, THREE, ReminderManner.EACH)
    town.clock.set_to(end_of(date(2026, 9, 18)))
    await table.say(sitting, first, None, NO, NO)
    await table.conclude(sitting, first, REFUSED)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert await late_at(town, "09-19 10:00") == []
