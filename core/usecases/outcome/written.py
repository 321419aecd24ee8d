"""The outcome as the database keeps it and as fronts read it: canonical JSON there, frozen data here."""

import json
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from core.model.encoding import canonical
from core.model.outcome import Decision
from core.rulebook.model import TieBreak
from core.rules.outcome import Outcome, Row

_TOLD = frozenset(
    {Decision.WON.value, Decision.PART.value, Decision.AWAITS_LOT.value, Decision.STOPPED.value}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """A project's line; a hidden count has neither ``place`` nor ``votes``. Money is whole tenge."""

    place: int | None
    number: int
    votes: int | None
    cost: int
    decision: Decision
    granted: int
    excluded_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledTie:
    """Projects with equal votes whose order decided, and what ordered them."""

    numbers: tuple[int, ...]
    settled_by: tuple[TieBreak, ...]
    awaits_lot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryOutcome:
    """What was counted in a voting territory (F1).

    ``lines`` has every one of the ``projects``, but of a hidden count only those that won or await a lot.
    ``invalid`` are the votes on paper that name no project; 0 of a hidden count, which does not tell (E8).
    """

    territory: str
    counted_at: datetime
    lines: tuple[OutcomeLine, ...]
    projects: int
    ties: tuple[SettledTie, ...]
    money: int
    spent: int
    threshold: int
    is_hidden: bool
    invalid: int = 0
    lot_seed: str | None = None

    @property
    def left(self) -> int:
        """Return the tenge that no project takes."""
        return self.money - self.spent

    @property
    def awaits_lot(self) -> bool:
        """Say whether a lot decides what is still open."""
        return any(tie.awaits_lot for tie in self.ties)

    @property
    def votes(self) -> int | None:
        """Return how many votes were counted, invalid ones too; ``None`` where the count is hidden."""
        return None if self.is_hidden else sum(line.votes or 0 for line in self.lines) + self.invalid


def written(result: Outcome, *, is_hidden: bool, invalid: int = 0) -> str:
    """Return the outcome in canonical form; ``invalid`` counts the votes that name no project.

    Of a hidden count only winners and what was stopped are told, by number: places, ties and the order of the
    others would, together with the number of votes, give the tally back (ledger 4).
    """
    rows = [_row(row, is_hidden=is_hidden) for row in result.rows]
    if is_hidden:
        rows = sorted((row for row in rows if row["decision"] in _TOLD), key=itemgetter("number"))
    ties = [
        {
            "numbers": sorted(tie.numbers) if is_hidden else list(tie.numbers),
            "settled_by": [rule.value for rule in tie.settled_by],
            "awaits_lot": tie.awaits_lot,
        }
        for tie in result.ties
        if tie.awaits_lot or not is_hidden
    ]
    return canonical(
        {
            "rows": rows,
            "projects": len(result.rows),
            "ties": ties,
            "money": result.money,
            "spent": result.spent,
            "threshold": result.threshold,
            "lot_seed": result.lot_seed,
            "hidden": is_hidden,
            "invalid": 0 if is_hidden else invalid,
        }
    )


def _row(row: Row, *, is_hidden: bool) -> dict[str, str | int | None]:
    return {
        "place": None if is_hidden else row.place,
        "number": row.number,
        "votes": None if is_hidden else row.votes,
        "cost": row.cost,
        "decision": row.decision.value,
        "granted": row.granted,
        "excluded_by": row.excluded_by,
    }


def read_written(territory: str, text: str, counted_at: datetime) -> TerritoryOutcome:
    """Return the outcome that ``written`` wrote."""
    kept = json.loads(text)
    return TerritoryOutcome(
        territory=territory,
        counted_at=counted_at,
        lines=tuple(
            OutcomeLine(
                place=row["place"],
                number=row["number"],
                votes=row["votes"],
                cost=row["cost"],
                decision=Decision(row["decision"]),
                granted=row["granted"],
                excluded_by=row["excluded_by"],
            )
            for row in kept["rows"]
        ),
        projects=kept["projects"],
        ties=tuple(
            SettledTie(
                numbers=tuple(tie["numbers"]),
                settled_by=tuple(TieBreak(rule) for rule in tie["settled_by"]),
                awaits_lot=tie["awaits_lot"],
            )
            for tie in kept["ties"]
        ),
        money=kept["money"],
        spent=kept["spent"],
        threshold=kept["threshold"],
        is_hidden=kept["hidden"],
        lot_seed=kept["lot_seed"],
        # Outcomes of before paper had none.
        invalid=kept.get("invalid", 0),
    )
