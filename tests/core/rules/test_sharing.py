"""What can be done for a project or a proposal at an instant, and until when (D4, D6)."""

from dataclasses import replace

import pytest

from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.stage import Stage
from core.rulebook.model import Mode
from core.rules.sharing import Deed, possible_for_project, possible_for_proposal
from tests.core.rules.samples import LEFT, VOTING, instant, rulebook, sourced, window

DISCUSSION = window(Stage.DISCUSSION, "2027-02-01T00:00:00+05:00", "2027-03-01T00:00:00+05:00")
RULES = replace(rulebook(), stages={Stage.VOTING: VOTING, Stage.DISCUSSION: DISCUSSION})
GUIDE = replace(RULES, voting=replace(RULES.voting, mode=sourced(Mode.GUIDE)))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-04-04T23:59:59+05:00", Deed.VOTE_LATER),
        ("2027-04-05T00:00:00+05:00", Deed.VOTE),
        ("2027-04-24T23:59:59+05:00", Deed.VOTE),
        ("2027-04-25T00:00:00+05:00", Deed.READ),
    ],
)
def test_a_project(now: str, expected: Deed) -> None:
    """Voting from its first instant to its last, before it the whole window, afterwards nothing [D4] [P8]."""
    found = possible_for_project(RULES, LEFT, ProjectStatus.ADMITTED, instant(now))
    assert found.deed is expected
    assert found.window == (None if expected is Deed.READ else VOTING)


def test_a_project_elsewhere() -> None:
    """A guide leads to the official page; what is not on the ballot is only read [A6] [D4]."""
    now = instant("2027-04-05T00:00:00+05:00")
    assert possible_for_project(GUIDE, LEFT, ProjectStatus.ADMITTED, now).deed is Deed.VOTE_OFFICIALLY
    for status in set(ProjectStatus) - {ProjectStatus.ADMITTED}:
        assert possible_for_project(RULES, LEFT, status, now).deed is Deed.READ
    without = replace(RULES, stages={})
    assert possible_for_project(without, LEFT, ProjectStatus.ADMITTED, now).deed is Deed.READ


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-01-31T23:59:59+05:00", Deed.DISCUSS_LATER),
        ("2027-02-01T00:00:00+05:00", Deed.DISCUSS),
        ("2027-03-01T00:00:00+05:00", Deed.READ),
    ],
)
def test_a_proposal(now: str, expected: Deed) -> None:
    """Registered and admitted ones are discussed while the stage lasts, others are only read [D6] [P8]."""
    for status in ProposalStatus:
        is_open = status in {ProposalStatus.REGISTERED, ProposalStatus.ADMITTED}
        found = possible_for_proposal(RULES, LEFT, status, instant(now))
        assert found.deed is (expected if is_open else Deed.READ)
