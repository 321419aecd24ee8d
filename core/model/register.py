"""A register that was handed in: how far it has come; apart, for store and pages name it alike (L3)."""

from enum import StrEnum


class ImportState(StrEnum):
    """How far a register has come that somebody handed in.

    ``READING`` is not whole: it is being read, or whoever read it was interrupted. ``REPLACED`` waited while
    another one was approved, ``EXPIRED`` waited too long.
    """

    READING = "reading"
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    REPLACED = "replaced"
    EXPIRED = "expired"
