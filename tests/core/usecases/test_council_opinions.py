"""What members say at a sitting, who may, until when, and who sees it."""

import pytest

from core.law.zone import end_of
from core.model.council import Choice
from core.model.refusals import Refusal
from core.model.staff import Role
from core.rules.sittings import Said
from core.store import staff
from core.usecases.council.members import appoint, dismiss, get_council
from core.usecases.council.opinions import give_opinion
from core.usecases.council.reading import get_sitting, view_item, view_sitting
from tests.support.council import (
    NO,
    REFUSED,
    TERM,
    YES,
    Table,
    ready,
    seated,
)
from tests.support.office import actor, of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import (
    COMPLETE,
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


async def test_nobody_sees_opinions_before_his_own(town: Town, table: Table) -> None:
    """A member sees others' opinions once he has spoken, the secretary once the voting is over [C2]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES)
    services, (one, two, _) = town.services, table.members
    mine = await view_item(services, one, CAMPAIGN, sitting, number)
    assert (len(mine.item.opinions), mine.counted is not None) == (1, True)
    for reader in (two, table.secretary):
        seen = await view_item(services, reader, CAMPAIGN, sitting, number)
        assert (seen.item.opinions, seen.counted, seen.given, seen.may_conclude) == ((), None, 1, False)
        whole = await get_sitting(services, reader, CAMPAIGN, sitting)
        assert [each.opinions for each in whole.items] == [()]
    listed = await view_sitting(services, table.secretary, CAMPAIGN, sitting)
    assert [each.count for each in listed.late] == [1, 1]
    assert all(each.has_account for each in listed.late)
    town.clock.set_to(end_of(TERM))
    seen = await view_item(services, table.secretary, CAMPAIGN, sitting, number)
    assert (len(seen.item.opinions), seen.is_voting, seen.may_conclude) == (1, False, True)


async def test_an_opinion_may_be_changed_until_it_counts(town: Town, table: Table) -> None:
    """The last word counts, and after the conclusion or the term there is none [C2]."""
    number, other = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    await table.say(sitting, number, NO, YES, YES)
    await table.say(sitting, number, YES)
    await table.conclude(sitting, number)
    found = await table.item(sitting, number)
    assert [each.choice for each in found.opinions] == [Choice.ADMIT] * 3
    for item, when, what in ((number, INTAKE, "item"), (other, end_of(TERM), "term")):
        town.clock.set_to(when)
        said = give_opinion(town.services, table.members[0], CAMPAIGN, sitting, item, NO)
        assert await refusals(said) == [
            (Refusal.SITTING_CLOSED, {"what": what, "at": end_of(TERM)}),
        ]


async def test_who_may_give_opinions(town: Town, table: Table) -> None:
    """No clerk, no secretary, nobody of another akimat, nothing that is not on the agenda [C2] [L1] [P9]."""
    number, other = await ready(town, 0), await registered(town, 1)
    sitting = await table.open()
    services, member = town.services, table.members[0]
    clerk = await actor(town, Role.CLERK, login="clerk", person=3)
    for stranger in (clerk, table.secretary):
        refused = await refusal_of(give_opinion(services, stranger, CAMPAIGN, sitting, number, YES))
        assert refused is Refusal.OFFICE_FORBIDDEN
    elsewhere = of_another_akimat(member)
    assert (
        await refusal_of(give_opinion(services, elsewhere, CAMPAIGN, sitting, number, YES))
        is Refusal.CAMPAIGN_UNKNOWN
    )
    for where, what, refusal in (
        (sitting, other, Refusal.PROPOSAL_UNKNOWN),
        (sitting, 999, Refusal.PROPOSAL_UNKNOWN),
        (7, number, Refusal.SITTING_UNKNOWN),
    ):
        assert await refusal_of(give_opinion(services, member, CAMPAIGN, where, what, YES)) is refusal


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said(choice=Choice.REFUSE), ["ground", "comment"]),
        (Said(choice=Choice.REFUSE, ground="rain", comment="Жауын."), ["ground"]),
        (Said(choice=Choice.REFUSE, ground=GROUND), ["comment"]),
    ],
)
async def test_a_refusal_has_ground_and_words(
    town: Town, table: Table, said: Said, expected: list[str]
) -> None:
    """Whoever refuses says by which ground and why, all that is missing is said at once [C2] [P7]."""
    number = await ready(town, 0)
    sitting = await table.open()
    found = await refusals(give_opinion(town.services, table.members[0], CAMPAIGN, sitting, number, said))
    assert found == [(Refusal.OPINION_UNREASONED, {"what": what}) for what in expected]


async def test_a_comment_is_short_and_without_an_iin(town: Town, table: Table) -> None:
    """What a member writes is limited like everything, and no identity number gets in [C2] [P1]."""
    number = await ready(town, 0)
    sitting = await table.open()
    said = Said(choice=Choice.CONFLICT, comment=f"{IIN} {'ә' * 500}")
    found = await refusals(give_opinion(town.services, table.members[0], CAMPAIGN, sitting, number, said))
    assert [each for each, _ in found] == [Refusal.TEXT_TOO_LONG, Refusal.TEXT_HOLDS_IIN]


async def test_members_of_the_opening_decide(town: Town, table: Table) -> None:
    """Who comes later has no voice at an open sitting, who leaves keeps his there [C2]."""
    number = await ready(town, 0)
    sitting = await table.open()
    late = await actor(town, Role.COUNCIL_MEMBER, login="late", person=3)
    await appoint(town.services, table.secretary, CAMPAIGN, late.staff_id)
    await dismiss(town.services, table.secretary, CAMPAIGN, table.members[2].staff_id)
    found = await refusals(give_opinion(town.services, late, CAMPAIGN, sitting, number, YES))
    assert found == [(Refusal.NOT_A_MEMBER, {"what": "sitting"})]
    await table.say(sitting, number, YES, YES, NO)
    assert await table.conclude(sitting, number)
    council = await get_council(town.services, table.secretary, CAMPAIGN)
    assert [each.member.staff_id for each in council.former] == [table.members[2].staff_id]
    assert late.staff_id in {each.member.staff_id for each in council.members}


async def test_two_logins_have_one_voice_in_the_count(town: Town, table: Table) -> None:
    """Were a person to sit with two logins after all, the count still hears one voice [C2] [L1]."""
    number = await ready(town, 0)
    sitting = await table.open()
    async with town.services.database.write() as connection:
        first = await staff.get_staff(connection, CAMPAIGN.akimat, table.members[0].staff_id)
        assert first is not None
        second = table.members[1].staff_id
        await staff.change_staff(connection, CAMPAIGN.akimat, second, person_key=first.person_key)
    await table.say(sitting, number, YES, None, NO)
    seen = await view_item(town.services, table.secretary, CAMPAIGN, sitting, number)
    assert seen.counted is not None
    assert (seen.counted.tally.members, seen.counted.tally.admitting) == (2, 1)
    await table.say(sitting, number, None, YES)
    assert not await table.conclude(sitting, number, REFUSED)


async def test_reading_is_for_those_who_may(town: Town, table: Table) -> None:
    """An observer reads, a clerk does not, another akimat knows of nothing [L1] [P9]."""
    number = await ready(town, 0)
    sitting = await table.open()
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    seen = await view_item(town.services, observer, CAMPAIGN, sitting, number)
    assert (seen.contents.title, seen.item.number) == (COMPLETE.title, number)
    assert (
        await refusal_of(view_item(town.services, observer, CAMPAIGN, sitting, 99))
        is Refusal.PROPOSAL_UNKNOWN
    )
    assert await refusal_of(get_sitting(town.services, observer, CAMPAIGN, 9)) is Refusal.SITTING_UNKNOWN
    clerk = await actor(town, Role.CLERK, login="clerk", person=3)
    assert await refusal_of(get_sitting(town.services, clerk, CAMPAIGN, sitting)) is Refusal.OFFICE_FORBIDDEN
    foreign = of_another_akimat(observer)
    assert (
        await refusal_of(get_sitting(town.services, foreign, CAMPAIGN, sitting)) is Refusal.CAMPAIGN_UNKNOWN
    )
