"""Consent, what is kept, what is forgotten (M1)."""

import json
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import select

from core.model.language import Language
from core.model.person import Verification
from core.model.proposal import Estimate, EstimateLine
from core.model.reminder import ReminderManner
from core.model.vote import Counted
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.store import discussion, erasure
from core.store import proposal as proposals
from core.store.files import draft_use, file_use
from core.usecases.browsing.listing import Filters, get_filters, keep_filters
from core.usecases.discussion.merging import offer
from core.usecases.discussion.moderating import moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.discussion.support import support
from core.usecases.following.following import follow
from core.usecases.place.account import choose_language, see
from core.usecases.privacy.consent import give_consent, has_consent
from core.usecases.privacy.forgetting import forget
from core.usecases.privacy.mydata import exported, my_data
from core.usecases.proposal.drafting import change
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.reminder.manner import get_manner, set_manner
from core.usecases.review.deciding import decide
from core.usecases.verification.person import current_person, finish
from core.usecases.voting.asking import ask_whether_counted
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import (
    COMPLETE,
    INTAKE,
    account_of,
    decided,
    registered,
    submitted,
    told,
    written,
)
from tests.support.town import CAMPAIGN, Town

ACCOUNT = 7001


async def test_consent_is_asked_once_and_its_first_language_stands(town: Town) -> None:
    """Agreeing again in the other language changes nothing of the record [M1]."""
    await see(town.services, ACCOUNT)
    assert not await has_consent(town.services, CAMPAIGN, ACCOUNT)
    await town.settle(ACCOUNT)
    given = town.clock.now()
    town.wait(hours=1)
    await give_consent(town.services, CAMPAIGN, ACCOUNT, Language.RUSSIAN)
    kept = await my_data(town.services, ACCOUNT)
    assert kept is not None
    assert [(item.given_at, item.language) for item in kept.consents] == [(given, Language.KAZAKH)]


async def test_stranger_has_no_data(town: Town) -> None:
    """Whoever never wrote to the bot has nothing kept [M1]."""
    assert await my_data(town.services, 12345) is None


async def test_everything_kept_is_shown(town: Town) -> None:
    """Language, place, filters, consent, link, code and that a vote was counted: all of it is said [M1]."""
    await town.settle(ACCOUNT)
    await choose_language(town.services, ACCOUNT, Language.RUSSIAN)
    await keep_filters(town.services, CAMPAIGN, ACCOUNT, Filters(direction="greening", words="скамья"))
    await town.by_phone(ACCOUNT, 0)
    await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    await town.issue(1)
    await town.by_code(ACCOUNT, 1)
    kept = await my_data(town.services, ACCOUNT)
    assert kept is not None
    assert (kept.language, kept.campaign, kept.territory) == (Language.RUSSIAN, "semey-demo", "eski-qala")
    assert kept.filters == {"direction": "greening", "words": "скамья"}
    assert len(kept.phones_linked) == 1
    assert len(kept.codes_used) == 1
    assert [(item.campaign, item.verification) for item in kept.took_part] == [
        ("semey-demo", Verification.PHONE)
    ]
    assert "project" not in str(kept).lower()


async def test_forgetting_leaves_what_must_stay(town: Town) -> None:
    """Forgetting takes place, filters, consent and link; the counted vote stays [M1] [P4]."""
    await town.settle(ACCOUNT)
    await keep_filters(town.services, CAMPAIGN, ACCOUNT, Filters(words="скамья"))
    await town.by_phone(ACCOUNT, 0)
    receipt = await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=1, session=None)
    await forget(town.services, ACCOUNT)
    assert await current_person(town.services, CAMPAIGN, ACCOUNT) is None
    assert not await has_consent(town.services, CAMPAIGN, ACCOUNT)
    assert await get_filters(town.services, CAMPAIGN, ACCOUNT) == Filters()
    assert (await see(town.services, ACCOUNT)).campaign_id is None
    await town.settle(ACCOUNT)
    await town.by_phone(ACCOUNT, 0)
    found = await ask_whether_counted(town.services, CAMPAIGN, ACCOUNT)
    assert isinstance(found, Counted)
    assert found.receipt == receipt
    assert await cast_vote(town.services, CAMPAIGN, ACCOUNT, number=2, session=None) == receipt


async def test_what_an_author_leaves_is_shown(town: Town) -> None:
    """Drafts, proposals with name and phone, support, questions, follows: all of it is said [M1]."""
    town.clock.set_to(INTAKE)
    number, other = await submitted(town, 0), await registered(town, 1)
    account = account_of(0)
    await written(town, account, title="Көпір жөндеу")
    await support(town.services, CAMPAIGN, account, other)
    await ask(town.services, CAMPAIGN, account, other, text="Қашан?", language=Language.KAZAKH)
    await follow(town.services, CAMPAIGN, account, other)
    kept = await my_data(town.services, account)
    assert kept is not None
    found = kept.proposals
    assert [item.title for item in found.drafts] == ["Көпір жөндеу"]
    assert [(item.number, item.name, item.phone) for item in found.proposals] == [
        (number, COMPLETE.author.name, COMPLETE.author.phone)
    ]
    assert [item.number for item in found.supported] == [other]
    assert [(item.number, item.text) for item in found.questions] == [(other, "Қашан?")]
    assert [item.number for item in found.followed] == [other]
    assert found.of_others == 0
    facts = json.loads(exported(kept))
    assert facts["proposals"]["proposals"][0]["status"] == "submitted"


async def test_the_file_has_every_word_of_an_author(town: Town) -> None:
    """Each version, each draft, answers and offers stand in it as they are kept [M1] [B6] [D6]."""
    town.clock.set_to(INTAKE)
    line = EstimateLine(item="Асфальт, м²", quantity=Decimal("120.5"), price=6_500)
    number = await submitted(town, 0, estimate=Estimate(lines=(line,)))
    account = account_of(0)
    await decided(town, number, ReviewAct.RETURN)
    rework = await open_rework(town.services, CAMPAIGN, account, number)
    await change(
        town.services, CAMPAIGN, account, rework.draft_id, lambda known: replace(known, title="Жаңа атау")
    )
    await submit(town.services, CAMPAIGN, account, rework.draft_id)
    await decided(town, number, ReviewAct.REGISTER)
    other = await registered(town, 1)
    await ask(town.services, CAMPAIGN, account_of(1), number, text="Қашан?", language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=True)
    await answer(town.services, CAMPAIGN, account, 1, text="Көктемде.")
    await offer(town.services, CAMPAIGN, account, number, other)
    await written(town, account, description="Ескі көпір.")
    kept = await my_data(town.services, account)
    assert kept is not None
    facts = json.loads(exported(kept))["proposals"]
    (mine,) = facts["proposals"]
    assert [each["title"] for each in mine["versions"]] == [COMPLETE.title, "Жаңа атау"]
    assert mine["versions"][0]["estimate"]["lines"][0]["quantity"] == "120.5"
    assert [each["contents"]["description"] for each in facts["drafts"]] == ["Ескі көпір."]
    assert [(each["number"], each["text"]) for each in facts["answers"]] == [(number, "Көктемде.")]
    assert [(each["number"], each["into"]) for each in facts["offers"]] == [(number, other)]


async def test_a_rework_is_its_authors_alone(town: Town) -> None:
    """Whoever takes the telephone after a code session reads nothing of the other's rework [M1] [E2]."""
    town.clock.set_to(INTAKE)
    await town.settle(ACCOUNT)
    await town.issue(2)
    await town.by_code(ACCOUNT, 2)
    draft_id = await written(town, ACCOUNT)
    number = (await submit(town.services, CAMPAIGN, ACCOUNT, draft_id)).number
    await decided(town, number, ReviewAct.RETURN)
    await open_rework(town.services, CAMPAIGN, ACCOUNT, number)
    mine = await my_data(town.services, ACCOUNT)
    assert mine is not None
    assert len(mine.proposals.drafts) == 1
    await finish(town.services, CAMPAIGN, ACCOUNT)
    theirs = await my_data(town.services, ACCOUNT)
    assert theirs is not None
    assert theirs.proposals.drafts == ()


async def test_a_shared_telephone_tells_nothing_of_the_others(town: Town) -> None:
    """What somebody else has submitted by a code from this account is counted, not shown [M1] [E2]."""
    town.clock.set_to(INTAKE)
    await town.settle(ACCOUNT)
    await town.issue(2, 3)
    await town.by_code(ACCOUNT, 2)
    draft_id = await written(town, ACCOUNT)
    await submit(town.services, CAMPAIGN, ACCOUNT, draft_id)
    mine = await my_data(town.services, ACCOUNT)
    await town.by_code(ACCOUNT, 3)
    theirs = await my_data(town.services, ACCOUNT)
    assert mine is not None
    assert theirs is not None
    assert (len(mine.proposals.proposals), mine.proposals.of_others) == (1, 0)
    assert (theirs.proposals.proposals, theirs.proposals.of_others) == ((), 1)


async def test_forgetting_keeps_what_others_decide_on(town: Town) -> None:
    """Drafts with their files, follows and open questions go; the proposal stays without its account [M1]."""
    town.clock.set_to(INTAKE)
    number, other = await registered(town, 0), await registered(town, 1)
    account = account_of(0)
    draft_id = await written(town, account, title="Көпір жөндеу")
    await set_manner(town.services, account, ReminderManner.NEVER)
    await support(town.services, CAMPAIGN, account, other)
    for text in ("Қашан?", "Қайда?"):
        await ask(town.services, CAMPAIGN, account, other, text=text, language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, 1, is_shown=True)
    await answer(town.services, CAMPAIGN, account_of(1), 1, text="Көктемде.")
    await follow(town.services, CAMPAIGN, account, other)
    for _ in range(2):
        await forget(town.services, account)
    async with town.services.database.read() as connection:
        uses = await connection.execute(
            select(file_use.c.digest).where(file_use.c.used_by == draft_use(CAMPAIGN, draft_id))
        )
        assert list(uses) == []
        assert await erasure.list_linked(connection, account) == []
        assert await discussion.count_support(connection, CAMPAIGN) == {other: 1}
        assert [row["text"] for row in await discussion.list_questions(connection, CAMPAIGN)] == ["Қашан?"]
    assert await get_manner(town.services, account) is ReminderManner.EACH
    await decide(town.services, CAMPAIGN, number, Decision(act=ReviewAct.ADMIT))
    assert await told(town, "proposal-decided") == [account_of(1)]
    await town.settle(account)
    await town.by_phone(account, 0)
    kept = await my_data(town.services, account)
    assert kept is not None
    assert [(item.number, item.name) for item in kept.proposals.proposals] == [(number, COMPLETE.author.name)]
    assert (kept.proposals.drafts, kept.proposals.followed) == ((), ())


async def test_a_session_by_code_forgets_the_owner_of_the_telephone_too(town: Town) -> None:
    """Whose link goes, of him nothing is left that only the link could find again [M1] [E2]."""
    town.clock.set_to(INTAKE)
    number = await submitted(town, 0)
    account = account_of(0)
    await withdraw(town.services, CAMPAIGN, account, number)
    await town.issue(2)
    await town.by_code(account, 2)
    await forget(town.services, account)
    async with town.services.database.read() as connection:
        contents = await proposals.get_contents(connection, CAMPAIGN, number, 1)
    assert contents is not None
    assert (contents.author.name, contents.author.phone) == (None, None)


async def test_a_withdrawn_proposal_forgets_its_author(town: Town) -> None:
    """Nobody decides on it any more: name, telephone and every unread word go [M1] [B6]."""
    town.clock.set_to(INTAKE)
    number = await submitted(town, 0)
    await withdraw(town.services, CAMPAIGN, account_of(0), number)
    await forget(town.services, account_of(0))
    async with town.services.database.read() as connection:
        contents = await proposals.get_contents(connection, CAMPAIGN, number, 1)
    assert contents is not None
    assert (contents.author.name, contents.author.phone) == (None, None)
    assert (contents.title, contents.description, contents.landmark) == (None, None, None)
