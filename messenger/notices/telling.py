"""What a notice says: kind and facts of the outbox become a text and buttons in the person's language.

Separate from the sending, because facts are read anew at that moment and each kind has its own telling.
"""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from core.language.locales import Locales, Words
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.place import account
from core.usecases.services import Services
from messenger.notices import (
    amendment,
    appeal,
    concern,
    council,
    digest,
    discussion,
    following,
    outcome,
    papers,
    proposal,
    reminder,
    result,
    verification,
)
from messenger.notices.rendered import Rendered

Telling = Callable[[Services, Words, Notice], Awaitable[Rendered | None]]


async def _tell_digest(services: Services, words: Words, notice: Notice) -> Rendered | None:
    return await digest.render(services, words, notice, _tell)


async def _tell(services: Services, words: Words, notice: Notice) -> Rendered | None:
    return await TELLINGS[notice.kind](services, words, notice)


TELLINGS: Mapping[NoticeKind, Telling] = MappingProxyType(
    {
        NoticeKind.LINK_MOVED: verification.render,
        NoticeKind.VOTE_COUNTED: concern.render_counted,
        NoticeKind.VOTE_ASKED: concern.render_asked,
        NoticeKind.CASE_CLOSED: concern.render_closed,
        NoticeKind.OUTCOME: outcome.render,
        NoticeKind.PROPOSAL_DECIDED: proposal.render,
        NoticeKind.PROJECT_NEWS: following.render,
        NoticeKind.QUESTION_ASKED: discussion.render_question,
        NoticeKind.QUESTION_HIDDEN: discussion.render_question,
        NoticeKind.QUESTION_ANSWERED: discussion.render_question,
        NoticeKind.ANSWER_HIDDEN: discussion.render_question,
        NoticeKind.MERGE_OFFERED: discussion.render_merging,
        NoticeKind.MERGE_SETTLED: discussion.render_merging,
        NoticeKind.PROJECT_RESULT: following.render_result,
        NoticeKind.RESULT_DECIDED: result.render,
        NoticeKind.PAPERS_RECEIVED: papers.render,
        NoticeKind.APPEAL_ENTERED: appeal.render_entered,
        NoticeKind.APPEAL_DISMISSED: appeal.render_dismissed,
        NoticeKind.APPEAL_NEWS: appeal.render_news,
        NoticeKind.STAGE_OPENED: reminder.render,
        NoticeKind.DRAFT_DUE: reminder.render,
        NoticeKind.REWORK_DUE: reminder.render,
        NoticeKind.VOTE_DUE: reminder.render,
        NoticeKind.COUNCIL_DUE: council.render,
        NoticeKind.STAGE_EXTENDED: amendment.render,
        NoticeKind.TERRITORIES_MERGED: amendment.render,
        NoticeKind.PROJECT_STOPPED: amendment.render,
        NoticeKind.DIGEST: _tell_digest,
    }
)
"""How each kind is told: a test asks that none is missing."""


async def render(services: Services, locales: Locales, notice: Notice) -> Rendered | None:
    """Return the notice in its reader's language; ``None`` where there is nothing left to tell.

    Raises:
        RuleViolation: where what it is about is gone.
    """
    viewer = await account.see(services, notice.account_id)
    return await _tell(services, locales.words(viewer.speaks), notice)
