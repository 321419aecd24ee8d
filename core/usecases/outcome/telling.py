"""The outcome of a territory in words: who won, the reason of each other project, money, ties (F1, F5).

Separate from the fronts, because what each decision means is told here once, to bot and pages alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.outcome import Decision
from core.model.stage import Stage
from core.rulebook.model import Leftovers, Mode, TieBreak
from core.usecases.elsewhere.reading import Reach
from core.usecases.outcome.reading import TerritoryReport
from core.usecases.outcome.written import OutcomeLine, SettledTie, TerritoryOutcome
from core.usecases.result.decisions import say_decision

WINNERS_SHOWN = 7
"""Winners that are named at the beginning; the lines have all projects."""

REASON_SHOWN = 200
"""Characters of the council's reason here; card and page have all of it."""

TITLE_LENGTH = 100
"""Characters of a title here; the card has all of it."""

_WINNING = frozenset({Decision.WON, Decision.PART})

DECISION_TEXTS = tuple(f"decision-{decision.value.replace('_', '-')}" for decision in Decision)
TIE_TEXTS = tuple(f"tie-{tie.value.replace('_', '-')}" for tie in TieBreak)
BOTH_TEXTS = tuple(f"outcome-both-{reach}" for reach in Reach)
LEFT_TEXTS = tuple(f"outcome-left-{rule}" for rule in Leftovers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An outcome in words: ``summary`` is votes, threshold, money and who confirms, ``lines`` each project.

    Before the count ``winners`` says why there is none yet, and the rest is empty.
    """

    heading: str
    winners: tuple[str, ...]
    summary: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def tell(words: Words, report: TerritoryReport, now: datetime) -> Told:
    """Return the report of a territory in words, or why there is none yet."""
    heading = words("outcome-heading", territory=report.territory)
    if report.outcome is None:
        return Told(heading=heading, winners=(_not_yet(words, report, now),))
    return Told(
        heading=heading,
        winners=tuple(_winners(words, report, report.outcome)),
        summary=tuple(_summary(words, report, report.outcome)),
        ties=tuple(_tie(words, tie) for tie in report.outcome.ties),
        lines=(*_lines(words, report, report.outcome),),
    )


def _not_yet(words: Words, report: TerritoryReport, now: datetime) -> str:
    window = report.rulebook.window(Stage.VOTING, report.territory.slug)
    if report.rulebook.voting.mode.value is Mode.GUIDE:
        return words("outcome-guide")
    if window is None or now >= window.closes:
        is_joint = report.rulebook.voting.mode.value is Mode.JOINT
        return words("outcome-counting-joint" if is_joint else "outcome-counting")
    if now < window.opens:
        return words("outcome-before", opens=window.opens, closes=window.closes)
    return words("outcome-voting", closes=window.closes)


def _summary(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    yield from _votes(words, report, outcome)
    if outcome.invalid:
        yield words("outcome-invalid", invalid=outcome.invalid)
    yield words("outcome-threshold", threshold=outcome.threshold)
    yield words("outcome-money", money=outcome.money, spent=outcome.spent)
    rules = report.rulebook.outcome
    if rules is not None and not outcome.awaits_lot:
        yield words(f"outcome-left-{rules.leftovers.value.value}", left=outcome.left)
    council = report.rulebook.council.name
    if not report.decisions:
        yield words("outcome-council", council=council)
        return
    differing = sum(each.differs for each in report.decisions.values())
    yield words("outcome-decided", council=council, differing=differing)


def _votes(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    other, below = report.other, report.rulebook.voting.small_count_below.value
    if other is None:
        is_told = outcome.votes is not None
        yield words("outcome-votes", votes=outcome.votes) if is_told else words("outcome-hidden", below=below)
        return
    if outcome.votes is None:
        yield words("outcome-hidden-joint", below=below, there=other.votes)
    else:
        facts = {"own": outcome.votes - other.votes, "there": other.votes}
        yield words("outcome-votes-joint", votes=outcome.votes, **facts)
    yield words(f"outcome-both-{other.reach.value}", both=other.both)


def _winners(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    winners = [line for line in outcome.lines if line.decision in _WINNING]
    yield words("outcome-won", won=len(winners), projects=outcome.projects)
    for line in winners[:WINNERS_SHOWN]:
        yield words("outcome-winner", number=line.number, title=_title(words, report, line.number))


def _title(words: Words, report: TerritoryReport, number: int) -> str:
    title = report.titles.get(number)
    return shortened(title.in_language(words.language), TITLE_LENGTH) if title is not None else ""


def _tie(words: Words, tie: SettledTie) -> str:
    numbers = tuple(words("outcome-number", number=number) for number in tie.numbers)
    if tie.awaits_lot:
        return words("outcome-tie-awaits", numbers=numbers)
    rules = tuple(words(f"tie-{rule.value.replace('_', '-')}") for rule in tie.settled_by)
    return words("outcome-tie", numbers=numbers, rules=rules)


def _lines(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    for line in outcome.lines:
        yield _decided(words, report, _line(words, report, outcome, line), line.number)
    # Of a hidden count losers have no line; one that is built all the same is told.
    shown = {line.number for line in outcome.lines}
    for decision in report.decisions.values():
        if decision.number not in shown and decision.is_implemented:
            title = _title(words, report, decision.number)
            head = words("outcome-winner-not", number=decision.number, title=title)
            yield _decided(words, report, head, decision.number)


def _decided(words: Words, report: TerritoryReport, line: str, number: int) -> str:
    """Return a project's line with what the council decided on it (F2)."""
    decision = report.decisions.get(number)
    said = say_decision(words, decision, REASON_SHOWN) if decision is not None else []
    return Safe("\n".join((line, *said)))


def _line(words: Words, report: TerritoryReport, outcome: TerritoryOutcome, line: OutcomeLine) -> str:
    decided = words(
        f"decision-{line.decision.value.replace('_', '-')}",
        granted=line.granted,
        cost=line.cost,
        threshold=outcome.threshold,
        number=line.excluded_by or 0,
    )
    title = _title(words, report, line.number)
    facts = {"number": line.number, "title": title, "decided": decided, "cost": line.cost}
    if line.votes is None:
        return words("outcome-line-hidden", **facts)
    if report.other is not None:
        there = report.other.totals.get(line.number, 0)
        own = line.votes - there
        return words("outcome-line-joint", place=line.place, votes=line.votes, own=own, there=there, **facts)
    return words("outcome-line", place=line.place, votes=line.votes, **facts)
