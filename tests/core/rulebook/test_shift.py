"""The demo's stages move by whole days and nothing else does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.law.zone import local_date
from core.model.stage import Stage
from core.rulebook.changes import difference
from core.rulebook.loader import read
from core.rulebook.shift import days_until_opened, moved
from tests.core.rulebook.sample import DEMO, FOLDER

SOUND = read(DEMO, "demo")
ALMATY_LIKE = (FOLDER / "almaty-like.toml").read_text(encoding="utf-8")


@settings(max_examples=20, deadline=None)
@given(days=st.integers(min_value=-3000, max_value=10000))
def test_moving_there_and_back_gives_the_same_text(days: int) -> None:
    """Stages moved by any days and back leave the file letter for letter, comments included [A1]."""
    assert moved(moved(DEMO, days), -days) == DEMO


def test_only_instants_of_stages_move() -> None:
    """A move changes opening and closing of every stage, of territories too, and no other key [A2]."""
    there = read(moved(ALMATY_LIKE, 30), "moved")
    changes = difference(read(ALMATY_LIKE, "here"), there)
    assert {change.key.rsplit(".", 1)[1] for change in changes} == {"opens", "closes"}
    assert {change.key.split(".")[0] for change in changes} == {"stages", "stage_overrides"}
    assert len(changes) == 2 * (7 + 2)


@settings(max_examples=20, deadline=None)
@given(
    now=st.integers(0, 15 * 365 * 24).map(
        lambda hours: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    ),
    stage=st.sampled_from((Stage.INTAKE, Stage.VOTING)),
    days=st.integers(1, 8),
)
def test_a_stage_of_the_moved_demo_opened_so_many_days_ago(now: datetime, stage: Stage, days: int) -> None:
    """Whenever the demo starts, its stage opened days ago at its own time by the clock of Almaty [N1]."""
    rulebook = read(moved(DEMO, days_until_opened(SOUND, stage, days, now)), "moved")
    window, sound = rulebook.stages[stage], SOUND.stages[stage]
    assert window.is_open(now)
    assert (local_date(now) - local_date(window.opens)).days == days
    assert window.opens.hour == sound.opens.hour
    assert window.closes - window.opens == sound.closes - sound.opens
