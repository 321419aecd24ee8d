"""The one window of voting: the receipt again. The vote itself is outside of screens (ledger 3)."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.kbd import Start, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.voting import getters
from bot.dialogs.widgets import Tr, home_button
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        Window(
            Format("{text}"),
            Start(
                Tr("button-voting-verify"),
                id="verify",
                state=states.Verification.ways,
                mode=StartMode.RESET_STACK,
                when="is_unverified",
            ),
            Start(
                Tr("button-voting-projects"),
                id="projects",
                state=states.Browsing.list,
                mode=StartMode.RESET_STACK,
                when="has_none",
            ),
            Url(Tr("button-official-page"), Format("{official_page}"), id="official", when="official_page"),
            LastingButton(Tr("button-voting-put-away"), "put_away"),
            LastingButton(Tr("button-helper-qr"), "qr"),
            LastingButton(Tr("button-helper-next"), "next"),
            home_button(),
            getter=getters.get_receipt_screen,
            markup_factory=LASTING,
            state=states.Voting.receipt,
        ),
        on_start=require_place,
    )
