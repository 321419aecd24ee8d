"""What is kept of slips, appeals and the office, what is erased on request, and what goes with its term."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.sql.selectable import FromClause

from core.model.language import Language
from core.model.proposal import Channel
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.review import ReviewAct
from core.store import appeal, audit, claim, paper, staff
from core.store.files import file_use
from core.usecases.appeal.filing import file_appeal
from core.usecases.office.linking import is_linked, link_account, make_invitation
from core.usecases.paper.claiming import claim as use_slip
from core.usecases.privacy.forgetting import forget
from core.usecases.privacy.mydata import exported, my_data
from core.usecases.proposal.mine import my_proposal
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.retention.cleaning import clean
from core.usecases.review.reading import get_submission
from tests.support.office import actor
from tests.support.paper import entered, filled, slip_of
from tests.support.proposals import INTAKE, decided, refusal_of, submitted
from tests.support.town import CAMPAIGN, CLOSED, Town

READER, OTHER = 9001, 9002


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """A clerk during the intake."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


async def claimed(town: Town, clerk: Actor, person: int = 0) -> int:
    """Return the number of a paper proposal that the reader holds by its slip."""
    for account in (READER, OTHER):
        await town.settle(account)
    number = await entered(town, clerk, person)
    await use_slip(town.services, CAMPAIGN, READER, await slip_of(town, clerk, number))
    return number


async def count(town: Town, table: FromClause) -> int:
    """Return how many rows a table has."""
    async with town.services.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


async def test_what_a_slip_opened_is_shown(town: Town, clerk: Actor) -> None:
    """Number, name, telephone, channel and the way by which the account has them are said [M1] [B9]."""
    number = await claimed(town, clerk)
    await submitted(town, 1)
    kept = await my_data(town.services, READER)
    assert kept is not None
    (item,) = kept.proposals.proposals
    assert (item.number, item.channel, item.is_by_slip) == (number, Channel.PAPER, True)
    assert (item.name, item.is_co_author) == ("Әсел Серікқызы", False)
    assert kept.proposals.of_others == 0
    assert b'"channel": "paper"' in exported(kept)
    other = await my_data(town.services, OTHER)
    assert other is not None
    assert other.proposals.proposals == ()


async def test_an_appeal_is_shown_to_its_author(town: Town, clerk: Actor) -> None:
    """What he wrote against a refusal stands in his data, whichever way it is decided [M1] [B6]."""
    number = await claimed(town, clerk)
    await decided(town, number, ReviewAct.REFUSE)
    await file_appeal(town.services, CAMPAIGN, READER, number, "Аула қоршалмаған.", Language.KAZAKH)
    kept = await my_data(town.services, READER)
    assert kept is not None
    filed = kept.proposals.proposals[0].appeal
    assert filed is not None
    assert (filed.text, filed.is_upheld) == ("Аула қоршалмаған.", None)


async def test_forgetting_closes_a_slip(town: Town, clerk: Actor) -> None:
    """It stays and is closed here; the used code opens nothing any more, a new slip does [M1] [B9]."""
    number = await claimed(town, clerk)
    await forget(town.services, READER)
    await town.settle(READER)
    refusal = await refusal_of(my_proposal(town.services, CAMPAIGN, READER, number))
    assert refusal is Refusal.PROPOSAL_UNKNOWN
    found = await get_submission(town.services, CAMPAIGN, number)
    assert (found.proposal.account_id, found.contents.author.name) == (None, "Әсел Серікқызы")
    async with town.services.database.read() as connection:
        row = await claim.get_claim(connection, CAMPAIGN, number)
    assert row is not None
    assert (row["used_by"], row["used_at"]) == (None, INTAKE)
    code = await slip_of(town, clerk, number)
    assert (await use_slip(town.services, CAMPAIGN, READER, code)).number == number


async def test_forgetting_strips_what_was_withdrawn(town: Town, clerk: Actor) -> None:
    """Of a withdrawn paper proposal nobody has read, no word is left, as of any other [M1] [B9]."""
    number = await claimed(town, clerk)
    await withdraw(town.services, CAMPAIGN, READER, number)
    await forget(town.services, READER)
    found = await get_submission(town.services, CAMPAIGN, number)
    assert (found.contents.author.name, found.contents.title) == (None, None)


async def test_an_account_of_staff_is_kept_and_forgotten(town: Town, clerk: Actor) -> None:
    """That reminders of the office come is said, and ends with everything else [M1] [L1]."""
    await town.settle(READER)
    await link_account(town.services, await make_invitation(town.services, clerk), READER)
    kept = await my_data(town.services, READER)
    assert kept is not None
    assert kept.is_of_staff
    await forget(town.services, READER)
    assert not await is_linked(town.services, clerk)


async def test_a_form_that_nobody_finishes(town: Town, clerk: Actor) -> None:
    """What a clerk began and left goes with the term of drafts, its pictures' use with it [M2] [B9]."""
    await filled(town, clerk, 0)
    town.wait(days=30)
    await clean(town.services)
    assert await count(town, paper.paper_draft) == 1
    town.wait(days=400)
    assert (await clean(town.services))["drafts"] == 1
    assert await count(town, paper.paper_draft) == 0
    assert await count(town, file_use) == 0


async def test_slips_and_appeals_go_with_the_proposals(town: Town, clerk: Actor) -> None:
    """After the term no slip opens anything, and of an appeal its decision is left [M2] [B6] [B9]."""
    number = await claimed(town, clerk)
    await decided(town, number, ReviewAct.REFUSE)
    await file_appeal(town.services, CAMPAIGN, READER, number, "Аула қоршалмаған.", Language.KAZAKH)
    town.clock.set_to(CLOSED + timedelta(days=3650))
    done = await clean(town.services)
    assert (done["claims"], done["appeals"]) == (1, 1)
    assert await count(town, claim.claim_code) == 0
    async with town.services.database.read() as connection:
        texts = (await connection.execute(select(appeal.appeal.c.text))).scalars().all()
    assert texts == [""]
    refusal = await refusal_of(my_proposal(town.services, CAMPAIGN, READER, number))
    assert refusal is Refusal.PROPOSAL_UNKNOWN
    again = await clean(town.services)
    assert (again["claims"], again["appeals"]) == (0, 0)


async def test_logs_stay_for_their_term(town: Town, clerk: Actor) -> None:
    """Lines of the office go after the days of the rulebook, sessions after one day [M2] [L1]."""
    await entered(town, clerk, 0)
    await link_account(town.services, await make_invitation(town.services, clerk), READER)
    await make_invitation(town.services, clerk)
    session = {
        "akimat_id": clerk.akimat,
        "token_hash": bytes(32),
        "staff_id": clerk.staff_id,
        "form_key": bytes(32),
        "begun_at": town.clock.now(),
        "seen_at": town.clock.now(),
    }
    async with town.services.database.write() as connection:
        await connection.execute(insert(staff.staff_session).values(**session))
    town.wait(days=1095)
    done = await clean(town.services)
    assert (done["logs"], done["office-sessions"]) == (0, 1)
    assert await count(town, staff.staff_invitation) == 0
    assert await count(town, audit.act_entry) == 2
    town.wait(seconds=1)
    # The newest stays: the next line is numbered by it.
    assert (await clean(town.services))["logs"] == 1
    assert await count(town, audit.act_entry) == 1
