"""What was asked about one's own proposal, with one's answers in whatever state they are (D6).

Separate from asking and answering, because only the authors see an answer before it was read.
"""

from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.store import discussion as store
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


async def list_asked_of(
    services: Services, campaign_id: CampaignId, account_id: int, number: int
) -> list[Question]:
    """Return the questions that are shown, those without an answer first, the oldest first among equals.

    Raises:
        RuleViolation: ``proposal-unknown`` for what is somebody else's.
    """
    async with services.database.read() as connection:
        await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
        rows = await store.list_questions(connection, campaign_id, number)
    asked = [each for each in map(store.read_question, rows) if each.state is QuestionState.SHOWN]
    return sorted(asked, key=lambda each: each.answer is not None)
