"""The window in which somebody chooses how reminders come (G1)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs import states
from bot.dialogs.reminder import actions, getters
from bot.dialogs.widgets import Tr, choices, home_button
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        Window(
            Tr("reminder-manner", "manner"),
            choices(actions.choose),
            Button(
                Tr("button-announcements-on"),
                id="announced",
                on_click=actions.want_announcements,
                when="is_unannounced",
            ),
            home_button(),
            getter=getters.get_manner,
            state=states.Reminder.manner,
        )
    )
