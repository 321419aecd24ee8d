"""A rework and its draft: only its author reads it, and only what was submitted last is reworked (B6, E2)."""

from dataclasses import replace

import pytest

from core.model.proposal import Author, Draft
from core.model.refusals import Refusal
from core.rules.review import ReviewAct
from core.usecases.proposal.again import begin_again
from core.usecases.proposal.checking import check_draft
from core.usecases.proposal.drafting import change, discard, list_drafts, require_draft
from core.usecases.proposal.mine import my_proposal
from core.usecases.proposal.pictures import add_picture
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.verification.person import finish
from tests.core.usecases.test_project_result import take_next
from tests.support.proposals import (
    COMPLETE,
    INTAKE,
    account_of,
    author,
    decided,
    picture,
    refusal_of,
    submitted,
    written,
)
from tests.support.town import CAMPAIGN, Town

HOUSEHOLD = 7900
"""An account whose telephone several people use."""

NEW = 7901


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file happen while proposals are taken."""
    town.clock.set_to(INTAKE)


async def by_code(town: Town, person: int) -> None:
    """Let the person take part on the household's account."""
    await town.issue(person)
    await town.settle(HOUSEHOLD)
    await town.by_code(HOUSEHOLD, person)


async def returned_by_code(town: Town) -> tuple[int, str]:
    """Return number and draft of what was submitted by code and returned."""
    await by_code(town, 3)
    draft_id = await written(town, HOUSEHOLD)
    number = (await submit(town.services, CAMPAIGN, HOUSEHOLD, draft_id)).number
    await decided(town, number, ReviewAct.RETURN)
    return number, draft_id


async def opened(town: Town, account: int, number: int) -> Draft:
    """Return the account's rework of a proposal."""
    return await open_rework(town.services, CAMPAIGN, account, number)


async def test_nobody_reads_it_after_the_session(town: Town) -> None:
    """On a shared telephone name and number of who submitted are his alone, by whatever button [E2] [P1]."""
    number, first = await returned_by_code(town)
    rework = (await opened(town, HOUSEHOLD, number)).draft_id
    assert [each.draft_id for each in await list_drafts(town.services, CAMPAIGN, HOUSEHOLD)] == [rework]
    await finish(town.services, CAMPAIGN, HOUSEHOLD)
    await town.by_phone(HOUSEHOLD, 5)
    assert await list_drafts(town.services, CAMPAIGN, HOUSEHOLD) == []
    for draft_id in (first, rework):
        for attempt in (
            require_draft(town.services, CAMPAIGN, HOUSEHOLD, draft_id),
            check_draft(town.services, CAMPAIGN, HOUSEHOLD, draft_id),
            change(town.services, CAMPAIGN, HOUSEHOLD, draft_id, lambda contents: contents),
            add_picture(town.services, CAMPAIGN, HOUSEHOLD, draft_id, picture(1)),
        ):
            assert await refusal_of(attempt) is Refusal.PROPOSAL_UNKNOWN
        await discard(town.services, CAMPAIGN, HOUSEHOLD, draft_id)
    assert await refusal_of(submit(town.services, CAMPAIGN, HOUSEHOLD, rework)) is Refusal.PROPOSAL_UNKNOWN
    await by_code(town, 3)
    again = await opened(town, HOUSEHOLD, number)
    assert (again.draft_id, again.contents.author) == (rework, COMPLETE.author)


async def test_a_second_press_is_answered_after_the_session(town: Town) -> None:
    """The number is told again, although the contents are not [E2] [B4]."""
    await by_code(town, 3)
    draft_id = await written(town, HOUSEHOLD)
    first = await submit(town.services, CAMPAIGN, HOUSEHOLD, draft_id)
    await finish(town.services, CAMPAIGN, HOUSEHOLD)
    assert await submit(town.services, CAMPAIGN, HOUSEHOLD, draft_id) == first


@pytest.mark.parametrize("is_by_code", [True, False])
async def test_filing_again_copies_no_name_into_a_shared_draft(town: Town, *, is_by_code: bool) -> None:
    """What is begun again by code asks for name and telephone anew: others read that draft [F5] [E2]."""
    if is_by_code:
        number, _ = await returned_by_code(town)
    else:
        number = await submitted(town, 3)
    await take_next(town, 0)
    account = HOUSEHOLD if is_by_code else account_of(3)
    draft = await begin_again(town.services, account, CAMPAIGN, number)
    known = replace(COMPLETE.author, is_name_public=False)
    assert draft.contents.author == (Author() if is_by_code else known)
    assert draft.contents.title == COMPLETE.title


async def test_what_was_submitted_meanwhile_is_reworked(town: Town) -> None:
    """A rework begun from an older version is neither opened nor submitted over the newer one [B6]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    stale = await opened(town, account_of(0), number)
    await town.settle(NEW)
    await town.by_phone(NEW, 0)
    newer = await opened(town, NEW, number)
    await change(
        town.services,
        CAMPAIGN,
        NEW,
        newer.draft_id,
        lambda contents: replace(contents, title="Алаңға жарық орнату"),
    )
    await submit(town.services, CAMPAIGN, NEW, newer.draft_id)
    await decided(town, number, ReviewAct.RETURN)
    await author(town, 0)
    pressed = submit(town.services, CAMPAIGN, account_of(0), stale.draft_id)
    assert await refusal_of(pressed) is Refusal.PROPOSAL_CHANGED
    again = await opened(town, account_of(0), number)
    assert (again.contents.title, again.draft_id != stale.draft_id) == ("Алаңға жарық орнату", True)
    assert again == await opened(town, account_of(0), number)
    drafts = await list_drafts(town.services, CAMPAIGN, account_of(0))
    assert [each.draft_id for each in drafts] == [again.draft_id]
    await submit(town.services, CAMPAIGN, account_of(0), again.draft_id)
    found = await my_proposal(town.services, CAMPAIGN, account_of(0), number)
    assert (found.proposal.version, found.contents.title) == (3, "Алаңға жарық орнату")


async def test_a_second_press_knows_a_rework(town: Town) -> None:
    """Pressed twice, a rework is answered as one, and the first application as none [B4] [B6]."""
    account = await author(town, 0)
    first = await written(town, account)
    number = (await submit(town.services, CAMPAIGN, account, first)).number
    await decided(town, number, ReviewAct.RETURN)
    rework = (await opened(town, account, number)).draft_id
    for _ in range(2):
        assert (await submit(town.services, CAMPAIGN, account, rework)).is_rework
    assert not (await submit(town.services, CAMPAIGN, account, first)).is_rework
