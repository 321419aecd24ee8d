"""The window in which an author appeals against a refusal (B6)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.appeal.actions import read_appeal
from bot.dialogs.appeal.getters import get_writing
from bot.dialogs.discussion.dialog import MESSAGE_LENGTH
from bot.dialogs.discussion.shown import take_shown
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.typed import Typed
from bot.dialogs.widgets import Tr
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(_write(), on_start=take_shown)


def _write() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-appeal-send"), "send"),
        LastingButton(Tr("button-appeal-leave"), "mine"),
        Typed(read_appeal, longest=MESSAGE_LENGTH),
        getter=get_writing,
        markup_factory=LASTING,
        state=states.Appeal.write,
    )
