"""Who may vote where: age, registration, and the day on which each of them counts."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.model.person import Registration, RegistrationKind, Resident
from core.model.refusals import Refusal, RuleViolation, Verdict
from core.rulebook.model import AgeCountedOn
from core.rules.eligibility import count_entitled, entitled_territories, is_entitled, voting_verdict
from tests.core.rules.samples import (
    CITY,
    LEFT,
    OTHER_CITY,
    QUARTER,
    RIGHT,
    TREE,
    VOTING,
    instant,
    registration,
    resident,
    rulebook,
)

TEMPORARY = RegistrationKind.TEMPORARY
PERMANENT_ONLY = (RegistrationKind.PERMANENT,)
OPENING_DAY = date(2027, 4, 5)
NOON = instant("2027-04-10T12:00:00+05:00")
DAY = timedelta(days=1)


def verdict(person: Resident, territory: str = LEFT, **voting: Any) -> Verdict:
    """Ask about a vote on 10 April 2027, under rules of which ``voting`` changes some."""
    return voting_verdict(person, territory, rulebook(**voting), NOON, VOTING)


def refusals(asked: Verdict) -> list[Refusal]:
    """Return the codes of a verdict in order."""
    return [reason.refusal for reason in asked.reasons]


REGISTRATIONS = [
    pytest.param([registration()], [], id="in the district"),
    pytest.param([registration(QUARTER)], [], id="in a quarter of the district, which counts there"),
    pytest.param([registration(kind=TEMPORARY, until=OPENING_DAY)], [], id="until the day of the opening"),
    pytest.param([registration(since=OPENING_DAY)], [], id="since the day of the opening"),
    pytest.param(
        [registration(RIGHT), registration(kind=TEMPORARY)], [], id="elsewhere and here: both count"
    ),
    pytest.param([registration(RIGHT)], [Refusal.OTHER_TERRITORY], id="in the other district"),
    pytest.param([registration(CITY)], [Refusal.NOT_REGISTERED], id="in the city without a district"),
    pytest.param([registration(OTHER_CITY)], [Refusal.NOT_REGISTERED], id="outside the campaign"),
    pytest.param([], [Refusal.NOT_REGISTERED], id="nowhere"),
    pytest.param(
        [registration(until=OPENING_DAY - DAY)], [Refusal.NOT_REGISTERED], id="ended the day before"
    ),
    pytest.param([registration(since=OPENING_DAY + DAY)], [Refusal.NOT_REGISTERED], id="moved in a day late"),
    pytest.param(
        [registration(until=OPENING_DAY - DAY), registration(RIGHT, since=OPENING_DAY)],
        [Refusal.OTHER_TERRITORY],
        id="moved to the other district at the opening",
    ),
]


@pytest.mark.parametrize(("registrations", "expected"), REGISTRATIONS)
def test_registration_counts_on_the_day_of_the_opening(
    registrations: list[Registration], expected: list[Refusal]
) -> None:
    """A vote needs a registration in the project's territory that held on the day of the opening [E1]."""
    assert refusals(verdict(resident(*registrations))) == expected


KINDS = [
    pytest.param([registration(kind=TEMPORARY)], [Refusal.REGISTRATION_KIND], id="temporary here"),
    pytest.param([registration(RIGHT, TEMPORARY)], [Refusal.REGISTRATION_KIND], id="temporary elsewhere"),
    pytest.param(
        [registration(kind=TEMPORARY), registration(RIGHT)],
        [Refusal.REGISTRATION_KIND],
        id="temporary here, permanent elsewhere",
    ),
    pytest.param(
        [registration(RIGHT), registration(RIGHT, TEMPORARY)], [Refusal.OTHER_TERRITORY], id="both elsewhere"
    ),
    pytest.param([registration(), registration(kind=TEMPORARY)], [], id="both here"),
]


@pytest.mark.parametrize(("registrations", "expected"), KINDS)
def test_the_rulebook_chooses_the_kinds(registrations: list[Registration], expected: list[Refusal]) -> None:
    """Where only permanent registration counts, a temporary one is refused by its kind [E1] [P2]."""
    assert refusals(verdict(resident(*registrations), registration=PERMANENT_ONLY)) == expected


AGES = [
    pytest.param(date(2009, 4, 10), AgeCountedOn.VOTE_DAY, True, id="18 on the day of the vote"),
    pytest.param(date(2009, 4, 11), AgeCountedOn.VOTE_DAY, False, id="18 on the day after the vote"),
    pytest.param(date(2009, 4, 24), AgeCountedOn.LAST_DAY, True, id="18 on the last day"),
    pytest.param(date(2009, 4, 25), AgeCountedOn.LAST_DAY, False, id="18 on the day after the last"),
]


@pytest.mark.parametrize(("born", "counted_on", "is_allowed"), AGES)
def test_age_counts_on_the_rulebooks_date(
    born: date,
    counted_on: AgeCountedOn,
    is_allowed: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Full age counts on the day of the vote or on the last day, as the rulebook says [E1]."""
    asked = verdict(resident(registration(), born=born), age_counted_on=counted_on)
    assert asked.is_allowed is is_allowed


def test_an_extension_moves_no_counting_date() -> None:
    """Whoever comes of age only in the days that were added may not vote [E1]."""
    person = resident(registration(), born=date(2009, 4, 26))
    late = instant("2027-04-28T12:00:00+05:00")
    extended = replace(VOTING, closes=instant("2027-05-01T00:00:00+05:00"))
    book = rulebook([extended], age_counted_on=AgeCountedOn.LAST_DAY)
    assert refusals(voting_verdict(person, LEFT, book, late, VOTING)) == [Refusal.UNDER_AGE]
    assert voting_verdict(person, LEFT, book, late, extended).is_allowed


def test_the_day_of_the_vote_is_the_local_one() -> None:
    """An evening in UTC is already the next day in Almaty, and with it the birthday [E1] [P8]."""
    person = resident(registration(), born=date(2009, 4, 11))
    book = rulebook()
    assert not voting_verdict(person, LEFT, book, instant("2027-04-10T18:59:59+00:00"), VOTING).is_allowed
    assert voting_verdict(person, LEFT, book, instant("2027-04-10T19:00:00+00:00"), VOTING).is_allowed


def test_every_reason_is_told_at_once() -> None:
    """Age and registration are refused together, each with the facts that its text needs [P7] [E1]."""
    asked = verdict(resident(registration(RIGHT), born=date(2009, 12, 31)))
    assert [(reason.refusal, dict(reason.facts)) for reason in asked.reasons] == [
        (
            Refusal.UNDER_AGE,
            {"full_age": 18, "counted_on": date(2027, 4, 10), "of_age_on": date(2027, 12, 31)},
        ),
        (
            Refusal.OTHER_TERRITORY,
            {"counted_on": OPENING_DAY, "territory": LEFT, "own": (TREE.require(RIGHT),)},
        ),
    ]
    with pytest.raises(RuleViolation) as raised:
        asked.enforce()
    assert raised.value.refusal is Refusal.UNDER_AGE


def test_a_project_above_the_voting_level_takes_no_votes() -> None:
    """Nobody votes in the city as a whole where its districts vote [E1] [A1]."""
    assert refusals(verdict(resident(registration()), territory=CITY)) == [Refusal.VOTING_NOT_HERE]


def test_a_project_of_a_quarter_counts_in_its_district() -> None:
    """What lies below the voting level counts there: residents of the district may vote for it [E1] [A1]."""
    assert verdict(resident(registration()), territory=QUARTER).is_allowed


def test_two_registrations_entitle_in_two_territories() -> None:
    """A person registered in two districts is entitled in both, in the rulebook's order [E1]."""
    person = resident(registration(RIGHT, TEMPORARY), registration(QUARTER))
    assert entitled_territories(person, rulebook(), OPENING_DAY) == (LEFT, RIGHT)
    assert entitled_territories(person, rulebook(registration=PERMANENT_ONLY), OPENING_DAY) == (LEFT,)


def test_the_entitled_are_counted_by_registration_and_age() -> None:
    """A threshold's share is of those registered who are of age by the last day at the latest [E1] [F1]."""
    people = [
        resident(registration()),
        resident(registration(QUARTER), registration(RIGHT, TEMPORARY)),
        resident(registration(), born=date(2009, 4, 24)),
        resident(registration(), born=date(2009, 4, 25)),
        resident(registration(until=OPENING_DAY - DAY)),
        resident(),
    ]
    book = rulebook()
    assert count_entitled(people, LEFT, book, VOTING) == 3
    assert count_entitled(people, RIGHT, book, VOTING) == 1
    assert is_entitled(people[2], LEFT, book, VOTING)
    assert not is_entitled(people[3], LEFT, book, VOTING)
