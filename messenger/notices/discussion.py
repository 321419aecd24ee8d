"""How people are told of questions, answers and mergings that concern them (D6)."""

from core.language.locales import Words
from core.language.shortening import shortened
from core.model.language import Text
from core.rules.discussion import ANSWER_AT_MOST, QUESTION_AT_MOST
from core.usecases.discussion.listing import get_title
from core.usecases.discussion.questions import get_question, get_unread_question
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.services import Services
from messenger.buttons import ProposalButton, labelled
from messenger.notices.rendered import Rendered

QUESTION_TEXTS = (
    "notice-question-asked",
    "notice-question-hidden",
    "notice-question-answered",
    "notice-answer-hidden",
)
MERGE_TEXTS = ("notice-merge-agreed", "notice-merge-declined", "notice-merge-lapsed")

_QUOTED_LENGTH = 150
_ANSWER_LENGTH = 400
"""Characters of an answer that a phone shows with its question; the page behind the button has it whole."""


async def render_question(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say what was asked, answered, or kept from being shown, with the reason.

    Raises:
        RuleViolation: ``question-unknown`` or ``proposal-unknown``, where it is gone or hidden meanwhile.
    """
    is_public = notice.kind in {NoticeKind.QUESTION_ASKED, NoticeKind.QUESTION_ANSWERED}
    read = get_question if is_public else get_unread_question
    question = await read(services, notice.campaign_id, notice.facts["question"])
    # The author of an answer reads all of what was asked; everybody else has it behind the button.
    room = QUESTION_AT_MOST if notice.kind is NoticeKind.QUESTION_ASKED else _QUOTED_LENGTH
    reason = Text(kk=notice.facts.get("reason_kk", ""), ru=notice.facts.get("reason_ru", ""))
    text = words(
        f"notice-{notice.kind.value}",
        number=question.number,
        title=await get_title(services, notice.campaign_id, question.number),
        question=shortened(question.text, room),
        answer=shortened(question.answer or "", _ANSWER_LENGTH),
        reason=reason,
        most=ANSWER_AT_MOST,
    )
    return _with_button(words, notice, question.number, text)


async def render_merging(services: Services, words: Words, notice: Notice) -> Rendered:
    """Say who wants to merge with whom, or what became of it.

    Raises:
        RuleViolation: ``proposal-unknown`` where one of the two is gone.
    """
    facts = notice.facts
    is_offer = notice.kind is NoticeKind.MERGE_OFFERED
    text = words(
        "notice-merge-offered" if is_offer else f"notice-merge-{facts['state']}",
        number=facts["number"],
        title=await get_title(services, notice.campaign_id, facts["number"]),
        into=facts["into"],
        into_title=await get_title(services, notice.campaign_id, facts["into"]),
    )
    return _with_button(words, notice, facts["opens"], text)


def _with_button(words: Words, notice: Notice, number: int, text: str) -> Rendered:
    there = ProposalButton(campaign=notice.campaign_id.campaign, number=number)
    return Rendered(text=text, keyboard=labelled((words("button-proposal-open"), there)))
