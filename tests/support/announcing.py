"""Announcements as tests need them: many accounts by one statement, people of the office, one that is due."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import insert, select

from core.model.announcement import Announcement, Audience, Doubt, Report, Written
from core.model.language import Language, Text
from core.model.staff import Actor, Role
from core.store import announcement as store
from core.store import announcement_sending as sending
from core.store import place
from core.usecases.announcement.reporting import report_of
from core.usecases.announcement.running import approve, schedule
from core.usecases.announcement.writing import write_announcement
from tests.support.office import actor
from tests.support.town import CAMPAIGN, Town

WRITTEN = Written(text=Text(kk="**Жиналыс** ертең сағат 18:00-де.", ru="**Собрание** завтра в 18:00."))


async def settle_many(
    town: Town, accounts: Iterable[int], *, territory: str = "eski-qala", language: Language | None = None
) -> None:
    """Let accounts have a place there, as if each had chosen it."""
    spoken = language.value if language is not None else None
    known, places = [], []
    for account_id in accounts:
        known.append({"account_id": account_id, "language": spoken, "first_seen_at": town.clock.now()})
        where = {"akimat_id": CAMPAIGN.akimat, "campaign_id": CAMPAIGN.campaign, "territory": territory}
        places.append({"account_id": account_id, **where})
    async with town.services.database.write() as connection:
        await connection.execute(insert(place.account), [{**row, "akimat_id": "semey"} for row in known])
        await connection.execute(insert(place.place), places)


async def writer(town: Town, login: str = "writer") -> Actor:
    """Return who writes announcements."""
    return await actor(town, Role.COMMUNICATIONS, login=login, person=0)


async def approver(town: Town) -> Actor:
    """Return a second person who approves them."""
    return await actor(town, Role.SECRETARY, login="approver", person=1)


async def due(
    town: Town,
    written: Written = WRITTEN,
    *,
    audience: Audience | None = None,
    doubt: Doubt = Doubt.REPEAT,
) -> int:
    """Write an announcement that begins at the next tick, and return its number."""
    first, second = await writer(town), await approver(town)
    written = replace(written, audience=audience or written.audience, doubt=doubt)
    number = await write_announcement(town.services, first, CAMPAIGN, written)
    state = await schedule(town.services, first, CAMPAIGN, number, None, version=1)
    if state.value == "waiting":
        await approve(town.services, second, CAMPAIGN, number, version=1)
    return number


async def found(town: Town, number: int) -> Announcement:
    """Return the announcement."""
    async with town.services.database.read() as connection:
        item = await store.get_announcement(connection, CAMPAIGN, number)
    assert item is not None
    return item


async def report(town: Town, number: int) -> Report:
    """Return its report, which always adds up."""
    async with town.services.database.read() as connection:
        made = await report_of(connection, CAMPAIGN, number)
    assert made is not None
    parts = (made.delivered, made.blocked, made.failed, made.unknown, made.skipped, made.waiting, made.unsent)
    assert sum(parts) == made.audience
    assert min(parts) >= 0
    return made


async def states(town: Town, number: int) -> dict[int, str]:
    """Return each recipient's state."""
    table = sending.announcement_recipient
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(table.c.account_id, table.c.state).where(table.c.number == number)
        )
        return {row.account_id: row.state for row in rows}
