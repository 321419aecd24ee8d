"""A crowd of light people for mass sending: chats that count what comes instead of keeping it."""

import sys
from collections import deque

from sandbox.errors import PersonError
from sandbox.limits import is_sending
from sandbox.records import Chat, Json, Message, Person
from sandbox.timing import Timing

LARGEST = 1_000_000
FIRST_ID = 5_000_000
LARGEST_ID = 2**52  # Telegram's own bound


class Busiest:
    """The most events in any second, by real time."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()
        self.most = 0

    def add(self, now: float) -> None:
        """Count an event."""
        self._times.append(now)
        while self._times[0] <= now - 1.0:
            self._times.popleft()
        self.most = max(self.most, len(self._times))


class Crowd:
    """People without phones: the bot may write to them, and they never answer."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._ranges: list[tuple[range, str | None]] = []
        self._counts: dict[int, int] = {}
        self._texts: dict[int, str] = {}
        self._messages = 0
        self._busiest = Busiest()

    def add(self, count: int, first_id: int, language_code: str | None) -> None:
        """Add people with ids in a row; raises PersonError for a bad number or ids that are taken."""
        if not 1 <= count <= LARGEST:
            raise PersonError(f"a crowd has 1-{LARGEST} people")
        if not 1 <= first_id <= LARGEST_ID - count:
            raise PersonError(f'"first_id" must be from 1 to {LARGEST_ID - count}')
        ids = range(first_id, first_id + count)
        if any(ids.start < taken.stop and taken.start < ids.stop for taken, _ in self._ranges):
            raise PersonError("these ids are in the crowd already")
        self._ranges.append((ids, language_code))

    def clear(self) -> None:
        """Send everybody away and count from nothing."""
        self._ranges.clear()
        self._counts.clear()
        self._texts.clear()
        self._messages = 0
        self._busiest = Busiest()

    def __contains__(self, person_id: int) -> bool:
        return any(person_id in ids for ids, _ in self._ranges)

    def chat(self, person_id: int) -> Chat | None:
        """The chat of one of them, made for the moment; None for anybody else."""
        for ids, language_code in self._ranges:
            if person_id in ids:
                name = f"№ {person_id - ids.start + 1}"
                person = Person(id=person_id, first_name=name, language_code=language_code)
                return Chat(person=person, is_started=True, is_light=True)
        return None

    def note_call(self, method: str, chat_id: object) -> None:
        """Count a call that sends to the crowd, whether or not it succeeds, for the busiest second."""
        if self._ranges and is_sending(method) and str(chat_id).isdigit() and int(str(chat_id)) in self:
            self._busiest.add(self._timing.now())

    def receive(self, person_id: int, message: Message) -> None:
        """Count a message that has come and remember its text."""
        self._messages += 1
        self._counts[person_id] = self._counts.get(person_id, 0) + 1
        # An announcement reads the same for many: one copy of it is kept.
        text = message.content.get("text", message.content.get("caption", ""))
        self._texts[person_id] = sys.intern(str(text))

    def report(self) -> Json:
        """How many were reached, how many messages were beyond the first, and the busiest second."""
        return {
            "people": sum(len(ids) for ids, _ in self._ranges),
            "reached": len(self._counts),
            "messages": self._messages,
            "repeated": self._messages - len(self._counts),
            "most_in_second": self._busiest.most,
        }

    def report_one(self, person_id: int) -> Json:
        """How many messages one of them got, and the last text; raises PersonError for anybody else."""
        if person_id not in self:
            raise PersonError(f"there is no {person_id} in the crowd")
        return {"messages": self._counts.get(person_id, 0), "last_text": self._texts.get(person_id)}
