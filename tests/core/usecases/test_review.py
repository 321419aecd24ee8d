"""Decisions of clerk and council: one row moves, its history says why, everybody concerned is told."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.law.zone import local_date
from core.model.language import Text
from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, RuleViolation
from core.rules.decision import Decision
from core.rules.proposal import ProposalWarning
from core.rules.review import ReviewAct
from core.store import browsing, files
from core.store.outbox import outbox
from core.usecases.browsing.card import card
from core.usecases.browsing.listing import Filters, keep_filters, list_page
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.following.following import follow
from core.usecases.proposal.mine import MyProposal, my_proposal
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.review.deciding import decide
from core.usecases.review.reading import get_decided, get_submission, list_waiting
from tests.support.proposals import (
    COMPLETE,
    GROUND,
    INTAKE,
    REASON,
    account_of,
    decided,
    registered,
    submitted,
)
from tests.support.town import CAMPAIGN, CLOSED, OPEN, RULEBOOK, Town

FOLLOWER = 7800
ON_THE_BALLOT = 40
"""Projects of the sample that people vote for."""


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin while proposals are taken."""
    town.clock.set_to(INTAKE)


async def mine(town: Town, person: int, number: int) -> MyProposal:
    """Return the person's proposal as its author sees it."""
    return await my_proposal(town.services, CAMPAIGN, account_of(person), number)


async def told(town: Town, kind: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the queued notices of a kind: account and facts."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(outbox.c.account_id, outbox.c.facts)
            .where(outbox.c.kind == kind)
            .order_by(outbox.c.notice_id)
        )
        return [(row.account_id, row.facts) for row in rows]


async def refusal_of(town: Town, number: int, decision: Decision) -> Refusal:
    """Return why a decision is refused."""
    with pytest.raises(RuleViolation) as caught:
        await decide(town.services, CAMPAIGN, number, decision)
    return caught.value.refusal


async def test_registering_is_told_and_kept(town: Town) -> None:
    """The clerk lets a proposal pass: history and notice say so, and the council is next [B4] [C1]."""
    number = await submitted(town, 0)
    assert [each.number for each in (await list_waiting(town.services, CAMPAIGN)).for_clerk] == [number]
    await decided(town, number, ReviewAct.REGISTER)
    waiting = await list_waiting(town.services, CAMPAIGN)
    assert [each.number for each in waiting.for_council] == [number]
    assert waiting.for_clerk == []
    found = await mine(town, 0, number)
    assert [event.status.value for event in found.history] == ["submitted", "registered"]
    assert await told(town, "proposal-decided") == [(account_of(0), {"number": number, "ordinal": 2})]


async def test_return_gives_a_term_and_goes_round(town: Town) -> None:
    """A return says what to fix and by when; the reworked version is decided anew [B6] [C1]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    found = await mine(town, 0, number)
    assert found.last.reason == REASON
    assert found.proposal.due_at == found.last.due_at
    assert found.last.due_at is not None
    assert local_date(found.last.due_at) == local_date(INTAKE) + timedelta(days=5)
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    await submit(town.services, CAMPAIGN, account_of(0), draft.draft_id)
    await decided(town, number, ReviewAct.REGISTER)
    found = await mine(town, 0, number)
    assert found.proposal.due_at is None
    assert [event.status.value for event in found.history] == [
        "submitted",
        "returned",
        "submitted",
        "registered",
    ]


async def test_what_was_read_is_what_is_decided(town: Town) -> None:
    """Returned and submitted anew meanwhile: the unread version is not registered by mistake [C1] [D6]."""
    number = await submitted(town, 0)
    read = Decision(act=ReviewAct.REGISTER, version=1)
    await decided(town, number, ReviewAct.RETURN)
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    await submit(town.services, CAMPAIGN, account_of(0), draft.draft_id)
    assert await refusal_of(town, number, read) is Refusal.PROPOSAL_CHANGED
    status = await decide(town.services, CAMPAIGN, number, Decision(act=ReviewAct.REGISTER, version=2))
    assert status is ProposalStatus.REGISTERED


async def test_the_clerk_reads_it_whole(town: Town) -> None:
    """Words, cost, author, pictures, history, and what intake warns of, similar ones among it [C1] [B3]."""
    first = await registered(town, 1)
    number = await submitted(town, 0)
    read = await get_submission(town.services, CAMPAIGN, number)
    assert replace(read.contents, pictures=()) == COMPLETE
    assert (len(read.contents.pictures), read.papers, read.proposal.version) == (1, 0, 1)
    assert [event.status for event in read.history] == [ProposalStatus.SUBMITTED]
    assert [(each.warning, each.facts["number"]) for each in read.check.warnings] == [
        (ProposalWarning.SIMILAR, first)
    ]


async def test_a_rework_that_never_came_waits_for_the_clerk(town: Town) -> None:
    """When the term is over the clerk sees it again and may refuse it, and never before [B6] [C1]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    decision = Decision(act=ReviewAct.REFUSE, ground=GROUND, reason=REASON)
    assert await refusal_of(town, number, decision) is Refusal.PROPOSAL_DECIDED
    assert not (await list_waiting(town.services, CAMPAIGN)).for_clerk
    town.wait(days=5)
    waiting = await list_waiting(town.services, CAMPAIGN)
    assert [each.number for each in waiting.for_clerk] == [number]
    assert await decide(town.services, CAMPAIGN, number, decision) is ProposalStatus.REFUSED


async def test_a_rework_without_a_term_waits_for_the_clerk(town: Town) -> None:
    """Where no source gives a term the clerk sees it at once and may end it: nothing else would [B6] [C1]."""
    rules = re.sub(r"(?m)^rework_days = .*\n", "", RULEBOOK)
    rules = rules.replace("unstated = [", 'unstated = ["review.rework_days", ')
    await take_rulebook(town.services, rules, "semey-demo.toml", takes_changes=True)
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.RETURN)
    assert (await mine(town, 0, number)).proposal.due_at is None
    waiting = await list_waiting(town.services, CAMPAIGN)
    assert [each.number for each in waiting.for_clerk] == [number]
    await decided(town, number, ReviewAct.REFUSE)
    assert (await mine(town, 0, number)).proposal.status is ProposalStatus.REFUSED


async def test_admission_makes_a_project_of_the_same_number(town: Town) -> None:
    """The ballot gets the proposal with its pictures, words and the council's translation [C3] [B4] [D3]."""
    number = await registered(town, 0)
    title = Text(kk="Абай алаңына орындықтар қою", ru="Поставить скамейки на площади Абая")
    check = Text(kk="Жер бос.", ru="Земля свободна.")
    await decided(town, number, ReviewAct.ADMIT, title=title, site_check=check)
    shown = await card(town.services, CAMPAIGN, number)
    assert shown.project.status is ProjectStatus.ADMITTED
    assert (shown.project.title, shown.project.site_check) == (title, check)
    assert shown.project.description.kk == shown.project.description.ru != ""
    assert shown.project.picture_count == 1
    found = await mine(town, 0, number)
    async with town.services.database.read() as connection:
        digests = await files.list_pictures(connection, CAMPAIGN, number)
    assert list(digests) == [picture.published for picture in found.contents.pictures]
    for words in ("скамейки площади", "орындықтар абай"):
        await keep_filters(town.services, CAMPAIGN, account_of(0), Filters(words=words))
        page = await list_page(town.services, CAMPAIGN, account_of(0))
        assert [project.number for project in page.projects] == [number]


async def test_one_language_is_enough_for_a_translation(town: Town) -> None:
    """Who translates into Russian alone leaves the author's Kazakh words as they are [C3]."""
    number = await registered(town, 0)
    title = Text(kk="", ru="Скамейки на площади")
    await decided(town, number, ReviewAct.ADMIT, title=title, site_check=Text(kk="", ru="Земля свободна."))
    project = (await card(town.services, CAMPAIGN, number)).project
    assert project.title == Text(kk="Абай алаңына орындықтар қою", ru="Скамейки на площади")
    assert project.site_check == Text(kk="Земля свободна.", ru="Земля свободна.")


async def test_the_councils_refusal_is_published_with_its_reasons(town: Town) -> None:
    """A refused project has its card with ground and reason, and is on no list to vote for [C3] [P7]."""
    number = await registered(town, 0)
    await decided(town, number, ReviewAct.REFUSE)
    project = (await card(town.services, CAMPAIGN, number)).project
    assert (project.status, project.ground, project.reason) == (ProjectStatus.REFUSED, GROUND, REASON)
    await keep_filters(town.services, CAMPAIGN, account_of(0), Filters())
    page = await list_page(town.services, CAMPAIGN, account_of(0))
    assert page.total == ON_THE_BALLOT
    decision = await get_decided(town.services, CAMPAIGN, number, 3)
    assert decision.is_of_council
    assert decision.ground is not None


async def test_the_clerks_refusal_makes_no_project(town: Town) -> None:
    """What was refused before anybody else saw it is told to its author alone [C3] [D6]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.REFUSE)
    assert (await mine(town, 0, number)).proposal.status is ProposalStatus.REFUSED
    assert not (await get_decided(town.services, CAMPAIGN, number, 2)).is_of_council
    async with town.services.database.read() as connection:
        assert await browsing.list_projects(connection, CAMPAIGN, [number]) == []


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        (Decision(act=ReviewAct.REFUSE, ground="ugly", reason=REASON), Refusal.GROUND_UNKNOWN),
        (Decision(act=ReviewAct.REFUSE, reason=REASON), Refusal.GROUND_UNKNOWN),
        (Decision(act=ReviewAct.REFUSE, ground=GROUND), Refusal.REASON_MISSING),
        (Decision(act=ReviewAct.RETURN), Refusal.REASON_MISSING),
        (Decision(act=ReviewAct.RETURN, reason=Text(kk="Сурет анық емес.", ru=" ")), Refusal.REASON_MISSING),
        (
            Decision(act=ReviewAct.RETURN, reason=Text(kk="990101200007", ru="990101200007")),
            Refusal.TEXT_HOLDS_IIN,
        ),
        (Decision(act=ReviewAct.RETURN, reason=Text(kk="Сурет.", ru="а" * 1001)), Refusal.TEXT_TOO_LONG),
        (Decision(act=ReviewAct.REGISTER, title=Text(kk="", ru="а" * 201)), Refusal.TEXT_TOO_LONG),
        (Decision(act=ReviewAct.REGISTER, description=Text(kk="а" * 3001, ru="")), Refusal.TEXT_TOO_LONG),
        (Decision(act=ReviewAct.REGISTER, site_check=Text(kk="", ru="а" * 1001)), Refusal.TEXT_TOO_LONG),
        (Decision(act=ReviewAct.ADMIT), Refusal.PROPOSAL_DECIDED),
    ],
)
async def test_a_decision_lacks_something(town: Town, decision: Decision, refusal: Refusal) -> None:
    """A refusal needs a ground of the rulebook, and both languages; nothing is written without [C1] [P7]."""
    number = await submitted(town, 0)
    assert await refusal_of(town, number, decision) is refusal
    found = await mine(town, 0, number)
    assert found.proposal.status is ProposalStatus.SUBMITTED
    assert len(found.history) == 1
    assert await told(town, "proposal-decided") == []


async def test_nobody_decides_twice(town: Town) -> None:
    """The same decision again is refused and told once; an unknown number is none [C1]."""
    number = await submitted(town, 0)
    await decided(town, number, ReviewAct.REGISTER)
    again = Decision(act=ReviewAct.REGISTER)
    assert await refusal_of(town, number, again) is Refusal.PROPOSAL_DECIDED
    assert await refusal_of(town, number + 1, again) is Refusal.PROPOSAL_UNKNOWN
    assert len(await told(town, "proposal-decided")) == 1


async def test_the_authors_acts_are_none_of_staff(town: Town) -> None:
    """Staff cannot withdraw for the author [B6]."""
    number = await submitted(town, 0)
    with pytest.raises(ValueError, match="withdraw"):
        await decide(town.services, CAMPAIGN, number, Decision(act=ReviewAct.WITHDRAW))


async def test_the_ballot_is_frozen_from_the_opening_on(town: Town) -> None:
    """While people vote nothing is decided, and nothing is admitted afterwards either [A4]."""
    number = await registered(town, 0)
    refusing = Decision(act=ReviewAct.REFUSE, ground=GROUND, reason=REASON)
    for instant, decision in ((OPEN, Decision(act=ReviewAct.ADMIT)), (OPEN, refusing)):
        town.clock.set_to(instant)
        assert await refusal_of(town, number, decision) is Refusal.BALLOT_FROZEN
    town.clock.set_to(CLOSED)
    assert await refusal_of(town, number, Decision(act=ReviewAct.ADMIT)) is Refusal.BALLOT_FROZEN
    assert await decide(town.services, CAMPAIGN, number, refusing) is ProposalStatus.REFUSED


async def test_nothing_is_admitted_where_nobody_votes(town: Town) -> None:
    """A place above the voting territories has no ballot: the council is told, the proposal stays [A1]."""
    number = await registered(town, 0, territory="semey")
    assert await refusal_of(town, number, Decision(act=ReviewAct.ADMIT)) is Refusal.VOTING_NOT_HERE


async def test_followers_hear_what_is_public(town: Town) -> None:
    """Who follows a proposal hears of its admission; its author is told once, as its author [D7] [B4]."""
    number = await registered(town, 0)
    await town.settle(FOLLOWER)
    for account in (FOLLOWER, account_of(0)):
        await follow(town.services, CAMPAIGN, account, number)
    await decided(town, number, ReviewAct.ADMIT)
    assert [account for account, _ in await told(town, "project-news")] == [FOLLOWER]
    assert [account for account, _ in await told(town, "proposal-decided")] == [account_of(0)] * 2
