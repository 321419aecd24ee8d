"""Stages as windows of instants, and what their order must be; apart, for territories have their own."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from core.model.stage import Stage, StageWindow
from core.model.territory import TerritoryTree
from core.rulebook.instants import INSTANT
from core.rulebook.problems import suggestion
from core.rulebook.table import Table

_REQUIRED = (Stage.INTAKE, Stage.VOTING)

_OVER_BEFORE = (
    (Stage.INTAKE, Stage.VOTING),
    (Stage.DISCUSSION, Stage.VOTING),
    (Stage.REVIEW, Stage.VOTING),
    (Stage.REWORK, Stage.VOTING),
    (Stage.VOTING, Stage.RESULTS),
    (Stage.VOTING, Stage.IMPLEMENTATION),
)
"""A list that people vote on must not change under their hands, nor results be told while they vote."""

_BEGUN_BEFORE = (
    (Stage.ANNOUNCEMENT, Stage.INTAKE),
    (Stage.INTAKE, Stage.DISCUSSION),
    (Stage.INTAKE, Stage.REVIEW),
    (Stage.RESULTS, Stage.IMPLEMENTATION),
    (Stage.IMPLEMENTATION, Stage.MONITORING),
)

Windows = Mapping[Stage, StageWindow]


def read_stages(table: Table) -> Windows:
    """Return the campaign's windows, after reporting those that miss or stand in a wrong order (A2, P8)."""
    windows = _read_windows(table, _REQUIRED)
    for stage, message in wrong_order(windows, windows.keys()):
        table.report(message, stage, "opens")
    return windows


def read_overrides(table: Table, windows: Windows, tree: TerritoryTree) -> Mapping[str, Windows]:
    """Return the windows that territories have of their own, each checked among the others there (A2)."""
    overrides = {}
    for slug in table.keys():  # noqa: SIM118 - a table of the file is no mapping
        row = table.table(slug)
        if slug not in tree.nodes:
            row.report(f"is no territory{suggestion(slug, tree.nodes)}")
        own = _read_windows(row, ())
        for stage, message in wrong_order({**windows, **own}, own.keys()):
            row.report(message, stage, "opens")
        overrides[slug] = own
    return overrides


def _read_windows(table: Table, required: tuple[Stage, ...]) -> Windows:
    windows = {}
    for stage in Stage:
        if stage not in table:
            if stage in required:
                table.miss(stage)
            continue
        row = table.table(stage)
        window = StageWindow(
            stage=stage, opens=row.value("opens", INSTANT), closes=row.value("closes", INSTANT), act=row.act()
        )
        row.finish()
        if row.reading.problems.is_spoilt(row.path):
            continue
        if window.opens >= window.closes:
            row.report("does not lie after the opening", "closes")
        windows[stage] = window
    table.allow(Stage)
    table.finish()
    return windows


def wrong_order(windows: Windows, looked_at: AbstractSet[Stage]) -> Iterator[tuple[Stage, str]]:
    """Yield every stage of ``looked_at`` or beside it that opens too early, and before what (A2)."""
    for earlier, later in _OVER_BEFORE:
        if (
            {earlier, later} <= windows.keys()
            and {earlier, later} & looked_at
            and (windows[later].opens < windows[earlier].closes)
        ):
            yield later, f"opens before {earlier} is over"
    for earlier, later in _BEGUN_BEFORE:
        if (
            {earlier, later} <= windows.keys()
            and {earlier, later} & looked_at
            and (windows[later].opens < windows[earlier].opens)
        ):
            yield later, f"opens before {earlier} has begun"
