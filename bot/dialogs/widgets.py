"""The widgets that every screen is made of: texts by key, lists of choices, pages, the way home.

Separate because each screen needs them, and a text of a screen is asked for in one way only.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Column, Keyboard, Row, Select, Start
from aiogram_dialog.widgets.text import Format, Text

from bot.dialogs import states
from core.language.shortening import shortened

LABEL_LENGTH = 30
"""Characters of a button that a phone shows in one line."""

OnChoice = Callable[[CallbackQuery, Any, DialogManager, str], Awaitable[None]]


class Tr(Text):
    """A text by its key, in the viewer's language: ``Tr("card-title", "number", "title")``.

    ``facts`` are names in the getter's data or, inside a list, of the item's own fields.
    """

    def __init__(self, key: str, /, *facts: str, when: WhenCondition = None) -> None:
        """Show the text called ``key`` with ``facts`` in it."""
        super().__init__(when=when)
        self.key = key
        self.facts = facts

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        source = data.get("item", data)
        facts = {name: _fact(source, name) for name in self.facts}
        text: str = manager.middleware_data["words"](self.key, **facts)
        return text


def _fact(source: object, name: str) -> object:
    return source[name] if isinstance(source, Mapping) else getattr(source, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of a list: what it chooses, and its label, which is cut to one line."""

    value: str
    label: str

    @property
    def shown(self) -> str:
        """Return the label as a phone shows it."""
        return shortened(self.label, LABEL_LENGTH)


def choices(on_choice: OnChoice, *, items: str = "choices", when: WhenCondition = None) -> Keyboard:
    """Return a button a row for each ``Choice`` of ``items`` in the getter's data; ids are ``items`` too."""
    chosen: Any = on_choice
    select: Select[str] = Select(
        Format("{item.shown}"), id=items, items=items, item_id_getter=attrgetter("value"), on_click=chosen
    )
    return Column(select, when=when)


def pager() -> Row:
    """Return the buttons of a screen with several pages; its getter's data has ``pages(...)`` in it."""
    return Row(
        Button(Tr("button-page-before"), id="page_before", on_click=turn_back, when="has_before"),
        Button(Tr("button-page-after"), id="page_after", on_click=turn_on, when="has_after"),
    )


def pages(manager: DialogManager, count: int) -> dict[str, Any]:
    """Return what a pager shows of ``count`` pages; a page that is no more is replaced by the last one."""
    page = min(page_of(manager), max(count, 1) - 1)
    manager.dialog_data["page"] = page
    return {
        "page": page,
        "page_number": page + 1,
        "page_count": count,
        "has_before": page > 0,
        "has_after": page + 1 < count,
    }


def page_of(manager: DialogManager) -> int:
    """Return the page that the screen is on, from 0."""
    return int(manager.dialog_data.get("page", 0))


async def turn_back(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to the page before."""
    manager.dialog_data["page"] = max(page_of(manager) - 1, 0)


async def turn_on(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to the page after."""
    manager.dialog_data["page"] = page_of(manager) + 1


def home_button() -> Start:
    """Return the button to the home screen, before which everything is forgotten."""
    return Start(Tr("button-home"), id="home", state=states.Home.now, mode=StartMode.RESET_STACK)
