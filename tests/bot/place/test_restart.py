"""A restart in the middle of coming in (P5)."""

from core.model.language import Language
from tests.bot.residents import AIGUL, Street
from tests.support.front import strict_locales

KK = strict_locales().words(Language.KAZAKH)


async def test_a_restart_loses_nothing(street: Street) -> None:
    """Closed while a poster or a district waits, the bot goes on with it when it is open again [P5] [D5]."""
    aigul = street.sandbox.person(AIGUL)
    async with street.open_bot():
        await aigul.start("t-semey-demo-samal-1")
    async with street.open_bot():
        view = await aigul.tap(KK("button-language-own"))
        assert "📍 Самал ауданы, «Самал-1» шағын ауданы" in view.text, "the poster's place has waited"
        await aigul.send("/place")
        await aigul.tap("Самал ауданы")
    async with street.open_bot():
        view = await aigul.tap("«Самал-2» шағын ауданы")
        assert "📍 Самал ауданы, «Самал-2» шағын ауданы" in view.text


async def test_a_lost_memory_of_screens_leads_on(street: Street) -> None:
    """With the file of screens deleted in the middle, an old button says so and the way goes on [P5]."""
    aigul = street.sandbox.person(AIGUL)
    async with street.open_bot():
        await aigul.start()
        await aigul.tap(KK("button-language-own"))
    for path in street.folder.glob("fsm.sqlite3*"):
        path.unlink()
    async with street.open_bot():
        view = await aigul.tap("Самал ауданы")
        assert view.answer == KK("screen-outdated-alert")
        assert "Самал ауданы" in view.labels, "the language is known, the place is asked for again"
        await aigul.tap("Самал ауданы")
        view = await aigul.tap(KK("button-place-whole"))
        assert "📍 Самал ауданы" in view.text
