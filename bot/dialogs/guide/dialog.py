"""The home screen with what can be done now, and the rules chapter by chapter (A3)."""

from collections.abc import Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.common import Whenable
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, Row, Start, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.guide import actions, getters
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.verification.actions import finish_session
from bot.dialogs.widgets import Tr, choices, home_button, pager
from bot.screen import Screen
from core.rules.guide import Action

ACTION_TEXTS = tuple(f"button-{action}" for action in Action)

_ANEW = StartMode.RESET_STACK


def build_home() -> Dialog:
    """Make the home screen; its first buttons stand in the order of ``Action``."""
    return Screen(
        Window(
            Format("{text}"),
            *_action_keys(),
            Button(Tr("button-finish"), id="finish", on_click=finish_session, when="has_session"),
            Row(
                Start(Tr("button-place"), id="place", state=states.Place.campaign, mode=_ANEW),
                Start(Tr("button-language"), id="language", state=states.Place.language, mode=_ANEW),
            ),
            Start(Tr("button-help"), id="help", state=states.Guide.help, mode=_ANEW),
            getter=getters.get_home,
            state=states.Home.now,
        ),
        on_start=actions.begin_home,
    )


def build() -> Dialog:
    """Make the rules: contents, a chapter by its pages, help."""
    return Screen(
        Window(
            Tr("guide-contents", "title", "plan_year", "akimat"),
            Group(choices(actions.open_chapter), width=2),
            home_button(),
            getter=getters.get_contents,
            state=states.Guide.contents,
        ),
        Window(
            Tr("guide-chapter", "heading", "body"),
            Tr("guide-page", "page_number", "page_count", when="has_pages"),
            pager(),
            Row(
                SwitchTo(Tr("button-contents"), id="contents", state=states.Guide.contents),
                home_button(),
            ),
            getter=getters.get_chapter,
            state=states.Guide.chapter,
        ),
        Window(
            Format("{text}"),
            SwitchTo(Tr("button-rules"), id="contents", state=states.Guide.contents),
            LastingButton(Tr("button-report"), "report"),
            Start(Tr("button-reminders"), id="reminders", state=states.Reminder.manner, mode=_ANEW),
            home_button(),
            getter=getters.get_help,
            markup_factory=LASTING,
            state=states.Guide.help,
        ),
        on_start=actions.begin_guide,
    )


def _action_keys() -> tuple[Keyboard, ...]:
    return (
        _start(Action.OUTCOME, states.Outcome.territory),
        _start(Action.RECEIPT, states.Voting.receipt),
        Group(
            Url(Tr("button-official-page"), Format("{official_page}"), when="official_page"),
            when=_can(Action.OFFICIAL_PAGE),
        ),
        _start(Action.VERIFY, states.Verification.ways),
        Button(Tr("button-vote"), id="vote", on_click=actions.begin_vote, when=_can(Action.VOTE)),
        _start(Action.PROPOSE, states.Proposal.overview),
        _start(Action.DISCUSS, states.Discussion.list),
        _start(Action.PROJECTS, states.Browsing.list),
        _start(Action.RULES, states.Guide.contents),
    )


def _start(action: Action, state: State) -> Start:
    """Return the button ``button-<action>`` to a screen."""
    return Start(Tr(f"button-{action}"), id=action, state=state, mode=_ANEW, when=_can(action))


def _can(action: Action) -> Callable[[dict[str, Any], Whenable, DialogManager], bool]:
    def is_possible(data: dict[str, Any], _widget: Whenable, _manager: DialogManager) -> bool:
        return action in data["actions"]

    return is_possible
