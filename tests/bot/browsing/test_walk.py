"""A walk through every screen of browsing, in both languages, kept as a golden file."""

import pytest

from bot.dialogs import states
from core.model.language import Language
from core.rulebook.model import ListOrder
from core.usecases.browsing.listing import Filters, keep_filters
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import Walker
from tests.support.front import Front
from tests.support.town import CAMPAIGN


@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_every_screen_in_both_languages(
    street: Street, front: Front, number: int, language: Language
) -> None:
    """List, card, filters, search: each fits on a phone and reads as the golden file [D1] [D2] [P6]."""
    del front
    person = await street.settled(number, language, "samal-1")
    filters = Filters(order=ListOrder.NUMBER)
    await keep_filters(street.town.services, CAMPAIGN, number, filters)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/projects")
    await walker.tap("button-page-after")
    await walker.tap("button-browsing-project", number=7)
    await walker.tap("button-browsing-whole-text")
    await walker.tap("button-browsing-list")
    await walker.tap("button-browsing-filters")
    await walker.tap("button-browsing-territory")
    view = await walker.press((await person.chat()).labels[2])
    await walker.press(view.labels[0])
    view = await walker.tap("button-browsing-direction")
    await walker.press(view.labels[0])
    await walker.tap("button-browsing-cost")
    await walker.send("1,2")
    await walker.send("50 млн")
    await walker.tap("button-browsing-cost-yes")
    await walker.tap("button-browsing-order-cost")
    await walker.tap("button-browsing-show")
    await walker.tap("button-browsing-search")
    await walker.send("метро")
    await walker.tap("button-browsing-clear")
    await walker.send("№ 42")
    assert walker.has_opened_all(states.Browsing)
    await walker.keep("browsing")
