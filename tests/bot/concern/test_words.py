"""The words of a report go to the observer or to nobody, and no other text goes there (E9)."""

import pytest
from sqlalchemy import text

from bot.reports import WRITING_FOR
from core.model.concern import ReportKind
from core.model.language import Language
from core.rules.concern import REPORT_AT_MOST, REPORTS_A_DAY
from sandbox.client import Person, View
from tests.bot.concern.test_concern import SPEAKERS, rows
from tests.bot.residents import AIGUL, Street
from tests.bot.voting.booth import KK
from tests.bot.walking import Walker, kazakh, told
from tests.support.front import Front
from tests.support.town import Town

SECRET = "Көршім бесмыңтеңге берді"


async def asked_for_words(aigul: Person) -> View:
    """Return the question for words that was asked while the list, which takes texts, was open."""
    await aigul.send("/projects")
    await aigul.send("/report")
    return await aigul.tap(KK("button-report-bought"))


async def reported(town: Town) -> list[str]:
    """Return the words that the observer has."""
    async with town.services.database.read() as connection:
        kept = await connection.execute(text("SELECT text FROM pressure_report ORDER BY number"))
        return list(kept.scalars())


async def searched(town: Town) -> list[str | None]:
    """Return what people search for in the list."""
    async with town.services.database.read() as connection:
        return list((await connection.execute(text("SELECT words FROM browsing"))).scalars())


def stands(view: View, words: str) -> bool:
    """Say whether the words are in the chat."""
    return any(words in each["text"] for each in view.messages)


@pytest.mark.parametrize(("number", "person", "language"), SPEAKERS)
async def test_words_that_are_too_long(
    street: Street, town: Town, front: Front, number: int, person: int, language: Language
) -> None:
    """They stay to be shortened, what follows by itself is not sent, the short ones are [E9] [P7] [P6]."""
    del front
    resident = await street.voter(number, person, language)
    walker = Walker(resident, language, street.folder / "fsm.sqlite3")
    await walker.send("/report")
    await walker.tap("button-report-other")
    view = await walker.send("ә" * (REPORT_AT_MOST + 1))
    assert stands(view, "ә" * REPORT_AT_MOST)
    view = await walker.send("ә қалғаны")
    assert stands(view, "ә қалғаны")
    assert await rows(town, "pressure_report") == 0
    await walker.tap("button-report-again")
    view = await walker.send("Қысқасы осы")
    assert await reported(town) == ["Қысқасы осы"]
    assert not any(stands(view, each) for each in ("әә", "қалғаны", "Қысқасы"))
    await walker.keep("report-long")


async def test_the_fourth_keeps_its_words(street: Street, town: Town, front: Front) -> None:
    """Words beyond a day's reports are refused with the way out, and not lost [E9] [P7]."""
    aigul = await street.voter(AIGUL, 0)
    await asked_for_words(aigul)
    today = town.clock.now().date()
    reports = front.dispatcher["reports"]
    for _ in range(REPORTS_A_DAY):
        reports.count(AIGUL, today)
    message_id = (await aigul.chat()).last["message_id"]
    reports.begin(AIGUL, ReportKind.BOUGHT, message_id, town.clock.now())
    view = await aigul.send(SECRET)
    assert kazakh("refusal-reports-many", most=REPORTS_A_DAY) in told(view)
    assert stands(view, SECRET)
    assert await rows(town, "pressure_report") == 0


async def test_a_restart_between_question_and_words(street: Street, town: Town) -> None:
    """A process that has not seen the press gives the words to no screen and to nobody [E9] [N1]."""
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        await asked_for_words(aigul)
    async with street.open_bot():
        view = await aigul.send(SECRET)
        assert view.text == kazakh("unexpected-text")
    assert await rows(town, "pressure_report") == 0
    assert SECRET not in await searched(town)


async def test_a_process_that_has_not_heard_of_the_leave(street: Street, town: Town, front: Front) -> None:
    """Whoever opened another screen writes to that one, whatever a process still remembers [E9]."""
    aigul = await street.voter(AIGUL, 0)
    view = await asked_for_words(aigul)
    begun = front.dispatcher["reports"].get(AIGUL, town.clock.now())
    await aigul.send("/projects")
    front.dispatcher["reports"]._keep(AIGUL, begun)
    view = await aigul.send("12")
    assert "№ 12" in view.text
    assert await rows(town, "pressure_report") == 0
    assert front.dispatcher["reports"].get(AIGUL, town.clock.now()) is None


async def test_words_after_a_while(street: Street, town: Town, front: Front) -> None:
    """Words are waited for half an hour; the button of that question sends nothing either [E9]."""
    del front
    aigul = await street.voter(AIGUL, 0)
    question = await asked_for_words(aigul)
    town.clock.advance(WRITING_FOR)
    view = await aigul.send(SECRET)
    assert view.text == kazakh("unexpected-text")
    await aigul.tap(KK("button-report-send"), question.last["message_id"])
    assert await rows(town, "pressure_report") == 0
    assert SECRET not in await searched(town)


async def test_whoever_goes_elsewhere_reports_no_longer(street: Street, town: Town, front: Front) -> None:
    """After another command a text is that screen's, and the old button sends nothing [E9]."""
    del front
    aigul = await street.voter(AIGUL, 0)
    question = await asked_for_words(aigul)
    await aigul.send("/projects")
    await aigul.send("12")
    await aigul.tap(KK("button-report-send"), question.last["message_id"])
    assert await rows(town, "pressure_report") == 0
