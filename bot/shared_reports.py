"""Reports that every bot process knows of: told by Redis's channel and kept in the memory of each, as ever.

Separate because one process needs no Redis. What goes through a channel lies on no disk: neither dump nor log
of Redis says who reports (E9).
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from redis.asyncio import Redis

from bot.reports import Begun, Reports
from bot.shared_channel import Told
from core.model.concern import ReportKind

CHANNEL = "reports"


class Change(StrEnum):
    """What may happen to a report that is being written."""

    KEEP = "keep"
    LEAVE = "leave"
    COUNT = "count"


class SharedReports(Reports, Told):
    """Reports that are told to the other processes as they change, and follow theirs while `run` listens."""

    def __init__(self, redis: Redis) -> None:
        Reports.__init__(self)
        Told.__init__(self, redis, CHANNEL)

    def leave(self, account_id: int) -> None:
        """See `Reports.leave`."""
        super().leave(account_id)
        self.tell(change=Change.LEAVE, account=account_id)

    def count(self, account_id: int, today: date) -> None:
        """See `Reports.count`."""
        super().count(account_id, today)
        self.tell(change=Change.COUNT, account=account_id, day=today.isoformat())

    def follow(self, told: dict[str, Any]) -> None:
        """See `Told.follow`."""
        account_id = told["account"]
        match Change(told["change"]):
            case Change.KEEP:
                super()._keep(account_id, _begun(told["begun"]))
            case Change.LEAVE:
                super().leave(account_id)
            case Change.COUNT:
                super().count(account_id, date.fromisoformat(told["day"]))

    def _keep(self, account_id: int, begun: Begun) -> None:
        super()._keep(account_id, begun)
        said = {
            "kind": begun.kind,
            "asked_at": begun.asked_at.isoformat(),
            "messages": begun.messages,
            "is_held": begun.is_held,
        }
        self.tell(change=Change.KEEP, account=account_id, begun=said)


def _begun(said: dict[str, Any]) -> Begun:
    return Begun(
        kind=ReportKind(said["kind"]),
        asked_at=datetime.fromisoformat(said["asked_at"]),
        messages=tuple(said["messages"]),
        is_held=said["is_held"],
    )
