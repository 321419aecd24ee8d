"""Three windows before everything else: language, campaign, and the territories down to one's own."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.lasting import LASTING, LastingButtons
from bot.dialogs.place import actions, getters
from bot.dialogs.place.languages import OwnName
from bot.dialogs.widgets import Tr, choices, pager
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        Window(
            Format("{greeting}"),
            LastingButtons(OwnName(), "languages"),
            getter=getters.get_languages,
            markup_factory=LASTING,
            state=states.Place.language,
        ),
        Window(
            Tr("place-campaign", "campaigns"),
            choices(actions.choose_campaign),
            pager(),
            Button(Tr("button-place-language"), id="language", on_click=actions.ask_language),
            getter=getters.get_campaigns,
            state=states.Place.campaign,
        ),
        Window(
            Tr("place-territory", "path", "is_top"),
            choices(actions.choose_territory),
            pager(),
            Button(Tr("button-place-unknown"), id="whole", on_click=actions.stop_here, when="has_whole"),
            Button(Tr("button-place-whole"), id="enough", on_click=actions.stop_here, when="is_below"),
            Button(Tr("button-back"), id="back", on_click=actions.go_up),
            getter=getters.get_territories,
            state=states.Place.territory,
        ),
        on_start=actions.begin,
    )
