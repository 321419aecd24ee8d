"""Two windows: what was counted in a territory, and the choice of another one (F5)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.outcome import actions, getters
from bot.dialogs.widgets import Tr, choices, home_button, pager
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        Window(
            Format("{text}"),
            Tr("guide-page", "page_number", "page_count", when="has_pages"),
            pager(),
            Button(
                Tr("button-outcome-elsewhere"),
                id="elsewhere",
                on_click=actions.ask_territory,
                when="has_territories",
            ),
            home_button(),
            getter=getters.get_outcome,
            state=states.Outcome.territory,
        ),
        Window(
            Tr("outcome-elsewhere"),
            choices(actions.choose_territory),
            pager(),
            SwitchTo(Tr("button-back"), id="back", state=states.Outcome.territory),
            getter=getters.get_territories,
            state=states.Outcome.elsewhere,
        ),
        on_start=actions.begin,
    )
