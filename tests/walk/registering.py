"""The clerk's desk in the walk: a register for two people, codes on paper, an application on paper."""

import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.model.register import ImportState
from core.rules.register import RegisterFault
from demo.imports import CSV, XLSX, later_rows
from demo.pictures import draw
from demo.villagers import FOLDER
from sandbox.authenticator import code_at
from tests.core.documents.reading import pdf_text
from tests.walk.demo import Resident
from tests.walk.staff import CAMPAIGN, Story, Worker, text_of

if TYPE_CHECKING:
    from playwright.async_api import FilePayload

NEWCOMERS = [row.iin for row in later_rows()[-2:]]
"""Two who have moved in lately and have no code."""

AUTHOR = later_rows()[-3].iin
"""Who brings an application on paper."""

TITLE = "Қоңырсайдағы көпірдің тақтайын ауыстыру"
PASSWORD = "қызыл қоян қырда қалды"
CLERK_IIN = "991231280005"
"""Of ``ainakol.clerk`` in ``staff.toml``: nobody who lives."""

_CODE = re.compile(r"\b[2-9ACEHKMPTXY]{4}-[2-9ACEHKMPTXY]{4}\b")


async def load(worker: Worker, name: str) -> None:
    """Load one of the demo's files and wait for what came of it."""
    await worker.go("register")
    await worker.page.set_input_files("#table", FOLDER / name)
    await worker.press("button-register-load")
    assert name in await worker.text()


async def load_both(clerk: Worker) -> None:
    """Load the text, then the spreadsheet; every line that is wrong is told with its fault."""
    faults = {
        CSV: {
            RegisterFault.IIN_WRONG,
            RegisterFault.IIN_MISSING,
            RegisterFault.IIN_SCIENTIFIC,
            RegisterFault.TERRITORY_UNKNOWN,
            RegisterFault.BIRTH_DATE_WRONG,
            RegisterFault.PHONE_WRONG,
        },
        XLSX: {RegisterFault.IIN_WRONG, RegisterFault.KIND_UNKNOWN, RegisterFault.REGISTRATION_REVERSED},
    }
    for number, (name, told) in enumerate(faults.items(), start=await next_import(clerk)):
        await load(clerk, name)
        said = await clerk.text()
        assert {fault for fault in RegisterFault if clerk.say(f"register-fault-{fault}") in said} == told
        assert len(await clerk.page.locator("#notes ~ div tbody").last.locator("tr").all()) == len(told)
        table = (await clerk.download(f"register/{number}/notes.csv")).decode("utf-8-sig")
        assert len(table.splitlines()) == len(told) + 1
        await clerk.shot(f"register-{name.partition('.')[2]}")


async def next_import(clerk: Worker) -> int:
    """Return the number that the next file gets: the one in force came without the office."""
    await clerk.go("register")
    return len(await clerk.page.locator("td[data-label] > a").all()) + 1


async def second_login(story: Story) -> Worker:
    """Let the administrator give the clerk a second login, and sign in with it; the password is changed."""
    admin = await story.worker("admin")
    await admin.page.goto(f"{admin.url}staff/new")
    await admin.fill(
        {
            "login": "ainakol.again",
            "iin": CLERK_IIN,
            "name": "Әбенова Ж. С.",
            "position_kk": "бас маман",
            "position_ru": "главный специалист",
        }
    )
    await admin.check("role", "akim")
    await admin.check("language", "ru")
    await admin.shot("staff-new")
    await admin.press("button-staff-add")
    password, secret = [await admin.page.inner_text(f"#made-{each}") for each in ("password", "secret")]
    made = {"login": "ainakol.again", "password": password, "code": code_at(secret, time.time())}
    again = await story.office.sign_in(made, admin.url)
    assert again.page.url.endswith("/password"), "nobody keeps a password that another has seen"
    await again.fill({"old": password, "new": PASSWORD, "again": PASSWORD})
    await again.press("button-own-password")
    return again


async def approve(own: Worker, second: Worker, number: int) -> None:
    """Refuse the same person by either login, then let another person put the register in force."""
    await own.go(f"register/{number}")
    assert own.say("register-own") in await own.text()
    assert await own.page.locator('form[action$="/approve"]').count() == 0
    await own.shot("register-same-person")
    status, said = await own.post(f"register/{number}/approve", {})
    assert status == 422
    assert own.say("refusal-office-same-person") in said.decode()
    await second.go(f"register/{number}")
    await second.shot("register-waiting")
    await second.press("button-register-approve")
    await second.saw_done()
    assert second.say(f"register-state-{ImportState.APPROVED}") in await second.text()


async def print_codes(clerk: Worker, iins: Sequence[str] = tuple(NEWCOMERS)) -> list[str]:
    """Issue codes for people and return those that the printed list shows; the page is gone after."""
    await clerk.go("codes")
    await clerk.fill({"iins": "\n".join(iins)})
    await clerk.press("button-codes-typed")
    await clerk.shot("codes")
    shown = _CODE.findall(await clerk.text())
    printed = pdf_text(await clerk.download(clerk.page.url.partition(f"{CAMPAIGN}/")[2] + "/codes.pdf"))
    assert len(shown) == len(iins)
    assert all(code in printed for code in shown)
    assert not any(iin in printed for iin in iins), "an IIN stands nowhere"
    return shown


PAPER = {
    "iin": AUTHOR,
    "received_on": "2026-11-20",
    "author_kind": "resident",
    "name": "Өмірбекова Қарлығаш",
    "phone": "8 700 000 90 01",
    "direction": "roads-and-bridges",
    "description": "Көпірдің үш тақтайы сынған, балалар мектепке айналып барады. Ауыстырайық.",
    "territory": "qonyrsai",
    "landmark": "Бұлақ көшесінің соңы, көпір",
    "sum": "850 мың",
}
"""What stands on the paper but the title, which is typed first."""


async def enter_paper(clerk: Worker) -> tuple[int, str]:
    """Type an application, with faults first; return its number and the code on its slip."""
    await clerk.go("paper")
    await clerk.press("button-paper-new")
    await clerk.fill({"title": TITLE, "sum": "көп", "iin": "123"})
    await clerk.press("button-paper-check")
    assert len(await clerk.page.locator("[role=alert] li").all()) > len(("sum", "iin"))
    await clerk.shot("paper-faults")
    await clerk.fill(PAPER)
    await clerk.check("consent", "yes")
    picture: FilePayload = {"name": "көпір.jpg", "mimeType": "image/jpeg", "buffer": draw("8-1-bridge.jpg")}
    await clerk.page.set_input_files("#pictures", [picture])
    await clerk.press("button-paper-check")
    assert "850" in await clerk.page.locator(".notice.good").inner_text()
    await clerk.shot("paper-read-back")
    await clerk.press("button-paper-enter")
    number = int(clerk.page.url.partition("entered/")[2])
    await clerk.shot("paper-entered")
    status, slip = await clerk.post(f"paper/entered/{number}/slip", {"issue": "0"})
    assert status == 200
    (code,) = set(_CODE.findall(text_of(slip)))
    return number, code


async def claim(author: Resident, number: int, code: str) -> None:
    """Type the slip's code in the chat: the application is there, with what was typed at the desk."""
    await author.person.send("/propose")
    await author.press("button-claim")
    await author.person.send("2222-2222")
    view = await author.person.send(code)
    assert f"№ {number}" in view.text
    view = await author.press("button-claim-open")
    assert TITLE in view.text
