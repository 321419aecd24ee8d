"""The count under other settings beside the one that binds; a trial that decides nothing (F4)."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.model.outcome import Candidate, Decision
from core.rulebook.model import NotFitting, OutcomeRules, TieBreak
from core.rules.outcome import Outcome, outcome

MOST_MONEY = 10**15
"""Tenge that may be tried; more is a slip of the hand."""

TIES: Mapping[str, tuple[TieBreak, ...]] = {
    "cheaper-earlier-number": (TieBreak.CHEAPER, TieBreak.EARLIER_NUMBER),
    "earlier-number": (TieBreak.EARLIER_NUMBER,),
    "cheaper-lot": (TieBreak.CHEAPER, TieBreak.LOT),
    "lot": (TieBreak.LOT,),
}
"""Every order of rules for ties that always decides, by its name in a form."""

_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f")
_PAIR = re.compile(r"([1-9][0-9]{0,8})\s*[-–]\s*([1-9][0-9]{0,8})")
_MOST_DIGITS = 18


class TriedField(StrEnum):
    """A setting of the outcome that can be tried."""

    THRESHOLD = "threshold"
    MONEY = "money"
    NOT_FITTING = "not-fitting"
    TIES = "ties"
    EXCLUSIVE = "exclusive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a count goes by; money is whole tenge, of each pair in ``exclusive`` only one can win."""

    threshold: int
    money: int
    not_fitting: NotFitting
    ties: tuple[TieBreak, ...]
    exclusive: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What a count makes of a project; ``granted`` in tenge, ``excluded_by`` the winner that excludes it."""

    decision: Decision
    granted: int
    excluded_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A project under both settings, in the order of the trial."""

    number: int
    votes: int
    cost: int
    binding: Fate
    tried: Fate

    @property
    def is_changed(self) -> bool:
        """Say whether the trial makes something else of it."""
        return self.binding != self.tried


class SettingWrong(ValueError):
    """A field of a trial that cannot be read."""

    def __init__(self, field: TriedField) -> None:
        """Keep the field."""
        super().__init__(field.value)
        self.field = field


def read_settings(typed: Mapping[str, str], binding: Settings, ballot: Collection[int]) -> Settings:
    """Return the settings of a form; a field that is missing is as it binds (F4).

    Raises:
        SettingWrong: for the first field that cannot be read.
    """
    threshold = _whole(typed, TriedField.THRESHOLD, binding.threshold)
    money = _whole(typed, TriedField.MONEY, binding.money)
    if not 0 < money <= MOST_MONEY:
        raise SettingWrong(TriedField.MONEY)
    not_fitting = typed.get(TriedField.NOT_FITTING, binding.not_fitting)
    if not_fitting not in set(NotFitting):
        raise SettingWrong(TriedField.NOT_FITTING)
    ties = typed.get(TriedField.TIES, name_of(binding.ties))
    if ties not in TIES:
        raise SettingWrong(TriedField.TIES)
    pairs = typed.get(TriedField.EXCLUSIVE)
    return Settings(
        threshold=threshold,
        money=money,
        not_fitting=NotFitting(not_fitting),
        ties=TIES[ties],
        exclusive=binding.exclusive if pairs is None else _pairs(pairs, ballot),
    )


def name_of(ties: tuple[TieBreak, ...]) -> str:
    """Return the name of rules for ties in a form; what follows the one that decides does not matter."""
    return next(name for name, rules in TIES.items() if ties[: len(rules)] == rules)


def _whole(typed: Mapping[str, str], field: TriedField, binding: int) -> int:
    written = typed.get(field, str(binding)).translate(_GAPS)
    if not (written.isascii() and written.isdigit()) or len(written) > _MOST_DIGITS:
        raise SettingWrong(field)
    return int(written)


def _pairs(written: str, ballot: Collection[int]) -> tuple[tuple[int, int], ...]:
    pairs = set[tuple[int, int]]()
    for line in written.splitlines():
        if not line.strip():
            continue
        found = _PAIR.fullmatch(line.strip())
        first, second = sorted(map(int, found.groups())) if found is not None else (0, 0)
        if first == second or first not in ballot or second not in ballot:
            raise SettingWrong(TriedField.EXCLUSIVE)
        pairs.add((first, second))
    return tuple(sorted(pairs))


def try_out(
    candidates: Sequence[Candidate], settings: Settings, rules: OutcomeRules, *, lot_seed: str | None
) -> Outcome:
    """Return the outcome under other settings; ``lot_seed`` is that of a lot already drawn (F4)."""
    tried = replace(
        rules,
        ties=replace(rules.ties, value=settings.ties),
        not_fitting=replace(rules.not_fitting, value=settings.not_fitting),
        exclusive=settings.exclusive,
    )
    return outcome(
        candidates, money=settings.money, threshold=settings.threshold, rules=tried, lot_seed=lot_seed
    )


def compare(binding: Mapping[int, Fate], tried: Outcome) -> Sequence[Compared]:
    """Return every project under both counts."""
    return [
        Compared(
            number=row.number,
            votes=row.votes,
            cost=row.cost,
            binding=binding[row.number],
            tried=Fate(decision=row.decision, granted=row.granted, excluded_by=row.excluded_by),
        )
        for row in tried.rows
    ]
