"""A resident's proposals: written, submitted once, reworked, withdrawn (B1-B7)."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.model.language import Language
from core.model.proposal import Author, Contents, Estimate, EstimateKind, EstimateLine, ProposalStatus, Step
from core.model.refusals import Refusal, RuleViolation
from core.store import proposal as store
from core.store import proposal_history
from core.usecases.proposal.checking import check_draft
from core.usecases.proposal.drafting import begin, change, discard, go_to, list_drafts, require_draft
from core.usecases.proposal.mine import my_proposal, my_proposals
from core.usecases.proposal.pictures import add_picture
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.proposal.withdrawing import withdraw
from tests.support.proposals import (
    COMPLETE,
    INTAKE,
    account_of,
    author,
    lead_elsewhere,
    picture,
    submitted,
    written,
)
from tests.support.town import CAMPAIGN, Town

STRANGER = 7900


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file happen while proposals are taken."""
    town.clock.set_to(INTAKE)


async def refused(awaited: object) -> RuleViolation:
    """Return the violation that the use case raises."""
    with pytest.raises(RuleViolation) as caught:
        await awaited  # type: ignore[misc]  # any coroutine
    return caught.value


async def return_for_rework(town: Town, number: int, days: int = 4) -> None:
    """Do what a clerk does who returns a proposal."""
    async with town.services.database.write() as connection:
        due_at = town.clock.now() + timedelta(days=days)
        status = ProposalStatus.RETURNED.value
        await store.change_proposal(connection, CAMPAIGN, number, status=status, due_at=due_at)
        await proposal_history.add_event(
            connection, CAMPAIGN, number, status=status, at=town.clock.now(), due_at=due_at
        )


async def test_draft_needs_no_identity(town: Town) -> None:
    """A stranger writes everything; only submitting asks who he is, and nothing written is lost [B1]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER)
    violation = await refused(submit(town.services, CAMPAIGN, STRANGER, draft_id))
    assert violation.refusal is Refusal.AUTHOR_NOT_VERIFIED
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft_id)
    assert replace(kept.contents, pictures=()) == COMPLETE
    assert not kept.is_submitted


async def test_a_guide_takes_no_applications(town: Town) -> None:
    """Where the bot only leads to the official page, none is begun and none is submitted [A6] [B1]."""
    account = await author(town, 0)
    draft_id = await written(town, account)
    await lead_elsewhere(town)
    for doing in (
        begin(town.services, CAMPAIGN, account, Language.KAZAKH),
        submit(town.services, CAMPAIGN, account, draft_id),
    ):
        violation = await refused(doing)
        assert violation.refusal is Refusal.PROPOSALS_ELSEWHERE
        assert violation.reasons[0].facts == {"page": "https://example.kz/semey-demo", "has_page": True}


async def test_draft_remembers_its_step(town: Town) -> None:
    """The step is kept in the database and outlives a week [B2] [P5]."""
    await town.settle(STRANGER)
    draft = await begin(town.services, CAMPAIGN, STRANGER, Language.RUSSIAN, model="playground")
    await go_to(town.services, CAMPAIGN, STRANGER, draft.draft_id, Step.PICTURES)
    town.wait(days=7)
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft.draft_id)
    assert kept.step is Step.PICTURES
    assert kept.contents.model == "playground"
    assert kept.contents.estimate.cost == 4_200_000 + 120 * 14_000 + 2 * 85_000 + 30_000


async def test_drafts_are_their_accounts_own(town: Town) -> None:
    """Nobody reads, changes or throws away another's draft, whatever id an old button has [B1] [P7]."""
    await town.settle(STRANGER)
    draft_id = await written(town, STRANGER)
    other = await author(town, 1)
    for attempt in (
        require_draft(town.services, CAMPAIGN, other, draft_id),
        change(town.services, CAMPAIGN, other, draft_id, lambda contents: contents),
        add_picture(town.services, CAMPAIGN, other, draft_id, picture(1)),
        submit(town.services, CAMPAIGN, other, draft_id),
        check_draft(town.services, CAMPAIGN, other, draft_id),
    ):
        assert (await refused(attempt)).refusal is Refusal.DRAFT_UNKNOWN
    await discard(town.services, CAMPAIGN, other, draft_id)
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft_id)
    assert kept.draft_id == draft_id


async def test_drafts_are_few(town: Town) -> None:
    """An account has three drafts at most; throwing one away makes room [B1]."""
    await town.settle(STRANGER)
    begun = [await begin(town.services, CAMPAIGN, STRANGER, Language.KAZAKH) for _ in range(3)]
    violation = await refused(begin(town.services, CAMPAIGN, STRANGER, Language.KAZAKH))
    assert violation.refusal is Refusal.TOO_MANY_DRAFTS
    await discard(town.services, CAMPAIGN, STRANGER, begun[0].draft_id)
    await begin(town.services, CAMPAIGN, STRANGER, Language.KAZAKH)
    assert len(await list_drafts(town.services, CAMPAIGN, STRANGER)) == 3


async def test_submitting_gives_a_number(town: Town) -> None:
    """The number follows those of the projects, and a second press is answered with the same [B4]."""
    account = await author(town, 0)
    draft_id = await written(town, account)
    first = await submit(town.services, CAMPAIGN, account, draft_id)
    again = await submit(town.services, CAMPAIGN, account, draft_id)
    assert (first.number, again.number) == (44, 44)
    mine = await my_proposal(town.services, CAMPAIGN, account, 44)
    assert mine.proposal.status is ProposalStatus.SUBMITTED
    assert mine.contents.author == COMPLETE.author
    assert [event.status for event in mine.history] == [ProposalStatus.SUBMITTED]
    violation = await refused(change(town.services, CAMPAIGN, account, draft_id, lambda contents: contents))
    assert violation.refusal is Refusal.DRAFT_SUBMITTED


async def test_incomplete(town: Town) -> None:
    """Without a picture nothing is submitted, and the answer names the step [B3] [P7]."""
    account = await author(town, 0)
    draft_id = await written(town, account, pictures=0)
    violation = await refused(submit(town.services, CAMPAIGN, account, draft_id))
    assert violation.refusal is Refusal.PROPOSAL_INCOMPLETE
    assert violation.reasons[0].facts == {"step": "pictures"}


async def test_everything_against_it_at_once(town: Town) -> None:
    """Cap, two sentences and a closed intake are said together, not one after the other [B3] [P7]."""
    account = await author(town, 0)
    title = "Алаң салу керек. Сосын жол да керек."
    draft_id = await written(town, account, title=title, estimate=Estimate(typed=90_000_000))
    town.wait(days=60)
    violation = await refused(submit(town.services, CAMPAIGN, account, draft_id))
    assert {reason.refusal for reason in violation.reasons} == {
        Refusal.INTAKE_CLOSED,
        Refusal.COST_OVER_CAP,
        Refusal.TITLE_TOO_MANY_SENTENCES,
    }


async def test_second_proposal(town: Town) -> None:
    """An author has one place; withdrawing frees it while nothing was decided [B1] [B6]."""
    number = await submitted(town, 0)
    account = account_of(0)
    draft_id = await written(town, account, title="Жаяу жолды жарықтандыру")
    assert (
        await refused(submit(town.services, CAMPAIGN, account, draft_id))
    ).refusal is Refusal.SECOND_PROPOSAL
    await withdraw(town.services, CAMPAIGN, account, number)
    await withdraw(town.services, CAMPAIGN, account, number)
    assert (await submit(town.services, CAMPAIGN, account, draft_id)).number == number + 1
    mine = await my_proposals(town.services, CAMPAIGN, account, "eski-qala")
    assert [each.status for each in mine.proposals] == [ProposalStatus.SUBMITTED, ProposalStatus.WITHDRAWN]


async def test_submitted_twice_at_once(town: Town) -> None:
    """Two different drafts of one person, submitted at the same moment, give one proposal [B1]."""
    account = await author(town, 0)
    drafts = [await written(town, account, title=title) for title in ("Орындық қою", "Арық тазалау")]
    told = await asyncio.gather(
        *(submit(town.services, CAMPAIGN, account, draft_id) for draft_id in drafts), return_exceptions=True
    )
    violations = [each for each in told if isinstance(each, RuleViolation)]
    assert [each.refusal for each in violations] == [Refusal.SECOND_PROPOSAL]
    mine = await my_proposals(town.services, CAMPAIGN, account, "eski-qala")
    assert len(mine.proposals) == 1


async def test_rework(town: Town) -> None:
    """What was submitted stays until the rework replaces it; a clerk sees it as a new version [B6]."""
    number, account = await submitted(town, 0), account_of(0)
    await return_for_rework(town, number)
    draft = await open_rework(town.services, CAMPAIGN, account, number)
    assert (await open_rework(town.services, CAMPAIGN, account, number)).draft_id == draft.draft_id
    await change(
        town.services,
        CAMPAIGN,
        account,
        draft.draft_id,
        lambda contents: replace(contents, title="Жаңа атау"),
    )
    before = await my_proposal(town.services, CAMPAIGN, account, number)
    assert before.contents.title == COMPLETE.title
    told = await submit(town.services, CAMPAIGN, account, draft.draft_id)
    assert (told.number, told.is_rework) == (number, True)
    after = await my_proposal(town.services, CAMPAIGN, account, number)
    assert (after.contents.title, after.proposal.version) == ("Жаңа атау", 2)
    assert after.proposal.status is ProposalStatus.SUBMITTED


async def test_rework_too_late(town: Town) -> None:
    """After its term a rework is refused and says so; the draft is still there [B6] [P7]."""
    number, account = await submitted(town, 0), account_of(0)
    await return_for_rework(town, number, days=4)
    draft = await open_rework(town.services, CAMPAIGN, account, number)
    town.wait(days=4)
    for attempt in (
        submit(town.services, CAMPAIGN, account, draft.draft_id),
        open_rework(town.services, CAMPAIGN, account, number),
    ):
        assert (await refused(attempt)).refusal is Refusal.REWORK_TOO_LATE
    kept = await require_draft(town.services, CAMPAIGN, account, draft.draft_id)
    assert not kept.is_submitted


async def test_others_proposals_are_unknown(town: Town) -> None:
    """Neither another person nor the same account without its person sees a proposal as its own [B1] [P1]."""
    number = await submitted(town, 0)
    other = await author(town, 1)
    for account in (other, STRANGER):
        for attempt in (
            my_proposal(town.services, CAMPAIGN, account, number),
            withdraw(town.services, CAMPAIGN, account, number),
            open_rework(town.services, CAMPAIGN, account, number),
        ):
            assert (await refused(attempt)).refusal is Refusal.PROPOSAL_UNKNOWN


async def test_proposal_follows_its_person(town: Town) -> None:
    """On a new telephone the person finds the proposal again; the old account has it no more [B1] [E2]."""
    number = await submitted(town, 0)
    new = 7800
    await town.settle(new)
    await town.by_phone(new, 0)
    assert (await my_proposal(town.services, CAMPAIGN, new, number)).proposal.number == number
    assert (
        await refused(my_proposal(town.services, CAMPAIGN, account_of(0), number))
    ).refusal is Refusal.PROPOSAL_UNKNOWN


async def test_papers_have_a_term(town: Town) -> None:
    """A kind of author with papers has days to bring them, the whole last one included [B2]."""
    account = await author(town, 0)
    elder = Author(kind="house-elder", name="Әсел Серікқызы", phone="77000000000")
    draft_id = await written(town, account, author=elder)
    told = await submit(town.services, CAMPAIGN, account, draft_id)
    assert told.papers_due_at is not None
    assert told.papers_due_at.isoformat() == "2026-09-20T19:00:00+00:00"


async def test_contents_survive_the_database(town: Town) -> None:
    """Every answer comes back as it was given, fractions of a quantity included [B2]."""
    await town.settle(STRANGER)
    line = EstimateLine(item="Асфальт, м²", quantity=Decimal("120.5"), price=6_500)
    contents: Contents = replace(
        COMPLETE,
        latitude=50.4111,
        longitude=80.2275,
        estimate=Estimate(kind=EstimateKind.EXACT, typed=1, lines=(line,), file=None),
    )
    draft = await begin(town.services, CAMPAIGN, STRANGER, Language.KAZAKH)
    await change(town.services, CAMPAIGN, STRANGER, draft.draft_id, lambda _: contents)
    kept = await require_draft(town.services, CAMPAIGN, STRANGER, draft.draft_id)
    assert kept.contents == contents
    assert kept.contents.estimate.cost == 783_250
