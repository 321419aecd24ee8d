"""Each decision, tie and hidden count in words, from outcomes that a small town seldom has (F1, F5)."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.dialogs.outcome.report import report_pages
from core.language.markup import plain
from core.model.language import Language, Text
from core.model.outcome import Decision
from core.rulebook.loader import read
from core.rulebook.model import TieBreak
from core.usecases.outcome.reading import TerritoryReport
from core.usecases.outcome.written import OutcomeLine, SettledTie, TerritoryOutcome
from tests.support.front import strict_locales
from tests.support.town import CLOSED, OPEN, RULEBOOK
from tests.transcripts import SCREEN_LENGTH

WORDS = {language: strict_locales().words(language) for language in Language}
BOOK = read(RULEBOOK, "semey-demo")
LONG = "Өте ұзақ атау " * 12


def line(number: int, decision: Decision) -> OutcomeLine:
    """Return a project's line with a decision."""
    is_paid = decision in {Decision.WON, Decision.PART}
    return OutcomeLine(
        place=number,
        number=number,
        votes=100 - number,
        cost=10_000_000,
        decision=decision,
        granted=4_000_000 if is_paid else 0,
        excluded_by=1 if decision is Decision.EXCLUDED else None,
    )


def outcome(*ties: SettledTie, is_hidden: bool = False) -> TerritoryOutcome:
    """Return an outcome with a line for each decision that there is."""
    lines = tuple(line(number, decision) for number, decision in enumerate(Decision, start=1))
    return TerritoryOutcome(
        territory="samal",
        counted_at=CLOSED,
        projects=len(lines),
        lines=tuple(replace(each, votes=None) for each in lines) if is_hidden else lines,
        ties=ties,
        money=60_000_000,
        spent=8_000_000,
        threshold=50,
        is_hidden=is_hidden,
    )


def told(counted: TerritoryOutcome | None, language: Language, now: datetime = CLOSED) -> list[str]:
    """Return the pages of a report as people see them."""
    titles = {number: Text(kk=LONG, ru=LONG) for number in range(1, len(Decision) + 1)}
    territory = BOOK.territories.require("samal")
    report = TerritoryReport(rulebook=BOOK, territory=territory, outcome=counted, titles=titles)
    return [plain(page) for page in report_pages(WORDS[language], report, now)]


@pytest.mark.parametrize("language", Language)
def test_every_decision_has_its_reason(language: Language) -> None:
    """Won, in part, below the minimum, not fitting, after a stop, excluded, waiting: all told [F1] [F5]."""
    pages = told(outcome(), language)
    assert all(len(page) <= SCREEN_LENGTH for page in pages)
    whole = "\n".join(pages)
    sentences = {
        plain(
            WORDS[language](
                f"decision-{decision.value.replace('_', '-')}",
                granted=4_000_000,
                cost=10_000_000,
                threshold=50,
                number=1,
            )
        )
        for decision in Decision
    }
    assert len(sentences) == len(Decision)
    assert [sentence for sentence in sentences if sentence not in whole] == []


@pytest.mark.parametrize("language", Language)
def test_a_hidden_count_shows_no_votes(language: Language) -> None:
    """Below the limit no project's votes are printed anywhere, and the reason is said [F5] [E6]."""
    whole = "\n".join(told(outcome(is_hidden=True), language))
    assert plain(WORDS[language]("outcome-hidden", below=20)) in whole
    assert not any(str(votes) in whole for votes in range(93, 100))


def test_a_tie_says_what_settled_it() -> None:
    """Equal projects are named with the rule that ordered them, or the lot that is to come [F1] [F5]."""
    settled = SettledTie(numbers=(4, 7), settled_by=(TieBreak.CHEAPER,), awaits_lot=False)
    (first, *_) = told(outcome(settled), Language.RUSSIAN)
    assert "Голосов поровну: № 4 и № 7. Порядок решило правило: выше тот проект, что дешевле." in first
    assert "Остаток: 52\u00a0000\u00a0000\u00a0₸" in first
    waiting = SettledTie(numbers=(4, 7), settled_by=(), awaits_lot=True)
    (first, *_) = told(outcome(waiting), Language.KAZAKH)
    assert "жеребе шешеді" in first
    assert "Артылғаны" not in first, "before the lot nobody knows what is left"


@pytest.mark.parametrize("language", Language)
def test_nothing_is_told_before_its_time(language: Language) -> None:
    """Before voting its dates are told, during it its end, after it that the count is awaited [F5] [A2]."""
    before = told(None, language, datetime.fromisoformat("2026-11-01T06:00:00+00:00"))
    pages = (before, told(None, language, OPEN), told(None, language, CLOSED))
    assert len({page for (page,) in pages}) == 3
