"""An announcement in the walk: both languages, a picture, two people, a pause and a lost process (G2)."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from app import wiring
from app.demo.house import House, read_settings
from core.model.language import Language
from core.store import place
from demo.pictures import draw
from tests.walk.deciding import be_reminded_by
from tests.walk.demo import Demo, Resident
from tests.walk.freezing import OPENING
from tests.walk.staff import CAMPAIGN, OKRUG, Worker
from web.office.announcements import REPORT_ROWS

if TYPE_CHECKING:
    from playwright.async_api import FilePayload

ONE = "announcements/1"
FIRST, COUNT = 5_000_000, 400
MEANT = range(FIRST, FIRST + 380)
RUSSIAN = range(MEANT.stop, MEANT.stop + 10)
ELSEWHERE = range(RUSSIAN.stop, FIRST + COUNT)
"""Accounts that speak Kazakh in the village, Russian in it, Kazakh in another."""

TEN = OPENING + timedelta(days=1, hours=1)
WRITTEN = {
    "text-kk": "**Дауыс беру** жүріп жатыр.\nҚағаз бюллетень клубта.",
    "text-ru": "**Идёт голосование**.\nБумажный бюллетень – в клубе.",
    "territory": "ainakol",
    "language": "kk",
}
BEGINS = "Дауыс беру жүріп жатыр"


async def gather(demo: Demo) -> None:
    """Let a few hundred people have settled in the okrug, each with an account and a language."""
    await demo.sandbox.crowd(COUNT, FIRST)
    services = wiring.make_services(read_settings(House(demo.folder).settings("")))
    async with services.database.write() as connection:
        for accounts, language, territory in (
            (MEANT, Language.KAZAKH, "ainakol"),
            (RUSSIAN, Language.RUSSIAN, "ainakol"),
            (ELSEWHERE, Language.KAZAKH, "qonyrsai"),
        ):
            await connection.execute(insert(place.account), list(_accounts(accounts, language)))
            await connection.execute(insert(place.place), list(_places(accounts, territory)))
    await services.database.dispose()


def _accounts(accounts: Iterable[int], language: Language) -> Iterable[dict[str, object]]:
    known = {"language": language.value, "first_seen_at": OPENING, "akimat_id": OKRUG}
    return ({"account_id": each, **known} for each in accounts)


def _places(accounts: Iterable[int], territory: str) -> Iterable[dict[str, object]]:
    where = {"akimat_id": OKRUG, "campaign_id": CAMPAIGN, "territory": territory}
    return ({"account_id": each, **where} for each in accounts)


async def write(writer: Worker, telephone: Resident) -> None:
    """Write it in both languages with a picture, read it as people will, and have it on the own telephone."""
    await be_reminded_by(writer, telephone)
    await telephone.press("button-language-own")
    await writer.go("announcements/new")
    await writer.check("part", "not-voted")
    await writer.fill(WRITTEN)
    await writer.press("button-announcement-keep")
    picture: FilePayload = {"name": "үй.jpg", "mimeType": "image/jpeg", "buffer": draw("8-1-bridge.jpg")}
    await writer.page.set_input_files("#file", [picture])
    await writer.press("button-announcement-file")
    await writer.saw_done()
    await writer.shot("announcement")
    said = await writer.text()
    assert BEGINS in said
    assert "Идёт голосование" in said
    await writer.press("button-announcement-test")
    await writer.saw_done()
    await telephone.person.wait_for("Идёт голосование", timeout=60)


async def order(writer: Worker, approver: Worker) -> None:
    """Count whom it is for, name the hour; whoever wrote it does not approve it, another reads and does."""
    await writer.go(f"{ONE}/send")
    assert str(len(MEANT)) in await writer.text()
    await writer.check("when", "at")
    await writer.fill({"day": TEN.date().isoformat(), "hour": "10:00"})
    await writer.shot("announcement-send")
    await writer.press("button-announcement-schedule")
    await writer.saw_done()
    await writer.go(f"{ONE}/approve")
    assert await writer.page.locator('form[action$="/approve"]').count() == 0
    await approver.go(f"{ONE}/approve")
    await approver.shot("announcement-approve")
    await approver.press("button-announcement-approve")
    await approver.saw_done()


async def send(demo: Demo, writer: Worker, approver: Worker, observer: Worker) -> None:
    """At ten it goes out; it is paused, the process is killed, it goes on, and the report adds up."""
    assert await _reached(demo) == 0
    await demo.sandbox.move_clock(TEN + timedelta(seconds=1))
    async with asyncio.timeout(60):
        while await _reached(demo) == 0:
            assert demo.process.returncode is None
            await asyncio.sleep(0.05)
    status, _ = await approver.post(f"{ONE}/pause", {})
    assert status == 200
    assert 0 < (await report(observer))["waiting"] < len(MEANT)
    demo.kill_bot()
    status, _ = await writer.post(f"{ONE}/resume", {})
    assert status == 200
    async with asyncio.timeout(180):
        while await _reached(demo) < len(MEANT) or (await report(observer))["waiting"]:
            assert demo.process.returncode is None
            await asyncio.sleep(0.5)
    await observer.shot("announcement-report")
    assert (await report(observer))["delivered"] == len(MEANT)
    for account in (*RUSSIAN, *ELSEWHERE):
        assert (await demo.sandbox.crowd_person(account))["messages"] == 0
    assert (await demo.sandbox.crowd_person(FIRST))["last_text"].startswith(BEGINS)


async def report(observer: Worker) -> dict[str, int]:
    """Return how many people have it, or why not; together they are all for whom it is."""
    await observer.go(ONE)
    cells = await observer.page.locator("main td.number").all_inner_texts()
    found = dict(zip(REPORT_ROWS, (int(each) for each in cells), strict=False))
    assert sum(found.values()) == int(cells[len(REPORT_ROWS)]) == len(MEANT)
    return found


async def _reached(demo: Demo) -> int:
    return int((await demo.sandbox.crowd_report())["reached"])
