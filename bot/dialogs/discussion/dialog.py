"""The windows of other people's proposals: list, what is followed, card, questions, merging (D6, D7)."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchInlineQuery, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.discussion import actions, getters
from bot.dialogs.discussion.shown import take_shown
from bot.dialogs.lasting import LASTING, LastingButton, LastingButtons
from bot.dialogs.typed import Typed
from bot.dialogs.widgets import Tr, home_button, pager
from bot.screen import Screen

_BUTTONS_IN_A_ROW = 3
MESSAGE_LENGTH = 4096
"""Characters of a message: one that is too long for a question is told so, not taken for a letter."""


def build() -> Dialog:
    """Make the dialog."""
    return Screen(_list(), _followed(), _card(), _questions(), _ask(), _merge(), on_start=take_shown)


def _list() -> Window:
    return Window(
        Format("{text}"),
        Group(LastingButtons(Tr("button-browsing-project", "number"), "proposals"), width=_BUTTONS_IN_A_ROW),
        pager(),
        Button(
            Tr("button-discussion-order-support"),
            id="order_support",
            on_click=actions.change_order,
            when="is_random",
        ),
        Button(
            Tr("button-discussion-order-random"),
            id="order_random",
            on_click=actions.change_order,
            when="is_by_support",
        ),
        SwitchTo(
            Tr("button-discussion-followed"),
            id="followed",
            state=states.Discussion.followed,
            on_click=actions.begin_pages,
        ),
        home_button(),
        Typed(actions.look_up),
        getter=getters.get_list,
        markup_factory=LASTING,
        state=states.Discussion.list,
    )


def _followed() -> Window:
    return Window(
        Format("{text}"),
        Group(LastingButtons(Tr("button-browsing-project", "number"), "followed"), width=_BUTTONS_IN_A_ROW),
        pager(),
        SwitchTo(
            Tr("button-discussion-list"),
            id="list",
            state=states.Discussion.list,
            on_click=actions.begin_pages,
        ),
        home_button(),
        getter=getters.get_followed,
        markup_factory=LASTING,
        state=states.Discussion.followed,
    )


def _card() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-discussion-project"), "project"),
        LastingButton(Tr("button-discussion-mine"), "mine"),
        LastingButton(Tr("button-discussion-draft"), "draft"),
        Row(
            LastingButton(Tr("button-discussion-support"), "support"),
            LastingButton(Tr("button-discussion-take-back"), "take_back"),
            LastingButton(Tr("button-discussion-ask"), "ask"),
        ),
        Row(
            LastingButton(Tr("button-discussion-questions", "question_count"), "questions"),
            LastingButton(Tr("button-browsing-whole-text"), "whole"),
        ),
        LastingButton(Tr("button-browsing-pictures", "count", "size"), "pictures"),
        Row(
            Url(Tr("button-browsing-map"), Format("{map_link}"), id="map", when="map_link"),
            Url(Tr("button-browsing-share"), Format("{share_link}"), id="share"),
        ),
        SwitchInlineQuery(Tr("button-sharing-inline"), Format("{inline_query}"), when="inline_query"),
        LastingButton(Tr("button-sharing-qr"), "qr"),
        LastingButton(Tr("button-discussion-merge"), "merge"),
        LastingButton(Tr("button-following-begin"), "follow"),
        LastingButton(Tr("button-following-end"), "unfollow"),
        SwitchTo(Tr("button-discussion-list"), id="list", state=states.Discussion.list),
        getter=getters.get_card,
        markup_factory=LASTING,
        state=states.Discussion.card,
    )


def _questions() -> Window:
    return Window(
        Format("{text}"),
        Row(
            LastingButton(Tr("button-page-before"), "before"),
            LastingButton(Tr("button-page-after"), "after"),
        ),
        LastingButton(Tr("button-discussion-ask"), "ask"),
        LastingButton(Tr("button-back"), "card"),
        getter=getters.get_questions,
        markup_factory=LASTING,
        state=states.Discussion.questions,
    )


def _ask() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-discussion-send"), "send"),
        LastingButton(Tr("button-discussion-leave"), "card"),
        Typed(actions.read_question, longest=MESSAGE_LENGTH),
        getter=getters.get_ask,
        markup_factory=LASTING,
        state=states.Discussion.ask,
    )


def _merge() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-discussion-offer"), "offer"),
        LastingButton(Tr("button-back"), "card"),
        getter=getters.get_merge,
        markup_factory=LASTING,
        state=states.Discussion.merge,
    )
