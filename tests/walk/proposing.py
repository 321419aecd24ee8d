"""Somebody of the okrug proposes in the chat, from a model to the number; several walks begin so."""

import re

from core.rules.question import QUESTIONS
from demo.pictures import draw
from tests.walk.demo import Resident

_NUMBER = re.compile(r"№ (\d+)")


async def begin_from_a_model(resident: Resident) -> None:
    """Take the first model of the list, which brings direction, texts and estimate with it."""
    await resident.press("button-propose")
    view = await resident.press("button-proposal-models")
    await resident.person.tap(view.labels[0])
    await resident.press("button-proposal-take-model")


async def fill_in(resident: Resident) -> None:
    """Answer what the model leaves open: village, address, a picture, the author, consent, the question."""
    view = await resident.person.chat()
    village = next(each for each in view.labels if each.startswith("📍"))
    await resident.person.tap(village)
    await resident.person.send("Достық көшесі, 5-үй")
    await resident.press("button-proposal-next")
    await resident.press("button-proposal-next")
    await resident.person.send_photo(draw("7-1-pump.jpg"))
    view = await resident.press("button-proposal-next")
    await resident.person.tap(view.labels[0])
    await resident.person.send("Сәрсенова Айгерім")
    await resident.press("button-proposal-own-phone")
    await resident.person.contact()
    await resident.press("button-proposal-next")
    view = await resident.press("button-proposal-agree")
    asked = next(slug for slug in QUESTIONS if _plain(resident, slug) in view.text)
    await resident.press(f"button-question-{asked}-right")


async def submit(resident: Resident) -> int:
    """Press submit, be verified by the own telephone, press it again; return the number."""
    await resident.press("button-proposal-submit")
    await resident.press("button-consent-agree")
    await resident.press("button-verification-phone")
    view = await resident.person.contact()
    await resident.press("button-verification-draft")
    view = await resident.press("button-proposal-submit")
    found = _NUMBER.search(view.text)
    assert found is not None, view.text
    return int(found[1])


def _plain(resident: Resident, slug: str) -> str:
    """Return a question as it stands on the screen."""
    return resident.label(f"proposal-question-{slug}").removeprefix("<b>").removesuffix("</b>")
