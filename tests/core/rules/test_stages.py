"""Stages as half-open windows of instants, in the hour that happened twice above all."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.stage import Stage, StageWindow
from core.rules.stages import StageChange, current_stages, first_day, is_open, last_day, next_change
from tests.core.rules.samples import CITY, LEFT, QUARTER, RIGHT, instant, rulebook, window

ALMATY = ZoneInfo("Asia/Almaty")
INTAKE = window(Stage.INTAKE, "2024-01-20T00:00:00+06:00", "2024-03-02T00:00:00+05:00")
TO_LEAP_DAY = window(Stage.INTAKE, "2024-01-20T00:00:00+06:00", "2024-03-01T00:00:00+05:00")
VOTING = window(Stage.VOTING, "2024-04-10T00:00:00+05:00", "2024-04-25T00:00:00+05:00")

FIRST_HALF_PAST_ELEVEN = instant("2024-02-29T23:30:00+06:00")
SECOND_HALF_PAST_ELEVEN = instant("2024-02-29T23:30:00+05:00")


def test_the_hour_that_happened_twice_is_two_hours() -> None:
    """23:30 of 29 February 2024 came twice in Semey: one wall time, two instants an hour apart [P8]."""
    first, second = (
        moment.astimezone(ALMATY) for moment in (FIRST_HALF_PAST_ELEVEN, SECOND_HALF_PAST_ELEVEN)
    )
    assert first.replace(tzinfo=None, fold=0) == second.replace(tzinfo=None, fold=0)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("stage_window", "moment", "expected"),
    [
        pytest.param(INTAKE, "2024-01-19T23:59:59+06:00", False, id="second before the opening"),
        pytest.param(INTAKE, "2024-01-20T00:00:00+06:00", True, id="at the opening"),
        pytest.param(INTAKE, "2024-02-29T23:30:00+06:00", True, id="23:30 for the first time"),
        pytest.param(INTAKE, "2024-02-29T23:30:00+05:00", True, id="23:30 for the second time"),
        pytest.param(INTAKE, "2024-03-01T23:59:59+05:00", True, id="last second of 1 March"),
        pytest.param(INTAKE, "2024-03-02T00:00:00+05:00", False, id="at the end"),
        pytest.param(
            INTAKE, "2024-03-02T00:00:00+06:00", True, id="midnight by the old clock is an hour early"
        ),
        pytest.param(TO_LEAP_DAY, "2024-02-29T23:30:00+06:00", True, id="leap day, 23:30 for the first time"),
        pytest.param(
            TO_LEAP_DAY, "2024-02-29T23:30:00+05:00", True, id="leap day, 23:30 for the second time"
        ),
        pytest.param(TO_LEAP_DAY, "2024-02-29T18:59:59+00:00", True, id="leap day, last second"),
        pytest.param(TO_LEAP_DAY, "2024-02-29T19:00:00+00:00", False, id="leap day, at the end"),
    ],
)
def test_semeys_intake_of_2024(stage_window: StageWindow, moment: str, expected: bool) -> None:  # noqa: FBT001
    """Semey's intake holds in both hours of 23:30 and ends by the new clock [A2] [P8]."""
    assert is_open(rulebook([stage_window]), Stage.INTAKE, CITY, instant(moment)) is expected


def test_wall_clocks_would_close_an_hour_early() -> None:
    """A window that ends within the doubled hour is compared by instants, not by hands of a clock [P8]."""
    closes = SECOND_HALF_PAST_ELEVEN - timedelta(minutes=15)  # 23:15 for the second time
    book = rulebook([StageWindow(stage=Stage.INTAKE, opens=INTAKE.opens, closes=closes, act="choice")])
    assert is_open(book, Stage.INTAKE, CITY, FIRST_HALF_PAST_ELEVEN)
    assert not is_open(book, Stage.INTAKE, CITY, SECOND_HALF_PAST_ELEVEN)
    by_wall_clock = FIRST_HALF_PAST_ELEVEN.astimezone(ALMATY) < closes.astimezone(ALMATY)
    assert not by_wall_clock, "aware datetimes of one ZoneInfo compare by wall clock"


@pytest.mark.parametrize(
    ("stage_window", "first", "last"),
    [
        pytest.param(INTAKE, date(2024, 1, 20), date(2024, 3, 1), id="closes at midnight"),
        pytest.param(TO_LEAP_DAY, date(2024, 1, 20), date(2024, 2, 29), id="closes after the doubled hour"),
        pytest.param(
            window(Stage.VOTING, "2027-04-05T10:00:00+05:00", "2027-04-24T18:00:00+05:00"),
            date(2027, 4, 5),
            date(2027, 4, 24),
            id="closes in the evening",
        ),
        pytest.param(
            window(Stage.VOTING, "2027-04-04T19:00:00+00:00", "2027-04-24T19:00:00+00:00"),
            date(2027, 4, 5),
            date(2027, 4, 24),
            id="written in UTC",
        ),
    ],
)
def test_the_days_of_a_window_are_inclusive(stage_window: StageWindow, first: date, last: date) -> None:
    """The last day that is shown is the last one of which some part counts [P8]."""
    assert (first_day(stage_window), last_day(stage_window)) == (first, last)


def test_a_territory_may_have_windows_of_its_own() -> None:
    """A window of a district holds there and below it, elsewhere the campaign's does [A2]."""
    early = window(Stage.VOTING, "2024-04-01T00:00:00+05:00", "2024-04-05T00:00:00+05:00")
    book = rulebook([VOTING], overrides={LEFT: {Stage.VOTING: early}})
    moment = instant("2024-04-02T12:00:00+05:00")
    assert is_open(book, Stage.VOTING, LEFT, moment)
    assert is_open(book, Stage.VOTING, QUARTER, moment)
    assert not is_open(book, Stage.VOTING, RIGHT, moment)
    assert not is_open(book, Stage.VOTING, None, moment)


def test_stages_that_overlap_are_all_named() -> None:
    """Several stages may hold at once and are returned in the order of the stages [A2]."""
    review = window(Stage.REVIEW, "2024-02-20T00:00:00+06:00", "2024-04-06T00:00:00+05:00")
    book = rulebook([review, INTAKE, VOTING])
    stages = [held.stage for held in current_stages(book, CITY, instant("2024-02-25T12:00:00+06:00"))]
    assert stages == [Stage.INTAKE, Stage.REVIEW]
    assert current_stages(book, CITY, instant("2025-01-01T00:00:00+05:00")) == ()


def test_a_stage_without_a_window_never_holds() -> None:
    """What the rulebook gives no dates for is not open [A2]."""
    assert not is_open(rulebook([INTAKE]), Stage.VOTING, CITY, instant("2024-04-12T00:00:00+05:00"))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param("2024-01-01T00:00:00+06:00", (INTAKE.opens, Stage.INTAKE, True), id="before all"),
        pytest.param("2024-01-20T00:00:00+06:00", (INTAKE.closes, Stage.INTAKE, False), id="at the opening"),
        pytest.param("2024-03-02T00:00:00+05:00", (VOTING.opens, Stage.VOTING, True), id="between"),
        pytest.param("2024-04-25T00:00:00+05:00", None, id="after all"),
    ],
)
def test_what_changes_next(moment: str, expected: tuple[datetime, Stage, bool] | None) -> None:
    """The next beginning or end of a stage is known, until there is none [A2]."""
    change = next_change(rulebook([INTAKE, VOTING]), CITY, instant(moment))
    if expected is None:
        assert change is None
    else:
        at, stage, is_opening = expected
        assert change == StageChange(at=at, stage=stage, is_opening=is_opening)


def test_a_beginning_goes_before_an_end() -> None:
    """Where one stage ends as another begins, the beginning is what people are told [A2]."""
    review = StageWindow(
        stage=Stage.REVIEW, opens=INTAKE.closes, closes=INTAKE.closes + timedelta(days=30), act="choice"
    )
    change = next_change(rulebook([INTAKE, review]), CITY, FIRST_HALF_PAST_ELEVEN)
    assert change == StageChange(at=INTAKE.closes, stage=Stage.REVIEW, is_opening=True)


_BEGINNING = datetime(2024, 1, 1, tzinfo=UTC)
_INSTANTS = st.integers(0, 150 * 24 * 60).map(lambda minutes: _BEGINNING + timedelta(minutes=minutes))


@given(st.lists(_INSTANTS, min_size=2, max_size=2, unique=True).map(sorted), _INSTANTS)
def test_windows_are_half_open(bounds: list[datetime], now: datetime) -> None:
    """A stage holds from its beginning on and no longer at its end [P8]."""
    opens, closes = bounds
    book = rulebook([StageWindow(stage=Stage.VOTING, opens=opens, closes=closes, act="choice")])
    assert is_open(book, Stage.VOTING, CITY, now) is (opens <= now < closes)
    assert is_open(book, Stage.VOTING, CITY, opens)
    assert not is_open(book, Stage.VOTING, CITY, closes)
    assert last_day(book.stages[Stage.VOTING]) <= closes.astimezone(ALMATY).date()
