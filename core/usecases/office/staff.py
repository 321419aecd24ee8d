"""Logins of the akimat: added, changed, blocked, given a new password; by the administrator alone (L1).

A person is known by the key made of the IIN, which is typed once and stands nowhere: two logins of one person
remain one person.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import office_key, read_akimat_keys
from core.identity.passwords import hash_password, make_password
from core.identity.sealing import seal
from core.identity.totp import address_of, make_secret
from core.model.language import Language, Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor, Role, Staff
from core.rules.permissions import OfficeAct
from core.rules.staff import may_remain, staff_verdict
from core.store import staff as store
from core.usecases.office.permission import log_act, require_akimat_right
from core.usecases.services import Services

_ISSUER = "Qatysu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a login's row says of a member of staff; the ``position`` stands under protocols."""

    name: str
    position: Text
    roles: frozenset[Role]
    language: Language = Language.KAZAKH


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What somebody signs in with, shown once: the database has a hash of one and the other sealed.

    ``address`` is the secret as an authenticator app reads it from a QR.
    """

    login: str
    password: str
    secret: str
    address: str


async def list_staff(services: Services, actor: Actor) -> Sequence[Staff]:
    """Return the logins of the actor's akimat; raise ``office-forbidden``."""
    async with services.database.read() as connection:
        require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
        return await store.list_staff(connection, actor.akimat)


async def get_member(services: Services, actor: Actor, staff_id: int) -> Staff:
    """Return one login of the actor's akimat; raise ``office-forbidden`` or ``staff-unknown``."""
    async with services.database.read() as connection:
        require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
        return await _require(connection, actor.akimat, staff_id)


async def add_member(
    services: Services,
    actor: Actor | None,
    akimat: str,
    login: str,
    iin: str,
    card: Card,
    *,
    must_change: bool = True,
) -> Credentials:
    """Add a login and return what it signs in with; ``actor`` is ``None`` for the operator's command.

    Only a demonstration lets the password that is handed out be kept (``must_change``).

    Raises:
        RuleViolation: ``office-forbidden``; ``login-taken``; ``staff-name-missing`` for each part that lacks,
            ``staff-iin-wrong``, all at once.
    """
    if actor is not None:
        require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
        akimat = actor.akimat
    login, iin = login.strip().casefold(), "".join(iin.split())
    staff_verdict(card.name, card.position, card.roles, login=login, iin=iin).enforce()
    person_key = read_akimat_keys(services.keys, akimat).person(iin)
    known = {
        "person_key": person_key,
        "must_change_password": must_change,
        "credentials_by": actor.person_key if actor is not None else None,
    }
    made, hidden = await asyncio.to_thread(_make, services, akimat, login)
    async with services.database.write() as connection:
        if await store.find_login(connection, login) is not None:
            raise refuse(Refusal.LOGIN_TAKEN, login=login)
        await _enter(services, connection, akimat, card, {"login": login, **known, **hidden})
        await log_act(
            services, connection, actor, None, "staff-add", login, akimat=akimat, after=_facts(card)
        )
    return made


async def _enter(
    services: Services,
    connection: AsyncConnection,
    akimat: str,
    card: Card,
    columns: Mapping[str, object],
) -> None:
    await store.add_staff(
        connection,
        akimat,
        card.roles,
        name=card.name,
        position_kk=card.position.kk,
        position_ru=card.position.ru,
        language=card.language.value,
        created_at=services.real_clock.now(),
        **columns,
    )


async def change_member(services: Services, actor: Actor, staff_id: int, card: Card) -> None:
    """Change name, position and roles of a login; the language is its reader's own affair.

    Raises:
        RuleViolation: ``office-forbidden``, ``staff-unknown``, ``staff-name-missing``,
            ``last-administrator``.
    """
    require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
    staff_verdict(card.name, card.position, card.roles).enforce()
    async with services.database.write() as connection:
        every = await _lock(connection, actor.akimat)
        old = await _require(connection, actor.akimat, staff_id)
        may_remain(every, staff_id, card.roles).enforce()
        values = {"name": card.name, "position_kk": card.position.kk, "position_ru": card.position.ru}
        await store.change_staff(connection, actor.akimat, staff_id, **values)
        await store.replace_roles(connection, actor.akimat, staff_id, card.roles)
        before = _facts(Card(name=old.name, position=old.position, roles=old.roles))
        await log_act(
            services, connection, actor, None, "staff-change", old.login, before=before, after=_facts(card)
        )


async def block_member(services: Services, actor: Actor, staff_id: int, *, is_blocked: bool) -> None:
    """Block a login and end its sessions, or let it in again.

    Raises:
        RuleViolation: ``office-forbidden``, ``staff-unknown``, ``last-administrator``.
    """
    require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
    async with services.database.write() as connection:
        every = await _lock(connection, actor.akimat)
        old = await _require(connection, actor.akimat, staff_id)
        if is_blocked:
            may_remain(every, staff_id, frozenset()).enforce()
            await store.end_sessions(connection, actor.akimat, staff_id)
        await store.change_staff(connection, actor.akimat, staff_id, is_blocked=is_blocked)
        before, after = {"blocked": old.is_blocked}, {"blocked": is_blocked}
        await log_act(services, connection, actor, None, "staff-block", old.login, before=before, after=after)


async def reset_member(services: Services, actor: Actor, staff_id: int) -> Credentials:
    """Give a login a new password and a new secret, end its sessions and its lockout.

    Raises:
        RuleViolation: ``office-forbidden``, ``staff-unknown``.
    """
    require_akimat_right(actor, OfficeAct.MANAGE_STAFF)
    found = await get_member(services, actor, staff_id)
    made, hidden = await asyncio.to_thread(_make, services, actor.akimat, found.login)
    async with services.database.write() as connection:
        old = await _require(connection, actor.akimat, staff_id)
        anew = {"failures": 0, "locked_until": None, "totp_step": 0, "must_change_password": True, **hidden}
        # Whoever hands it out may sign in with it first: he is no second person beside himself.
        anew["credentials_by"] = actor.person_key
        await store.change_staff(connection, actor.akimat, staff_id, **anew)
        await store.end_sessions(connection, actor.akimat, staff_id)
        await log_act(services, connection, actor, None, "staff-reset", old.login)
    return made


def _make(services: Services, akimat: str, login: str) -> tuple[Credentials, Mapping[str, object]]:
    """Return what is shown once, and the columns that the database keeps of it."""
    password, secret = make_password(), make_secret()
    made = Credentials(
        login=login,
        password=password,
        secret=secret,
        address=address_of(secret, login, f"{_ISSUER} {akimat}"),
    )
    hidden = {
        "password_hash": hash_password(password),
        "totp_sealed": seal(services.keys.read(office_key(akimat)), secret),
    }
    return made, hidden


async def _require(connection: AsyncConnection, akimat: str, staff_id: int) -> Staff:
    found = await store.get_staff(connection, akimat, staff_id)
    if found is None:
        raise refuse(Refusal.STAFF_UNKNOWN)
    return found


async def _lock(connection: AsyncConnection, akimat: str) -> Collection[Staff]:
    """Return the akimat's logins, held until the commit: two administrators cannot remove each other."""
    await store.lock_staff(connection, akimat)
    return await store.list_staff(connection, akimat)


def _facts(card: Card) -> Mapping[str, object]:
    """Return what the log keeps of a card."""
    return {
        "name": card.name,
        "position": card.position.ru,
        "roles": sorted(role.value for role in card.roles),
    }
