"""A value beside the act it comes from; apart, because every part of a rulebook is made of such (P2)."""

from dataclasses import dataclass
from typing import Generic, TypeVar

CHOICE = "choice"
"""The act of a number that the akimat chose itself; printed as its own choice."""

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Generic[ValueT]):
    """A value with the act it comes from: a slug of ``Rulebook.acts`` or ``CHOICE`` (P2)."""

    value: ValueT
    act: str
