"""Move a rulebook's stages by whole days, for the demo; apart, since a real campaign's dates are its own."""

from collections.abc import MutableMapping
from datetime import datetime, timedelta
from typing import Any

import tomlkit

from core.law.zone import local_date
from core.model.stage import Stage
from core.rulebook.lines import normalised
from core.rulebook.model import Rulebook


def moved(text: str, days: int) -> str:
    """Return the rulebook's text with every stage ``days`` later (earlier where negative) by the wall clock.

    Comments and all else stay. The text must be one that ``core.rulebook.loader.read`` takes.
    """
    document = tomlkit.parse(normalised(text))
    for key in ("stages", "stage_overrides"):
        if key in document:
            _move(document[key], timedelta(days=days))
    return tomlkit.dumps(document)


def days_until_opened(rulebook: Rulebook, stage: Stage, days: int, now: datetime) -> int:
    """Return by how many days stages must move so that ``stage`` opened ``days`` ago in Almaty."""
    opened = local_date(rulebook.stages[stage].opens)
    return (local_date(now) - timedelta(days=days) - opened).days


def _move(table: Any, by: timedelta) -> None:
    for key, below in table.items():
        if isinstance(below, datetime):
            table[key] = below + by
        elif isinstance(below, MutableMapping):
            _move(below, by)
