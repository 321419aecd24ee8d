"""Questions about a proposal and their answers: read by somebody before anybody else sees them (D6)."""

import pytest

from core.model.discussion import Question, QuestionState
from core.model.language import Language, Text
from core.model.refusals import Refusal
from core.usecases.discussion.card import ProposalCard, proposal_card
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask, get_question
from core.usecases.following.following import follow
from tests.support.proposals import INTAKE, REASON, account_of, author, refusal_of, registered, told
from tests.support.town import CAMPAIGN, Town

STRANGER = 7900
SAID = "Орындықтың арқалығы бола ма?"
ANSWERED = "Иә, төртеуінде де болады."


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def asked(town: Town, account: int, number: int, text: str = SAID) -> Question:
    """Ask a question in Kazakh."""
    return await ask(town.services, CAMPAIGN, account, number, text=text, language=Language.KAZAKH)


async def shown(town: Town, account: int, number: int) -> Question:
    """Ask a question that the moderator shows."""
    question = await asked(town, account, number)
    return await moderate_question(town.services, CAMPAIGN, question.question_id, is_shown=True)


async def seen(town: Town, account: int, number: int) -> ProposalCard:
    """Return the card as the account sees it."""
    return await proposal_card(town.services, CAMPAIGN, account, number)


async def test_a_question_waits_until_somebody_has_read_it(town: Town) -> None:
    """Nobody sees it before; then the author is told and answers, and asker and followers hear [D6]."""
    number = await registered(town, 0)
    asker, follower = await author(town, 1), await author(town, 2)
    await follow(town.services, CAMPAIGN, follower, number)
    question = await asked(town, asker, number)
    assert (await seen(town, follower, number)).questions == ()
    assert (await seen(town, asker, number)).waiting == 1
    assert await refusal_of(get_question(town.services, CAMPAIGN, question.question_id)) is (
        Refusal.QUESTION_UNKNOWN
    )
    await moderate_question(town.services, CAMPAIGN, question.question_id, is_shown=True)
    assert await told(town, "question-asked") == [account_of(0)]
    await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text=ANSWERED)
    assert [each.answer for each in (await seen(town, follower, number)).questions] == [None]
    for _ in range(2):
        await moderate_answer(town.services, CAMPAIGN, question.question_id, is_shown=True)
    found = (await seen(town, STRANGER, number)).questions
    assert [(each.text, each.answer) for each in found] == [(SAID, ANSWERED)]
    assert await told(town, "question-answered") == [asker, follower]


async def test_a_hidden_question_is_explained_and_asked_anew(town: Town) -> None:
    """The asker reads why; the author never hears of it; other words may be tried [D6] [P7]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    question = await asked(town, asker, number)
    hide = moderate_question
    for reason in (None, Text(kk="Балағат сөз бар.", ru="")):
        refusal = await refusal_of(
            hide(town.services, CAMPAIGN, question.question_id, is_shown=False, reason=reason)
        )
        assert refusal is Refusal.REASON_MISSING
    for _ in range(2):
        await hide(town.services, CAMPAIGN, question.question_id, is_shown=False, reason=REASON)
    assert await told(town, "question-hidden") == [asker]
    assert await told(town, "question-asked") == []
    assert (await seen(town, asker, number)).questions == ()
    refusal = await refusal_of(
        answer(town.services, CAMPAIGN, account_of(0), question.question_id, text=ANSWERED)
    )
    assert refusal is Refusal.QUESTION_UNKNOWN
    again = await asked(town, asker, number, "Арқалығы қандай?")
    assert again.question_id != question.question_id


async def test_another_answer_is_not_shown_unread(town: Town) -> None:
    """Replaced between reading and showing: the moderator is told, and reads it first [D6]."""
    number = await registered(town, 0)
    question = await shown(town, await author(town, 1), number)
    versions = []
    for text in (ANSWERED, "Жарнама: t.me/casino"):
        given = await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text=text)
        versions.append(given.answer_version)
    showing = [
        moderate_answer(town.services, CAMPAIGN, question.question_id, is_shown=True, version=version)
        for version in versions
    ]
    assert await refusal_of(showing[0]) is Refusal.ANSWER_CHANGED
    assert (await showing[1]).answer_state is QuestionState.SHOWN


async def test_a_hidden_answer_may_be_given_anew(town: Town) -> None:
    """The author reads why and answers again; each hiding is told; a shown answer stays [D6]."""
    number = await registered(town, 0)
    question = await shown(town, await author(town, 1), number)
    for text in (ANSWERED, "Болады."):
        town.wait(minutes=1)
        await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text=text)
        await moderate_answer(town.services, CAMPAIGN, question.question_id, is_shown=False, reason=REASON)
    assert await told(town, "answer-hidden") == [account_of(0)] * 2
    await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Иә.")
    await moderate_answer(town.services, CAMPAIGN, question.question_id, is_shown=True)
    refusal = await refusal_of(
        answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Жоқ.")
    )
    assert refusal is Refusal.ANSWER_GIVEN
    kept = await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Иә.")
    assert kept.answer_state is QuestionState.SHOWN


async def test_what_cannot_be_asked(town: Town) -> None:
    """Too long, empty, with an IIN, about one's own, by a stranger: each is refused [D6] [P1]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    for text, refusal in (
        ("а" * 501, Refusal.TEXT_TOO_LONG),
        ("  ", Refusal.TEXT_TOO_LONG),
        ("ЖСН 990101200007 кімдікі?", Refusal.TEXT_HOLDS_IIN),
    ):
        assert await refusal_of(asked(town, account, number, text)) is refusal
    assert await refusal_of(asked(town, account_of(0), number)) is Refusal.QUESTION_OWN
    assert await refusal_of(asked(town, STRANGER, number)) is Refusal.DISCUSSION_NOT_VERIFIED
    question = await shown(town, account, number)
    for text, refusal in (("а" * 1001, Refusal.TEXT_TOO_LONG), ("990101200007", Refusal.TEXT_HOLDS_IIN)):
        said = answer(town.services, CAMPAIGN, account_of(0), question.question_id, text=text)
        assert await refusal_of(said) is refusal
    foreign = answer(town.services, CAMPAIGN, account, question.question_id, text=ANSWERED)
    assert await refusal_of(foreign) is Refusal.QUESTION_UNKNOWN


async def test_three_questions_may_wait(town: Town) -> None:
    """The same words are one question; a fourth waits until one of three has been read [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    questions = [await asked(town, account, number, f"{SAID} {place}") for place in (1, 2, 3, 3)]
    assert len({question.question_id for question in questions}) == 3
    assert await refusal_of(asked(town, account, number)) is Refusal.QUESTIONS_WAITING
    await moderate_question(town.services, CAMPAIGN, questions[0].question_id, is_shown=True)
    await asked(town, account, number)
