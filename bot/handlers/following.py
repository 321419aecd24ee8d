"""The press that follows a project or a proposal, or follows it no more; never pressed beforehand (D7)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.buttons import FollowButton
from bot.dialogs.entrance import open_found
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.discussion.finding import find_card
from core.usecases.following.following import follow, unfollow
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="following")
    router.callback_query.register(change_following, FollowButton.filter())
    return router


async def change_following(
    press: CallbackQuery,
    callback_data: FollowButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Send news from now on, or no more of it, and show the card again."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    act = follow if callback_data.is_on else unfollow
    await act(services, campaign_id, viewer.account_id, number)
    found = await find_card(services, campaign_id, viewer.account_id, number)
    await open_found(dialog_manager, campaign_id, number, found.kind)
    await answer_press(press, words("following-alert", is_on=callback_data.is_on))
