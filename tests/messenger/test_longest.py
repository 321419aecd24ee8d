"""The longest that people may write, in every notice that repeats it: Telegram takes each of them (P5)."""

from collections.abc import AsyncIterator

import pytest

from core.language.markup import plain
from core.model.language import Language, Text
from core.model.reminder import ReminderManner
from core.rules.discussion import ANSWER_AT_MOST, QUESTION_AT_MOST
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.discussion.merging import offer, settle
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.following.following import follow
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.notice.sending import claim
from core.usecases.place.account import choose_language
from core.usecases.reminder.manner import set_manner
from core.usecases.reminder.planning import plan
from messenger.notices.telling import render
from tests.support.front import strict_locales
from tests.support.proposals import (
    INTAKE,
    LONGEST,
    account_of,
    author,
    decided,
    registered,
    submitted,
    written,
)
from tests.support.reminding import remind
from tests.support.town import CAMPAIGN, Town

MESSAGE = 4096
"""Telegram's limit of a message, in characters."""

SCREEN = 900
"""Characters that a phone shows without scrolling; only a whole reason may take more."""

FOLLOWER = 7800
REASON = Text(kk="ә " * (REASON_AT_MOST // 2), ru="я " * (REASON_AT_MOST // 2))
REASONED = frozenset(
    {
        NoticeKind.PROPOSAL_DECIDED,
        NoticeKind.PROJECT_NEWS,
        NoticeKind.QUESTION_HIDDEN,
        NoticeKind.ANSWER_HIDDEN,
    }
)


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def lengths(town: Town, notices: list[Notice]) -> AsyncIterator[tuple[NoticeKind, int]]:
    """Yield how long each notice is, in both languages."""
    for language in Language:
        for notice in notices:
            await choose_language(town.services, notice.account_id, language)
            rendered = await render(town.services, strict_locales(), notice)
            assert rendered is not None
            yield notice.kind, len(plain(rendered.text))


async def assert_all_fit(town: Town, notices: list[Notice], *kinds: NoticeKind) -> None:
    """Assert that these kinds are among the notices, and that a phone shows each of them."""
    assert {notice.kind for notice in notices} >= set(kinds)
    found = [each async for each in lengths(town, notices)]
    assert [each for each in found if each[1] > MESSAGE] == []
    assert [each for each in found if each[0] not in REASONED and each[1] > SCREEN] == []


@pytest.mark.parametrize("act", [ReviewAct.RETURN, ReviewAct.REFUSE, ReviewAct.ADMIT])
async def test_a_decision_with_the_longest_reason(town: Town, act: ReviewAct) -> None:
    """The author reads the whole reason, a follower too; nothing is held back for its length [B4] [P7]."""
    is_first = act is ReviewAct.RETURN
    number = await (submitted if is_first else registered)(town, 0, **LONGEST)
    await town.settle(FOLLOWER)
    if not is_first:
        await follow(town.services, CAMPAIGN, FOLLOWER, number)
    await decided(town, number, act, reason=REASON)
    notices = await claim(town.services, 50)
    news = () if is_first else (NoticeKind.PROJECT_NEWS,)
    await assert_all_fit(town, [*notices], NoticeKind.PROPOSAL_DECIDED, *news)


async def test_the_longest_talk(town: Town) -> None:
    """Questions, answers, mergings, each as long as it may be, with the longest titles [D6]."""
    first, second = await registered(town, 0, **LONGEST), await registered(town, 1, **LONGEST)
    asker = await author(town, 2)
    texts = ("ә " * (QUESTION_AT_MOST // 2), "я" * QUESTION_AT_MOST)
    for question_id, text in enumerate(texts, start=1):
        await ask(town.services, CAMPAIGN, asker, first, text=text, language=Language.KAZAKH)
        await moderate_question(town.services, CAMPAIGN, question_id, is_shown=True)
        await answer(town.services, CAMPAIGN, account_of(0), question_id, text="я" * ANSWER_AT_MOST)
    await offer(town.services, CAMPAIGN, account_of(0), first, second)
    asked = NoticeKind.QUESTION_ASKED
    await assert_all_fit(town, [*await claim(town.services, 50)], asked, NoticeKind.MERGE_OFFERED)
    await moderate_answer(town.services, CAMPAIGN, 1, is_shown=True)
    await moderate_answer(town.services, CAMPAIGN, 2, is_shown=False, reason=REASON)
    await settle(town.services, CAMPAIGN, account_of(1), first, second, agrees=True)
    kinds = (NoticeKind.QUESTION_ANSWERED, NoticeKind.ANSWER_HIDDEN, NoticeKind.MERGE_SETTLED)
    await assert_all_fit(town, [*await claim(town.services, 50)], *kinds)
    await ask(town.services, CAMPAIGN, asker, second, text="ә" * QUESTION_AT_MOST, language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, 3, is_shown=False, reason=REASON)
    await assert_all_fit(town, [*await claim(town.services, 50)], NoticeKind.QUESTION_HIDDEN)


@pytest.mark.parametrize(
    ("manner", "kind"),
    [(ReminderManner.EACH, NoticeKind.DRAFT_DUE), (ReminderManner.DAILY, NoticeKind.DIGEST)],
)
async def test_reminders_of_what_a_message_can_just_carry(
    town: Town, manner: ReminderManner, kind: NoticeKind
) -> None:
    """A draft keeps even a title that is refused; its reminder is as short as any other [G1] [B2]."""
    await town.settle(FOLLOWER)
    await set_manner(town.services, FOLLOWER, manner)
    for title in ("ә" * MESSAGE, "ә " * (MESSAGE // 2), "я" * 200):
        await written(town, FOLLOWER, pictures=0, title=title)
    first = await remind(town, "10-07 10:00")
    town.wait(minutes=1)
    await plan(town.services)
    await assert_all_fit(town, [*first, *await claim(town.services, 50)], kind)
