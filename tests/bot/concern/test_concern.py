"""«That was not my vote», reports without a name, and what the bot says against buying (E9, E10)."""

from pathlib import Path

import pytest
from sqlalchemy import text

from core.model.language import Language, Text
from core.model.staff import Role
from core.rules.concern import REPORTS_A_DAY
from core.usecases.concern.cases import close_case
from core.usecases.voting.casting import cast_vote
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.bot.telling import tell
from tests.bot.voting.booth import KK
from tests.bot.walking import Walker, kazakh, told
from tests.support.front import Front
from tests.support.office import actor
from tests.support.town import CAMPAIGN, Town

SPEAKERS = [(AIGUL, 0, Language.KAZAKH), (IGOR, 1, Language.RUSSIAN)]
ANSWER = Text(
    kk="Тізімдегі қол Сіздікі емес. Хаттама полицияға берілді.",
    ru="Подпись в списке не ваша. Протокол передан в полицию.",
)


async def voted_for(town: Town, person: int) -> None:
    """Let somebody on another telephone use the person's code."""
    await town.issue(person)
    await town.settle(DANA)
    session = await town.by_code(DANA, person)
    await cast_vote(town.services, CAMPAIGN, DANA, number=12, session=session)


async def rows(town: Town, table: str) -> int:
    """Return how many rows a table has."""
    async with town.services.database.read() as connection:
        kept = await connection.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608
        return int(kept.scalar_one())


@pytest.mark.parametrize(("number", "person", "language"), SPEAKERS)
async def test_a_vote_that_was_not_mine(
    street: Street, town: Town, front: Front, number: int, person: int, language: Language
) -> None:
    """A signed no, the notice, the question, left; then /myvote says day and way [E10] [P6]."""
    del front
    resident = await street.voter(number, person, language)
    walker = Walker(resident, language, street.folder / "fsm.sqlite3")
    await walker.send("/myvote")
    await voted_for(town, person)
    await tell(street)
    await walker.tap("button-not-me")
    await walker.tap("button-dispute-no")
    await walker.send("/myvote")
    assert await rows(town, "vote_case") == 0
    await walker.keep("not-mine")


@pytest.mark.parametrize(("number", "person", "language"), SPEAKERS)
async def test_a_case_and_its_answer(
    street: Street, town: Town, front: Front, number: int, person: int, language: Language
) -> None:
    """Yes, twice; the case with term, who decides and telephones; the observer's words later [E10] [P7]."""
    del front
    resident = await street.voter(number, person, language)
    walker = Walker(resident, language, street.folder / "fsm.sqlite3")
    await voted_for(town, person)
    await tell(street)
    await walker.tap("button-not-me")
    opened = await walker.tap("button-dispute-yes")
    assert walker.words("dispute-decides") in opened.text
    assert await rows(town, "vote_case") == 1
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    await close_case(town.services, observer, CAMPAIGN, 1, ANSWER)
    await tell(street)
    assert ANSWER.in_language(language) in (await resident.chat()).text
    await walker.send("/mydata")
    await walker.keep("case")


async def test_whose_button_it_is(street: Street, town: Town, front: Front) -> None:
    """Unlinked meanwhile, the button opens no case and says what can be done [E10] [P7]."""
    del front
    aigul = await street.voter(AIGUL, 0)
    await voted_for(town, 0)
    await tell(street)
    await town.settle(IGOR)
    await town.by_phone(IGOR, 0)
    view = await aigul.tap(KK("button-not-me"))
    assert kazakh("refusal-dispute-nothing") in told(view)
    assert await rows(town, "vote_case") == 0


@pytest.mark.parametrize(("number", "person", "language"), SPEAKERS)
async def test_a_report_without_a_name(
    street: Street, town: Town, front: Front, number: int, person: int, language: Language
) -> None:
    """From help to the outside contacts; the words leave the chat, an IIN is refused [E9] [P1] [P6]."""
    del front
    resident = await street.voter(number, person, language)
    walker = Walker(resident, language, street.folder / "fsm.sqlite3")
    await walker.send("/help")
    await walker.tap("button-report")
    await walker.tap("button-report-bought")
    await walker.send("Паспорт 990101100000")
    view = await walker.send("Дүкен жанында 5000 беріп жатыр, сволочи")
    assert not any("5000" in each["text"] for each in view.messages)
    assert "00-00-0" in view.text
    await walker.send("/report")
    await walker.tap("button-report-pressure")
    await walker.tap("button-report-send")
    await walker.send("/report")
    await walker.tap("button-report-leave")
    assert await rows(town, "pressure_report") == 2
    await walker.keep("report")


async def test_nothing_on_the_disk_says_who_reports(street: Street, town: Town) -> None:
    """Neither database nor screens' memory hold the words or the kind beside the account [E9]."""
    words = "Көршім бесмыңтеңге берді"
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        await aigul.send("/report")
        await aigul.tap(KK("button-report-bought"))
        memory = street.folder / "fsm.sqlite3"
        assert not _holds(memory, "bought")
        await aigul.send(words)
    assert await rows(town, "pressure_report") == 1
    assert not _holds(memory, words)
    async with town.services.database.read() as connection:
        for table in ("outbox", "act_entry", "access_entry"):
            assert (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one() == 0  # noqa: S608


def _holds(memory: Path, words: str) -> bool:
    """Say whether any of the database's files has these words."""
    files = [each for each in memory.parent.iterdir() if each.name.startswith(memory.name)]
    return any(words.encode() in each.read_bytes() for each in files)


async def test_a_few_reports_a_day(street: Street, town: Town, front: Front) -> None:
    """The fourth of a day is refused with the way out; the next day there is room again [E9] [P7]."""
    del front
    aigul = await street.voter(AIGUL, 0)
    for _ in range(REPORTS_A_DAY):
        await aigul.send("/report")
        await aigul.tap(KK("button-report-other"))
        await aigul.tap(KK("button-report-send"))
    await aigul.send("/report")
    view = await aigul.tap(KK("button-report-other"))
    assert kazakh("refusal-reports-many", most=REPORTS_A_DAY) in told(view)
    town.wait(days=1)
    await aigul.tap(KK("button-report-other"))
    await aigul.tap(KK("button-report-send"))
    assert await rows(town, "pressure_report") == REPORTS_A_DAY + 1
