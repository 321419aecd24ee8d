"""Nobody decides on an appeal in whose refusal, filing or looking at the place he had a part (B6, L1)."""

from dataclasses import replace

import pytest
from sqlalchemy import event, update

from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.appeal import Part
from core.store import council, review, staff
from core.usecases.appeal.filing import enter_appeal
from core.usecases.appeal.listing import APPEAL_PAGE, get_appeal, list_appeals
from core.usecases.council.concluding import conclude
from core.usecases.council.publishing import publish_sitting
from core.usecases.council.sittings import close_sitting
from tests.support.appeals import (
    APPEALED,
    answered,
    checked_at_site,
    filed,
    refused_by,
    refused_by_council,
)
from tests.support.council import NO, REFUSED, ready, seated
from tests.support.office import actor
from tests.support.proposals import INTAKE, refusal_of, registered, submitted
from tests.support.town import CAMPAIGN, Town


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin while proposals are taken."""
    town.clock.set_to(INTAKE)


async def part_of(town: Town, someone: Actor, number: int) -> Part | None:
    """Return why the page says that this one may not decide, apart from his role."""
    found = (await get_appeal(town.services, someone, CAMPAIGN, number)).may_decide.reasons
    return next((Part(str(each.facts["part"])) for each in found if "part" in each.facts), None)


async def newcomer(town: Town, login: str) -> Actor:
    """Return a secretary and akim who is nobody else in this test."""
    found = await actor(town, Role.SECRETARY, Role.AKIM, login=login)
    person = login.encode().ljust(32)
    async with town.services.database.write() as connection:
        await staff.change_staff(connection, CAMPAIGN.akimat, found.staff_id, person_key=person)
    return replace(found, person_key=person)


async def test_who_entered_it_does_not_decide(town: Town) -> None:
    """Who types an appeal in from paper, by any login of his, leaves the answer to others [B6] [L1]."""
    first = await actor(town, Role.CLERK)
    clerk = await actor(town, Role.CLERK, login="second", person=1)
    twin = await actor(town, Role.AKIM, login="twin", person=1)
    other = await actor(town, Role.CLERK, login="other", person=2)
    number = await submitted(town, 0)
    await refused_by(town, number, first)
    await enter_appeal(town.services, clerk, CAMPAIGN, number, APPEALED, Language.KAZAKH)
    for someone in (clerk, twin):
        assert await part_of(town, someone, number) is Part.ENTERED
        for is_upheld in (True, False):
            refusal = await refusal_of(answered(town, someone, number, is_upheld=is_upheld))
            assert refusal is Refusal.APPEAL_OWN_DECISION
    assert await answered(town, other, number) is ProposalStatus.REGISTERED


async def test_who_looked_at_the_place_does_not_admit(town: Town) -> None:
    """His record is what an admission rests on: he may dismiss and not uphold; others do [B6] [C5] [L1]."""
    secretary = await actor(town, Role.SECRETARY)
    clerk = await actor(town, Role.CLERK, login="second", person=1)
    other = await actor(town, Role.CLERK, login="other", person=2)
    number = await registered(town, 0)
    await checked_at_site(town, number, other)
    await checked_at_site(town, number, clerk)
    await refused_by_council(town, number, secretary, {})
    await filed(town, number)
    line = await get_appeal(town.services, clerk, CAMPAIGN, number)
    assert line.may_decide.is_allowed
    assert [reason.facts for reason in line.may_uphold.reasons] == [{"part": "site"}]
    assert await refusal_of(answered(town, clerk, number)) is Refusal.APPEAL_OWN_DECISION
    assert await answered(town, other, number) is ProposalStatus.ADMITTED, "the last check counts"


@pytest.mark.parametrize("column", ["concluded_by", "closed_by", "published_by"])
async def test_every_secretary_has_had_a_part(town: Town, column: str) -> None:
    """Whoever concluded, closed or published is no other than the first, whoever opened it [B6] [C2] [L1]."""
    secretary = await actor(town, Role.SECRETARY)
    second = await actor(town, Role.SECRETARY, Role.AKIM, login="second", person=1)
    number = await registered(town, 0)
    await refused_by_council(town, number, secretary, {})
    await filed(town, number)
    assert await part_of(town, second, number) is None
    table = council.sitting_item if column == "concluded_by" else council.sitting
    async with town.services.database.write() as connection:
        await connection.execute(update(table).values({column: second.staff_id}))
    assert await part_of(town, second, number) is Part.REFUSAL
    assert await refusal_of(answered(town, second, number)) is Refusal.APPEAL_OWN_DECISION


async def test_a_sitting_keeps_who_led_it(town: Town) -> None:
    """One concludes, one closes, one publishes: three people, and none decides afterwards [B6] [C2]."""
    table = await seated(town)
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, NO, NO, NO)
    one, two, three = [await newcomer(town, login) for login in ("one", "two", "three")]
    await conclude(town.services, one, CAMPAIGN, sitting, number, REFUSED)
    await close_sitting(town.services, two, CAMPAIGN, sitting)
    await publish_sitting(town.services, three, CAMPAIGN, sitting)
    await filed(town, number)
    for someone in (one, two, three, table.secretary, *table.members):
        assert await part_of(town, someone, number) is Part.REFUSAL
    assert await part_of(town, await newcomer(town, "four"), number) is None


async def test_who_checked_the_form_has_had_a_part(town: Town) -> None:
    """A colleague's findings made the refusal, though another one pressed the button [B6] [C1] [L1]."""
    clerk = await actor(town, Role.CLERK)
    checker = await actor(town, Role.CLERK, login="checker", person=1)
    number = await submitted(town, 0)
    await refused_by(town, number, clerk)
    await filed(town, number)
    assert await part_of(town, checker, number) is None
    found = {"items": [], "staff_id": checker.staff_id, "at": town.clock.now()}
    async with town.services.database.write() as connection:
        await review.keep_formal_check(connection, CAMPAIGN, number, 2, **found)
    assert await part_of(town, checker, number) is None, "of another version"
    async with town.services.database.write() as connection:
        await review.keep_formal_check(connection, CAMPAIGN, number, 1, **found)
    assert await part_of(town, checker, number) is Part.REFUSAL


async def test_the_list_asks_as_often_for_one_as_for_many(town: Town) -> None:
    """A page takes as many statements with three lines as with one; none lies past the last [L2]."""
    clerk = await actor(town, Role.CLERK)
    counts = []
    for person in range(3):
        number = await submitted(town, person)
        await refused_by(town, number, clerk)
        await filed(town, number, person=person)
        counts.append(await statements(town, clerk))
    assert counts[0] == counts[2]
    assert len(counts) <= APPEAL_PAGE
    for page in (-1, 99):
        assert len((await list_appeals(town.services, clerk, CAMPAIGN, page)).lines) == len(counts)


async def statements(town: Town, someone: Actor) -> int:
    """Return how many statements one look at the list takes."""
    said: list[str] = []
    engine = town.services.database._engine.sync_engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        await list_appeals(town.services, someone, CAMPAIGN)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(said)
