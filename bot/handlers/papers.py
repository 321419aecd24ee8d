"""The press that gives an author the link by which papers go past the messenger (B2, P1)."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answers import answer_press
from bot.buttons import Talk, TalkButton
from core.language.locales import Words
from core.model.viewer import Viewer
from core.rulebook.model import Contact
from core.usecases.place.choosing import find_campaign
from core.usecases.proposal.papers import my_papers
from core.usecases.proposal.uploading import UploadLink, make_link
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
    """Send a new link in a message of its own; where there are none any more, say where the desk is."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    own = (services, campaign_id, viewer.account_id, number)
    link = await make_link(*own, viewer.speaks) if web_url else None
    desk = (await my_papers(*own)).desk
    text = _text(words, number, link, desk)
    await bot.send_message(viewer.account_id, text, reply_markup=_button(words, web_url, link))
    await answer_press(press)


def _text(words: Words, number: int, link: UploadLink | None, desk: Contact) -> str:
    if link is None:
        return words("papers-desk", contact=desk.name, phone=desk.phone)
    return words("papers-link", number=number, expires_at=link.expires_at)


def _button(words: Words, web_url: str, link: UploadLink | None) -> InlineKeyboardMarkup | None:
    if link is None:
        return None
    page = f"{web_url.rstrip('/')}/papers/{link.url_token}"
    button = InlineKeyboardButton(text=words("button-papers-open"), url=page)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
