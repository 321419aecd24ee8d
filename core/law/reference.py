"""Where a number of the law comes from; apart, so that no number can be written down without it (P2)."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An act with the day on which it was adopted and a page where it can be read."""

    act: str
    date: date
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawful(Generic[ValueT]):
    """A value of the law beside the act that sets it, in force from ``since`` on (P2)."""

    value: ValueT
    since: date
    source: Reference
