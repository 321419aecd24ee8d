"""The night's cleaning: what is over goes, what is needed stays, on SQLite and PostgreSQL (M2)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.sql.selectable import FromClause

from core.model.campaign import CampaignId
from core.model.proposal import Contents
from core.model.refusals import RuleViolation
from core.rules.review import ReviewAct
from core.store import draft, files, ledger, papers, proposal, register, verification, voting
from core.store import outbox as notices
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.discussion.card import proposal_card
from core.usecases.outcome.advance import advance
from core.usecases.retention.cleaning import KINDS, clean
from core.usecases.verification.code import verify_by_code
from core.usecases.voting.casting import cast_vote
from tests.support.papers import PDF, asked
from tests.support.proposals import (
    INTAKE,
    account_of,
    author,
    decided,
    picture,
    registered,
    submitted,
    written,
)
from tests.support.reminding import at, draft_of, remind, second_campaign
from tests.support.town import CAMPAIGN, CLOSED, RULEBOOK, Town, row

YEAR = timedelta(days=366)


async def count(town: Town, table: FromClause) -> int:
    """Return how many rows a table has."""
    async with town.services.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


async def cleaned(town: Town, now: datetime | None = None) -> dict[str, int]:
    """Clean at the instant and return what went."""
    if now is not None:
        town.clock.set_to(now)
    done = await clean(town.services)
    assert set(done) == set(KINDS)
    return {kind: number for kind, number in done.items() if number}


async def contents_of(town: Town, number: int) -> Contents:
    """Return what the first version of a proposal says."""
    async with town.services.database.read() as connection:
        found = await proposal.get_contents(connection, CAMPAIGN, number, 1)
    assert found is not None
    return found


async def row_of(town: Town, number: int) -> Mapping[str, Any]:
    """Return the row of a proposal."""
    table = proposal.proposal
    async with town.services.database.read() as connection:
        query = select(table).where(table.c.number == number)
        return dict((await connection.execute(query)).mappings().one())


def lie(town: Town, *digests: str) -> list[bool]:
    """Say of each file whether its bytes are there."""
    return [_lies(town, digest) for digest in digests]


def _lies(town: Town, digest: str) -> bool:
    try:
        return town.services.files.size(digest) > 0
    except FileNotFoundError:
        return False


async def test_a_running_campaign_loses_nothing(town: Town) -> None:
    """On any night of a campaign everything that somebody works on or waits for is there [M2]."""
    town.clock.set_to(INTAKE)
    number = await submitted(town, 0)
    draft_id = await written(town, await author(town, 1))
    contents = await contents_of(town, number)
    for days in range(0, 80, 10):
        assert await cleaned(town, INTAKE + timedelta(days=days)) == {}
    assert lie(town, *(each.original for each in contents.pictures)) == [True]
    async with town.services.database.read() as connection:
        assert await draft.get_draft(connection, CAMPAIGN, draft_id) is not None
    assert await count(town, register.resident) == 10


async def test_drafts_that_nobody_touches(town: Town) -> None:
    """After ninety days a draft goes with its pictures, the submitted one goes without [M2] [B7]."""
    town.clock.set_to(INTAKE)
    number = await submitted(town, 0)
    await written(town, await author(town, 1))
    async with town.services.database.read() as connection:
        mine = await draft.list_drafts(connection, account_of(1), CAMPAIGN)
    pictures = [each.original for each in mine[0].contents.pictures]
    assert await cleaned(town, INTAKE + timedelta(days=90)) == {}
    assert (await cleaned(town, INTAKE + timedelta(days=90, seconds=1)))["drafts"] == 2
    assert await count(town, draft.draft) == 0
    assert lie(town, *pictures) == [False]
    kept = await contents_of(town, number)
    assert lie(town, *(each.original for each in kept.pictures)) == [True]


async def test_a_file_of_two_drafts(town: Town) -> None:
    """The same picture of two people stays until the second of them needs it no more [M2]."""
    town.clock.set_to(INTAKE)
    first = await written(town, await author(town, 0))
    town.wait(days=40)
    await written(town, await author(town, 1), pictures=0)
    async with town.services.database.write() as connection:
        found = await draft.get_draft(connection, CAMPAIGN, first)
        assert found is not None
        digest = found.contents.pictures[0].original
        await files.keep_use(connection, CAMPAIGN.akimat, digest, "draft:another", town.clock.now())
    assert (await cleaned(town, INTAKE + timedelta(days=91)))["drafts"] == 1
    assert lie(town, digest) == [True]
    async with town.services.database.write() as connection:
        await files.drop_uses(connection, CAMPAIGN.akimat, "draft:another")
    assert await cleaned(town) == {"files": 1}
    assert lie(town, digest) == [False]


async def test_a_picture_on_the_ballot_is_a_use(town: Town) -> None:
    """What a project shows is never deleted, though nobody's draft needs it any more [M2] [D2]."""
    shown = picture(99)
    digest = town.services.files.keep(shown)
    async with town.services.database.write() as connection:
        await files.replace_pictures(connection, CAMPAIGN, [{"number": 1, "ordinal": 0, "digest": digest}])
        await files.keep_use(connection, CAMPAIGN.akimat, digest, "draft:gone", town.clock.now())
        await files.drop_uses(connection, CAMPAIGN.akimat, "draft:gone")
    assert await cleaned(town, CLOSED) == {}
    assert lie(town, digest) == [True]


async def test_notices(town: Town) -> None:
    """Ninety days after it was settled a notice goes; what still waits stays [M2]."""
    town.clock.set_to(INTAKE)
    await registered(town, 0)
    assert len(await remind(town, "09-10 11:01")) == 1
    await registered(town, 1)
    sent = at("09-10 11:01")
    assert await count(town, notices.outbox) == 2
    assert "notices" not in await cleaned(town, sent + timedelta(days=90))
    assert (await cleaned(town, sent + timedelta(days=90, seconds=1)))["notices"] == 1
    assert await count(town, notices.outbox) == 1


async def test_what_stays_of_a_proposal(town: Town) -> None:
    """A year after the vote author, originals and papers go; what was published and the key stay [M2]."""
    town.clock.set_to(INTAKE)
    number = await asked(town)
    digest = town.services.files.keep(PDF)
    async with town.services.database.write() as connection:
        await files.keep_use(
            connection, CAMPAIGN.akimat, digest, files.proposal_use(CAMPAIGN, number), town.clock.now()
        )
        await papers.add_paper(connection, CAMPAIGN, number, town.clock.now(), digest=digest, kind="pdf")
    await decided(town, number, ReviewAct.REGISTER)
    before = await contents_of(town, number)
    (shot,) = before.pictures
    end = at("11-29 00:00") + timedelta(days=366)
    await cleaned(town, end - timedelta(seconds=1))
    assert (await contents_of(town, number)).author == before.author
    assert lie(town, shot.original, digest) == [True, True]
    done = await cleaned(town, end)
    assert done["proposals"] == 1
    after = await contents_of(town, number)
    assert (after.author.name, after.author.phone, after.author.kind) == (None, None, before.author.kind)
    assert (after.title, after.description, after.estimate.cost) == (
        before.title,
        before.description,
        before.estimate.cost,
    )
    assert lie(town, shot.original, shot.published, shot.thumbnail, digest) == [False, True, True, False]
    found = await row_of(town, number)
    assert (found["account_id"], found["slot"]) == (None, 0)
    assert found["person_key"]
    assert await count(town, papers.paper) == 0
    assert "proposals" not in await cleaned(town)
    card = await proposal_card(town.services, CAMPAIGN, account_of(1), number)
    assert (card.number, card.author_name) == (number, None)


async def test_the_roll_stays_and_who_took_part_goes(town: Town) -> None:
    """A year after the vote participation and codes go; the published roll and the box stay [M2]."""
    await town.settle(7001)
    await town.by_phone(7001, 0)
    await cast_vote(town.services, CAMPAIGN, 7001, number=5, session=None)
    await town.issue(1)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    end = at("11-29 00:00") + timedelta(days=366)
    assert "participations" not in await cleaned(town, end - timedelta(seconds=1))
    assert await count(town, voting.participation) == 1
    assert (await cleaned(town, end))["participations"] == 1
    assert await count(town, voting.participation) == 0
    assert await count(town, verification.code) == 0
    assert await count(town, ledger.roll) == 1


async def test_nothing_goes_before_the_count(town: Town) -> None:
    """While a box waits for two people the register and the roll wait, too [M2] [E7]."""
    await town.settle(7001)
    await town.by_phone(7001, 0)
    await cast_vote(town.services, CAMPAIGN, 7001, number=5, session=None)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=False)
    assert not {"participations", "residents"} & set(await cleaned(town, CLOSED + YEAR))
    await advance(town.services, opens_boxes=True)
    assert {"participations", "residents"} <= set(await cleaned(town))


async def test_the_register_goes_with_the_last_campaign(town: Town) -> None:
    """Another campaign of the akimat keeps the register, one without a term for ever [M2]."""
    await author(town, 0)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    end = at("11-29 00:00") + timedelta(days=181)
    assert "residents" not in await cleaned(town, end - timedelta(seconds=1))
    assert await cleaned(town, end) == {"residents": 10}
    assert await count(town, register.registration) == 0
    assert await count(town, register.resident_phone) == 0
    assert await count(town, verification.phone_link) == 0
    await second_campaign(town)
    await town.register(row(0))
    assert await cleaned(town) == {}
    assert await count(town, register.resident) == 1


async def test_a_term_that_is_left_open(town: Town) -> None:
    """What a rulebook leaves unstated is kept for ever, for its own sake or another campaign's [M2] [P2]."""
    source = RULEBOOK.replace('"semey-demo"', '"semey-open"')
    source = source.replace('form"]', 'form", "retention.register_days", "retention.drafts_days"]')
    source = "\n".join(
        line for line in source.splitlines() if not line.startswith(("register_days", "drafts_days"))
    )
    await take_rulebook(town.services, source, "open.toml")
    town.clock.set_to(INTAKE)
    await town.settle(7001)
    await draft_of(town, 7001, CampaignId("semey", "semey-open"))
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    assert "residents" not in await cleaned(town, CLOSED + 20 * YEAR)
    assert await count(town, draft.draft) == 1


async def test_wrong_codes_and_ended_sessions(town: Town) -> None:
    """A day later nothing tells any more who typed what, or when somebody's session was [M2] [E2]."""
    await town.settle(7001)
    await town.issue(0)
    with pytest.raises(RuleViolation):
        await verify_by_code(town.services, CAMPAIGN, 7001, typed="2222-2222")
    await town.by_code(7001, 0)
    assert await cleaned(town) == {}
    town.wait(days=1, seconds=1)
    assert await cleaned(town) == {"attempts": 1}
    town.wait(hours=1)
    assert await cleaned(town) == {"sessions": 1}
    assert await count(town, verification.code_session) == 0


async def test_twice_in_a_night(town: Town) -> None:
    """A second run finds nothing: what breaks off is made up for, and nothing goes twice [M2]."""
    town.clock.set_to(INTAKE)
    await submitted(town, 0)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    first = await cleaned(town, CLOSED + 2 * YEAR)
    assert {"drafts", "proposals", "residents"} <= set(first)
    assert await cleaned(town) == {}
