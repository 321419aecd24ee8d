"""Who is writing a report, and how many an account sent today: in memory alone, and forgotten with the day.

Separate from the state of screens, because that lies on the disk, where no account may stand beside a report
(E9). What a restart forgets is one press, or a few reports more that day.
"""

from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from datetime import date
from hashlib import blake2b
from secrets import token_bytes
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.buttons import ReportButton
from core.model.concern import ReportKind
from core.model.refusals import Refusal, refuse
from core.rules.concern import REPORTS_A_DAY

MOST = 10_000
"""Reports that are being written at once; the oldest one gives way."""

_SALT_BYTES = 16


class Reports:
    """What the process remembers of reports."""

    def __init__(self) -> None:
        """Begin with none."""
        self._writing: OrderedDict[int, tuple[ReportKind, int]] = OrderedDict()
        self._day = date.min
        self._salt = b""
        self._sent: Counter[bytes] = Counter()

    def begin(self, account_id: int, kind: ReportKind, message_id: int) -> None:
        """Let the account's next text be the words of a report; ``message_id`` is what asked for them."""
        self._writing.pop(account_id, None)
        self._writing[account_id] = (kind, message_id)
        if len(self._writing) > MOST:
            self._writing.popitem(last=False)

    def get(self, account_id: int) -> tuple[ReportKind, int] | None:
        """Return what the account is writing and the message that asked for it."""
        return self._writing.get(account_id)

    def leave(self, account_id: int) -> None:
        """Forget what the account was writing."""
        self._writing.pop(account_id, None)

    def require_room(self, account_id: int, today: date) -> None:
        """Let an account go on that has not reported often today; raise ``reports-many`` with ``most``."""
        if self._sent[self._mark(account_id, today)] >= REPORTS_A_DAY:
            raise refuse(Refusal.REPORTS_MANY, most=REPORTS_A_DAY)

    def count(self, account_id: int, today: date) -> None:
        """Count a report that was taken."""
        self._sent[self._mark(account_id, today)] += 1
        self.leave(account_id)

    def _mark(self, account_id: int, today: date) -> bytes:
        """Return a mark under a salt of the day, which nobody else has: yesterday's tell nothing."""
        if today != self._day:
            self._day, self._salt = today, token_bytes(_SALT_BYTES)
            self._sent.clear()
        return blake2b(str(account_id).encode(), key=self._salt).digest()


class WritesReport(Filter):
    """Lets through a text of somebody who is asked for the words of a report."""

    async def __call__(self, event: TelegramObject, reports: Reports) -> bool:
        """Say whether the text is no command and its writer was asked."""
        if not isinstance(event, Message) or event.text is None or event.from_user is None:
            return False
        return not event.text.startswith("/") and reports.get(event.from_user.id) is not None


class ReportsLeft(BaseMiddleware):
    """Takes whoever presses or asks for something else for one who reports no longer."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Forget the report that was begun, unless this is its own button or its words."""
        reports: Reports = data["reports"]
        match event:
            case CallbackQuery(from_user=person, data=pressed):
                if not (pressed or "").startswith(f"{ReportButton.__prefix__}:"):
                    reports.leave(person.id)
            case Message(from_user=person, text=text) if person is not None:
                if text is not None and text.startswith("/"):
                    reports.leave(person.id)
        return await handler(event, data)
