"""Who may do what in which stage: the table of the office, written down a second time (L1).

A row is an act, its letters are the stages in which its roles may do it: whoever changes the rule has to mean
it, here too.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.language import Language
from core.model.refusals import Refusal, Verdict
from core.model.staff import Actor, Role
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rules.permissions import (
    PERMISSIONS,
    OfficeAct,
    office_verdict,
    second_person_verdict,
    stages_now,
)
from tests.support.front import strict_locales
from tests.support.town import RULEBOOK

LETTERS = dict(zip("aidrwvsmo", Stage, strict=True))
"""Announcement, intake, discussion, review, rework w, voting, results s, implementation m, monitoring o."""

ALWAYS = "aidrwvsmo"
BEFORE_VOTING = "aidrw"
UNTIL_VOTED = "aidrwv"
OF_PROPOSALS = "idrw"
AFTER_OPENING = "vsmo"

CLERK, MODERATOR, MEMBER, PRESS = Role.CLERK, Role.MODERATOR, Role.COUNCIL_MEMBER, Role.COMMUNICATIONS
SECRETARY, AKIM, OBSERVER, ADMINISTRATOR = (
    Role.SECRETARY,
    Role.AKIM,
    Role.OBSERVER,
    Role.SYSTEM_ADMINISTRATOR,
)

EXPECTED = {
    "view-proposals": (ALWAYS, {CLERK, MODERATOR, MEMBER, SECRETARY, AKIM, OBSERVER}),
    "view-authors": (ALWAYS, {CLERK}),
    "check-proposal": (OF_PROPOSALS, {CLERK}),
    "record-site-check": (OF_PROPOSALS, {CLERK}),
    "change-cost": (OF_PROPOSALS, {CLERK}),
    "record-papers": (OF_PROPOSALS, {CLERK}),
    "enter-proposal": (OF_PROPOSALS, {CLERK}),
    "rework-proposal": (OF_PROPOSALS, {CLERK}),
    "issue-slip": (ALWAYS, {CLERK}),
    "view-register": (ALWAYS, {CLERK, SECRETARY, AKIM}),
    "issue-codes": (UNTIL_VOTED, {CLERK}),
    "take-yards": (BEFORE_VOTING, {CLERK}),
    "stage-register": (BEFORE_VOTING, {CLERK}),
    "approve-register": (BEFORE_VOTING, {CLERK, SECRETARY, AKIM}),
    "moderate": (ALWAYS, {MODERATOR}),
    "appoint-council": (BEFORE_VOTING, {SECRETARY, AKIM}),
    "keep-sittings": (OF_PROPOSALS, {SECRETARY}),
    "view-sittings": (ALWAYS, {SECRETARY, MEMBER, AKIM, OBSERVER}),
    "give-opinion": (OF_PROPOSALS, {MEMBER}),
    "publish-decisions": (OF_PROPOSALS, {SECRETARY}),
    "mark-exclusive": (OF_PROPOSALS, {SECRETARY}),
    "decide-appeal": ("idrwvs", {CLERK, MEMBER, AKIM}),
    "make-kit": (ALWAYS, {PRESS, CLERK, SECRETARY}),
    "view-money": (ALWAYS, {CLERK, PRESS, SECRETARY, AKIM, OBSERVER}),
    "view-freeze": (ALWAYS, {CLERK, SECRETARY, AKIM, OBSERVER}),
    "amend-rules": (ALWAYS, {SECRETARY}),
    "approve-amendment": (ALWAYS, {SECRETARY, AKIM}),
    "view-sheets": (ALWAYS, {CLERK, SECRETARY, OBSERVER}),
    "enter-sheet": (AFTER_OPENING, {CLERK}),
    "confirm-sheet": (AFTER_OPENING, {CLERK}),
    "scan-slips": (AFTER_OPENING, {CLERK, SECRETARY}),
    "view-opening": (ALWAYS, {CLERK, SECRETARY, AKIM, OBSERVER}),
    "open-box": (AFTER_OPENING, {SECRETARY, AKIM}),
    "import-elsewhere": (AFTER_OPENING, {CLERK}),
    "approve-elsewhere": (AFTER_OPENING, {SECRETARY, AKIM}),
    "ask-vote": (AFTER_OPENING, {CLERK}),
    "view-cases": (ALWAYS, {OBSERVER}),
    "keep-results": (AFTER_OPENING, {SECRETARY}),
    "give-result-opinion": (AFTER_OPENING, {MEMBER}),
    "try-settings": (AFTER_OPENING, {CLERK, SECRETARY, AKIM, OBSERVER}),
    "view-announcements": (ALWAYS, {PRESS, SECRETARY, AKIM, OBSERVER}),
    "write-announcement": (ALWAYS, {PRESS}),
    "approve-announcement": (ALWAYS, {PRESS, SECRETARY, AKIM}),
    "export": (ALWAYS, {CLERK, SECRETARY, AKIM, OBSERVER}),
    "manage-staff": (ALWAYS, {ADMINISTRATOR}),
    "view-logs": (ALWAYS, {ADMINISTRATOR, OBSERVER}),
}

WORDS = {language: strict_locales().words(language) for language in Language}
BOOK = read(RULEBOOK, "semey-demo")
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  (bounds)


def who(*roles: Role, person: bytes = b"one") -> Actor:
    """Return somebody with these roles."""
    return Actor(akimat="semey", staff_id=1, person_key=person, name="", roles=frozenset(roles))


def refusals(verdict: Verdict) -> list[Refusal]:
    """Return the codes of a verdict's reasons."""
    return [reason.refusal for reason in verdict.reasons]


def test_the_table_names_every_act() -> None:
    """No act is without a row, and no row is about something that is no act [L1]."""
    assert set(EXPECTED) == {act.value for act in OfficeAct} == {act.value for act in PERMISSIONS}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", EXPECTED)
def test_cell_by_cell(act: str, role: Role) -> None:
    """Role x act x stage is allowed exactly where the table says so, else refused with the reason [L1]."""
    letters, roles = EXPECTED[act]
    for letter, stage in LETTERS.items():
        verdict = office_verdict(who(role), OfficeAct(act), frozenset({stage}))
        stands_against = (
            [Refusal.OFFICE_FORBIDDEN]
            if role not in roles
            else []
            if letter in letters
            else [Refusal.OFFICE_STAGE]
        )
        assert refusals(verdict) == stands_against, stage


def test_nobody_without_a_role_may_anything() -> None:
    """A login without a role opens nothing, in no stage [L1]."""
    assert not any(office_verdict(who(), act, frozenset(Stage)).is_allowed for act in OfficeAct)


@given(st.sets(st.sampled_from(Role)), st.sets(st.sampled_from(Role)), st.sampled_from(OfficeAct))
def test_roles_only_add(some: set[Role], more: set[Role], act: OfficeAct) -> None:
    """Another role takes no right away [L1]."""
    stages = frozenset(Stage)
    if office_verdict(who(*some), act, stages).is_allowed:
        assert office_verdict(who(*some, *more), act, stages).is_allowed


@given(INSTANTS)
def test_some_stage_always_holds(now: datetime) -> None:
    """Acts are judged by at least one stage, before the first, between two and after the last [L1] [A2]."""
    assert stages_now(BOOK, now)


def test_stages_hold_by_the_instant() -> None:
    """A stage holds from its first instant on and not at its end [A2] [L1]."""
    voting = BOOK.stages[Stage.VOTING]
    just = timedelta(microseconds=1)
    assert Stage.VOTING not in stages_now(BOOK, voting.opens - just)
    assert Stage.VOTING in stages_now(BOOK, voting.opens)
    assert Stage.VOTING in stages_now(BOOK, voting.closes - just)
    before = min(window.opens for window in BOOK.stages.values())
    assert stages_now(BOOK, before - just) == {Stage.ANNOUNCEMENT}


def test_between_two_stages_the_last_one_counts() -> None:
    """While no stage runs, the one that ended last goes on to count [A2] [L1]."""
    windows = {Stage.INTAKE: BOOK.stages[Stage.INTAKE], Stage.VOTING: BOOK.stages[Stage.VOTING]}
    gap = replace(BOOK, stages=windows, stage_overrides={})
    assert stages_now(gap, windows[Stage.INTAKE].closes) == {Stage.INTAKE}
    assert stages_now(gap, windows[Stage.VOTING].closes) == {Stage.VOTING}


def test_a_stage_of_one_territory_counts() -> None:
    """Where one district's voting lasts longer, acts of voting go on in its campaign [A2] [L1]."""
    voting = BOOK.stages[Stage.VOTING]
    longer = replace(voting, closes=voting.closes + timedelta(days=2))
    extended = replace(BOOK, stage_overrides={"samal": {Stage.VOTING: longer}})
    assert Stage.VOTING in stages_now(extended, voting.closes)


def test_two_logins_are_one_person() -> None:
    """Two persons are told by their keys: another login, name or role of the same one is refused [L1]."""
    second = replace(who(Role.AKIM), staff_id=2, name="other")
    assert refusals(second_person_verdict(second, b"one")) == [Refusal.OFFICE_SAME_PERSON]
    assert second_person_verdict(replace(second, person_key=b"two"), b"one").is_allowed


def test_who_hands_out_a_password_has_no_second_person_in_its_owner() -> None:
    """An administrator who gave the second login its password could sign in with it himself [L1]."""
    second = replace(who(Role.AKIM), person_key=b"two", credentials_by=b"one")
    assert refusals(second_person_verdict(second, b"one")) == [Refusal.OFFICE_HANDED_OUT]
    assert second_person_verdict(second, b"three").is_allowed


def test_who_hands_out_a_password_is_no_second_person_to_its_owner() -> None:
    """He could have begun with the login that he handed out, and would confirm himself [L1]."""
    giver = who(Role.AKIM, person=b"one")
    assert refusals(second_person_verdict(giver, b"two", {b"one"})) == [Refusal.OFFICE_HANDED_OUT]
    assert second_person_verdict(giver, b"two", {b"three"}).is_allowed


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("act", OfficeAct)
def test_every_act_is_named_to_whom_it_is_refused(act: OfficeAct, language: Language) -> None:
    """A refusal says what is refused and whose act it is, in words of its own [L1] [P7]."""
    words = WORDS[language]
    (reason,) = office_verdict(who(), act, frozenset(Stage)).reasons
    unnamed = words("refusal-office-forbidden", act="?", role="?", others=reason.facts["others"])
    named = words("refusal-office-forbidden", **reason.facts)
    assert named.split()[0] != unnamed.split()[0]
    assert words("refusal-office-forbidden", **{**reason.facts, "role": "?"}) != named
