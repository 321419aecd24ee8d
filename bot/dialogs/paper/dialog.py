"""The windows of a slip: asking for its code, and saying what it has opened (B9)."""

from typing import Any

from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Start
from aiogram_dialog.widgets.text import Format

from bot.answers import delete
from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.dialogs.lasting import LASTING, LastingButton
from bot.dialogs.paper.claimed import CAMPAIGN, IS_TOLD, NUMBER, claim_here
from bot.dialogs.typed import Typed
from bot.dialogs.whose import whose
from bot.dialogs.widgets import Tr, home_button
from bot.screen import Screen, ScreenOutdated
from core.language.locales import Words
from messenger.buttons import ProposalButton


def build() -> Dialog:
    """Make the dialog."""
    return Screen(_code(), _done(), on_start=begin)


def _code() -> Window:
    return Window(
        Tr("claim-ask"),
        Start(Tr("button-mine-all"), id="all", state=states.Proposal.overview, mode=StartMode.RESET_STACK),
        Typed(take_code),
        state=states.Paper.code,
    )


def _done() -> Window:
    return Window(
        Format("{text}"),
        LastingButton(Tr("button-claim-open"), "proposal"),
        home_button(),
        getter=get_done,
        markup_factory=LASTING,
        state=states.Paper.done,
    )


async def begin(data: Any, manager: DialogManager) -> None:
    """Remember what was opened; without a place no slip can be looked for (an ``on_start``)."""
    if isinstance(data, dict) and NUMBER in data:
        manager.dialog_data.update(data)
        return
    await require_place(data, manager)


async def take_code(message: Message, _input: Any, manager: DialogManager) -> None:
    """Use the slip whose code was typed; it leaves the chat first, whatever it was."""
    await delete(message)
    _, campaign_id, _ = whose(manager)
    await claim_here(manager, campaign_id, message.text or "")


async def get_done(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Return which application was opened, and where its news go."""
    kept = dialog_manager.dialog_data
    if NUMBER not in kept:
        raise ScreenOutdated
    return {
        "text": words("claim-done", number=kept[NUMBER], is_told=kept[IS_TOLD]),
        "proposal": ProposalButton(campaign=kept[CAMPAIGN], number=kept[NUMBER]),
    }
