"""Counts of an audience: in tens, logged, and refused where few are on either side (G2)."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from sqlalchemy import insert

from core.model.announcement import (
    AnnouncementState,
    Audience,
    TakenPart,
    Written,
)
from core.model.language import Language
from core.model.refusals import Refusal
from core.model.staff import Actor
from core.model.vote import Channel
from core.store import audit
from core.store.voting import participation
from core.usecases.announcement.running import (
    count_audience,
    schedule,
)
from core.usecases.announcement.writing import (
    write_announcement,
)
from tests.support.announcing import WRITTEN, found, settle_many, writer
from tests.support.papers import refusals
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, Town

FIRST, ENOUGH = 5_000_000, 25
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
async def author(town: Town) -> Actor:
    """Whoever writes announcements, and enough people to write to."""
    await settle_many(town, range(FIRST, FIRST + ENOUGH))
    return await writer(town)


def for_all(**audience: object) -> Written:
    """Return the sample for this audience."""
    return replace(WRITTEN, audience=Audience(**audience))  # type: ignore[arg-type]


async def took_part(town: Town, accounts: Iterable[int]) -> None:
    """Let a vote be counted on each of these accounts."""
    own = {"akimat_id": CAMPAIGN.akimat, "campaign_id": CAMPAIGN.campaign, "day": town.clock.now().date()}
    own |= {"channel": Channel.BOT.value, "verification": "phone"}
    rows = [
        {**own, "voter_key": each.to_bytes(32, "big"), "roll_number": each, "account_id": each}
        for each in accounts
    ]
    async with town.services.database.write() as connection:
        await connection.execute(insert(participation), rows)


async def test_the_few_on_the_other_side_are_no_audience_either(town: Town, author: Actor) -> None:
    """While 1 to 19 people of the same place and tongue are left out, nobody counts or writes [G2] [E7]."""
    services, asked = town.services, for_all(territory="ortalyq", part=TakenPart.NOT_VOTED)
    await settle_many(town, range(FIRST + 100, FIRST + 120), territory="samal-1")
    number = await write_announcement(services, author, CAMPAIGN, asked)
    told = [(Refusal.ANNOUNCEMENT_REST_SMALL, {"least": 20})]
    assert (await count_audience(services, author, CAMPAIGN, number)).least == 20
    # People of another place are no cover for those of this one.
    await took_part(town, [FIRST, *range(FIRST + 100, FIRST + 120)])
    assert await refusals(count_audience(services, author, CAMPAIGN, number)) == told
    assert await refusals(schedule(services, author, CAMPAIGN, number, None, version=1)) == told
    assert (await found(town, number)).state is AnnouncementState.DRAFT
    await settle_many(town, range(FIRST + 200, FIRST + 219))
    await took_part(town, range(FIRST + 200, FIRST + 219))
    assert (await count_audience(services, author, CAMPAIGN, number)).least == 20


async def test_counts_are_told_in_tens_and_logged(town: Town, author: Actor) -> None:
    """Neither page, row nor log has the number, each count has its look, refused ones too [G2] [L1] [L2]."""
    services = replace(town.services, announcement_alone_most=ENOUGH - 1)
    number = await write_announcement(services, author, CAMPAIGN, WRITTEN)
    told = await count_audience(services, author, CAMPAIGN, number)
    assert (told.least, told.needs_second) == (20, True)
    small = await write_announcement(services, author, CAMPAIGN, for_all(language=Language.RUSSIAN))
    assert await refusal_of(count_audience(services, author, CAMPAIGN, small)) is Refusal.ANNOUNCEMENT_SMALL
    async with services.database.read() as connection:
        looks = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=10)
    assert [(each["what"], each["subject"]) for each in looks] == [
        ("announcement-count", str(small)),
        ("announcement-count", str(number)),
    ]
    await schedule(services, author, CAMPAIGN, number, None, version=1)
    assert (await found(town, number)).size == 20
    async with services.database.read() as connection:
        newest = (await audit.list_acts(connection, "semey", limit=1))[0]
    assert newest["after"]["size"] == 20
