"""What a telephone that serves others keeps shut, and how that ends (K1)."""

import pytest

from core.rules.concern import HELPING_FOR
from core.usecases.helper.mode import begin_helping
from core.usecases.place.account import see
from core.usecases.verification.person import current_person
from sandbox.client import Person
from tests.bot.residents import AIGUL, Street
from tests.bot.voting.booth import KK, TITLE, VOTE, YES, ask, votes
from tests.bot.walking import kazakh, told
from tests.support.front import Front
from tests.support.town import CAMPAIGN, Town

NOW = "Келесі адам"


@pytest.fixture
async def helper(street: Street, town: Town, front: Front) -> Person:
    """Somebody who is linked herself and has begun to help."""
    del front
    await town.issue(2, 3)
    aigul = await street.voter(AIGUL, 0)
    await aigul.send("/helper")
    view = await aigul.tap(KK("button-helper-begin"))
    assert view.text.startswith(NOW)
    return aigul


@pytest.mark.parametrize(
    "command", ["/start", "/mydata", "/forget", "/propose", "/following", "/reminders", "/place", "/verify"]
)
async def test_commands_that_are_shut(helper: Person, command: str) -> None:
    """What shows or changes the owner's own leads back to the next person's code [K1] [P1]."""
    view = await helper.send(command)
    assert view.text.startswith(NOW)
    # The one from before the mode began stays; what is sent in it goes.
    assert [each["text"] for each in view.messages].count(command) == (command == "/start")


async def test_other_messages_are_shut(helper: Person, town: Town) -> None:
    """A shared contact and a photo change nothing and show nothing of the owner's [K1]."""
    assert (await helper.contact()).text.startswith(NOW)
    assert (await helper.send_sticker()).text.startswith(NOW)
    assert await current_person(town.services, CAMPAIGN, AIGUL) is None


async def test_the_own_vote_waits(helper: Person, town: Town) -> None:
    """Without a code a vote leads to the code's screen; nothing is counted in the helper's name [K1] [E2]."""
    view = await ask(helper)
    assert view.text.startswith(NOW)
    assert await votes(town) == (0, 0)


async def test_a_vote_goes_on_after_the_code(helper: Person, town: Town) -> None:
    """The project that was pressed first is one press away after the code, as without a helper [K1] [E4]."""
    await ask(helper)
    await helper.send(town.codes[2])
    view = await helper.tap(KK("button-verification-vote"))
    assert TITLE in view.text
    view = await helper.tap(YES)
    assert view.labels == [KK("button-helper-qr"), KK("button-helper-next")]
    assert await votes(town) == (1, 1)
    view = await helper.tap(KK("button-helper-next"))
    assert view.text.startswith(NOW)
    assert not any(TITLE in each["text"] for each in view.messages)


async def test_a_receipt_asked_for_again(helper: Person, town: Town) -> None:
    """Whoever has voted already sees the receipt, its QR code once, and goes without a trace [K1] [E5]."""
    await helper.send(town.codes[2])
    await helper.tap(KK("button-helper-projects"))
    await helper.send("12")
    await helper.tap(VOTE)
    view = await helper.tap(YES)
    receipt = view.last["message_id"]
    view = await helper.tap(KK("button-helper-qr"))
    assert view.labels == [KK("button-helper-next")]
    assert receipt not in {each["message_id"] for each in view.messages}
    await helper.tap(KK("button-helper-next"))
    await helper.send(town.codes[3])
    view = await helper.send("/myvote")
    assert kazakh("voting-unverified") not in view.text
    assert "есепке алынған жоқ" in view.text


async def test_an_hour_without_anybody(helper: Person, town: Town) -> None:
    """The first press after it does nothing but tell the owner that the telephone is hers again [K1]."""
    view = await helper.send("/projects")
    await helper.send("12")
    town.clock.advance(HELPING_FOR)
    view = await helper.tap(VOTE)
    assert any(
        "Көмекші режимі аяқталды" in each for each in (view.answer, *(m["text"] for m in view.messages))
    )
    assert await votes(town) == (0, 0)
    assert not (await see(town.services, AIGUL)).is_helping
    person = await current_person(town.services, CAMPAIGN, AIGUL)
    assert person is not None


async def test_where_no_code_is_taken(street: Street, town: Town, front: Front) -> None:
    """Who has not agreed is asked for the consent first, as before any code [K1] [M1]."""
    del front
    aigul = await street.settled(AIGUL)
    view = await aigul.send("/helper")
    assert KK("button-consent-agree") in view.labels
    view = await aigul.tap(KK("button-consent-agree"))
    assert KK("button-helper-begin") in view.labels
    await aigul.tap(KK("button-helper-begin"))
    assert (await see(town.services, AIGUL)).is_helping


async def test_a_helper_of_another_process(street: Street, town: Town, front: Front) -> None:
    """The mode is in the database: whichever process answers, it is on, and /helper finds it [K1]."""
    del front
    aigul = await street.voter(AIGUL, 0)
    await begin_helping(town.services, CAMPAIGN, AIGUL)
    assert (await aigul.send("/helper")).text.startswith(NOW)
    assert told(await aigul.tap(KK("button-helper-stop"))) == kazakh("helper-stopped")
