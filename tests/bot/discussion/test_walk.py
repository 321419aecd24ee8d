"""Walks through every screen of the discussion and of one's own proposal, kept as golden files."""

import pytest

from bot.dialogs import states
from core.model.language import Language
from core.rules.review import ReviewAct
from core.usecases.discussion.merging import offer
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.review.reading import list_waiting
from tests.bot.discussion.talking import LINK, QUESTION, own
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.proposals import account_of, author, decided, registered
from tests.support.town import CAMPAIGN, Town

BOTH = pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])

pytestmark = pytest.mark.usefixtures("front")


async def asked_about(town: Town, number: int) -> int:
    """Return the id of a neighbour's question about the proposal, which is shown."""
    asker = await author(town, 6)
    asked = await ask(town.services, CAMPAIGN, asker, number, text=QUESTION, language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, asked.question_id, is_shown=True)
    return asked.question_id


@BOTH
async def test_other_peoples_proposals(street: Street, number: int, language: Language) -> None:
    """List, card, support, questions, following, merging: each fits on a phone [D6] [D7] [P6]."""
    town = street.town
    first = await registered(town, 5, latitude=50.41, longitude=80.25)
    await registered(town, 6, title="Арман ауласына велосипед тұрағын қою")
    question = await asked_about(town, first)
    await answer(town.services, CAMPAIGN, account_of(5), question, text="Қаланың бағбаны күтеді.")
    await moderate_answer(town.services, CAMPAIGN, question, is_shown=True)
    person = await street.voter(number, 0 if number == AIGUL else 1, language)
    await own(town, number, title="Абай алаңына шам орнату", is_registered=True)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.tap("button-discuss")
    await walker.tap("button-discussion-order-support")
    await walker.tap("button-browsing-project", number=first)
    await walker.tap("button-discussion-support")
    await walker.tap("button-discussion-take-back")
    await walker.tap("button-discussion-questions", question_count=1)
    await walker.tap("button-discussion-ask")
    await walker.send(QUESTION)
    await walker.tap("button-discussion-send")
    await walker.tap("button-following-begin")
    await walker.tap("button-discussion-merge")
    await walker.tap("button-discussion-offer")
    await walker.tap("button-discussion-list")
    await walker.tap("button-discussion-followed")
    await walker.tap("button-browsing-project", number=first)
    await walker.tap("button-following-end")
    await walker.send("/following")
    assert walker.has_opened_all(states.Discussion)
    await walker.keep("discussion")


@BOTH
async def test_ones_own_proposal(street: Street, number: int, language: Language) -> None:
    """Submitted, returned, withdrawn, registered, asked, merged: each page fits on a phone [B4] [B6] [P6]."""
    town = street.town
    person = await street.voter(number, 0 if number == AIGUL else 1, language)
    mine = await own(town, number)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await person.start(LINK.format(number=mine))
    await walker.tap("button-mine-withdraw")
    await walker.tap("button-back")
    await decided(town, mine, ReviewAct.RETURN)
    await person.start(LINK.format(number=mine))
    await walker.tap("button-mine-history")
    await walker.tap("button-back")
    await walker.tap("button-mine-withdraw")
    await walker.tap("button-mine-withdraw-surely")
    mine = await own(town, number, is_registered=True)
    await asked_about(town, mine)
    theirs = await registered(town, 7, title="Алаңға тағы төрт орындық")
    await offer(town.services, CAMPAIGN, account_of(7), theirs, mine)
    await person.start(LINK.format(number=mine))
    await walker.tap("button-mine-questions", question_count=1)
    await walker.tap("button-mine-answer")
    await walker.send("Қаланың бағбаны күтеді.")
    await walker.tap("button-discussion-send")
    assert len((await list_waiting(town.services, CAMPAIGN)).questions) == 1
    await walker.tap("button-mine-offers", offer_count=1)
    await walker.tap("button-mine-offer", other=theirs)
    await walker.tap("button-mine-agree")
    await walker.tap("button-mine-card")
    await walker.tap("button-discussion-mine")
    assert walker.has_opened_all(states.MyProposal)
    await walker.keep("discussion-mine")
