"""The card of somebody else's proposal: support, questions, following, and what goes wrong (D6, D7)."""

from urllib.parse import parse_qs, urlparse

import pytest

from core.model.discussion import QuestionState
from core.model.language import Language
from core.rules.review import ReviewAct
from core.usecases.discussion.asked import list_asked_of
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.merging import offer, settle
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.questions import answer, ask
from core.usecases.following.following import is_following
from core.usecases.review.reading import list_waiting
from sandbox.client import Person
from tests.bot.discussion.talking import QUESTION, TITLE, kept_of, memory_of, open_card
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import WORDS, kazakh, told
from tests.support.front import Front
from tests.support.proposals import account_of, author, decided, picture, registered, submitted
from tests.support.town import CAMPAIGN, OPEN, Town, phone_of

SUPPORT, TAKE_BACK = kazakh("button-discussion-support"), kazakh("button-discussion-take-back")
ASK, SEND = kazakh("button-discussion-ask"), kazakh("button-discussion-send")
FOLLOW, UNFOLLOW = kazakh("button-following-begin"), kazakh("button-following-end")

pytestmark = pytest.mark.usefixtures("front")


@pytest.fixture
async def number(town: Town) -> int:
    """The number of a neighbour's proposal that others see."""
    return await registered(town, 5, latitude=50.41, longitude=80.25)


@pytest.fixture
async def aigul(street: Street, number: int) -> Person:  # noqa: ARG001  (the proposal is there)
    """A verified resident at home."""
    return await street.voter(AIGUL, 0)


async def supports(town: Town, number: int) -> int:
    """Return how many people support the proposal."""
    return (await proposal_card(town.services, CAMPAIGN, AIGUL, number)).supports


async def test_the_card_says_everything(aigul: Person, number: int) -> None:
    """Title, direction, place with a map, cost, status, until when: in one short message [D6] [P5]."""
    view = await open_card(aigul, number)
    assert view.text.startswith(f"№ {number}. {TITLE}\n")
    for fact in ("Бағыты: ", "Аумағы: ", "Орны: Абай алаңы", "Құны: 340", "Мәртебесі: тіркелді"):
        assert f"\n{fact}" in view.text
    assert "17 қазанға дейін (қоса алғанда)" in view.text
    assert len(view.text) <= 1000
    assert "Әсел" not in view.text, "the name is not published unless its owner wants it"
    assert {SUPPORT, ASK, FOLLOW, kazakh("button-browsing-map")} <= set(view.labels)


async def test_support_and_back(aigul: Person, town: Town, number: int) -> None:
    """One press supports, a double tap changes nothing, another press takes it back [D6]."""
    card = (await open_card(aigul, number)).last["message_id"]
    await aigul.tap(SUPPORT, wait=False)
    view = await aigul.tap(SUPPORT, card, wait=False)
    view = await aigul.wait_for("арасында Сіз де барсыз")
    assert await supports(town, number) == 1
    assert TAKE_BACK in view.labels
    view = await aigul.tap(TAKE_BACK)
    assert await supports(town, number) == 0
    assert SUPPORT in view.labels


async def test_a_person_with_two_accounts_supports_once(street: Street, town: Town, number: int) -> None:
    """By telephone and by a clerk's code on another phone: still one supporter [D6] [E2]."""
    aigul = await street.voter(AIGUL, 0)
    await open_card(aigul, number)
    await aigul.tap(SUPPORT)
    await town.settle(IGOR)
    await town.issue(0)
    await town.by_code(IGOR, 0)
    igor = await street.settled(IGOR)
    view = await open_card(igor, number)
    assert TAKE_BACK in view.labels
    assert await supports(town, number) == 1


async def test_whoever_is_not_verified_is_led_there_and_back(street: Street, town: Town, number: int) -> None:
    """The press asks for the verification first; afterwards one press leads back to the card [D6] [E2]."""
    await town.settle(AIGUL)
    aigul = await street.settled(AIGUL)
    await open_card(aigul, number)
    view = await aigul.tap(SUPPORT)
    assert kazakh("button-verification-phone") in view.labels
    assert kazakh("button-verification-talk") in view.labels
    await aigul.tap(kazakh("button-verification-phone"))
    await aigul.tap(kazakh("button-verification-share"))
    view = await aigul.tap(kazakh("button-verification-talk"))
    assert view.text.startswith(f"№ {number}. ")
    assert "арасында Сіз де барсыз" in (await aigul.tap(SUPPORT)).text
    assert b'"number"' not in await memory_of(street)
    view = await aigul.send("/verify")
    assert kazakh("button-verification-talk") not in view.labels, "the wish has come true"


async def test_a_question_is_read_back_before_it_is_sent(aigul: Person, town: Town, number: int) -> None:
    """Typed, read back, sent once however often it is pressed, and seen by nobody before moderation [D6]."""
    await open_card(aigul, number)
    view = await aigul.tap(ASK)
    assert "500 таңбаға дейін" in view.text
    view = await aigul.send(f"  {QUESTION}\n<b>Кім?</b>  ")
    assert f"{QUESTION}\n<b>Кім?</b>" in view.text
    asked = view.last["message_id"]
    assert (await list_waiting(town.services, CAMPAIGN)).questions == []
    view = await aigul.tap(SEND)
    assert told(view).startswith("Сұрағыңыз жіберілді")
    (question,) = (await list_waiting(town.services, CAMPAIGN)).questions
    assert question.text == f"{QUESTION}\n<b>Кім?</b>"
    assert "Тексеруді күтіп тұрған сұрағыңыз: 1" in view.text
    assert QUESTION not in (await open_card(aigul, number)).text
    assert SEND not in str(await aigul.chat()), "the read-back question became the card"
    assert asked == view.last["message_id"]


async def test_what_is_no_question(aigul: Person, town: Town, number: int) -> None:
    """A sticker, a photo, many words, an IIN: told what to send instead, nothing is sent [D6] [P1] [P7]."""
    await open_card(aigul, number)
    await aigul.tap(ASK)
    assert (await aigul.send_sticker()).text == kazakh("unexpected-sticker")
    assert (await aigul.send_photo(picture())).text == kazakh("unexpected-file")
    view = await aigul.send("Неге? " * 100)
    assert "500 таңбаға дейін" in told(view)
    view = await aigul.send("ЖСН 991231100000 кімдікі?")
    assert "991231100000" not in str(view)
    assert (await list_waiting(town.services, CAMPAIGN)).questions == []


async def test_answers_stand_on_the_card(aigul: Person, town: Town, number: int) -> None:
    """The newest answer in short on the card, all of them on request, page by page [D6] [P5]."""
    asker = await author(town, 6)
    for place in range(4):
        asked = await ask(
            town.services,
            CAMPAIGN,
            asker,
            number,
            text=f"{place}-сұрақ: {'неге ' * 60}",
            language=Language.KAZAKH,
        )
        await moderate_question(town.services, CAMPAIGN, asked.question_id, is_shown=True)
        said = f"{place}-жауап: {'сондықтан ' * 20}"
        await answer(town.services, CAMPAIGN, account_of(5), asked.question_id, text=said)
        await moderate_answer(town.services, CAMPAIGN, asked.question_id, is_shown=True)
    view = await open_card(aigul, number)
    assert len(view.text) <= 1000
    assert "3-жауап" in view.text
    view = await aigul.tap(kazakh("button-discussion-questions", question_count=4))
    assert "3-сұрақ" in view.text
    view = await aigul.tap(kazakh("button-page-after"))
    assert "3-сұрақ" not in view.text
    assert (await aigul.tap(kazakh("button-back"))).text.startswith(f"№ {number}. ")
    answered = await list_asked_of(town.services, CAMPAIGN, account_of(5), number)
    assert all(each.answer_state is QuestionState.SHOWN for each in answered)


async def test_pictures_come_on_request(aigul: Person, street: Street, number: int) -> None:
    """No picture is sent unasked; one press sends it with its number [D6] [P5]."""
    view = await open_card(aigul, number)
    assert await street.sandbox.calls("sendPhoto") == []
    label = next(each for each in view.labels if each.startswith("Суреттер: 1"))
    view = await aigul.tap(label)
    assert view.messages[-1]["text"] == kazakh("discussion-picture-caption", number=number, place=1, count=1)


async def test_following_is_a_choice_of_its_own(aigul: Person, town: Town, number: int) -> None:
    """Never pre-ticked; begun and ended by a press, and kept apart from support [D7]."""
    view = await open_card(aigul, number)
    assert FOLLOW in view.labels
    assert not await is_following(town.services, CAMPAIGN, AIGUL, number)
    view = await aigul.tap(FOLLOW)
    assert told(view) == "Жазылдыңыз. Жаңалығы болса, хабарлаймыз."
    assert await is_following(town.services, CAMPAIGN, AIGUL, number)
    assert await supports(town, number) == 0
    view = await aigul.send("/following")
    assert f"{number}. {TITLE}" in view.text
    await aigul.tap(f"№ {number}")
    assert FOLLOW in (await aigul.tap(UNFOLLOW)).labels
    assert "ештеңенің жаңалығына жазылмағансыз" in (await aigul.send("/following")).text


async def test_sharing_tells_neighbours_what_they_can_do(aigul: Person, number: int) -> None:
    """Place first, cost, support until the last day inclusive, and the link to this card [D2] [D6]."""
    view = await open_card(aigul, number)
    buttons = [button for row in view.last["buttons"] for button in row]
    share = next(button for button in buttons if button["label"] == kazakh("button-browsing-share"))
    shared = parse_qs(urlparse(share["url"]).query)
    assert shared["url"] == [f"https://t.me/qatysu_demo_bot?start=c-semey-demo-{number}"]
    lines = shared["text"][0].splitlines()
    assert lines[0] == "📍 Абай алаңы, 5-үйдің жаны"
    assert lines[-1] == (
        "Бұл ұсынысты 2026 жылғы 17 қазанға дейін (қоса алғанда) қолдап, авторына сұрақ қоюға болады."
    )
    assert len(share["url"]) <= 2048


async def test_inline_mode_offers_what_is_discussed(aigul: Person, town: Town, number: int) -> None:
    """A proposal under discussion is found by words and number; one that nobody has read is not [D4] [D6]."""
    hidden = await submitted(town, 7, title="Абай алаңына шам орнату")
    assert TITLE in (await aigul.inline("орындык абай")).titles
    assert (await aigul.inline(f"№{number}")).titles == [TITLE]
    assert (await aigul.inline(f"№{hidden}")).titles == [kazakh("inline-nothing")]


async def test_a_proposal_that_nobody_has_read_is_shown_to_nobody(aigul: Person, town: Town) -> None:
    """A link to somebody else's submitted proposal opens nothing and tells nothing of it [D5] [D6] [P7]."""
    hidden = await submitted(town, 7)
    view = await open_card(aigul, hidden)
    assert "Мұндай жоба табылмады" in str(view)
    assert TITLE not in view.text


async def test_a_closed_discussion_is_told(aigul: Person, town: Town, number: int) -> None:
    """After the last day old buttons are refused with term and council; the card has none [D6] [P7]."""
    card = (await open_card(aigul, number)).last["message_id"]
    town.clock.set_to(OPEN)
    view = await aigul.tap(SUPPORT, card)
    assert "Талқылау әкімдіктің кестесі бойынша аяқталды" in told(view)
    assert await supports(town, number) == 0
    view = await open_card(aigul, number)
    assert {SUPPORT, ASK} & set(view.labels) == set()
    assert FOLLOW in view.labels


async def test_a_proposal_that_was_merged_meanwhile(aigul: Person, town: Town, number: int) -> None:
    """The old button is refused with the number to go to, where support is counted on [D6] [P7]."""
    card = (await open_card(aigul, number)).last["message_id"]
    into = await registered(town, 6, title="Арман ауласына орындық қою")
    await offer(town.services, CAMPAIGN, account_of(5), number, into)
    await settle(town.services, CAMPAIGN, account_of(6), number, into, agrees=True)
    view = await aigul.tap(SUPPORT, card)
    assert f"№ {into} өтінімнің бөлігі" in told(view)
    view = await open_card(aigul, number)
    assert f"№ {into} өтінімге қосылды" in view.text
    assert SUPPORT not in view.labels


async def test_an_admitted_proposal_opens_as_a_project(aigul: Person, town: Town, number: int) -> None:
    """The same link shows the project once the council has admitted it [D5] [B4]."""
    await decided(town, number, ReviewAct.ADMIT)
    view = await open_card(aigul, number)
    assert "дауыс беруге жіберілді" in view.text
    assert kazakh("button-browsing-list") in view.labels


async def test_a_card_is_forgotten_by_the_screens(aigul: Person, street: Street, number: int) -> None:
    """Looking, supporting, following: no number reaches the state of screens; only writing names one [E7]."""
    await open_card(aigul, number)
    await aigul.tap(SUPPORT)
    await aigul.tap(FOLLOW)
    assert b'"number"' not in await memory_of(street)
    await aigul.tap(ASK)
    assert '"number"' in kept_of(street)
    await aigul.tap(kazakh("button-discussion-leave"))
    assert '"number"' not in kept_of(street)


async def test_a_newcomer_by_a_link_to_a_proposal(street: Street, front: Front, number: int) -> None:
    """Language first, then the very card, set down in its district [D5] [P9]."""
    del front
    igor = street.sandbox.person(IGOR)
    await open_card(igor, number)
    view = await igor.tap(WORDS[Language.RUSSIAN]("button-language-own"))
    assert view.text.startswith(f"№ {number}. ")
    assert WORDS[Language.RUSSIAN]("button-discussion-support") in view.labels
    assert phone_of(5) not in view.text
