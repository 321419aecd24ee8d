"""Reminders as tests look at them: the wall clock of Almaty, what is queued, who is reminded now.

Separate from the town, because reminders, digests and the worker's tests share it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.model.campaign import CampaignId
from core.model.proposal import Contents
from core.store.outbox import outbox
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.notice.kinds import Notice
from core.usecases.notice.sending import claim, delivered
from core.usecases.proposal.drafting import begin, change
from core.usecases.reminder.planning import plan
from tests.support.proposals import COMPLETE
from tests.support.town import CAMPAIGN, RULEBOOK, Town

ALMATY = ZoneInfo("Asia/Almaty")
SECOND_CAMPAIGN = CampaignId("semey", "semey-second")
"""Another campaign of the same akimat, with the same days."""


def at(written: str) -> datetime:
    """Return an instant of 2026 by the clock of Almaty: ``11-29 10:00``."""
    return datetime.strptime(f"2026-{written}", "%Y-%m-%d %H:%M").replace(tzinfo=ALMATY).astimezone(UTC)


async def draft_of(
    town: Town, account: int, campaign_id: CampaignId = CAMPAIGN, *, territory: str | None = "eski-qala"
) -> str:
    """Return the id of an application that the account has begun."""
    draft = await begin(town.services, campaign_id, account, COMPLETE.language)

    def write(contents: Contents) -> Contents:
        return replace(contents, title="Абай алаңына орындықтар", territory=territory)

    await change(town.services, campaign_id, account, draft.draft_id, write)
    return draft.draft_id


async def second_campaign(town: Town) -> None:
    """Let the akimat hold another campaign at the same time."""
    await take_rulebook(town.services, RULEBOOK.replace('"semey-demo"', '"semey-second"'), "second.toml")


async def extended(town: Town, former: str, later: str) -> None:
    """Move an end of the rulebook: ``former`` and ``later`` are instants as it writes them."""
    assert former in RULEBOOK
    await take_rulebook(town.services, RULEBOOK.replace(former, later), "later.toml", takes_changes=True)


async def remind(town: Town, written: str) -> list[Notice]:
    """Move to the instant, let the clock's work be done, and return what goes out; all of it arrives."""
    town.clock.set_to(at(written))
    await plan(town.services)
    sent = []
    while notices := await claim(town.services, 50):
        for notice in notices:
            await delivered(town.services, notice)
        sent += notices
    return sent


async def reminded(town: Town, written: str) -> list[tuple[int, str]]:
    """Return who is told what when the clock stands at the instant: account and kind."""
    return sorted((notice.account_id, notice.kind.value) for notice in await remind(town, written))


async def states(town: Town) -> Mapping[str, str]:
    """Return what has become of each notice, by its id."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(outbox.c.notice_id, outbox.c.state))
        return {row.notice_id: row.state for row in rows}
