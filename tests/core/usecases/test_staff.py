"""Logins added, changed, blocked, given anew; the logs; the link to Telegram; on both databases (L1)."""

import asyncio
from collections.abc import Mapping

import pytest
from sqlalchemy import select

from core.model.language import Text
from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Actor, Role
from core.store import staff as store
from core.usecases.office.linking import LINK_LASTS, is_linked, link_account, make_invitation, unlink_account
from core.usecases.office.logs import LogFilter, read_accesses, read_acts
from core.usecases.office.permission import log_access
from core.usecases.office.sessions import find_session
from core.usecases.office.staff import (
    Card,
    add_member,
    block_member,
    change_member,
    get_member,
    list_staff,
    reset_member,
)
from tests.support.office import STAFF_IINS, actor, of_another_akimat
from tests.support.signing import POSITION, employ
from tests.support.town import CAMPAIGN, Town

CARD = Card(name="Кеңесбай Гүлнар", position=POSITION, roles=frozenset({Role.CLERK}))
EVERYTHING = LogFilter()


@pytest.fixture
async def admin(town: Town) -> Actor:
    """The akimat's administrator, the only one."""
    return await actor(town, Role.SYSTEM_ADMINISTRATOR, login="admin")


async def refusals(attempt: object) -> list[Refusal]:
    """Return why something is refused."""
    with pytest.raises(RuleViolation) as caught:
        await attempt  # type: ignore[misc]
    return [reason.refusal for reason in caught.value.reasons]


async def acts(town: Town, admin: Actor) -> list[tuple[str, str, Mapping[str, object], Mapping[str, object]]]:
    """Return what the log says, the newest first."""
    page = await read_acts(town.services, admin, EVERYTHING)
    return [(line.act, line.subject, line.before, line.after) for line in page.lines]


async def test_a_login_is_added_and_signs_in(town: Town, admin: Actor) -> None:
    """What is shown once signs in and has to be changed; the log says who was added as what [L1]."""
    made = await add_member(town.services, admin, "elsewhere", " Gulnar.K ", STAFF_IINS[1], CARD)
    assert made.login == "gulnar.k"
    found = (await list_staff(town.services, admin))[-1]
    assert (found.login, found.akimat, found.roles) == ("gulnar.k", "semey", frozenset({Role.CLERK}))
    assert found.must_change_password
    after = {"name": "Кеңесбай Гүлнар", "position": "специалист", "roles": ["clerk"]}
    assert await acts(town, admin) == [("staff-add", "gulnar.k", {}, after)]


async def test_the_iin_stands_nowhere(town: Town, admin: Actor) -> None:
    """No row and no line of a log holds the number from which the person's key was made [P1]."""
    await add_member(town.services, admin, "", "gulnar.k", STAFF_IINS[1], CARD)
    async with town.services.database.read() as connection:
        rows = [dict(row) for row in (await connection.execute(select(store.staff))).mappings()]
    assert STAFF_IINS[1] not in str(rows) + str(await acts(town, admin))


async def test_one_person_with_two_logins_has_one_key(town: Town, admin: Actor) -> None:
    """The same IIN, with spaces too, makes the same person; another one another person [L1]."""
    for login, iin in (("first", STAFF_IINS[1]), ("second", f" {STAFF_IINS[1][:6]} {STAFF_IINS[1][6:]}\n")):
        await add_member(town.services, admin, "", login, iin, CARD)
    first, second = (await list_staff(town.services, admin))[1:]
    assert first.person_key == second.person_key != admin.person_key


async def test_what_cannot_be_added(town: Town, admin: Actor) -> None:
    """A login that is taken, and everything that lacks, are refused and leave nothing [L1] [P7]."""
    services, empty = town.services, Card(name="", position=Text(kk="", ru=""), roles=frozenset())
    assert await refusals(add_member(services, admin, "", "admin", STAFF_IINS[1], CARD)) == [
        Refusal.LOGIN_TAKEN
    ]
    found = await refusals(add_member(services, admin, "", "x", "1", empty))
    assert found == [*([Refusal.STAFF_NAME_MISSING] * 4), Refusal.STAFF_IIN_WRONG]
    assert len(await list_staff(services, admin)) == 1
    assert await acts(town, admin) == []


async def test_roles_are_changed(town: Town, admin: Actor) -> None:
    """Name, position and roles become others; the log has them before and after [L1]."""
    await add_member(town.services, admin, "", "gulnar.k", STAFF_IINS[1], CARD)
    card = Card(name="Кеңесбай Г.", position=POSITION, roles=frozenset({Role.AKIM, Role.OBSERVER}))
    await change_member(town.services, admin, 2, card)
    found = await get_member(town.services, admin, 2)
    assert (found.name, found.roles) == ("Кеңесбай Г.", card.roles)
    (act, subject, before, after), _ = await acts(town, admin)
    assert (act, subject, before["roles"], after["roles"]) == (
        "staff-change",
        "gulnar.k",
        ["clerk"],
        ["akim", "observer"],
    )


async def test_a_blocked_login_is_out_at_once(town: Town, admin: Actor) -> None:
    """Blocking ends sessions and keeps out; afterwards the login is let in again [L1]."""
    member = await employ(town, person=1)
    token = await member.sign_in()
    await block_member(town.services, admin, 2, is_blocked=True)
    assert await find_session(town.services, token) is None
    town.wait(seconds=30)
    assert await refusals(member.sign_in()) == [Refusal.SIGN_IN_WRONG]
    await block_member(town.services, admin, 2, is_blocked=False)
    assert await find_session(town.services, token) is None
    town.wait(seconds=30)
    assert await member.sign_in()


async def test_a_new_password_opens_a_lock_and_ends_sessions(town: Town, admin: Actor) -> None:
    """The former password, code and sessions are over, and so is the lockout [L1]."""
    member = await employ(town, person=1)
    token = await member.sign_in()
    for _ in range(5):
        await refusals(member.sign_in(code="000000"))
    made = await reset_member(town.services, admin, 2)
    assert (made.password, made.secret) != (member.made.password, member.made.secret)
    assert await find_session(town.services, token) is None
    assert await refusals(member.sign_in()) == [Refusal.SIGN_IN_WRONG]
    member.made = made
    session = await member.session()
    assert session.staff.must_change_password


async def test_the_last_administrator_stays(town: Town, admin: Actor) -> None:
    """Nobody takes the last administrator's role or access, not even two of them from each other [L1]."""
    services = town.services
    assert await refusals(change_member(services, admin, 1, CARD)) == [Refusal.LAST_ADMINISTRATOR]
    assert await refusals(block_member(services, admin, 1, is_blocked=True)) == [Refusal.LAST_ADMINISTRATOR]
    second = await actor(town, Role.SYSTEM_ADMINISTRATOR, login="second", person=1)
    answers = await asyncio.gather(
        block_member(services, admin, second.staff_id, is_blocked=True),
        block_member(services, second, admin.staff_id, is_blocked=True),
        return_exceptions=True,
    )
    refused = [each.refusal for each in answers if isinstance(each, RuleViolation)]
    assert refused == [Refusal.LAST_ADMINISTRATOR]


async def test_another_akimat_sees_and_changes_nothing(town: Town, admin: Actor) -> None:
    """An administrator elsewhere finds nobody of this akimat, by no number, and none of its log [P9] [L1]."""
    await add_member(town.services, admin, "", "gulnar.k", STAFF_IINS[1], CARD)
    stranger, services = of_another_akimat(admin), town.services
    assert await list_staff(services, stranger) == []
    assert (await read_acts(services, stranger, EVERYTHING)).lines == []
    for attempt in (
        get_member(services, stranger, 2),
        change_member(services, stranger, 2, CARD),
        block_member(services, stranger, 2, is_blocked=True),
        reset_member(services, stranger, 2),
    ):
        assert await refusals(attempt) == [Refusal.STAFF_UNKNOWN]
    assert await refusals(get_member(services, admin, 99)) == [Refusal.STAFF_UNKNOWN]


async def test_the_observer_reads_logs_without_persons(town: Town, admin: Actor) -> None:
    """An observer sees that something was done, and neither name nor login nor what was changed [L1] [L2]."""
    await add_member(town.services, admin, "", "gulnar.k", STAFF_IINS[1], CARD)
    observer = await actor(town, Role.OBSERVER, login="observer", person=2)
    async with town.services.database.write() as connection:
        await log_access(town.services, connection, admin, CAMPAIGN, "author", "44")
    page = await read_acts(town.services, observer, LogFilter(staff_id=2))
    (line,) = page.lines
    assert (line.act, line.subject, line.name, line.before, line.after) == ("staff-add", "", "", {}, {})
    assert line.position == POSITION
    assert page.people == ()
    (look,) = (await read_accesses(town.services, observer, EVERYTHING)).lines
    assert (look.act, look.subject, look.name, look.campaign) == ("author", "44", "", "semey-demo")


async def test_logs_come_in_pages_and_by_person_and_act(town: Town, admin: Actor) -> None:
    """The newest fifty first, then older ones; a filter leaves what one person did, or one act [L1]."""
    second = await actor(town, Role.SYSTEM_ADMINISTRATOR, login="second", person=1)
    for each in range(53):
        await block_member(town.services, admin if each % 2 else second, 2, is_blocked=False)
    first = await read_acts(town.services, admin, EVERYTHING)
    assert [line.entry for line in first.lines] == list(range(53, 3, -1))
    older = await read_acts(town.services, admin, LogFilter(before=first.older))
    assert ([line.entry for line in older.lines], older.older) == ([3, 2, 1], 0)
    own = await read_acts(town.services, admin, LogFilter(staff_id=admin.staff_id))
    assert len(own.lines) == 26
    assert {line.name for line in own.lines} == {"Қызметкер admin (admin)"}
    assert first.acts == ["staff-block"]
    assert (await read_acts(town.services, admin, LogFilter(act="staff-add"))).lines == []


async def test_an_account_is_linked_once(town: Town, admin: Actor) -> None:
    """A link names the account that reminds, once and for a quarter of an hour; then it is taken off [L1]."""
    services = town.services
    token = await make_invitation(services, admin)
    assert len(f"staff-{token}") <= 64, "Telegram takes no longer payload"
    assert not await link_account(services, "0" * 48, 77)
    assert await link_account(services, token, 77)
    assert await is_linked(services, admin)
    assert not await link_account(services, token, 78)
    await unlink_account(services, admin)
    assert not await is_linked(services, admin)
    token = await make_invitation(services, admin)
    town.clock.advance(LINK_LASTS)
    assert not await link_account(services, token, 77)
    assert [line[0] for line in await acts(town, admin)] == ["staff-unlink", "staff-link"]


async def test_a_blocked_login_links_nothing(town: Town, admin: Actor) -> None:
    """A link of somebody who was blocked meanwhile opens nothing [L1]."""
    clerk = await actor(town, Role.CLERK, login="clerk", person=1)
    token = await make_invitation(town.services, clerk)
    await block_member(town.services, admin, clerk.staff_id, is_blocked=True)
    assert not await link_account(town.services, token, 77)
