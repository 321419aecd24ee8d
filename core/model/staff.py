"""Who works at the akimat and as what: a login, the person behind it, and what he may be (L1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.language import Language, Text


class Role(StrEnum):
    """What somebody is at the akimat; a person may be several things at once (L1, K1)."""

    CLERK = "clerk"
    MODERATOR = "moderator"
    COUNCIL_MEMBER = "council-member"
    COMMUNICATIONS = "communications"
    SECRETARY = "secretary"
    AKIM = "akim"
    PROGRAMME_OPERATOR = "programme-operator"
    PROGRAMME_ADMINISTRATOR = "programme-administrator"
    COMMISSION_MEMBER = "commission-member"
    OBSERVER = "observer"
    SYSTEM_ADMINISTRATOR = "system-administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody at the akimat who is signed in and does something.

    ``person_key`` tells two people from two logins of one person. ``credentials_by`` is the person who handed
    out what this login signs in with, ``None`` for the operator: to him it is no second person (L1).
    """

    akimat: str
    staff_id: int
    person_key: bytes
    name: str
    roles: frozenset[Role]
    credentials_by: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A login as its row has it; ``position`` is printed under protocols, ``locked_until`` ends a lockout."""

    akimat: str
    staff_id: int
    login: str
    name: str
    position: Text
    person_key: bytes
    roles: frozenset[Role]
    language: Language
    is_blocked: bool
    must_change_password: bool
    locked_until: datetime | None
    credentials_by: bytes | None

    @property
    def actor(self) -> Actor:
        """Return who acts when this login does."""
        return Actor(
            akimat=self.akimat,
            staff_id=self.staff_id,
            person_key=self.person_key,
            name=self.name,
            roles=self.roles,
            credentials_by=self.credentials_by,
        )
