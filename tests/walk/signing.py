"""A paper sheet in the walk: two clerks, one who has voted, one who says it was not him (E8, E10)."""

from demo.imports import later_rows
from tests.walk.demo import Resident
from tests.walk.freezing import OPENING
from tests.walk.staff import Worker
from tests.walk.voting import AIGERIM, VIKTOR

SHEET = "sheets/1"
LONG_AGO = 2000
"""Whoever was born and registered before is of age and entitled."""

SIGNED = tuple(
    row.iin
    for row in later_rows()
    if max(row.birth_date.year, row.reg_from.year) < LONG_AGO and row.reg_kind == "permanent"
)[:18]
"""Villagers of both lists of the okrug, who use no telephone of the walk."""

ANSWER = {
    "answer-kk": "Парақтағы қол салыстырылды: ол Сіздікі емес. Материал полицияға берілді.",
    "answer-ru": "Подпись в листе сверена: она не ваша. Материалы переданы в полицию.",
}


async def open_sheet(clerk: Worker) -> None:
    """Open a sheet of a place with a connection, and have paper to sign and slips to give out."""
    await clerk.go("sheets")
    await clerk.check("connection", "yes")
    await clerk.press("button-sheets-open")
    for path in (f"{SHEET}/sheet.pdf", "sheets/ballots/okrug.pdf"):
        assert (await clerk.download(path)).startswith(b"%PDF")


async def take_lines(clerk: Worker) -> None:
    """Type who signs; whoever has voted is refused with the reason, so that the envelope stays closed."""
    await clerk.go(SHEET)
    for line, iin in enumerate((VIKTOR, *SIGNED), start=1):
        await clerk.fill({"iin": iin})
        await clerk.press("button-sheet-line")
        assert clerk.say("sheet-answer-accepted", line=line) in await clerk.text()
        assert iin not in await clerk.page.content()
    await clerk.fill({"iin": AIGERIM})
    await clerk.press("button-sheet-line")
    assert clerk.say("sheet-reason-voted-already") in await clerk.refusal()
    await clerk.shot("sheet-refused-line")
    await clerk.press("button-sheet-finish")
    await clerk.saw_done()


async def type_again(second: Worker) -> None:
    """Let the second person type every line anew, without seeing the first one's, and compare."""
    await second.go(SHEET)
    typed = (VIKTOR, *SIGNED, AIGERIM)
    await second.fill({f"iin-{line}": iin for line, iin in enumerate(typed, start=1)})
    await second.shot("sheet-again")
    await second.press("button-sheet-compare")
    await second.saw_done()
    await second.shot("sheet-confirmed")
    await second.go(f"{SHEET}/refused")
    assert second.say("sheet-reason-voted-already") in await second.text()
    await second.shot("sheet-refused")


async def say_it_was_not_me(resident: Resident) -> None:
    """Be told that a vote was counted in one's name, never for what, and press that it was somebody else."""
    told = resident.shown("notice-vote-counted", title="", day=OPENING.date(), channel="paper")
    view = await resident.person.wait_for(told.splitlines()[0], timeout=60)
    assert "№" not in view.text, view.text
    await resident.press("button-not-me")
    view = await resident.press("button-dispute-yes")
    assert resident.shown("dispute-opened", number=1).splitlines()[0] in view.text


async def see_case(observer: Worker) -> None:
    """Find the case with sheet and line, nobody's name or number, and answer it."""
    await observer.go("cases")
    await observer.shot("cases")
    await observer.go("cases/1")
    said = await observer.text()
    assert observer.say("cases-sheet-line", sheet=1, line=1) in said
    assert VIKTOR not in await observer.page.content()
    await observer.shot("case")
    await observer.fill(ANSWER)
    await observer.press("button-case-close")
    await observer.saw_done()


async def hear_answer(resident: Resident) -> None:
    """Read the observer's words."""
    await resident.person.wait_for(ANSWER[f"answer-{resident.language}"], timeout=60)
