"""Decisions, support and mergings that collide, from processes of their own on one database (D6, B6)."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.rules.review import ReviewAct
from core.store import discussion
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.merging import offer
from core.usecases.discussion.questions import ask
from core.usecases.discussion.support import support
from core.usecases.proposal.mine import my_proposal
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.proposals import INTAKE, account_of, author, decided, registered, submitted, told
from tests.support.town import CAMPAIGN, Town


@pytest.fixture(autouse=True)
def intake(town: Town, tmp_path: Path) -> None:
    """Let town and processes stand in the stage of discussion."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)


async def racer(town: Town, folder: Path, *job: object) -> Process:
    """Start a process that tries a job several times at once."""
    return await start(town, folder, *map(str, job), module="tests.support.talk_racer")


async def test_twenty_supports_of_a_person_are_one(town: Town, tmp_path: Path) -> None:
    """On two accounts, by telephone and by code, from four processes: one supporter [D6] [P3]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    await town.settle(7900)
    await town.issue(1)
    await town.by_code(7900, 1)
    racers = [await racer(town, tmp_path, "support", each, number) for each in (account, 7900) * 2]
    assert [answer for answers in await run(*racers) for answer in answers] == ["done"] * 20
    async with town.services.database.read() as connection:
        assert await discussion.count_support(connection, CAMPAIGN) == {number: 1}


async def test_each_is_merged_into_one_alone(town: Town, tmp_path: Path) -> None:
    """Two authors agree at once to take in the same proposal, and it agrees to a third: one holds [D6]."""
    first, number, second = [await registered(town, person) for person in range(3)]
    await author(town, 3)
    await support(town.services, CAMPAIGN, account_of(3), number)
    for into in (first, second):
        await offer(town.services, CAMPAIGN, account_of(1), number, into)
    await offer(town.services, CAMPAIGN, account_of(0), first, number)
    racers = [
        await racer(town, tmp_path, "settle", account_of(0), number, first),
        await racer(town, tmp_path, "settle", account_of(2), number, second),
        await racer(town, tmp_path, "settle", account_of(1), first, number),
    ]
    answers = await run(*racers)
    done = [set(each) == {"done"} for each in answers]
    assert sum(done) >= 1
    cards = {
        each: await proposal_card(town.services, CAMPAIGN, account_of(3), each)
        for each in (first, number, second)
    }
    merged = [each for each, card in cards.items() if card.status is ProposalStatus.MERGED]
    assert sum(card.supports for card in cards.values()) == 1
    taken_in = {card.merged_into for card in cards.values()} - {None}
    assert taken_in <= set(cards) - set(merged)
    assert sorted(each for card in cards.values() for each in card.merged) == merged


async def test_clerk_and_author_come_one_after_the_other(town: Town, tmp_path: Path) -> None:
    """Registered or withdrawn, never both: whoever is second is refused, and history is of one [B6] [C1]."""
    number = await submitted(town, 0)
    racers = [
        await racer(town, tmp_path, "register", number),
        await racer(town, tmp_path, "withdraw", account_of(0), number),
        await racer(town, tmp_path, "refuse", number),
    ]
    register, withdraw, refuse = await run(*racers)
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    events = [event.status for event in found.history]
    assert register.count("done") <= 1
    assert refuse.count("done") <= 1
    if found.proposal.status is ProposalStatus.WITHDRAWN:
        assert set(withdraw) == {"done"}
        assert events == [ProposalStatus.SUBMITTED, ProposalStatus.WITHDRAWN]
    else:
        assert set(withdraw) == {"withdraw-too-late"}
        assert ProposalStatus.WITHDRAWN not in events
    assert len(await told(town, "proposal-decided")) == len(events) - 1 - withdraw.count("done") // 5


async def test_a_rework_meets_no_second_decision(town: Town, tmp_path: Path) -> None:
    """While the author resubmits the clerk decides on what lies there, and nothing is lost [B6] [C1]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    racers = [
        await racer(town, tmp_path, "submit", account_of(0), draft.draft_id),
        await racer(town, tmp_path, "register", number),
        await racer(town, tmp_path, "return", number),
    ]
    submits, register, back = await run(*racers)
    assert set(submits) == {"done"}
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert found.proposal.version == 2
    events = [event.status.value for event in found.history]
    assert events[:3] == ["submitted", "returned", "submitted"]
    assert events[3:] == [found.proposal.status.value] * (register.count("done") + back.count("done"))


async def test_questions_of_a_hasty_person(town: Town, tmp_path: Path) -> None:
    """However many come at once, three wait and have numbers of their own [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    racers = [await racer(town, tmp_path, "ask", account, number, name) for name in ("A", "B", "C")]
    answers = [answer for told_one in await run(*racers) for answer in told_one]
    assert answers.count("done") == 3
    assert set(answers) == {"done", "questions-waiting"}
    async with town.services.database.read() as connection:
        rows = await discussion.list_questions(connection, CAMPAIGN, number)
    assert [row["question_id"] for row in rows] == [1, 2, 3]


async def hold_writes(town: Town, table: str, *racers: Coroutine[Any, Any, object]) -> None:
    """Let the racers begin one after the other, each until a lock stops it, and then go on all at once.

    Nobody writes to ``table`` meanwhile, so that the first one stands still in the middle of its work. SQLite
    lets one write at a time: there the racers just meet.
    """
    database = town.services.database
    async with asyncio.TaskGroup() as group:
        if database.dialect != "postgresql":
            for racing in racers:
                group.create_task(racing)
            return
        async with database.write() as connection:
            await connection.execute(text(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"))
            for place, racing in enumerate(racers, start=1):
                group.create_task(racing)
                while await _count_stopped(connection) < place:
                    pass


async def _count_stopped(connection: AsyncConnection) -> int:
    # The view stands still within a transaction unless it is told to look again.
    await connection.execute(text("SELECT pg_stat_clear_snapshot(), pg_sleep(0.01)"))
    stopped = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    here = " AND datname = current_database()"
    return int((await connection.execute(text(stopped + here))).scalar_one())


async def test_a_question_meets_the_councils_decision(town: Town) -> None:
    """Whoever asks holds the campaign, who admits the proposal, each writes beside the other's [D6] [C2]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    asked = ask(town.services, CAMPAIGN, account, number, text="Қашан?", language=Language.KAZAKH)
    await hold_writes(town, "question", asked, decided(town, number, ReviewAct.ADMIT))
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert found.proposal.status is ProposalStatus.ADMITTED
    async with town.services.database.read() as connection:
        assert len(await discussion.list_questions(connection, CAMPAIGN, number)) == 1


async def test_a_rework_is_opened_and_submitted_at_once(town: Town) -> None:
    """On two accounts of one author: one begins while the other submits, and neither is stuck [B6]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    await town.settle(7900)
    await town.issue(0)
    await town.by_code(7900, 0)
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    await hold_writes(
        town,
        "draft",
        open_rework(town.services, CAMPAIGN, 7900, number),
        submit(town.services, CAMPAIGN, account_of(0), draft.draft_id),
    )
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert found.proposal.version == 2
