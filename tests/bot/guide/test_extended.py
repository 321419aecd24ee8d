"""An extended voting in the chat: the notice, the home screen and the rules with both dates (A2)."""

import pytest

from core.model.language import Language
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.telling import tell
from tests.bot.walking import WORDS, Walker
from tests.support.amending import pair_of

RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]
SAID = {
    Language.KAZAKH: "Ұзартылды: бұрын 2026 жылғы 29 қарашаға дейін (қоса алғанда) еді.",
    Language.RUSSIAN: "Продлено: раньше было до 29 ноября 2026 года включительно.",
}

pytestmark = pytest.mark.usefixtures("front")


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_both_dates_are_shown(street: Street, number: int, language: Language) -> None:
    """The news comes by itself and leads home; home, rules and card say it [A2] [A4] [P6]."""
    person = await street.settled(number, language)
    pair = await pair_of(street.town)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await pair.done(pair.extend())
    await pair.done(pair.stop(2))
    await tell(street)
    view = await walker.tap("button-go-home")
    assert SAID[language] in view.text.replace("\N{NO-BREAK SPACE}", " ")
    await walker.tap("button-rules")
    view = await walker.tap("button-chapter-dates")
    assert SAID[language] in view.text.replace("\N{NO-BREAK SPACE}", " ")
    view = await walker.send("/start c-semey-demo-2")
    assert WORDS[language]("browsing-status-stopped") in view.text
    await walker.keep("extended")
