"""Appealing in the bot: written, read back, filed once; what goes wrong is told, and others decide (B6)."""

from datetime import timedelta

import pytest

from bot.dialogs import states
from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.staff import Actor, Role
from core.rules.review import ReviewAct
from core.usecases.appeal.deciding import decide_appeal
from core.usecases.appeal.filing import my_appeal
from core.usecases.following.following import follow
from core.usecases.proposal.mine import my_proposal
from messenger.buttons import AppealButton, labelled
from sandbox.client import Person, View
from tests.bot.discussion.talking import open_card, own
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.telling import tell
from tests.bot.walking import Walker, kazakh, told
from tests.support.appeals import ANSWER, APPEALED, refused_by
from tests.support.front import Front
from tests.support.office import actor
from tests.support.proposals import author, decided
from tests.support.town import CAMPAIGN, Town

APPEAL, SEND = kazakh("button-appeal"), kazakh("button-appeal-send")
BOTH = pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])

pytestmark = pytest.mark.usefixtures("front")


@pytest.fixture
async def aigul(street: Street) -> Person:
    """A verified resident at home."""
    return await street.voter(AIGUL, 0)


@pytest.fixture
async def clerk(town: Town) -> Actor:
    """Who refuses."""
    return await actor(town, Role.CLERK)


@pytest.fixture
async def akim(town: Town) -> Actor:
    """Who decides on an appeal."""
    return await actor(town, Role.AKIM, login="akim", person=4)


async def refused(town: Town, clerk: Actor) -> int:
    """Return the number of a proposal of Aigul's that the clerk has refused."""
    number = await own(town, AIGUL)
    await refused_by(town, number, clerk)
    return number


async def is_filed(town: Town, number: int) -> bool:
    """Say whether an appeal is known."""
    return (await my_appeal(town.services, CAMPAIGN, AIGUL, number)).appeal is not None


async def by_button(front: Front, person: Person, number: int) -> View:
    """Press the button of a notice that stands in the chat for long."""
    there = AppealButton(campaign=CAMPAIGN.campaign, number=number)
    message = await front.bot.send_message(person.id, "notice", reply_markup=labelled((APPEAL, there)))
    return await person.tap(APPEAL, message.message_id)


@BOTH
async def test_an_appeal_that_is_upheld(
    street: Street, number: int, language: Language, clerk: Actor, akim: Actor
) -> None:
    """From the notice to the appeal, its state with the term, then the good answer [B6] [B4] [P6]."""
    town = street.town
    person = await street.voter(number, number - AIGUL, language)
    mine = await own(town, number)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await refused_by(town, mine, clerk)
    await tell(street)
    await walker.tap("button-appeal")
    await walker.send(APPEALED)
    view = await walker.tap("button-appeal-send")
    assert walker.words("button-appeal") not in view.labels
    await walker.tap("button-mine-history")
    await decide_appeal(town.services, akim, CAMPAIGN, mine, is_upheld=True, reason=ANSWER)
    await tell(street)
    view = await walker.tap("button-proposal-open")
    assert ANSWER.in_language(language) in view.text
    assert walker.has_opened_all(states.Appeal)
    await walker.keep("appeal-upheld")


@BOTH
async def test_an_appeal_that_is_dismissed(
    street: Street, number: int, language: Language, clerk: Actor, akim: Actor
) -> None:
    """From one's own page; the term passes, the answer is final and says where else to turn [B6] [P7]."""
    town = street.town
    person = await street.voter(number, number - AIGUL, language)
    mine = await own(town, number)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await refused_by(town, mine, clerk)
    await tell(street)
    await open_card(person, mine)
    await walker.tap("button-appeal")
    await walker.tap("button-appeal-leave")
    await walker.tap("button-appeal")
    await walker.send(APPEALED)
    await walker.send(f"{APPEALED} Көріңіз.")
    await walker.tap("button-appeal-send")
    town.clock.advance(timedelta(days=20))
    await open_card(person, mine)
    await decide_appeal(town.services, akim, CAMPAIGN, mine, is_upheld=False, reason=ANSWER)
    town.clock.advance(timedelta(hours=3))
    await tell(street)
    await walker.tap("button-proposal-open")
    view = await walker.tap("button-mine-history")
    assert ANSWER.in_language(language) in view.text
    await walker.keep("appeal-dismissed")


async def test_a_second_one_is_refused(aigul: Person, front: Front, town: Town, clerk: Actor) -> None:
    """Twice tapped is once filed; an old button says that there is one already [B6] [P7]."""
    number = await refused(town, clerk)
    view = await by_button(front, aigul, number)
    await aigul.send(APPEALED)
    preview = (await aigul.chat()).last["message_id"]
    await aigul.tap(SEND, wait=False)
    await aigul.tap(SEND, preview, wait=False)
    view = await aigul.wait_for("Шағымыңыз")
    assert APPEAL not in view.labels
    assert await is_filed(town, number)
    assert "шағым берілген" in told(await by_button(front, aigul, number))


async def test_too_late_by_a_second(aigul: Person, front: Front, town: Town, clerk: Actor) -> None:
    """Read back in time and sent a second too late: refused, and the page says that it is over [B6] [P8]."""
    number = await refused(town, clerk)
    await by_button(front, aigul, number)
    await aigul.send(APPEALED)
    term = (await my_appeal(town.services, CAMPAIGN, AIGUL, number)).term
    assert term is not None
    town.clock.set_to(term.closes)
    assert "мерзімі өтіп кетті, соңғы күні – 2026 жылғы 13 қыркүйек" in told(await aigul.tap(SEND))
    assert not await is_filed(town, number)
    view = await open_card(aigul, number)
    assert "Шағым беру мерзімі өтті" in view.text
    assert APPEAL not in view.labels


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ә" * 1001, "001 таңба бар"),
        ("990101100000", "ЖСН"),
        ("Менің ЖСН 990101 100000, қараңыз", "ЖСН"),
    ],
)
async def test_words_that_may_not_stand(
    aigul: Person, front: Front, town: Town, clerk: Actor, text: str, answer: str
) -> None:
    """Too long, or with an IIN: told at once, nothing shown back, and the next try is good [B6] [P1] [P7]."""
    number = await refused(town, clerk)
    await by_button(front, aigul, number)
    view = await aigul.send(text)
    assert answer in told(view)
    assert "990101" not in view.text
    assert SEND not in view.labels
    await by_button(front, aigul, number)
    await aigul.send(APPEALED)
    await aigul.tap(SEND)
    assert await is_filed(town, number)


async def test_what_is_no_text_is_left_alone(aigul: Person, front: Front, town: Town, clerk: Actor) -> None:
    """A command is a command, blanks are no appeal: nothing is filed [B6]."""
    number = await refused(town, clerk)
    await by_button(front, aigul, number)
    await aigul.send("/rules")
    assert not await is_filed(town, number)


async def test_what_is_not_refused(aigul: Person, front: Front, town: Town) -> None:
    """Submitted, returned, withdrawn: an invented button says what the proposal is instead [B6] [P7]."""
    number = await own(town, AIGUL)
    assert APPEAL not in (await open_card(aigul, number)).labels
    assert "әлі қаралып жатыр" in told(await by_button(front, aigul, number))
    await decided(town, number, ReviewAct.RETURN)
    assert "пысықтауға қайтарылды" in told(await by_button(front, aigul, number))
    await open_card(aigul, number)
    await aigul.tap(kazakh("button-mine-withdraw"))
    await aigul.tap(kazakh("button-mine-withdraw-surely"))
    assert "өзі қайтарып алған" in told(await by_button(front, aigul, number))


async def test_another_persons_refusal(street: Street, front: Front, town: Town, clerk: Actor) -> None:
    """A forwarded button of somebody else's proposal opens nothing [B6] [P7]."""
    await author(town, 0)
    aigul = await street.voter(AIGUL, 0)
    number = await refused(town, clerk)
    igor = await street.voter(IGOR, 1)
    assert "Мұндай өтінім табылмады" in told(await by_button(front, igor, number))
    assert APPEAL in (await open_card(aigul, number)).labels


async def test_followers_hear_of_a_dismissal(street: Street, town: Town, clerk: Actor, akim: Actor) -> None:
    """Who follows is told that the refusal stands and why; the words of the appeal stay unsaid [B6] [D7]."""
    igor = await street.voter(IGOR, 1)
    await street.voter(AIGUL, 0)
    number = await own(town, AIGUL, is_registered=True)
    await follow(town.services, CAMPAIGN, IGOR, number)
    await refused_by(town, number, clerk)
    aigul = street.sandbox.person(AIGUL)
    await open_card(aigul, number)
    await tell(street)
    await aigul.tap(APPEAL)
    await aigul.send(APPEALED)
    await aigul.tap(SEND)
    await decide_appeal(town.services, akim, CAMPAIGN, number, is_upheld=False, reason=ANSWER)
    await tell(street)
    view = await igor.chat()
    assert ANSWER.kk in view.text
    assert APPEALED not in view.text
    found = await my_proposal(town.services, CAMPAIGN, AIGUL, number)
    assert found.proposal.status is ProposalStatus.REFUSED
