"""Who may vote where; apart from the ballot, because it asks the person and the day of the opening (E1)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import assert_never

from core.law.age import day_of_age, is_of_age
from core.law.zone import local_date
from core.model.person import Registration, Resident
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import StageWindow
from core.rulebook.model import AgeCountedOn, Rulebook
from core.rules.stages import first_day, last_day


def voting_verdict(
    resident: Resident, project_territory: str, rulebook: Rulebook, now: datetime, opening: StageWindow
) -> Verdict:
    """Say whether ``resident`` may vote for a project of ``project_territory``, or every reason why not (E1).

    ``opening`` is the voting window as it was frozen at the opening: an extension moves no counting date.
    Facts: ``VOTING_NOT_HERE`` territory, mode; ``UNDER_AGE`` full_age, counted_on, of_age_on (personal:
    for the resident alone); ``NOT_REGISTERED`` counted_on; ``REGISTRATION_KIND`` counted_on, kinds (allowed);
    ``OTHER_TERRITORY`` territory, own (each ``Territory`` where the resident may vote), counted_on.
    """
    reasons = (
        *_age_reasons(resident, rulebook, now, opening),
        *_registration_reasons(resident, project_territory, rulebook, first_day(opening)),
    )
    return Verdict(reasons=reasons)


def entitled_territories(resident: Resident, rulebook: Rulebook, opening_date: date) -> tuple[str, ...]:
    """Return the voting territories in which ``resident`` is registered on the local ``opening_date`` (E1).

    Registrations of several places all count, each in the voting territory that it lies in; age is not asked.
    """
    own = {
        _counts_in(registration, rulebook)
        for registration in registrations_on(resident, opening_date)
        if registration.kind in rulebook.voting.registration.value
    }
    return tuple(slug for slug in rulebook.voting.territories if slug in own)


def is_entitled(resident: Resident, voting_territory: str, rulebook: Rulebook, opening: StageWindow) -> bool:
    """Say whether ``resident`` belongs to those entitled in ``voting_territory`` while voting lasts (E1).

    Where age counts on the day of the vote, whoever comes of age by the last day of ``opening`` does too.
    """
    is_old_enough = is_of_age(resident.birth_date, rulebook.voting.full_age.value, last_day(opening))
    return is_old_enough and voting_territory in entitled_territories(resident, rulebook, first_day(opening))


def count_entitled(
    residents: Iterable[Resident], voting_territory: str, rulebook: Rulebook, opening: StageWindow
) -> int:
    """Return how many ``residents`` are entitled in ``voting_territory``, for a threshold as a share (E1)."""
    return sum(is_entitled(resident, voting_territory, rulebook, opening) for resident in residents)


def _age_reasons(
    resident: Resident, rulebook: Rulebook, now: datetime, opening: StageWindow
) -> Iterator[Reason]:
    full_age = rulebook.voting.full_age.value
    counted_on = _counting_date(rulebook.voting.age_counted_on.value, now, opening)
    if not is_of_age(resident.birth_date, full_age, counted_on):
        facts = {
            "full_age": full_age,
            "counted_on": counted_on,
            "of_age_on": day_of_age(resident.birth_date, full_age),
        }
        yield Reason(refusal=Refusal.UNDER_AGE, facts=facts)


def _counting_date(counted_on: AgeCountedOn, now: datetime, opening: StageWindow) -> date:
    match counted_on:
        case AgeCountedOn.VOTE_DAY:
            # Whoever comes of age while the voting is extended is not on the frozen list.
            return min(local_date(now), last_day(opening))
        case AgeCountedOn.LAST_DAY:
            return last_day(opening)
    assert_never(counted_on)


def _registration_reasons(
    resident: Resident, project_territory: str, rulebook: Rulebook, opening_date: date
) -> Iterator[Reason]:
    here = rulebook.voting_territory(project_territory)
    if here is None:
        facts: dict[str, object] = {"territory": project_territory, "mode": rulebook.voting.mode.value}
        yield Reason(refusal=Refusal.VOTING_NOT_HERE, facts=facts)
        return
    own = entitled_territories(resident, rulebook, opening_date)
    if here in own:
        return
    in_force = registrations_on(resident, opening_date)
    placed = {_counts_in(registration, rulebook) for registration in in_force} - {None}
    dated: dict[str, object] = {"counted_on": opening_date}
    # A registration of a barred kind in this very territory says more than a good one elsewhere.
    if here in placed or (placed and not own):
        kinds = rulebook.voting.registration.value
        yield Reason(refusal=Refusal.REGISTRATION_KIND, facts=dated | {"kinds": kinds})
    elif own:
        places = tuple(rulebook.territories.require(slug) for slug in own)
        yield Reason(refusal=Refusal.OTHER_TERRITORY, facts=dated | {"territory": here, "own": places})
    else:
        yield Reason(refusal=Refusal.NOT_REGISTERED, facts=dated)


def registrations_on(resident: Resident, day: date) -> Iterator[Registration]:
    """Yield the registrations of ``resident`` that hold on the local ``day``, of any kind and place (E1)."""
    for registration in resident.registrations:
        if registration.since <= day and (registration.until is None or day <= registration.until):
            yield registration


def _counts_in(registration: Registration, rulebook: Rulebook) -> str | None:
    # The register belongs to the akimat; a campaign of one part of it has a smaller tree.
    if registration.territory not in rulebook.territories.nodes:
        return None
    return rulebook.voting_territory(registration.territory)
