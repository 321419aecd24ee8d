"""Signing in and out: password and one-time code together, and one refusal for whatever was wrong (L1)."""

import asyncio
from dataclasses import dataclass

from sqlalchemy.engine import RowMapping

from core.identity.keys import KeyMissing, office_key
from core.identity.passwords import hash_password, is_outdated, verify_password
from core.identity.sealing import StaysSealed, unseal
from core.identity.totp import find_step
from core.model.language import Language
from core.model.refusals import Refusal, refuse
from core.rules.passwords import password_verdict
from core.store import audit
from core.store import staff as store
from core.usecases.office.attempts import Strangers, forgive, reserve
from core.usecases.office.sessions import SignedIn, hash_of
from core.usecases.services import Services

_TOKEN_BYTES = 32
_NOBODYS_SECRET = "A" * 32


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was typed into the form of the sign-in page."""

    login: str
    password: str
    code: str


async def sign_in(services: Services, strangers: Strangers, attempt: Attempt) -> str:
    """Begin a session and return the token that its cookie holds; only the token's hash is kept.

    Raises:
        RuleViolation: ``sign-in-wrong`` alike for an unknown login, a blocked one, a wrong password and a
            wrong or used code; ``sign-in-locked`` after too many of these.
    """
    login = attempt.login.casefold()
    row = await _reserve(services, strangers, login)
    is_right = await asyncio.to_thread(
        verify_password, row["password_hash"] if row else None, attempt.password
    )
    step = _step_of(services, row, attempt.code)
    if row is None or not is_right or step is None or row["is_blocked"]:
        raise refuse(Refusal.SIGN_IN_WRONG)
    anew: dict[str, object] = {}
    if is_outdated(row["password_hash"]):
        anew["password_hash"] = await asyncio.to_thread(hash_password, attempt.password)
    return await _begin(services, row, step, anew)


async def _reserve(services: Services, strangers: Strangers, login: str) -> RowMapping | None:
    async with services.database.write() as connection:
        row = await store.find_login(connection, login)
        if row is None:
            strangers.reserve(login, services.real_clock.now())
        else:
            await reserve(services, connection, row)
    return row


def _step_of(services: Services, row: RowMapping | None, code: str) -> int | None:
    """Return the interval of a code that is right and was not used; for a stranger it takes as long."""
    now = services.real_clock.now()
    if row is None:
        find_step(_NOBODYS_SECRET, code, now, 0)
        return None
    try:
        secret = unseal(services.keys.read(office_key(row["akimat_id"])), row["totp_sealed"])
    except StaysSealed as error:
        raise KeyMissing(
            f"{office_key(row['akimat_id'])}.key did not seal what the database holds"
        ) from error
    return find_step(secret, code, now, row["totp_step"])


async def _begin(services: Services, seen: RowMapping, step: int, anew: dict[str, object]) -> str:
    """Write the session, unless the same code came twice at once or the login was changed meanwhile."""
    token, now = services.random_bytes(_TOKEN_BYTES).hex(), services.real_clock.now()
    async with services.database.write() as connection:
        row = await store.find_login(connection, seen["login"])
        if row is None or row["is_blocked"] or row["password_hash"] != seen["password_hash"]:
            raise refuse(Refusal.SIGN_IN_WRONG)
        if step <= row["totp_step"]:
            raise refuse(Refusal.SIGN_IN_WRONG)
        akimat, staff_id = row["akimat_id"], row["staff_id"]
        await forgive(connection, akimat, staff_id)
        await store.change_staff(connection, akimat, staff_id, totp_step=step, **anew)
        session = {
            "akimat_id": akimat,
            "token_hash": hash_of(token),
            "staff_id": staff_id,
            "form_key": services.random_bytes(_TOKEN_BYTES),
            "begun_at": now,
            "seen_at": now,
        }
        await store.add_session(connection, session)
        await audit.add_act(
            connection,
            akimat,
            campaign=None,
            at=services.clock.now(),
            staff_id=staff_id,
            act="sign-in",
            subject=row["login"],
        )
    return token


async def sign_out(services: Services, signed: SignedIn) -> None:
    """End the session; its token opens nothing any more."""
    async with services.database.write() as connection:
        await store.end_session(connection, signed.token_hash)


async def change_password(services: Services, signed: SignedIn, old: str, new: str) -> None:
    """Take a new password of one's own and end every other session.

    Raises:
        RuleViolation: ``password-weak`` with every reason; ``sign-in-wrong`` where ``old`` is wrong,
            ``sign-in-locked`` after too many of these.
    """
    staff = signed.staff
    password_verdict(new, staff.login).enforce()
    row = await _reserve(services, Strangers(), staff.login)
    kept = row["password_hash"] if row else None
    if kept is None or not await asyncio.to_thread(verify_password, kept, old):
        raise refuse(Refusal.SIGN_IN_WRONG)
    if new == old:
        raise refuse(Refusal.PASSWORD_WEAK, problem="old", least=0, most=0)
    hashed = await asyncio.to_thread(hash_password, new)
    async with services.database.write() as connection:
        await forgive(connection, staff.akimat, staff.staff_id)
        values = {"password_hash": hashed, "must_change_password": False}
        await store.change_staff(connection, staff.akimat, staff.staff_id, **values)
        await store.end_sessions(connection, staff.akimat, staff.staff_id, but=signed.token_hash)
        await audit.add_act(
            connection,
            staff.akimat,
            campaign=None,
            at=services.clock.now(),
            staff_id=staff.staff_id,
            act="password",
            subject=staff.login,
        )


async def choose_language(services: Services, signed: SignedIn, language: Language) -> None:
    """Keep in which language somebody reads the office."""
    async with services.database.write() as connection:
        await store.change_staff(
            connection, signed.staff.akimat, signed.staff.staff_id, language=language.value
        )
