"""A person's message on its way: whether the chat is open, the message itself and the update about it."""

from sandbox.errors import PersonError
from sandbox.records import Chat, Json, Message
from sandbox.wire import message_json
from sandbox.world import World


def require_open(chat: Chat) -> None:
    """Nothing can be sent before START or to a blocked bot; raises PersonError."""
    if not chat.is_started:
        raise PersonError("the chat is not started: only START can be pressed")
    if chat.is_blocked:
        raise PersonError("the bot is blocked: only RESTART can be pressed")


def post(
    world: World,
    chat: Chat,
    content: Json,
    reply_to: int | None = None,
    *,
    media_group_id: str | None = None,
    is_via_bot: bool = False,
    reply_markup: Json | None = None,
) -> Message:
    """Put what the person sends into the chat and tell the bot."""
    message = world.post(
        chat,
        content,
        is_from_bot=False,
        reply_to=reply_to,
        media_group_id=media_group_id,
        is_via_bot=is_via_bot,
        reply_markup=reply_markup,
    )
    world.updates.put("message", message_json(world.profile, chat, message))
    return message
