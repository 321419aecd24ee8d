"""The walk: residents side by side on a local Telegram, from START to the outcome, in both languages."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.language import Language
from sandbox.client import Person, View
from tests import transcripts
from tests.walk.demo import Demo, Resident, running_demo

OWN_PHONE, OTHER_DISTRICT, BY_CODE, MINOR = 1001, 1002, 1003, 1004
TOWN = "Семей"
CENTRE = {Language.KAZAKH: "Орталық", Language.RUSSIAN: "Центральный"}
SHORE = {Language.KAZAKH: "Жағалау", Language.RUSSIAN: "Жагалау"}
SAMAL = {Language.KAZAKH: "Самал", Language.RUSSIAN: "Самал"}
COUNTED = {Language.KAZAKH: "Дауысыңыз есепке алынды", Language.RUSSIAN: "Ваш голос учтён"}
RESULT = {Language.KAZAKH: "жеңіп шықты", Language.RUSSIAN: "Победили"}
CODE_OWNER = "Данияр"
END = "Семей: конец голосования"

_CHANGING = (
    (re.compile(r"\b[0-9a-f]{64,128}\b"), "…"),
    (re.compile(r"\b(?:[0-9A-F]{4} ){3}[0-9A-F]{4}\b"), "XXXX XXXX XXXX XXXX"),
    (re.compile(r"\b[2-9ACEHKMPTXY]{4}-[2-9ACEHKMPTXY]{4}\b", re.IGNORECASE), "XXXX-XXXX"),
)
"""What keys and codes of a fresh demo make different each time."""


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def language(request: pytest.FixtureRequest) -> Language:
    """The language in which everybody speaks."""
    return Language(request.param)


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """The demo with all its processes."""
    async with running_demo(tmp_path / "demo") as running:
        yield running


async def test_the_residents_road(demo: Demo, language: Language) -> None:
    """Read, browse, be verified, vote once, be refused in words, hear the outcome; a kill loses nothing.

    [A2] [A3] [D1] [D2] [D3] [E1] [E2] [E3] [E4] [E5] [F1] [F5] [N1] [P6]
    """
    voter = demo.resident(OWN_PHONE, language)
    await voter.settle(TOWN, CENTRE[language], "Арман")
    await read_the_rules(voter)
    await browse(voter)
    await verify_and_vote(voter, demo)
    await vote_again(voter)
    stranger = demo.resident(OTHER_DISTRICT, language)
    await be_refused_elsewhere(stranger, SHORE[language])
    guest = demo.resident(BY_CODE, language)
    await vote_by_code(guest, SAMAL[language], demo.code_of(CODE_OWNER))
    minor = demo.resident(MINOR, language)
    await be_refused_under_age(minor, CENTRE[language])
    await demo.move_clock(END)
    await hear_the_outcome(voter, stranger, guest)
    await come_too_late(stranger)
    for name, resident in (("voter", voter), ("stranger", stranger), ("guest", guest), ("minor", minor)):
        await transcripts.keep(_Steady(resident.person), language.value, f"walk-{name}")


async def read_the_rules(resident: Resident) -> None:
    """Open the rules and a few of their chapters, and come home."""
    await resident.press("button-rules")
    for chapter in ("dates", "winners", "trust"):
        view = await resident.press(f"button-chapter-{chapter}")
        assert len(view.text) < transcripts.SCREEN_LENGTH
        await resident.press("button-contents")
    view = await resident.press("button-home")
    assert resident.label("button-verify") in view.labels


async def browse(resident: Resident) -> None:
    """Search with plain letters, open the card, ask for its pictures."""
    await resident.press("button-projects")
    view = await resident.person.send("кызгалдак")
    assert "№ 2" in view.labels
    await resident.person.tap("№ 2")
    pictures = resident.label("button-browsing-pictures", count=0, size=0).partition("0")[0]
    view = await resident.person.chat()
    view = await resident.person.tap(next(each for each in view.labels if each.startswith(pictures)))
    assert any(message.get("photo") for message in view.messages)


async def verify_and_vote(resident: Resident, demo: Demo) -> None:
    """Vote for the card: consent, own telephone, question; the bot is killed before the answer."""
    await resident.person.send("/projects")
    await resident.person.tap("№ 2")
    await resident.press("button-browsing-vote")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-phone")
    await resident.person.contact()
    view = await resident.press("button-verification-vote")
    assert resident.label("button-voting-yes") in view.labels
    demo.kill_bot()
    view = await resident.press("button-voting-yes")
    assert view.text.startswith(COUNTED[resident.language])


async def vote_again(resident: Resident) -> None:
    """Try another project: the receipt comes again, and no choice."""
    first = await resident.person.chat()
    await resident.person.send("/projects")
    await resident.press("button-browsing-clear")
    await resident.person.send("7")
    view = await resident.press("button-browsing-vote")
    number = re.search(r"\b(?:[0-9A-F]{4} ){3}[0-9A-F]{4}\b", first.text)
    assert number is not None
    assert number[0] in view.text
    assert "№ 7" not in view.text


async def be_verified_by_phone(resident: Resident) -> None:
    """Agree to the consent and share the own telephone."""
    await resident.press("button-verify")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-phone")
    await resident.person.contact()


async def want_to_vote(resident: Resident, number: int) -> View:
    """Open a card by its number and press its vote button."""
    await resident.person.send("/projects")
    await resident.person.send(str(number))
    return await resident.press("button-browsing-vote")


async def be_refused_elsewhere(resident: Resident, place: str) -> None:
    """Somebody of another district is told where he may vote."""
    await resident.settle(TOWN, place, "А")
    await be_verified_by_phone(resident)
    view = await want_to_vote(resident, 2)
    assert place in f"{view.answer} {view.text}"


async def vote_by_code(resident: Resident, place: str, code: str) -> None:
    """A wrong code is counted, the right one opens a session that ends with the receipt."""
    await resident.settle(TOWN, place, "1")
    await resident.press("button-verify")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-code")
    await resident.person.send("2222-2222")
    await resident.person.send(code.lower())
    await want_to_vote(resident, 27)
    view = await resident.press("button-voting-yes")
    assert view.text.startswith(COUNTED[resident.language])
    assert code not in str(view.messages)


async def be_refused_under_age(resident: Resident, place: str) -> None:
    """Who comes of age three days after the last day is told the day that counts."""
    await resident.settle(TOWN, place, "Арман")
    await be_verified_by_phone(resident)
    view = await want_to_vote(resident, 7)
    assert "18" in f"{view.answer} {view.text}"


async def hear_the_outcome(*residents: Resident) -> None:
    """Everybody is told the outcome of the own territory, and may read all of it."""
    for resident in residents:
        await resident.person.wait_for(RESULT[resident.language], timeout=60)
        view = await resident.press("button-go-outcome")
        assert len(view.text) < transcripts.SCREEN_LENGTH


async def come_too_late(resident: Resident) -> None:
    """After the end a card has no vote button."""
    await resident.person.send("/projects")
    view = await resident.person.send("13")
    assert resident.label("button-browsing-vote") not in view.labels


class _Steady(Person):
    """A person whose transcript has the same signs each time, however the keys fell."""

    def __init__(self, person: Person) -> None:
        super().__init__(person._sandbox, person.id)

    async def transcript(self) -> str:
        """Return the conversation with what changes covered."""
        told = await super().transcript()
        for pattern, cover in _CHANGING:
            told = pattern.sub(cover, told)
        return told
