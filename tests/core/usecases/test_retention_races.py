"""The night's cleaning while people work, on SQLite and PostgreSQL (M2)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from core.model.proposal import Contents
from core.store import draft
from core.usecases.proposal.drafting import keep, require_open_draft
from core.usecases.retention.cleaning import clean
from tests.support.proposals import INTAKE, account_of, author, written
from tests.support.town import CAMPAIGN, Town


async def contents_of(town: Town, draft_id: str) -> Contents | None:
    """Return what a draft says, ``None`` once it is gone."""
    async with town.services.database.read() as connection:
        found = await draft.get_draft(connection, CAMPAIGN, draft_id)
    return found.contents if found is not None else None


async def test_a_draft_that_is_being_written(town: Town) -> None:
    """Whoever comes back in the very night in which a draft would go keeps it with its picture [M2] [B2]."""
    town.clock.set_to(INTAKE)
    draft_id = await written(town, await author(town, 0))
    other = await written(town, await author(town, 1))
    town.clock.set_to(INTAKE + timedelta(days=91))
    async with asyncio.TaskGroup() as group, town.services.database.write() as connection:
        found = await require_open_draft(town.services, connection, CAMPAIGN, account_of(0), draft_id)
        await keep(connection, found, replace(found.contents, title="Жаңа атау"), town.clock.now())
        night = group.create_task(clean(town.services))
        # The night comes as far as this draft before the change is committed.
        await asyncio.wait({night}, timeout=1)
    assert night.result()["drafts"] == 1
    assert await contents_of(town, other) is None
    kept = await contents_of(town, draft_id)
    assert kept is not None
    assert kept.title == "Жаңа атау"
    (shot,) = kept.pictures
    assert town.services.files.size(shot.original) > 0
