"""The outcome of a territory in pages of a phone; what it says is the core's (F5)."""

from datetime import datetime

from core.language.locales import Words
from core.language.markup import Safe
from core.usecases.outcome.reading import TerritoryReport
from core.usecases.outcome.telling import tell

LINES_OF_A_PAGE = 5
"""Projects of a page: each takes three or four lines of a phone."""


def report_pages(words: Words, report: TerritoryReport, now: datetime) -> list[str]:
    """Return the pages of a report: the winners first, then all projects; or why there is none yet."""
    told = tell(words, report, now)
    winners, summary = Safe("\n".join(told.winners)), Safe("\n".join(told.summary))
    first = Safe("\n\n".join(part for part in (told.heading, winners, summary, *told.ties) if part))
    groups = [
        told.lines[start : start + LINES_OF_A_PAGE] for start in range(0, len(told.lines), LINES_OF_A_PAGE)
    ]
    return [first, *(Safe("\n\n".join([told.heading, *group])) for group in groups)]
