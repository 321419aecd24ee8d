"""Lines of the other channel's lists are no way to ask about one person (A6, L2)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.refusals import Refusal, RuleViolation
from core.rules.elsewhere import LEAST_LISTED
from core.store import audit
from core.usecases.elsewhere.approving import reject_list
from core.usecases.elsewhere.handing_in import find_lines
from tests.support.elsewhere import (
    CHEAP,
    bring,
    build_joint,
    clerk,
    secretary,
    strangers,
    table,
    take,
    vote,
)
from tests.support.town import CAMPAIGN, Town

PAPER = "№ 12-3/45, 2026-11-30"


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def test_a_list_is_no_question_about_somebody(town: Town) -> None:
    """Whose line has voted here is told of no list that waits, was sent back or is short [A6] [E10] [L2]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 2, CHEAP)
    many = (2, *strangers(LEAST_LISTED - 1))

    async def hidden(import_id: int, *people: int | str) -> bool:
        with pytest.raises(RuleViolation) as caught:
            await find_lines(town.services, first, CAMPAIGN, import_id, table(*people))
        assert caught.value.reasons[0].facts == {"least": LEAST_LISTED}
        return caught.value.refusal is Refusal.ELSEWHERE_LINES_HIDDEN

    waiting = await bring(town, first, *many)
    assert await hidden(waiting.import_id, *many)
    await reject_list(town.services, second, CAMPAIGN, waiting.import_id)
    assert await hidden(waiting.import_id, *many)
    short = await take(town, first, second, 2)
    assert await hidden(short.import_id, 2)
    async with town.services.database.read() as connection:
        assert not await audit.list_accesses(connection, CAMPAIGN.akimat, limit=10)
    # The whole list so far has enough people, and the short one is among them.
    whole = await take(town, first, second, *many)
    assert await find_lines(town.services, first, CAMPAIGN, whole.import_id, table(*many)) == [(2, 0)]
