"""Walks through a vote, in both languages, kept as golden files."""

import pytest

from bot.dialogs import states
from core.model.language import Language
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.front import Front

SPEAKERS = [(AIGUL, 0, Language.KAZAKH), (IGOR, 1, Language.RUSSIAN)]
pytestmark = pytest.mark.parametrize(("number", "voter", "language"), SPEAKERS)


async def test_a_vote_in_both_languages(
    street: Street, front: Front, number: int, voter: int, language: Language
) -> None:
    """Another district, question, no, question, yes, receipt, and the receipt again [E3] [E5] [P5] [P6]."""
    del front
    person = await street.voter(number, voter, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/myvote")
    await walker.tap("button-voting-projects")
    await walker.send("24")
    await walker.tap("button-browsing-vote")
    await walker.send("/projects")
    await walker.send("12")
    await walker.tap("button-browsing-vote")
    await walker.tap("button-voting-card")
    await walker.tap("button-browsing-vote")
    await walker.tap("button-voting-yes")
    await walker.tap("button-voting-home")
    await walker.send("/projects")
    await walker.send("4")
    await walker.tap("button-browsing-vote")
    await walker.send("/myvote")
    assert walker.has_opened_all(states.Voting)
    await walker.keep("vote")


async def test_a_vote_by_code_in_both_languages(
    street: Street, front: Front, number: int, voter: int, language: Language
) -> None:
    """On a shared phone the receipt is written down and put away [E2] [E5] [P5] [P6]."""
    del front, voter
    await street.town.issue(2)
    await street.town.settle(number)
    person = await street.settled(number, language)
    await street.town.by_code(number, 2)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/projects")
    await walker.send("12")
    await walker.tap("button-browsing-vote")
    await walker.tap("button-voting-yes")
    await walker.tap("button-voting-put-away")
    await walker.send("/myvote")
    await walker.keep("vote-code")
