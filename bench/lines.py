"""A measured number as a line of JSON; separate, so that every measurement is told in one form."""

import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``value`` and ``baseline`` in ``unit``; ``against`` names the baseline, ``facts`` count more."""

    name: str
    value: float
    baseline: float
    unit: str
    against: str
    facts: dict[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the line; ``ratio`` is value over baseline."""
        return json.dumps(
            {
                "name": self.name,
                "value": self.value,
                "baseline": self.baseline,
                "ratio": round(self.value / self.baseline, 3),
                "unit": self.unit,
                "against": self.against,
                **self.facts,
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A measurement that could not be made here, and why."""

    name: str
    reason: str

    def __str__(self) -> str:
        """Return the line."""
        return json.dumps({"name": self.name, "omitted": self.reason})
