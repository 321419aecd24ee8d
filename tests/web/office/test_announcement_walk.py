"""From the page to the telephone: one district's Kazakh speakers who have not voted, a pause and a kill (G2).

The worker is a process of its own, as in production, and people are those of the sandbox.
"""

import asyncio
import os
import re
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from os import urandom
from pathlib import Path

import pytest

from core.model.language import Language
from core.model.person import Verification
from core.model.vote import Channel, RollEntry
from core.store import voting
from core.usecases.office.linking import link_account, make_invitation
from core.usecases.place.account import choose_language
from core.usecases.voting.casting import cast_vote
from sandbox.running import RunningSandbox
from tests.support.announcing import settle_many
from tests.support.clock import FakeClock
from tests.support.front import strict_locales
from tests.support.proposals import picture
from tests.support.town import CAMPAIGN, IINS, OPEN, Town, build_town
from tests.web.conftest import Site
from tests.web.office.press import BASE, FORM, ONE, Press, gathered
from tests.worker.processes import bubbles, start_announcing
from web.office.announcements import REPORT_ROWS

TEN = datetime(2026, 11, 21, 5, tzinfo=UTC)
"""Ten in the morning of the next day by the clock of Almaty."""

FIRST, COUNT, RATE = 5_000_000, 130, 20
AUDIENCE = range(FIRST, FIRST + 90)
RUSSIAN = range(FIRST + 90, FIRST + 100)
ELSEWHERE = range(FIRST + 100, FIRST + 110)
VOTED = range(FIRST + 110, FIRST + COUNT)
AIGUL, WRITER = 1001, 1002
LEASE_SECONDS = 120


@pytest.fixture
async def town(postgres_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A town on PostgreSQL: who is meant lives in two parts of one district, the others are not meant."""
    built = await build_town(postgres_url, tmp_path)
    # Sessions and leases have a time of their own: nobody is signed out when the campaign's day changes.
    built.services = replace(built.services, real_clock=FakeClock(OPEN), announcement_alone_most=10)
    kazakh = Language.KAZAKH
    await settle_many(built, [*AUDIENCE[:60], AIGUL], language=kazakh)
    await settle_many(built, AUDIENCE[60:], territory="arman", language=kazakh)
    await settle_many(built, RUSSIAN, language=Language.RUSSIAN)
    await settle_many(built, ELSEWHERE, territory="samal-1", language=kazakh)
    await settle_many(built, VOTED, language=kazakh)
    for person, account in enumerate(VOTED[: len(IINS)]):
        await built.settle(account)
        await choose_language(built.services, account, kazakh)
        await built.by_phone(account, person)
        await cast_vote(built.services, CAMPAIGN, account, number=1, session=None)
    # A count that left out fewer than twenty would tell who they are: so many have voted (G2).
    for number, account in enumerate(VOTED[len(IINS) :], start=len(IINS)):
        await took_part(built, account, number)
    yield built
    await built.services.database.dispose()


async def took_part(town: Town, account: int, number: int) -> None:
    """Enter that somebody voted on this account."""
    entry = RollEntry(number=number, token=urandom(32), channel=Channel.BOT, territory="ortalyq")
    async with town.services.database.write() as connection:
        await voting.add_participation(
            connection,
            CAMPAIGN,
            voter_key=urandom(32),
            entry=entry,
            verification=Verification.PHONE,
            day=OPEN.date(),
            account_id=account,
        )


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A Telegram with a crowd, and two people whose screens are looked at."""
    people = [{"id": AIGUL, "first_name": "Айгүл"}, {"id": WRITER, "first_name": "Дана"}]
    async with RunningSandbox(people=people, patience=30) as running:
        await running.crowd(COUNT, FIRST)
        for each in (AIGUL, WRITER):
            await running.person(each).start(wait=False)
        yield running


async def reached(sandbox: RunningSandbox, people: int, process: Process) -> None:
    """Wait until so many have it."""
    while (await sandbox.crowd_report())["reached"] < people:
        assert process.returncode is None, "it ended too early"
        await asyncio.sleep(0.01)


async def report(press: Press) -> dict[str, int]:
    """Return the report as the observer reads it; it adds up."""
    status, page = await press.observer.get(ONE)
    assert status == 200
    numbers = [int(each) for each in re.findall(r'<td class="number">(?:<strong>)?(\d+)', page)]
    found = dict(zip((*REPORT_ROWS, "sum"), numbers, strict=True))
    assert sum(found[row] for row in REPORT_ROWS) == found["sum"] == len(AUDIENCE) + 1
    return found


async def ordered(press: Press, town: Town, sandbox: RunningSandbox, folder: Path, database: str) -> None:
    """Write it with a picture, see a test, schedule it for ten and let the second person approve it."""
    await press.writer.post(BASE, {**FORM, "territory": "ortalyq"})
    files = {"file": ("poster.jpg", picture())}
    assert (await press.writer.post(f"{ONE}/file", {"version": "1"}, files=files))[0] == 200
    await link_account(town.services, await make_invitation(town.services, press.writer.actor), WRITER)
    assert (await press.writer.post(f"{ONE}/test"))[0] == 200
    tester = await start_announcing(database, folder, sandbox, instant=OPEN, later=0, rate=RATE)
    assert await asyncio.wait_for(tester.wait(), 60) == 0
    form = {"version": "2", "when": "at", "day": "2026-11-21", "hour": "10:00"}
    status, page = await press.writer.post(f"{ONE}/send", form)
    assert (status, ">90 и больше<" in page) == (200, True)
    assert (await press.approver.post(f"{ONE}/approve", {"version": "2"}))[0] == 200


@pytest.mark.slow
async def test_from_the_page_to_the_phone(
    site: Site, town: Town, sandbox: RunningSandbox, postgres_url: str, tmp_path: Path
) -> None:
    """Paused in the middle, resumed, the worker killed, gone on: all have it, and the report adds up [G2]."""
    press = await gathered(site, town)
    await ordered(press, town, sandbox, tmp_path, postgres_url)
    assert await bubbles(sandbox, WRITER) == 2, "the test, in both languages"
    early = await start_announcing(postgres_url, tmp_path, sandbox, instant=OPEN, later=0, rate=RATE)
    assert await asyncio.wait_for(early.wait(), 60) == 0
    assert (await sandbox.crowd_report())["reached"] == 0, "nobody before ten"
    town.clock.set_to(TEN)
    first = await start_announcing(postgres_url, tmp_path, sandbox, instant=TEN, later=0, rate=RATE)
    await reached(sandbox, 25, first)
    assert (await press.approver.post(f"{ONE}/pause"))[0] == 200
    assert await asyncio.wait_for(first.wait(), 60) == 0
    paused = await report(press)
    assert 0 < paused["waiting"] < len(AUDIENCE)
    assert (await press.writer.post(f"{ONE}/resume"))[0] == 200
    second = await start_announcing(postgres_url, tmp_path, sandbox, instant=TEN, later=0, rate=RATE)
    await reached(sandbox, 60, second)
    os.kill(second.pid, signal.SIGKILL)
    await second.wait()
    assert (await report(press))["waiting"] > 0
    third = await start_announcing(
        postgres_url, tmp_path, sandbox, instant=TEN, later=LEASE_SECONDS, rate=RATE
    )
    assert await asyncio.wait_for(third.wait(), 120) == 0
    done = await report(press)
    assert (done["delivered"], done["waiting"]) == (len(AUDIENCE) + 1, 0)
    await assert_arrived(sandbox)


async def assert_arrived(sandbox: RunningSandbox) -> None:
    """Everybody who was meant has it in Kazakh, nobody else has anything, and the picture stands on top."""
    words = strict_locales().words(Language.KAZAKH)
    for account in AUDIENCE:
        got = await sandbox.crowd_person(account)
        assert got["messages"] >= 1
        assert got["last_text"].startswith("Жиналыс ертең")
    for account in (*RUSSIAN, *ELSEWHERE, *VOTED):
        assert (await sandbox.crowd_person(account))["messages"] == 0
    phone = await sandbox.person(AIGUL).chat()
    assert phone.text.startswith("Жиналыс ертең\nсағат 18:00-де.")
    assert phone.labels == [words("button-announcements-off")]
    assert phone.last["photo"]
