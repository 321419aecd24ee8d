"""Which stage holds when; apart, because every capability asks it (A2, P8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.law.zone import last_date_before, local_date
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """A stage that begins or ends at the instant ``at`` (UTC)."""

    at: datetime
    stage: Stage
    is_opening: bool


def current_stages(rulebook: Rulebook, territory: str | None, now: datetime) -> tuple[StageWindow, ...]:
    """Return the windows that hold at ``now``, in the order of the stages; several may overlap (A2).

    ``territory`` may have windows of its own; ``None`` asks for the campaign as a whole.
    """
    return tuple(window for window in _windows(rulebook, territory) if window.is_open(now))


def is_open(rulebook: Rulebook, stage: Stage, territory: str | None, now: datetime) -> bool:
    """Say whether ``stage`` holds at ``now`` in ``territory``; a stage without a window never does (A2)."""
    window = rulebook.window(stage, territory)
    return window is not None and window.is_open(now)


def next_change(rulebook: Rulebook, territory: str | None, now: datetime) -> StageChange | None:
    """Return the next beginning or end of a stage after ``now``, ``None`` after the last one (A2).

    Where one stage ends at the instant at which another begins, the beginning is returned.
    """
    coming = [change for change in _changes(rulebook, territory) if change.at > now]
    return min(coming, key=lambda change: (change.at, not change.is_opening), default=None)


def first_day(window: StageWindow) -> date:
    """Return the day in Asia/Almaty on which ``window`` opens (P8)."""
    return local_date(window.opens)


def last_day(window: StageWindow) -> date:
    """Return the last day in Asia/Almaty with some of ``window``: the day before a midnight close (P8)."""
    return last_date_before(window.closes)


def _windows(rulebook: Rulebook, territory: str | None) -> Iterator[StageWindow]:
    for stage in Stage:
        window = rulebook.window(stage, territory)
        if window is not None:
            yield window


def _changes(rulebook: Rulebook, territory: str | None) -> Iterator[StageChange]:
    for window in _windows(rulebook, territory):
        yield StageChange(at=window.opens, stage=window.stage, is_opening=True)
        yield StageChange(at=window.closes, stage=window.stage, is_opening=False)
