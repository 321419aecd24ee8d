"""The council in the walk: a sitting, opinions from each one's login, one late, protocol, publication."""

from datetime import datetime

from core.model.council import Choice
from tests.core.documents.reading import bare, docx_text, pdf_text
from tests.walk.demo import Demo, Resident
from tests.walk.reviewing import NEW_TITLE
from tests.walk.staff import Worker

SITTING = "sittings/1"
ROAD = 2
"""A proposal of the sample, in Russian, whose place was looked at."""

GROUND = "fragmentary"
COMMENT = "Құбырсыз баған қата береді."
REASON = {
    "reason-kk": "Бағандар құбырсыз ауыстырылса, қыста қайтадан қатады.",
    "reason-ru": "Если заменить колонки без трубы, зимой они снова замёрзнут.",
}
LAST_DAY, REMINDED_AT = "2026-11-23", datetime.fromisoformat("2026-11-22T10:00:01+05:00")


async def call(secretary: Worker, *numbers: int) -> None:
    """Call a sitting; without its days nothing is opened, and a place that is built on is not offered."""
    await secretary.go("council")
    await secretary.shot("council")
    await secretary.go("sittings/new")
    await secretary.check("scope", "chosen")
    await secretary.page.locator("main details summary").click()
    offered = await secretary.page.locator('main [name="number"]').all()
    assert {await box.get_attribute("value") for box in offered} >= {str(number) for number in numbers}
    for box in offered:
        await box.set_checked(int(await box.get_attribute("value") or "") in numbers)
    await secretary.press("button-sitting-open")
    assert await secretary.refusal()
    await secretary.fill(
        {
            "held": "2026-11-24",
            "place-kk": "Айнакөл ауылы, мәдениет үйі",
            "place-ru": "село Айнаколь, дом культуры",
            "term": LAST_DAY,
        }
    )
    await secretary.shot("sitting-new")
    await secretary.press("button-sitting-open")
    await secretary.saw_done()
    await secretary.shot("sitting-open")


async def be_reminded_by(member: Worker, telephone: Resident) -> None:
    """Name an account for reminders by the link of the own page."""
    await member.page.goto(f"{member.url}own")
    await member.press("button-own-remind")
    link = await member.page.inner_text("p.secret")
    await member.shot("own-link")
    await telephone.person.start(link.partition("start=")[2])


async def say(member: Worker, number: int, choice: Choice) -> None:
    """Give an opinion; a refusal has its ground and a word of why."""
    await member.go(f"{SITTING}/{number}")
    await member.check("choice", choice)
    if choice is Choice.REFUSE:
        await member.fill({"ground": GROUND, "comment": COMMENT})
    elif choice is Choice.CONFLICT:
        await member.fill({"comment": "Автор – туысым."})
    await member.press("button-agenda-say")
    await member.saw_done()


async def decide(members: list[Worker], own: int, paper: int) -> None:
    """Let four of five speak: one for what the others refuse, and one who has a conflict."""
    for place, member in enumerate(members):
        await say(member, own, Choice.ADMIT if place == 1 else Choice.REFUSE)
        await say(member, paper, Choice.CONFLICT if place == 2 else Choice.ADMIT)
        await say(member, ROAD, Choice.ADMIT)
        await member.go(SITTING)
        assert member.say("sitting-all-said") in await member.text()
    await members[0].go(f"{SITTING}/{own}")
    await members[0].shot("agenda-said")


async def remind(demo: Demo, secretary: Worker, late: Worker, telephone: Resident, number: int) -> None:
    """See who has not spoken and that nothing is concluded before; a day before the term he is reminded."""
    await secretary.go(SITTING)
    assert secretary.say("sitting-late-count", count=3) in await secretary.text()
    await secretary.shot("sitting-late")
    await secretary.go(f"{SITTING}/{number}")
    assert await secretary.page.locator('form[action$="/conclude"]').count() == 0
    await demo.sandbox.move_clock(REMINDED_AT)
    told = telephone.shown("notice-council-waiting", count=3, sitting=1)
    view = await telephone.person.wait_for(told, timeout=60)
    assert NEW_TITLE not in str(view.messages), "nothing of a resident stands in a reminder"
    await late.page.goto(late.url)
    await late.shot("home-owed")


async def conclude(secretary: Worker, own: int, paper: int) -> None:
    """Write down what the votes have decided, with the titles that are missing, and close the sitting."""
    texts = {
        own: {"title": "Заменить колонки на улице Достык", "description": "Шесть колонок."},
        paper: {"title": "Заменить настил моста в Конырсае", "description": "Сломаны три доски."},
        ROAD: {"title": "Теректісайға кірер жолға қиыршық тас төсеу", "description": "Жолды су шаяды."},
    }
    for number, text in texts.items():
        await secretary.go(f"{SITTING}/{number}")
        if number == own:
            await secretary.press("button-agenda-conclude")
            await secretary.shot("agenda-refused")
            assert await secretary.refusal()
            await secretary.fill({"final-ground": GROUND, **REASON})
        await secretary.fill(text)
        await secretary.shot(f"agenda-secretary-{number}")
        await secretary.press("button-agenda-conclude")
        await secretary.saw_done()
    await secretary.go(SITTING)
    await secretary.press("button-sitting-close")
    await secretary.saw_done()


async def read_protocol(secretary: Worker, *names: str) -> None:
    """Fetch both files: everybody who sat, what was decided and why, in both languages."""
    for kind, read in (("pdf", pdf_text), ("docx", docx_text)):
        text = read(await secretary.download(f"{SITTING}/protocol.{kind}"))
        for said in (*names, NEW_TITLE, *REASON.values(), "Экспертный совет"):
            assert bare(said) in text, (kind, said)


async def publish(secretary: Worker) -> None:
    """Look at what will be published, then publish all of it."""
    await secretary.go(f"{SITTING}/publish")
    await secretary.shot("publish")
    await secretary.press("button-sitting-publish")
    await secretary.saw_done()
    await secretary.shot("sitting-published")


async def hear(author: Resident, number: int, status: str) -> None:
    """Hear of the decision at once."""
    told = author.shown("notice-decided", number=number, status=status, title="")
    await author.person.wait_for(told.splitlines()[0], timeout=30)
