"""The walk of the okrug: a villager proposes, the clerk reads it, a neighbour supports it and is reminded."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.language import Language
from sandbox.client import View
from tests import transcripts
from tests.app.processes import ended, started
from tests.walk.demo import Demo, Resident, running_demo
from tests.walk.proposing import begin_from_a_model, fill_in, submit

AUTHOR, NEIGHBOUR = 1001, 1002
OKRUG = {Language.KAZAKH: "Айнакөл", Language.RUSSIAN: "Айнаколь"}
OTHER_VILLAGE = {Language.KAZAKH: "Теректісай", Language.RUSSIAN: "Теректысай"}
NUMBER = 7
"""Six proposals were there before."""

LAST_DAY = "Айнаколь: последний день заявок"


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def language(request: pytest.FixtureRequest) -> Language:
    """The language in which everybody speaks."""
    return Language(request.param)


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    """The demo with all its processes."""
    async with running_demo(tmp_path / "demo") as running:
        yield running


async def test_the_villagers_road(demo: Demo, language: Language) -> None:
    """Begin from a model, be verified, submit, be registered and supported; be reminded of a draft.

    [B1] [B2] [B4] [B8] [D6] [G1] [N1] [P6]
    """
    author, neighbour = demo.resident(AUTHOR, language), demo.resident(NEIGHBOUR, language)
    await author.settle(OKRUG[language], OKRUG[language])
    await begin_from_a_model(author)
    await fill_in(author)
    assert await submit(author) == NUMBER
    await neighbour.settle(OKRUG[language], OTHER_VILLAGE[language])
    assert number_button() not in (await open_list(neighbour)).labels
    await decide(demo, str(NUMBER), "register")
    await author.person.wait_for(f"№ {NUMBER}", timeout=60)
    await support(neighbour)
    await be_reminded(neighbour, demo)


def number_button() -> str:
    """Return the label under which the list opens the new proposal."""
    return f"№ {NUMBER}"


async def open_list(resident: Resident) -> View:
    """Open the list of what may be talked about."""
    return await resident.press("button-discuss")


async def decide(demo: Demo, *words: str) -> None:
    """Play clerk or council in a terminal of its own."""
    arguments = ("app", "core", "--folder", str(demo.folder), "decide", "rural-okrug", *words)
    async with started(*arguments) as process:
        assert await ended(process) == (0, "")


async def support(resident: Resident) -> None:
    """Open the new proposal by its number and support it, being verified on the way."""
    await resident.person.send(str(NUMBER))
    await resident.press("button-discussion-support")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-phone")
    await resident.person.contact()
    await resident.press("button-verification-talk")
    view = await resident.press("button-discussion-support")
    assert resident.label("button-discussion-take-back") in view.labels


async def be_reminded(resident: Resident, demo: Demo) -> None:
    """Leave a draft unfinished and hear of it on the last day."""
    await resident.person.send("/start")
    await begin_from_a_model(resident)
    await demo.move_clock(LAST_DAY)
    view = await resident.person.wait_for(resident.label("reminder-drafts", count=1), timeout=60)
    assert len(view.text) < transcripts.SCREEN_LENGTH
