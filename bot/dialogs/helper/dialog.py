"""The windows of helper mode: what it is, the next person's code, and what that person may do (K1)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Start
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.guide.actions import begin_vote
from bot.dialogs.helper import actions, getters
from bot.dialogs.helper.entrance import enter
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.typed import Typed
from bot.dialogs.widgets import Tr, home_button
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog; whoever serves somebody already comes to that person."""
    return Screen(
        Window(
            Tr("helper-intro", "place", "minutes"),
            Button(Tr("button-helper-begin"), id="begin", on_click=actions.begin),
            home_button(),
            getter=getters.get_intro,
            state=states.Helper.intro,
        ),
        Window(
            Tr("helper-now", "place", "hour"),
            Button(Tr("button-helper-stop"), id="stop", on_click=actions.stop),
            Typed(actions.take_code),
            getter=getters.get_now,
            state=states.Helper.now,
        ),
        Window(
            Format("{text}"),
            LastingButton(Tr("button-verification-vote"), "wish"),
            Button(Tr("button-helper-projects"), id="projects", on_click=begin_vote, when="may_vote"),
            Start(Tr("button-helper-receipt"), id="receipt", state=states.Voting.receipt, when="has_voted"),
            Button(Tr("button-helper-next"), id="next", on_click=actions.next_person),
            Button(Tr("button-helper-stop"), id="stop", on_click=actions.stop),
            getter=getters.get_person,
            markup_factory=LASTING,
            state=states.Helper.person,
        ),
        on_start=enter,
        on_process_result=actions.go_on,
    )
