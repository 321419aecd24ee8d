"""The parts of a rulebook that decide a vote: who, how, outcome, money; apart from those that describe."""

from collections.abc import Mapping

from core.law.index import INDEX
from core.model.language import Text
from core.model.person import RegistrationKind, Verification
from core.rulebook.kinds import PAIR, SLUG, THRESHOLD, TIME, TRUTH, one_of, several, whole
from core.rulebook.model import (
    AgeCountedOn,
    CostCap,
    Leftovers,
    Mode,
    NotFitting,
    OutcomeRules,
    SmallCount,
    TieBreak,
    VotingRules,
)
from core.rulebook.model_voting import BoxKey, CodeRules, LiveCounts, PaperRules
from core.rulebook.sourced import Sourced
from core.rulebook.table import Table

_INDEX_YEAR = whole(least=min(INDEX), most=max(INDEX))
"""Years whose index is known, so that a cap is a sum (core.law.index)."""

_DECIDING = (TieBreak.LOT, TieBreak.EARLIER_NUMBER)
"""Two projects may cost the same; a lot falls on one of them, and no number is given twice."""

_LIVE_BATCH = 200
"""A live count comes when 2 x 100 votes wait (ledger 4), so fewer people can never have one."""


def read_voting(table: Table) -> VotingRules:
    """Return who votes and how (E1-E6, A6)."""
    verification = table.sourced("verification", several(one_of(Verification)))
    # Codes have terms where codes are given out, and only there.
    has_code = "code" in table or Verification.CODE in verification.value
    rules = VotingRules(
        mode=table.sourced("mode", one_of(Mode)),
        territories=table.optional("territories", several(SLUG)) or (),
        full_age=table.sourced("full_age", whole(least=1, most=100)),
        age_counted_on=table.sourced("age_counted_on", one_of(AgeCountedOn)),
        registration=table.sourced("registration", several(one_of(RegistrationKind))),
        verification=verification,
        threshold=table.sourced("threshold", THRESHOLD),
        live_counts=_read_live_counts(table.table("live_counts")),
        small_count=table.sourced("small_count", one_of(SmallCount)),
        small_count_below=table.sourced("small_count_below", whole(most=1000)),
        code=_read_code(table.table("code")) if has_code else None,
        adults=_read_adults(table.table("adults")) if "adults" in table else {},
        paper=_read_paper(table.table("paper")) if "paper" in table else None,
        box_key=table.sourced("box_key", one_of(BoxKey)) if "box_key" in table else None,
    )
    if "code" in table and verification.value and Verification.CODE not in verification.value:
        table.report("has terms, but voting.verification has no code", "code")
    table.finish()
    _check_live_counts(table, rules)
    return rules


def _read_live_counts(table: Table) -> LiveCounts:
    counts = LiveCounts(
        shown=table.value("shown", TRUTH),
        from_entitled=table.sourced("from_entitled", whole()),
        at=table.sourced("at", TIME) if "at" in table else None,
    )
    table.finish()
    return counts


def _check_live_counts(table: Table, rules: VotingRules) -> None:
    # A guide only tells what the official page shows.
    if rules.mode.value is Mode.GUIDE or table.reading.problems.is_spoilt((*table.path, "live_counts")):
        return
    if rules.live_counts.shown and rules.live_counts.from_entitled.value < _LIVE_BATCH:
        table.report(
            f"must be at least {_LIVE_BATCH}: a live count waits for that many votes",
            "live_counts",
            "from_entitled",
            "value",
        )
    if rules.live_counts.shown and rules.is_key_in_safe:
        table.report(
            "cannot be safe: a live count opens votes every day, and needs the key on the server", "box_key"
        )
    if rules.live_counts.shown and rules.small_count_below.value > _LIVE_BATCH // 2:
        table.report(
            f"must be at most {_LIVE_BATCH // 2}: a live count shows so many votes at once",
            "small_count_below",
            "value",
        )


def _read_adults(table: Table) -> Mapping[str, Sourced[int]]:
    adults = {slug: table.sourced(slug, whole(least=1, most=10**8)) for slug in table.keys()}  # noqa: SIM118
    table.finish()
    return adults


def _read_code(table: Table) -> CodeRules:
    code = CodeRules(
        valid_hours=table.sourced("valid_hours", whole(least=1, most=24 * 60)),
        attempts_per_account=table.sourced("attempts_per_account", whole(least=1, most=100)),
        attempts_per_code=table.sourced("attempts_per_code", whole(least=1, most=100)),
        session_minutes=table.sourced("session_minutes", whole(least=1, most=24 * 60)),
    )
    table.finish()
    return code


def _read_paper(table: Table) -> PaperRules:
    paper = PaperRules(
        lines_until_hours=table.sourced("lines_until_hours", whole(most=14 * 24)),
        sheet_lines=table.sourced("sheet_lines", whole(least=5, most=100)),
    )
    table.finish()
    return paper


def read_outcome(table: Table) -> OutcomeRules:
    """Return how winners are found; rules for ties must lead to a decision (F1)."""
    outcome = OutcomeRules(
        ties=table.sourced("ties", several(one_of(TieBreak))),
        not_fitting=table.sourced("not_fitting", one_of(NotFitting)),
        leftovers=table.sourced("leftovers", one_of(Leftovers)),
        exclusive=table.value("exclusive", several(PAIR)) if "exclusive" in table else (),
    )
    ties = outcome.ties.value
    if ties and ties[-1] not in _DECIDING:
        table.report(f"may leave a tie: end with {' or '.join(_DECIDING)}", "ties", "value")
    elif any(tie in _DECIDING for tie in ties[:-1]):
        table.report("goes on after a rule that always decides", "ties", "value")
    table.finish()
    return outcome


def read_cost_cap(table: Table) -> CostCap:
    """Return the most a project may cost, as a multiple of a year's index or in tenge, never both (A1)."""
    has_multiplier, has_tenge = "multiplier" in table, "tenge" in table
    if has_multiplier == has_tenge:
        table.report("needs either multiplier with index_year, or tenge")
        table.allow(("multiplier", "index_year", "tenge"))
    cap = CostCap(
        multiplier=table.sourced("multiplier", whole(least=1, most=10**6)) if has_multiplier else None,
        index_year=table.value("index_year", _INDEX_YEAR) if has_multiplier else None,
        tenge=table.sourced("tenge", whole(least=1)) if has_tenge else None,
    )
    table.finish()
    return cap


def read_money(table: Table) -> tuple[Mapping[str, Sourced[int]], Text]:
    """Return the money of every voting territory in whole tenge, and where it comes from (A3)."""
    source, territories = table.text("source"), table.table("territories")
    money = {slug: territories.sourced(slug, whole(least=1)) for slug in territories.keys()}  # noqa: SIM118
    table.finish()
    return money, source


def read_funding(table: Table) -> Sourced[int]:
    """Return the year's spending on housing and utilities in whole tenge, without targeted transfers (A5)."""
    spending = table.sourced("housing_spending", whole(least=1, most=10**15))
    table.finish()
    return spending
