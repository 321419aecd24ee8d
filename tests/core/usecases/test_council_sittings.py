"""Calling a sitting, appointing its members, writing down a decision: what is refused, and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.law.zone import end_of
from core.model.language import Text
from core.model.refusals import Refusal
from core.model.staff import Role
from core.usecases.council.concluding import Written
from core.usecases.council.members import appoint, dismiss, get_council, make_chair
from core.usecases.council.opinions import give_opinion
from core.usecases.council.reading import list_sittings
from core.usecases.council.sittings import close_sitting, list_ready, move_term, put_off
from tests.support.council import (
    NO,
    REFUSED,
    TERM,
    TRANSLATED,
    YES,
    Table,
    looked_at,
    ready,
    seated,
)
from tests.support.office import actor, of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import (
    GROUND,
    INTAKE,
    refusal_of,
    registered,
)
from tests.support.town import CAMPAIGN, Town

IIN = "991231100000"


@pytest.fixture
async def table(town: Town) -> Table:
    """A council of three while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await seated(town)


async def test_nobody_is_cut_off(town: Town, table: Table) -> None:
    """While the term runs everybody is waited for; afterwards a quorum suffices, without one nothing [C2]."""
    first, second = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, first, YES, YES)
    await table.say(sitting, second, YES)
    found = await refusals(table.conclude(sitting, first))
    assert found == [(Refusal.SITTING_OPEN, {"decide_by": end_of(TERM), "count": 1})]
    town.clock.set_to(end_of(TERM))
    assert await table.conclude(sitting, first)
    found = await refusals(table.conclude(sitting, second))
    assert found == [(Refusal.NO_QUORUM, {"number": second, "present": 1, "needed": 2, "members": 3})]


async def test_the_term_may_be_moved(town: Town, table: Table) -> None:
    """A later term lets members speak again; the past is no term [C2]."""
    number = await ready(town, 0)
    sitting = await table.open()
    town.clock.set_to(end_of(TERM))
    later = end_of(TERM + timedelta(days=2))
    for wrong in (None, end_of(TERM)):
        moved = move_term(town.services, table.secretary, CAMPAIGN, sitting, wrong)
        assert await refusals(moved) == [(Refusal.SITTING_WRONG, {"what": "term"})]
    await move_term(town.services, table.secretary, CAMPAIGN, sitting, later)
    await table.say(sitting, number, YES)
    member = of_another_akimat(table.secretary)
    assert (
        await refusal_of(move_term(town.services, member, CAMPAIGN, sitting, later))
        is Refusal.CAMPAIGN_UNKNOWN
    )


async def test_a_decision_needs_its_papers(town: Town, table: Table) -> None:
    """Both languages, a ground and reasons; what lacks is said at once, the site check too [C3] [C5] [P7]."""
    yes, no = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, yes, YES, YES, YES)
    await table.say(sitting, no, NO, NO, NO)
    await looked_at(town, yes, is_clear=False)
    empty = Written(title=" ", description="")
    found = await refusals(table.conclude(sitting, yes, empty))
    assert found == [
        (Refusal.SITE_CHECK_MISSING, {"what": "land", "number": yes}),
        (Refusal.TITLE_MISSING, {"what": "title"}),
        (Refusal.TITLE_MISSING, {"what": "description"}),
    ]
    found = await refusals(table.conclude(sitting, no, replace(empty, ground="rain")))
    assert [each for each, _ in found] == [
        Refusal.TITLE_MISSING,
        Refusal.TITLE_MISSING,
        Refusal.GROUND_UNKNOWN,
        Refusal.REASON_MISSING,
    ]
    one_language = replace(REFUSED, reason=Text(kk="Аула қоршалған.", ru=""))
    assert await refusal_of(table.conclude(sitting, no, one_language)) is Refusal.REASON_MISSING
    with_iin = replace(TRANSLATED, title=f"Скамья {IIN}", ground=GROUND, reason=REFUSED.reason)
    assert await refusal_of(table.conclude(sitting, no, with_iin)) is Refusal.TEXT_HOLDS_IIN


async def test_a_conclusion_may_be_mended_until_the_close(town: Town, table: Table) -> None:
    """The words may be typed anew, the verdict stays the count's; after the close nothing does [C2] [C3]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, NO, NO, YES)
    await table.conclude(sitting, number, REFUSED)
    await table.conclude(sitting, number, replace(REFUSED, title="Лавки на площади Абая"))
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    found = await table.item(sitting, number)
    assert found.title.ru == "Лавки на площади Абая"
    for late in (
        table.conclude(sitting, number, REFUSED),
        put_off(town.services, table.secretary, CAMPAIGN, sitting, number),
        close_sitting(town.services, table.secretary, CAMPAIGN, sitting),
        give_opinion(town.services, table.members[0], CAMPAIGN, sitting, number, YES),
    ):
        assert await refusal_of(late) is Refusal.SITTING_CLOSED


async def test_only_what_is_ready_stands_on_an_agenda(town: Town, table: Table) -> None:
    """Registered, looked at, on no other agenda; anything else is refused by number [C2] [C5]."""
    unseen, number = await registered(town, 0), await ready(town, 1)
    listed = await list_ready(town.services, table.secretary, CAMPAIGN)
    assert [each.number for each in listed] == [number]
    assert await refusals(table.open(unseen, number)) == [(Refusal.PROPOSAL_UNKNOWN, {"number": unseen})]
    sitting = await table.open(number)
    assert await refusals(table.open()) == [(Refusal.COUNCIL_EMPTY, {"what": "agenda"})]
    rows = await list_sittings(town.services, table.members[0], CAMPAIGN)
    assert [row["sitting"] for row in rows] == [sitting]


async def test_a_call_lacks_nothing(town: Town, table: Table) -> None:
    """Day, place in both languages and term are asked for at once [C2] [P7]."""
    await ready(town, 0)
    empty = Text(kk="Зал", ru="")
    found = await refusals(table.open(term=None, held_on=None, place=empty))
    assert found == [(Refusal.SITTING_WRONG, {"what": what}) for what in ("day", "place", "term")]
    past = await refusals(table.open(term=date(2026, 9, 1)))
    assert past == [(Refusal.SITTING_WRONG, {"what": "term"})]


async def test_no_council_no_sitting(town: Town) -> None:
    """Without members, without a chair, or without rules of deciding nothing is opened [C2]."""
    town.clock.set_to(INTAKE)
    nobody = await seated(town, members=0)
    await ready(town, 0)
    assert await refusals(nobody.open()) == [(Refusal.COUNCIL_EMPTY, {"what": "members"})]
    member = await actor(town, Role.COUNCIL_MEMBER, login="member", person=1)
    await appoint(town.services, nobody.secretary, CAMPAIGN, member.staff_id)
    assert await refusals(nobody.open()) == [(Refusal.COUNCIL_EMPTY, {"what": "chair"})]
    await make_chair(town.services, nobody.secretary, CAMPAIGN, member.staff_id)
    assert await nobody.open() == 1


async def test_appointing(town: Town, table: Table) -> None:
    """Only who has the role, one login a person, one chair; nobody else appoints [C2] [L1]."""
    services, secretary = town.services, table.secretary
    clerk = await actor(town, Role.CLERK, login="clerk", person=3)
    twin = await actor(town, Role.COUNCIL_MEMBER, login="twin", person=1)
    for staff_id, expected in (
        (clerk.staff_id, (Refusal.NOT_A_MEMBER, {"what": "role"})),
        (twin.staff_id, (Refusal.NOT_A_MEMBER, {"what": "person"})),
        (999, (Refusal.STAFF_UNKNOWN, {})),
    ):
        assert await refusals(appoint(services, secretary, CAMPAIGN, staff_id)) == [expected]
    for stranger in (clerk, table.members[0]):
        refused = await refusal_of(appoint(services, stranger, CAMPAIGN, twin.staff_id))
        assert refused is Refusal.OFFICE_FORBIDDEN
    left = await refusals(dismiss(services, secretary, CAMPAIGN, clerk.staff_id))
    assert left == [(Refusal.NOT_A_MEMBER, {"what": "council"})]
    await make_chair(services, secretary, CAMPAIGN, table.members[1].staff_id)
    council = await get_council(services, secretary, CAMPAIGN)
    chairs = [each.member.staff_id for each in council.members if each.member.is_chair]
    assert chairs == [table.members[1].staff_id]
    assert [each.login for each in council.candidates] == []
    await dismiss(services, secretary, CAMPAIGN, table.members[1].staff_id)
    council = await get_council(services, secretary, CAMPAIGN)
    assert sorted(each.login for each in council.candidates) == ["member-1", "twin"]
