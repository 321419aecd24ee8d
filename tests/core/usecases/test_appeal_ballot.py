"""The opening of a ballot ends what an appeal can bring, so that its answer is due before (A4, B6)."""

from datetime import timedelta

import pytest

from core.model.council import Choice
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Role
from core.model.stage import Stage
from core.rulebook.loader import read
from core.usecases.appeal.listing import get_appeal, list_appeals
from tests.support.appeals import answered, checked_at_site, filed, refused_by_council
from tests.support.office import actor
from tests.support.proposals import INTAKE, refusal_of, registered
from tests.support.town import CAMPAIGN, OPEN, RULEBOOK, Town


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin while proposals are taken."""
    town.clock.set_to(INTAKE)


async def test_the_answer_is_due_before_the_ballot(town: Town) -> None:
    """Filed on the eve of the ballot: its term is the opening, and today is its last day [B6] [A4] [L2]."""
    member = await actor(town, Role.COUNCIL_MEMBER)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    number = await registered(town, 0)
    ballot = read(RULEBOOK, CAMPAIGN.campaign).window(Stage.VOTING)
    assert ballot is not None
    town.clock.set_to(ballot.opens - timedelta(minutes=5))
    await refused_by_council(town, number, member, {member: Choice.REFUSE})
    assert (await filed(town, number)).due_at == ballot.opens
    (line,) = (await list_appeals(town.services, akim, CAMPAIGN)).lines
    assert (line.is_of_council, line.is_late) == (True, False)
    town.clock.set_to(ballot.opens)
    (line,) = (await list_appeals(town.services, akim, CAMPAIGN)).lines
    assert (line.is_today, line.is_late) == (False, True)


async def test_an_open_ballot_takes_nothing_in(town: Town) -> None:
    """What waits then is answered, but not upheld: nobody may change the list any more [A4] [B6]."""
    member = await actor(town, Role.COUNCIL_MEMBER)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    number = await registered(town, 0)
    await checked_at_site(town, number, member)
    await refused_by_council(town, number, member, {member: Choice.REFUSE})
    await filed(town, number)
    before = await get_appeal(town.services, akim, CAMPAIGN, number)
    assert before.may_uphold.is_allowed
    town.clock.set_to(OPEN)
    line = await get_appeal(town.services, akim, CAMPAIGN, number)
    assert line.may_decide.is_allowed
    assert [reason.refusal for reason in line.may_uphold.reasons] == [Refusal.BALLOT_FROZEN]
    assert await refusal_of(answered(town, akim, number)) is Refusal.BALLOT_FROZEN
    assert await answered(town, akim, number, is_upheld=False) is ProposalStatus.REFUSED
