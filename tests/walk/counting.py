"""After the close in the walk: slips by two people, the box by two people, the numbers add up (E8, F1)."""

import asyncio
from collections import Counter
from datetime import timedelta

from playwright.async_api import Browser

from core.language.markup import plain
from core.model.language import Language
from tests.walk.demo import LOCALES, START_PATIENCE, Demo, Resident
from tests.walk.freezing import BRIDGE, LATER_CLOSING, PUMPS, ROOM, WHERE
from tests.walk.looking import anybody, read
from tests.walk.signing import SIGNED
from tests.walk.staff import Worker

INVALID = "0"
SLIPS = (*[str(PUMPS)] * 14, *[str(BRIDGE)] * 3, INVALID, INVALID)
"""What stands on the slips of the sheet; two have no mark, or more than one."""

IN_BOT = Counter({PUMPS: 2, BRIDGE: 1, ROOM: 1})
"""For what people have voted in the bot."""

VOTES = IN_BOT + Counter(int(each) for each in SLIPS if each != INVALID)
ROLL = IN_BOT.total() + len(SLIPS)
assert len(SLIPS) == len(SIGNED) + 1


async def close(demo: Demo, observer: Worker) -> None:
    """End the voting: nothing opens by the clock while slips lie uncounted."""
    await demo.sandbox.move_clock(LATER_CLOSING + timedelta(minutes=1))
    closed = observer.say("opening-state-closed")
    async with asyncio.timeout(START_PATIENCE):
        await observer.go("opening")
        while closed not in await observer.text():
            await asyncio.sleep(0.5)
            await observer.go("opening")
    said = await observer.text()
    assert observer.say("refusal-opening-paper-open") in said
    assert observer.say("opening-slips-missing") not in said, "what nobody has counted is not missing"
    await observer.shot("opening-slips-missing")


async def count_slips(first: Worker, second: Worker) -> None:
    """Let one person count, then another without seeing the first one's count: both find the same."""
    typed = "\n".join(SLIPS)
    await first.go(f"slips/{WHERE}")
    await first.fill({"slips": typed})
    await first.press("button-slips-count")
    await first.go("slips")
    await first.shot("slips-first")
    await second.go(f"slips/{WHERE}")
    assert typed not in await second.page.content()
    await second.fill({"slips": "\n".join(reversed(SLIPS))})
    await second.shot("slips-second")
    await second.press("button-slips-count")
    await second.saw_done()


async def open_box(secretary: Worker, akim: Worker, observer: Worker) -> None:
    """Let one person ask and another confirm; the observer reads every step and has no button."""
    await secretary.go("opening")
    await secretary.press("button-opening-ask")
    await secretary.saw_done()
    assert await secretary.page.locator('main button[value="confirm-open"]').count() == 0
    await observer.go("opening")
    await observer.shot("opening-asked")
    await akim.go("opening")
    await akim.shot("opening-confirm")
    await akim.press("button-opening-confirm")
    await akim.saw_done()
    await observer.go("opening")
    await observer.shot("opening-opened")
    said = await observer.text()
    assert observer.say("opening-counted") in said
    assert await observer.page.locator("main form").count() == 0


async def destroy_key(akim: Worker, secretary: Worker, observer: Worker) -> None:
    """Destroy the key of the opened box, again by two people, so that no old copy can be read with it."""
    await akim.go("opening")
    await akim.press("button-opening-destroy-ask")
    await akim.saw_done()
    await secretary.go("opening")
    await secretary.press("button-opening-destroy-confirm")
    await secretary.saw_done()
    await observer.go("opening")
    assert observer.say("opening-state-destroyed") in await observer.text()


async def read_result(browser: Browser, url: str) -> None:
    """Read the result on the public page: what is valid and what is not make up the roll."""
    assert VOTES.total() + SLIPS.count(INVALID) == ROLL
    async with anybody(browser, url) as page:
        for language in Language:
            said = await read(page, url, f"outcome/{WHERE}", language)
            left = _missing(said, language)
            assert not left, left


async def hear_result(resident: Resident) -> None:
    """Be told the result on the own telephone and read the same numbers there."""
    won = resident.shown("notice-outcome-winners", count=1)
    view = await resident.person.wait_for(won, timeout=60)
    assert f"№ {PUMPS}." in view.text
    first = await resident.press("button-go-outcome")
    second = await resident.press("button-page-after")
    left = _missing(f"{first.text}\n{second.text}", resident.language)
    assert not left, left


def _missing(said: str, language: Language) -> list[str]:
    """Return what stands nowhere in an outcome: the roll, what is invalid, the votes of every project."""
    words = LOCALES.words(language)
    told = [words("outcome-votes", votes=ROLL), words("outcome-invalid", invalid=SLIPS.count(INVALID))]
    for number, votes in VOTES.items():
        line = words("outcome-line", place=1, number=number, title="", votes=votes, cost=0, decided="")
        told.append(str(line).splitlines()[1].partition(",")[0])
    return [plain(each) for each in told if plain(each) not in said]
