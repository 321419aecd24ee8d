"""An author appeals in the walk: written in the chat, not decided by those who refused, but by the akim."""

from playwright.async_api import expect

from core.language.markup import plain
from tests.walk.demo import Resident
from tests.walk.staff import Worker

WORDS = "Құбырдың ең тозған 350 метрі сметада бар, оны кеңес байқамаған сияқты."
ANSWER = {
    "reason-kk": "Сметада құбырды ауыстыру бар, сондықтан нысан аяқталған күйде болады.",
    "reason-ru": "В смете есть замена трубы, поэтому объект будет закончен.",
}


async def appeal(author: Resident) -> None:
    """Press the button of the notice, write, read it back, send it once."""
    await author.press("button-appeal")
    view = await author.person.send(WORDS)
    assert WORDS in view.text
    await author.press("button-appeal-send")


async def find_closed(member: Worker, number: int) -> None:
    """See that whoever took part in the refusal may not decide, by the page nor past it."""
    await member.go(f"appeals/{number}")
    assert WORDS in await member.text()
    assert await member.page.locator('main [name="decision"]').count() == 0
    await member.shot("appeal-own-decision")
    status, said = await member.post(f"appeals/{number}", {"decision": "dismiss", **ANSWER})
    assert status == 422
    told = member.say("refusal-appeal-own-decision", part="refusal").splitlines()[0]
    assert told[:40] in plain(said.decode())


async def uphold(akim: Worker, number: int) -> None:
    """Decide from the first page on: without a reason in both languages nothing is decided."""
    await akim.page.goto(akim.url)
    await akim.shot("home-akim")
    await akim.page.locator('ul.queue a[href$="/appeals"]').click()
    await akim.page.locator(f'main a[href$="/appeals/{number}"]').click()
    await expect(akim.page.locator("blockquote")).to_contain_text(WORDS)
    await akim.check("decision", "uphold")
    await akim.fill({"reason-kk": ANSWER["reason-kk"]})
    await akim.press("button-appeal-decide")
    assert await akim.refusal()
    await akim.fill(ANSWER)
    await akim.shot("appeal")
    await akim.press("button-appeal-decide")
    await akim.saw_done()
    await akim.shot("appeal-decided")
