"""Reminders where there is another channel: nobody who voted there is asked, a guide asks nobody (A6, G1)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.elsewhere import clerk, joint, secretary, take
from tests.support.proposals import guide_rulebook
from tests.support.reminding import at, reminded
from tests.support.town import Town, build_town

ONE, TWO = 7001, 7002
OPENED, DUE = "stage-opened", "vote-due"


@pytest.fixture
async def town(request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign, joint or a guide as the test says."""
    text = joint() if request.param == "joint" else guide_rulebook()
    built = await build_town(sqlite_url, tmp_path, rulebook=text)
    yield built
    await built.services.database.dispose()


async def voters(town: Town) -> None:
    """Let two accounts stand for people of the register."""
    for account, person in ((ONE, 0), (TWO, 1)):
        await town.settle(account)
        await town.by_phone(account, person)


@pytest.mark.parametrize("town", ["joint"], indirect=True)
async def test_who_voted_there_is_not_asked_to_vote(town: Town) -> None:
    """From the approved list on only the other one is reminded, of opening and last days alike [A6] [G1]."""
    await voters(town)
    first, second = await clerk(town), await secretary(town)
    await take(town, first, second, 0)
    town.clock.set_to(at("11-19 08:00"))
    assert await reminded(town, "11-19 09:00") == [(TWO, OPENED)]
    assert await reminded(town, "11-29 10:00") == [(TWO, DUE)]


@pytest.mark.parametrize("town", ["guide"], indirect=True)
async def test_a_guide_reminds_of_the_opening_alone(town: Town) -> None:
    """It knows of nobody whether he has voted, so it asks nobody to vote [A6] [G1]."""
    await voters(town)
    town.clock.set_to(at("11-19 08:00"))
    assert await reminded(town, "11-19 09:00") == [(ONE, OPENED), (TWO, OPENED)]
    for moment in ("11-22 10:00", "11-28 10:00", "11-29 10:00", "11-29 18:00"):
        assert await reminded(town, moment) == []
