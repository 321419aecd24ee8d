"""A resident as the register knows him: a key, a birth date, registrations; never a name or IIN."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RegistrationKind(StrEnum):
    """How a person is registered at an address (E1)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One registration of a person; both days are inclusive, an open end is ``None``."""

    territory: str
    kind: RegistrationKind
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person of the register with every registration he has (E1: several may hold at once)."""

    person_key: bytes
    birth_date: date
    registrations: tuple[Registration, ...]


class Verification(StrEnum):
    """A way in which a person shows who he is (E2)."""

    PHONE = "phone"
    CODE = "code"
    SIGNATURE = "signature"
