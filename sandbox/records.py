"""The nouns of a conversation: person, message, chat, callback; records without the protocol's behaviour."""

import time
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

LARGEST_ANGLES = {"latitude": 90, "longitude": 180}  # degrees, to both sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a phone; `id` is also the id of their private chat with the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    note: dict[str, str] | None = None

    @property
    def full_name(self) -> str:
        """First and last name as a contact list prints them."""
        return " ".join(filter(None, (self.first_name, self.last_name)))

    def as_user(self) -> Json:
        """The Bot API `User`."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return user | {name: value for name, value in optional.items() if value}

    def as_chat(self) -> Json:
        """The Bot API `Chat` of this person's private chat with the bot."""
        chat: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        optional = {"last_name": self.last_name, "username": self.username}
        return chat | {name: value for name, value in optional.items() if value}


@dataclass(slots=True, kw_only=True)
class Message:
    """One message; `content` holds its Bot API content fields (text, entities, photo, caption, …)."""

    message_id: int
    is_from_bot: bool
    date: int
    content: Json
    reply_markup: Json | None = None
    had_reply_keyboard: bool = False
    reply_to: int | None = None
    forward_origin: Json | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    is_via_bot: bool = False
    is_deleted: bool = False


@dataclass(slots=True, kw_only=True)
class ReplyKeyboard:
    """The keyboard under the input field, or a forced reply, and the message that brought it."""

    message_id: int
    markup: Json
    is_hidden: bool = False


@dataclass(slots=True, kw_only=True)
class Callback:
    """A tap on an inline button that waits for `answerCallbackQuery`."""

    id: str
    chat_id: int
    message_id: int
    label: str
    answer: Json | None = None


@dataclass(slots=True, kw_only=True)
class InlineQuery:
    """What a person typed after the bot's name, and the bot's answer; `asked` is real time, monotonic."""

    id: str
    person_id: int
    query: str
    is_among_neighbours: bool
    asked: float
    answer: Json | None = None


@dataclass(slots=True, kw_only=True)
class Room:
    """The neighbours' chat, where people talk without the bot: who wrote which message."""

    messages: dict[int, tuple[Person, Message]] = field(default_factory=dict)
    revision: int = 0


@dataclass(slots=True, kw_only=True)
class Chat:
    """A person's private chat with the bot; `steps` is what happened, in order, for transcripts."""

    person: Person
    is_started: bool = False
    is_blocked: bool = False
    is_light: bool = False  # somebody of the crowd: made for one call, keeps nothing
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: ReplyKeyboard | None = None
    waiting: list[Callback] = field(default_factory=list)
    notifications: list[Json] = field(default_factory=list)
    steps: list[Json] = field(default_factory=list)
    revision: int = 0
    typing_until: float = 0.0

    @property
    def is_typing(self) -> bool:
        """Whether the bot's chat action is still shown, by real time."""
        return time.monotonic() < self.typing_until
