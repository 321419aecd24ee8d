"""Questions and answers as the moderator reads them, a page at a time and without who asked (D6, L2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.campaign import CampaignId
from core.model.discussion import Question
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.store import discussion, queues
from core.usecases.office.permission import require_right
from core.usecases.services import Services

PAGE_SIZE = 20
"""Questions of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its answer, and the title of the proposal that it is about."""

    question: Question
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A page of them: ``page`` counts from 0; ``waiting`` counts what nobody has read yet."""

    rulebook: Rulebook
    asked: Sequence[Asked]
    page: int
    has_more: bool
    waiting: int


async def list_asked(
    services: Services, actor: Actor, campaign_id: CampaignId, *, is_waiting: bool, page: int = 0
) -> QuestionPage:
    """Return what waits to be read, the oldest first, or what was read already, the newest first.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``.
    """
    page = max(0, page)
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.MODERATE)
        rows = await queues.list_questions(
            connection, campaign_id, is_waiting=is_waiting, offset=page * PAGE_SIZE, limit=PAGE_SIZE + 1
        )
        found = [discussion.read_question(row) for row in rows]
        numbers = sorted({question.number for question in found})
        titles = await queues.list_titles(connection, campaign_id, numbers)
        return QuestionPage(
            rulebook=rulebook,
            asked=[Asked(question=each, title=titles[each.number]) for each in found[:PAGE_SIZE]],
            page=page,
            has_more=len(found) > PAGE_SIZE,
            waiting=await queues.count_questions(connection, campaign_id),
        )
