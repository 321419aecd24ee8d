"""Sessions of the office: who a cookie's token stands for, and for how long (L1)."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from core.model.staff import Staff
from core.store import staff as store
from core.usecases.services import Services

IDLE = timedelta(minutes=30)
"""After so long without a request somebody else may be sitting at the computer."""

LONGEST = timedelta(hours=10)
"""A session never outlasts a working day."""

_TOUCHED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A running session: whose it is, the hash by which it is known, and what its forms carry."""

    staff: Staff
    token_hash: bytes
    form_key: str


def hash_of(token: str) -> bytes:
    """Return what the database keeps of a token: a copy of it opens nothing."""
    return sha256(token.encode()).digest()


async def find_session(services: Services, token: str) -> SignedIn | None:
    """Return whose session a cookie's token is; ``None`` for none, one that is over, or a blocked login.

    Sessions run in real time: a demonstration moves the campaign's clock and signs nobody out.
    """
    if not token:
        return None
    now, token_hash = services.real_clock.now(), hash_of(token)
    async with services.database.read() as connection:
        session = await store.get_session(connection, token_hash)
        if session is None or now - session["seen_at"] > IDLE or now - session["begun_at"] > LONGEST:
            return None
        staff = await store.get_staff(connection, session["akimat_id"], session["staff_id"])
    if staff is None or staff.is_blocked:
        return None
    if now - session["seen_at"] > _TOUCHED_EVERY:
        async with services.database.write() as connection:
            await store.touch_session(connection, token_hash, now)
    return SignedIn(staff=staff, token_hash=token_hash, form_key=session["form_key"].hex())
