"""When lines of paper are taken, and how lines and slips that were typed are read (E8, ledger 9)."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook
from core.rules.iin import is_iin
from core.rules.stages import first_day, last_day

INVALID = "0"
"""What is typed for a slip that is empty or spoiled."""

_UNREADABLE = "-"
_GAPS = re.compile(r"[\s\u00a0\u2009\u202f]+")
_DASHES = str.maketrans("–—", "--")
_NUMBER = re.compile(r"[0-9]{1,9}")


class LineKind(StrEnum):
    """What was typed for a line."""

    NOTHING = "nothing"
    CLEARED = "cleared"
    UNREADABLE = "unreadable"
    NUMBER = "number"
    WRONG = "wrong"


_SIGNS = MappingProxyType({"": LineKind.NOTHING, _UNREADABLE: LineKind.UNREADABLE, "0": LineKind.CLEARED})


def read_line(text: str) -> tuple[LineKind, str]:
    """Return what was typed for a line of a sheet, with the IIN where it is one, otherwise empty (P1)."""
    plain = _GAPS.sub("", text).translate(_DASHES)
    if plain in _SIGNS:
        return _SIGNS[plain], ""
    iin = plain.replace("-", "")
    return (LineKind.NUMBER, iin) if is_iin(iin) else (LineKind.WRONG, "")


def lines_until(rulebook: Rulebook, territory: str) -> datetime | None:
    """Return until when lines of sheets without connection are entered, in UTC; ``None`` without paper."""
    window, paper = rulebook.window(Stage.VOTING, territory), rulebook.voting.paper
    if window is None or paper is None:
        return None
    return window.closes + timedelta(hours=paper.lines_until_hours.value)


def has_paper(rulebook: Rulebook) -> bool:
    """Say whether anybody votes on paper in the campaign."""
    return rulebook.voting.paper is not None and rulebook.voting.mode.value is not Mode.GUIDE


def sheet_verdict(rulebook: Rulebook, territory: str, now: datetime, *, is_frozen: bool) -> Verdict:
    """Say whether a sheet of ``territory`` may be opened at ``now``: while people vote there (E8).

    Refusals: ``paper-not-here``; ``voting-not-open-yet``; ``voting-opening`` before the freeze;
    ``paper-closed`` with closes and until, both UTC.
    """
    return lines_verdict(rulebook, territory, now, is_connected=True, is_frozen=is_frozen, is_closed=False)


def lines_verdict(
    rulebook: Rulebook,
    territory: str,
    now: datetime,
    *,
    is_connected: bool,
    is_frozen: bool,
    is_closed: bool,
) -> Verdict:
    """Say whether lines of a sheet are taken at ``now``: with a connection until the close (E8).

    Without one they are taken until the printed hour; ``is_closed`` says that the territory's roll is
    complete, for sheets without connection that its box is open. Refusals as ``sheet_verdict``.
    """
    window, until = rulebook.window(Stage.VOTING, territory), lines_until(rulebook, territory)
    is_here = has_paper(rulebook) and territory in rulebook.voting.territories
    if window is None or until is None or not is_here:
        return _refused(Refusal.PAPER_NOT_HERE)
    if now < window.opens:
        return _refused(Refusal.VOTING_NOT_OPEN_YET, **_days(window))
    if now >= (window.closes if is_connected else until) or is_closed:
        return _refused(Refusal.PAPER_CLOSED, closes=window.closes, until=until)
    return Verdict() if is_frozen else _refused(Refusal.VOTING_OPENING)


def _refused(refusal: Refusal, **facts: object) -> Verdict:
    return Verdict(reasons=(Reason(refusal=refusal, facts=facts),))


def _days(window: StageWindow) -> dict[str, object]:
    return {
        "first_day": first_day(window),
        "last_day": last_day(window),
        "opens": window.opens,
        "closes": window.closes,
    }


def counted_at(now: datetime, window: StageWindow) -> datetime:
    """Return the instant by which a line is judged: what is entered after the close was signed before it."""
    return min(now, window.closes - timedelta(seconds=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipList:
    """Slips that were typed: how many for each project, ``None`` for invalid ones, and bad lines."""

    totals: Mapping[int | None, int]
    bad_lines: tuple[int, ...]

    @property
    def count(self) -> int:
        """Return how many slips these are."""
        return sum(self.totals.values())


def read_slips(text: str, projects: Collection[int]) -> SlipList:
    """Return the slips that a barcode reader or fingers put one a line; ``0`` or a dash is an invalid one.

    A line that is neither this nor the number of one of the ``projects`` is bad.
    """
    totals, bad = Counter[int | None](), list[int]()
    for number, line in enumerate(text.splitlines(), start=1):
        written = _GAPS.sub("", line).translate(_DASHES)
        if written in {INVALID, _UNREADABLE}:
            totals[None] += 1
        elif _NUMBER.fullmatch(written) and int(written) in projects:
            totals[int(written)] += 1
        elif written:
            bad.append(number)
    return SlipList(totals=totals, bad_lines=tuple(bad))


def slips_verdict(slips: SlipList, lines: int, *, has_none: bool = False) -> Verdict:
    """Say whether a count of slips can be taken beside so many accepted ``lines`` (ledger 9).

    ``has_none`` is the counter's word that there is no slip at all. Refusals: ``slips-unreadable`` with the
    first bad ``line`` and how many ``others`` there are, line 0 where nothing was typed without that word, or
    slips with it; ``slips-too-many`` with slips and lines: then the count stops.
    """
    if slips.bad_lines or bool(slips.count) is has_none:
        line = slips.bad_lines[0] if slips.bad_lines else 0
        return _refused(Refusal.SLIPS_UNREADABLE, line=line, others=max(0, len(slips.bad_lines) - 1))
    if slips.count > lines:
        return _refused(Refusal.SLIPS_TOO_MANY, slips=slips.count, lines=lines)
    return Verdict()
