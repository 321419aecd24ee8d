"""Presses about an appeal: opening its screen from a notice or one's own page, and sending it (B6)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.buttons import Talk, TalkButton
from bot.dialogs import states
from bot.dialogs.discussion.quoted import require_quoted
from bot.dialogs.discussion.shown import Shown, open_shown
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.appeal.filing import file_appeal, my_appeal
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services
from messenger.buttons import AppealButton


def build_router() -> Router:
    """Make the router."""
    router = Router(name="appeal")
    router.callback_query.register(begin_appeal, AppealButton.filter())
    router.callback_query.register(send_appeal, TalkButton.filter(F.do == Talk.SEND_APPEAL))
    return router


async def begin_appeal(
    press: CallbackQuery,
    callback_data: AppealButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Ask for the words of an appeal where one may still be filed."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    known = await my_appeal(services, campaign_id, viewer.account_id, callback_data.number)
    known.verdict.enforce()
    shown = Shown(campaign=callback_data.campaign, number=callback_data.number)
    await open_shown(dialog_manager, states.Appeal.write, shown)
    await answer_press(press)


async def send_appeal(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """File the appeal that was read back, once and for good."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    text = require_quoted(press)
    await file_appeal(services, campaign_id, viewer.account_id, number, text, viewer.speaks)
    shown = Shown(campaign=callback_data.campaign, number=number)
    await open_shown(dialog_manager, states.MyProposal.card, shown)
    await answer_press(press, words("appeal-sent-alert"), is_alert=True)
