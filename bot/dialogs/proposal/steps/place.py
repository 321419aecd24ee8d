"""The step that asks where: an address or landmark in words, and a point on the map for who has one (B2)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery, KeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import change, read
from bot.dialogs.verification import share_key
from bot.dialogs.widgets import Tr
from core.language.shortening import shortened
from core.model.proposal import Contents, Step
from core.rules.location import is_map_link, read_location
from core.rules.proposal import LANDMARK_AT_MOST

_DIGITS = 6


def window(take: TakeMessage) -> Window:
    """Return the question for a place."""
    return step_window(
        Step.PLACE,
        take,
        show,
        Button(Tr("button-proposal-here"), id="here", on_click=ask_location),
        Button(Tr("button-proposal-no-location"), id="nowhere", on_click=drop_location, when="has_location"),
    )


async def show(sheet: Sheet) -> Shown:
    """Show landmark and location, and which of them is still missing."""
    contents, words = sheet.contents, sheet.words
    lines = [words("proposal-now", answer=contents.landmark)] if contents.landmark else []
    if contents.latitude is not None:
        lines.append(words("proposal-has-location"))
    if contents.latitude is not None and not contents.landmark:
        lines.append(words("proposal-landmark-too"))
    if contents.landmark and contents.latitude is None:
        lines.append(words("proposal-location-too"))
    return Shown(facts={}, lines=lines, data={"has_location": contents.latitude is not None})


async def ask_location(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Put the key that sends where the phone is in the place of the keyboard."""
    words = manager.middleware_data["words"]
    key = KeyboardButton(text=words("button-proposal-send-location"), request_location=True)
    await share_key.put(manager, key, words("proposal-location-key"))
    manager.show_mode = ShowMode.NO_UPDATE


async def drop_location(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the point off the map; the words stay."""
    await change(manager, lambda contents: replace(contents, latitude=None, longitude=None))


async def take_text(text: str, manager: DialogManager) -> None:
    """Take degrees, a link out of a map, or a place in words."""
    found = read_location(text)
    if found is not None:
        await take_location(found, "", manager)
    elif is_map_link(text):
        notes.say(manager, "proposal-link-unreadable")
    elif len(text) > LANDMARK_AT_MOST:
        notes.say(manager, "proposal-landmark-too-long", length=len(text), most=LANDMARK_AT_MOST)
    else:
        await _keep(manager, landmark=text.strip())


async def take_message(message: Message, manager: DialogManager) -> None:
    """Take a location or a venue, whoever's it is: it is the project's place and nobody's own."""
    location = message.location
    venue = message.venue
    named = f"{venue.title}, {venue.address}".strip(" ,") if venue is not None else ""
    words = shortened(named, LANDMARK_AT_MOST)
    if location is not None:
        await share_key.take_away(manager, message)
        await take_location((location.latitude, location.longitude), words, manager)


async def take_location(degrees: tuple[float, float], words: str, manager: DialogManager) -> None:
    """Keep a point, rounded to a step or so; ``words`` are those of a venue."""
    landmark = (await read(manager)).contents.landmark
    latitude, longitude = (round(each, _DIGITS) for each in degrees)
    await _keep(manager, landmark=landmark or words or None, latitude=latitude, longitude=longitude)


async def _keep(manager: DialogManager, **answer: Any) -> None:
    """Keep an answer; with words and a point nothing more is asked here."""
    before = (await read(manager)).contents
    after: Contents = replace(before, **answer)
    if after.landmark and after.latitude is not None:
        await moving.answered(manager, lambda contents: replace(contents, **answer))
    else:
        await change(manager, lambda contents: replace(contents, **answer))
