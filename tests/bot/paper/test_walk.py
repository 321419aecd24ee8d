"""Walks with a slip, with an application as a file and with a QR code, kept as golden files."""

import pytest

from bot.dialogs import states
from core.model.language import Language
from core.model.staff import Role
from core.rules.review import ReviewAct
from tests.bot.discussion.talking import LINK
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.office import actor
from tests.support.paper import entered, slip_of
from tests.support.proposals import decided, registered

BOTH = pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])

pytestmark = pytest.mark.usefixtures("front")


@BOTH
async def test_a_slip(street: Street, number: int, language: Language) -> None:
    """Asked for the code, mistyped, found, opened, mended: each screen fits on a phone [B9] [B6] [P6]."""
    town = street.town
    clerk = await actor(town, Role.CLERK)
    mine = await entered(town, clerk, 4)
    code = await slip_of(town, clerk, mine)
    person = await street.settled(number, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3", hidden=[code])
    await walker.send("/propose")
    await walker.tap("button-claim")
    await walker.send("сәлем")
    await walker.send(code)
    await walker.tap("button-claim-open")
    await decided(town, mine, ReviewAct.RETURN)
    await walker.send("/propose")
    await walker.tap("button-proposal-number-own", number=mine)
    await walker.tap("button-mine-rework")
    assert walker.has_opened_all(states.Paper)
    await walker.keep("paper")


@BOTH
async def test_files_on_request(street: Street, number: int, language: Language) -> None:
    """The application and the QR code come when they are asked for, each as a file [B4] [D2] [P5]."""
    town = street.town
    own = 0 if number == AIGUL else 1
    person = await street.voter(number, own, language)
    mine = await registered(town, own)
    await town.by_phone(number, own)
    theirs = await registered(town, 5, title="Арман ауласына велосипед тұрағын қою")
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/propose")
    await walker.tap("button-proposal-number-own", number=mine)
    await walker.tap("button-mine-application")
    await person.start(LINK.format(number=theirs))
    await walker.tap("button-sharing-qr")
    await walker.keep("documents")
