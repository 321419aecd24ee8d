"""Reading what callers of the sandbox's own API say; anything unreadable is their error, told in words."""

from datetime import datetime
from typing import Any

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.records import LARGEST_ANGLES, Json


async def read_body(request: web.Request) -> Json:
    """The JSON object of a body, empty without one; raises PersonError for anything else."""
    if not request.can_read_body:
        return {}
    try:
        body = await request.json()
    except ValueError:
        raise PersonError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise PersonError("the body must be a JSON object")
    return body


def require_text(body: Json, name: str) -> str:
    """A text of the body; raises PersonError when it is missing or no text."""
    value = body.get(name)
    if not isinstance(value, str):
        raise PersonError(f'"{name}" must be a text')
    return value


def read_seconds(value: Any, longest: float) -> float:
    """Seconds to wait, at most `longest`; raises PersonError when they are no number."""
    try:
        return min(float(value), longest)
    except (TypeError, ValueError):
        raise PersonError(f"{value} is not a number of seconds") from None


def read_number(value: str) -> int:
    """A whole number of the query; raises PersonError for anything else."""
    try:
        return int(value)
    except ValueError:
        raise PersonError(f"{value} is not a whole number") from None


def read_moment(value: Any) -> datetime:
    """An ISO instant with its offset from UTC; raises PersonError for anything else."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise PersonError(f"{value} is not an ISO instant") from None


def read_place(body: Json) -> Json:
    """Latitude and longitude, for a venue title and address too; raises PersonError when they are none."""
    place: Json = {}
    for name, bound in LARGEST_ANGLES.items():
        value = body.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not -bound <= value <= bound:
            raise PersonError(f'"{name}" must be a number from {-bound} to {bound}')
        place[name] = value
    if "title" in body or "address" in body:
        place |= {name: require_text(body, name) for name in ("title", "address")}
    return place
