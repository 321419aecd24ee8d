"""The rulebook as the office has amended it; apart, because every reader must see the same one (A2, A4).

What an amendment changes of a project is no rule and stands with the project.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from core.model.amendment import Amending, Amendment, Correction, EarlyFreeze, Extension, Merger, Stop
from core.model.stage import Stage, StageWindow
from core.model.territory import Territory, TerritoryKind, TerritoryTree
from core.rulebook.model import Rulebook
from core.rulebook.sourced import CHOICE, Sourced
from core.rulebook.stages import Windows, wrong_order

_AFTER_VOTING = (Stage.RESULTS, Stage.IMPLEMENTATION)
_OF_THE_BOX = (Stage.VOTING, Stage.RESULTS)
"""Stages that one voting territory has one window of (A2)."""


class UnfitAmendment(ValueError):
    """An amendment is about something that the rulebook does not have; the message says what."""


def amended(rulebook: Rulebook, amendments: Iterable[Amendment]) -> Rulebook:
    """Return the rulebook with approved ``amendments``, in the order in which they were approved (A2, A4).

    Raises:
        UnfitAmendment: where the rulebook lacks what one of them is about, or its stages lose their order.
    """
    book = rulebook
    for each in amendments:
        try:
            book = with_change(book, each.what, each.settled_at)
        except UnfitAmendment as unfit:
            raise UnfitAmendment(f"amendment {each.number}: {unfit}") from unfit
    if book is not rulebook and (stage := next(disorder(book), None)) is not None:
        raise UnfitAmendment(f"with the amendments {stage} would begin too early")
    return book


def with_change(rulebook: Rulebook, what: Amending, at: datetime | None) -> Rulebook:
    """Return the rulebook with one change that was approved ``at``; raise ``UnfitAmendment``."""
    match what:
        case Extension():
            return _extended(rulebook, what)
        case Merger():
            return _merged(rulebook, what)
        case EarlyFreeze() if at is not None:
            return replace(rulebook, frozen={**rulebook.frozen, what.territory: at})
        case EarlyFreeze() | Stop() | Correction():
            return rulebook


def disorder(rulebook: Rulebook) -> Iterator[Stage]:
    """Yield the stages that open too early, in the campaign or in a territory with dates of its own (A2)."""
    for scope in (None, *rulebook.stage_overrides):
        windows = _windows(rulebook, scope)
        yield from (stage for stage, _ in wrong_order(windows, windows.keys()))
        yield from (window.stage for window in windows.values() if window.opens >= window.closes)


def window_of(rulebook: Rulebook, stage: Stage, territory: str | None) -> StageWindow | None:
    """Return a stage's window; ``None`` also for a territory that the tree lacks."""
    if territory is not None and territory not in rulebook.territories.nodes:
        return None
    return rulebook.window(stage, territory)


def has_own_window(rulebook: Rulebook, stage: Stage, territory: str, above: str | None) -> bool:
    """Say whether ``territory`` has another window of ``stage`` than ``above``, the campaign for ``None``."""
    for node in rulebook.territories.line(territory):
        if node.slug == above:
            return False
        if stage in rulebook.stage_overrides.get(node.slug, {}):
            return True
    return False


def concerned(rulebook: Rulebook, what: Amending, project_territory: str | None = None) -> tuple[str, ...]:
    """Return the voting territories that a change is about; a project's lies in ``project_territory``."""
    match what:
        case Extension(stage=stage, territory=above):
            return tuple(
                slug for slug in rulebook.voting.territories if _is_extended(rulebook, stage, slug, above)
            )
        case Merger(territories=territories):
            return territories
        case EarlyFreeze(territory=territory):
            return (territory,)
        case Stop() | Correction():
            here = rulebook.voting_territory(project_territory) if project_territory is not None else None
            return (here,) if here is not None else ()


def places_of(rulebook: Rulebook, what: Amending) -> tuple[str, ...]:
    """Return every territory, of any level, whose people a change of stages or territories concerns (A2)."""
    nodes = rulebook.territories.nodes
    match what:
        case Extension(stage=stage, territory=above):
            return tuple(
                slug
                for slug in nodes
                if (above is None or rulebook.territories.is_within(slug, above))
                and not has_own_window(rulebook, stage, slug, above)
            )
        case Merger(territories=members):
            return tuple(
                slug
                for slug in nodes
                if any(each in nodes and rulebook.territories.is_within(slug, each) for each in members)
            )
        case EarlyFreeze() | Stop() | Correction():
            return ()


def _is_extended(rulebook: Rulebook, stage: Stage, slug: str, above: str | None) -> bool:
    """Say whether the dates of the voting territory ``slug`` move with those of ``above``."""
    tree = rulebook.territories
    if above is None or tree.is_within(slug, above):
        return not has_own_window(rulebook, stage, slug, above)
    # A part of a voting territory may have an intake of its own; its projects are on the same list.
    return tree.is_within(above, slug)


def _windows(rulebook: Rulebook, territory: str | None) -> Windows:
    found = {stage: window_of(rulebook, stage, territory) for stage in Stage}
    return {stage: window for stage, window in found.items() if window is not None}


def _extended(rulebook: Rulebook, what: Extension) -> Rulebook:
    if what.territory is not None and what.territory not in rulebook.territories.nodes:
        raise UnfitAmendment(f"there is no territory {what.territory}")
    if what.territory is None:
        return replace(rulebook, stages=_moved(rulebook.stages, what))
    here = _windows(rulebook, what.territory)
    changed = {stage: window for stage, window in _moved(here, what).items() if window != here[stage]}
    own = {**rulebook.stage_overrides.get(what.territory, {}), **changed}
    return replace(rulebook, stage_overrides={**rulebook.stage_overrides, what.territory: own})


def _moved(windows: Windows, what: Extension) -> Windows:
    """Return the windows with the later end; what follows the voting begins no sooner than it ends."""
    window = windows.get(what.stage)
    if window is None:
        raise UnfitAmendment(f"there is no stage {what.stage}")
    if window.closes >= what.new:
        return windows
    first = window.first_closes or window.closes
    moved = {**windows, what.stage: replace(window, closes=what.new, first_closes=first)}
    for stage in _AFTER_VOTING if what.stage is Stage.VOTING else ():
        if stage in moved and moved[stage].opens < what.new:
            moved[stage] = replace(moved[stage], opens=what.new)
    return moved


def _merged(rulebook: Rulebook, what: Merger) -> Rulebook:
    missing = [slug for slug in what.territories if slug not in rulebook.voting.territories]
    if missing:
        raise UnfitAmendment(f"{', '.join(missing)} is no voting territory")
    if what.slug in rulebook.territories.nodes:
        raise UnfitAmendment(f"there is a territory {what.slug} already")
    kept = [slug for slug in rulebook.voting.territories if slug not in what.territories[1:]]
    territories = tuple(what.slug if slug == what.territories[0] else slug for slug in kept)
    voting = replace(
        rulebook.voting,
        territories=territories,
        adults=_summed(rulebook.voting.adults, what, is_partial=False),
    )
    return replace(
        rulebook,
        territories=_tree(rulebook.territories, what),
        voting=voting,
        money=_summed(rulebook.money, what, is_partial=True),
        stage_overrides=_overrides(rulebook, what),
    )


def _tree(tree: TerritoryTree, what: Merger) -> TerritoryTree:
    """Return the tree with the merged territory between its parts and what was above them."""
    parts = [tree.nodes[slug] for slug in what.territories]
    counts = [part.population for part in parts if part.population is not None]
    whole = Territory(
        slug=what.slug,
        name=what.name,
        kind=parts[0].kind if len({part.kind for part in parts}) == 1 else TerritoryKind.PART,
        parent=parts[0].parent,
        population=sum(counts) if len(counts) == len(parts) else None,
    )
    nodes: dict[str, Territory] = {}
    for slug, node in tree.nodes.items():
        if slug in what.territories:
            # Parents come before their children.
            nodes.setdefault(whole.slug, whole)
            nodes[slug] = replace(node, parent=whole.slug)
        else:
            nodes[slug] = node
    return TerritoryTree(nodes=nodes)


def _summed(
    amounts: Mapping[str, Sourced[int]], what: Merger, *, is_partial: bool
) -> Mapping[str, Sourced[int]]:
    """Return the amounts with one for all parts; ``is_partial`` adds those that are known."""
    parts = [amounts[slug] for slug in what.territories if slug in amounts]
    left = {slug: amount for slug, amount in amounts.items() if slug not in what.territories}
    if not parts or (len(parts) < len(what.territories) and not is_partial):
        return left
    acts = {part.act for part in parts}
    act = acts.pop() if len(acts) == 1 else CHOICE
    return {**left, what.slug: Sourced(value=sum(part.value for part in parts), act=act)}


def _overrides(rulebook: Rulebook, what: Merger) -> Mapping[str, Windows]:
    """Return the windows of territories; of the box there is one, so its dates stand with the whole."""
    overrides: dict[str, Windows] = {}
    whole: dict[Stage, StageWindow] = {}
    for slug, own in rulebook.stage_overrides.items():
        if slug not in what.territories:
            overrides[slug] = own
            continue
        whole |= {stage: window for stage, window in own.items() if stage in _OF_THE_BOX}
        if rest := {stage: window for stage, window in own.items() if stage not in _OF_THE_BOX}:
            overrides[slug] = rest
    return {**overrides, what.slug: whole} if whole else overrides
