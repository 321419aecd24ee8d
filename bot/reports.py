"""Who is writing a report, and how many an account sent today: in memory alone, and forgotten with the day.

Separate from the state of screens, because that lies on the disk, where no account may stand beside a report
(E9). What a restart forgets is one press, or a few reports more that day.
"""

from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from secrets import token_bytes
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog.api.entities import Context

from bot.buttons import ReportButton
from core.model.concern import ReportKind
from core.model.refusals import Refusal, refuse
from core.rules.concern import REPORTS_A_DAY
from core.usecases.services import Services

MOST = 10_000
"""Reports that are being written at once; the oldest one gives way."""

WRITING_FOR = timedelta(minutes=30)
"""How long words are waited for: whoever writes later has long turned to something else."""

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A report that waits for words since ``asked_at``.

    ``is_held``: words were refused, and no text is taken before a press. ``messages`` are what is deleted
    from the chat when the report is sent: what asked for words, and words that were refused.
    """

    kind: ReportKind
    asked_at: datetime
    messages: tuple[int, ...]
    is_held: bool = False


class Reports:
    """What the process remembers of reports."""

    def __init__(self) -> None:
        """Begin with none."""
        self._writing: OrderedDict[int, Begun] = OrderedDict()
        self._day = date.min
        self._salt = b""
        self._sent: Counter[bytes] = Counter()

    def begin(self, account_id: int, kind: ReportKind, message_id: int, now: datetime) -> None:
        """Let the account's next text be the words of a report; ``message_id`` is what asks for them."""
        before = self.get(account_id, now)
        messages = before.messages if before is not None else ()
        self._keep(account_id, Begun(kind=kind, asked_at=now, messages=(*messages, message_id)))

    def hold(self, account_id: int, now: datetime, *message_ids: int) -> None:
        """Take no text before the next press: what follows words too long may be the rest of them."""
        begun = self.get(account_id, now)
        if begun is not None:
            messages = (*begun.messages, *message_ids)
            self._keep(account_id, replace(begun, messages=messages, is_held=True))

    def get(self, account_id: int, now: datetime) -> Begun | None:
        """Return what the account is writing, for `WRITING_FOR` after it was asked."""
        begun = self._writing.get(account_id)
        if begun is None or now - begun.asked_at >= WRITING_FOR:
            return None
        return begun

    def leave(self, account_id: int) -> None:
        """Forget what the account was writing."""
        self._writing.pop(account_id, None)

    def forget_all(self) -> None:
        """Forget what everybody was writing; what was sent today stays counted."""
        self._writing.clear()

    def require_room(self, account_id: int, today: date) -> None:
        """Let an account go on that has not reported often today; raise ``reports-many`` with ``most``."""
        if self._sent[self._mark(account_id, today)] >= REPORTS_A_DAY:
            raise refuse(Refusal.REPORTS_MANY, most=REPORTS_A_DAY)

    def count(self, account_id: int, today: date) -> None:
        """Count a report that was taken."""
        self._sent[self._mark(account_id, today)] += 1
        self._writing.pop(account_id, None)

    def _keep(self, account_id: int, begun: Begun) -> None:
        self._writing.pop(account_id, None)
        self._writing[account_id] = begun
        if len(self._writing) > MOST:
            self._writing.popitem(last=False)

    def _mark(self, account_id: int, today: date) -> bytes:
        """Return a mark under a salt of the day, which nobody else has: yesterday's tell nothing."""
        if today != self._day:
            self._day, self._salt = today, token_bytes(_SALT_BYTES)
            self._sent.clear()
        return blake2b(str(account_id).encode(), key=self._salt).digest()


class WritesReport(Filter):
    """Lets through a text of somebody who is asked for the words of a report and has no screen open.

    The question closes the screens below it, on the disk that every process reads: so an open one says that
    the person went elsewhere, whatever this process remembers, and the text is that screen's.
    """

    async def __call__(
        self,
        event: TelegramObject,
        reports: Reports,
        services: Services,
        aiogd_context: Context | None = None,
    ) -> bool:
        """Say whether the text is no command and its writer was asked."""
        if not isinstance(event, Message) or event.text is None or event.from_user is None:
            return False
        if event.text.startswith("/") or aiogd_context is not None:
            return False
        return reports.get(event.from_user.id, services.clock.now()) is not None


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
                is_elsewhere = data.get("aiogd_context") is not None
                if is_elsewhere or (text is not None and text.startswith("/")):
                    reports.leave(person.id)
        return await handler(event, data)
