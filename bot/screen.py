"""A dialog of this bot, and the signal that what is on somebody's screen is no longer true.

Separate from the dialogs, because each of them is one of these.
"""

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.utils import remove_intent_id


class ScreenOutdated(Exception):
    """A getter or an action found that its screen no longer fits; the person is led to the home screen."""


class Screen(Dialog):
    """A dialog that leaves what its window did not ask for to ``bot.handlers.unexpected``.

    aiogram-dialog itself takes every message while a dialog is open and only draws the window again, which
    tells nobody why the sticker or the photo was of no use.
    """

    async def _message_handler(self, message: Message, dialog_manager: DialogManager) -> None:
        before = dialog_manager.current_context()
        window = await self._current_window(dialog_manager)
        is_taken = await window.process_message(message, self, dialog_manager)
        if not is_taken:
            raise SkipHandler
        if self._need_refresh(is_taken, before, dialog_manager):
            await dialog_manager.show()

    async def _callback_handler(self, callback: CallbackQuery, dialog_manager: DialogManager) -> None:
        # A button without a screen's id is not one of a window, whichever is open meanwhile.
        intent_id, _ = remove_intent_id(callback.data or "")
        if intent_id is None:
            raise SkipHandler
        await super()._callback_handler(callback, dialog_manager)
