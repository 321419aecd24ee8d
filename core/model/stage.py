"""The stages of a campaign as half-open windows of instants."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """A stage of the campaign, in the order in which they usually follow (A2)."""

    ANNOUNCEMENT = "announcement"
    INTAKE = "intake"
    DISCUSSION = "discussion"
    REVIEW = "review"
    REWORK = "rework"
    VOTING = "voting"
    RESULTS = "results"
    IMPLEMENTATION = "implementation"
    MONITORING = "monitoring"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWindow:
    """When a stage holds: ``opens <= now < closes``, both aware instants in UTC (P8).

    ``first_closes`` is the end that stood before it was extended, ``None`` where it never was (A2).
    """

    stage: Stage
    opens: datetime
    closes: datetime
    act: str
    first_closes: datetime | None = None

    @property
    def unextended(self) -> "StageWindow":
        """Return the window as it stood at first: an extension moves no counting date (E1)."""
        if self.first_closes is None:
            return self
        return replace(self, closes=self.first_closes, first_closes=None)

    def is_open(self, now: datetime) -> bool:
        """Say whether ``now`` lies in the half-open window."""
        return self.opens <= now < self.closes
