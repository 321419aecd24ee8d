"""The press that gives an author the link by which papers go past the messenger (B2, P1)."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answers import answer_press
from bot.buttons import Talk, TalkButton
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.place.choosing import find_campaign
from core.usecases.proposal.uploading import make_link
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="papers")
    router.callback_query.register(send_link, TalkButton.filter(F.do == Talk.PAPERS))
    return router


async def send_link(
    press: CallbackQuery,
    callback_data: TalkButton,
    bot: Bot,
    services: Services,
    viewer: Viewer,
    words: Words,
    web_url: str,
) -> None:
    """Send a new link in a message of its own, which its author deletes as he likes."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    link = await make_link(services, campaign_id, viewer.account_id, number, viewer.speaks)
    if link is None or not web_url:
        raise ScreenOutdated
    text = words("papers-link", number=number, expires_at=link.expires_at)
    page = f"{web_url.rstrip('/')}/papers/{link.url_token}"
    await bot.send_message(viewer.account_id, text, reply_markup=_button(words, page))
    await answer_press(press)


def _button(words: Words, page: str) -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text=words("button-papers-open"), url=page)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
