"""When people are reminded, and when nobody is disturbed (G1)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from core.law.zone import ZONE, local_date
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook
from core.rulebook.sourced import CHOICE
from core.rules.stages import last_day

DAY_BEGINS, DAY_ENDS = time(9), time(21)
"""Nobody is disturbed before the one nor from the other on, by the clock of Almaty (G1)."""

DIGEST_TIME = time(10)
"""When those who want everything once a day get it, by the clock of Almaty (G1)."""

LATEST = timedelta(hours=24)
"""A reminder that is later than this, after a time in which nothing ran, is not sent any more (G1)."""

MOST, MOST_ON_LAST_DAY = 1, 2
"""How many reminders an account gets in a day, over all campaigns (G1)."""

OPENING = "opening"
"""The mark of the moment at which a window opens, as a rulebook writes it (A1)."""

REMINDED_STAGES = (Stage.INTAKE, Stage.VOTING)
"""Stages whose windows have moments; a rework and a sitting of the council have last days of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant (UTC) at which people are reminded, and its mark in the rulebook: ``D-7 10:00``."""

    at: datetime
    mark: str

    @property
    def is_opening(self) -> bool:
        """Say whether the window has just opened."""
        return self.mark == OPENING


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindedWindow:
    """A window with the territories that have it; ``owner`` is the one for which the rulebook writes it.

    Where that is the campaign itself, ``owner`` is the root of its tree.
    """

    window: StageWindow
    owner: str
    territories: tuple[str, ...]
    moments: tuple[Moment, ...]


def reminded_windows(rulebook: Rulebook) -> tuple[RemindedWindow, ...]:
    """Return every window of the campaign that has moments, each with the territories it is for (A2, G1)."""
    return tuple(found for stage in REMINDED_STAGES for found in _windows_of(rulebook, stage))


def reminded_window(rulebook: Rulebook, stage: Stage, territory: str) -> RemindedWindow | None:
    """Return the window of ``stage`` in ``territory`` with its moments, as the rulebook has it now (G1)."""
    return next((each for each in _windows_of(rulebook, stage) if territory in each.territories), None)


def _windows_of(rulebook: Rulebook, stage: Stage) -> Iterator[RemindedWindow]:
    marks = marks_of(rulebook, stage)
    territories: dict[str, list[str]] = {}
    for slug in rulebook.territories.nodes:
        territories.setdefault(_owner(rulebook, stage, slug), []).append(slug)
    for owner, slugs in territories.items():
        window = rulebook.window(stage, owner)
        if window is not None and marks:
            yield RemindedWindow(
                window=window,
                owner=owner,
                territories=tuple(slugs),
                moments=planned_moments(window, marks),
            )


def marks_of(rulebook: Rulebook, stage: Stage) -> tuple[str, ...]:
    """Return when the rulebook reminds of ``stage``; nothing where it does not say (A1)."""
    marks = rulebook.reminders.get(stage.value)
    if marks is None:
        return ()
    # On the official page of a guide nobody here knows who has voted: only the opening is told (A6).
    is_guide = stage is Stage.VOTING and rulebook.voting.mode.value is Mode.GUIDE
    return tuple(mark for mark in marks.value if mark == OPENING or not is_guide)


def rework_window(returned_at: datetime, due_at: datetime) -> StageWindow:
    """Return the window in which one returned application is fixed: it has a last day of its own (B6)."""
    return StageWindow(stage=Stage.REWORK, opens=returned_at, closes=due_at, act=CHOICE)


def rework_moments(rulebook: Rulebook, window: StageWindow) -> tuple[Moment, ...]:
    """Return the moments of one rework; that it begins, its author is told with the decision (B6, G1)."""
    marks = [mark for mark in marks_of(rulebook, Stage.REWORK) if mark != OPENING]
    return planned_moments(window, marks)


def sitting_window(opened_at: datetime, decide_by: datetime) -> StageWindow:
    """Return the window in which members of the council give their opinions at one sitting (C2)."""
    return StageWindow(stage=Stage.REVIEW, opens=opened_at, closes=decide_by, act=CHOICE)


def sitting_moments(rulebook: Rulebook, window: StageWindow) -> tuple[Moment, ...]:
    """Return the moments at which late members of one sitting are reminded, by ``reminders.review`` (G1)."""
    return planned_moments(window, marks_of(rulebook, Stage.REVIEW))


def _owner(rulebook: Rulebook, stage: Stage, territory: str) -> str:
    line = list(rulebook.territories.line(territory))
    own = (node.slug for node in line if stage in rulebook.stage_overrides.get(node.slug, {}))
    return next(own, line[-1].slug)


def planned_moments(window: StageWindow, marks: Sequence[str]) -> tuple[Moment, ...]:
    """Return the moments of ``window`` in their order: inside it, by day, one a day, two on its last (G1).

    Days count back from the window's last day in Almaty. An opening in the quiet hours is told at their end.
    """
    inside = [moment for mark in marks if window.is_open((moment := _moment(window, mark)).at)]
    # An opening is told to everybody: it goes before another moment of the same instant.
    ordered = sorted(inside, key=lambda moment: (moment.at, not moment.is_opening))
    by_day: dict[date, list[Moment]] = {}
    for moment in ordered:
        by_day.setdefault(local_date(moment.at), []).append(moment)
    final = by_day.pop(last_day(window), [])
    kept = [moments[0] for moments in by_day.values()]
    return (*kept, *_ends(final))


def _ends(moments: Sequence[Moment]) -> Sequence[Moment]:
    """Return the first and the last of a last day's moments."""
    if not moments:
        return ()
    return moments[:1] if moments[-1].at == moments[0].at else (moments[0], moments[-1])


def _moment(window: StageWindow, mark: str) -> Moment:
    if mark == OPENING:
        return Moment(at=next_daytime(window.opens), mark=mark)
    day, _, wall = mark.partition(" ")
    back = timedelta(days=int(day.removeprefix("D-"))) if day != "D" else timedelta()
    return Moment(at=_at(last_day(window) - back, time.fromisoformat(wall)), mark=mark)


def moment_to_send(
    window: StageWindow, moments: Sequence[Moment], done: Collection[datetime], now: datetime
) -> tuple[Moment | None, tuple[Moment, ...]]:
    """Return the moment of ``moments`` that is to be sent at ``now``, and those that are dropped (G1).

    ``done`` are the instants of moments that were sent or dropped before, also by an earlier plan. After a
    time in which nothing ran the last missed moment alone is sent, while its stage holds, at most ``LATEST``
    late, and on a day that has no moment of its own.
    """
    due = [moment for moment in moments if moment.at <= now]
    open_ones = [moment for moment in due if moment.at not in done]
    if not open_ones:
        return None, ()
    last = open_ones[-1]
    if last is due[-1] and _may_be_sent(window, moments, done, last, next_daytime(now)):
        return last, tuple(open_ones[:-1])
    return None, tuple(open_ones)


def _may_be_sent(
    window: StageWindow, moments: Sequence[Moment], done: Collection[datetime], moment: Moment, at: datetime
) -> bool:
    """Say whether ``moment`` may still be sent at ``at``, the next instant at which anything may be."""
    day = local_date(at)
    told = sum(local_date(instant) == day for instant in done)
    if local_date(moment.at) != day:
        has_own = any(local_date(other.at) == day for other in moments)
        is_free = not told and not has_own
    else:
        is_free = told < most_in_day(is_last_day=day == last_day(window))
    return is_free and window.is_open(at) and at - moment.at <= LATEST


def valid_until(window: StageWindow, moments: Sequence[Moment], moment: Moment) -> datetime:
    """Return until when ``moment`` may reach people: the next one, the window's end or ``LATEST`` (G1)."""
    later = [other.at for other in moments if other.at > moment.at]
    return min(window.closes, moment.at + LATEST, *later)


def most_in_day(*, is_last_day: bool) -> int:
    """Return how many reminders an account gets in a day, over all campaigns (G1)."""
    return MOST_ON_LAST_DAY if is_last_day else MOST


def is_quiet(now: datetime) -> bool:
    """Say whether ``now`` lies in the quiet hours, from 21:00 to 09:00 in Almaty (G1)."""
    wall = now.astimezone(ZONE.value).time()
    return wall < DAY_BEGINS or wall >= DAY_ENDS


def next_daytime(now: datetime) -> datetime:
    """Return ``now`` outside the quiet hours, otherwise the instant in UTC at which they end (G1)."""
    if not is_quiet(now):
        return now
    wall = now.astimezone(ZONE.value)
    return _at(wall.date() + timedelta(days=wall.time() >= DAY_ENDS), DAY_BEGINS)


def next_digest(now: datetime) -> datetime:
    """Return the first instant in UTC from ``now`` on at which everything of a day is told at once (G1)."""
    today = digest_of(local_date(now))
    return today if today >= now else digest_of(local_date(now) + timedelta(days=1))


def digest_of(day: date) -> datetime:
    """Return the instant in UTC of the digest of ``day`` in Almaty (G1)."""
    return _at(day, DIGEST_TIME)


def _at(day: date, wall: time) -> datetime:
    # No time of day that stands here happened twice: the clocks went back at midnight.
    return datetime.combine(day, wall, tzinfo=ZONE.value).astimezone(UTC)
