"""Verification by a clerk's code, in the chat: typing, attempts, the session and its end."""

from datetime import timedelta

import pytest

from core.identity.codes import printed
from core.model.language import Language
from core.usecases.verification.person import current_person
from sandbox.client import Person, View
from tests.bot.residents import AIGUL, DANA, Street
from tests.bot.walking import WORDS, kazakh, told
from tests.support.front import Front
from tests.support.town import CAMPAIGN, OPEN, Town

KK = WORDS[Language.KAZAKH]
BY_CODE = KK("button-verification-code")
AGREE = KK("button-consent-agree")
FINISH = KK("button-verification-finish")
VOTE, GO_ON = KK("button-browsing-vote"), KK("button-verification-vote")
TO_CARD = KK("button-verification-card")
CYRILLIC = str.maketrans("ACEHKMPTXY", "АСЕНКМРТХУ")


@pytest.fixture
async def dana(street: Street, town: Town, front: Front) -> Person:  # noqa: ARG001  (the bot is open)
    """Somebody whose phone no register has; codes are issued for the persons 2 and 3."""
    await town.issue(2, 3)
    return await street.settled(DANA)


async def reach_code(person: Person) -> View:
    """Agree to the consent where it is asked, and stand before the question for the code."""
    view = await person.send("/verify")
    if AGREE in view.labels:
        await person.tap(AGREE)
    elif BY_CODE not in view.labels:
        await person.tap(KK("button-verification-other"))
    return await person.tap(BY_CODE)


async def person_of(town: Town, account: int) -> bytes | None:
    """Return whom the account stands for."""
    found = await current_person(town.services, CAMPAIGN, account)
    return found.person_key if found else None


async def test_a_code_begins_a_session(town: Town, dana: Person) -> None:
    """The code is taken, leaves the chat, and the end of its session is told [E2] [P1]."""
    view = await reach_code(dana)
    assert "72 сағат" in view.text
    assert "10 рет қателесуге болады" in view.text
    code = town.codes[2]
    view = await dana.send(code)
    assert view.text.startswith("Код қабылданды.")
    assert "сағат 11:15-ке дейін" in view.text
    assert code not in str(view)
    assert await person_of(town, DANA) is not None


async def test_a_code_is_read_as_people_type_it(town: Town, dana: Person) -> None:
    """Small letters, groups, dashes and Cyrillic look-alikes are the same code [E2]."""
    code = town.codes[2]
    await reach_code(dana)
    for typed in (
        printed(code).lower(),
        " ".join(code),
        code.translate(CYRILLIC),
        f"{code[:4]} – {code[4:].lower().translate(CYRILLIC)}",
    ):
        view = await dana.send(typed)
        assert view.text.startswith("Код қабылданды."), typed
        assert typed not in str(view)
        await reach_code(dana)


async def test_a_wrong_code_says_how_many_attempts_are_left(town: Town, dana: Person) -> None:
    """Wrong codes are counted down and deleted too; after ten the account waits for a day [E2] [P7]."""
    await reach_code(dana)
    wrong = "22223333" if town.codes[2][:4] != "2222" else "33332222"
    for left in range(9, 0, -1):
        town.wait(seconds=1)
        view = await dana.send(wrong)
        assert told(view) == kazakh("refusal-code-wrong", left=left)
        assert wrong not in str(view)
    town.wait(seconds=1)
    await dana.send(wrong)
    view = await dana.send(town.codes[2])
    assert told(view) == kazakh("refusal-code-attempts", attempts=10)
    assert await person_of(town, DANA) is None
    town.wait(days=1, minutes=1)
    assert (await dana.send(town.codes[2])).text.startswith("Код қабылданды.")


async def test_a_code_locks_after_five_wrong_halves(town: Town, dana: Person) -> None:
    """Guessing the second half of a code locks that code for everybody [E2] [P7]."""
    await reach_code(dana)
    code = town.codes[2]
    tail = "2222" if code[4:] != "2222" else "3333"
    for _ in range(5):
        await dana.send(code[:4] + tail)
    assert told(await dana.send(code)) == kazakh("refusal-code-locked")
    assert (await dana.send(town.codes[3])).text.startswith("Код қабылданды.")


async def test_an_expired_and_a_used_code(town: Town, street: Street, dana: Person) -> None:
    """A code after its term and one that somebody has used are refused with their instants [E2] [P7]."""
    aigul = await street.settled(AIGUL)
    await reach_code(aigul)
    await aigul.send(town.codes[2])
    await reach_code(dana)
    used = kazakh("refusal-code-used", used_at=OPEN)
    assert told(await dana.send(town.codes[2])) == used
    assert "2026 жылғы 20 қараша, сағат 11:00" in used
    town.wait(hours=72)
    expired = kazakh("refusal-code-expired", expired_at=OPEN + timedelta(hours=72))
    assert told(await dana.send(town.codes[3])) == expired


async def test_finish_leaves_nothing_of_the_former_person(town: Town, dana: Person) -> None:
    """«Finish» ends the session, and the same message says that nothing stays on the screen [E2]."""
    await reach_code(dana)
    view = await dana.send(town.codes[2])
    message = view.last["message_id"]
    view = await dana.tap(FINISH)
    assert view.last["message_id"] == message
    assert view.text.startswith("Сеанс аяқталды.")
    assert "Орталық ауданы" not in view.text
    assert await person_of(town, DANA) is None
    assert BY_CODE in (await dana.tap(KK("button-verification-next"))).labels


async def test_a_household_takes_turns_on_one_phone(town: Town, dana: Person) -> None:
    """A second code on the same account ends the first one's session and stands for its own person [E2]."""
    await reach_code(dana)
    await dana.send(town.codes[2])
    first = await person_of(town, DANA)
    await reach_code(dana)
    await dana.send(town.codes[3])
    second = await person_of(town, DANA)
    assert None not in {first, second}
    assert first != second


async def test_a_wish_is_not_handed_to_the_next_person(town: Town, dana: Person) -> None:
    """Sixteen minutes after a vote was begun by code, the next person is offered no project [E2] [E7]."""
    await dana.send("/projects")
    await dana.send("12")
    await dana.tap(VOTE)
    await dana.tap(AGREE)
    await dana.tap(BY_CODE)
    assert GO_ON in (await dana.send(town.codes[2])).labels
    town.wait(minutes=16)
    view = await dana.tap(GO_ON)
    assert view.answer == KK("screen-outdated-alert")
    assert "№ 12" not in str(view.last)
    await reach_code(dana)
    view = await dana.send(town.codes[3])
    assert view.text.startswith("Код қабылданды.")
    assert GO_ON not in view.labels


async def test_whoever_leaves_the_ways_leaves_no_wish(town: Town, dana: Person) -> None:
    """A vote begun unverified and left is not offered to whoever comes to be verified later [E2] [E7]."""
    await dana.send("/projects")
    await dana.send("12")
    await dana.tap(VOTE)
    assert TO_CARD in (await dana.tap(AGREE)).labels
    await dana.start()
    assert TO_CARD not in (await dana.send("/verify")).labels
    await dana.tap(BY_CODE)
    assert GO_ON not in (await dana.send(town.codes[3])).labels


async def test_a_session_ends_by_itself(town: Town, dana: Person) -> None:
    """After fifteen minutes the screen shows that the session is over [E2]."""
    await reach_code(dana)
    await dana.send(town.codes[2])
    town.clock.advance(timedelta(minutes=15))
    view = await dana.tap(FINISH)
    assert view.text.startswith("Сеанс аяқталды.")


async def test_a_code_reaches_no_memory_of_screens(town: Town, street: Street, dana: Person) -> None:
    """Neither the code nor its half stands in the file of screens [E2] [P1]."""
    await reach_code(dana)
    await dana.send(town.codes[2])
    written = b"".join(path.read_bytes() for path in street.folder.glob("fsm.sqlite3*"))
    assert town.codes[2].encode() not in written
    assert town.codes[2][4:].encode() not in written
