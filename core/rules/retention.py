"""Until when the rulebook lets a campaign's data be kept; one answer for who deletes and who is told (M2)."""

from datetime import date, datetime, timedelta

from core.law.zone import end_of
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.stages import last_day

PROPOSALS, REGISTER, ROLL = "proposals_days", "register_days", "roll_days"
"""What is kept for so many days after the last day of voting, wherever in the campaign that is latest."""


def kept_until(rulebook: Rulebook, what: str) -> date | None:
    """Return the last day in Almaty on which ``what`` is kept, ``None`` where no source says (M2)."""
    days = rulebook.retention.get(what)
    if days is None:
        return None
    own = [windows.get(Stage.VOTING) for windows in rulebook.stage_overrides.values()]
    windows = [window for window in (rulebook.stages.get(Stage.VOTING), *own) if window is not None]
    last = max((last_day(window) for window in windows), default=None)
    return last + timedelta(days=days.value) if last is not None else None


def is_over(rulebook: Rulebook, what: str, now: datetime) -> bool:
    """Say whether ``what`` is kept no longer at ``now``; what has no term is kept (M2)."""
    until = kept_until(rulebook, what)
    return until is not None and now >= end_of(until)
