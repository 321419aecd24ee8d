"""The windows of verification: ways, own phone, clerk's code, and what comes after (E2)."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.typed import Typed
from bot.dialogs.verification import actions, getters
from bot.dialogs.verification.entrance import begin
from bot.dialogs.widgets import Tr, home_button
from bot.screen import Screen


def build() -> Dialog:
    """Make the dialog."""
    return Screen(_ways(), _phone(), _code(), _done(), on_start=begin, on_process_result=actions.go_on)


def _ways() -> Window:
    return Window(
        Format("{text}"),
        Button(Tr("button-verification-phone"), id="phone", on_click=actions.ask_phone, when="has_phone"),
        SwitchTo(Tr("button-verification-code"), id="code", state=states.Verification.code, when="has_code"),
        LastingButton(Tr("button-verification-card"), "card"),
        LastingButton(Tr("button-verification-talk"), "talk"),
        LastingButton(Tr("button-verification-draft"), "draft"),
        Url(Tr("button-official-page"), Format("{official_page}"), id="official", when="official_page"),
        home_button(),
        getter=getters.get_ways,
        markup_factory=LASTING,
        state=states.Verification.ways,
    )


def _phone() -> Window:
    return Window(
        Tr("verification-phone"),
        Button(Tr("button-back"), id="back", on_click=actions.leave_phone),
        Typed(actions.explain_key),
        state=states.Verification.phone,
    )


def _code() -> Window:
    return Window(
        Tr("verification-code", "hours", "attempts"),
        SwitchTo(Tr("button-back"), id="back", state=states.Verification.ways),
        Typed(actions.take_code),
        getter=getters.get_code_terms,
        state=states.Verification.code,
    )


def _done() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-verification-vote"), "wish"),
        LastingButton(Tr("button-verification-talk"), "talk"),
        LastingButton(Tr("button-verification-draft"), "draft"),
        Start(Tr("button-verification-receipt"), id="receipt", state=states.Voting.receipt, when="has_voted"),
        Start(
            Tr("button-verification-projects"),
            id="projects",
            state=states.Browsing.list,
            mode=StartMode.RESET_STACK,
        ),
        Button(
            Tr("button-verification-finish"), id="finish", on_click=actions.finish_session, when="has_session"
        ),
        SwitchTo(Tr("button-verification-next"), id="next", state=states.Verification.ways, when="is_over"),
        SwitchTo(
            Tr("button-verification-other"), id="other", state=states.Verification.ways, when="is_verified"
        ),
        home_button(),
        getter=getters.get_done,
        markup_factory=LASTING,
        state=states.Verification.done,
    )
