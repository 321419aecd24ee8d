"""Reading questions and answers before they are shown; apart, because it is staff who does it (D6)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.model.language import Text
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.rules.wording import reason_reasons
from core.store import audience, outbox
from core.store import discussion as store
from core.usecases.discussion.questions import require_question
from core.usecases.notice.kinds import NoticeKind
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services

SHOW_QUESTION, HIDE_QUESTION = "show-question", "hide-question"
SHOW_ANSWER, HIDE_ANSWER = "show-answer", "hide-answer"
"""How the log calls them."""


async def moderate_question(
    services: Services,
    campaign_id: CampaignId,
    question_id: int,
    *,
    is_shown: bool,
    reason: Text | None = None,
    actor: Actor | None = None,
) -> Question:
    """Show a question and tell the authors, or hide it and tell its asker why; twice changes nothing (D6).

    ``actor`` is ``None`` for the operator's command.

    Raises:
        RuleViolation: ``office-forbidden``; ``question-unknown``; where it is hidden ``reason-missing``
            without both languages, ``text-too-long`` or ``text-holds-iin``.
    """
    async with services.database.write() as connection:
        await _require_may(services, connection, actor, campaign_id)
        state = _state(is_shown=is_shown, reason=reason)
        row = await store.get_question(connection, campaign_id, question_id, lock=True)
        if row is None:
            raise refuse(Refusal.QUESTION_UNKNOWN)
        question = store.read_question(row)
        if question.state is state:
            return question
        await store.change_question(connection, campaign_id, question_id, state=state.value)
        act = SHOW_QUESTION if is_shown else HIDE_QUESTION
        await _log(services, connection, actor, campaign_id, act, question_id, question.state, state)
        now = services.clock.now()
        if is_shown:
            await _tell_authors(connection, campaign_id, question, NoticeKind.QUESTION_ASKED, None, now)
        else:
            asker = row["account_id"]
            await _tell_asker(
                connection, campaign_id, question, asker, NoticeKind.QUESTION_HIDDEN, reason, now
            )
        return await require_question(connection, campaign_id, question_id)


async def moderate_answer(
    services: Services,
    campaign_id: CampaignId,
    question_id: int,
    *,
    is_shown: bool,
    reason: Text | None = None,
    version: str | None = None,
    actor: Actor | None = None,
) -> Question:
    """Show an answer and tell asker and followers, or hide it and tell the authors why (D6).

    ``version`` is the ``answer_version`` that was read: its author may have replaced it meanwhile, which is
    refused as ``answer-changed``.

    ``actor`` is ``None`` for the operator's command.

    Raises:
        RuleViolation: ``office-forbidden``; ``question-unknown`` where there is no answer;
            ``reason-missing``, ``text-too-long`` or ``text-holds-iin``.
    """
    async with services.database.write() as connection:
        await _require_may(services, connection, actor, campaign_id)
        state = _state(is_shown=is_shown, reason=reason)
        row = await store.get_question(connection, campaign_id, question_id, lock=True)
        if row is None or row["answer"] is None:
            raise refuse(Refusal.QUESTION_UNKNOWN)
        question = store.read_question(row)
        if version is not None and version != question.answer_version:
            raise refuse(Refusal.ANSWER_CHANGED)
        if question.answer_state is state:
            return question
        await store.change_question(connection, campaign_id, question_id, answer_state=state.value)
        act = SHOW_ANSWER if is_shown else HIDE_ANSWER
        await _log(services, connection, actor, campaign_id, act, question_id, question.answer_state, state)
        told = connection, campaign_id, question, row["account_id"], reason, services.clock.now()
        await _tell_of_answer(*told, is_shown=is_shown)
        return await require_question(connection, campaign_id, question_id)


async def _tell_of_answer(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    question: Question,
    asker: int | None,
    reason: Text | None,
    now: datetime,
    *,
    is_shown: bool,
) -> None:
    """Tell asker and followers what was answered, or the authors why it is hidden."""
    if is_shown:
        kind = NoticeKind.QUESTION_ANSWERED
        await _tell_asker(connection, campaign_id, question, asker, kind, None, now)
        await _tell_followers(connection, campaign_id, question, kind, now)
    else:
        await _tell_authors(connection, campaign_id, question, NoticeKind.ANSWER_HIDDEN, reason, now)


async def _require_may(
    services: Services, connection: AsyncConnection, actor: Actor | None, campaign_id: CampaignId
) -> None:
    if actor is not None:
        await require_right(services, connection, actor, campaign_id, OfficeAct.MODERATE)


async def _log(
    services: Services,
    connection: AsyncConnection,
    actor: Actor | None,
    campaign_id: CampaignId,
    act: str,
    question_id: int,
    former: QuestionState | None,
    state: QuestionState,
) -> None:
    before, after = {"state": former.value if former is not None else None}, {"state": state.value}
    await log_act(services, connection, actor, campaign_id, act, str(question_id), before=before, after=after)


def _state(*, is_shown: bool, reason: Text | None) -> QuestionState:
    if is_shown:
        return QuestionState.SHOWN
    Verdict(reasons=tuple(reason_reasons(reason))).enforce()
    return QuestionState.HIDDEN


def _about(campaign_id: CampaignId, question: Question) -> str:
    """Return what a notice is about: another answer to the same question is told anew."""
    answered = question.answered_at.isoformat() if question.answered_at is not None else ""
    return f"{campaign_id.campaign}:{question.question_id}:{answered}"


def _facts(question: Question, reason: Text | None) -> dict[str, int | str]:
    why = {"reason_kk": reason.kk, "reason_ru": reason.ru} if reason is not None else {}
    return {"number": question.number, "question": question.question_id, **why}


async def _tell_authors(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    question: Question,
    kind: NoticeKind,
    reason: Text | None,
    now: datetime,
) -> None:
    await outbox.write_to(
        connection,
        campaign_id,
        audience.writes(campaign_id, question.number),
        kind=kind.value,
        about=_about(campaign_id, question),
        facts=_facts(question, reason),
        due_at=now,
    )


async def _tell_followers(
    connection: AsyncConnection, campaign_id: CampaignId, question: Question, kind: NoticeKind, now: datetime
) -> None:
    await outbox.write_to(
        connection,
        campaign_id,
        audience.follows_only(campaign_id, question.number),
        kind=kind.value,
        about=_about(campaign_id, question),
        facts=_facts(question, None),
        due_at=now,
    )


async def _tell_asker(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    question: Question,
    asker: int | None,
    kind: NoticeKind,
    reason: Text | None,
    now: datetime,
) -> None:
    if asker is None:
        return
    await outbox.write_notice(
        connection,
        campaign_id,
        notice_id=f"{kind}:{_about(campaign_id, question)}:{asker}",
        account_id=asker,
        kind=kind.value,
        facts=_facts(question, reason),
        due_at=now,
    )
