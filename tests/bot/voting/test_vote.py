"""The vote in the chat: question, confirmation, receipt, and everything that a finger can do to them."""

import asyncio

import pytest

from core.model.language import Language
from core.model.vote import Counted
from core.usecases.place.account import choose_language
from core.usecases.privacy.consent import give_consent
from core.usecases.voting.asking import ask_whether_counted
from core.usecases.voting.casting import cast_vote
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.bot.voting.booth import COUNTED, KK, NO, TITLE, VOTE, YES, ask, votes
from tests.bot.walking import WORDS
from tests.support.front import Front
from tests.support.town import CAMPAIGN, Town


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """A verified resident of the first district, in Kazakh."""
    return await street.voter(AIGUL, 0)


async def idle(person: Person) -> View:
    """Wait until the bot has answered everything, by asking for something harmless."""
    return await person.send("/projects")


async def test_six_taps_from_start_to_receipt(street: Street, town: Town, front: Front) -> None:
    """START, list, card, vote, yes: five taps for a person who is verified [E4] [E3]."""
    del front
    await town.settle(AIGUL)
    await town.by_phone(AIGUL, 0)
    await choose_language(town.services, AIGUL, Language.KAZAKH)
    aigul = street.sandbox.person(AIGUL)
    view = await aigul.start()
    taps = 1
    for label in (KK("button-vote"), None, VOTE, YES):
        view = await aigul.tap(label or next(each for each in view.labels if each.startswith("№ ")))
        taps += 1
    assert view.text.startswith(COUNTED)
    assert taps <= 6


async def test_the_question_names_everything_and_that_it_is_for_good(aigul: Person) -> None:
    """Title, number, cost, territory, and that the vote can be neither changed nor taken back [E3] [E9]."""
    view = await ask(aigul)
    for fact in (f"№ 12. {TITLE}", "Орталық ауданы", "4\u00a0900\u00a0000\u00a0₸"):
        assert fact in view.text
    assert "Берілген дауысты кейін өзгертуге де, қайтарып алуға да болмайды." in view.text
    assert "Telegram" in view.text
    assert view.labels == [YES, NO]


async def test_the_question_becomes_the_receipt(town: Town, aigul: Person) -> None:
    """The confirmation is edited into the receipt: no bubble of the vote keeps its choice [E5] [P4]."""
    view = await ask(aigul)
    message = view.last["message_id"]
    view = await aigul.tap(YES)
    assert view.last["message_id"] == message
    assert view.text.startswith(COUNTED)
    assert TITLE not in view.text
    assert "№ 12" not in view.text
    found = await ask_whether_counted(town.services, CAMPAIGN, AIGUL)
    assert isinstance(found, Counted)
    receipt = found.receipt
    assert receipt.entry.token.hex() in view.text
    assert receipt.signature.hex() in view.text
    control = receipt.entry.token.hex()[:16].upper()
    assert " ".join(control[place : place + 4] for place in (0, 4, 8, 12)) in view.text
    assert await votes(town) == (1, 1)


async def test_no_leads_back_to_the_card(aigul: Person, town: Town) -> None:
    """Thinking again costs nothing: the same message is the card again [E3]."""
    view = await ask(aigul)
    message = view.last["message_id"]
    view = await aigul.tap(NO)
    assert view.last["message_id"] == message
    assert view.text.startswith(f"№ 12. {TITLE}")
    assert await votes(town) == (0, 0)
    assert (await aigul.tap(VOTE)).labels[0] == YES


async def test_a_double_tap_is_one_vote(town: Town, aigul: Person) -> None:
    """Two quick presses of the confirmation end with one vote and one receipt [E3]."""
    view = await ask(aigul)
    message = view.last["message_id"]
    await aigul.tap(YES, message, wait=False)
    await aigul.tap(YES, message, wait=False)
    view = await aigul.wait_for(COUNTED)
    await idle(aigul)
    assert await votes(town) == (1, 1)
    assert sum(COUNTED in each["text"] for each in (await aigul.chat()).messages) == 1


async def test_a_second_try_is_answered_with_the_receipt(town: Town, aigul: Person) -> None:
    """After the vote any vote button gives the receipt, never the choice, and the card stays [E3] [P7]."""
    await ask(aigul)
    await aigul.tap(YES)
    view = await ask(aigul, 4)
    assert "Сіз дауыс беріп қойғансыз" in view.text
    assert "Бақылау нөмірі" in view.text
    assert "№ 4. " in view.messages[-2]["text"]
    assert TITLE not in view.text
    assert await votes(town) == (1, 1)


async def test_two_phones_of_one_person(street: Street, town: Town, aigul: Person) -> None:
    """The phone's link moves to the new account; the old one's open question counts for nobody [E2] [E3]."""
    await ask(aigul)
    old = (await aigul.chat()).last["message_id"]
    dana = await street.settled(DANA)
    await give_consent(town.services, CAMPAIGN, DANA, Language.KAZAKH)
    await town.by_phone(DANA, 0)
    view = await aigul.tap(YES, old)
    assert "Алдымен тұрғын екеніңізді растаңыз" in view.answer + view.text
    await ask(dana)
    assert (await dana.tap(YES)).text.startswith(COUNTED)
    assert await votes(town) == (1, 1)


async def test_two_phones_at_once(street: Street, town: Town, aigul: Person) -> None:
    """By phone on one account and by a code on another at the same moment, the person has one vote [E3]."""
    await town.issue(0)
    await town.settle(DANA)
    await town.by_code(DANA, 0)
    dana = await street.settled(DANA)
    await ask(aigul)
    await ask(dana, 4)
    await asyncio.gather(aigul.tap(YES, wait=False), dana.tap(YES, wait=False))
    await aigul.wait_for(COUNTED)
    await dana.wait_for(COUNTED)
    assert await votes(town) == (1, 1)


async def test_a_kill_between_question_and_confirmation(street: Street, town: Town) -> None:
    """The question works after a restart, even without the file of screens: nothing is lost [E3] [N1]."""
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        question = (await ask(aigul)).last["message_id"]
    for file in street.folder.glob("fsm.sqlite3*"):
        file.unlink()
    async with street.open_bot():
        view = await aigul.tap(YES, question)
        assert view.text.startswith(COUNTED)
    assert await votes(town) == (1, 1)


async def test_a_receipt_lost_on_the_way_comes_again(street: Street, town: Town) -> None:
    """A vote that was counted before the answer died is answered with the same receipt [E5] [E3]."""
    async with street.open_bot():
        aigul = await street.voter(AIGUL, 0)
        question = (await ask(aigul)).last["message_id"]
    first = await cast_vote(town.services, CAMPAIGN, AIGUL, number=12, session=None)
    async with street.open_bot():
        view = await aigul.tap(YES, question)
        assert first.signature.hex() in view.text
        assert first.signature.hex() in (await aigul.send("/myvote")).text
    assert await votes(town) == (1, 1)


async def test_myvote(street: Street, town: Town, aigul: Person) -> None:
    """/myvote says: not verified, not yet, or the receipt, to the person alone [E5]."""
    assert (await aigul.send("/myvote")).text.startswith("Дауысыңыз есепке алынған жоқ.")
    await ask(aigul)
    await aigul.tap(YES)
    assert (await aigul.send("/myvote")).text.startswith(COUNTED)
    igor = await street.settled(IGOR, Language.RUSSIAN)
    view = await igor.send("/myvote")
    assert view.text.startswith("Учтён ли ваш голос?")
    assert WORDS[Language.RUSSIAN]("button-voting-verify") in view.labels
    del town


async def test_the_receipt_stays_when_one_goes_on(aigul: Person) -> None:
    """Home opens below the receipt, which is not overwritten [E5]."""
    await ask(aigul)
    await aigul.tap(YES)
    view = await aigul.tap(KK("button-voting-home"))
    assert "✅ Дауысыңыз есепке алынды." in view.text
    assert "Бақылау нөмірі" in view.messages[-2]["text"]
