"""One call of the bot: its method, checked parameters and uploads; what every method takes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sandbox.errors import bad_request
from sandbox.files import Upload
from sandbox.records import Chat, Json, Message
from sandbox.wire import message_json
from sandbox.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call whose fields, types and sizes have passed the schema."""

    world: World
    method: str
    params: Json
    uploads: dict[str, Upload]

    def answer(self, chat: Chat, message: Message) -> Json:
        """The message as the method's result."""
        return message_json(self.world.profile, chat, message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A result that Telegram explains by a sentence beside it."""

    result: Any
    description: str


Handler: TypeAlias = Callable[[Call], Awaitable[Any]]


def require_message(chat: Chat, message_id: int | None, absence: str) -> Message:
    """A message that is there; raises ApiError with Telegram's words for its absence."""
    message = chat.messages.get(message_id or 0)
    if message is None or message.is_deleted:
        raise bad_request(absence)
    return message
