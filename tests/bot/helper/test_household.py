"""Three people of one house vote in turn on one telephone in a village, kept as golden files (K1, E2)."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from core.model.language import Language
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.village import HOUSEHOLD, build_village, settle
from tests.bot.walking import Walker
from tests.support.clock import FakeClock
from tests.support.town import Town

VOTING = datetime(2026, 11, 6, 5, tzinfo=UTC)
SPEAKERS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The village, whose people have codes and no telephones of their own."""
    village = await build_village(sqlite_url, tmp_path, FakeClock(VOTING))
    await village.issue(*HOUSEHOLD)
    yield village
    await village.services.database.dispose()


async def counted(town: Town) -> list[tuple[str, int]]:
    """Return the ways of verification in the roll with how many came so."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            text("SELECT verification, count(*) FROM participation GROUP BY verification")
        )
        return [(row[0], row[1]) for row in rows]


async def walk_of(street: Street, number: int, language: Language) -> Walker:
    """Return somebody at home in the village whose codes are left out of the transcript."""
    await settle(street.town, number, language)
    person = street.sandbox.person(number)
    await person.start()
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    walker.hidden += list(street.town.codes.values())
    return walker


@pytest.mark.parametrize(("number", "language"), SPEAKERS)
async def test_a_household_in_turn(street: Street, town: Town, number: int, language: Language) -> None:
    """Each by the own code, all of it put away before the next one; three votes counted [K1] [E2]."""
    async with street.open_bot():
        walker = await walk_of(street, number, language)
        for project, person in zip((1, 2, 2), HOUSEHOLD, strict=True):
            if person == HOUSEHOLD[0]:
                await walker.send("/verify")
            else:
                await walker.tap("button-go-verification")
            await walker.tap("button-verification-code")
            await walker.send(town.codes[person])
            await walker.tap("button-verification-projects")
            await walker.send(str(project))
            await walker.tap("button-browsing-vote")
            await walker.tap("button-voting-yes")
            view = await walker.tap("button-voting-put-away")
            # The last press leaves one screen, and no number that tells what was looked at.
            assert not any(each["text"] == str(project) for each in view.messages)
        await walker.keep("household")
    assert await counted(town) == [("code", 3)]


@pytest.mark.parametrize(("number", "language"), SPEAKERS)
async def test_a_helper_serves_two(street: Street, town: Town, number: int, language: Language) -> None:
    """Code, vote, QR code, next person, code, vote, end: nothing of the first is left [K1] [P5] [P6]."""
    async with street.open_bot():
        walker = await walk_of(street, number, language)
        await walker.send("/helper")
        await walker.tap("button-helper-begin")
        await walker.send("12345678")
        await walker.send(town.codes[HOUSEHOLD[0]])
        await walker.tap("button-helper-projects")
        await walker.send("1")
        await walker.tap("button-browsing-vote")
        await walker.tap("button-voting-yes")
        await walker.tap("button-helper-qr")
        view = await walker.tap("button-helper-next")
        assert [each["from"] for each in view.messages].count("person") <= 2
        assert not any("№ 1." in each["text"] for each in view.messages)
        await walker.send(town.codes[HOUSEHOLD[1]])
        await walker.tap("button-helper-projects")
        await walker.send("2")
        await walker.tap("button-browsing-vote")
        await walker.tap("button-voting-yes")
        await walker.tap("button-helper-next")
        await walker.tap("button-helper-stop")
        await walker.keep("helper")
    assert await counted(town) == [("code", 2)]
