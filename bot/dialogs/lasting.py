"""Buttons in a screen that carry their own data instead of the screen's: they work after it is forgotten.

Separate because aiogram-dialog writes the screen's id into every button of a window.
"""

from collections.abc import Sequence
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.internal.widgets import MarkupFactory
from aiogram_dialog.utils import add_intent_id
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text


class _OwnData(InlineKeyboardButton):
    """A button whose data stays as it is."""


class LastingButton(Keyboard):
    """A button whose data stands in the getter's data under ``name``; a raw router answers it.

    The window needs ``LASTING`` as its markup factory.
    """

    def __init__(self, text: Text, name: str, *, when: WhenCondition = None) -> None:
        """Show ``text``; without its data the button is not there."""
        super().__init__(when=when)
        self._text = text
        self._name = name

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        own: CallbackData | None = data.get(self._name)
        if own is None:
            return []
        return [[_OwnData(text=await self._text.render_text(data, manager), callback_data=own.pack())]]


class LastingButtons(Keyboard):
    """A button for each of ``items`` in the getter's data; ``text`` shows the facts of that item alone."""

    def __init__(self, text: Text, items: str) -> None:
        """Show one after the other; a group around them makes the rows."""
        super().__init__()
        self._text = text
        self._items = items

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        own: Sequence[CallbackData] = data[self._items]
        return [
            [
                _OwnData(
                    text=await self._text.render_text({**data, "item": item}, manager),
                    callback_data=item.pack(),
                )
            ]
            for item in own
        ]


class _LastingMarkup(MarkupFactory):
    """Makes the keyboard of a window."""

    async def render_markup(
        self,
        data: dict[str, Any],  # noqa: ARG002  (the name under which aiogram-dialog hands it over)
        manager: DialogManager,
        keyboard: RawKeyboard,
    ) -> InlineKeyboardMarkup:
        """Write the screen's id into the buttons of the screen alone."""
        own = [[button for button in row if not isinstance(button, _OwnData)] for row in keyboard]
        add_intent_id(own, manager.current_context().id)
        inline: Any = keyboard
        return InlineKeyboardMarkup(inline_keyboard=inline)


LASTING = _LastingMarkup()
"""The markup factory of windows with lasting buttons."""
