"""Which campaigns the demo shows, when each begins, and to which instants its clock can jump; plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.demo.house import ROOT
from core.model.stage import Stage
from core.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """An instant to which the clock can be moved: ``by`` after a stage's opening, or after its end."""

    text: str
    stage: Stage
    is_end: bool = False
    by: timedelta = timedelta()

    def at(self, rulebook: Rulebook) -> datetime:
        """Return the instant in UTC."""
        window = rulebook.stages[self.stage]
        return (window.closes if self.is_end else window.opens) + self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A campaign of the demo: its ``stage`` opened ``days`` ago when the demo begins."""

    name: str
    stage: Stage
    days: int
    jumps: tuple[Jump, ...]

    @property
    def rulebook(self) -> Path:
        """The file of its rules, as it ships."""
        return ROOT / "rulebooks" / f"{self.name}.toml"

    def text(self, name: str) -> str:
        """Return a file of its sample data."""
        return (ROOT / "demo" / self.name / name).read_text(encoding="utf-8")


_SECOND, _HOUR = timedelta(seconds=1), timedelta(hours=1)

TOWN = Sample(
    name="semey-demo",
    stage=Stage.VOTING,
    days=1,
    jumps=(
        Jump(text="demo-instant-town-last-hour", stage=Stage.VOTING, is_end=True, by=-_HOUR),
        Jump(text="demo-instant-town-closed", stage=Stage.VOTING, is_end=True, by=_SECOND),
        Jump(text="demo-instant-town-implementation", stage=Stage.IMPLEMENTATION),
    ),
)
"""A town in which people vote."""

OKRUG = Sample(
    name="rural-okrug",
    stage=Stage.INTAKE,
    days=12,
    jumps=(
        # Ten in the morning of the last day, when the reminder of unfinished drafts comes.
        Jump(text="demo-instant-okrug-last-day", stage=Stage.INTAKE, is_end=True, by=-14 * _HOUR),
        Jump(text="demo-instant-okrug-intake-over", stage=Stage.INTAKE, is_end=True, by=_SECOND),
        Jump(text="demo-instant-okrug-voting", stage=Stage.VOTING, by=_SECOND),
        Jump(text="demo-instant-okrug-closed", stage=Stage.VOTING, is_end=True, by=_SECOND),
    ),
)
"""An okrug in which people propose and talk about what was proposed."""


def jumps(rulebooks: Mapping[str, Rulebook]) -> Iterator[tuple[str, datetime]]:
    """Yield text key and instant of every jump of both campaigns, the earliest first."""
    found = [
        (jump.text, jump.at(rulebooks[sample.name])) for sample in (TOWN, OKRUG) for jump in sample.jumps
    ]
    yield from sorted(found, key=lambda pair: pair[1])
