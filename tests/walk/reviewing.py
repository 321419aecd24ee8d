"""The clerk's queue in the walk: a check item by item, a return and what came back, a look at the place."""

from tests.walk.demo import Resident
from tests.walk.staff import Worker

NO_ITEM = "criterion-one-object"
WHY = {"kk": "Екі нысан аталған: бағандар мен құбыр.", "ru": "Названы два объекта: колонки и трубопровод."}
NEW_TITLE = "Айнакөлдің Достық көшесіндегі су бағандарын ауыстыру"
RETURNED, REGISTERED = "пысықтауға қайтарылды", "тіркелді"
WAITING = 6
"""The proposal of the sample that waits for its check; its term ends on the day on which the walk begins."""


async def see_queue(clerk: Worker, *numbers: int) -> None:
    """Look at what waits: each with its term, one of them due today."""
    await clerk.go("proposals?queue=check")
    rows = await clerk.page.locator("tbody tr").all_inner_texts()
    assert [row.split()[0] for row in rows] == [str(number) for number in (WAITING, *sorted(numbers))]
    assert clerk.say("review-due-today") in rows[0]
    await clerk.shot("queue")


async def answer_all(clerk: Worker) -> None:
    """Find every requirement and every criterion met."""
    for radio in await clerk.page.locator('fieldset.item input[value="yes"]').all():
        await radio.check()


async def return_it(clerk: Worker, number: int) -> None:
    """Say no to one criterion and why, in both languages; a registration contradicts that and is refused."""
    await clerk.go(f"proposals/{number}/check")
    await clerk.press("button-review-register")
    await clerk.shot("check-unanswered")
    assert await clerk.refusal()
    await answer_all(clerk)
    await clerk.check(f"is-{NO_ITEM}", "no")
    await clerk.fill({f"why-{language}-{NO_ITEM}": why for language, why in WHY.items()})
    await clerk.shot("check-filled")
    await clerk.decide("register")
    assert await clerk.refusal()
    await clerk.decide("return")
    await clerk.saw_done()
    await clerk.shot("proposal-returned")


async def rework(author: Resident, number: int) -> None:
    """Hear of the return with its reason, write another title, and send it again."""
    view = await author.person.wait_for(RETURNED, timeout=60)
    assert WHY["kk"] in view.text
    await author.person.send("/propose")
    await author.press("button-proposal-number-own", number=number)
    await author.press("button-mine-rework")
    await author.press("button-proposal-step-title")
    await author.person.send(NEW_TITLE)
    view = await author.person.chat()
    if author.label("button-proposal-submit") not in view.labels:
        view = await author.press("button-proposal-go-on")
    await author.press("button-proposal-submit")


async def see_difference(clerk: Worker, number: int) -> None:
    """See what has changed since the version that went back."""
    await clerk.go(f"proposals/{number}")
    assert await clerk.page.locator("ins").count() > 0
    assert await clerk.page.locator("del").count() > 0
    await clerk.shot("proposal-difference")


async def register(clerk: Worker, number: int) -> None:
    """Find all of it met, and register."""
    await clerk.go(f"proposals/{number}/check")
    await answer_all(clerk)
    await clerk.decide("register")
    await clerk.saw_done()


async def look_at_place(clerk: Worker, number: int) -> None:
    """Record what was found at the place; without an answer about the land nothing is recorded."""
    await clerk.go(f"proposals/{number}/site")
    await clerk.fill(
        {
            "who": "Ж. Әбенова, бас маман",
            "holder": "Айнакөл ауылдық округі әкімінің аппараты",
            "found-kk": "Жер – ортақ көше, жолында кабель жоқ.",
            "found-ru": "",
        }
    )
    await clerk.check("land", "clear")
    await clerk.check("networks", "clear")
    await clerk.press("button-review-site")
    assert await clerk.refusal()
    await clerk.fill({"found-ru": "Земля – общая улица, кабелей на пути нет."})
    await clerk.shot("site")
    await clerk.press("button-review-site")
    await clerk.saw_done()
