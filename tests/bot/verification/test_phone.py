"""Verification by the own phone, in the chat: the key, whose contact counts, and what comes after."""

import pytest

from core.model.language import Language
from core.usecases.privacy.consent import has_consent
from core.usecases.verification.person import current_person
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, DANA, IGOR, STRANGER_PHONE, Street
from tests.bot.walking import WORDS, kazakh, told
from tests.support.front import Front
from tests.support.town import CAMPAIGN, Town, phone_of, row

KK = WORDS[Language.KAZAKH]
SHARE = KK("button-verification-share")
BY_PHONE = KK("button-verification-phone")
AGREE = KK("button-consent-agree")
DESK = {"contact": "Экономика және қаржы бөлімі (үлгі)", "phone": "00-00-01"}
"""Whom the sample rulebook names for codes."""


@pytest.fixture
async def aigul(street: Street, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody at the home screen, in Kazakh."""
    return await street.settled(AIGUL)


async def reach_key(person: Person) -> View:
    """Agree to the consent and stand before the key that shares the number."""
    await person.send("/verify")
    await person.tap(AGREE)
    return await person.tap(BY_PHONE)


async def is_verified(town: Town, account: int) -> bool:
    """Say whether the account stands for somebody."""
    return await current_person(town.services, CAMPAIGN, account) is not None


async def test_the_own_phone_verifies(town: Town, aigul: Person) -> None:
    """Consent, one key, and it is said where one may vote: no name, no IIN, no birth date [E2] [M1] [P1]."""
    view = await reach_key(aigul)
    assert view.keyboard == [[SHARE]]
    view = await aigul.tap(SHARE)
    assert view.text.startswith("Расталды.")
    assert "Орталық ауданы" in view.text
    assert not any(word in view.text for word in ("1980", "Айгүл", "9912"))
    assert await is_verified(town, AIGUL)


async def test_the_key_leaves_without_a_trace(aigul: Person) -> None:
    """The reply keyboard is removed, and no message about it stays in the chat [E2] [P5]."""
    await reach_key(aigul)
    view = await aigul.tap(SHARE)
    assert view.keyboard == []
    for key in ("verification-phone-key", "verification-key-removed"):
        assert KK(key) not in [message["text"] for message in view.messages]


@pytest.mark.parametrize("way", ["/start", "/projects", "home"])
async def test_leaving_takes_the_key_away(town: Town, aigul: Person, way: str) -> None:
    """Whoever leaves by a command, or by the button under a refusal, has the keyboard back [E2] [P5]."""
    await town.register(row(0, phone=phone_of(0)), row(1, phone=phone_of(0)))
    await reach_key(aigul)
    await aigul.tap(SHARE)
    view = await (aigul.tap(KK("button-go-home")) if way == "home" else aigul.send(way))
    assert view.keyboard == []


async def test_going_back_takes_the_key_away(aigul: Person) -> None:
    """Whoever decides otherwise has an ordinary keyboard again [E2]."""
    await reach_key(aigul)
    view = await aigul.tap(KK("button-back"))
    assert view.keyboard == []
    assert BY_PHONE in view.labels


async def test_without_consent_nothing_happens(town: Town, aigul: Person) -> None:
    """Declining leads home; sharing a contact all the same is refused with the way to the consent [M1]."""
    await aigul.send("/verify")
    view = await aigul.tap(KK("button-consent-decline"))
    assert KK("button-projects") in view.labels
    assert not await has_consent(town.services, CAMPAIGN, AIGUL)
    view = await aigul.contact()
    assert told(view) == kazakh("refusal-consent-missing")
    assert not await is_verified(town, AIGUL)


async def test_the_consent_is_asked_once(aigul: Person) -> None:
    """Whoever has agreed goes straight to the ways the next time [M1]."""
    await aigul.send("/verify")
    await aigul.tap(AGREE)
    assert BY_PHONE in (await aigul.send("/verify")).labels


async def test_the_card_of_somebody_else_proves_nothing(town: Town, aigul: Person) -> None:
    """A contact counts only if it is the sender's own; the key stays for another try [E2] [P7]."""
    await reach_key(aigul)
    for user_id in (IGOR, None):
        view = await aigul.contact(phone_of(1), user_id)
        assert told(view) == kazakh("refusal-phone-not-own")
        assert view.keyboard == [[SHARE]]
        assert not await is_verified(town, AIGUL)
    assert (await aigul.tap(SHARE)).text.startswith("Расталды.")


async def test_a_typed_number_proves_nothing(town: Town, aigul: Person) -> None:
    """Eleven typed digits are answered by pointing at the key [E2] [P7]."""
    await reach_key(aigul)
    view = await aigul.send("+7 700 000 00 00")
    assert kazakh("verification-phone-typed") in str(view)
    assert not await is_verified(town, AIGUL)
    assert view.keyboard == [[SHARE]]


async def test_a_phone_that_the_register_does_not_have(street: Street, town: Town, front: Front) -> None:
    """An unknown phone is refused with whom to ask for a code, by name and number [E2] [P7]."""
    del front
    dana = await street.settled(DANA)
    await reach_key(dana)
    view = await dana.tap(SHARE)
    assert told(view) == kazakh("refusal-phone-unknown", **DESK)
    assert STRANGER_PHONE not in view.text
    assert not await is_verified(town, DANA)


async def test_a_phone_beside_two_people_proves_neither(town: Town, aigul: Person) -> None:
    """A shared phone is refused, and says that codes are the way [E2] [P7]."""
    await town.register(row(0, phone=phone_of(0)), row(1, phone=phone_of(0)))
    await reach_key(aigul)
    assert told(await aigul.tap(SHARE)) == kazakh("refusal-phone-shared", **DESK)
    assert not await is_verified(town, AIGUL)


async def test_a_contact_is_taken_whatever_screen_is_open(town: Town, aigul: Person) -> None:
    """The key may still be on another device after /start: the contact verifies all the same [E2]."""
    await reach_key(aigul)
    await aigul.send("/start")
    view = await aigul.contact()
    assert view.text.startswith("Расталды.")
    assert view.keyboard == []
    assert await is_verified(town, AIGUL)


async def test_two_places_are_both_named(town: Town, aigul: Person) -> None:
    """Registered in two districts, one reads both, and that the vote is one [E1] [E2]."""
    await town.register(
        row(0, phone=phone_of(0)), row(0, "samal-1", kind="temporary", until="2027-03-01", phone=phone_of(0))
    )
    await reach_key(aigul)
    view = await aigul.tap(SHARE)
    assert "Орталық ауданы және Самал ауданы" in view.text
    assert "дауысыңыз біреу" in view.text


async def test_a_registration_outside_of_the_campaign(town: Town, aigul: Person) -> None:
    """Verified but registered nowhere on the day of the opening: said at once, with whom to ask [E1] [P7]."""
    await town.register(row(0, since="2026-11-25", phone=phone_of(0)))
    await reach_key(aigul)
    assert kazakh("verification-own-none") in (await aigul.tap(SHARE)).text


async def test_the_way_back_leads_to_the_project(aigul: Person) -> None:
    """Whoever wanted to vote for a project goes on with it after the verification [E2] [E4]."""
    await aigul.send("/projects")
    await aigul.send("12")
    await aigul.tap(KK("button-browsing-vote"))
    view = await aigul.tap(AGREE)
    assert KK("button-verification-card") in view.labels
    await aigul.tap(BY_PHONE)
    await aigul.tap(SHARE)
    view = await aigul.tap(KK("button-verification-vote"))
    assert "№ 12. Мектеп жанындағы" in view.text
    assert KK("button-voting-yes") in view.labels


async def test_a_restart_forgets_the_wish_and_nothing_else(street: Street, town: Town) -> None:
    """The project that was pressed lives in memory alone; verification goes on after a restart [E7]."""
    async with street.open_bot():
        aigul = await street.settled(AIGUL)
        await aigul.send("/projects")
        await aigul.send("12")
        await aigul.tap(KK("button-browsing-vote"))
        await aigul.tap(AGREE)
        await aigul.tap(BY_PHONE)
    async with street.open_bot():
        view = await aigul.tap(SHARE)
        assert view.text.startswith("Расталды.")
        assert KK("button-verification-vote") not in view.labels
        assert KK("button-verification-projects") in view.labels
    assert await is_verified(town, AIGUL)
