"""Keeps a form whose session ended while it was filled in, for whoever filled it in and nobody else (L1, P1).

Neither files nor passwords, codes and IINs are kept, and what is kept is sealed and gone in half an hour.
"""

import json
import re
from dataclasses import dataclass
from datetime import timedelta

from core.identity.keys import KeyMissing, office_key
from core.identity.sealing import StaysSealed, seal, unseal
from core.rules.iin import without_iin
from core.store import keeping as store
from core.store import staff as staffs
from core.usecases.office.sessions import SignedIn, hash_of
from core.usecases.services import Services

KEPT_FOR = timedelta(minutes=30)
"""How long a form waits for its sender to sign in again, in real time."""

MOST_KEPT = 512 * 1024
"""Characters of a form that is kept; no page of ours makes a longer one."""

_NEVER = frozenset({"password", "staff", "codes", "own", "language", "sign-out", "sign-in", "kept"})
"""Parts of addresses whose forms carry secrets, or carry nothing worth keeping."""

_COUNTS = frozenset({"slips", "votes"})
"""What one of two people has counted: nothing of it lies where the other one, or a dump, may read it (E8)."""

_SECRET = _COUNTS | {"password", "secret", "code", "iin", "iins", "old", "new", "again", "form", "kept"}
"""Parts of the names of fields that are never kept; the last two are the form's own keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentForm:
    """A form as it was sent: its address below the office, and its fields in their order without files."""

    path: str
    fields: tuple[tuple[str, str], ...]


async def knows(services: Services, token: str) -> bool:
    """Say whether a cookie's token is that of a session, running or over: only such a sender is read."""
    if not token:
        return False
    async with services.database.read() as connection:
        return await staffs.get_session(connection, hash_of(token)) is not None


async def keep_form(services: Services, token: str, form_key: str, sent: SentForm) -> bool:
    """Keep a form that came too late, under the login whose pages it is from; say whether it was kept.

    ``token`` is the cookie's, of a session that runs or is over; ``form_key`` must have been made for the
    same login, so that nobody is shown what another has typed at the same computer.
    """
    clear = _clear(sent)
    key = _read_key(form_key)
    if clear is None or key is None:
        return False
    async with services.database.read() as connection:
        whose = await store.whose_form(connection, hash_of(token), key)
        staff = await staffs.get_staff(connection, *whose) if whose is not None else None
    if staff is None or staff.is_blocked:
        return False
    try:
        sealed = seal(services.keys.read(office_key(staff.akimat)), clear)
    except KeyMissing:
        return False
    now = services.real_clock.now()
    async with services.database.write() as connection:
        await staffs.lock_staff(connection, staff.akimat)
        await store.keep(connection, staff.akimat, staff.staff_id, sealed, now)
    return True


async def get_kept(services: Services, signed: SignedIn) -> SentForm | None:
    """Return the form that waits for whoever is signed in; ``None`` for none, or one whose time is over."""
    staff, since = signed.staff, services.real_clock.now() - KEPT_FOR
    async with services.database.read() as connection:
        sealed = await store.get_kept(connection, staff.akimat, staff.staff_id, since)
    if sealed is None:
        return None
    try:
        said = json.loads(unseal(services.keys.read(office_key(staff.akimat)), sealed))
    except (KeyMissing, StaysSealed):
        return None
    return SentForm(path=said["path"], fields=tuple((name, value) for name, value in said["fields"]))


async def discard_form(services: Services, signed: SignedIn) -> None:
    """Forget the form that waits for whoever is signed in."""
    async with services.database.write() as connection:
        await store.drop(connection, signed.staff.akimat, signed.staff.staff_id)


async def clean_kept_forms(services: Services, akimat_id: str) -> int:
    """Delete the forms whose time is over; return how many."""
    before = services.real_clock.now() - KEPT_FOR
    async with services.database.write() as connection:
        return await store.delete_over(connection, akimat_id, before)


def _clear(sent: SentForm) -> str | None:
    """Return what is kept of a form, ``None`` where it is one of those that are not kept at all."""
    if _NEVER & set(sent.path.partition("?")[0].split("/")):
        return None
    fields = [
        (name, without_iin(value) or value)
        for name, value in sent.fields
        if not _SECRET & set(re.split("[-_]", name))
    ]
    said = json.dumps({"path": sent.path, "fields": fields}, ensure_ascii=False)
    return said if fields and len(said) <= MOST_KEPT else None


def _read_key(form_key: str) -> bytes | None:
    try:
        return bytes.fromhex(form_key)
    except ValueError:
        return None
