"""Reading elections in Pabulib's format: every ballot's scores, and every way in which a file is broken."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from core.rules.pabulib import Election, PabulibError, parse_pabulib
from tests.house import tree

DATA = tree.ROOT / "tests" / "data" / "pabulib"


def text(name: str) -> str:
    """Return an invented election as text."""
    return (DATA / f"{name}.pb").read_text(encoding="utf-8")


VALID = text("skip_match")


def scores(election: Election) -> dict[str, Fraction]:
    """Return what ranks each project."""
    return {project.project_id: project.score for project in election.projects}


def test_an_election_is_read() -> None:
    """Rule, money and projects come from the file, names with semicolons stand in quotes [F1]."""
    election = parse_pabulib(VALID)
    assert (election.rule, election.budget) == ("greedy", Fraction(1_000_000))
    assert election.threshold == 0
    assert [project.is_selected for project in election.projects] == [True, False, True, False, True]
    assert election.projects[1].cost == 500_000
    assert election.has_winners


def test_cents_are_exact() -> None:
    """Money with cents is no floating number [F1]."""
    election = parse_pabulib(text("stop_match"))
    assert election.budget == Fraction(1_800_001, 2)
    assert election.projects[1].cost == Fraction(2_000_001, 4)


@pytest.mark.parametrize(
    "change", [lambda it: "\ufeff" + it, lambda it: it.replace("\n", "\r\n"), str.rstrip]
)
def test_files_of_other_systems_are_read(change: Callable[[str], str]) -> None:
    """A byte order mark, Windows line ends and a missing last one make no difference [F1]."""
    assert parse_pabulib(change(VALID)) == parse_pabulib(VALID)


@pytest.mark.parametrize("name", ["skip_match", "stop_match", "threshold_match", "ordinal_tie"])
def test_scores_follow_from_the_ballots(name: str) -> None:
    """Without columns of votes and scores the ballots give the same: choices, points or places [F1]."""
    full = text(name)
    head, projects, votes = full.partition("PROJECTS\n")[0], *full.partition("PROJECTS\n")[2].split("VOTES\n")
    header, *rows = (line.split(";") for line in projects.splitlines())
    dropped = {header.index(column) for column in ("votes", "score") if column in header}
    kept = "\n".join(
        ";".join(field for place, field in enumerate(row) if place not in dropped) for row in (header, *rows)
    )
    recounted = parse_pabulib(f"{head}PROJECTS\n{kept}\nVOTES\n{votes}")
    assert scores(recounted) == scores(parse_pabulib(full))


def test_a_score_goes_before_votes() -> None:
    """Where a file has both, points rank the projects [F1]."""
    assert scores(parse_pabulib(text("threshold_match")))["7"] == 5


def test_a_file_may_not_tell_who_won() -> None:
    """Without the column of winners, nothing is known of them [F1]."""
    assert not parse_pabulib(text("no_winners")).has_winners


@pytest.mark.parametrize(("mark", "expected"), [("2", False), ("3", False), ("", None)])
def test_money_from_elsewhere_is_no_win(mark: str, expected: bool | None) -> None:  # noqa: FBT001
    """Projects funded by an exception did not win by the rule, and an empty field says nothing [F1]."""
    election = parse_pabulib(VALID.replace("Тротуар;1", f"Тротуар;{mark}"))
    assert election.projects[2].is_selected is expected


BROKEN = [
    pytest.param("", "META, PROJECTS, VOTES is missing", id="empty"),
    pytest.param("key;value\n" + VALID, "first line is not META", id="no first section"),
    pytest.param(
        VALID.replace("\nVOTES\n", "\n"), "more fields than the header|VOTES is missing", id="no votes"
    ),
    pytest.param(VALID + "META\nkey;value\n", "META stands twice", id="section twice"),
    pytest.param(VALID.replace("budget;1000000\n", ""), "META lacks budget", id="no budget"),
    pytest.param(VALID.replace("rule;greedy", "rule;"), "META lacks rule", id="no rule"),
    pytest.param(
        VALID.replace("budget;1000000", "budget;much"), "budget is no number: 'much'", id="budget of words"
    ),
    pytest.param(
        VALID.replace("budget;1000000", "budget;1e6"), "budget is no number", id="scientific budget"
    ),
    pytest.param(
        VALID.replace("budget;1000000", "budget;-1"), "budget is below zero", id="budget below zero"
    ),
    pytest.param(
        VALID.replace("101;600000", "101;-600000"), "cost of project 101 is below", id="cost below zero"
    ),
    pytest.param(VALID.replace("101;600000", "101;"), "cost of project 101 is no number", id="no cost"),
    pytest.param(VALID.replace("103;300000;2", "103;300000;two"), "votes is no number", id="votes of words"),
    pytest.param(
        VALID.replace("Тротуар;1", "Тротуар;yes"), "selected of project 103 is 'yes'", id="winner yes"
    ),
    pytest.param(
        VALID.replace("105;100000", "104;100000"), "project_id 104 stands twice", id="project twice"
    ),
    pytest.param(VALID.replace("\n12;105", "\n11;105"), "voter_id 11 stands twice", id="ballot twice"),
    pytest.param(VALID.replace("\n12;105", "\n12;999"), "ballot 12 names 999", id="unknown project"),
    pytest.param(
        VALID.replace("num_votes;12", "num_votes;13"), "num_votes 13, the file has 12", id="lost ballot"
    ),
    pytest.param(VALID.replace("num_projects;5", "num_projects;6"), "num_projects 6", id="lost project"),
    pytest.param(VALID.replace("project_id;", "id;"), "begins with project_id", id="other header"),
    pytest.param(text("unquoted_name"), "102 has more fields", id="name without quotes"),
    pytest.param(text("truncated"), "the file has 5", id="cut off"),
    pytest.param(
        text("threshold_match").replace("2;7,10;2,1", "2;7,10;2"),
        "one number of points",
        id="a point too few",
    ),
]


@pytest.mark.parametrize(("broken", "message"), BROKEN)
def test_a_broken_file_says_where(broken: str, message: str) -> None:
    """What cannot be counted is refused with the place and the reason [F1]."""
    with pytest.raises(PabulibError, match=message):
        parse_pabulib(broken)
