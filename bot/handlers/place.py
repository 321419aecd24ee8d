"""The press on a language, which carries the link by which somebody came (D5, P6)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.buttons import LanguageButton
from bot.dialogs.entrance import enter
from bot.middlewares import see_again
from core.model.viewer import Viewer
from core.usecases.place import account
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="place")
    router.callback_query.register(choose_language, LanguageButton.filter())
    return router


async def choose_language(
    press: CallbackQuery,
    callback_data: LanguageButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Keep the language, then show what the person came for."""
    await account.choose_language(services, viewer.account_id, callback_data.language)
    await see_again(dialog_manager)
    await enter(dialog_manager, callback_data.payload)
    await answer_press(press)
