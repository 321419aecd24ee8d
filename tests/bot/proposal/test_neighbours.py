"""A walk of two neighbours who want nearly the same: one is decided on, the other joins; golden files.

Separate from the walks of one person, because what one of them does the other reads.
"""

from dataclasses import dataclass

import pytest

from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.rules.review import ReviewAct
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.proposal.mine import my_proposal
from core.usecases.review.reading import list_waiting
from sandbox.client import View
from tests.bot.proposal.applicant import Applicant, without_chance
from tests.bot.proposal.said import TO_MEND
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.telling import tell
from tests.bot.walking import told
from tests.support.proposals import decided
from tests.support.reminding import at
from tests.support.town import CAMPAIGN, phone_of

THIRD = 1004
FIRST_NUMBER, THIRD_NUMBER = 44, 45
PROJECT = 7
"""A project of the ballot that the author follows."""

NEIGHBOURS = [(AIGUL, Language.KAZAKH, "Ерлан"), (IGOR, Language.RUSSIAN, "Елена")]


@dataclass
class Yard:
    """Both neighbours before their phones; the clock of the campaign moves between what they do."""

    street: Street
    author: Applicant
    third: Applicant

    def wait_until(self, written: str) -> None:
        """Let the time come: ``09-12 18:00``."""
        self.street.town.clock.set_to(at(written))

    async def decide(self, number: int, act: ReviewAct) -> None:
        """Play clerk and council; the worker tells what they decided."""
        reason = {"reason": TO_MEND} if act is ReviewAct.RETURN else {}
        await decided(self.street.town, number, act, **reason)
        await tell(self.street)

    async def open_notice(self, walker: Applicant, expected: str) -> View:
        """Read the newest notice and press its button."""
        view = await walker.person.chat()
        assert expected in view.text
        return await walker.tap("button-proposal-open")


async def write_from_nothing(author: Applicant) -> None:
    """Answer every question of an application, and verify when it is submitted."""
    await author.tap("button-propose")
    await author.tap("button-proposal-scratch")
    await author.press("7")
    await author.send(author.says.bench_title)
    await author.send(author.says.bench_story)
    await author.choose("📍")
    await author.send(author.says.bench_place)
    await author.here()
    await author.send(author.says.cost)
    await author.tap("button-proposal-sum-yes")
    await author.tap("button-proposal-next")
    await author.photo(0)
    await author.tap("button-proposal-next")
    await author.press(author.says.kind)
    await author.send(author.says.name)
    await author.own_number()
    await author.tap("button-proposal-next")
    await author.agree()
    await author.tap("button-proposal-submit")
    await author.verify("button-verification-draft")
    await author.tap("button-proposal-submit")
    await author.tap("button-proposal-submitted")


async def mend(yard: Yard) -> None:
    """Returned with a reason, mended on the next day, registered: told of each."""
    author, reason = yard.author, TO_MEND.in_language(yard.author.language)
    yard.wait_until("09-11 15:00")
    await yard.decide(FIRST_NUMBER, ReviewAct.RETURN)
    await yard.open_notice(author, reason)
    yard.wait_until("09-12 18:00")
    await author.tap("button-mine-rework")
    await author.tap("button-proposal-step-place")
    await author.send(author.says.bench_place_mended)
    await author.tap("button-proposal-submit")
    yard.wait_until("09-14 10:00")
    await yard.decide(FIRST_NUMBER, ReviewAct.REGISTER)
    await yard.open_notice(author, author.shown("discussion-status-registered").split(",")[0])


async def think_of_something_else(author: Applicant) -> None:
    """Begin a second idea, read that one author has one place, throw it away; follow a project instead."""
    await author.tap("button-mine-all")
    await author.tap("button-proposal-new")
    await author.tap("button-proposal-models")
    await author.choose(author.says.other_model)
    await author.tap("button-proposal-take-model")
    view = await author.tap("button-proposal-preview")
    assert author.shown("refusal-second-proposal", number=FIRST_NUMBER, most=1) in view.text
    await author.tap("button-proposal-discard")
    await author.tap("button-proposal-discard-yes")
    await author.send("/projects")
    await author.send(str(PROJECT))
    await author.tap("button-following-begin")


async def find_the_first(third: Applicant) -> None:
    """Write nearly the same in one message, and be shown what is there already."""
    await third.photo(1, third.says.similar)
    await third.tap("button-proposal-sum-yes")
    await third.press(third.says.kind)
    await third.tap("button-proposal-next")
    view = await third.agree()
    shown = {"number": FIRST_NUMBER, "title": third.says.bench_title}
    assert third.shown("proposal-warning-similar", **shown) in view.text
    await third.tap("button-proposal-similar", number=FIRST_NUMBER)


async def support_and_ask(third: Applicant) -> None:
    """Support the other one, which asks for the verification first, and ask its author something."""
    await third.tap("button-discussion-support")
    await third.verify("button-verification-talk")
    view = await third.tap("button-discussion-support")
    assert third.shown("discussion-supports", supports=1, is_mine=True) in view.text
    await third.tap("button-discussion-ask")
    await third.send(third.says.question)
    view = await third.tap("button-discussion-send")
    assert told(view) == third.shown("discussion-sent-alert")


async def reply(yard: Yard) -> None:
    """Each is told what the other has said, once somebody at the akimat has read it."""
    services, author, third = yard.street.town.services, yard.author, yard.third
    yard.wait_until("09-16 11:00")
    (question,) = (await list_waiting(services, CAMPAIGN)).questions
    await moderate_question(services, CAMPAIGN, question.question_id, is_shown=True)
    await tell(yard.street)
    await yard.open_notice(author, author.says.question)
    await author.tap("button-mine-questions", question_count=1)
    await author.tap("button-mine-answer")
    await author.send(author.says.answer)
    await author.tap("button-discussion-send")
    await moderate_answer(services, CAMPAIGN, question.question_id, is_shown=True)
    await tell(yard.street)
    await yard.open_notice(third, third.says.answer)


async def submit_own(yard: Yard) -> None:
    """Submit the own one all the same; it is registered, and offered to the first from there."""
    third = yard.third
    await third.send("/propose")
    await third.choose("✏️")
    await third.tap("button-proposal-submit")
    yard.wait_until("09-18 10:00")
    await yard.decide(THIRD_NUMBER, ReviewAct.REGISTER)
    await yard.open_notice(third, third.shown("discussion-status-registered").split(",")[0])
    await third.send("/start")
    await third.tap("button-discuss")
    await third.tap("button-browsing-project", number=FIRST_NUMBER)
    await third.tap("button-discussion-merge")
    await third.tap("button-discussion-offer")


async def merge_and_be_admitted(yard: Yard) -> None:
    """The author agrees; both read what became of both, and that it is on the ballot."""
    author, third = yard.author, yard.third
    await tell(yard.street)
    await yard.open_notice(author, f"№ {THIRD_NUMBER}")
    await author.tap("button-mine-offers", offer_count=1)
    await author.tap("button-mine-offer", other=THIRD_NUMBER)
    await author.tap("button-mine-agree")
    await tell(yard.street)
    await yard.open_notice(third, f"№ {FIRST_NUMBER}")
    yard.wait_until("10-20 12:00")
    await yard.decide(FIRST_NUMBER, ReviewAct.ADMIT)
    for walker in (author, third):
        await yard.open_notice(walker, f"№ {FIRST_NUMBER}")
    await author.tap("button-mine-history")


@pytest.mark.parametrize(("account", "language", "name"), NEIGHBOURS)
async def test_two_neighbours_become_one(street: Street, account: int, language: Language, name: str) -> None:
    """Returned, mended, asked, merged, admitted: both are told each, with reasons [B4] [B6] [D6] [D7]."""
    without_chance(street)
    services, memory = street.town.services, street.folder / "fsm.sqlite3"
    await street.sandbox.add_person(name, id=THIRD, language_code=language.value, phone=phone_of(2))
    async with street.open_bot():
        author = Applicant(await street.settled(account, language), language, memory)
        third = Applicant(await street.settled(THIRD, language), language, memory)
        yard = Yard(street, author, third)
        await write_from_nothing(author)
        await mend(yard)
        await think_of_something_else(author)
        yard.wait_until("09-15 19:00")
        await find_the_first(third)
        await support_and_ask(third)
        await reply(yard)
        await submit_own(yard)
        await merge_and_be_admitted(yard)
        await author.keep("proposal-author")
        await third.keep("proposal-third")
    mine = await my_proposal(services, CAMPAIGN, THIRD, FIRST_NUMBER)
    assert mine.is_co_author
    assert mine.proposal.status is ProposalStatus.ADMITTED
