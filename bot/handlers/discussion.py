"""Presses about proposals, whatever screen is open meanwhile: a card works for years (B6, D5, D6)."""

from functools import partial

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.buttons import Talk, TalkButton
from bot.dialogs import states
from bot.dialogs.discussion.opening import open_number
from bot.dialogs.discussion.quoted import require_quoted
from bot.dialogs.discussion.shown import Shown, open_shown
from bot.dialogs.discussion.verified import verified_first
from bot.dialogs.proposal.opened import open_draft
from bot.wishes import Wishes
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.merging import offer, settle
from core.usecases.discussion.questions import answer, ask
from core.usecases.discussion.support import support, withdraw_support
from core.usecases.place.choosing import find_campaign
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.services import Services
from messenger.buttons import ProposalButton
from messenger.files import Pictures

WINDOWS = {
    Talk.CARD: states.Discussion.card,
    Talk.WHOLE: states.Discussion.card,
    Talk.QUESTIONS: states.Discussion.questions,
    Talk.MERGE: states.Discussion.merge,
    Talk.MINE: states.MyProposal.card,
    Talk.HISTORY: states.MyProposal.history,
    Talk.WITHDRAW: states.MyProposal.withdraw,
    Talk.ANSWERS: states.MyProposal.questions,
    Talk.ANSWER: states.MyProposal.answer,
    Talk.OFFERS: states.MyProposal.offers,
    Talk.OFFERED: states.MyProposal.offer,
}
"""Presses that only show something."""

_SUPPORTING = (Talk.SUPPORT, Talk.TAKE_BACK)
_SETTLING = (Talk.AGREE, Talk.DECLINE)


def build_router() -> Router:
    """Make the router."""
    router = Router(name="discussion")
    router.callback_query.register(show_proposal, ProposalButton.filter())
    router.callback_query.register(show_window, TalkButton.filter(F.do.in_(set(WINDOWS))))
    router.callback_query.register(change_support, TalkButton.filter(F.do.in_(_SUPPORTING)))
    router.callback_query.register(begin_question, TalkButton.filter(F.do == Talk.ASK))
    router.callback_query.register(send_question, TalkButton.filter(F.do == Talk.SEND_QUESTION))
    router.callback_query.register(send_answer, TalkButton.filter(F.do == Talk.SEND_ANSWER))
    router.callback_query.register(send_pictures, TalkButton.filter(F.do == Talk.PICTURES))
    router.callback_query.register(offer_merging, TalkButton.filter(F.do == Talk.OFFER))
    router.callback_query.register(settle_offer, TalkButton.filter(F.do.in_(_SETTLING)))
    router.callback_query.register(rework, TalkButton.filter(F.do == Talk.REWORK))
    router.callback_query.register(withdraw_surely, TalkButton.filter(F.do == Talk.WITHDRAW_SURELY))
    return router


async def show_proposal(
    press: CallbackQuery,
    callback_data: ProposalButton,
    services: Services,
    viewer: Viewer,
    wishes: Wishes,
    dialog_manager: DialogManager,
) -> None:
    """Open the page of one's own proposal, the card of anybody else's."""
    wishes.fulfil(viewer.account_id, callback_data)
    campaign_id = await find_campaign(services, callback_data.campaign)
    await open_number(dialog_manager, campaign_id, callback_data.number)
    await answer_press(press)


async def show_window(press: CallbackQuery, callback_data: TalkButton, dialog_manager: DialogManager) -> None:
    """Turn the message into the screen that the button names."""
    await open_shown(dialog_manager, WINDOWS[callback_data.do], _shown(callback_data))
    await answer_press(press)


async def change_support(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Enter the person's support or take it back; whoever is not verified yet is led there (D6)."""
    act, is_given = (support, True) if callback_data.do is Talk.SUPPORT else (withdraw_support, False)
    campaign_id = await find_campaign(services, callback_data.campaign)
    async with verified_first(dialog_manager, campaign_id, callback_data):
        await act(services, campaign_id, viewer.account_id, callback_data.number)
        await open_shown(dialog_manager, states.Discussion.card, _shown(callback_data))
        await answer_press(press, words("discussion-support-alert", is_given=is_given))


async def begin_question(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Ask for the question, unless it could not be sent anyway (D6, P7)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    card = await proposal_card(services, campaign_id, viewer.account_id, callback_data.number)
    async with verified_first(dialog_manager, campaign_id, callback_data):
        card.possible.can_ask.enforce()
        await open_shown(dialog_manager, states.Discussion.ask, _shown(callback_data))
        await answer_press(press)


async def send_question(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Send the question that was read back; it is shown after somebody has read it (D6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    number, text = callback_data.number, require_quoted(press)
    async with verified_first(dialog_manager, campaign_id, callback_data):
        await ask(services, campaign_id, viewer.account_id, number, text=text, language=viewer.speaks)
        await open_shown(dialog_manager, states.Discussion.card, _shown(callback_data))
        await answer_press(press, words("discussion-sent-alert"), is_alert=True)


async def send_answer(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Send the answer that was read back (D6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    text = require_quoted(press)
    await answer(services, campaign_id, viewer.account_id, callback_data.other, text=text)
    await open_shown(dialog_manager, states.MyProposal.card, _shown(callback_data))
    await answer_press(press, words("mine-answered-alert"), is_alert=True)


async def send_pictures(
    press: CallbackQuery,
    callback_data: TalkButton,
    bot: Bot,
    services: Services,
    viewer: Viewer,
    pictures: Pictures,
    words: Words,
) -> None:
    """Send the pictures one after the other, small (P5)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    card = await proposal_card(services, campaign_id, viewer.account_id, callback_data.number)
    await answer_press(press)
    count, send = len(card.contents.pictures), partial(pictures.send, bot, press.from_user.id)
    for place, picture in enumerate(card.contents.pictures, start=1):
        facts = {"number": callback_data.number, "place": place, "count": count}
        caption = words("discussion-picture-caption", **facts)
        await send(akimat=campaign_id.akimat, digest=picture.published, caption=caption)


async def offer_merging(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Offer one's own proposal to the author of the one that is shown (D6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    await offer(services, campaign_id, viewer.account_id, callback_data.other, callback_data.number)
    await open_shown(dialog_manager, states.Discussion.card, _shown(callback_data))
    await answer_press(press, words("discussion-offer-alert"), is_alert=True)


async def settle_offer(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Agree to an offer to merge, or decline it (D6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    agrees, numbers = callback_data.do is Talk.AGREE, (callback_data.other, callback_data.number)
    await settle(services, campaign_id, viewer.account_id, *numbers, agrees=agrees)
    await open_shown(dialog_manager, states.MyProposal.card, _shown(callback_data))
    await answer_press(press, words("mine-settled-alert", agrees=agrees), is_alert=True)


async def rework(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Open the returned proposal for its author to fix it (B6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    draft = await open_rework(services, campaign_id, viewer.account_id, callback_data.number)
    await open_draft(dialog_manager, draft)
    await answer_press(press)


async def withdraw_surely(
    press: CallbackQuery,
    callback_data: TalkButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Withdraw one's own proposal, after the second confirmation (B1, B6)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    await withdraw(services, campaign_id, viewer.account_id, callback_data.number)
    await open_shown(dialog_manager, states.MyProposal.card, _shown(callback_data))
    await answer_press(press, words("mine-withdrawn-alert"), is_alert=True)


def _shown(button: TalkButton) -> Shown:
    is_whole = button.do is Talk.WHOLE
    return Shown(campaign=button.campaign, number=button.number, other=button.other, is_whole=is_whole)
