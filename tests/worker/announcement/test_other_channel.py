"""Who has voted through the other channel is not asked to vote by an announcement (A6, G1)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.announcement import Audience, TakenPart
from sandbox.running import RunningSandbox
from tests.support.announcing import report
from tests.support.elsewhere import build_joint, clerk, secretary, take
from tests.support.town import Town
from tests.worker.announcement.sending import CROWD, FEW, begin, send_all


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode, while its voting is open."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def test_who_voted_there_is_not_asked_to_vote(town: Town, sandbox: RunningSandbox) -> None:
    """From the approved list on, also where that comes after the beginning; others are [A6] [G1] [G2]."""
    for account_id in range(CROWD, CROWD + FEW):
        await town.settle(account_id)
    for person in range(3):
        await town.by_phone(CROWD + person, person)
    first, second = await clerk(town), await secretary(town)
    await take(town, first, second, 0)
    number, _ = await begin(town, audience=Audience(part=TakenPart.NOT_VOTED))
    await take(town, first, second, 1)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unconcerned) == (FEW - 2, 2)
    reached = [(await sandbox.crowd_person(CROWD + person))["messages"] for person in range(3)]
    assert reached == [0, 0, 1]
