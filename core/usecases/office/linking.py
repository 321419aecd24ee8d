"""The account that reminds a member of staff: a link made in the office and opened in the bot (L1)."""

from datetime import timedelta

from core.model.staff import Actor
from core.store import staff as store
from core.usecases.office.permission import log_act
from core.usecases.office.sessions import hash_of
from core.usecases.services import Services

LINK_LASTS = timedelta(minutes=15)
"""Somebody sits at the computer with the phone in the hand."""

_TOKEN_BYTES = 24


async def make_invitation(services: Services, actor: Actor) -> str:
    """Return the token of a link by which the actor names an account; it is good once and not for long."""
    token = services.random_bytes(_TOKEN_BYTES).hex()
    row = {
        "akimat_id": actor.akimat,
        "token_hash": hash_of(token),
        "staff_id": actor.staff_id,
        "expires_at": services.real_clock.now() + LINK_LASTS,
    }
    async with services.database.write() as connection:
        await store.add_invitation(connection, row)
    return token


async def link_account(services: Services, token: str, account_id: int) -> bool:
    """Let an account be reminded in the name of whoever made the link; ``False`` where it opens nothing."""
    async with services.database.write() as connection:
        found = await store.take_invitation(connection, hash_of(token))
        if found is None or found["expires_at"] <= services.real_clock.now():
            return False
        staff = await store.get_staff(connection, found["akimat_id"], found["staff_id"])
        if staff is None or staff.is_blocked:
            return False
        await store.change_staff(connection, staff.akimat, staff.staff_id, account_id=account_id)
        await log_act(services, connection, staff.actor, None, "staff-link", staff.login)
    return True


async def is_linked(services: Services, actor: Actor) -> bool:
    """Say whether the actor's reminders go anywhere."""
    async with services.database.read() as connection:
        return await store.get_account(connection, actor.akimat, actor.staff_id) is not None


async def unlink_account(services: Services, actor: Actor) -> None:
    """Remind the actor no more."""
    async with services.database.write() as connection:
        await store.change_staff(connection, actor.akimat, actor.staff_id, account_id=None)
        await log_act(services, connection, actor, None, "staff-unlink", str(actor.staff_id))
