"""Whom an account stands for: the person of a running code session, else the person of its phone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.person import Verification
from core.rulebook.model import Rulebook
from core.store import own_link
from core.store import verification as store
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A verified person behind an account; ``session`` and its end are set while a code's session runs."""

    person_key: bytes
    verification: Verification
    session: str | None = None
    session_ends: datetime | None = None


def whom_to_ask(rulebook: Rulebook) -> dict[str, object]:
    """Return ``contact`` and ``phone`` for whoever can't be verified this way (P7)."""
    first = rulebook.akimat.contacts[0]
    return {"contact": first.name, "phone": first.phone}


async def current_person(services: Services, campaign_id: CampaignId, account_id: int) -> Person | None:
    """Return whom the account stands for now, or nobody (E2)."""
    async with services.database.read() as connection:
        return await find_person(connection, campaign_id, account_id, services.clock.now())


async def find_person(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    now: datetime,
    *,
    session: str | None = None,
) -> Person | None:
    """Return whom the account stands for at ``now``; ``session`` asks for that session, running or ended."""
    if session is not None:
        row = await store.get_session(connection, campaign_id, account_id, session)
    else:
        row = await store.get_running_session(connection, campaign_id, account_id, now)
    if row is not None:
        return Person(
            person_key=row["person_key"],
            verification=Verification.CODE,
            session=row["session_id"],
            session_ends=row["ends_at"],
        )
    if session is not None:
        return None
    link = await own_link.get_own_link(connection, campaign_id.akimat, account_id)
    if link is None:
        return None
    return Person(person_key=link["person_key"], verification=Verification.PHONE)


async def finish(services: Services, campaign_id: CampaignId, account_id: int) -> None:
    """End the running session: whoever takes the phone next sees nothing of the former person (E2)."""
    async with services.database.write() as connection:
        await store.end_sessions(connection, campaign_id, account_id)
