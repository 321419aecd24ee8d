"""A rulebook's meaning as canonical data: fingerprint, and what a changed file changes; no reading."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256

from core.rulebook.model import Rulebook

_MAY_BE_UNSPOKEN = frozenset({"first_closes", "adults", "paper", "at", "box_key"})
"""What most files do not speak of: where it is empty, the fingerprint stays as it was before."""

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A key whose meaning changed; ``None`` where the old or the new rulebook lacks it (A1)."""

    key: str
    old: str | None
    new: str | None


def canonical(rulebook: Rulebook) -> str:
    """Return the rulebook's meaning as canonical JSON: sorted keys, no spaces, integers only (ledger 1).

    Comments, order of keys and ways of writing an instant make no difference to it.
    """
    return json.dumps(_as_written(rulebook), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(rulebook: Rulebook) -> str:
    """Return the SHA-256 of the canonical JSON in small hexadecimal digits (A1, A4)."""
    return sha256(canonical(rulebook).encode()).hexdigest()


def difference(old: Rulebook, new: Rulebook) -> tuple[Change, ...]:
    """Return every key whose value differs, in the order of keys; empty where fingerprints agree (A1)."""
    before, after = dict(_leaves(_as_written(old), "")), dict(_leaves(_as_written(new), ""))
    keys = dict.fromkeys((*before, *after))
    return tuple(
        Change(key=key, old=before.get(key), new=after.get(key))
        for key in keys
        if before.get(key) != after.get(key)
    )


def _as_written(rulebook: Rulebook) -> dict[str, Plain]:
    """Return the rulebook's data under the keys of its file, so that a difference is found there."""
    data = {field.name: _plain(getattr(rulebook, field.name)) for field in fields(rulebook)}
    data["territories"] = _plain(rulebook.territories.nodes)
    data["money"] = {"source": data.pop("money_source"), "territories": data["money"]}
    # Since when a territory stands is no rule of its own.
    data.pop("frozen")
    spending = data.pop("housing_spending")
    # What a file never spoke of leaves its fingerprint as it was.
    if spending is not None:
        data["funding"] = {"housing_spending": spending}
    return data


def _plain(value: object) -> Plain:  # noqa: PLR0911 - one line a type
    match value:
        case Enum():
            return str(value.value)
        case None | bool() | int() | str():
            return value
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(below) for key, below in value.items()}
        case tuple():
            return [_plain(below) for below in value]
        case _ if is_dataclass(value):
            named = {field.name: getattr(value, field.name) for field in fields(value)}
            # What a file does not speak of leaves its fingerprint as it was.
            return {
                name: _plain(below) for name, below in named.items() if name not in _MAY_BE_UNSPOKEN or below
            }
        case _:
            raise TypeError(f"a rulebook holds no {type(value).__name__}")


def _leaves(value: Plain, key: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for name, below in value.items():
                yield from _leaves(below, f"{key}.{name}" if key else name)
        case list():
            for place, below in enumerate(value):
                yield from _leaves(below, f"{key}[{_name(below, place)}]")
        case None:
            return
        case _:
            yield key, json.dumps(value, ensure_ascii=False)


def _name(value: Plain, place: int) -> str:
    # A direction that moves in its list has not changed; its slug tells that, its place does not.
    slug = value.get("slug") if isinstance(value, dict) else None
    return slug if isinstance(slug, str) else str(place + 1)
