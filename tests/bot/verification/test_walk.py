"""Walks through every screen of verification, in both languages, kept as golden files."""

import pytest

from bot.dialogs import states
from core.identity.codes import printed
from core.model.language import Language
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.front import Front

SPEAKERS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]
pytestmark = pytest.mark.parametrize(("number", "language"), SPEAKERS)


async def test_by_phone_in_both_languages(
    street: Street, front: Front, number: int, language: Language
) -> None:
    """From a project through consent and the own phone back to the project [E2] [M1] [P5] [P6]."""
    del front
    walker = Walker(await street.settled(number, language), language, street.folder / "fsm.sqlite3")
    await walker.send("/projects")
    await walker.send("12")
    await walker.tap("button-browsing-vote")
    await walker.tap("button-consent-agree")
    await walker.tap("button-verification-phone")
    await walker.send("+7 700 000 00 00")
    await walker.tap("button-verification-share")
    await walker.tap("button-verification-vote")
    await walker.keep("verification-phone")


async def test_by_code_in_both_languages(
    street: Street, front: Front, number: int, language: Language
) -> None:
    """A wrong code, the right one, its session and «Finish» [E2] [P5] [P6]."""
    del front
    await street.town.issue(2)
    code = street.town.codes[2]
    walker = Walker(await street.settled(number, language), language, street.folder / "fsm.sqlite3")
    walker.hidden += [printed(code)]
    await walker.send("/verify")
    await walker.tap("button-consent-agree")
    await walker.tap("button-verification-phone")
    await walker.tap("button-back")
    await walker.tap("button-verification-code")
    await walker.send("2222-3333" if not code.startswith("2222") else "3333-2222")
    await walker.send(printed(code))
    await walker.tap("button-verification-finish")
    await walker.tap("button-verification-next")
    assert walker.has_opened_all(states.Verification)
    await walker.keep("verification-code")
