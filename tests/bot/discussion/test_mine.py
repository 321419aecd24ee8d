"""One's own proposal: decisions, rework, withdrawing, questions, offers, and what goes wrong (B4, B6)."""

from datetime import timedelta

import pytest

from core.model.language import Language
from core.model.proposal import Author, ProposalStatus
from core.rules.review import ReviewAct
from core.usecases.discussion.merging import offer
from core.usecases.discussion.moderating import moderate_question
from core.usecases.discussion.questions import ask
from core.usecases.place.account import choose_language
from core.usecases.proposal.mine import my_proposal
from core.usecases.review.reading import list_waiting
from messenger.buttons import ProposalButton, labelled
from sandbox.client import Person, View
from tests.bot.discussion.talking import QUESTION, TITLE, open_card, own
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import WORDS, kazakh, told
from tests.support.front import Front
from tests.support.proposals import account_of, author, decided, registered
from tests.support.town import CAMPAIGN, Town

PAPERS = kazakh("button-papers-get")
REWORK, WITHDRAW = kazakh("button-mine-rework"), kazakh("button-mine-withdraw")
SURELY, SEND = kazakh("button-mine-withdraw-surely"), kazakh("button-discussion-send")
RU = WORDS[Language.RUSSIAN]

pytestmark = pytest.mark.usefixtures("front")


@pytest.fixture
async def aigul(street: Street) -> Person:
    """A verified resident at home."""
    return await street.voter(AIGUL, 0)


async def status(town: Town, number: int) -> ProposalStatus:
    """Return how far the author's proposal has come."""
    return (await my_proposal(town.services, CAMPAIGN, AIGUL, number)).proposal.status


async def by_notice(front: Front, person: Person, number: int) -> View:
    """Press the button of a notice about a proposal."""
    there = ProposalButton(campaign=CAMPAIGN.campaign, number=number)
    keyboard = labelled((kazakh("button-proposal-open"), there))
    message = await front.bot.send_message(person.id, "notice", reply_markup=keyboard)
    return await person.tap(kazakh("button-proposal-open"), message.message_id)


async def test_a_submitted_proposal_tells_who_decides_and_when(aigul: Person, town: Town) -> None:
    """Status, the last day of the check, whom to call; others see nothing of it yet [B4] [B6]."""
    number = await own(town, AIGUL)
    view = await open_card(aigul, number)
    assert view.text.startswith(
        f"№ {number}. {TITLE}\nМәртебесі: әкімдіктің тексеруінде (2026 жылғы 10 қыркүйек"
    )
    assert "2026 жылғы 24 қыркүйекке дейін (қоса алғанда)" in view.text
    assert "00-00-01" in view.text
    assert WITHDRAW in view.labels
    assert REWORK not in view.labels
    assert kazakh("button-mine-card") not in view.labels
    town.clock.advance(timedelta(days=30))
    assert (
        "тексеру мерзімі өтіп кетті, соңғы күні – 2026 жылғы 24 қыркүйек"
        in (await open_card(aigul, number)).text
    )


async def test_a_returned_proposal_is_fixed_in_time(aigul: Person, town: Town) -> None:
    """What to fix by when in the viewer's language; the button opens all answers; then too late [B6] [P8]."""
    number = await own(town, AIGUL)
    await decided(town, number, ReviewAct.RETURN)
    view = await open_card(aigul, number)
    assert "Не түзету керек: Аула қоршалған." in view.text
    assert "2026 жылғы 14 қыркүйекке дейін (қоса алғанда)" in view.text
    await choose_language(town.services, AIGUL, Language.RUSSIAN)
    view = await open_card(aigul, number)
    assert "Двор огорожен." in view.text
    view = await aigul.tap(RU("button-mine-rework"))
    assert TITLE in view.text
    old = (await open_card(aigul, number)).last["message_id"]
    town.clock.advance(timedelta(days=5))
    view = await aigul.tap(RU("button-mine-rework"), old)
    assert "доработки" in told(view)
    assert RU("button-mine-rework") not in (await open_card(aigul, number)).labels


async def test_withdrawing_asks_twice_and_frees_the_place(aigul: Person, town: Town) -> None:
    """The question says what is lost, until when one may propose anew; pressed twice it is done once [B1]."""
    number = await own(town, AIGUL)
    await open_card(aigul, number)
    view = await aigul.tap(WITHDRAW)
    assert "2026 жылғы 10 қазанға дейін (қоса алғанда) жаңа өтінім бере аласыз" in view.text
    assert await status(town, number) is ProposalStatus.SUBMITTED
    question = view.last["message_id"]
    await aigul.tap(SURELY, wait=False)
    await aigul.tap(SURELY, question, wait=False)
    view = await aigul.wait_for("автор қайтарып алды")
    assert await status(town, number) is ProposalStatus.WITHDRAWN
    assert WITHDRAW not in view.labels
    assert await own(town, AIGUL) == number + 1


async def test_withdrawing_too_late_is_told(aigul: Person, town: Town) -> None:
    """Registered while the question was open: the old button is refused, nothing is lost [B6] [P7]."""
    number = await own(town, AIGUL)
    await open_card(aigul, number)
    await aigul.tap(WITHDRAW)
    await decided(town, number, ReviewAct.REGISTER)
    assert "қайтарып алуға болады" in told(await aigul.tap(SURELY))
    assert await status(town, number) is ProposalStatus.REGISTERED


async def test_a_refusal_has_ground_reason_and_appeal(aigul: Person, front: Front, town: Town) -> None:
    """Ground, the council's words, who decided, until when to complain; history on request [B6]."""
    number = await own(town, AIGUL, is_registered=True)
    await decided(town, number, ReviewAct.REFUSE)
    view = await open_card(aigul, number)
    assert "Қабылданбау себебі: қала тұрғындары үшін" in view.text, "the link shows what everybody sees"
    view = await by_notice(front, aigul, number)
    for fact in ("Қабылданбау себебі: қала", "Негіздеме: Аула қоршалған.", "Сараптамалық кеңес", "шағым"):
        assert fact in view.text
    view = await aigul.tap(kazakh("button-mine-history"))
    assert [line.partition(": ")[2] for line in view.text.splitlines() if "2026 жылғы" in line] == [
        "әкімдіктің тексеруінде",
        "тіркелді, кеңес қарайды",
        "қабылданбады",
    ]


async def test_somebody_elses_page_stays_closed(aigul: Person, front: Front, town: Town) -> None:
    """A forwarded or old button of another author's page shows and does nothing [B6] [P7]."""
    number = await own(town, AIGUL)
    page = (await open_card(aigul, number)).last["message_id"]
    await author(town, 0)
    view = await aigul.tap(WITHDRAW, page)
    assert "Мұндай өтінім табылмады" in told(view)
    view = await by_notice(front, aigul, number)
    assert "Мұндай жоба табылмады" in told(view)


async def test_the_author_answers(aigul: Person, town: Town) -> None:
    """A typed answer is read back and sent to be read; until it is shown another may replace it [D6]."""
    number = await own(town, AIGUL, is_registered=True)
    asker = await author(town, 3)
    asked = await ask(town.services, CAMPAIGN, asker, number, text=QUESTION, language=Language.KAZAKH)
    await moderate_question(town.services, CAMPAIGN, asked.question_id, is_shown=True)
    view = await open_card(aigul, number)
    assert "Жауабыңызды күтіп тұрған сұрақ: 1" in view.text
    await aigul.tap(kazakh("button-mine-questions", question_count=1))
    await aigul.tap(kazakh("button-mine-answer"))
    view = await aigul.send("Әкімдіктің бағбаны.")
    assert "Әкімдіктің бағбаны." in view.text
    assert told(await aigul.tap(SEND)).startswith("Жауабыңыз жіберілді")
    (waiting,) = (await list_waiting(town.services, CAMPAIGN)).questions
    assert waiting.answer == "Әкімдіктің бағбаны."
    view = await aigul.tap(kazakh("button-mine-questions", question_count=1))
    assert "Жауабыңызды әкімдік оқып жатыр" in view.text
    assert kazakh("button-mine-answer") in view.labels


async def test_two_authors_merge(aigul: Person, street: Street, town: Town) -> None:
    """Offered from the card, agreed on the own page after what it means was read; both are authors [D6]."""
    into = await own(town, AIGUL, is_registered=True)
    igor = await street.voter(IGOR, 1)
    number = await own(town, IGOR, title="Алаңға тағы төрт орындық", is_registered=True)
    await open_card(igor, into)
    view = await igor.tap(kazakh("button-discussion-merge"))
    assert "тең авторы боласыз" in view.text
    view = await igor.tap(kazakh("button-discussion-offer"))
    assert told(view).startswith("Ұсынысыңыз авторға жіберілді")
    assert kazakh("button-discussion-merge") not in view.labels
    await open_card(aigul, into)
    await aigul.tap(kazakh("button-mine-offers", offer_count=1))
    view = await aigul.tap(kazakh("button-mine-offer", other=number))
    assert "Алаңға тағы төрт орындық" in view.text
    await aigul.tap(kazakh("button-mine-agree"))
    assert (await my_proposal(town.services, CAMPAIGN, IGOR, into)).is_co_author
    assert "тең авторысыз" in (await open_card(igor, number)).text
    view = await open_card(igor, into)
    assert "Сіз – тең авторсыз" in view.text
    assert WITHDRAW not in view.labels


async def test_an_offer_is_declined(aigul: Person, town: Town) -> None:
    """Both go on by themselves, and the offer is closed [D6]."""
    into = await own(town, AIGUL, is_registered=True)
    number = await registered(town, 4)
    await offer(town.services, CAMPAIGN, account_of(4), number, into)
    await open_card(aigul, into)
    await aigul.tap(kazakh("button-mine-offers", offer_count=1))
    view = await aigul.tap(kazakh("button-mine-offer", other=number))
    assert kazakh("button-mine-offer-card") in view.labels
    view = await aigul.tap(kazakh("button-mine-decline"))
    assert await status(town, into) is ProposalStatus.REGISTERED
    view = await aigul.tap(kazakh("button-mine-offers", offer_count=0))
    assert f"№ {number} өтінімді осыған қосу ұсынылды: келісім берілмеді" in view.text


async def test_the_own_card_has_no_support(aigul: Person, town: Town) -> None:
    """Seen as others see it, it leads back to the own page and offers neither support nor questions [D6]."""
    number = await own(town, AIGUL, is_registered=True)
    await open_card(aigul, number)
    view = await aigul.tap(kazakh("button-mine-card"))
    assert "Бұл – өзіңіздің өтініміңіз." in view.text
    assert kazakh("button-discussion-support") not in view.labels
    assert "Мәртебесі: тіркелді" in (await aigul.tap(kazakh("button-discussion-mine"))).text


async def test_papers_are_asked_for_by_a_day(aigul: Person, town: Town) -> None:
    """A house elder is told which papers are to be handed in by when, and how many have come [B2] [B6]."""
    elder = Author(kind="house-elder", name="Айгүл Серікқызы", phone="77000000000")
    number = await own(town, AIGUL, author=elder)
    view = await open_card(aigul, number)
    assert "Керек құжаттар: келісім берген тұрғындардың қолы қойылған тізім. Келгені: 0." in view.text
    assert "2026 жылғы 20 қыркүйекке дейін (қоса алғанда)" in view.text
    assert "әкімдікке өзіңіз апарыңыз: Экономика" in view.text
    assert PAPERS not in view.labels, "the pages have no address"
