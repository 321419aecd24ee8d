"""Reads a register in portions and hashes its people; apart, because it runs in a thread (E7)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from core.identity.keys import AkimatKeys
from core.model.territory import TerritoryTree
from core.rules.register import RegisterLine, RegisterNote, RegisterRow, read_register
from core.rules.sheet import Sheet

PORTION = 5_000
"""Lines that are read at a time and written by one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """What some lines gave: rows of the staging tables, notes, and how many lines were refused or mended."""

    registrations: Sequence[Mapping[str, Any]]
    phones: Sequence[Mapping[str, Any]]
    notes: Sequence[RegisterNote]
    refused: int
    mended: int


def read_portions(sheet: Sheet, tree: TerritoryTree, keys: AkimatKeys) -> Iterator[Portion]:
    """Yield a register portion by portion; no IIN leaves here, only its keyed hash (P1)."""
    lines = read_register(sheet, tree)
    while some := list(islice(lines, PORTION)):
        yield _portion(some, keys)


def _portion(lines: Sequence[RegisterLine], keys: AkimatKeys) -> Portion:
    rows = [line.row for line in lines if line.row is not None]
    people = [keys.person(row.iin) for row in rows]
    phones = {
        (keys.of_phone(row.phone), person)
        for row, person in zip(rows, people, strict=True)
        if row.phone is not None
    }
    return Portion(
        registrations=[_registration(row, person) for row, person in zip(rows, people, strict=True)],
        phones=[{"phone_key": phone, "person_key": person} for phone, person in phones],
        notes=[note for line in lines for note in line.notes],
        refused=len(lines) - len(rows),
        mended=sum(1 for line in lines if line.row is not None and line.notes),
    )


def _registration(row: RegisterRow, person: bytes) -> dict[str, Any]:
    return {
        "person_key": person,
        "ordinal": row.line,
        "birth_date": row.birth_date,
        "territory": row.registration.territory,
        "kind": row.registration.kind.value,
        "since": row.registration.since,
        "until": row.registration.until,
    }
