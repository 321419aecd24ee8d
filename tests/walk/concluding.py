"""The council on results in the walk: each says why, one decision differs from the count (F2, F4)."""

from collections.abc import Sequence

from playwright.async_api import Browser

from core.language.markup import plain
from core.model.council import Choice
from core.model.language import Language
from tests.walk.demo import LOCALES, Resident
from tests.walk.freezing import BRIDGE, PUMPS, ROOM, WHERE
from tests.walk.looking import anybody, read
from tests.walk.staff import Worker

SITTING = f"results/{WHERE}"
CALL = {
    "held": "2027-01-15",
    "place-kk": "Айнакөл ауылы, мәдениет үйі",
    "place-ru": "село Айнаколь, дом культуры",
    "term": "2027-01-14",
}
COUNCIL = {
    Language.KAZAKH: "Ауылдық округтің сараптамалық кеңесі",
    Language.RUSSIAN: "Экспертный совет сельского округа",
}
COMMENT = "Құбыр апатты деп танылды."
REASON = {
    "reason-kk": "Құбыр апатты деп танылды, оны аудан өз қаржысына ауыстырады.",
    "reason-ru": "Водопровод признан аварийным, его заменит район за свой счёт.",
}


async def try_other_settings(clerk: Worker) -> None:
    """See what other settings would have brought: it binds nobody, and says so."""
    await clerk.go(f"what-if?territory={WHERE}")
    await clerk.fill({"threshold": "3"})
    await clerk.press("button-what-if")
    said = await clerk.text()
    assert clerk.say("what-if-binds-nobody") in said
    assert clerk.say("what-if-changed", count=1) in said
    await clerk.shot("what-if")


async def decide(secretary: Worker, members: Sequence[Worker]) -> None:
    """Call the council, let every member speak, write down what it decided, with reasons, and publish."""
    await secretary.go(SITTING)
    await secretary.fill(CALL)
    await secretary.press("button-results-call")
    await secretary.saw_done()
    for member in members:
        for number in (PUMPS, BRIDGE, ROOM):
            await member.go(f"{SITTING}/{number}")
            await member.check("choice", Choice.REFUSE)
            await member.fill({"comment": COMMENT})
            await member.press("button-agenda-say")
            await member.saw_done()
    await members[0].shot("result-said")
    for number in (PUMPS, BRIDGE, ROOM):
        await secretary.go(f"{SITTING}/{number}")
        if number == PUMPS:
            await secretary.press("button-agenda-conclude")
            assert await secretary.refusal(), "a difference has its reason"
            await secretary.fill(REASON)
            await secretary.shot("result-differs")
        await secretary.press("button-agenda-conclude")
        await secretary.saw_done()
    await secretary.go(f"{SITTING}/publish")
    assert secretary.say("results-publish-differs", count=1) in await secretary.text()
    await secretary.shot("results-publish")
    await secretary.press("button-results-publish")
    await secretary.saw_done()
    assert (await secretary.download(f"{SITTING}/protocol.pdf")).startswith(b"%PDF")


async def read_decision(browser: Browser, url: str) -> None:
    """Read on the public pages that the council decided otherwise than was counted, and why."""
    async with anybody(browser, url) as page:
        for language in Language:
            assert REASON[f"reason-{language}"] in await read(page, url, f"projects/{PUMPS}", language)
            told = LOCALES.words(language)("outcome-decided", council=COUNCIL[language], differing=1)
            assert plain(told) in await read(page, url, f"outcome/{WHERE}", language)


async def hear_decision(resident: Resident) -> None:
    """Read on the own telephone that the council decided otherwise than was counted, and why."""
    await resident.person.send("/projects")
    view = await resident.person.send(str(PUMPS))
    assert resident.shown("result-differs", is_won="yes") in view.text, view.text
    assert REASON[f"reason-{resident.language}"] in view.text
