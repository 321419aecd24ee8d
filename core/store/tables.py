"""Every table of the deployment under one name, for the migrations and for the tests that compare them."""

from core.store import (
    box,
    browsing,
    campaign,
    files,
    ledger,
    outbox,
    outcome,
    place,
    privacy,
    register,
    verification,
    voting,
)
from core.store.base import metadata

__all__ = [
    "box",
    "browsing",
    "campaign",
    "files",
    "ledger",
    "metadata",
    "outbox",
    "outcome",
    "place",
    "privacy",
    "register",
    "verification",
    "voting",
]
