"""Everything the sandbox holds in memory: the bot, its chats, updates, files, settings and clock."""

import itertools
import secrets
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sandbox.calls import CallLog
from sandbox.clock import MovableClock
from sandbox.crowd import Crowd
from sandbox.errors import PersonError, bad_request, forbidden
from sandbox.faults import Faults
from sandbox.files import FileStore
from sandbox.limits import Limits
from sandbox.profile import BotProfile
from sandbox.records import Callback, Chat, InlineQuery, Json, Message, Person, ReplyKeyboard, Room
from sandbox.signal import Signal
from sandbox.timing import Timing
from sandbox.updates import UpdateQueue
from sandbox.view import message_view
from sandbox.webhook import Webhooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """A named instant to which the clock may be moved; names by language."""

    name: dict[str, str]
    at: datetime


class World:
    """One bot and the people around it."""

    def __init__(
        self, profile: BotProfile, clock: MovableClock, files: FileStore, timing: Timing | None = None
    ) -> None:
        self.profile = profile
        self.clock = clock
        self.files = files
        self.changed = Signal()
        self.timing = timing or Timing()
        self.updates = UpdateQueue(self.changed, self.timing)
        self.webhooks = Webhooks(self.updates, clock, self.timing, self.changed)
        self.calls = CallLog()
        self.faults = Faults()
        self.limits = Limits(self.timing)
        self.crowd = Crowd(self.timing)
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.room = Room()
        self.instants: list[Instant] = []
        self.staff: Path | None = None  # the file that tells of an office and its staff
        self.born = secrets.token_hex(4)  # tells a page that another sandbox answers now
        self.time_zone = "Asia/Almaty"  # in which the page prints times
        self._message_ids = itertools.count(1)

    def add_person(self, person: Person) -> Chat:
        """Give somebody a phone; raises PersonError when the id is taken."""
        if person.id in self.chats or person.id in self.crowd:
            raise PersonError(f"there is a person {person.id} already")
        chat = Chat(person=person)
        self.chats[person.id] = chat
        self.touch(chat)
        return chat

    def add_crowd(self, count: int, first_id: int, language_code: str | None) -> None:
        """Add light people; raises PersonError for a bad number or ids that are taken."""
        if any(first_id <= taken < first_id + count for taken in self.chats):
            raise PersonError("one of these ids is a person's already")
        self.crowd.add(count, first_id, language_code)

    def require_chat(self, chat_id: Any) -> Chat:
        """The chat a bot names; raises ApiError when the bot has never been written to from there."""
        is_number = isinstance(chat_id, int) or str(chat_id).lstrip("-").isdigit()
        chat = (self.chats.get(int(chat_id)) or self.crowd.chat(int(chat_id))) if is_number else None
        if chat is None or not chat.is_started:
            raise bad_request("chat not found")
        return chat

    def require_open_chat(self, chat_id: Any) -> Chat:
        """The same, for sending; raises ApiError 403 when the person has blocked the bot."""
        chat = self.require_chat(chat_id)
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def touch(self, chat: Chat) -> None:
        """Say that a chat looks different now."""
        chat.revision += 1
        self.changed.notify()

    def record(self, chat: Chat, kind: str, **facts: Any) -> None:
        """Keep a step of the conversation for transcripts and show the change."""
        if chat.is_light:
            return
        chat.steps.append({"kind": kind, **facts})
        self.touch(chat)

    def post(self, chat: Chat, content: Json, *, is_from_bot: bool, **extra: Any) -> Message:
        """Put a message into a chat; the crowd's are counted and not kept."""
        message = self._new_message(content, is_from_bot=is_from_bot, **extra)
        if chat.is_light:
            self.crowd.receive(chat.person.id, message)
            return message
        chat.messages[message.message_id] = message
        if is_from_bot:
            chat.typing_until = 0.0
        self.record(chat, "message", message=message_view(message))
        return message

    def post_among_neighbours(self, chat: Chat, content: Json, **extra: Any) -> Message:
        """Put a person's message into the neighbours' chat, of which the bot hears nothing."""
        message = self._new_message(content, is_from_bot=False, **extra)
        self.room.messages[message.message_id] = (chat.person, message)
        self.room.revision += 1
        self.record(chat, "shared", message=message_view(message))
        return message

    def show_keyboard(self, chat: Chat, message: Message, markup: Json) -> None:
        """Apply a reply markup that is not inline: a keyboard, its removal or a forced reply."""
        message.had_reply_keyboard = True
        is_removal = "remove_keyboard" in markup
        chat.keyboard = None if is_removal else ReplyKeyboard(message_id=message.message_id, markup=markup)
        self.record(chat, "keyboard", keyboard=None if is_removal else markup)

    def delete(self, chat: Chat, message: Message) -> None:
        """Remove a message for both sides; a keyboard leaves with the message that brought it."""
        message.is_deleted = True
        if chat.keyboard is not None and chat.keyboard.message_id == message.message_id:
            chat.keyboard = None
        self.record(chat, "delete", message_id=message.message_id)

    def show_typing(self, chat: Chat, seconds: float) -> None:
        """Show the bot's chat action for some real seconds."""
        chat.typing_until = time.monotonic() + seconds
        self.touch(chat)

    @property
    def is_idle(self) -> bool:
        """Whether the bot has confirmed every update and no call of it is being answered.

        A bot that neither polls nor has a webhook is not idle but absent.
        """
        is_there = self.updates.is_polled or self.webhooks.current is not None
        return is_there and not self.calls.in_flight and self.updates.is_empty

    @property
    def is_listening(self) -> bool:
        """Whether the bot polls, or has a webhook whose last answer was a good one."""
        return self.updates.is_polled or (self.webhooks.current is not None and not self.webhooks.is_failing)

    def _new_message(self, content: Json, *, is_from_bot: bool, **extra: Any) -> Message:
        return Message(
            message_id=next(self._message_ids),
            is_from_bot=is_from_bot,
            date=self.clock.timestamp(),
            content=content,
            **extra,
        )
