"""An author's name and telephone as people write them; apart, because chat, letter and paper must agree."""

import re

from core.rules.phone import normalise
from core.rules.proposal import NAME_AT_MOST

_PHONE = re.compile(r"\+?[0-9][0-9\s()\-.]{3,18}[0-9]")


def read_name(typed: str) -> str | None:
    """Return a full name in one line; what is too long, or a single word, is none (B2)."""
    name = " ".join(typed.split())
    return name if len(name) <= NAME_AT_MOST and " " in name else None


def read_phone(typed: str) -> str | None:
    """Return a number: a mobile of Kazakhstan in its one form, any other as it was typed (B2)."""
    return normalise(typed) or (typed if _PHONE.fullmatch(typed) else None)


def printed_phone(phone: str) -> str:
    """Return a number as people write it; what is no mobile of Kazakhstan stays as it was typed."""
    if normalise(phone) is None:
        return phone
    return f"+7 {phone[1:4]} {phone[4:7]} {phone[7:9]} {phone[9:]}"
