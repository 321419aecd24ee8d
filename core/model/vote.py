"""What is kept of a vote: the roll's entry and the receipt, never a choice beside a person (P4)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Channel(StrEnum):
    """The way a vote came in (P3)."""

    BOT = "bot"
    OFFICE = "office"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollEntry:
    """A voter's place in the roll: number from 0, token, channel and voting territory (ledger 2)."""

    number: int
    token: bytes
    channel: Channel
    territory: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The signed promise that an entry of the roll will stay there; no choice in it (E5, ledger 7)."""

    entry: RollEntry
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """The signed «no»: the token is not among the first ``size`` entries of the roll at ``at`` (ledger 7)."""

    token: bytes
    size: int
    at: datetime
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """That a vote was counted: its receipt with the day and whether it came by a clerk's code (E10)."""

    receipt: Receipt
    day: date | None
    is_by_code: bool
