"""The council decides and publishes: the whole way, and what happens beside it."""

import pytest
from sqlalchemy import select

from core.model.council import Choice, Sitting
from core.model.language import Text
from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.rules.review import ReviewAct
from core.store import audit, browsing, staff
from core.store import proposal as proposals
from core.store.proposal_history import proposal_event
from core.usecases.council.protocol import gather_protocol
from core.usecases.council.publishing import Published, publish_sitting
from core.usecases.council.reading import get_sitting
from core.usecases.council.sittings import close_sitting, put_off
from tests.support.council import (
    APART,
    FOUND,
    HELD,
    NO,
    PLACE,
    REFUSED,
    TRANSLATED,
    YES,
    Table,
    looked_at,
    ready,
    seated,
)
from tests.support.papers import refusals
from tests.support.proposals import (
    COMPLETE,
    GROUND,
    INTAKE,
    decided,
    refusal_of,
    told,
)
from tests.support.town import CAMPAIGN, OPEN, Town


@pytest.fixture
async def table(town: Town) -> Table:
    """A council of three while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await seated(town)


async def status_of(town: Town, number: int) -> ProposalStatus:
    """Return how far a proposal has come."""
    async with town.services.database.read() as connection:
        found = await proposals.get_proposal(connection, CAMPAIGN, number)
    assert found is not None
    return found.status


async def test_the_whole_way(town: Town, table: Table) -> None:
    """One is admitted, one refused; both are published at once, authors are told [C2] [C3]."""
    yes, no = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, yes, YES, YES, NO)
    await table.say(sitting, no, NO, NO, YES)
    assert await table.conclude(sitting, yes)
    assert not await table.conclude(sitting, no, REFUSED)
    before = await told(town, "proposal-decided")
    assert await status_of(town, yes) is ProposalStatus.REGISTERED
    assert await table.publish(sitting) == Published(admitted=(yes,), refused=(no,), dropped=())
    assert await status_of(town, yes) is ProposalStatus.ADMITTED
    assert await status_of(town, no) is ProposalStatus.REFUSED
    assert len(await told(town, "proposal-decided")) == len(before) + 2
    async with town.services.database.read() as connection:
        projects = {
            each.number: each for each in await browsing.list_projects(connection, CAMPAIGN, [yes, no])
        }
    assert projects[yes].title == Text(kk=str(COMPLETE.title), ru=TRANSLATED.title)
    assert projects[yes].description == Text(kk=str(COMPLETE.description), ru=TRANSLATED.description)
    assert projects[yes].original is COMPLETE.language
    assert projects[yes].site_check == FOUND
    assert projects[no].status is ProjectStatus.REFUSED
    assert (projects[no].ground, projects[no].reason) == (GROUND, REFUSED.reason)


async def test_a_council_as_a_body_decides(town: Town, table: Table) -> None:
    """In the history no single login has decided, and the log names the secretary's acts [C2] [L1]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    await table.publish(sitting)
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(proposal_event.c.staff_id).where(proposal_event.c.number == number)
        )
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=50)
    assert set(rows.scalars()) == {None}
    names = [row["act"] for row in reversed(acts)]
    assert names[-6:] == [
        "give-opinion",
        "give-opinion",
        "give-opinion",
        "conclude",
        "close-sitting",
        "publish-sitting",
    ]
    spoken = [row for row in acts if row["act"] == "give-opinion"]
    assert all(row["before"] is None and row["after"] is None for row in spoken)


async def test_a_conflict_leaves_the_denominator(town: Town, table: Table) -> None:
    """Of three one declares a conflict: the two others are the council, one against one is a tie [C2]."""
    first, second = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, first, YES, YES, APART)
    await table.say(sitting, second, YES, NO, APART)
    assert await table.conclude(sitting, first)
    assert not await table.conclude(sitting, second, REFUSED)


async def test_publication_waits_for_the_close(town: Town, table: Table) -> None:
    """Nothing is published of an open sitting, and a second publication changes nothing [C3]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    early = publish_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert await refusals(early) == [(Refusal.SITTING_INCOMPLETE, {"count": 0, "number": 0})]
    first = await table.publish(sitting)
    notices = await told(town, "proposal-decided")
    assert await publish_sitting(town.services, table.secretary, CAMPAIGN, sitting) == first
    assert await told(town, "proposal-decided") == notices


@pytest.mark.parametrize("meanwhile", ["decided", "unbuildable"])
async def test_what_became_another_matter_drops_out(town: Town, table: Table, meanwhile: str) -> None:
    """What was decided elsewhere or cannot be built any more is left out visibly, the rest goes on [C3]."""
    gone, stays = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    for number in (gone, stays):
        await table.say(sitting, number, YES, YES, YES)
        await table.conclude(sitting, number)
    if meanwhile == "decided":
        await decided(town, gone, ReviewAct.REFUSE)
    else:
        await looked_at(town, gone, is_clear=False)
    assert await table.publish(sitting) == Published(admitted=(stays,), refused=(), dropped=(gone,))
    found = await table.item(sitting, gone)
    assert found.has_dropped_out
    assert await status_of(town, gone) is not ProposalStatus.ADMITTED


async def test_nothing_is_published_once_voting_is_open(town: Town, table: Table) -> None:
    """All or none: when the ballot is frozen the office itself refuses [C3] [A4]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    await table.conclude(sitting, number)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    town.clock.set_to(OPEN)
    late = publish_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert await refusal_of(late) is Refusal.OFFICE_STAGE
    assert await status_of(town, number) is ProposalStatus.REGISTERED


async def test_what_has_no_quorum_waits_for_another_sitting(town: Town, table: Table) -> None:
    """It is put off, the rest is published, and it stands on the next agenda [C2]."""
    first, second = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, first, YES, YES, YES)
    await table.conclude(sitting, first)
    found = await refusals(close_sitting(town.services, table.secretary, CAMPAIGN, sitting))
    assert found == [(Refusal.SITTING_INCOMPLETE, {"count": 1, "number": second})]
    await put_off(town.services, table.secretary, CAMPAIGN, sitting, second)
    assert await table.publish(sitting) == Published(admitted=(first,), refused=(), dropped=())
    assert await status_of(town, second) is ProposalStatus.REGISTERED
    again = await table.open()
    seen = await get_sitting(town.services, table.secretary, CAMPAIGN, again)
    assert [each.number for each in seen.items] == [second]


async def test_the_protocol_says_what_stood_on_that_day(town: Town, table: Table) -> None:
    """Names, cost and opinions of a closed sitting do not change with what comes later [C2] [C4]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, APART)
    await table.conclude(sitting, number)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    before = await gather_protocol(town.services, table.secretary, CAMPAIGN, sitting)
    async with town.services.database.write() as connection:
        for each in (table.members[0], table.secretary):
            await staff.change_staff(connection, CAMPAIGN.akimat, each.staff_id, name="Басқа адам")
        await proposals.change_proposal(connection, CAMPAIGN, number, cost=1)
    after = await gather_protocol(town.services, table.members[1], CAMPAIGN, sitting)
    assert before.sitting == after.sitting
    found: Sitting = after.sitting
    assert (found.held_on, found.place, found.secretary.name) == (HELD, PLACE, table.secretary.name)
    assert [each.is_chair for each in found.members] == [True, False, False]
    assert found.items[0].cost == COMPLETE.estimate.cost
    assert [each.choice for each in found.items[0].opinions] == [Choice.ADMIT, Choice.ADMIT, Choice.CONFLICT]
