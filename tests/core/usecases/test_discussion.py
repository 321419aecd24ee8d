"""Talking about proposals: support, questions and answers, the list and the card (D6)."""

from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.model.discussion import Question, QuestionState
from core.model.language import Language, Text
from core.model.proposal import Author, ProposalStatus
from core.model.refusals import Refusal, RuleViolation
from core.model.stage import Stage
from core.rules.review import ReviewAct
from core.store.outbox import outbox
from core.usecases.discussion.card import ProposalCard, proposal_card
from core.usecases.discussion.listing import ProposalFilter, ProposalOrder, Whose, list_proposals
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask, get_question
from core.usecases.discussion.support import support, withdraw_support
from core.usecases.following.following import Followed, follow, is_following, list_followed, unfollow
from core.usecases.place.choosing import require_rulebook
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import INTAKE, REASON, account_of, author, decided, registered, submitted
from tests.support.town import CAMPAIGN, OPEN, Town

STRANGER = 7900
SAID = "Орындықтың арқалығы бола ма?"
ANSWERED = "Иә, төртеуінде де болады."


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def refusal_of(awaited: Coroutine[Any, Any, object]) -> Refusal:
    """Return why a use case refuses."""
    with pytest.raises(RuleViolation) as caught:
        await awaited
    return caught.value.refusal


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


async def told(town: Town, kind: str) -> list[int]:
    """Return to whom notices of a kind are queued."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(outbox.c.account_id).where(outbox.c.kind == kind).order_by(outbox.c.account_id)
        )
        return list(rows.scalars())


async def closing(town: Town) -> datetime:
    """Return the first instant after the discussion."""
    window = (await require_rulebook(town.services, CAMPAIGN)).window(Stage.DISCUSSION)
    assert window is not None
    return window.closes


async def test_support_counts_a_person_once(town: Town) -> None:
    """By telephone and by code, twice and again: one person is one supporter, and can go back [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    assert [await support(town.services, CAMPAIGN, account, number) for _ in range(2)] == [1, 1]
    await town.settle(STRANGER)
    await town.issue(1, 2)
    await town.by_code(STRANGER, 1)
    assert await support(town.services, CAMPAIGN, STRANGER, number) == 1
    await town.by_code(STRANGER, 2)
    assert await support(town.services, CAMPAIGN, STRANGER, number) == 2
    assert [await withdraw_support(town.services, CAMPAIGN, account, number) for _ in range(2)] == [1, 1]
    assert not (await seen(town, account, number)).has_supported


async def test_support_is_for_others_who_are_known(town: Town) -> None:
    """One's own proposal, a stranger, and what nobody has read yet are refused, each with its reason [D6]."""
    number = await registered(town, 0)
    unread = await submitted(town, 1)
    await town.settle(STRANGER)
    for account, of, refusal in (
        (account_of(0), number, Refusal.SUPPORT_OWN),
        (STRANGER, number, Refusal.DISCUSSION_NOT_VERIFIED),
        (account_of(0), unread, Refusal.PROPOSAL_UNKNOWN),
        (account_of(0), unread + 1, Refusal.PROPOSAL_UNKNOWN),
    ):
        assert await refusal_of(support(town.services, CAMPAIGN, account, of)) is refusal


async def test_support_has_its_time(town: Town) -> None:
    """Before the last instant it counts, from the end on it is refused with the days [D6] [A2]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    town.clock.set_to(await closing(town) - timedelta(seconds=1))
    assert await support(town.services, CAMPAIGN, account, number) == 1
    town.clock.set_to(await closing(town))
    for late in (support, withdraw_support):
        refusal = await refusal_of(late(town.services, CAMPAIGN, account, number))
        assert refusal is Refusal.DISCUSSION_NOT_OPEN
    assert (await seen(town, account, number)).supports == 1


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


async def test_the_card_says_who_only_if_that_is_wished(town: Town) -> None:
    """Name and telephone stay behind; a name is printed where its owner agreed [B2] [P1]."""
    quiet = await registered(town, 0)
    named = Author(kind="resident", name="Айгүл Омарова", phone="77000000001", is_name_public=True)
    open_one = await registered(town, 1, author=named)
    card = await seen(town, STRANGER, quiet)
    assert (card.author_name, card.contents.author) == (None, Author(kind="resident"))
    card = await seen(town, STRANGER, open_one)
    assert (card.author_name, card.contents.author.phone) == ("Айгүл Омарова", None)


async def test_the_card_says_what_can_be_done(town: Town) -> None:
    """A neighbour, the author, a stranger, and anybody after the stage: each sees what is possible [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    neighbour = (await seen(town, account, number)).possible
    assert neighbour.can_support.is_allowed
    assert neighbour.can_ask.is_allowed
    assert neighbour.can_offer_merge.reasons[0].refusal is Refusal.MERGE_WITHOUT_OWN
    own = await seen(town, account_of(0), number)
    assert own.is_own
    assert own.possible.can_support.reasons[0].refusal is Refusal.SUPPORT_OWN
    stranger = (await seen(town, STRANGER, number)).possible
    for verdict in (stranger.can_support, stranger.can_ask, stranger.can_offer_merge):
        assert [reason.refusal for reason in verdict.reasons] == [Refusal.DISCUSSION_NOT_VERIFIED]
    await decided(town, number, ReviewAct.REFUSE)
    town.clock.set_to(await closing(town))
    refused = await seen(town, STRANGER, number)
    assert refused.possible.can_support.reasons[0].refusal is Refusal.DISCUSSION_SETTLED
    assert (refused.status, refused.decided.reason) == (ProposalStatus.REFUSED, REASON)
    assert refused.is_project


async def test_what_nobody_has_read_has_no_card(town: Town) -> None:
    """Submitted, returned, or refused by the clerk: others find nothing, in card and list [D6] [C3]."""
    number = await submitted(town, 0)
    for act in (ReviewAct.RETURN, None):
        assert await refusal_of(seen(town, STRANGER, number)) is Refusal.PROPOSAL_UNKNOWN
        if act is not None:
            await decided(town, number, act)
    other = await submitted(town, 1)
    await decided(town, other, ReviewAct.REFUSE)
    assert await refusal_of(seen(town, STRANGER, other)) is Refusal.PROPOSAL_UNKNOWN
    assert (await list_proposals(town.services, CAMPAIGN, STRANGER)).total == 0


async def test_the_list_is_steady_by_person_and_by_support(town: Town) -> None:
    """Each person has an order of his own that stays; by support the most supported comes first [D6] [D1]."""
    numbers = [await registered(town, person) for person in range(8)]
    loved = numbers[5]
    for person in (0, 1):
        await support(town.services, CAMPAIGN, account_of(person), loved)
    await support(town.services, CAMPAIGN, account_of(2), numbers[6])

    async def listed(account: int, **shown: Any) -> list[int]:
        pages = [
            await list_proposals(town.services, CAMPAIGN, account, page, ProposalFilter(**shown))
            for page in (0, 1)
        ]
        assert [(page.page, page.pages, page.total) for page in pages] == [(0, 2, 8), (1, 2, 8)]
        return [line.number for page in pages for line in page.proposals]

    orders = [tuple(await listed(account)) for account in (7100, 7100, 7101, 7102, 7103)]
    assert orders[0] == orders[1]
    assert len(set(orders)) > 1
    assert all(sorted(order) == numbers for order in orders)
    assert (await listed(7100, order=ProposalOrder.SUPPORT))[:2] == [loved, numbers[6]]
    beyond = await list_proposals(town.services, CAMPAIGN, 7100, 99)
    assert beyond.page == 1


async def test_the_list_is_narrowed(town: Town) -> None:
    """Mine, followed, by territory and by direction: each filter leaves what it says [D6] [D7]."""
    first = await registered(town, 0)
    second = await registered(town, 1, territory="samal-1", direction="greening")
    await follow(town.services, CAMPAIGN, account_of(0), second)
    for shown, numbers in (
        (ProposalFilter(whose=Whose.MINE), [first]),
        (ProposalFilter(whose=Whose.FOLLOWED), [second]),
        (ProposalFilter(territory="samal"), [second]),
        (ProposalFilter(territory="ortalyq", direction="greening"), []),
        (ProposalFilter(direction="greening"), [second]),
    ):
        page = await list_proposals(town.services, CAMPAIGN, account_of(0), 0, shown)
        assert [line.number for line in page.proposals] == numbers
    nobody = await list_proposals(town.services, CAMPAIGN, STRANGER, 0, ProposalFilter(whose=Whose.MINE))
    assert nobody.total == 0


async def test_following_is_chosen_and_left(town: Town) -> None:
    """A project and a proposal are followed by number, once; a number that nobody sees is not [D7]."""
    number = await registered(town, 0)
    unread = await submitted(town, 1)
    await town.settle(STRANGER)
    for each in (number, 1, 1):
        await follow(town.services, CAMPAIGN, STRANGER, each)
    assert await list_followed(town.services, STRANGER) == [
        Followed(campaign_id=CAMPAIGN, number=1),
        Followed(campaign_id=CAMPAIGN, number=number),
    ]
    assert await refusal_of(follow(town.services, CAMPAIGN, STRANGER, unread)) is Refusal.PROPOSAL_UNKNOWN
    await unfollow(town.services, CAMPAIGN, STRANGER, 1)
    assert not await is_following(town.services, CAMPAIGN, STRANGER, 1)
    assert (await seen(town, STRANGER, number)).is_following


async def test_a_vote_follows_nothing(town: Town) -> None:
    """Voting leaves no trace among what an account follows [D7] [E7]."""
    town.clock.set_to(OPEN)
    account = await author(town, 0)
    await cast_vote(town.services, CAMPAIGN, account, number=1, session=None)
    assert await list_followed(town.services, account) == []
    assert not await is_following(town.services, CAMPAIGN, account, 1)
