"""The demo's sample data is sound, invented, and shows what it is meant to show."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from core.model.outcome import Candidate, Decision
from core.model.person import Resident
from core.model.project import ProjectStatus
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rulebook.shift import moved as moved_rulebook
from core.rules.eligibility import is_entitled, voting_verdict
from core.rules.iin import is_iin
from core.rules.outcome import outcome
from core.rules.project_list import read_projects
from core.rules.register import RegisterFault
from core.rules.stages import first_day, last_day
from demo.residents import LAST_DAY, OPENING, make, moved
from tests.support.registers import read_text

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "demo" / "semey-demo"
RULEBOOK_TEXT = (ROOT / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8")
RULEBOOK = read(RULEBOOK_TEXT, "semey-demo.toml")
PROJECTS = read_projects((SAMPLE / "projects.toml").read_text(encoding="utf-8"), "projects.toml", RULEBOOK)
REGISTER = read_text((SAMPLE / "register.csv").read_text(encoding="utf-8"), RULEBOOK.territories)
PEOPLE = {
    person["id"]: person for person in json.loads((ROOT / "demo" / "people.json").read_text(encoding="utf-8"))
}
ADMITTED = [listed for listed in PROJECTS if listed.project.status is ProjectStatus.ADMITTED]
VOTING = RULEBOOK.stages[Stage.VOTING]


def residents() -> dict[str, Resident]:
    """Return the people of the register by IIN."""
    rows = {row.iin: [other for other in REGISTER.rows if other.iin == row.iin] for row in REGISTER.rows}
    return {
        iin: Resident(
            person_key=iin.encode(),
            birth_date=own[0].birth_date,
            registrations=tuple(row.registration for row in own),
        )
        for iin, own in rows.items()
    }


RESIDENTS = residents()


def votes() -> dict[int, int]:
    """Return the sample votes by project."""
    lines = (SAMPLE / "votes.csv").read_text(encoding="utf-8").splitlines()[1:]
    return Counter(int(line.split(";")[1]) for line in lines)


def rows_of_phone(person: int) -> set[str]:
    """Return the IINs beside which a sandbox person's telephone stands."""
    return {row.iin for row in REGISTER.rows if row.phone == PEOPLE[person]["phone"]}


def test_forty_projects_of_every_direction_are_on_the_ballot() -> None:
    """Both parts of four districts and all nine directions have projects; three were refused [N1] [C3]."""
    assert (len(ADMITTED), len(PROJECTS)) == (40, 43)
    territories = Counter(listed.project.territory for listed in ADMITTED)
    assert set(territories) == {
        part.slug for slug in RULEBOOK.voting.territories for part in RULEBOOK.territories.children(slug)
    }
    assert {listed.project.direction for listed in ADMITTED} == {named.slug for named in RULEBOOK.directions}
    assert sum(1 for listed in ADMITTED if listed.pictures) >= 30


def test_projects_lie_in_semey_and_cost_what_such_things_cost() -> None:
    """Places lie within the city's bounds, and sums between 1.8 and 60 million tenge [N1]."""
    for listed in PROJECTS:
        place = listed.project.place
        assert place.latitude is not None
        assert place.longitude is not None
        assert 50.35 <= place.latitude <= 50.45
        assert 80.15 <= place.longitude <= 80.35
        assert 1_800_000 <= listed.project.cost <= 60_000_000


def test_projects_are_told_in_two_natural_languages() -> None:
    """Titles and descriptions differ from each other and between languages, and are not long [P6]."""
    texts = [listed.project for listed in PROJECTS]
    for language in ("kk", "ru"):
        assert len({getattr(project.title, language) for project in texts}) == len(texts)
        assert len({getattr(project.description, language) for project in texts}) == len(texts)
    for project in texts:
        assert set(project.description.kk.lower()) & set("әғқңөұүһі")
        assert not set(f"{project.title.ru}{project.description.ru}".lower()) & set("әғқңөұүһі")
        assert 2 <= project.description.kk.count(". ") + 1 <= 4
        assert 2 <= project.description.ru.count(". ") + 1 <= 4
        assert not project.title.kk.endswith(".")
        assert len(project.title.kk) <= 100


def test_the_register_is_what_its_generator_writes() -> None:
    """Register, codes and votes are exactly what ``python -m demo.residents`` makes [N1]."""
    for name, text in make().items():
        assert (SAMPLE / name).read_text(encoding="utf-8") == text


def test_nobody_living_is_in_the_register() -> None:
    """Every IIN passes the check and belongs to somebody born in 1899 or 1801 [N1] [P1]."""
    assert len(RESIDENTS) >= 370
    for iin in RESIDENTS:
        assert is_iin(iin)
        assert iin[:7] in {"9912311", "9912312", "0101011"}


def test_the_register_has_the_cases_of_a_real_one() -> None:
    """Two registrations, expired terms, birthdays, shared and missing phones, bad lines occur [E1] [E2]."""
    twofold = [resident for resident in RESIDENTS.values() if len(resident.registrations) > 1]
    assert len(twofold) >= 16
    expired = [row for row in REGISTER.rows if row.registration.until and row.registration.until < OPENING]
    assert len(expired) >= 8
    shared = Counter(phone for phone, _ in {(row.phone, row.iin) for row in REGISTER.rows} if phone)
    assert max(shared.values()) == 2
    assert sum(1 for row in REGISTER.rows if row.phone is None) > 50
    assert {note.fault for note in REGISTER.notes} >= {
        RegisterFault.IIN_WRONG,
        RegisterFault.IIN_SCIENTIFIC,
        RegisterFault.IIN_ZEROS_RESTORED,
        RegisterFault.TERRITORY_UNKNOWN,
    }
    birthdays = Counter(resident.birth_date for resident in RESIDENTS.values())
    assert birthdays[date(2008, 11, 25)] == 8, "of age while people vote"
    assert birthdays[date(2008, 12, 2)] == 8 + 1, "of age when it is over, one of them on the sandbox page"


def test_the_generators_days_are_the_rulebooks() -> None:
    """The register's cases lie around the opening and the last day of the rulebook's voting [E1]."""
    assert (first_day(VOTING), last_day(VOTING)) == (OPENING, LAST_DAY)


@pytest.mark.parametrize(
    ("person", "territory", "allowed"),
    [
        (1001, "eski-qala", True),
        (1001, "samal-1", False),
        (1002, "ainabulaq", True),
        (1002, "eski-qala", False),
        (1004, "arman", False),
        (1006, "zheruiyq", True),
        (1006, "samal-2", True),
    ],
)
def test_people_of_the_sandbox_are_whom_their_note_tells(
    person: int, territory: str, *, allowed: bool
) -> None:
    """Who has a telephone in the register may vote exactly where the sandbox page says [N1] [E1]."""
    (iin,) = rows_of_phone(person)
    verdict = voting_verdict(RESIDENTS[iin], territory, RULEBOOK, VOTING.opens, VOTING)
    assert verdict.is_allowed is allowed


def test_a_phone_may_be_unknown_or_shared() -> None:
    """One telephone is not in the register, another stands beside two people; all have codes [E2]."""
    codes = [line.split("#") for line in (SAMPLE / "codes.txt").read_text(encoding="utf-8").splitlines()]
    by_person = {line[1].strip(): line[0].strip() for line in codes if len(line) > 1}
    assert rows_of_phone(1003) == set()
    assert rows_of_phone(1005) == {by_person["1005"], by_person["daughter of 1005"]}
    assert is_entitled(RESIDENTS[by_person["1003"]], "samal", RULEBOOK, VOTING)
    assert len({line[0].strip() for line in codes}) == len(codes) == 8
    assert all(line[0].strip() in RESIDENTS for line in codes)


def test_sample_people_are_told_in_both_languages() -> None:
    """Six people, each with one line in Kazakh and one in Russian on what can be tried [N1] [P6]."""
    assert len(PEOPLE) == 6
    for person in PEOPLE.values():
        assert set(person["note"]["kk"].lower()) & set("әғқңөұүһі")
        assert person["note"]["kk"] != person["note"]["ru"]
    assert {person["language_code"] for person in PEOPLE.values()} == {"kk", "ru"}


def test_sample_votes_are_those_of_entitled_people() -> None:
    """Each sample vote is another person's, for a project where that person may vote [E1] [E3]."""
    lines = [line.split(";") for line in (SAMPLE / "votes.csv").read_text(encoding="utf-8").splitlines()[1:]]
    by_number = {listed.project.number: listed.project for listed in ADMITTED}
    assert len({iin for iin, _ in lines}) == len(lines)
    for iin, number in lines:
        territory = by_number[int(number)].territory
        assert voting_verdict(RESIDENTS[iin], territory, RULEBOOK, VOTING.opens, VOTING).is_allowed
    sandbox = {iin for person in PEOPLE for iin in rows_of_phone(person)}
    assert not sandbox & {iin for iin, _ in lines}


def test_sample_votes_show_every_rule_of_the_outcome() -> None:
    """Threshold, a project that does not fit and is passed over, and a tie that decides all occur [F1]."""
    assert RULEBOOK.outcome is not None
    counts, decisions, ties = votes(), set(), 0
    for slug in RULEBOOK.voting.territories:
        candidates = [
            Candidate(
                number=listed.project.number, votes=counts[listed.project.number], cost=listed.project.cost
            )
            for listed in ADMITTED
            if RULEBOOK.voting_territory(listed.project.territory) == slug
        ]
        result = outcome(candidates, money=RULEBOOK.money[slug].value, threshold=5, rules=RULEBOOK.outcome)
        assert result.winners
        decisions |= {row.decision for row in result.rows}
        ties += len(result.ties)
    assert {Decision.WON, Decision.BELOW_THRESHOLD, Decision.DOES_NOT_FIT} <= decisions
    assert ties >= 2


def test_the_register_moves_with_the_campaign() -> None:
    """Moved with the rulebook, everybody is as entitled as before [N1] [E1]."""
    days = 400
    rulebook = read(moved_rulebook(RULEBOOK_TEXT, days), "moved")
    text = moved((SAMPLE / "register.csv").read_text(encoding="utf-8"), days)
    register = read_text(text, rulebook.territories)
    assert [note.fault for note in register.notes] == [note.fault for note in REGISTER.notes]
    window = rulebook.stages[Stage.VOTING]
    for before, after in zip(REGISTER.rows, register.rows, strict=True):
        entitled = [
            is_entitled(
                Resident(person_key=b"", birth_date=row.birth_date, registrations=(row.registration,)),
                "samal",
                campaign,
                opening,
            )
            for row, campaign, opening in ((before, RULEBOOK, VOTING), (after, rulebook, window))
        ]
        assert entitled[0] == entitled[1], before
