"""When lines of paper are taken, and how slips are read and compared (E8, ledger 9)."""

from datetime import datetime, timedelta

from core.model.stage import Stage
from core.rulebook.model import Rulebook


def lines_until(rulebook: Rulebook, territory: str) -> datetime | None:
    """Return until when lines of sheets without connection are entered, in UTC; ``None`` without paper."""
    window, paper = rulebook.window(Stage.VOTING, territory), rulebook.voting.paper
    if window is None or paper is None:
        return None
    return window.closes + timedelta(hours=paper.lines_until_hours.value)
