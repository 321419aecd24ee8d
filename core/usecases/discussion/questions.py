"""Asking about a proposal and answering: both wait to be read before anybody else sees them (D6)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.model.language import Language
from core.model.proposal import Proposal
from core.model.refusals import Refusal, RuleViolation, Verdict, refuse
from core.rulebook.model import Rulebook
from core.rules.discussion import ANSWER_AT_MOST, QUESTION_AT_MOST, question_verdict
from core.rules.wording import wording_reasons
from core.store import discussion as store
from core.usecases.discussion.people import is_own, require_person, require_public
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services
from core.usecases.verification.person import Person


async def ask(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    number: int,
    *,
    text: str,
    language: Language,
) -> Question:
    """Enter a question that waits to be moderated; the same words again are the same question.

    Raises:
        RuleViolation: ``text-too-long``, ``text-holds-iin``, ``proposal-unknown``,
            ``discussion-not-verified``, or every reason of ``question_verdict``.
    """
    said = _require_sound(text, QUESTION_AT_MOST)
    async with services.database.write() as connection:
        # With the campaign's row in hand nobody else takes the next number, or asks too much at once.
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        proposal = await require_public(connection, campaign_id, number)
        person = await require_person(services, connection, campaign_id, account_id)
        rows = await store.list_asked(connection, campaign_id, person.person_key)
        asked = [store.read_question(row) for row in rows]
        again = next((each for each in asked if (each.number, each.text) == (number, said)), None)
        if again is not None:
            return again
        now = services.clock.now()
        await _require_may_ask(connection, rulebook, proposal, person, asked, now)
        question_id = await store.add_question(
            connection,
            campaign_id,
            number=number,
            person_key=person.person_key,
            account_id=account_id,
            language=language.value,
            text=said,
            state=QuestionState.WAITING.value,
            asked_at=now,
        )
        return await require_question(connection, campaign_id, question_id)


async def _require_may_ask(
    connection: AsyncConnection,
    rulebook: Rulebook,
    proposal: Proposal,
    person: Person,
    asked: list[Question],
    now: datetime,
) -> None:
    own = await is_own(connection, proposal, person.person_key)
    waiting = sum(each.state is QuestionState.WAITING for each in asked)
    question_verdict(proposal, rulebook, now, is_own=own, waiting=waiting).enforce()


async def answer(
    services: Services, campaign_id: CampaignId, account_id: int, question_id: int, *, text: str
) -> Question:
    """Enter the answer of an author or co-author, which waits to be moderated.

    Until it is shown another answer takes its place.

    Raises:
        RuleViolation: ``question-unknown`` unless the question is shown and about one's own proposal, also
            one held by a slip, ``text-too-long``, ``text-holds-iin`` or ``answer-given``.
    """
    said = _require_sound(text, ANSWER_AT_MOST)
    async with services.database.write() as connection:
        question = await require_question(connection, campaign_id, question_id, lock=True)
        await _require_may_answer(services, connection, campaign_id, account_id, question.number)
        if question.state is not QuestionState.SHOWN:
            raise refuse(Refusal.QUESTION_UNKNOWN)
        if question.answer == said:
            return question
        if question.answer_state is QuestionState.SHOWN:
            raise refuse(Refusal.ANSWER_GIVEN)
        await store.change_question(
            connection,
            campaign_id,
            question_id,
            answer=said,
            answer_state=QuestionState.WAITING.value,
            answered_at=services.clock.now(),
        )
        return await require_question(connection, campaign_id, question_id)


async def _require_may_answer(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int, number: int
) -> None:
    try:
        await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
    except RuleViolation:
        raise refuse(Refusal.QUESTION_UNKNOWN) from None


async def get_question(services: Services, campaign_id: CampaignId, question_id: int) -> Question:
    """Return a question that is shown, an answer only once it is shown too; raise ``question-unknown``."""
    async with services.database.read() as connection:
        question = await require_question(connection, campaign_id, question_id)
    if question.state is not QuestionState.SHOWN:
        raise refuse(Refusal.QUESTION_UNKNOWN)
    return as_shown(question)


async def get_unread_question(services: Services, campaign_id: CampaignId, question_id: int) -> Question:
    """Return a question in any state with its answer, for whoever wrote one of them; raise as above."""
    async with services.database.read() as connection:
        return await require_question(connection, campaign_id, question_id)


def as_shown(question: Question) -> Question:
    """Return the question without an answer that nobody has read yet, or that is hidden."""
    is_shown = question.answer_state is QuestionState.SHOWN
    return question if is_shown else replace(question, answer=None, answer_state=None, answered_at=None)


async def require_question(
    connection: AsyncConnection, campaign_id: CampaignId, question_id: int, *, lock: bool = False
) -> Question:
    """Return the question in any state, its row held with ``lock``; raise ``question-unknown``."""
    row = await store.get_question(connection, campaign_id, question_id, lock=lock)
    if row is None:
        raise refuse(Refusal.QUESTION_UNKNOWN)
    return store.read_question(row)


def _require_sound(text: str, most: int) -> str:
    said = text.strip()
    if not said:
        raise refuse(Refusal.TEXT_TOO_LONG, most=most, length=0)
    Verdict(reasons=tuple(wording_reasons(said, most))).enforce()
    return said
