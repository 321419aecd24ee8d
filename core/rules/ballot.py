"""Whether a vote for a project is taken now; apart, because it asks the stage and the project (E3)."""

from collections.abc import Iterator
from datetime import datetime

from core.model.project import Project, ProjectStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook
from core.rules.stages import first_day, last_day


def ballot_verdict(
    project: Project,
    voting_territory: str,
    rulebook: Rulebook,
    now: datetime,
    *,
    has_voted: bool,
    is_halted: bool,
    is_frozen: bool,
    is_closed: bool,
) -> Verdict:
    """Say whether a vote for ``project`` is taken in ``voting_territory`` at ``now``, or why not (E3).

    ``is_frozen`` says that rules, list and those entitled stand, before which nothing is taken (A4);
    ``is_closed`` that roll and seals of the territory are complete, whatever a slow clock may say.
    ``VOTED_ALREADY`` leads: a repeated press is answered with the receipt, whatever else stands against it.
    Facts: ``VOTING_NOT_HERE`` territory, mode; ``VOTING_NOT_OPEN_YET`` and ``VOTING_CLOSED`` first_day and
    last_day (both inclusive), opens and closes (UTC, half-open); ``PROJECT_NOT_ON_BALLOT`` number, status,
    territory.
    """
    reasons = (
        *((Reason(refusal=Refusal.VOTED_ALREADY),) if has_voted else ()),
        *_place_and_time(voting_territory, rulebook, now, is_frozen=is_frozen, is_closed=is_closed),
        *((Reason(refusal=Refusal.VOTING_HALTED),) if is_halted else ()),
        *_project(project, voting_territory, rulebook),
    )
    return Verdict(reasons=reasons)


def _place_and_time(
    voting_territory: str, rulebook: Rulebook, now: datetime, *, is_frozen: bool, is_closed: bool
) -> Iterator[Reason]:
    mode = rulebook.voting.mode.value
    window = rulebook.window(Stage.VOTING, voting_territory)
    if mode is Mode.GUIDE or window is None or voting_territory not in rulebook.voting.territories:
        facts = {"territory": voting_territory, "mode": mode}
        yield Reason(refusal=Refusal.VOTING_NOT_HERE, facts=facts)
        return
    if window.is_open(now) and not is_closed:
        if not is_frozen:
            yield Reason(refusal=Refusal.VOTING_OPENING)
        return
    refusal = Refusal.VOTING_NOT_OPEN_YET if now < window.opens else Refusal.VOTING_CLOSED
    days = {"first_day": first_day(window), "last_day": last_day(window)}
    yield Reason(refusal=refusal, facts=days | {"opens": window.opens, "closes": window.closes})


def _project(project: Project, voting_territory: str, rulebook: Rulebook) -> Iterator[Reason]:
    is_here = rulebook.voting_territory(project.territory) == voting_territory
    if project.status is not ProjectStatus.ADMITTED or not is_here:
        facts = {"number": project.number, "status": project.status, "territory": voting_territory}
        yield Reason(refusal=Refusal.PROJECT_NOT_ON_BALLOT, facts=facts)
