"""What a message is to the open step: an answer, a picture for the application, or nothing it can use.

Separate from the steps, because the same is asked of a new message, of an edited one and of one that comes
after the screen was forgotten.
"""

from collections.abc import Awaitable, Callable, Mapping

from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.proposal import arrivals, notes
from bot.dialogs.proposal.opened import step_of
from bot.dialogs.proposal.steps import author, direction, estimate, last, pictures, place, territory, texts
from bot.downloads import Sent, find_sent
from bot.handlers.unexpected import kind_of
from core.model.proposal import Step

TAKES: Mapping[Step, Callable[[str, DialogManager], Awaitable[None]]] = {
    Step.DIRECTION: direction.take_text,
    Step.TITLE: texts.take_title,
    Step.DESCRIPTION: texts.take_description,
    Step.TERRITORY: territory.take_text,
    Step.PLACE: place.take_text,
    Step.ESTIMATE: estimate.take_text,
    Step.PICTURES: pictures.take_text,
    Step.AUTHOR: author.take_text,
    Step.PAPERS: last.take_text,
    Step.RULES: last.take_text,
    Step.QUESTION: last.take_text,
    Step.PREVIEW: last.take_text,
}

_USELESS = ("sticker", "voice", "file", "contact", "location", "other")
USELESS_TEXTS = tuple(f"proposal-useless-{kind}" for kind in _USELESS)

_TYPED = "typed"


async def take(message: Message, manager: DialogManager) -> bool:
    """Take a message on the open step; always true, since a step says itself what is of no use."""
    step, sent = step_of(manager) or Step.PREVIEW, find_sent(message)
    if message.text is not None:
        manager.dialog_data[_TYPED] = message.message_id
        await TAKES[step](message.text, manager)
    elif sent is not None:
        await _take_sent(message, sent, step, manager)
    elif message.location is not None and step is Step.PLACE:
        await place.take_message(message, manager)
    elif message.contact is not None and step is Step.AUTHOR:
        await author.take_contact(message.contact, manager, is_own=is_own_contact(message))
    else:
        notes.say(manager, f"proposal-useless-{kind_of(message)}")
    return True


async def _take_sent(message: Message, sent: Sent, step: Step, manager: DialogManager) -> None:
    is_alone = message.media_group_id is None
    if step is Step.ESTIMATE and is_alone:
        await estimate.take_file(message, sent, manager)
    else:
        await arrivals.take_picture(message, sent, manager)


def is_own_contact(message: Message) -> bool:
    """Say whether a contact is the sender's own, for which Telegram vouches."""
    contact, sender = message.contact, message.from_user
    is_theirs = contact is not None and sender is not None and contact.user_id == sender.id
    return is_theirs and message.forward_origin is None


def is_open_answer(message: Message, manager: DialogManager) -> bool:
    """Say whether a message is the last answer to the step that is still open."""
    return step_of(manager) is not None and manager.dialog_data.get(_TYPED) == message.message_id
