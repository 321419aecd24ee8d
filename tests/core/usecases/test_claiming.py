"""Slips of paper proposals: one account acts for the author of one proposal, and votes for nobody."""

from pathlib import Path

import pytest
from sqlalchemy import select

from core.model.discussion import QuestionState
from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.review import ReviewAct
from core.store import discussion
from core.store import proposal as proposals
from core.store.claim import claim_code
from core.usecases.discussion.asked import list_asked_of
from core.usecases.discussion.questions import answer, ask
from core.usecases.paper.claiming import claim, is_claim_code, resolve_claim_link
from core.usecases.paper.slips import get_paper_proposal, issue_slip
from core.usecases.proposal.mine import my_proposal, my_proposals
from core.usecases.proposal.papers import my_papers
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.verification.code import verify_by_code
from core.usecases.verification.person import current_person
from core.usecases.verification.phone import verify_by_phone
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.office import actor
from tests.support.paper import entered, slip_of
from tests.support.proposals import INTAKE, author, decided, refusal_of, submitted
from tests.support.town import CAMPAIGN, Town, phone_of

READER, OTHER = 9001, 9002


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """A clerk during the intake."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


@pytest.fixture
async def number(town: Town, clerk: Actor) -> int:
    """A paper proposal of the first person."""
    for account in (READER, OTHER):
        await town.settle(account)
    return await entered(town, clerk, 0)


async def told_at(town: Town, number: int) -> int | None:
    """Return where news of the proposal goes."""
    async with town.services.database.read() as connection:
        found = await proposals.get_proposal(connection, CAMPAIGN, number)
    assert found is not None
    return found.account_id


async def test_a_slip_opens_its_proposal_alone(town: Town, clerk: Actor, number: int) -> None:
    """Its account reads it whole and is told; nobody is verified by it, and no other one opens [B9] [E2]."""
    other = await submitted(town, 1)
    code = await slip_of(town, clerk, number)
    told = await claim(town.services, CAMPAIGN, READER, f"{code[:4].lower()} {code[4:]}")
    assert (told.number, told.is_told) == (number, True)
    assert await claim(town.services, CAMPAIGN, READER, code) == told
    mine = await my_proposal(town.services, CAMPAIGN, READER, number)
    assert (mine.contents.author.name, mine.is_co_author) == ("Әсел Серікқызы", False)
    listed = await my_proposals(town.services, CAMPAIGN, READER, "eski-qala")
    assert [each.number for each in listed.proposals] == [number]
    assert await told_at(town, number) == READER
    assert await current_person(town.services, CAMPAIGN, READER) is None
    for asked in (my_proposal, my_papers, open_rework):
        refusal = await refusal_of(asked(town.services, CAMPAIGN, READER, other))
        assert refusal is Refusal.PROPOSAL_UNKNOWN


async def test_only_the_hash_is_kept(town: Town, clerk: Actor, number: int) -> None:
    """The database has neither the code nor what a clerk's code would be known by [B9] [P1]."""
    code = await slip_of(town, clerk, number)
    async with town.services.database.read() as connection:
        (kept,) = (await connection.execute(select(claim_code))).mappings()
    assert code not in str(dict(kept))
    assert code[4:].encode() not in kept["code_key"]
    assert await is_claim_code(town.services, CAMPAIGN, code)
    assert not await is_claim_code(town.services, CAMPAIGN, code[:4] + code[:3:-1][:4] + "x")
    refusal = await refusal_of(verify_by_code(town.services, CAMPAIGN, READER, typed=code))
    assert refusal is Refusal.CODE_WRONG


async def test_a_slip_is_good_once(town: Town, clerk: Actor, number: int) -> None:
    """A second account is told that it was used, and one after the term that it is over [B9]."""
    code = await slip_of(town, clerk, number)
    await claim(town.services, CAMPAIGN, READER, code)
    assert await refusal_of(claim(town.services, CAMPAIGN, OTHER, code)) is Refusal.CLAIM_USED
    second = await entered(town, clerk, 1)
    late = await slip_of(town, clerk, second)
    town.wait(days=60)
    assert await refusal_of(claim(town.services, CAMPAIGN, OTHER, late)) is Refusal.CLAIM_EXPIRED
    assert (await my_proposal(town.services, CAMPAIGN, READER, number)).proposal.number == number


async def test_a_new_slip_ends_the_old_one(town: Town, clerk: Actor, number: int) -> None:
    """Whoever found the lost slip loses the proposal with it; a page loaded again makes no new one [B9]."""
    old = await slip_of(town, clerk, number)
    await claim(town.services, CAMPAIGN, OTHER, old)
    assert await issue_slip(town.services, clerk, CAMPAIGN, number, issue=0) is None
    fresh = await issue_slip(town.services, clerk, CAMPAIGN, number, issue=1)
    assert fresh is not None
    assert await told_at(town, number) is None
    assert await refusal_of(my_proposal(town.services, CAMPAIGN, OTHER, number)) is Refusal.PROPOSAL_UNKNOWN
    assert await refusal_of(claim(town.services, CAMPAIGN, READER, old)) is Refusal.CLAIM_WRONG
    assert (await claim(town.services, CAMPAIGN, READER, fresh.code)).number == number
    seen = await get_paper_proposal(town.services, clerk, CAMPAIGN, number)
    assert (seen.issue, seen.claimed_at) == (2, INTAKE)


async def test_wrong_codes_are_counted(town: Town, clerk: Actor, number: int) -> None:
    """An account has few attempts a day, a code few wrong second halves; rubbish counts as none [B9] [E2]."""
    code = await slip_of(town, clerk, number)
    wrong = code[:4] + ("2222" if code[4:] != "2222" else "3333")
    assert await refusal_of(claim(town.services, CAMPAIGN, OTHER, "сәлем")) is Refusal.CLAIM_UNREADABLE
    for _ in range(5):
        assert await refusal_of(claim(town.services, CAMPAIGN, OTHER, wrong)) is Refusal.CLAIM_WRONG
    assert await refusal_of(claim(town.services, CAMPAIGN, READER, code)) is Refusal.CLAIM_LOCKED
    strange = "3" + code[1:] if code[0] != "3" else "4" + code[1:]
    told = [await refusal_of(claim(town.services, CAMPAIGN, OTHER, strange)) for _ in range(6)]
    assert set(told) == {Refusal.CLAIM_WRONG, Refusal.CODE_ATTEMPTS}
    assert await refusal_of(claim(town.services, CAMPAIGN, OTHER, code)) is Refusal.CODE_ATTEMPTS
    fresh = await slip_of(town, clerk, number)
    assert (await claim(town.services, CAMPAIGN, READER, fresh)).number == number


async def test_the_account_does_what_its_author_can(town: Town, clerk: Actor, number: int) -> None:
    """It reworks what was returned, answers a question and withdraws, unverified [B6] [B9] [D6]."""
    await claim(town.services, CAMPAIGN, READER, await slip_of(town, clerk, number))
    await decided(town, number, ReviewAct.RETURN)
    draft = await open_rework(town.services, CAMPAIGN, READER, number)
    told = await submit(town.services, CAMPAIGN, READER, draft.draft_id)
    assert (told.number, told.is_rework) == (number, True)
    assert await told_at(town, number) == READER
    await decided(town, number, ReviewAct.REGISTER)
    curious = await author(town, 3)
    question = await ask(town.services, CAMPAIGN, curious, number, text="Қашан?", language=Language.KAZAKH)
    async with town.services.database.write() as connection:
        await discussion.change_question(
            connection, CAMPAIGN, question.question_id, state=QuestionState.SHOWN.value
        )
    (asked,) = await list_asked_of(town.services, CAMPAIGN, READER, number)
    said = await answer(town.services, CAMPAIGN, READER, asked.question_id, text="Жазда.")
    assert said.answer == "Жазда."
    stranger = answer(town.services, CAMPAIGN, OTHER, asked.question_id, text="Ешқашан.")
    assert await refusal_of(stranger) is Refusal.QUESTION_UNKNOWN


async def test_it_withdraws(town: Town, clerk: Actor, number: int) -> None:
    """Before its review the proposal is taken back by whoever holds the slip [B1] [B9]."""
    await claim(town.services, CAMPAIGN, READER, await slip_of(town, clerk, number))
    await withdraw(town.services, CAMPAIGN, READER, number)
    mine = await my_proposal(town.services, CAMPAIGN, READER, number)
    assert mine.proposal.status is ProposalStatus.WITHDRAWN


async def test_a_session_of_a_code_sees_no_slip(town: Town, clerk: Actor, number: int) -> None:
    """While somebody else is verified on the telephone by a code, the slip opens nothing there [B9] [E2]."""
    await claim(town.services, CAMPAIGN, READER, await slip_of(town, clerk, number))
    draft_of = await my_proposals(town.services, CAMPAIGN, READER, "eski-qala")
    assert len(draft_of.proposals) == 1
    await town.issue(4)
    await town.by_code(READER, 4)
    assert (await my_proposals(town.services, CAMPAIGN, READER, "eski-qala")).proposals == []
    refusal = await refusal_of(my_proposal(town.services, CAMPAIGN, READER, number))
    assert refusal is Refusal.PROPOSAL_UNKNOWN
    town.wait(minutes=16)
    assert len((await my_proposals(town.services, CAMPAIGN, READER, "eski-qala")).proposals) == 1


async def test_the_authors_own_account_keeps_its_news(town: Town, clerk: Actor, number: int) -> None:
    """A slip used elsewhere opens the proposal there and takes no news from its verified author [B9] [E2]."""
    own = await author(town, 0)
    code = await slip_of(town, clerk, number)
    told = await claim(town.services, CAMPAIGN, READER, code)
    assert not told.is_told
    assert await told_at(town, number) == own


async def test_verification_takes_the_news_along(town: Town, clerk: Actor, number: int) -> None:
    """An author who is verified later on another account hears of it there [B9] [E2]."""
    await claim(town.services, CAMPAIGN, READER, await slip_of(town, clerk, number))
    await verify_by_phone(town.services, CAMPAIGN, OTHER, number=phone_of(0), is_own=True)
    assert await told_at(town, number) == OTHER


async def test_a_link_names_campaign_and_code(town: Town, clerk: Actor, number: int) -> None:
    """The slip's link leads to its campaign; one that was cut off is no code [B9] [D5]."""
    code = await slip_of(town, clerk, number)
    found = await resolve_claim_link(town.services, f"claim-{CAMPAIGN.campaign}-{code}")
    assert found == (CAMPAIGN, code)
    for link in ("claim-", f"claim-{code}", f"claim-{CAMPAIGN.campaign}-{code[:5]}", f"claim-aqtau-{code}"):
        assert await refusal_of(resolve_claim_link(town.services, link)) is Refusal.CLAIM_UNREADABLE


async def test_two_accounts_at_once(town: Town, clerk: Actor, number: int, tmp_path: Path) -> None:
    """Of four processes that use one slip on four accounts, one account has it [B9]."""
    set_clock(tmp_path, INTAKE)
    code = await slip_of(town, clerk, number)
    accounts = [READER, OTHER, 9003, 9004]
    for account in accounts[2:]:
        await town.settle(account)
    racers = [await start(town, tmp_path, "claim", str(account), code) for account in accounts]
    told = await run(*racers)
    won = [account for account, answers in zip(accounts, told, strict=True) if str(number) in answers]
    assert len(won) == 1
    assert {answer for answers in told for answer in answers} == {str(number), "claim-used"}
    assert await told_at(town, number) == won[0]
