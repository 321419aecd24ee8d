"""Counts attempts to sign in before they are judged, so that many at once are no more than a few (L1).

Separate, because changing a password asks for the old one and counts alike.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.refusals import Refusal, refuse
from core.rules.passwords import lock_after
from core.store import staff as store
from core.usecases.services import Services

_MOST_STRANGERS = 10_000


@dataclass(slots=True)
class Strangers:
    """Wrong attempts at logins that nobody has: they lock like others, so that a lock tells of no login.

    In memory and the oldest forgotten first: what nobody has is worth no row.
    """

    known: OrderedDict[str, tuple[int, datetime | None]] = field(default_factory=OrderedDict)

    def reserve(self, login: str, now: datetime) -> None:
        """Count an attempt; raise ``sign-in-locked``."""
        failures, until = self.known.pop(login, (0, None))
        if until is not None and until > now:
            self.known[login] = (failures, until)
            raise refuse(Refusal.SIGN_IN_LOCKED, again_at=until)
        step = lock_after(failures + 1)
        self.known[login] = (failures + 1, now + step if step else None)
        while len(self.known) > _MOST_STRANGERS:
            self.known.popitem(last=False)


async def reserve(services: Services, connection: AsyncConnection, row: RowMapping) -> None:
    """Count an attempt of the login in ``row``, which is locked by the query; raise ``sign-in-locked``."""
    now = services.real_clock.now()
    if row["locked_until"] is not None and row["locked_until"] > now:
        raise refuse(Refusal.SIGN_IN_LOCKED, again_at=row["locked_until"])
    failures = row["failures"] + 1
    step = lock_after(failures)
    values = {"failures": failures, "locked_until": now + step if step else None}
    await store.change_staff(connection, row["akimat_id"], row["staff_id"], **values)


async def forgive(connection: AsyncConnection, akimat: str, staff_id: int) -> None:
    """Forget the attempts of a login: somebody knew everything that is asked."""
    await store.change_staff(connection, akimat, staff_id, failures=0, locked_until=None)
