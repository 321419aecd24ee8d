"""Papers of a proposal: who is asked for which, and what lies at the desk (B2, P1)."""

import pytest

from core.files.store import digest_of
from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.store import merging
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.proposal.papers import my_papers, record_at_desk
from core.usecases.proposal.uploading import make_link, open_link, receive
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.verification.person import current_person
from tests.support.papers import PDF, asked, kept, linked, refusals, told
from tests.support.proposals import INTAKE, account_of, author, submitted
from tests.support.town import CAMPAIGN, RULEBOOK, Town


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file happen while proposals are taken."""
    town.clock.set_to(INTAKE)


async def test_nobody_else_takes_a_link(town: Town) -> None:
    """A link is taken by the proposal's author alone [P1] [P7]."""
    number = await asked(town)
    other = await author(town, 1)
    attempt = make_link(town.services, CAMPAIGN, other, number, Language.KAZAKH)
    assert await refusals(attempt) == [(Refusal.PROPOSAL_UNKNOWN, {"number": number})]
    attempt_to_read = my_papers(town.services, CAMPAIGN, other, number)
    assert await refusals(attempt_to_read) == [(Refusal.PROPOSAL_UNKNOWN, {"number": number})]


async def test_a_co_author_reads_and_takes_no_link(town: Town) -> None:
    """Whoever merged a proposal into this one sees what is asked, and has no link [B2] [D6]."""
    number, other = await asked(town), await author(town, 1)
    person = await current_person(town.services, CAMPAIGN, other)
    assert person is not None
    async with town.services.database.write() as connection:
        await merging.add_co_author(connection, CAMPAIGN, number, person.person_key, other)
    assert (await my_papers(town.services, CAMPAIGN, account_of(0), number)).has_links
    seen = await my_papers(town.services, CAMPAIGN, other, number)
    assert (len(seen.asked), seen.has_links) == (1, False)


async def test_a_resident_is_asked_for_no_papers(town: Town) -> None:
    """Where the kind of author has no papers, there is neither link nor record at the desk [B2] [P7]."""
    number = await submitted(town, 0)
    expected = [(Refusal.PAPERS_NOT_ASKED, {"number": number})]
    assert await refusals(linked(town, number)) == expected
    assert await refusals(record_at_desk(town.services, CAMPAIGN, number, 1)) == expected
    papers = await my_papers(town.services, CAMPAIGN, account_of(0), number)
    assert (papers.asked, papers.due_at, papers.has_links) == ((), None, False)


async def test_a_withdrawn_proposal_takes_no_papers(town: Town) -> None:
    """Once a proposal is decided or withdrawn, its links are closed too [B2] [B6]."""
    number = await asked(town)
    link = await linked(town, number)
    await withdraw(town.services, CAMPAIGN, account_of(0), number)
    expected = [(Refusal.PROPOSAL_DECIDED, {"status": ProposalStatus.WITHDRAWN.value})]
    for attempt in (
        open_link(town.services, link.url_token),
        receive(town.services, link.url_token, (PDF,)),
        linked(town, number),
        record_at_desk(town.services, CAMPAIGN, number, 1),
    ):
        assert await refusals(attempt) == expected
    assert not (await my_papers(town.services, CAMPAIGN, account_of(0), number)).has_links


async def test_without_a_life_there_are_no_links(town: Town) -> None:
    """A rulebook that leaves the life of links open has none; the desk is left [A1] [B2]."""
    number = await asked(town)
    open_life = RULEBOOK.replace('upload_hours = { value = 48, act = "choice" }\n', "")
    unstated = open_life.replace(
        'unstated = ["akimat.bin"', 'unstated = ["akimat.bin", "proposal.upload_hours"'
    )
    assert unstated != RULEBOOK
    await take_rulebook(town.services, unstated, "semey-demo.toml", takes_changes=True)
    assert await make_link(town.services, CAMPAIGN, account_of(0), number, Language.KAZAKH) is None
    papers = await my_papers(town.services, CAMPAIGN, account_of(0), number)
    assert (len(papers.asked), papers.has_links) == (1, False)


async def test_papers_at_the_desk_are_recorded(town: Town) -> None:
    """What a clerk takes at the desk is counted with what came by links, and the author is told [B2]."""
    number = await asked(town)
    await receive(town.services, (await linked(town, number)).url_token, (PDF,))
    await record_at_desk(town.services, CAMPAIGN, number, 2)
    assert await kept(town, number) == [digest_of(PDF), None, None]
    assert [facts["received"] for facts in await told(town)] == [1, 3]
    assert (await my_papers(town.services, CAMPAIGN, account_of(0), number)).received == 3
    assert await refusals(record_at_desk(town.services, CAMPAIGN, number, 0)) == [
        (Refusal.PAPERS_MISSING, {})
    ]
    unknown = [(Refusal.PROPOSAL_UNKNOWN, {"number": 9999})]
    assert await refusals(record_at_desk(town.services, CAMPAIGN, 9999, 1)) == unknown
