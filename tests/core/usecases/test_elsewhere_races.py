"""Votes and the approval of the other channel's list at once, from processes of their own (A6, P3)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.store import elsewhere, ledger
from core.usecases.elsewhere.approving import approve_list
from core.usecases.voting.facts import campaign_keys
from tests.core.usecases.test_races import FIRST, run, set_clock, settle_people, sound_iins, start
from tests.support.elsewhere import bring, build_joint, clerk, secretary
from tests.support.town import CAMPAIGN, OPEN, Town

PEOPLE = 60
RACER = "tests.support.elsewhere_racer"


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def test_a_vote_beside_an_approval_is_refused_or_known(town: Town, tmp_path: Path) -> None:
    """Whoever is on the list either has no vote here or stands in both, and nobody is unseen [A6] [P3]."""
    await settle_people(town, PEOPLE)
    first = await clerk(town)
    await secretary(town)
    # Two processes approve the same list: one of them finds it settled.
    handed = await bring(town, first, *sound_iins(PEOPLE))
    set_clock(tmp_path, OPEN)
    approval = ("secretary", str(handed.import_id))
    racers = [await start(town, tmp_path, "many", str(FIRST + 20 * part), "20") for part in range(3)]
    racers += [await start(town, tmp_path, *approval, module=RACER) for _ in range(2)]
    *voters, one, other = await run(*racers)
    assert sorted([*one, *other]) == ["approved", "elsewhere-list-settled"]
    told = [answer for answers in voters for answer in answers]
    counted = {int(answer) for answer in told if answer.isdigit()}
    assert {answer for answer in told if not answer.isdigit()} <= {"voted-elsewhere"}
    async with town.services.database.read() as connection:
        both = {row["roll_number"] for row in await elsewhere.list_both(connection, CAMPAIGN)}
        assert await elsewhere.count_people(connection, CAMPAIGN) == PEOPLE
        assert await ledger.count_roll(connection, CAMPAIGN, "ortalyq") == len(counted)
    assert both == counted


async def test_tokens_are_those_of_the_roll(town: Town) -> None:
    """One person is one token in both lists, so that the same key refuses him [A6] [E7]."""
    first, second = await clerk(town), await secretary(town)
    await settle_people(town, 2)
    handed = await bring(town, first, *sound_iins(2))
    await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    keys = campaign_keys(town.services, CAMPAIGN)
    async with town.services.database.read() as connection:
        tokens = await elsewhere.list_tokens(connection, CAMPAIGN)
        assert all([await elsewhere.is_elsewhere(connection, CAMPAIGN, token) for token in tokens])
        assert not await elsewhere.is_elsewhere(connection, CAMPAIGN, keys.token(b"nobody"))
    assert len(tokens) == 2
