"""When a box may be opened, its key destroyed, a live count made: tables (ledger 4, 9)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.model.refusals import Refusal
from core.model.stage import Stage, StageWindow
from core.rules.opening import (
    BoxFacts,
    destruction_verdict,
    is_live_due,
    last_live_instant,
    opening_verdict,
)

CLOSES = datetime(2026, 11, 29, 19, tzinfo=UTC)
NOW = CLOSES + timedelta(hours=1)
READY = BoxFacts(
    closes=CLOSES,
    is_closed=True,
    opened_at=None,
    destroyed_at=None,
    lines_until=None,
    is_paper_settled=True,
    has_key=True,
)
OPENED = replace(READY, opened_at=NOW, has_key=False, is_paper_settled=False)


@pytest.mark.parametrize(
    ("facts", "refusals"),
    [
        (READY, []),
        (replace(READY, lines_until=NOW), []),
        (replace(READY, is_closed=False), [Refusal.OPENING_TOO_EARLY]),
        (replace(READY, is_closed=False, closes=None), [Refusal.OPENING_TOO_EARLY]),
        (replace(READY, lines_until=NOW + timedelta(microseconds=1)), [Refusal.OPENING_PAPER_LINES]),
        (replace(READY, is_paper_settled=False), [Refusal.OPENING_PAPER_OPEN]),
        (replace(READY, has_key=False), [Refusal.OPENING_KEY_MISSING]),
        (
            replace(
                READY,
                is_closed=False,
                lines_until=NOW + timedelta(hours=1),
                is_paper_settled=False,
                has_key=False,
            ),
            [
                Refusal.OPENING_TOO_EARLY,
                Refusal.OPENING_PAPER_LINES,
                Refusal.OPENING_PAPER_OPEN,
                Refusal.OPENING_KEY_MISSING,
            ],
        ),
        (OPENED, [Refusal.OPENING_DONE]),
    ],
)
def test_everything_against_an_opening(facts: BoxFacts, refusals: list[Refusal]) -> None:
    """The close, the printed hour, paper and key are said together; an open box says that alone [E8] [P7]."""
    assert [reason.refusal for reason in opening_verdict(facts, NOW).reasons] == refusals


@pytest.mark.parametrize(
    ("facts", "refusals"),
    [
        (READY, [Refusal.BOX_NOT_OPEN]),
        (OPENED, []),
        (replace(OPENED, destroyed_at=NOW), [Refusal.BOX_KEY_DESTROYED]),
    ],
)
def test_a_key_is_destroyed_once_and_after_the_opening(facts: BoxFacts, refusals: list[Refusal]) -> None:
    """Without it the votes would be lost; a second time there is nothing to destroy [E7] [P7]."""
    assert [reason.refusal for reason in destruction_verdict(facts).reasons] == refusals


@pytest.mark.parametrize(
    ("entitled", "waiting", "is_due"),
    [(5000, 200, True), (4999, 200, False), (5000, 199, False), (5000, 0, False), (90_000, 9000, True)],
)
def test_a_live_count_needs_people_and_votes(entitled: int, waiting: int, *, is_due: bool) -> None:
    """From 5,000 entitled, and where twice a hundred wait: neither half is small [E6]."""
    assert is_live_due(entitled=entitled, from_entitled=5000, waiting=waiting) is is_due


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026 by the campaign's clock, in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=5)


@pytest.mark.parametrize(
    ("now", "instant"),
    [
        (at(20, 9), None),
        (at(20, 13, 59), None),
        (at(20, 14), at(20, 14)),
        (at(20, 23, 59), at(20, 14)),
        (at(21, 0, 1), at(20, 14)),
        (at(21, 14), at(21, 14)),
        (at(22, 23, 59), at(22, 14)),
        (at(23, 0), None),
        (at(25, 12), None),
    ],
)
def test_the_printed_hour(now: datetime, instant: datetime | None) -> None:
    """The last hour that has come while voting goes on, by Kazakhstan's clock, none after it [E6] [P8]."""
    window = StageWindow(stage=Stage.VOTING, opens=at(20, 9), closes=at(23, 0), act="choice")
    assert last_live_instant(window, "14:00", now) == instant


def test_an_hour_at_which_voting_opens() -> None:
    """At the very opening there is nothing to count; the next day has an hour again [E6]."""
    window = StageWindow(stage=Stage.VOTING, opens=at(20, 9), closes=at(23, 0), act="choice")
    assert last_live_instant(window, "09:00", at(20, 10)) is None
    assert last_live_instant(window, "09:00", at(21, 10)) == at(21, 9)
