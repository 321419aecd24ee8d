"""Appealing once, in time, with words that may stand; others decide, everybody concerned hears it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.model.council import Choice
from core.model.language import Language, Text
from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.review import ReviewAct
from core.store.audit import access_entry, act_entry
from core.usecases.appeal.filing import enter_appeal, my_appeal
from core.usecases.appeal.listing import get_appeal, list_appeals
from core.usecases.browsing.card import card
from core.usecases.following.following import follow
from core.usecases.proposal.mine import my_proposal
from core.usecases.review.reading import get_decided
from core.usecases.review.site import record_site_check
from tests.support.appeals import (
    ANSWER,
    APPEALED,
    FOUND,
    LOOKED_AT,
    answered,
    checked_at_site,
    filed,
    refused_by,
    refused_by_council,
)
from tests.support.office import STAFF_IINS, actor, of_another_akimat
from tests.support.proposals import (
    INTAKE,
    account_of,
    author,
    decided,
    refusal_of,
    registered,
    submitted,
    told,
)
from tests.support.town import CAMPAIGN, Town

FOLLOWER = 7800
SECOND = timedelta(seconds=1)
ENDS = INTAKE.replace(day=13, hour=19, minute=0)
"""Midnight of Almaty after the third day that follows the day of the refusal."""


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin while proposals are taken."""
    town.clock.set_to(INTAKE)


async def refused(town: Town, clerk: Actor) -> int:
    """Return the number of a proposal of the first person that this clerk has refused."""
    number = await submitted(town, 0)
    await refused_by(town, number, clerk)
    return number


async def acts(town: Town) -> list[tuple[str, str, Mapping[str, object] | None]]:
    """Return what the log of acts holds: act, subject, what came of it."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(act_entry.c.act, act_entry.c.subject, act_entry.c.after).order_by(act_entry.c.entry)
        )
        return [(row.act, row.subject, row.after) for row in rows]


async def test_a_clerks_refusal_goes_on_to_the_council(town: Town) -> None:
    """Upheld by another clerk: registered again, its history and everybody concerned hear why [B6] [C1]."""
    clerk = await actor(town, Role.CLERK)
    other = await actor(town, Role.CLERK, login="other", person=1)
    number = await refused(town, clerk)
    appeal = await filed(town, number)
    assert appeal.ordinal == 2
    assert appeal.due_at == ENDS + timedelta(days=4), "five working days, Thursday to Thursday"
    assert await answered(town, other, number) is ProposalStatus.REGISTERED
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert [event.status.value for event in found.history] == ["submitted", "refused", "registered"]
    assert found.last.reason == ANSWER
    assert found.appeal is not None
    assert (found.appeal.is_upheld, found.appeal.decided_by) == (True, other.staff_id)
    assert await told(town, "proposal-decided") == [account_of(0)] * 2
    told_last = await get_decided(town.services, CAMPAIGN, number, 3)
    assert told_last.is_by_appeal
    assert (await acts(town))[-1] == (
        "decide-appeal",
        str(number),
        {"status": "registered", "is_upheld": True},
    )
    assert await refusal_of(filed(town, number, "Тағы да")) is Refusal.APPEAL_FILED


async def test_the_one_who_refused_does_not_decide(town: Town) -> None:
    """Nor does his second login, nor the author who works here; nothing changes by trying [B6] [L1]."""
    clerk = await actor(town, Role.CLERK)
    twin = await actor(town, Role.AKIM, login="twin", person=0)
    number = await refused(town, clerk)
    await filed(town, number)
    for someone in (clerk, twin):
        assert await refusal_of(answered(town, someone, number)) is Refusal.APPEAL_OWN_DECISION
    line = await get_appeal(town.services, twin, CAMPAIGN, number)
    assert [reason.refusal for reason in line.may_decide.reasons] == [Refusal.APPEAL_OWN_DECISION]
    assert line.appeal.is_waiting
    writer = replace(twin, person_key=line.proposal.person_key)
    assert await refusal_of(answered(town, writer, number)) is Refusal.APPEAL_OWN_DECISION
    assert STAFF_IINS[0] not in str(await acts(town))


async def test_a_councils_refusal_leads_to_the_ballot(town: Town) -> None:
    """No member decides, conflict or not, nor the secretary; the words stay the council's [B6] [C2]."""
    roles = (Role.COUNCIL_MEMBER, Role.CLERK)
    member = await actor(town, *roles, login="member")
    conflicted = await actor(town, *roles, login="conflicted", person=1)
    secretary = await actor(town, Role.SECRETARY, Role.AKIM, login="secretary", person=2)
    akim = await actor(town, Role.AKIM, login="akim", person=3)
    number = await registered(town, 0)
    await checked_at_site(town, number, member)
    opinions = {member: Choice.REFUSE, conflicted: Choice.CONFLICT}
    await refused_by_council(town, number, secretary, opinions)
    await filed(town, number)
    for someone in (member, conflicted, secretary):
        assert await refusal_of(answered(town, someone, number)) is Refusal.APPEAL_OWN_DECISION
    assert await answered(town, akim, number) is ProposalStatus.ADMITTED
    shown = (await card(town.services, CAMPAIGN, number)).project
    assert (shown.status, shown.title.ru) == (ProjectStatus.ADMITTED, "Скамейки на площади Абая")
    assert (shown.reason, shown.ground, shown.site_check) == (None, None, FOUND)
    assert shown.picture_count == 1


@pytest.mark.parametrize("is_clear", [None, False])
async def test_nothing_is_admitted_without_its_site(town: Town, is_clear: bool | None) -> None:  # noqa: FBT001
    """Not looked at, or not to be built on: it waits until the clerk has been there once more [B6] [C5]."""
    member = await actor(town, Role.COUNCIL_MEMBER, Role.CLERK)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    number = await registered(town, 0)
    if is_clear is not None:
        await checked_at_site(town, number, member, is_clear=is_clear)
    await refused_by_council(town, number, member, {member: Choice.REFUSE})
    await filed(town, number)
    assert await refusal_of(answered(town, akim, number)) is Refusal.SITE_CHECK_MISSING
    await record_site_check(town.services, member, CAMPAIGN, number, LOOKED_AT)
    assert await answered(town, akim, number) is ProposalStatus.ADMITTED


async def test_a_dismissed_appeal_is_final(town: Town) -> None:
    """The refusal stands; authors and followers hear it; nobody decides or appeals again [B6]."""
    clerk = await actor(town, Role.CLERK)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    number = await registered(town, 0)
    await town.settle(FOLLOWER)
    await follow(town.services, CAMPAIGN, FOLLOWER, number)
    await refused_by_council(town, number, clerk, {})
    await filed(town, number)
    assert await answered(town, akim, number, is_upheld=False) is ProposalStatus.REFUSED
    assert await told(town, "appeal-dismissed") == [account_of(0)]
    assert await told(town, "appeal-news") == [FOLLOWER]
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert found.proposal.status is ProposalStatus.REFUSED
    assert found.appeal is not None
    assert (found.appeal.is_upheld, found.appeal.reason) == (False, ANSWER)
    assert await refusal_of(answered(town, akim, number)) is Refusal.APPEAL_UNKNOWN
    assert await refusal_of(filed(town, number, "Тағы да")) is Refusal.APPEAL_FILED


async def test_a_double_tap_files_one(town: Town) -> None:
    """The same words again are the same appeal; other words are a second one and refused [B6]."""
    number = await refused(town, await actor(town, Role.CLERK))
    first = await filed(town, number)
    town.clock.advance(timedelta(minutes=1))
    assert await filed(town, number, f" {APPEALED}\n") == first
    assert await refusal_of(filed(town, number, "Басқа сөз")) is Refusal.APPEAL_FILED


async def test_too_late_by_a_second(town: Town) -> None:
    """The last second of the third day is in time, the next one is not [B6] [P8]."""
    number = await refused(town, await actor(town, Role.CLERK))
    town.clock.set_to(ENDS)
    assert await refusal_of(filed(town, number)) is Refusal.APPEAL_TOO_LATE
    assert not (await my_appeal(town.services, CAMPAIGN, account_of(0), number)).can_be_filed
    town.clock.set_to(ENDS - SECOND)
    assert (await filed(town, number)).is_waiting


async def test_what_cannot_be_appealed_against(town: Town) -> None:
    """Not refused, withdrawn, somebody else's, unknown: each is told as what it is [B6] [P9]."""
    number = await submitted(town, 0)
    assert await refusal_of(filed(town, number)) is Refusal.APPEAL_NOTHING
    await decided(town, number, ReviewAct.RETURN)
    assert await refusal_of(filed(town, number)) is Refusal.APPEAL_NOTHING
    await author(town, 1)
    assert await refusal_of(filed(town, number, person=1)) is Refusal.PROPOSAL_UNKNOWN
    assert await refusal_of(filed(town, 999)) is Refusal.PROPOSAL_UNKNOWN
    assert await refusal_of(my_appeal(town.services, CAMPAIGN, account_of(1), number)) is (
        Refusal.PROPOSAL_UNKNOWN
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  ", Refusal.APPEAL_EMPTY),
        ("ә" * 1001, Refusal.TEXT_TOO_LONG),
        ("ЖСН 990101 100000", Refusal.TEXT_HOLDS_IIN),
    ],
)
async def test_words_that_may_not_stand(town: Town, text: str, expected: Refusal) -> None:
    """Empty, too long, with an IIN: nothing is kept, in the bot or at the desk [B6] [P1]."""
    clerk = await actor(town, Role.CLERK)
    number = await refused(town, clerk)
    assert await refusal_of(filed(town, number, text)) is expected
    desk = enter_appeal(town.services, clerk, CAMPAIGN, number, text, Language.RUSSIAN)
    assert await refusal_of(desk) is expected
    assert (await list_appeals(town.services, clerk, CAMPAIGN)).lines == []


async def test_an_appeal_on_paper(town: Town) -> None:
    """Any clerk enters it, who refused too; its author is told once, and the log knows [B6] [B9]."""
    clerk = await actor(town, Role.CLERK)
    number = await refused(town, clerk)
    for _ in range(2):
        entered = await enter_appeal(town.services, clerk, CAMPAIGN, number, APPEALED, Language.RUSSIAN)
        assert entered.text == APPEALED
    assert await told(town, "appeal-entered") == [account_of(0)]
    assert [act for act, *_ in await acts(town)] == ["enter-appeal"]
    moderator = await actor(town, Role.MODERATOR, login="moderator", person=1)
    desk = enter_appeal(town.services, moderator, CAMPAIGN, number, APPEALED, Language.RUSSIAN)
    assert await refusal_of(desk) is Refusal.OFFICE_FORBIDDEN


async def test_who_may_decide_and_read(town: Town) -> None:
    """Roles, akimats, reasons in both languages: wrong ones leave it waiting [L1] [P9] [C3]."""
    number = await refused(town, await actor(town, Role.CLERK))
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    observer = await actor(town, Role.OBSERVER, login="observer", person=2)
    assert await refusal_of(answered(town, akim, number)) is Refusal.APPEAL_UNKNOWN
    await filed(town, number)
    assert await refusal_of(answered(town, observer, number)) is Refusal.OFFICE_FORBIDDEN
    stranger = of_another_akimat(akim)
    assert await refusal_of(answered(town, stranger, number)) is Refusal.CAMPAIGN_UNKNOWN
    assert await refusal_of(list_appeals(town.services, stranger, CAMPAIGN)) is Refusal.CAMPAIGN_UNKNOWN
    for reason in (Text(kk="Жоқ.", ru=" "), Text(kk="", ru="Нет.")):
        assert await refusal_of(answered(town, akim, number, reason=reason)) is Refusal.REASON_MISSING
    holds_iin = Text(kk="990101100000", ru="Нет.")
    assert await refusal_of(answered(town, akim, number, reason=holds_iin)) is Refusal.TEXT_HOLDS_IIN
    line = await get_appeal(town.services, observer, CAMPAIGN, number)
    assert [reason.refusal for reason in line.may_decide.reasons] == [Refusal.OFFICE_FORBIDDEN]
    async with town.services.database.read() as connection:
        looked = (await connection.execute(select(access_entry))).one()
    assert (looked.what, looked.subject, looked.staff_id) == ("appeal", str(number), observer.staff_id)
    assert await refusal_of(get_appeal(town.services, akim, CAMPAIGN, 999)) is Refusal.APPEAL_UNKNOWN


async def test_the_queue_knows_today_and_late(town: Town) -> None:
    """What waits comes first, by its term; the last day is told, and what is over [L2] [B6]."""
    clerk = await actor(town, Role.CLERK)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    numbers = []
    for person in range(3):
        numbers.append(await submitted(town, person))
        await refused_by(town, numbers[-1], clerk)
        await filed(town, numbers[-1], person=person)
        town.clock.advance(timedelta(days=1))
    await answered(town, akim, numbers[0], is_upheld=False)
    found = await list_appeals(town.services, akim, CAMPAIGN)
    lines = found.lines
    assert (found.waiting, found.pages) == (2, 1)
    assert [line.number for line in lines] == [numbers[1], numbers[2], numbers[0]]
    assert [line.is_upheld for line in lines] == [None, None, False]
    assert not any(line.is_of_council for line in lines)
    assert not any(line.is_late or line.is_today for line in lines)
    due = lines[0].due_at
    assert due is not None
    town.clock.set_to(due - SECOND)
    assert (await list_appeals(town.services, akim, CAMPAIGN)).lines[0].is_today
    town.clock.set_to(due)
    late = (await list_appeals(town.services, akim, CAMPAIGN)).lines[0]
    assert (late.is_late, late.is_today) == (True, False)
