"""`python -m app demo`, as a newcomer runs it: one command, no token, no network."""

import asyncio
import os
import re
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar

from app.demo.data import read_listed
from app.demo.house import House, read_settings
from app.wiring import make_services
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.settings import OpenBoxes
from core.store import ledger
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.listing import ProposalFilter, ProposalOrder, list_proposals
from core.usecases.place.choosing import require_rulebook
from core.usecases.review.reading import list_waiting
from sandbox.client import Sandbox
from tests.app.processes import PATIENCE, children, command, ended, started, stopped

pytestmark = pytest.mark.slow

TOWN = CampaignId("semey", "semey-demo")
OKRUG = CampaignId("ainakol", "rural-okrug")


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: its supervisor, its sandbox, and what it has printed."""

    process: Process
    sandbox: Sandbox
    printed: str

    def bot(self) -> int:
        """Return the process of the bot."""
        return next(pid for pid in children(self.process.pid) if " bot run" in command(pid))


@asynccontextmanager
async def _running(folder: Path, *options: str) -> AsyncIterator[Demo]:
    async with started("app", "demo", "--port", "0", "--folder", str(folder), *options) as process:
        printed = await asyncio.wait_for(_read_greeting(process), PATIENCE)
        found = re.match(r"chat: (http://127\.0\.0\.1:\d+)/\n", printed)
        assert found, printed
        async with Sandbox(found[1], patience=PATIENCE) as sandbox:
            await sandbox.idle()
            yield Demo(process, sandbox, printed)


async def _read_greeting(process: Process) -> str:
    assert process.stdout is not None
    printed = ""
    while "Ctrl-C.\n" not in printed.partition("Откройте")[2]:
        line = await process.stdout.readline()
        assert line, printed
        printed += line.decode()
    return printed


async def test_the_demo_begins_with_open_voting_and_ends_cleanly(tmp_path: Path) -> None:
    """One command gives an address, codes, answers, a vote and an intake; a stop leaves no process [N1]."""
    async with _running(tmp_path / "demo") as demo:
        codes = re.findall(r"^[2-9A-Y]{4}-[2-9A-Y]{4} – ", demo.printed, re.MULTILINE)
        assert len(codes) == 12, "three codes of two campaigns in two languages"
        view = await demo.sandbox.person(1001).start()
        assert view.text
        assert view.labels
        instants = (await demo.sandbox.get("/api/instants"))["instants"]
        assert [each["is_past"] for each in instants] == [False] * 7
        assert [each["at"] for each in instants] == sorted(each["at"] for each in instants)
        assert {frozenset(each["name"]) for each in instants} == {frozenset({"kk", "ru"})}
        await _check_office(demo)
        offspring = children(demo.process.pid)
        assert len(offspring) == 3
        status, said = await stopped(demo.process)
    assert (status, said) == (0, "")
    assert [command(pid) for pid in offspring] == [""] * 3
    await _check_town(House(tmp_path / "demo"))
    await _check_okrug(House(tmp_path / "demo"))


async def _check_office(demo: Demo) -> None:
    """Somebody of the staff signs in with what their phone shows, and every akimat has all it needs."""
    told = await demo.sandbox.get("/api/staff")
    assert f"office: {told['office']}\npublic: {told['public']}\n" in demo.printed
    logins = {each["login"].partition(".")[0] for each in told["staff"]}
    assert logins == {"semey", "ainakol"}
    assert len({each["password"] for each in told["staff"]}) == len(told["staff"])
    assert not any(each["password"] in demo.printed for each in told["staff"])
    member = next(each for each in told["staff"] if each["login"] == "semey.clerk")
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with browser.get(f"{told['office']}sign-in") as answer:
            (key,) = re.findall(r'name="form_key" value="(\w+)"', await answer.text())
        form = {"form_key": key} | {name: member[name] for name in ("login", "password", "code")}
        async with browser.post(f"{told['office']}sign-in", data=form) as answer:
            assert str(answer.url) == told["office"]
            assert member["name"] in await answer.text()


async def _check_town(house: House) -> None:
    services = make_services(read_settings(house.settings("")))
    rulebook = await require_rulebook(services, TOWN)
    voting = rulebook.stages[Stage.VOTING]
    now = datetime.now(UTC)  # noqa: TID251  (the demo itself begins at the machine's time)
    assert voting.is_open(now)
    assert voting.opens > now - timedelta(days=2)
    async with services.database.read() as connection:
        counts = [await ledger.count_roll(connection, TOWN, slug) for slug in rulebook.voting.territories]
    await services.database.dispose()
    assert all(counts), "neighbours have voted in each territory"


async def _check_okrug(house: House) -> None:
    services = make_services(read_settings(house.settings("")))
    rulebook = await require_rulebook(services, OKRUG)
    now = datetime.now(UTC)  # noqa: TID251  (the demo itself begins at the machine's time)
    intake, discussion = rulebook.stages[Stage.INTAKE], rulebook.stages[Stage.DISCUSSION]
    assert intake.is_open(now)
    assert discussion.is_open(now)
    assert timedelta(days=8) < intake.closes - now <= timedelta(days=9)
    page = await list_proposals(services, OKRUG, 1001, shown=ProposalFilter(order=ProposalOrder.SUPPORT))
    cards = [await proposal_card(services, OKRUG, 1001, line.number) for line in page.proposals]
    waiting = await list_waiting(services, OKRUG)
    await services.database.dispose()
    assert [card.supports for card in cards] == [14, 11, 9, 6, 3]
    assert all(card.contents.pictures for card in cards)
    assert sum(len(card.questions) for card in cards) == 2
    assert [proposal.number for proposal in waiting.for_clerk] == [6]


async def test_a_killed_bot_comes_back_and_loses_nothing(tmp_path: Path) -> None:
    """After kill -9 the bot is started again, and what was sent meanwhile is answered [N1] [P5]."""
    async with _running(tmp_path / "demo") as demo:
        person = demo.sandbox.person(1002)
        before = len((await person.start()).messages)
        former = demo.bot()
        os.kill(former, signal.SIGKILL)
        view = await person.send("/start")
        assert len(view.messages) > before + 1
        assert demo.bot() != former
        await stopped(demo.process)


def without_addresses(printed: str) -> list[str]:
    """Return the printed lines but those with an address: ports are others at each start."""
    return [line for line in printed.splitlines() if "http://" not in line]


async def test_a_kept_demo_goes_on_and_a_new_one_begins_anew(tmp_path: Path) -> None:
    """With --keep codes and clock are those of before; without it everything is new [N1]."""
    folder = tmp_path / "demo"
    async with _running(folder) as demo:
        first = demo.printed
        await demo.sandbox.move_clock(seconds=3600)
        await stopped(demo.process)
    async with _running(folder, "--keep") as demo:
        assert without_addresses(demo.printed) == without_addresses(first)
        assert (await demo.sandbox.get("/api/clock"))["offset"] == 3600
        await stopped(demo.process)
    async with _running(folder) as demo:
        assert without_addresses(demo.printed) != without_addresses(first)
        assert (await demo.sandbox.get("/api/clock"))["offset"] == 0
        await stopped(demo.process)


def test_the_clerks_list_is_read_with_its_notes() -> None:
    """Empty lines are no people, and a note tells whose phone waits for the code [E2]."""
    listed = read_listed("991231100050  # 1003\n\n991231200077  # daughter of 1005\n991231100122\n")
    assert [(person.iin[-3:], person.note) for person in listed] == [
        ("050", "1003"),
        ("077", "daughter of 1005"),
        ("122", ""),
    ]


async def test_an_operators_command_runs_on_the_demo(tmp_path: Path) -> None:
    """The command for clerk and council uses the database of the demo, or says that there is none [N1]."""
    house = House(tmp_path / "demo")
    arguments = ("app", "core", "--folder", str(house.folder), "open", OKRUG.campaign)
    async with started(*arguments) as process:
        status, said = await ended(process)
    assert status == 1
    assert "There is no demo" in said
    async with _running(house.folder) as demo:
        async with started(*arguments) as process:
            assert await ended(process) == (0, "")
        await stopped(demo.process)


def test_who_opens_the_boxes_of_a_demo(tmp_path: Path) -> None:
    """The clock, or two people as at an akimat where the demo was started so [E7]."""
    for is_by_hand, said in ((False, OpenBoxes.AUTO), (True, OpenBoxes.BY_HAND)):
        house = House(tmp_path / said, is_opened_by_hand=is_by_hand)
        house.begin_anew()
        assert read_settings(house.settings("")).open_boxes is said
