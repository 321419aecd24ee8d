"""Applications on paper count by the day on which they were brought, whenever they are typed in (B6, B9)."""

from datetime import UTC, datetime

import pytest

from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.rules.review import ReviewAct
from core.usecases.paper.checking import check_paper
from core.usecases.paper.entering import enter_paper
from core.usecases.paper.filling import begin_rework, discard_paper, keep_paper, list_begun
from core.usecases.review.reading import get_submission
from tests.support.office import actor
from tests.support.paper import entered, filled
from tests.support.proposals import INTAKE, decided, refusal_of
from tests.support.town import CAMPAIGN, OPEN, Town

REVIEW = datetime(2026, 10, 20, 6, tzinfo=UTC)


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """A clerk during the intake."""
    town.clock.set_to(INTAKE)
    return await actor(town, Role.CLERK)


async def test_the_day_of_receipt_counts_after_the_intake(town: Town, clerk: Actor) -> None:
    """A sheet of the last day is entered in the review; one of a day later came too late [B9] [A2] [P8]."""
    town.clock.set_to(REVIEW)
    number = await entered(town, clerk, 0, received_on="2026-10-10")
    found = await get_submission(town.services, CAMPAIGN, number)
    assert found.proposal.submitted_at.isoformat() == "2026-10-10T18:59:59+00:00"
    for day, refusal in (
        ("2026-10-11", Refusal.INTAKE_CLOSED),
        ("2026-10-20", Refusal.INTAKE_CLOSED),
        ("2026-08-31", Refusal.INTAKE_NOT_OPEN_YET),
    ):
        draft = await filled(town, clerk, 1, received_on=day)
        assert await refusal_of(enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)) is refusal


async def test_a_form_is_read_and_thrown_away_in_any_stage(town: Town, clerk: Actor) -> None:
    """While people vote nothing is typed in any more, and nothing that was begun is stuck [B9] [L1]."""
    draft = await filled(town, clerk, 0)
    town.clock.set_to(OPEN)
    services = town.services
    assert (await check_paper(services, clerk, CAMPAIGN, draft.draft_id)).draft == draft
    assert await refusal_of(enter_paper(services, clerk, CAMPAIGN, draft.draft_id)) is Refusal.OFFICE_STAGE
    await discard_paper(services, clerk, CAMPAIGN, draft.draft_id)
    assert await list_begun(services, clerk, CAMPAIGN) == []


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        ("2026-09-09", Refusal.PROPOSAL_INCOMPLETE),
        ("2026-09-14", None),
        ("2026-09-15", Refusal.REWORK_TOO_LATE),
    ],
)
async def test_a_rework_counts_by_its_day(
    town: Town, clerk: Actor, day: str, refusal: Refusal | None
) -> None:
    """What was brought within the term is entered after it, before and behind it nothing [B6] [B9] [P8]."""
    number = await entered(town, clerk, 0)
    await decided(town, number, ReviewAct.RETURN)
    town.wait(days=8)
    draft = await begin_rework(town.services, clerk, CAMPAIGN, number)
    typed = {**draft.typed, "received_on": day}
    await keep_paper(town.services, clerk, CAMPAIGN, draft.draft_id, typed=typed, iin="")
    enter = enter_paper(town.services, clerk, CAMPAIGN, draft.draft_id)
    if refusal is not None:
        assert await refusal_of(enter) is refusal
        return
    await enter
    found = await get_submission(town.services, CAMPAIGN, number)
    assert found.proposal.status is ProposalStatus.SUBMITTED
    assert found.history[-1].at.isoformat() == "2026-09-14T18:59:59+00:00"
