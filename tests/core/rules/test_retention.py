"""Until when data is kept, as the rulebook lets it."""

from dataclasses import replace
from datetime import date

import pytest

from core.model.stage import Stage
from core.rules.retention import ROLL, is_over, kept_until
from tests.core.rules.samples import LEFT, VOTING, instant, rulebook, sourced, window

LATER = window(Stage.VOTING, "2027-04-12T00:00:00+05:00", "2027-05-02T18:00:00+05:00")
BOOK = replace(rulebook([VOTING]), retention={ROLL: sourced(10)})


def test_days_count_from_the_last_day_of_voting() -> None:
    """The term ends with a whole day, and the latest territory of the campaign decides [M2]."""
    assert kept_until(BOOK, ROLL) == date(2027, 5, 4)
    longer = replace(BOOK, stage_overrides={LEFT: {Stage.VOTING: LATER}})
    assert kept_until(longer, ROLL) == date(2027, 5, 12)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [("2027-05-04T23:59:59+05:00", False), ("2027-05-05T00:00:00+05:00", True)],
)
def test_the_last_day_belongs_to_it(moment: str, expected: bool) -> None:  # noqa: FBT001
    """On the day that people are told it is still there, and then no more [M2] [P8]."""
    assert is_over(BOOK, ROLL, instant(moment)) is expected


def test_what_no_source_says_is_kept() -> None:
    """A term that the rulebook leaves open deletes nothing, ever [M2] [P2]."""
    assert kept_until(replace(BOOK, retention={}), ROLL) is None
    assert not is_over(replace(BOOK, retention={}), ROLL, instant("2099-01-01T00:00:00+05:00"))
