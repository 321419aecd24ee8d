"""Windows of consent, of what is kept, and of its erasure (M1)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.privacy import actions, getters
from bot.dialogs.widgets import Tr, home_button
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog; ``consent`` returns to whoever started it."""
    return Screen(
        Window(
            Tr("consent-text", "akimat", "bin", "has_bin", "version"),
            Row(
                Button(Tr("button-consent-agree"), id="agree", on_click=actions.agree),
                Button(Tr("button-consent-decline"), id="decline", on_click=actions.decline),
            ),
            SwitchTo(Tr("button-consent-details"), id="details", state=states.Privacy.details),
            getter=getters.get_consent,
            state=states.Privacy.consent,
        ),
        Window(
            Format("{text}"),
            SwitchTo(Tr("button-back"), id="consent", state=states.Privacy.consent),
            getter=getters.get_details,
            state=states.Privacy.details,
        ),
        Window(
            Format("{text}"),
            Button(Tr("button-data-download"), id="download", on_click=actions.download),
            SwitchTo(Tr("button-data-forget"), id="forget", state=states.Privacy.forget),
            home_button(),
            getter=getters.get_data,
            state=states.Privacy.data,
        ),
        Window(
            Format("{text}"),
            Button(Tr("button-forget-yes"), id="forget", on_click=actions.forget),
            SwitchTo(Tr("button-forget-no"), id="data", state=states.Privacy.data),
            getter=getters.get_forgetting,
            state=states.Privacy.forget,
        ),
        Window(Tr("forget-done"), home_button(), state=states.Privacy.forgotten),
    )
