"""Signing in to the office, on both databases: what opens it, what does not, and for how long (L1)."""

import asyncio
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from core.identity.keys import KeyMissing, office_key
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.store import audit
from core.store import staff as store
from core.usecases.campaign.keys import check_keys
from core.usecases.office.sessions import find_session, hash_of
from core.usecases.office.signing_in import change_password, choose_language, sign_out
from tests.support.signing import Member, employ
from tests.support.town import CAMPAIGN, Town

NEW, WRONG = "сары тауық ұшпайды", "wrong"


@pytest.fixture
async def member(town: Town) -> Member:
    """Somebody who has signed in before."""
    return await employ(town)


async def refused(member: Member, **wrong: str) -> Refusal:
    """Return why signing in is refused."""
    with pytest.raises(RuleViolation) as caught:
        await member.sign_in(**wrong)
    return caught.value.refusal


async def column(town: Town, name: str) -> object:
    """Return a column of the only login."""
    async with town.services.database.read() as connection:
        return (await connection.execute(select(store.staff.c[name]))).scalar_one()


async def test_a_session_begins(member: Member, town: Town) -> None:
    """Login, password and code open a session; the database keeps neither its token nor the password [L1]."""
    token = await member.sign_in(login=" GULNAR.K ".strip())
    session = await find_session(town.services, token)
    assert session is not None
    assert session.staff.login == "gulnar.k"
    assert session.token_hash == hash_of(token)
    async with town.services.database.read() as connection:
        rows = [dict(row) for row in (await connection.execute(select(store.staff))).mappings()]
        rows += [dict(row) for row in (await connection.execute(select(store.staff_session))).mappings()]
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=10)
    for secret in (token, member.made.password, member.made.secret, "990101100000"):
        assert secret not in str(rows)
        assert secret not in str([dict(act) for act in acts])
        assert bytes(secret, "ascii") not in b"".join(
            v for row in rows for v in row.values() if type(v) is bytes
        )
    assert [(act["act"], act["subject"]) for act in acts] == [
        ("sign-in", "gulnar.k"),
        ("staff-add", "gulnar.k"),
    ]


async def test_whatever_is_wrong_is_refused_alike(member: Member, town: Town) -> None:
    """Unknown login, wrong password, wrong code and a blocked login have one answer [L1]."""
    assert await refused(member, login="nobody") is Refusal.SIGN_IN_WRONG
    assert await refused(member, password=WRONG) is Refusal.SIGN_IN_WRONG
    assert await refused(member, code="000000") is Refusal.SIGN_IN_WRONG
    assert await refused(member, login="", password="", code="") is Refusal.SIGN_IN_WRONG
    async with town.services.database.write() as connection:
        await store.change_staff(connection, CAMPAIGN.akimat, 1, is_blocked=True)
    assert await refused(member) is Refusal.SIGN_IN_WRONG


async def test_a_code_is_good_once(member: Member, town: Town) -> None:
    """The same code opens no second session, nor does an earlier one; the next code does [L1]."""
    earlier, code = member.code(-1), member.code()
    await member.sign_in(code=code)
    assert await refused(member, code=code) is Refusal.SIGN_IN_WRONG
    assert await refused(member, code=earlier) is Refusal.SIGN_IN_WRONG
    town.wait(seconds=30)
    assert await member.sign_in()


async def test_one_code_at_once_opens_one_session(member: Member) -> None:
    """Of several that come with one code in the same instant, one gets in [L1]."""
    code = member.code()
    answers = await asyncio.gather(*(member.sign_in(code=code) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(answer, str) for answer in answers) == 1
    refusals = {answer.refusal for answer in answers if isinstance(answer, RuleViolation)}
    assert refusals == {Refusal.SIGN_IN_WRONG}


async def test_five_wrong_ones_lock(member: Member, town: Town) -> None:
    """After five in a row even what is right waits, until the lock ends; each lock is longer [L1]."""
    for _ in range(5):
        assert await refused(member, password=WRONG) is Refusal.SIGN_IN_WRONG
    with pytest.raises(RuleViolation) as caught:
        await member.sign_in()
    (reason,) = caught.value.reasons
    assert reason.refusal is Refusal.SIGN_IN_LOCKED
    assert str(reason.facts["again_at"]) == str(town.clock.now().replace(minute=15))
    town.wait(minutes=14, seconds=59)
    assert await refused(member) is Refusal.SIGN_IN_LOCKED
    town.wait(seconds=1)
    for _ in range(5):
        assert await refused(member, code="000000") is Refusal.SIGN_IN_WRONG
    town.wait(minutes=16)
    assert await refused(member) is Refusal.SIGN_IN_LOCKED
    town.wait(minutes=15)
    assert await member.sign_in()
    assert await column(town, "failures") == 0


async def test_many_at_once_are_no_more_than_five(member: Member, town: Town) -> None:
    """Attempts are counted before they are judged: twenty at once try five passwords [L1]."""
    answers = await asyncio.gather(
        *(member.sign_in(password=f"wrong {each}") for each in range(20)), return_exceptions=True
    )
    refusals = [answer.refusal for answer in answers if isinstance(answer, RuleViolation)]
    assert refusals.count(Refusal.SIGN_IN_WRONG) == 5
    assert refusals.count(Refusal.SIGN_IN_LOCKED) == 15
    assert await column(town, "failures") == 5


async def test_a_login_that_nobody_has_locks_alike(member: Member) -> None:
    """Whether a login is locked does not tell whether there is one [L1]."""
    answers = [await refused(member, login="nobody") for _ in range(7)]
    assert answers == [Refusal.SIGN_IN_WRONG] * 5 + [Refusal.SIGN_IN_LOCKED] * 2
    assert await member.sign_in()


async def test_a_session_ends_by_itself(member: Member, town: Town) -> None:
    """Half an hour without a request ends a session; used all the time it lasts ten hours [L1]."""
    token = await member.sign_in()
    town.wait(minutes=29)
    assert await find_session(town.services, token)
    town.wait(minutes=29)
    assert await find_session(town.services, token), "it was used in between"
    town.wait(minutes=31)
    assert await find_session(town.services, token) is None
    token = await member.sign_in()
    for _ in range(30):
        town.wait(minutes=20)
        assert await find_session(town.services, token)
    town.wait(minutes=1)
    assert await find_session(town.services, token) is None


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "'; drop table staff; --", "ы" * 5000])
async def test_other_tokens_open_nothing(member: Member, town: Town, token: str) -> None:
    """What is no token of a session is nobody's [L1]."""
    await member.sign_in()
    assert await find_session(town.services, token) is None


async def test_signing_out_ends_one_session(member: Member, town: Town) -> None:
    """Of two sessions of one login the other goes on [L1]."""
    first = await member.sign_in()
    town.wait(seconds=30)
    second = await member.sign_in()
    session = await find_session(town.services, first)
    assert session is not None
    await sign_out(town.services, session)
    assert await find_session(town.services, first) is None
    assert await find_session(town.services, second)


async def test_a_new_password_ends_all_other_sessions(town: Town) -> None:
    """After the change the old password and the other sessions are over; the first is forced [L1]."""
    member = await employ(town, must_change=True)
    other = await member.sign_in()
    town.wait(seconds=30)
    session = await member.session()
    assert session.staff.must_change_password
    await change_password(town.services, session, member.made.password, NEW)
    assert await find_session(town.services, other) is None
    town.wait(seconds=30)
    assert await refused(member) is Refusal.SIGN_IN_WRONG
    town.wait(seconds=30)
    found = await find_session(town.services, await member.sign_in(password=NEW))
    assert found is not None
    assert not found.staff.must_change_password


async def test_a_new_password_is_refused(member: Member, town: Town) -> None:
    """A wrong old password, a weak new one, the same again change nothing; guesses are counted [L1]."""
    session, old = await member.session(), member.made.password
    for given, new, refusal in (
        (old, "short", Refusal.PASSWORD_WEAK),
        (old, "gulnar.k-2026-жыл", Refusal.PASSWORD_WEAK),
        (old, old, Refusal.PASSWORD_WEAK),
        ("wrong", NEW, Refusal.SIGN_IN_WRONG),
    ):
        with pytest.raises(RuleViolation) as caught:
            await change_password(town.services, session, given, new)
        assert caught.value.refusal is refusal
    for _ in range(4):
        with pytest.raises(RuleViolation):
            await change_password(town.services, session, "wrong", NEW)
    with pytest.raises(RuleViolation) as locked:
        await change_password(town.services, session, "wrong", NEW)
    assert locked.value.refusal is Refusal.SIGN_IN_LOCKED


async def test_a_weaker_hash_is_made_anew(member: Member, town: Town) -> None:
    """Whoever signs in with a hash of former parameters has one of today's from then on [L1]."""
    former = PasswordHasher(time_cost=1, memory_cost=8192).hash(member.made.password)
    async with town.services.database.write() as connection:
        await store.change_staff(connection, CAMPAIGN.akimat, 1, password_hash=former)
    await member.sign_in()
    assert await column(town, "password_hash") != former
    town.wait(seconds=30)
    assert await member.sign_in()


async def test_without_its_key_nobody_signs_in(member: Member, town: Town) -> None:
    """Secrets are sealed with a key outside of the database, known again at every start [L1] [L5]."""
    path = town.services.keys.root / f"{office_key(CAMPAIGN.akimat)}.key"
    key = path.read_text()
    path.write_text("00" * 32)
    with pytest.raises(KeyMissing):
        await member.sign_in()
    with pytest.raises(Exception, match=r"office\.key"):
        await check_keys(town.services)
    path.unlink()
    with pytest.raises(KeyMissing):
        await member.sign_in()
    with pytest.raises(KeyMissing):
        await check_keys(town.services)
    path.write_text(key)
    await check_keys(town.services)
    assert await member.sign_in()


async def test_the_language_is_kept(member: Member, town: Town) -> None:
    """The office speaks the language that its reader chose [L4]."""
    session = await member.session()
    await choose_language(town.services, session, Language.RUSSIAN)
    async with town.services.database.read() as connection:
        staff = await store.get_staff(connection, CAMPAIGN.akimat, 1)
    assert staff is not None
    assert staff == replace(session.staff, language=Language.RUSSIAN)
