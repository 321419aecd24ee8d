"""People and named instants as JSON: the one door through which a campaign's demo hands them over."""

import json
from datetime import datetime
from pathlib import Path

from sandbox.errors import PersonError
from sandbox.records import Json, Person
from sandbox.world import Instant

FIELDS = ("id", "first_name", "last_name", "username", "language_code", "phone", "note")


def read_person(raw: Json) -> Person:
    """A person from JSON; raises PersonError for a missing, unknown or ill-typed field."""
    unknown = sorted(set(raw) - set(FIELDS))
    if unknown:
        raise PersonError(f"a person has no field {', '.join(unknown)}")
    if not isinstance(raw.get("id"), int) or not isinstance(raw.get("first_name"), str):
        raise PersonError("a person needs an integer id and a first_name")
    return Person(**raw)


def read_people(path: Path) -> list[Person]:
    """People from a file that holds a list."""
    return [read_person(raw) for raw in json.loads(path.read_text(encoding="utf-8"))]


def read_instant(raw: Json) -> Instant:
    """A named instant, its name by language or one text for all; raises PersonError without an offset."""
    name = raw["name"]
    at = datetime.fromisoformat(raw["at"])
    if at.tzinfo is None:
        raise PersonError(f"the instant {raw['at']} needs an offset from UTC")
    return Instant(name={"kk": name, "ru": name} if isinstance(name, str) else name, at=at)


def read_instants(path: Path) -> list[Instant]:
    """Named instants from a file that holds a list."""
    return [read_instant(raw) for raw in json.loads(path.read_text(encoding="utf-8"))]
