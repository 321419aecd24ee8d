"""Until when a register may be replaced, and how long one that waits is kept (E1, M2)."""

from datetime import date, timedelta

import pytest

from core.model.refusals import Refusal
from core.model.register import ImportState
from core.model.staff import Actor, Role
from core.store import register, staging
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.register.approving import approve_register, reject_register
from core.usecases.register.cleaning import INTERRUPTED_TERM, WAITING_TERM, clean_imports
from core.usecases.register.looking import list_imports, require_import
from core.usecases.retention.cleaning import clean
from tests.support.office import actor
from tests.support.proposals import INTAKE
from tests.support.register_import import TEN, count, refusal_of, staged, state_of
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town, row


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """The clerk who hands in, while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


@pytest.fixture
async def akim(town: Town, clerk: Actor) -> Actor:
    """Another person who may approve."""
    someone = await actor(town, Role.AKIM, login="akim", person=1)
    assert someone.akimat == clerk.akimat
    return someone


async def test_a_register_is_frozen_while_anybody_votes_by_it(town: Town, clerk: Actor, akim: Actor) -> None:
    """From the opening until the count neither handing in nor approving, in no campaign of it [E1] [L3]."""
    import_id = await staged(town, clerk, row(0))
    for moment in (OPEN, CLOSED, CLOSED + timedelta(days=5)):
        town.clock.set_to(moment)
        refusal = await refusal_of(approve_register(town.services, akim, CAMPAIGN, import_id))
        assert refusal is Refusal.REGISTER_FROZEN
        assert await refusal_of(staged(town, clerk, row(0))) is Refusal.REGISTER_FROZEN
        overview = await list_imports(town.services, akim, CAMPAIGN)
        assert [reason.facts["campaign"] for reason in overview.frozen.reasons]
    assert await refusal_of(reject_register(town.services, akim, CAMPAIGN, import_id)) is (
        Refusal.OFFICE_STAGE
    )
    assert await count(town, register.resident) == TEN


async def test_another_campaign_that_votes_freezes_the_register(
    town: Town, clerk: Actor, akim: Actor
) -> None:
    """One register serves all campaigns: while one votes, the other cannot replace it [E1] [L3]."""
    import_id = await staged(town, clerk, row(0))
    early = RULEBOOK.replace('"semey-demo"', '"semey-second"')
    assert "opens = 2026-11-19T09:00:00\ncloses = 2026-11-30T00:00:00" in early
    early = early.replace("2026-", "2025-").replace("plan_year = 2026", "plan_year = 2025")
    await take_rulebook(town.services, early, "second.toml")
    refusal = await refusal_of(approve_register(town.services, akim, CAMPAIGN, import_id))
    assert refusal is Refusal.REGISTER_FROZEN


async def test_the_night_clears_what_nobody_settled(town: Town, clerk: Actor, akim: Actor) -> None:
    """What broke off, waited too long or was settled goes; a register that waits stays [M2] [L3]."""
    waits = await staged(town, clerk, row(0), "x")
    async with town.services.database.write() as connection:
        broken = await staging.add_import(
            connection, CAMPAIGN, file_name="", digest="", staged_at=town.clock.now()
        )
        rows = [
            {
                "person_key": b"p" * 32,
                "ordinal": 2,
                "birth_date": date(1990, 1, 1),
                "territory": "samal",
                "kind": "permanent",
                "since": date(2020, 1, 1),
                "until": None,
            }
        ]
        await staging.add_portion(
            connection, CAMPAIGN.akimat, broken, registrations=rows, phones=(), notes=()
        )
    assert await clean_imports(town.services, CAMPAIGN.akimat) == 0
    assert await refusal_of(approve_register(town.services, akim, CAMPAIGN, broken)) is (
        Refusal.IMPORT_UNKNOWN
    )
    town.clock.advance(INTERRUPTED_TERM + timedelta(seconds=1))
    assert await clean_imports(town.services, CAMPAIGN.akimat) == 1
    assert await refusal_of(require_import(town.services, akim, CAMPAIGN, broken)) is Refusal.IMPORT_UNKNOWN
    assert await state_of(town, akim, waits) is ImportState.WAITING
    town.clock.advance(WAITING_TERM)
    assert (await clean(town.services))["imports"] == 1
    assert await state_of(town, akim, waits) is ImportState.EXPIRED
    assert await count(town, staging.staged_registration) == 0
    assert await count(town, staging.register_note) == 1
    town.clock.advance(WAITING_TERM + timedelta(seconds=1))
    await clean_imports(town.services, CAMPAIGN.akimat)
    assert await count(town, staging.register_note) == 0
