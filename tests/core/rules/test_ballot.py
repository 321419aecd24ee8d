"""Whether a vote is taken now: mode, stage, project, and whoever has voted."""

from datetime import date

import pytest

from core.model.project import ProjectStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook
from core.rules.ballot import ballot_verdict
from tests.core.rules.samples import LEFT, QUARTER, RIGHT, VOTING, instant, project, rulebook, window

OPEN = "2027-04-10T12:00:00+05:00"


def ask(
    book: Rulebook | None = None,
    moment: str = OPEN,
    status: ProjectStatus = ProjectStatus.ADMITTED,
    territory: str = LEFT,
    **state: bool,
) -> Verdict:
    """Ask about a vote in the left district for a project of ``territory``."""
    claims = {"has_voted": False, "is_halted": False, "is_frozen": True, "is_closed": False} | state
    return ballot_verdict(project(territory, status), LEFT, book or rulebook(), instant(moment), **claims)


def refusals(verdict: Verdict) -> list[Refusal]:
    """Return the codes of a verdict in order."""
    return [reason.refusal for reason in verdict.reasons]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param("2027-04-04T23:59:59+05:00", [Refusal.VOTING_NOT_OPEN_YET], id="second before"),
        pytest.param("2027-04-05T00:00:00+05:00", [], id="at the opening"),
        pytest.param("2027-04-24T23:59:59+05:00", [], id="last second"),
        pytest.param("2027-04-25T00:00:00+05:00", [Refusal.VOTING_CLOSED], id="at the end"),
    ],
)
def test_votes_are_taken_in_the_stage(moment: str, expected: list[Refusal]) -> None:
    """A vote is taken from the opening on until the instant of the end [E3] [A2]."""
    assert refusals(ask(moment=moment)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2027-04-04T23:59:59+05:00", [Refusal.VOTING_NOT_OPEN_YET]),
        ("2027-04-05T00:00:00+05:00", [Refusal.VOTING_OPENING]),
        ("2027-04-25T00:00:00+05:00", [Refusal.VOTING_CLOSED]),
    ],
)
def test_no_vote_before_the_freeze(moment: str, expected: list[Refusal]) -> None:
    """Before rules, list and those entitled are frozen no vote is taken, whatever the hour [A4] [P7]."""
    assert refusals(ask(moment=moment, is_frozen=False)) == expected


def test_the_stages_days_are_told() -> None:
    """Whoever comes late is told the first and the last day, both inclusive, and the instants [P7] [P8]."""
    (reason,) = ask(moment="2027-05-01T00:00:00+05:00").reasons
    assert dict(reason.facts) == {
        "first_day": date(2027, 4, 5),
        "last_day": date(2027, 4, 24),
        "opens": VOTING.opens,
        "closes": VOTING.closes,
    }


def test_a_district_may_vote_at_another_time() -> None:
    """The window of the voting territory decides, not that of the campaign [A2]."""
    late = window(Stage.VOTING, "2027-06-01T00:00:00+05:00", "2027-06-10T00:00:00+05:00")
    book = rulebook(overrides={LEFT: {Stage.VOTING: late}})
    assert refusals(ask(book)) == [Refusal.VOTING_NOT_OPEN_YET]
    assert ask(book, "2027-06-05T12:00:00+05:00").is_allowed


def test_a_guide_takes_no_votes() -> None:
    """Where the campaign only guides to an official channel, the bot takes no vote [A6]."""
    (reason,) = ask(rulebook(mode=Mode.GUIDE)).reasons
    assert reason == Reason(refusal=Refusal.VOTING_NOT_HERE, facts={"territory": LEFT, "mode": Mode.GUIDE})


@pytest.mark.parametrize("mode", [Mode.JOINT, Mode.SOLE])
def test_the_other_modes_take_votes(mode: Mode) -> None:
    """Beside another channel and alone, votes are taken [A6]."""
    assert ask(rulebook(mode=mode)).is_allowed


def test_without_a_window_there_is_no_voting() -> None:
    """A campaign without a voting stage takes no votes [A2]."""
    assert refusals(ask(rulebook([]))) == [Refusal.VOTING_NOT_HERE]


@pytest.mark.parametrize(
    "status", [status for status in ProjectStatus if status is not ProjectStatus.ADMITTED]
)
def test_only_admitted_projects_are_on_the_ballot(status: ProjectStatus) -> None:
    """A project refused, stopped or decided about takes no vote, and its status is told [E3] [P7]."""
    (reason,) = ask(status=status).reasons
    assert reason.refusal is Refusal.PROJECT_NOT_ON_BALLOT
    assert dict(reason.facts) == {"number": 17, "status": status, "territory": LEFT}


def test_a_project_stands_on_the_ballot_of_its_own_territory() -> None:
    """A project of a quarter is on its district's ballot, one of the other district is not [A1]."""
    assert ask(territory=QUARTER).is_allowed
    assert refusals(ask(territory=RIGHT)) == [Refusal.PROJECT_NOT_ON_BALLOT]


def test_who_has_voted_is_told_so_first() -> None:
    """A second press is answered by the vote that was counted, whatever else stands against it [E3] [P7]."""
    late = ask(
        moment="2027-05-01T00:00:00+05:00", status=ProjectStatus.STOPPED, has_voted=True, is_halted=True
    )
    assert refusals(late) == [
        Refusal.VOTED_ALREADY,
        Refusal.VOTING_CLOSED,
        Refusal.VOTING_HALTED,
        Refusal.PROJECT_NOT_ON_BALLOT,
    ]


def test_a_halt_takes_no_votes() -> None:
    """While voting is halted, nothing is taken although the stage is open [E3]."""
    assert refusals(ask(is_halted=True)) == [Refusal.VOTING_HALTED]


def test_a_closed_territory_takes_nothing() -> None:
    """Once roll and seals are complete the stage is over for this territory, whatever the clock says [E3]."""
    assert refusals(ask(is_closed=True)) == [Refusal.VOTING_CLOSED]
