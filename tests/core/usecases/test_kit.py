"""Making the kit and a project's sheet: who may, what is logged, on both databases (A7, D2)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from core.documents.poster import Occasion
from core.language.locales import Locales
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.store.audit import act_entry
from core.usecases.kit.making import make_card, make_kit, preview_kits
from tests.support.front import strict_locales
from tests.support.office import actor, of_another_akimat
from tests.support.town import CAMPAIGN, Town, build_town


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while voting is open."""
    built = await build_town(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture(scope="module")
def locales() -> Locales:
    """The real texts."""
    return strict_locales()


async def _acts(town: Town) -> list[tuple[str, str]]:
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(act_entry.c.act, act_entry.c.subject))
        return [(row.act, row.subject) for row in rows]


async def test_each_making_is_one_line_in_the_log(town: Town, locales: Locales) -> None:
    """Looking leaves no line, a kit and a sheet leave one each [A7] [D2] [L1]."""
    someone = await actor(town, Role.COMMUNICATIONS)
    previews = await preview_kits(town.services, locales, someone, CAMPAIGN, Language.RUSSIAN)
    assert [(each.occasion, each.posters, len(each.texts)) for each in previews] == [
        (Occasion.INTAKE, 5, 3),
        (Occasion.VOTING, 5, 3),
    ]
    assert await _acts(town) == []
    assert (await make_kit(town.services, locales, someone, CAMPAIGN, Occasion.VOTING)).startswith(b"PK")
    assert (await make_card(town.services, locales, someone, CAMPAIGN, 12)).startswith(b"%PDF-")
    assert await _acts(town) == [("make-kit", "voting"), ("make-card", "12")]


async def test_wrong_askers_get_nothing(town: Town, locales: Locales) -> None:
    """Another akimat, a role without the right, an unknown project: refused without a line [L1] [P9]."""
    someone = await actor(town, Role.COMMUNICATIONS)
    observer = await actor(town, Role.OBSERVER, login="observer", person=1)
    for asker, refusal in (
        (of_another_akimat(someone), Refusal.CAMPAIGN_UNKNOWN),
        (observer, Refusal.OFFICE_FORBIDDEN),
    ):
        with pytest.raises(RuleViolation) as caught:
            await make_kit(town.services, locales, asker, CAMPAIGN, Occasion.VOTING)
        assert caught.value.refusal is refusal
        with pytest.raises(RuleViolation) as caught:
            await make_card(town.services, locales, asker, CAMPAIGN, 12)
        assert caught.value.refusal is refusal
    with pytest.raises(RuleViolation) as caught:
        await make_card(town.services, locales, someone, CAMPAIGN, 999)
    assert caught.value.refusal is Refusal.PROJECT_UNKNOWN
    assert await _acts(town) == []
