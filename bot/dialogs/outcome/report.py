"""The outcome of a territory in words: who won, the reason of each other project, money, ties (F1, F5).

Separate from the getters, because what each decision means is told here once.
"""

from collections.abc import Iterator
from datetime import datetime

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.outcome import Decision
from core.model.stage import Stage
from core.rulebook.model import Leftovers, Mode, TieBreak
from core.usecases.outcome.reading import TerritoryReport
from core.usecases.outcome.written import OutcomeLine, SettledTie, TerritoryOutcome

LINES_OF_A_PAGE = 5
"""Projects of a page: each takes three or four lines of a phone."""

WINNERS_SHOWN = 7
"""Winners that the first page names; the next pages have all projects."""

TITLE_LENGTH = 100
"""Characters of a title here; the card has all of it."""

_WINNING = frozenset({Decision.WON, Decision.PART})

DECISION_TEXTS = tuple(f"decision-{decision.value.replace('_', '-')}" for decision in Decision)
TIE_TEXTS = tuple(f"tie-{tie.value.replace('_', '-')}" for tie in TieBreak)
LEFT_TEXTS = tuple(f"outcome-left-{rule}" for rule in Leftovers)


def report_pages(words: Words, report: TerritoryReport, now: datetime) -> list[str]:
    """Return the pages of a report: the winners first, then all projects; or why there is none yet."""
    heading = words("outcome-heading", territory=report.territory)
    if report.outcome is None:
        return [Safe("\n\n".join([heading, _not_yet(words, report, now)]))]
    summary = Safe("\n".join(_summary(words, report, report.outcome)))
    winners = Safe("\n".join(_winners(words, report, report.outcome)))
    ties = [_tie(words, tie) for tie in report.outcome.ties]
    first = Safe("\n\n".join(part for part in (heading, winners, summary, *ties) if part))
    lines = [_line(words, report, report.outcome, line) for line in report.outcome.lines]
    groups = [lines[start : start + LINES_OF_A_PAGE] for start in range(0, len(lines), LINES_OF_A_PAGE)]
    return [first, *(Safe("\n\n".join([heading, *group])) for group in groups)]


def _not_yet(words: Words, report: TerritoryReport, now: datetime) -> str:
    window = report.rulebook.window(Stage.VOTING, report.territory.slug)
    if report.rulebook.voting.mode.value is Mode.GUIDE:
        return words("outcome-guide")
    if window is None or now >= window.closes:
        return words("outcome-counting")
    if now < window.opens:
        return words("outcome-before", opens=window.opens, closes=window.closes)
    return words("outcome-voting", closes=window.closes)


def _summary(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    if outcome.votes is None:
        yield words("outcome-hidden", below=report.rulebook.voting.small_count_below.value)
    else:
        yield words("outcome-votes", votes=outcome.votes)
    yield words("outcome-threshold", threshold=outcome.threshold)
    yield words("outcome-money", money=outcome.money, spent=outcome.spent)
    rules = report.rulebook.outcome
    if rules is not None and not any(tie.awaits_lot for tie in outcome.ties):
        yield words(f"outcome-left-{rules.leftovers.value.value}", left=outcome.left)
    yield words("outcome-council", council=report.rulebook.council.name)


def _winners(words: Words, report: TerritoryReport, outcome: TerritoryOutcome) -> Iterator[str]:
    winners = [line for line in outcome.lines if line.decision in _WINNING]
    yield words("outcome-won", won=len(winners), projects=outcome.projects)
    for line in winners[:WINNERS_SHOWN]:
        yield words("outcome-winner", number=line.number, title=_title(words, report, line))


def _title(words: Words, report: TerritoryReport, line: OutcomeLine) -> str:
    title = report.titles.get(line.number)
    return shortened(title.in_language(words.language), TITLE_LENGTH) if title is not None else ""


def _tie(words: Words, tie: SettledTie) -> str:
    numbers = tuple(words("outcome-number", number=number) for number in tie.numbers)
    if tie.awaits_lot:
        return words("outcome-tie-awaits", numbers=numbers)
    rules = tuple(words(f"tie-{rule.value.replace('_', '-')}") for rule in tie.settled_by)
    return words("outcome-tie", numbers=numbers, rules=rules)


def _line(words: Words, report: TerritoryReport, outcome: TerritoryOutcome, line: OutcomeLine) -> str:
    decided = words(
        f"decision-{line.decision.value.replace('_', '-')}",
        granted=line.granted,
        cost=line.cost,
        threshold=outcome.threshold,
        number=line.excluded_by or 0,
    )
    title = _title(words, report, line)
    facts = {"number": line.number, "title": title, "decided": decided, "cost": line.cost}
    if line.votes is None:
        return words("outcome-line-hidden", **facts)
    return words("outcome-line", place=line.place, votes=line.votes, **facts)
