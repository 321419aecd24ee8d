"""Consent before verification, what is kept in plain words and as a file, and its erasure (M1, M2)."""

import asyncio
import json

import aiohttp
import pytest

from core.model.language import Language
from core.store import privacy as store
from core.usecases.discussion.questions import ask
from core.usecases.discussion.support import support
from core.usecases.following.following import follow
from core.usecases.place.account import see
from core.usecases.privacy.consent import CONSENT_VERSION, has_consent
from core.usecases.proposal.submitting import submit
from core.usecases.voting.casting import cast_vote
from sandbox.client import Person
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.support.front import strict_locales
from tests.support.proposals import INTAKE, registered, written
from tests.support.town import CAMPAIGN, IINS, phone_of
from tests.transcripts import assert_fits, keep

WORDS = {language: strict_locales().words(language) for language in Language}
KK = WORDS[Language.KAZAKH]
RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]

pytestmark = pytest.mark.usefixtures("front")


async def asked_for_consent(street: Street, number: int, language: Language) -> Person:
    """Return somebody who has opened verification for the first time."""
    person = await street.settled(number, language)
    await person.tap(WORDS[language]("button-verify"))
    return person


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_consent_is_asked_once_with_everything_that_it_means(
    street: Street, number: int, language: Language
) -> None:
    """Who, why, what, how long, abroad, withdrawal; then it is recorded and the way goes on [M1] [P1]."""
    words = WORDS[language]
    person = await asked_for_consent(street, number, language)
    view = await person.chat()
    assert_fits(view)
    parts = {
        Language.KAZAKH: (
            "Семей қаласының әкімдігі",
            "/forget",
            "Telegram",
            "Нұсқасы: 1",
            "Қазақстаннан тыс",
        ),
        Language.RUSSIAN: ("Акимат города Семей", "/forget", "Telegram", "Версия: 1", "вне Казахстана"),
    }
    assert all(part in view.text for part in parts[language])
    view = await person.tap(words("button-consent-details"))
    assert_fits(view)
    assert "365" in view.text
    await person.tap(words("button-back"))
    view = await person.tap(words("button-consent-agree"))
    assert words("button-verification-phone") in view.labels
    async with street.town.services.database.read() as connection:
        row = await store.get_consent(connection, CAMPAIGN.akimat, number, CONSENT_VERSION)
    assert row is not None
    assert row["language"] == language.value
    view = await person.send("/verify")
    assert words("button-verification-phone") in view.labels, "it is asked once"
    await keep(person, language.value, "consent")


async def test_without_consent_nobody_is_verified(street: Street) -> None:
    """«I don't agree» records nothing and leads home; projects and rules stay open [M1]."""
    aigul = await asked_for_consent(street, AIGUL, Language.KAZAKH)
    view = await aigul.tap(KK("button-consent-decline"))
    assert KK("button-projects") in view.labels
    assert not await has_consent(street.town.services, CAMPAIGN, AIGUL)
    view = await aigul.tap(KK("button-verify"))
    assert KK("button-consent-agree") in view.labels


async def test_agreeing_twice_is_agreeing_once(street: Street) -> None:
    """A double tap on «I agree» is one consent, and the next screen is verification [M1]."""
    aigul = await asked_for_consent(street, AIGUL, Language.KAZAKH)
    await asyncio.gather(*(aigul.tap(KK("button-consent-agree"), wait=False) for _ in range(2)))
    await street.sandbox.idle()
    assert await has_consent(street.town.services, CAMPAIGN, AIGUL)
    view = await aigul.send("/verify")
    assert KK("button-verification-phone") in view.labels


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_what_is_kept_is_told_in_plain_words(street: Street, number: int, language: Language) -> None:
    """Place, consent, phone link and that a vote was counted are told; the choice never is [M1] [P4]."""
    words = WORDS[language]
    person = await street.voter(number, 0, language)
    await cast_vote(street.town.services, CAMPAIGN, number, number=5, session=None)
    view = await person.send("/mydata")
    assert_fits(view)
    for key in ("data-heading", "data-channel-bot", "data-way-phone"):
        assert words(key).removeprefix("<b>").removesuffix("</b>") in view.text
    assert words("data-not-kept", has_author=False) in view.text
    assert str(number) in view.text
    assert phone_of(0) not in view.text
    await keep(person, language.value, "mydata")


async def test_what_is_kept_can_be_taken_as_a_file(street: Street) -> None:
    """The file is JSON with the same facts, without a key, a phone, an IIN or a choice [M1] [P4]."""
    aigul = await street.voter(AIGUL, 0)
    await cast_vote(street.town.services, CAMPAIGN, AIGUL, number=5, session=None)
    await aigul.send("/mydata")
    view = await aigul.tap(KK("button-data-download"))
    assert KK("button-data-download") in view.labels, "the screen stands below the file again"
    sent = next(message for message in view.messages if message["kind"] == "document")
    written = await downloaded(street, sent["document"])
    facts = json.loads(written)
    assert facts["account_id"] == AIGUL
    assert facts["territory"] == "eski-qala"
    assert facts["consents"][0]["given_at"] == "2026-11-20T06:00:00+00:00"
    assert [part["day"] for part in facts["took_part"]] == ["2026-11-20"]
    assert not {"project", "number", "choice"} & set(facts["took_part"][0])
    assert not any(secret in written for secret in (IINS[0], phone_of(0)))


async def downloaded(street: Street, document: dict[str, str]) -> str:
    """Return the text of a document as the person's phone gets it."""
    address = f"{street.sandbox.url}{document['url']}"
    async with aiohttp.ClientSession() as http, http.get(address) as response:
        return await response.text(encoding="utf-8")


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_forgetting_says_what_stays_and_erases_the_rest(
    street: Street, number: int, language: Language
) -> None:
    """What must stay is said with its last day and reason; the rest is gone, the language stays [M1] [M2]."""
    words = WORDS[language]
    person = await street.voter(number, 0, language)
    view = await person.send("/forget")
    assert_fits(view)
    last_days = {
        Language.KAZAKH: "2027 жылғы 29 қарашаға дейін (қоса алғанда",
        Language.RUSSIAN: "до 29 ноября 2027 года включительно",
    }
    assert last_days[language] in view.text
    view = await person.tap(words("button-forget-no"))
    assert words("button-data-download") in view.labels
    await person.tap(words("button-data-forget"))
    view = await person.tap(words("button-forget-yes"))
    assert view.text == words("forget-done")
    known = await see(street.town.services, number)
    assert (known.language, known.campaign_id, known.territory) == (language, None, None)
    assert not await has_consent(street.town.services, CAMPAIGN, number)
    view = await person.tap(words("button-home"))
    assert words("button-place-unknown") in view.labels, "the place is asked for again"
    await keep(person, language.value, "forget")


async def test_forgetting_gives_no_second_vote(street: Street) -> None:
    """Whoever forgets, agrees and is verified again is still somebody who has voted [M1] [E3]."""
    await street.voter(AIGUL, 0)
    await cast_vote(street.town.services, CAMPAIGN, AIGUL, number=5, session=None)
    aigul = street.sandbox.person(AIGUL)
    await aigul.send("/forget")
    await aigul.tap(KK("button-forget-yes"))
    await street.voter(AIGUL, 0)
    assert KK("home-voted") in (await aigul.start()).text


async def test_somebody_without_a_place_may_ask_too(street: Street) -> None:
    """/mydata and /forget answer whoever has only pressed START, and a second «yes» does no harm [M1]."""
    dana = street.sandbox.person(DANA)
    await dana.start()
    view = await dana.send("/mydata")
    assert str(DANA) in view.text
    view = await dana.send("/forget")
    assert "2027" not in view.text
    await asyncio.gather(*(dana.tap(KK("button-forget-yes"), wait=False) for _ in range(2)))
    await street.sandbox.idle()
    assert (await see(street.town.services, DANA)).language is None


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_an_author_reads_what_is_kept_and_what_stays(
    street: Street, number: int, language: Language
) -> None:
    """Draft, proposal with name and phone, support, question and follow are said; the proposal stays [M1]."""
    words = WORDS[language]
    town = street.town
    person = await street.voter(number, 0, language)
    town.clock.set_to(INTAKE)
    other = await registered(town, 1)
    draft_id = await written(town, number)
    mine = (await submit(town.services, CAMPAIGN, number, draft_id)).number
    await written(town, number, title="Көпір жөндеу")
    await support(town.services, CAMPAIGN, number, other)
    await ask(town.services, CAMPAIGN, number, other, text="Қашан?", language=language)
    await follow(town.services, CAMPAIGN, number, other)
    view = await person.send("/mydata")
    assert_fits(view)
    for said in (f"№ {mine}", "Әсел Серікқызы, 77000000000", "«Көпір жөндеу»"):
        assert said in view.text
    assert words("data-supported", count=1) in view.text
    view = await person.tap(words("button-data-forget"))
    assert_fits(view)
    assert f"(№ {mine})" in view.text
    await person.tap(words("button-forget-yes"))
    await street.voter(number, 0, language)
    view = await person.send("/mydata")
    assert "Көпір" not in view.text
    assert f"№ {mine}" in view.text, "who is verified anew finds the proposal that stayed"
    await keep(person, language.value, "mydata-author")
