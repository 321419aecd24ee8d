"""The windows of browsing; nothing typed is lost: filters and page stand in a table of their own (D5)."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchInlineQuery, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.dialogs import states
from bot.dialogs.browsing import actions, getters
from bot.dialogs.browsing.shown import take_project
from bot.dialogs.lasting import LASTING, LastingButton, LastingButtons
from bot.dialogs.typed import Typed
from bot.dialogs.widgets import Tr, choices, home_button
from bot.screen import Screen
from core.rulebook.model import ListOrder

_BUTTONS_IN_A_ROW = 3

ORDER_BUTTON_TEXTS = tuple(f"button-browsing-order-{order}" for order in ListOrder)


def build() -> Dialog:
    """Make the dialog."""
    return Screen(
        _list(), _search(), _filters(), _territory(), _direction(), _cost(), _card(), on_start=take_project
    )


def _list() -> Window:
    return Window(
        Format("{text}"),
        Group(
            LastingButtons(Tr("button-browsing-project", "number"), "projects"),
            width=_BUTTONS_IN_A_ROW,
        ),
        Row(
            Button(Tr("button-page-before"), id="page_before", on_click=actions.turn, when="has_before"),
            Button(Tr("button-page-after"), id="page_after", on_click=actions.turn, when="has_after"),
        ),
        Row(
            SwitchTo(Tr("button-browsing-filters"), id="filters", state=states.Browsing.filters),
            SwitchTo(Tr("button-browsing-search"), id="search", state=states.Browsing.search),
        ),
        Button(Tr("button-browsing-clear"), id="clear", on_click=actions.clear, when="is_narrowed"),
        Start(
            Tr("button-discuss"),
            id="discuss",
            state=states.Discussion.list,
            mode=StartMode.RESET_STACK,
            when="is_empty",
        ),
        home_button(),
        Typed(actions.look_up),
        getter=getters.get_list,
        markup_factory=LASTING,
        state=states.Browsing.list,
    )


def _search() -> Window:
    return Window(
        Tr("browsing-search"),
        _to_list(),
        Typed(actions.look_up),
        state=states.Browsing.search,
    )


def _filters() -> Window:
    orders = (
        Button(
            Tr(f"button-browsing-order-{order}"),
            id=f"order_{order}",
            on_click=actions.choose_order,
            when=f"is_not_{order}",
        )
        for order in ListOrder
    )
    return Window(
        Tr("browsing-filters", "territory", "direction", "cost", "words", "order", "total"),
        Row(
            SwitchTo(Tr("button-browsing-territory"), id="territory", state=states.Browsing.territory),
            SwitchTo(Tr("button-browsing-direction"), id="direction", state=states.Browsing.direction),
            SwitchTo(Tr("button-browsing-cost"), id="cost", state=states.Browsing.cost),
        ),
        *orders,
        Button(Tr("button-browsing-clear"), id="clear", on_click=actions.clear, when="is_narrowed"),
        SwitchTo(Tr("button-browsing-show"), id="list", state=states.Browsing.list),
        Typed(actions.look_up),
        getter=getters.get_filters,
        state=states.Browsing.filters,
    )


def _territory() -> Window:
    return Window(
        Tr("browsing-territory", "territory"),
        choices(actions.open_territory),
        Button(Tr("button-browsing-whole"), id="whole", on_click=actions.look_here),
        Button(Tr("button-back"), id="up", on_click=actions.go_up),
        getter=getters.get_territories,
        state=states.Browsing.territory,
    )


def _direction() -> Window:
    return Window(
        Format("{text}"),
        choices(actions.choose_direction),
        Button(Tr("button-browsing-any"), id="any", on_click=actions.drop_direction),
        SwitchTo(Tr("button-back"), id="back", state=states.Browsing.filters),
        getter=getters.get_directions,
        state=states.Browsing.direction,
    )


def _cost() -> Window:
    return Window(
        Format("{text}"),
        Button(Tr("button-browsing-cost-yes"), id="yes", on_click=actions.accept_cost, when="understood"),
        Group(choices(actions.choose_cost, items="costs"), width=2),
        Button(Tr("button-browsing-cost-any"), id="any", on_click=actions.drop_cost),
        Button(Tr("button-back"), id="back", on_click=actions.leave_cost),
        Typed(actions.read_cost),
        getter=getters.get_costs,
        state=states.Browsing.cost,
    )


def _card() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-browsing-vote"), "vote"),
        Url(Tr("button-browsing-official"), Format("{official_page}"), id="official", when="official_page"),
        LastingButton(Tr("button-browsing-whole-text"), "whole"),
        LastingButton(Tr("button-browsing-pictures", "count", "size"), "pictures"),
        Row(
            Url(Tr("button-browsing-map"), Format("{map_link}"), id="map", when="map_link"),
            Url(Tr("button-browsing-share"), Format("{share_link}"), id="share"),
        ),
        SwitchInlineQuery(Tr("button-sharing-inline"), Format("{inline_query}"), when="inline_query"),
        LastingButton(Tr("button-sharing-qr"), "qr"),
        LastingButton(Tr("button-following-begin"), "follow"),
        LastingButton(Tr("button-following-end"), "unfollow"),
        LastingButton(Tr("button-browsing-list"), "to_list"),
        Typed(actions.look_up),
        getter=getters.get_card,
        markup_factory=LASTING,
        state=states.Browsing.card,
    )


def _to_list() -> SwitchTo:
    return SwitchTo(Tr("button-browsing-list"), id="list", state=states.Browsing.list)
