"""Presses on cards and lists, whatever screen is open meanwhile: a card in the chat works for years (D5)."""

from functools import partial

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from bot.answers import answer_press
from bot.buttons import CardButton, ListButton, PicturesButton
from bot.dialogs import states
from bot.dialogs.browsing.shown import Shown, open_card
from core.language.locales import Words
from core.usecases.browsing.card import list_pictures
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services
from messenger.files import Pictures


def build_router() -> Router:
    """Make the router."""
    router = Router(name="browsing")
    router.callback_query.register(show_card, CardButton.filter())
    router.callback_query.register(show_list, ListButton.filter())
    router.callback_query.register(send_pictures, PicturesButton.filter())
    return router


async def show_card(press: CallbackQuery, callback_data: CardButton, dialog_manager: DialogManager) -> None:
    """Turn the message into the card of the project that the button names."""
    shown = Shown(
        number=callback_data.number, campaign=callback_data.campaign, is_whole=callback_data.is_whole
    )
    await open_card(dialog_manager, shown)
    await answer_press(press)


async def show_list(press: CallbackQuery, dialog_manager: DialogManager) -> None:
    """Turn the message into the list, on the page and under the filters that were left."""
    await dialog_manager.start(states.Browsing.list, mode=StartMode.RESET_STACK)
    await answer_press(press)


async def send_pictures(
    press: CallbackQuery,
    callback_data: PicturesButton,
    bot: Bot,
    services: Services,
    pictures: Pictures,
    words: Words,
) -> None:
    """Send the pictures one after the other: on a weak connection the first is there before the last (P5)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    digests = await list_pictures(services, campaign_id, callback_data.number)
    await answer_press(press, "" if digests else words("browsing-pictures-gone-alert"), is_alert=not digests)
    count, send = len(digests), partial(pictures.send, bot, press.from_user.id, akimat=campaign_id.akimat)
    for place, digest in enumerate(digests, start=1):
        facts = {"number": callback_data.number, "place": place, "count": count}
        await send(digest=digest, caption=words("browsing-picture-caption", **facts))
