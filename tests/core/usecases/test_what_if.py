"""Trials of other settings: only after the count, never of a hidden one, kept nowhere (F4)."""

from pathlib import Path

import pytest
from sqlalchemy import text

from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.store import audit
from core.usecases.what_if.trying import list_counted, try_settings
from tests.support.elsewhere import CHEAP, DEAR, TERRITORY, clerk, end, vote
from tests.support.office import actor
from tests.support.town import CAMPAIGN, CLOSED, RULEBOOK, Town, build_town

SECRET = RULEBOOK.replace('small_count = { value = "publish"', 'small_count = { value = "hide"')


async def state(town: Town) -> str:
    """Return everything that a count leaves: outcome, acts, projects, notices."""
    async with town.services.database.read() as connection:
        found = [
            list(await connection.execute(text(f"SELECT * FROM {name}")))  # noqa: S608  (names of tables)
            for name in ("outcome", "act", "project", "outbox", "box")
        ]
    return str(found)


async def test_a_trial_stands_beside_the_outcome_and_changes_nothing(town: Town) -> None:
    """Nothing of the count is touched, and who looked at which settings is in the log [F4] [L1]."""
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    for person in range(6):
        await vote(town, person, CHEAP if person < 5 else DEAR)
    await end(town)
    assert await list_counted(town.services, observer, CAMPAIGN) != []
    before = await state(town)
    same = await try_settings(town.services, observer, CAMPAIGN, TERRITORY, {})
    assert (same.changed, same.binding) == (0, same.tried)
    other = await try_settings(town.services, observer, CAMPAIGN, TERRITORY, {"threshold": "6"})
    assert [each.number for each in other.projects if each.is_changed] == [CHEAP]
    assert (other.binding_spent, other.tried_spent) == (6_400_000, 0)
    wider = await try_settings(town.services, observer, CAMPAIGN, TERRITORY, {"threshold": "1"})
    assert {each.number for each in wider.projects if each.is_changed} == {DEAR}
    assert await state(town) == before
    async with town.services.database.read() as connection:
        looks = await audit.list_acts(connection, CAMPAIGN.akimat, limit=9, act="what-if")
    assert [each["staff_id"] for each in looks] == [observer.staff_id] * 3
    with pytest.raises(RuleViolation) as caught:
        await try_settings(town.services, observer, CAMPAIGN, TERRITORY, {"money": "none"})
    assert caught.value.refusal is Refusal.WHAT_IF_WRONG
    assert caught.value.reasons[0].facts == {"field": "money"}


async def test_before_the_count_nothing_can_be_tried(town: Town) -> None:
    """Until a territory is counted nothing is shown of it, while voting goes on and after it [F4] [E6]."""
    first = await clerk(town)
    with pytest.raises(RuleViolation) as caught:
        await try_settings(town.services, first, CAMPAIGN, TERRITORY, {})
    assert caught.value.refusal is Refusal.WHAT_IF_UNCOUNTED
    town.clock.set_to(CLOSED)
    for territory in (TERRITORY, "mars"):
        with pytest.raises(RuleViolation) as caught:
            await try_settings(town.services, first, CAMPAIGN, territory, {})
        assert caught.value.refusal is Refusal.WHAT_IF_UNCOUNTED
    moderator = await actor(town, Role.MODERATOR, login="moderator", person=2)
    with pytest.raises(RuleViolation) as caught:
        await list_counted(town.services, moderator, CAMPAIGN)
    assert caught.value.refusal is Refusal.OFFICE_FORBIDDEN


async def test_a_hidden_count_is_not_tried(database_url: str, tmp_path: Path) -> None:
    """Thresholds tried one by one would tell the hidden tally: it is refused with the reason [F4] [P4]."""
    town = await build_town(database_url, tmp_path, rulebook=SECRET)
    first = await clerk(town)
    await vote(town, 0, CHEAP)
    await end(town)
    with pytest.raises(RuleViolation) as caught:
        await try_settings(town.services, first, CAMPAIGN, TERRITORY, {"threshold": "1"})
    assert caught.value.refusal is Refusal.WHAT_IF_HIDDEN
    await town.services.database.dispose()
