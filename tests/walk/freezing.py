"""What stands from now on in the walk: two people freeze it, and nobody alone changes it (A4)."""

from datetime import datetime, timedelta

from app import wiring
from app.demo.house import House, read_settings
from core.model.amendment import AmendmentKind
from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.usecases.review.deciding import decide
from tests.walk.demo import Demo, Resident
from tests.walk.staff import CAMPAIGN, Worker

OPENING, CLOSING, LATER_CLOSING = (
    datetime.fromisoformat(f"{day}+05:00")
    for day in ("2026-12-30T09:00:00", "2027-01-10T00:00:00", "2027-01-13T00:00:00")
)
"""The voting of the okrug in this demo, and its later end."""

BEFORE = OPENING - timedelta(days=1)

WHERE = "okrug"
"""The villages vote together."""

PUMPS, BRIDGE, ROOM = 1, 2, 3
TITLES = {
    PUMPS: Text(kk="", ru="Обновить шесть колонок на улице Достык в Айнаколе"),
    BRIDGE: Text(kk="Теректісайға кірер жолға қиыршық тас төсеп, көпіршені жөндеу", ru=""),
    ROOM: Text(kk="", ru="Тёплая комната в Конырсае для приезжих врача и ветеринара"),
}
"""What is admitted, with the titles that its authors have not written."""

DECLINED = (4, 5, 6)
"""What is refused; the last of them waits for the clerk still."""

EARLY = {
    "reason-kk": "Тізім дайын, тұрғындар оны алдын ала көрсін.",
    "reason-ru": "Список готов, пусть жители увидят его заранее.",
}
LATER = {
    "reason-kk": "Боран салдарынан екі күн жол жабылды.",
    "reason-ru": "Из-за бурана два дня были закрыты дороги.",
}
DAYS = {
    Language.KAZAKH: ("2027 жылғы 9 қаңтар", "2027 жылғы 12 қаңтар"),
    Language.RUSSIAN: ("9 января 2027", "12 января 2027"),
}
"""The last day of the voting as it was and as it is then."""

CHEAPER = {
    "cost": "1",
    "reason-kk": "Баға түсті.",
    "reason-ru": "Цена снизилась.",
}


async def decide_all(demo: Demo) -> None:
    """Let the council have decided on everything; its own road is walked elsewhere."""
    services = wiring.make_services(read_settings(House(demo.folder).settings("")))
    campaign = CampaignId(akimat="ainakol", campaign=CAMPAIGN)
    reason = Text(kk="Бұл жыл басқа жобаларға қаржы керек.", ru="В этом году деньги нужнее другим проектам.")
    for number, title in TITLES.items():
        await decide(services, campaign, number, Decision(act=ReviewAct.ADMIT, title=title))
    for number in DECLINED:
        refusal = Decision(act=ReviewAct.REFUSE, ground="fragmentary", reason=reason)
        await decide(services, campaign, number, refusal)
    await services.database.dispose()


async def look_ahead(observer: Worker) -> None:
    """Read what will be frozen: projects with their cost, who may vote, the hash over all of it."""
    await observer.go("freeze")
    await observer.shot("freeze-ahead")
    await observer.go(f"freeze/{WHERE}")
    said = await observer.text()
    assert observer.say("freeze-would-be") in said
    assert observer.say("freeze-projects") in said
    assert TITLES[PUMPS].ru in said or "Достық" in said
    assert await observer.page.locator("main code").count() >= len(("digest", "rulebook", "root"))
    await observer.shot("freeze-would-be")


async def freeze(secretary: Worker, akim: Worker, observer: Worker) -> str:
    """Let one person ask for it before the opening and the other approve; return the hash that stands."""
    await secretary.go(f"amendments/{AmendmentKind.FROZEN_EARLY}")
    await secretary.fill({"territory": WHERE, **EARLY})
    await secretary.shot("freeze-early")
    await secretary.press("button-amendment-propose")
    await secretary.saw_done()
    await secretary.press("button-amendment-approve")
    assert secretary.say("refusal-office-same-person") in await secretary.refusal()
    await approve(akim)
    await observer.go(f"freeze/{WHERE}")
    assert observer.say("freeze-stands") in await observer.text()
    digest = await observer.page.locator("main code").first.inner_text()
    await observer.go("freeze")
    await observer.shot("frozen")
    assert digest in await observer.text()
    return digest


async def approve(akim: Worker) -> None:
    """Approve what waits."""
    await akim.go("amendments")
    await akim.shot("amendments-waiting")
    await akim.press("button-amendment-approve")
    await akim.saw_done()
    await akim.shot("amendments-approved")


async def change_cost(clerk: Worker, refusal: str) -> None:
    """Try to change what a project costs: refused in words, with nothing changed."""
    await clerk.go(f"proposals/{PUMPS}/cost")
    await clerk.fill(CHEAPER)
    await clerk.press("button-review-cost")
    assert refusal in await clerk.refusal()
    await clerk.shot("cost-refused")


async def find_cost_frozen(clerk: Worker) -> None:
    """Try it as soon as the list is frozen: the refusal names the voting and what two people may do still."""
    await change_cost(clerk, clerk.say("refusal-ballot-frozen", opens=OPENING, closes=CLOSING))


async def extend(secretary: Worker, akim: Worker, observer: Worker) -> None:
    """Propose a later end of the voting and approve it: a signed act, which the observer reads."""
    last_day = (LATER_CLOSING - timedelta(days=1)).date().isoformat()
    await secretary.go(f"amendments/{AmendmentKind.STAGE_EXTENDED}")
    await secretary.fill({"stage": "voting", "day": last_day, **LATER})
    await secretary.shot("extension")
    await secretary.press("button-amendment-propose")
    await secretary.saw_done()
    await approve(akim)
    await observer.go("freeze")
    said = await observer.text()
    assert observer.say("freeze-act", number=1, kind=observer.say("freeze-act-kind-amendment")) in said
    assert LATER[f"reason-{observer.language}"] in said
    await observer.shot("freeze-extended")


async def hear_of_extension(resident: Resident) -> None:
    """Read on the own telephone the old last day, the new one and why, and see it on the home screen."""
    view = await resident.person.wait_for(LATER[f"reason-{resident.language}"], timeout=60)
    old, new = DAYS[resident.language]
    assert (old in view.text, new in view.text) == (True, True), view.text
    view = await resident.person.send("/start")
    assert resident.shown("home-extended", first=CLOSING) in view.text, view.text
    assert new in view.text
