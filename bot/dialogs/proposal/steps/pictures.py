"""The step that asks for pictures, and the screen of a single one (B2, B7)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.proposal import notes
from bot.dialogs.proposal.frame import Answers, Sheet, Shown, TakeMessage, read_sheet, step_window
from bot.dialogs.proposal.opened import change, opened, read
from bot.dialogs.widgets import Choice, Tr, choices
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.model.proposal import Contents, Picture, PictureKind, Step
from core.usecases.proposal.pictures import MOST_PICTURES, drop_picture, id_of
from messenger.files import Pictures

KIND_TEXTS = tuple(f"proposal-picture-{kind}" for kind in PictureKind)
KIND_BUTTON_TEXTS = tuple(f"button-proposal-picture-{kind}" for kind in PictureKind)

_IN_A_ROW = 5
_PICTURE = "picture"


def window(take: TakeMessage) -> Window:
    """Return the question for pictures with a button for each that there is."""
    keys = Group(choices(open_picture, items="pictures"), width=_IN_A_ROW)
    return step_window(Step.PICTURES, take, show, keys)


def picture_window(take: TakeMessage) -> Window:
    """Return the screen of one picture: what kind it is, see it again, take it out."""
    kinds = (
        Button(Tr(f"button-proposal-picture-{kind}"), id=f"kind_{kind}", on_click=choose_kind)
        for kind in PictureKind
    )
    return Window(
        Format("{text}"),
        Group(*kinds, width=2),
        Button(Tr("button-proposal-see"), id="see", on_click=see),
        Button(Tr("button-proposal-drop-picture"), id="drop", on_click=drop),
        SwitchTo(Tr("button-proposal-pictures"), id="pictures", state=states.Proposal.pictures),
        Answers(take),
        getter=get_picture,
        state=states.Proposal.picture,
    )


async def show(sheet: Sheet) -> Shown:
    """Show how many there are of how many, and which kind each is."""
    words, pictures = sheet.words, sheet.contents.pictures
    most = sheet.rulebook.limits.get("pictures_at_most")
    least = sheet.rulebook.limits.get("pictures_at_least")
    facts: dict[str, object] = {
        "most": most.value if most is not None else MOST_PICTURES,
        "least": least.value if least is not None else 0,
    }
    keys = [
        Choice(value=id_of(picture), label=words("button-proposal-picture", place=place))
        for place, picture in enumerate(pictures, start=1)
    ]
    lines = [
        words("proposal-pictures-count", count=len(pictures), most=facts["most"]),
        _kinds(words, pictures),
    ]
    return Shown(facts=facts, lines=lines, data={"pictures": keys})


def _kinds(words: Words, pictures: Sequence[Picture]) -> str:
    if all(picture.kind is PictureKind.PHOTO for picture in pictures):
        return ""
    named = tuple(
        words("proposal-picture-kind", place=place, kind=words(f"proposal-picture-{picture.kind}"))
        for place, picture in enumerate(pictures, start=1)
    )
    return words("proposal-picture-kinds", kinds=named)


async def get_picture(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Return which picture it is and what it shows."""
    pictures = (await read_sheet(dialog_manager, words)).contents.pictures
    place = _place(dialog_manager, pictures)
    kind = words(f"proposal-picture-{pictures[place].kind}")
    text = words("proposal-picture", place=place + 1, count=len(pictures), kind=kind)
    return {"text": notes.above(dialog_manager, text)}


def _place(manager: DialogManager, pictures: Sequence[Picture]) -> int:
    ids = [id_of(each) for each in pictures]
    if _id(manager) not in ids:
        raise ScreenOutdated
    return ids.index(_id(manager))


def _id(manager: DialogManager) -> str:
    return str(manager.dialog_data.get(_PICTURE, ""))


async def open_picture(_press: CallbackQuery, _select: Any, manager: DialogManager, picture_id: str) -> None:
    """Open one picture."""
    manager.dialog_data[_PICTURE] = picture_id
    await manager.switch_to(states.Proposal.picture)


async def choose_kind(_press: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """Keep what the picture shows."""
    kind = PictureKind(button.widget_id.removeprefix("kind_"))
    await change(manager, lambda contents: _with_kind(contents, _id(manager), kind))
    await manager.switch_to(states.Proposal.pictures)


def _with_kind(contents: Contents, picture_id: str, kind: PictureKind) -> Contents:
    pictures = tuple(
        replace(each, kind=kind) if id_of(each) == picture_id else each for each in contents.pictures
    )
    return replace(contents, pictures=pictures)


async def see(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Send the picture small, as asked for (P5)."""
    _, campaign_id, account_id, _ = await opened(manager)
    shown = (await read(manager)).contents.pictures
    digest = shown[_place(manager, shown)].thumbnail
    sender: Pictures = manager.middleware_data["pictures"]
    await sender.send(manager.middleware_data["bot"], account_id, akimat=campaign_id.akimat, digest=digest)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def drop(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the picture out of the application."""
    await drop_picture(*await opened(manager), _id(manager))
    await manager.switch_to(states.Proposal.pictures)


async def take_text(_text: str, manager: DialogManager) -> None:
    """Say that a picture is asked for and no words."""
    notes.say(manager, "proposal-picture-not-text")
