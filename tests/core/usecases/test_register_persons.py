"""Who may do what with a register, and who is no second person, on SQLite and PostgreSQL (L1, L3)."""

from dataclasses import replace

import pytest

from core.model.campaign import CampaignId
from core.model.refusals import Refusal
from core.model.register import ImportState
from core.model.staff import Actor, Role
from core.store import register, staff, staging
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.office.staff import reset_member
from core.usecases.register.approving import approve_register, reject_register
from core.usecases.register.looking import list_imports, list_notes, require_import
from core.usecases.register.staging import stage_register
from tests.support.office import actor, of_another_akimat
from tests.support.proposals import INTAKE
from tests.support.register_import import TEN, count, refusal_of, staged, state_of
from tests.support.registers import file_of
from tests.support.town import CAMPAIGN, RULEBOOK, Town, row

SECOND = CampaignId(CAMPAIGN.akimat, "semey-second")


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


async def test_two_logins_of_one_person_are_one_person(town: Town, clerk: Actor) -> None:
    """Whoever handed in approves neither by that login nor by another of his own [L1] [L3]."""
    import_id = await staged(town, clerk, row(0))
    twin = await actor(town, Role.AKIM, Role.SECRETARY, login="twin", person=0)
    for same in (clerk, twin):
        assert await refusal_of(approve_register(town.services, same, CAMPAIGN, import_id)) is (
            Refusal.OFFICE_SAME_PERSON
        )
    assert (await require_import(town.services, twin, CAMPAIGN, import_id))[0].is_own
    assert await count(town, register.resident) == TEN
    await reject_register(town.services, twin, CAMPAIGN, import_id)
    assert await state_of(town, clerk, import_id) is ImportState.REJECTED
    assert await count(town, staging.staged_registration) == 0


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.CLERK, Role.SECRETARY, Role.AKIM}]
)
async def test_others_see_and_do_nothing(town: Town, clerk: Actor, role: Role) -> None:
    """Whoever has no such role neither hands in nor looks nor settles [L1]."""
    import_id = await staged(town, clerk, row(0))
    other = await actor(town, role, login="other", person=1)
    services = town.services
    with file_of(b"x") as file:
        for act in (
            stage_register(services, other, CAMPAIGN, file, "x.csv"),
            approve_register(services, other, CAMPAIGN, import_id),
            reject_register(services, other, CAMPAIGN, import_id),
            list_imports(services, other, CAMPAIGN),
            require_import(services, other, CAMPAIGN, import_id),
            list_notes(services, other, CAMPAIGN, import_id, after=0),
        ):
            assert await refusal_of(act) is Refusal.OFFICE_FORBIDDEN


async def test_secretary_approves_and_hands_in_nothing(town: Town, clerk: Actor) -> None:
    """A secretary may be the second person and never the first [L1]."""
    secretary = await actor(town, Role.SECRETARY, login="secretary", person=1)
    assert await refusal_of(staged(town, secretary, row(0))) is Refusal.OFFICE_FORBIDDEN
    await approve_register(town.services, secretary, CAMPAIGN, await staged(town, clerk, row(0)))
    assert await count(town, register.resident) == 1


async def test_another_akimat_knows_nothing_of_it(town: Town, clerk: Actor) -> None:
    """An akimat's imports are unknown elsewhere, and a campaign's in another campaign [L1] [L3]."""
    import_id = await staged(town, clerk, row(0))
    stranger = of_another_akimat(replace(clerk, person_key=b"x" * 32))
    for act in (approve_register, reject_register, require_import):
        refusal = await refusal_of(act(town.services, stranger, CAMPAIGN, import_id))
        assert refusal is Refusal.CAMPAIGN_UNKNOWN
    await take_rulebook(town.services, RULEBOOK.replace('"semey-demo"', '"semey-second"'), "second.toml")
    other = await actor(town, Role.AKIM, login="akim", person=1)
    assert await refusal_of(approve_register(town.services, other, SECOND, import_id)) is (
        Refusal.IMPORT_UNKNOWN
    )


async def test_an_administrator_makes_nobody_his_second_person(town: Town, clerk: Actor, akim: Actor) -> None:
    """Who resets the akim's password could sign in as the akim: such an akim approves nothing of his [L1]."""
    admin = await actor(town, Role.SYSTEM_ADMINISTRATOR, login="admin", person=0)
    assert admin.person_key == clerk.person_key
    import_id = await staged(town, clerk, row(0))
    await reset_member(town.services, admin, akim.staff_id)
    async with town.services.database.read() as connection:
        anew = await staff.get_staff(connection, akim.akimat, akim.staff_id)
    assert anew is not None
    assert await refusal_of(approve_register(town.services, anew.actor, CAMPAIGN, import_id)) == (
        Refusal.OFFICE_HANDED_OUT
    )
    assert await state_of(town, akim, import_id) is ImportState.WAITING


async def test_an_administrator_begins_nothing_with_a_login_he_handed_out(
    town: Town, clerk: Actor, akim: Actor
) -> None:
    """He signs in as the clerk whose password he has just given out, and would approve as himself [L1]."""
    admin = await actor(town, Role.SYSTEM_ADMINISTRATOR, Role.SECRETARY, login="admin", person=2)
    await reset_member(town.services, admin, clerk.staff_id)
    import_id = await staged(town, clerk, row(0))
    assert await refusal_of(approve_register(town.services, admin, CAMPAIGN, import_id)) == (
        Refusal.OFFICE_HANDED_OUT
    )
    await approve_register(town.services, akim, CAMPAIGN, import_id)
    assert await state_of(town, akim, import_id) is ImportState.APPROVED
