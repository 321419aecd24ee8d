"""Walks through campaigns that have another channel: one that only leads there, one that is joint (A6)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.language import Language
from core.usecases.reminder.planning import plan
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.telling import tell
from tests.bot.walking import WORDS, Walker
from tests.support.elsewhere import CHEAP, clerk, joint, secretary, take
from tests.support.front import Front
from tests.support.proposals import guide_rulebook
from tests.support.reminding import at
from tests.support.town import Town, build_town

SPEAKERS = [(AIGUL, 0, Language.KAZAKH), (IGOR, 1, Language.RUSSIAN)]
OFFICIAL = "https://example.kz/semey-demo"


@pytest.fixture
async def town(request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open, joint or a guide as the test says."""
    text = joint() if request.param == "joint" else guide_rulebook()
    built = await build_town(sqlite_url, tmp_path, rulebook=text)
    yield built
    await built.services.database.dispose()


@pytest.mark.parametrize("town", ["guide"], indirect=True)
@pytest.mark.parametrize(("number", "language"), [(number, language) for number, _, language in SPEAKERS])
async def test_a_guide_leads_to_the_official_page(
    street: Street, front: Front, number: int, language: Language
) -> None:
    """Opening, home, card, /myvote, /verify, /outcome and rules all lead there [A6] [G1]."""
    del front
    street.town.clock.set_to(at("11-19 08:59"))
    person = await street.settled(number, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    street.town.clock.set_to(at("11-19 09:00"))
    await plan(street.town.services)
    await tell(street)
    view = await walker.tap("button-reminder-home")
    assert OFFICIAL in str(view.last["buttons"])
    await walker.send("/projects")
    view = await walker.send("12")
    assert OFFICIAL in str(view.last["buttons"])
    assert WORDS[language]("button-browsing-vote") not in view.labels
    for command in ("/myvote", "/verify"):
        view = await walker.send(command)
        assert OFFICIAL in str(view.last["buttons"]), command
    await walker.send("/outcome")
    await walker.send("/rules")
    await walker.tap("button-chapter-voting")
    # On the last days a reminder would ask to vote: here it asks nobody.
    for moment in ("11-28 10:00", "11-29 10:00", "11-29 18:00"):
        street.town.clock.set_to(at(moment))
        await plan(street.town.services)
        await tell(street)
    await walker.keep("guide-mode")


@pytest.mark.parametrize("town", ["joint"], indirect=True)
@pytest.mark.parametrize(("number", "voter", "language"), SPEAKERS)
async def test_who_voted_there_is_refused_with_the_reason(
    street: Street, front: Front, number: int, voter: int, language: Language
) -> None:
    """The question is refused with where and whom to ask; home and /myvote say it too [A6] [P7]."""
    del front
    person = await street.voter(number, voter, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/projects")
    await walker.send(str(CHEAP))
    await walker.tap("button-browsing-vote")
    # The list is approved between the question and the yes.
    town = street.town
    await take(town, await clerk(town), await secretary(town), voter)
    await walker.tap("button-voting-yes")
    view = await walker.send("/start")
    assert WORDS[language]("button-vote") not in view.labels
    await walker.send("/projects")
    await walker.send(str(CHEAP))
    view = await walker.tap("button-browsing-vote")
    assert OFFICIAL in view.text
    await walker.send("/myvote")
    await walker.send("/rules")
    await walker.tap("button-chapter-voting")
    await walker.keep("joint")
