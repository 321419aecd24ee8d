"""The last steps of an application: author, papers, rules, the easy question."""

from dataclasses import replace

import pytest

from core.model.proposal import Author, Step
from core.rules.question import OPTIONS, QUESTIONS
from core.usecases.proposal.consent import AUTHOR_CONSENT_VERSION
from sandbox.client import Person, View
from tests.bot.proposal.author import FULL, KK, without, writing
from tests.bot.residents import Street
from tests.bot.walking import kazakh

pytestmark = pytest.mark.usefixtures("front")


async def test_the_author_in_any_order(street: Street) -> None:
    """Kind, name and number; what is neither is said; the name is hidden unless it is asked [B2] [P1]."""
    writer = await writing(street, step=Step.AUTHOR)
    view = await writer.person.tap("қала тұрғыны")
    assert kazakh("proposal-ask-author-name") in view.text
    assert kazakh("proposal-name-unreadable") in (await writer.person.send("Айгүл")).text
    assert kazakh("proposal-phone-unreadable") in (await writer.person.send("тел 12")).text
    view = await writer.person.send("Серікова Айгүл Маратқызы")
    assert kazakh("proposal-author-public", is_public=False) in view.text
    view = await writer.person.send("8 (701) 123-45-67")
    assert "+7 701 123 45 67" in view.text
    await writer.person.tap(KK("button-proposal-name-public"))
    assert (await writer.contents()).author == Author(
        kind="resident", name="Серікова Айгүл Маратқызы", phone="77011234567", is_name_public=True
    )
    await writer.person.tap(KK("button-proposal-name-hidden"))
    assert not (await writer.contents()).author.is_name_public


async def test_the_own_number_by_the_key(street: Street) -> None:
    """The shared number is the contact and verifies nobody here; another's card is refused [B2] [P1]."""
    writer = await writing(street, without(author=replace(FULL.author, phone=None)), step=Step.AUTHOR)
    await writer.person.tap(KK("button-proposal-own-phone"))
    view = await writer.person.contact("+77019999999", None)
    assert kazakh("proposal-contact-not-own") in view.text
    await writer.person.tap(KK("button-proposal-own-phone"))
    view = await writer.person.tap(KK("button-verification-share"))
    assert view.keyboard == []
    assert (await writer.contents()).author.phone == "77000000000"
    assert KK("proposal-name-author") in view.text


async def test_papers_are_told_and_never_taken(street: Street) -> None:
    """An association reads which papers go where; the chat takes none of them [B2] [P1]."""
    author = replace(FULL.author, kind="owners-association")
    writer = await writing(street, without(author=author), step=Step.PAPERS)
    view = await writer.person.chat()
    assert "хаттамасы" in view.text
    assert "Үлгі көшесі, 1-үй, 5-кабинет" in view.text
    view = await writer.person.tap(KK("button-proposal-next"))
    assert KK("proposal-name-rules") in view.text


async def test_consent_is_recorded_by_its_version(street: Street) -> None:
    """One press agrees to rules and consent; the version is kept with the answers [M1] [B2]."""
    writer = await writing(street, without(agreed_version=None), step=Step.RULES)
    await writer.person.tap(KK("button-proposal-agree"))
    assert (await writer.contents()).agreed_version == AUTHOR_CONSENT_VERSION


async def test_a_wrong_answer_brings_another_question(street: Street) -> None:
    """Words instead of a picture; nobody is locked out, whatever they answer [B2]."""
    writer = await writing(street, without(has_answered_question=False), step=Step.QUESTION)
    asked = {(await writer.person.chat()).text}
    for _ in range(3):
        view = await answer(writer.person, is_right=False)
        assert kazakh("proposal-question-wrong") in view.text
        asked.add(view.text)
    assert len(asked) >= 4
    view = await answer(writer.person, is_right=True)
    assert (await writer.contents()).has_answered_question
    assert KK("button-proposal-submit") in view.labels


async def answer(person: Person, *, is_right: bool) -> View:
    """Answer whatever is asked."""
    keys = {
        KK(f"button-question-{slug}-{option}"): option == OPTIONS[0]
        for slug in QUESTIONS
        for option in OPTIONS
    }
    labels = (await person.chat()).labels
    return await person.tap(next(label for label in labels if keys.get(label) is is_right))


async def test_typing_where_only_presses_count(street: Street) -> None:
    """Rules, question and preview point at their buttons [B2]."""
    writer = await writing(street, without(agreed_version=None), step=Step.RULES)
    assert kazakh("proposal-by-button") in (await writer.person.send("келісемін")).text
