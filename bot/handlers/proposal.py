"""What reaches an application from outside of its screens: lasting buttons, one-message proposals, edits.

Also a message that comes after the screen was forgotten: nothing typed is lost (B2, B5, P5).
"""

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.protocols import BgManagerFactory

from bot.albums import Albums
from bot.answers import answer_press
from bot.background import open_screen_of
from bot.buttons import AddPicturesButton, SumButton
from bot.dialogs.proposal import answers, reached
from bot.dialogs.proposal.filters import AfterForgetting, AtStep, Template
from bot.dialogs.proposal.opened import open_draft
from bot.dialogs.verification import share_key
from bot.filters import Magic
from core.language.locales import Words
from core.model.proposal import Draft, Step
from core.model.viewer import Viewer
from core.usecases.place.choosing import find_campaign
from core.usecases.proposal.again import begin_again
from core.usecases.proposal.drafting import require_draft
from core.usecases.services import Services
from messenger.buttons import AgainButton, DraftButton


def build_router() -> Router:
    """Make the router that stands before the dialogs."""
    router = Router(name="proposal")
    router.callback_query.register(show_draft, DraftButton.filter())
    router.callback_query.register(begin_anew, AgainButton.filter())
    router.callback_query.register(accept_sum, SumButton.filter())
    router.callback_query.register(add_pictures, AddPicturesButton.filter())
    router.message.register(take_template, Template())
    router.message.register(take_contact, Magic(F.contact), AtStep(Step.AUTHOR))
    router.message.register(take_forgotten, AfterForgetting())
    router.edited_message.register(pass_over, Magic(F.location))
    router.edited_message.register(take_edited_template, Template())
    router.edited_message.register(take_edit, Magic(F.text | F.caption))
    return router


def build_strays() -> Router:
    """Make the router that stands behind the dialogs: pictures that no screen asked for."""
    router = Router(name="stray pictures")
    router.message.register(offer_pictures, Magic(F.photo | (F.document & F.media_group_id)))
    router.message.register(offer_pictures, Magic(F.document.mime_type.startswith("image/")))
    return router


async def show_draft(
    press: CallbackQuery,
    callback_data: DraftButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Open the application at its step, whatever campaign is the place meanwhile (B2, G1)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    draft = await require_draft(services, campaign_id, viewer.account_id, callback_data.draft_id)
    await share_key.take_away(dialog_manager)
    await open_draft(dialog_manager, draft)
    await answer_press(press)


async def begin_anew(
    press: CallbackQuery,
    callback_data: AgainButton,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Begin a new application with what an earlier one says (F5)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    draft = await begin_again(services, viewer.account_id, campaign_id, callback_data.number)
    await open_draft(dialog_manager, draft)
    await answer_press(press)


async def accept_sum(press: CallbackQuery, callback_data: SumButton, dialog_manager: DialogManager) -> None:
    """Let the sum count that was read back (B3)."""
    await reached.accept_sum(dialog_manager, callback_data)
    await answer_press(press)


async def add_pictures(
    press: CallbackQuery, callback_data: AddPicturesButton, dialog_manager: DialogManager
) -> None:
    """Add the pictures that came early; a second press finds none and says so."""
    await answer_press(press)
    await reached.add_pictures(dialog_manager, callback_data)


async def take_template(message: Message, template: str, dialog_manager: DialogManager) -> None:
    """Take a whole application out of one message (B5)."""
    await reached.take_whole(dialog_manager, message, template)


async def take_contact(message: Message, dialog_manager: DialogManager) -> None:
    """Take the author's number before anything verifies by it; the key goes once it is there."""
    await share_key.take_away(dialog_manager, message)
    await answers.take(message, dialog_manager)
    await dialog_manager.show()


async def take_forgotten(message: Message, forgotten: Draft, dialog_manager: DialogManager) -> None:
    """Take what comes while no screen is open as the answer to the step that was open last (P5)."""
    await reached.take_forgotten(dialog_manager, forgotten, message)


async def pass_over(_message: Message) -> None:
    """Leave the steps of a live location alone: its first point was taken as the place."""


async def take_edited_template(
    message: Message, template: str, bot: Bot, dialog_bg_factory: BgManagerFactory
) -> None:
    """Take a whole application anew that was mended after it had been sent (B5)."""
    async with open_screen_of(dialog_bg_factory.bg(bot, message.chat.id, message.chat.id)) as screen:
        screen.show_mode = ShowMode.EDIT
        await reached.take_whole(screen, message, template)


async def take_edit(message: Message, bot: Bot, dialog_bg_factory: BgManagerFactory) -> None:
    """Take an edited answer anew while its step is open; any other edit is left to who answers edits."""
    async with open_screen_of(dialog_bg_factory.bg(bot, message.chat.id, message.chat.id)) as screen:
        is_open = answers.is_open_answer(message, screen)
        if is_open:
            screen.show_mode = ShowMode.EDIT
            await answers.take(message, screen)
            await screen.show()
    if not is_open:
        raise SkipHandler


async def offer_pictures(
    message: Message, services: Services, viewer: Viewer, words: Words, albums: Albums
) -> None:
    """Answer pictures for nothing once an album, or offer to add them to the open application."""
    await reached.offer_pictures(message, services, viewer, words, albums)
