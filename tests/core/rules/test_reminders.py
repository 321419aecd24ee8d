"""Moments of reminders: planned, late, planned anew, and never in the quiet hours."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.zone import local_date
from core.model.stage import Stage, StageWindow
from core.rules.reminders import (
    LATEST,
    Moment,
    digest_of,
    is_quiet,
    moment_to_send,
    most_in_day,
    next_daytime,
    next_digest,
    planned_moments,
    reminded_window,
    reminded_windows,
    valid_until,
)
from core.rules.stages import last_day
from tests.core.rules.samples import CITY, LEFT, QUARTER, RIGHT, instant, rulebook, sourced, window

ALMATY = ZoneInfo("Asia/Almaty")
MARKS = ("opening", "D-7 10:00", "D-3 10:00", "D-1 10:00", "D 10:00", "D 18:00")
VOTING = window(Stage.VOTING, "2026-11-19T09:00:00+05:00", "2026-11-30T00:00:00+05:00")
SEMEY = window(Stage.INTAKE, "2024-01-20T00:00:00+06:00", "2024-03-01T00:00:00+05:00")


def wall(moment: datetime) -> str:
    """Return an instant as the clock in Almaty shows it."""
    return moment.astimezone(ALMATY).strftime("%d.%m %H:%M")


def walls(stage_window: StageWindow, *marks: str) -> list[str]:
    """Return the planned moments of a window as the clock shows them."""
    return [wall(moment.at) for moment in planned_moments(stage_window, marks or MARKS)]


def at(written: str) -> datetime:
    """Return an instant of November 2026 in Almaty: ``29 10:00``."""
    return datetime.strptime(f"2026-11-{written}", "%Y-%m-%d %H:%M").replace(tzinfo=ALMATY).astimezone(UTC)


@pytest.mark.parametrize(
    ("stage_window", "expected"),
    [
        pytest.param(
            VOTING,
            ["19.11 09:00", "22.11 10:00", "26.11 10:00", "28.11 10:00", "29.11 10:00", "29.11 18:00"],
            id="eleven days that end at midnight",
        ),
        pytest.param(
            SEMEY,
            ["20.01 09:00", "22.02 10:00", "26.02 10:00", "28.02 10:00", "29.02 10:00", "29.02 18:00"],
            id="Semey's intake that ended after the hour that happened twice",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-19T09:00:00+05:00", "2026-11-29T17:00:00+05:00"),
            ["19.11 09:00", "22.11 10:00", "26.11 10:00", "28.11 10:00", "29.11 10:00"],
            id="closes before the last moment of its last day",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-19T09:00:00+05:00", "2026-11-29T18:00:00+05:00"),
            ["19.11 09:00", "22.11 10:00", "26.11 10:00", "28.11 10:00", "29.11 10:00"],
            id="a half-open window ends at its close",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-22T00:00:00+05:00", "2026-11-30T00:00:00+05:00"),
            ["22.11 09:00", "26.11 10:00", "28.11 10:00", "29.11 10:00", "29.11 18:00"],
            id="on the day of the opening nothing else is told",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-29T08:00:00+05:00", "2026-11-29T20:00:00+05:00"),
            ["29.11 09:00", "29.11 18:00"],
            id="a window of twelve hours",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-28T22:00:00+05:00", "2026-11-29T08:00:00+05:00"),
            [],
            id="a window inside the quiet hours",
        ),
        pytest.param(
            window(Stage.VOTING, "2026-11-28T20:00:00+05:00", "2026-11-29T10:00:00+05:00"),
            ["28.11 20:00"],
            id="a window over night",
        ),
    ],
)
def test_moments_of_a_window(stage_window: StageWindow, expected: list[str]) -> None:
    """Days count back from the last day; a moment outside the window or too near to another is none [G1]."""
    assert walls(stage_window) == expected


def test_an_opening_waits_for_the_day() -> None:
    """What opens at 23:30, in either of the hours that were both called so, is told at nine [G1] [P8]."""
    for offset, expected in (("+06:00", "01.03 09:00"), ("+05:00", "01.03 09:00")):
        late = window(Stage.INTAKE, f"2024-02-29T23:30:00{offset}", "2024-03-20T00:00:00+05:00")
        assert walls(late, "opening") == [expected]


@pytest.mark.parametrize(
    ("done", "now", "sent", "dropped"),
    [
        pytest.param((), "19 08:59", None, [], id="before the first"),
        pytest.param((), "19 09:00", "19.11 09:00", [], id="on time"),
        pytest.param(("19 09:00",), "19 09:00", None, [], id="once"),
        pytest.param(("19 09:00",), "22 20:59", "22.11 10:00", [], id="late on its day"),
        pytest.param(
            ("19 09:00",), "22 21:30", "22.11 10:00", [], id="late in the evening, for the morning after"
        ),
        pytest.param(("19 09:00",), "23 09:59", "22.11 10:00", [], id="just under a day late"),
        pytest.param(("19 09:00",), "23 10:00", "22.11 10:00", [], id="a day late"),
        pytest.param(("19 09:00",), "23 10:01", None, ["22.11 10:00"], id="later than a day"),
        pytest.param(
            ("19 09:00",),
            "26 10:00",
            "26.11 10:00",
            ["22.11 10:00"],
            id="after days of silence only the latest",
        ),
        pytest.param(
            ("19 09:00", "22 10:00", "26 10:00"),
            "28 22:00",
            None,
            ["28.11 10:00"],
            id="the morning after has a moment of its own",
        ),
        pytest.param(
            ("19 09:00", "22 10:00", "26 10:00", "28 10:00"),
            "29 18:30",
            "29.11 18:00",
            ["29.11 10:00"],
            id="the last day missed in part",
        ),
        pytest.param(
            ("19 09:00", "22 10:00", "26 10:00", "28 10:00", "29 10:00"),
            "29 21:30",
            None,
            ["29.11 18:00"],
            id="too late for the day and the stage is over by morning",
        ),
        pytest.param(
            ("19 09:00", "26 10:00"), "26 10:01", None, ["22.11 10:00"], id="never after a later one"
        ),
    ],
)
def test_what_was_missed(done: tuple[str, ...], now: str, sent: str | None, dropped: list[str]) -> None:
    """A day of silence doubles nothing: the latest is sent while it helps, the rest is dropped [G1]."""
    moments = planned_moments(VOTING, MARKS)
    found, left = moment_to_send(VOTING, moments, {at(each) for each in done}, at(now))
    assert (wall(found.at) if found else None) == sent
    assert [wall(moment.at) for moment in left] == dropped


def test_an_extension_plans_anew() -> None:
    """A later end moves what is still to come, and brings nothing again that came already [G1] [A2]."""
    longer = replace(VOTING, closes=instant("2026-12-06T00:00:00+05:00"))
    moments = planned_moments(longer, MARKS)
    told = {moment.at for moment in planned_moments(VOTING, MARKS) if moment.at <= at("28 12:00")}
    assert [wall(moment.at) for moment in moments] == [
        "19.11 09:00",
        "28.11 10:00",
        "02.12 10:00",
        "04.12 10:00",
        "05.12 10:00",
        "05.12 18:00",
    ]
    assert moment_to_send(longer, moments, told, at("28 12:00")) == (None, ())
    assert moment_to_send(longer, moments, told, at("29 18:00")) == (None, ())


def test_an_extension_adds_no_second_one_to_a_day() -> None:
    """Where the former plan has reminded today, the new one waits for another day [G1]."""
    longer = replace(VOTING, closes=instant("2026-12-06T00:00:00+05:00"))
    moments = planned_moments(longer, ("D-7 14:00",))
    assert moment_to_send(longer, moments, {at("28 10:00")}, at("28 14:00")) == (None, moments)
    assert moment_to_send(longer, moments, {at("27 10:00")}, at("28 14:00")) == (moments[0], ())


@pytest.mark.parametrize(
    ("mark", "until"),
    [
        ("opening", "20 09:00"),
        ("D-1 10:00", "29 10:00"),
        ("D 10:00", "29 18:00"),
        ("D 18:00", "30 00:00"),
    ],
)
def test_how_long_a_reminder_is_true(mark: str, until: str) -> None:
    """It reaches nobody after the next one, after the end, or more than a day late [G1]."""
    moments = planned_moments(VOTING, MARKS)
    moment = next(each for each in moments if each.mark == mark)
    assert valid_until(VOTING, moments, moment) == at(until)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20 08:59", "20 09:00"),
        ("20 09:00", "20 09:00"),
        ("20 20:59", "20 20:59"),
        ("20 21:00", "21 09:00"),
        ("20 00:00", "20 09:00"),
    ],
)
def test_nobody_is_disturbed_at_night(written: str, expected: str) -> None:
    """From 21:00 to 09:00 everything that can wait waits for nine [G1]."""
    assert next_daytime(at(written)) == at(expected)
    assert is_quiet(at(written)) == (written != expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("20 09:59", "20 10:00"), ("20 10:00", "20 10:00"), ("20 10:01", "21 10:00"), ("20 23:00", "21 10:00")],
)
def test_the_digest_comes_at_ten(written: str, expected: str) -> None:
    """Whoever wants everything once a day gets it at ten, by the clock of Almaty [G1]."""
    assert next_digest(at(written)) == at(expected) == digest_of(local_date(at(expected)))


def test_in_the_doubled_night_of_2024() -> None:
    """After the hour that happened twice the morning comes once, at nine of the new clock [G1] [P8]."""
    morning = instant("2024-03-01T09:00:00+05:00")
    for offset in ("+06:00", "+05:00"):
        assert next_daytime(instant(f"2024-02-29T23:30:00{offset}")) == morning
        assert next_digest(instant(f"2024-02-29T23:30:00{offset}")) == morning + timedelta(hours=1)


def test_two_on_a_last_day() -> None:
    """One reminder a day, two on a last day [G1]."""
    assert (most_in_day(is_last_day=False), most_in_day(is_last_day=True)) == (1, 2)


def test_territories_with_a_window_of_their_own() -> None:
    """Each window is reminded of by itself, with the territories that have it [A2] [G1]."""
    own = replace(VOTING, closes=instant("2026-12-06T00:00:00+05:00"))
    book = replace(
        rulebook([VOTING]),
        stage_overrides={LEFT: {Stage.VOTING: own}},
        reminders={"voting": sourced(MARKS)},
    )
    found = {each.owner: each for each in reminded_windows(book)}
    assert {owner: set(each.territories) for owner, each in found.items()} == {
        CITY: {CITY, RIGHT},
        LEFT: {LEFT, QUARTER},
    }
    assert found[LEFT].window == own
    assert reminded_window(book, Stage.VOTING, QUARTER) == found[LEFT]
    assert reminded_window(book, Stage.INTAKE, QUARTER) is None


def test_a_rulebook_without_marks_reminds_of_nothing() -> None:
    """What no source says is not invented: no marks, no reminders [G1] [P2]."""
    assert reminded_windows(replace(rulebook([VOTING]), reminders={})) == ()


_TICKS = st.lists(st.integers(min_value=1, max_value=3 * 24 * 60), max_size=60)
_HOURS = st.integers(min_value=1, max_value=24 * 15)


@given(ticks=_TICKS, opens=st.integers(min_value=0, max_value=24 * 60), hours=_HOURS)
def test_whatever_runs_and_stands_still(ticks: list[int], opens: int, hours: int) -> None:
    """No pattern of ticks and silence sends a moment twice, or two on a day that is not the last [G1]."""
    begins = at("10 00:00") + timedelta(minutes=opens)
    stage_window = replace(VOTING, opens=begins, closes=begins + timedelta(hours=hours))
    moments = planned_moments(stage_window, MARKS)
    done: set[datetime] = set()
    sent: list[tuple[Moment, datetime]] = []
    now = at("09 00:00")
    for minutes in ticks:
        now += timedelta(minutes=minutes)
        found, dropped = moment_to_send(stage_window, moments, done, now)
        done |= {moment.at for moment in dropped}
        if found is not None:
            done.add(found.at)
            sent.append((found, next_daytime(now)))
    _check(stage_window, sent)


def _check(stage_window: StageWindow, sent: list[tuple[Moment, datetime]]) -> None:
    assert len({moment.at for moment, _ in sent}) == len(sent)
    days: Counter[date] = Counter(local_date(moment) for _, moment in sent)
    for day, count in days.items():
        assert count <= most_in_day(is_last_day=day == last_day(stage_window))
    for moment, reached in sent:
        assert stage_window.is_open(reached)
        assert timedelta() <= reached - moment.at <= LATEST
        assert not is_quiet(reached)
