"""Reminders planned by the clock and judged at the moment of sending (G1)."""

import asyncio

import pytest

from core.model.reminder import ReminderManner
from core.rules.review import ReviewAct
from core.usecases.notice.sending import claim
from core.usecases.place.account import stop
from core.usecases.place.choosing import choose_place
from core.usecases.proposal.drafting import discard
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.reminder.manner import get_manner, set_manner
from core.usecases.reminder.planning import plan
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import account_of, decided, submitted
from tests.support.reminding import (
    SECOND_CAMPAIGN,
    at,
    draft_of,
    extended,
    remind,
    reminded,
    second_campaign,
    states,
)
from tests.support.town import CAMPAIGN, Town, row

ONE, TWO, THREE = 7001, 7002, 7003
DRAFT, VOTE, OPENED, REWORK = "draft-due", "vote-due", "stage-opened", "rework-due"
LAST_DAYS = ("10-03 10:00", "10-07 10:00", "10-09 10:00", "10-10 10:00", "10-10 18:00")


async def voter(town: Town, account: int, person: int) -> None:
    """Let the account stand for a person of the register."""
    await town.settle(account)
    await town.by_phone(account, person)


async def vote(town: Town, account: int, session: str | None = None) -> None:
    """Let the account vote for a project of its district."""
    await cast_vote(town.services, CAMPAIGN, account, number=5, session=session)


async def test_an_opening_is_told_where_it_opens(town: Town) -> None:
    """When a stage opens, everybody whose place is there hears of it once, in the morning [G1]."""
    town.clock.set_to(at("08-31 12:00"))
    await town.settle(ONE)
    await town.settle(TWO, "samal-1")
    assert await reminded(town, "09-01 00:00") == []
    assert await reminded(town, "09-01 08:59") == []
    assert await reminded(town, "09-01 09:00") == [(ONE, OPENED), (TWO, OPENED)]
    assert await reminded(town, "09-01 09:01") == []


async def test_who_has_moved_away_hears_nothing(town: Town) -> None:
    """The place is asked at the moment of sending: whoever has left the campaign is left alone [G1]."""
    await second_campaign(town)
    town.clock.set_to(at("09-01 09:00"))
    await town.settle(ONE)
    await plan(town.services)
    await choose_place(town.services, ONE, SECOND_CAMPAIGN, "samal-1")
    assert [item.campaign_id for item in await remind(town, "09-01 09:00")] == []


async def test_unfinished_applications(town: Town) -> None:
    """Whoever has begun and not submitted is reminded on each day of the rulebook, others are not [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await town.settle(TWO)
    await draft_of(town, ONE)
    for moment in LAST_DAYS:
        assert await reminded(town, moment) == [(ONE, DRAFT)]
    assert await reminded(town, "10-11 09:00") == []


async def test_an_application_without_a_place(town: Town) -> None:
    """It belongs to its author's place, and without one to the whole campaign [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE, territory=None)
    await draft_of(town, TWO, territory=None)
    assert await reminded(town, "10-07 10:00") == [(ONE, DRAFT)]


async def test_what_has_been_done_meanwhile(town: Town) -> None:
    """Submitted or thrown away between planning and sending: nobody is reminded [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    draft_id = await draft_of(town, ONE)
    town.clock.set_to(at("10-07 10:00"))
    assert await plan(town.services) == 3
    await discard(town.services, CAMPAIGN, ONE, draft_id)
    assert await claim(town.services, 10) == []
    assert set((await states(town)).values()) == {"dropped"}


async def test_only_who_may_vote_and_has_not(town: Town) -> None:
    """A person who has voted, one who may not, and an account of nobody are not asked to vote [G1] [E1]."""
    await town.register(
        row(0, phone="77000000000"),
        row(1, phone="77000000001"),
        row(2, phone="77000000002", born="2012-01-01"),
    )
    for account, person in ((ONE, 0), (TWO, 1), (THREE, 2)):
        await voter(town, account, person)
    await town.settle(7004)
    await vote(town, TWO)
    assert await reminded(town, "11-22 10:00") == [(ONE, VOTE)]


async def test_the_opening_of_voting_is_for_everybody(town: Town) -> None:
    """Who is not verified yet hears that voting has begun; who has voted already does not [G1]."""
    town.clock.set_to(at("11-18 12:00"))
    await voter(town, ONE, 0)
    await voter(town, TWO, 1)
    await town.settle(THREE)
    town.clock.set_to(at("11-19 09:00"))
    await vote(town, TWO)
    assert await reminded(town, "11-19 09:00") == [(ONE, OPENED), (THREE, OPENED)]


@pytest.mark.parametrize("channel", ["phone", "code", "another account"])
async def test_a_vote_between_planning_and_sending(town: Town, channel: str) -> None:
    """Nobody who has voted is asked to vote, whichever way the vote came [G1] [E3] [P3]."""
    await voter(town, ONE, 0)
    await voter(town, TWO, 1)
    town.clock.set_to(at("11-22 10:00"))
    assert await plan(town.services) > 0
    match channel:
        case "phone":
            await vote(town, ONE)
        case "code":
            await town.issue(0)
            await vote(town, ONE, await town.by_code(ONE, 0))
        case _:
            await town.issue(0)
            await town.settle(THREE)
            await vote(town, THREE, await town.by_code(THREE, 0))
    asked = [item.account_id for item in await claim(town.services, 10) if item.kind == VOTE]
    assert asked == [TWO]


async def test_votes_and_reminders_at_once(town: Town) -> None:
    """While people vote and workers take reminders, only those without a vote are asked [G1] [G3]."""
    people = range(8)
    for person in people:
        await voter(town, 7000 + person, person)
    town.clock.set_to(at("11-22 10:00"))
    await plan(town.services)
    voting = asyncio.gather(*(vote(town, 7000 + person) for person in people if person % 2))
    first, second, _ = await asyncio.gather(claim(town.services, 4), claim(town.services, 4), voting)
    asked = [item.account_id for item in (*first, *second)]
    assert len(set(asked)) == len(asked)
    rest = [item.account_id for item in await claim(town.services, 10)]
    assert {account for account in (*asked, *rest) if account % 2 == 0} == {7000, 7002, 7004, 7006}


async def test_an_extension_plans_anew(town: Town) -> None:
    """A later end takes back what was planned for the former one, and reminds by its own days [G1] [A2]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    town.clock.set_to(at("10-07 10:00"))
    await plan(town.services)
    await extended(town, "closes = 2026-10-11T00:00:00", "closes = 2026-10-16T00:00:00")
    assert await claim(town.services, 10) == []
    for moment in LAST_DAYS[2:]:
        assert await reminded(town, moment) == []
    assert await reminded(town, "10-12 10:00") == [(ONE, DRAFT)]
    assert await reminded(town, "10-15 18:00") == [(ONE, DRAFT)]


async def test_a_day_without_a_worker_doubles_nothing(town: Town) -> None:
    """After a silence the latest missed reminder comes if it helps, the others never [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    assert await reminded(town, "10-08 09:30") == [(ONE, DRAFT)]
    assert await reminded(town, "10-08 10:00") == []
    assert await reminded(town, "10-10 19:00") == [(ONE, DRAFT)]
    assert await reminded(town, "10-10 20:59") == []


async def test_a_late_one_waits_for_the_morning(town: Town) -> None:
    """Planned in the quiet hours, a reminder is sent at nine, and never where a nearer one comes [G1]."""
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    assert await reminded(town, "10-07 23:00") == []
    assert await reminded(town, "10-08 08:59") == []
    assert await reminded(town, "10-08 09:00") == [(ONE, DRAFT)]
    assert await reminded(town, "10-09 23:00") == []
    assert await reminded(town, "10-10 09:00") == []
    assert await reminded(town, "10-10 10:00") == [(ONE, DRAFT)]


async def test_two_workers_plan_once(town: Town) -> None:
    """Several workers at the same moment queue each reminder once [G1] [G3]."""
    town.clock.set_to(at("09-10 12:00"))
    for account in (ONE, TWO, THREE):
        await town.settle(account)
        await draft_of(town, account)
    town.clock.set_to(at("10-07 10:00"))
    await asyncio.gather(*(plan(town.services) for _ in range(4)))
    assert sorted(item.account_id for item in await claim(town.services, 50)) == [ONE, TWO, THREE]


async def test_one_a_day_over_all_campaigns(town: Town) -> None:
    """Two campaigns that end on the same day: one reminder a day, two on the last [G1]."""
    await second_campaign(town)
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    await draft_of(town, ONE, SECOND_CAMPAIGN)
    assert await reminded(town, "10-07 10:00") == [(ONE, DRAFT)]
    assert await reminded(town, "10-10 10:00") == [(ONE, DRAFT)] * 2
    assert await reminded(town, "10-10 18:00") == []


async def test_two_workers_keep_to_one_a_day(town: Town) -> None:
    """Two workers who hold two reminders of one account send one of them [G1] [G3]."""
    await second_campaign(town)
    town.clock.set_to(at("09-10 12:00"))
    await town.settle(ONE)
    await draft_of(town, ONE)
    await draft_of(town, ONE, SECOND_CAMPAIGN)
    town.clock.set_to(at("10-07 10:00"))
    await plan(town.services)
    taken = await asyncio.gather(*(claim(town.services, 1) for _ in range(6)))
    taken.append(await claim(town.services, 10))
    assert [item.kind.value for notices in taken for item in notices] == [DRAFT]


async def test_who_wants_none(town: Town) -> None:
    """After «never» and after /stop nobody is reminded, also of what was queued before [G1] [G4]."""
    town.clock.set_to(at("09-10 12:00"))
    for account in (ONE, TWO, THREE):
        await town.settle(account)
        await draft_of(town, account)
    await set_manner(town.services, ONE, ReminderManner.NEVER)
    town.clock.set_to(at("10-07 10:00"))
    await plan(town.services)
    assert not any(str(ONE) in notice for notice in await states(town))
    await set_manner(town.services, TWO, ReminderManner.NEVER)
    await stop(town.services, THREE)
    assert await claim(town.services, 10) == []
    assert await get_manner(town.services, ONE) is ReminderManner.NEVER
    assert await get_manner(town.services, 999) is ReminderManner.EACH


async def test_a_rework_has_its_own_last_day(town: Town) -> None:
    """A returned application is reminded of before its own term ends, though no stage does [G1] [B6]."""
    town.clock.set_to(at("09-10 11:00"))
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    account = account_of(0)
    assert [item.kind.value for item in await remind(town, "09-10 11:01")] == ["proposal-decided"]
    found = {}
    for day in range(10, 30):
        for hour in (10, 18):
            for notice in await remind(town, f"09-{day} {hour}:00"):
                found[f"{day} {hour}"] = notice
    assert {notice.account_id for notice in found.values()} == {account}
    assert all(notice.facts["number"] == number for notice in found.values())
    last = max(int(moment.split()[0]) for moment in found)
    assert set(found) == {f"{last - 1} 10", f"{last} 10", f"{last} 18"}


async def test_a_rework_that_is_done(town: Town) -> None:
    """Withdrawn or sent again before the reminder goes out: it does not [G1] [B6]."""
    town.clock.set_to(at("09-10 11:00"))
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    await remind(town, "09-10 11:01")
    planned = False
    for day in range(11, 30):
        town.clock.set_to(at(f"09-{day} 10:00"))
        planned = planned or any("rework" in notice for notice in await _after_planning(town))
        if planned:
            break
    await withdraw(town.services, CAMPAIGN, account_of(0), number)
    assert [item for item in await claim(town.services, 10) if item.kind.value == REWORK] == []


async def _after_planning(town: Town) -> list[str]:
    await plan(town.services)
    return list(await states(town))


async def test_reminders_name_no_project(town: Town) -> None:
    """A row of the outbox has stage, moment and territory, and nothing of anybody's choice [G1] [E7]."""
    await voter(town, ONE, 0)
    notice = (await remind(town, "11-22 10:00"))[0]
    assert set(notice.facts) == {"stage", "territory", "moment"}
