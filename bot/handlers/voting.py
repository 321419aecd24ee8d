"""The vote: question, confirmation, receipt.

Raw presses, because a screen would remember the choice: the project's number stands in the button alone and
reaches no state, outbox or log (E7, ledger 3).
"""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot.answers import answer_press
from bot.buttons import CastButton, HomeBelowButton, PutAwayButton, VoteButton, WishButton
from bot.dialogs.verification.entrance import verify_first
from bot.dialogs.voting.showing import Shown, put, refusals_shown, show_answer, show_receipt
from bot.dialogs.whose import place_of
from bot.navigation import open_screen
from bot.screen import ScreenOutdated
from bot.serving import Served
from bot.wishes import Wishes
from core.language.locales import Words
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services
from core.usecases.verification.person import current_person
from core.usecases.voting.asking import ask
from core.usecases.voting.casting import cast_vote
from messenger.buttons import Destination, keyboard


def build_router() -> Router:
    """Make the router."""
    router = Router(name="voting")
    router.callback_query.register(ask_vote, VoteButton.filter())
    router.callback_query.register(go_on, WishButton.filter())
    router.callback_query.register(count_vote, CastButton.filter())
    router.callback_query.register(open_home_below, HomeBelowButton.filter())
    router.callback_query.register(put_away, PutAwayButton.filter())
    return router


async def ask_vote(
    press: CallbackQuery,
    callback_data: VoteButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    dialog_manager: DialogManager,
) -> None:
    """Ask for the second confirmation; whoever is not verified yet is led there and back (E3)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    person = await current_person(services, campaign_id, viewer.account_id)
    try:
        answer = await ask(services, campaign_id, viewer.account_id, callback_data.number)
    except RuleViolation as violation:
        await verify_first(violation, dialog_manager, campaign_id, callback_data)
    else:
        await show_answer(press, services, words, campaign_id, answer, person, viewer)


async def go_on(
    press: CallbackQuery,
    services: Services,
    viewer: Viewer,
    words: Words,
    wishes: Wishes,
    dialog_manager: DialogManager,
) -> None:
    """Ask for the vote that was begun before the verification, as long as the same person is there (E2)."""
    person = await current_person(services, place_of(viewer), viewer.account_id)
    wish = wishes.get(viewer.account_id, person)
    if not isinstance(wish, VoteButton):
        raise ScreenOutdated
    await ask_vote(press, wish, services, viewer, words, dialog_manager)


async def count_vote(
    press: CallbackQuery,
    callback_data: CastButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    wishes: Wishes,
) -> None:
    """Count the vote and turn the question into the receipt; the answer comes after the commit (E5)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    number, session = callback_data.number, callback_data.session or None
    async with refusals_shown(press, words, callback_data):
        receipt = await cast_vote(services, campaign_id, viewer.account_id, number=number, session=session)
        wishes.forget(viewer.account_id)
        shown = Shown(session=session or "", is_helping=viewer.is_helping)
        await show_receipt(press, services, words, campaign_id, receipt, shown)
    await answer_press(press)


async def open_home_below(press: CallbackQuery, dialog_manager: DialogManager) -> None:
    """Open the home screen below the receipt, which stays in the chat."""
    await open_screen(dialog_manager, Destination.HOME, show_mode=ShowMode.SEND)
    await answer_press(press)


async def put_away(press: CallbackQuery, bot: Bot, words: Words, served: Served) -> None:
    """Take the receipt off the screen of a phone that others use too, with all before it (E2)."""
    keep = press.message.message_id if press.message is not None else None
    await served.clear(bot, press.from_user.id, keep=keep)
    await served.forget(press.from_user.id)
    await put(press, words("voting-put-away"), keyboard(words, Destination.VERIFICATION, Destination.HOME))
    await answer_press(press)
