"""What the outcome says of the other channel: gaps that people in both reach, hidden counts (A6, F1)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.usecases.elsewhere.reading import Reach
from core.usecases.elsewhere.striking import confirm_struck, mark_struck
from tests.support.elsewhere import (
    CHEAP,
    DEAR,
    ballot,
    build_joint,
    clerk,
    end,
    report,
    said,
    secretary,
    take,
    type_twice,
    vote,
)
from tests.support.town import CAMPAIGN, CLOSED, Town


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode."""
    built = await build_joint(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def hiding(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The same, with counts under twenty votes hidden."""
    built = await build_joint(database_url, tmp_path, is_hiding=True)
    yield built
    await built.services.database.dispose()


@pytest.mark.parametrize(("there", "reach"), [(6, Reach.MAY_CHANGE), (20, Reach.STAYS)])
async def test_the_outcome_says_where_people_in_both_reach_a_gap(
    town: Town, there: int, reach: Reach
) -> None:
    """With two in both a threshold that is passed by one is reached, by fifteen is not [A6]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 0, DEAR)
    await vote(town, 1, DEAR)
    await take(town, first, second, 0, 1)
    await end(town)
    await type_twice(town, first, second, {CHEAP: there}, await ballot(town, first))
    found = await report(town)
    assert found.other is not None
    assert (found.other.both, found.other.reach) == (2, reach)
    is_warned = "победители могли быть другими" in said(town, found)
    assert is_warned is (reach is Reach.MAY_CHANGE)
    with pytest.raises(RuleViolation) as caught:
        await mark_struck(town.services, first, CAMPAIGN, {0}, "№ 1")
    assert caught.value.refusal is Refusal.ELSEWHERE_PROTOCOL_SETTLED


async def test_who_was_struck_there_is_in_both_no_more(town: Town) -> None:
    """Struck before the protocol, a person counts once and reaches nothing [A6]."""
    first, second = await clerk(town), await secretary(town)
    await vote(town, 0, DEAR)
    await take(town, first, second, 0)
    await mark_struck(town.services, first, CAMPAIGN, {0}, "№ 1")
    await confirm_struck(town.services, second, CAMPAIGN, {0})
    await end(town)
    await type_twice(town, first, second, {CHEAP: 5}, await ballot(town, first))
    found = await report(town)
    assert found.other is not None
    assert (found.other.both, found.other.reach) == (0, Reach.NOBODY)


async def test_a_hidden_count_is_not_given_back_by_subtraction(hiding: Town) -> None:
    """With few votes here, neither ours nor the sums are told, nor whether a gap is reached [A6] [P4]."""
    town = hiding
    first, second = await clerk(town), await secretary(town)
    for person, project in enumerate((CHEAP, CHEAP, DEAR)):
        await vote(town, person, project)
    await take(town, first, second, 0)
    town.clock.set_to(CLOSED)
    await end(town)
    await type_twice(town, first, second, {CHEAP: 40, DEAR: 31}, await ballot(town, first))
    found = await report(town)
    assert found.outcome is not None
    assert found.outcome.is_hidden
    assert all(line.votes is None for line in found.outcome.lines)
    assert found.other is not None
    assert (found.other.both, found.other.reach) == (1, Reach.HIDDEN)
    for language in Language:
        text = said(town, found, language)
        assert "71" in text  # the other channel's own protocol
        for secret in ("42", "32", "74"):
            assert secret not in text
