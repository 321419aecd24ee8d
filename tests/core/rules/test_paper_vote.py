"""When lines of paper are taken, and how lines and slips that were typed are read (E8)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.changes import fingerprint
from core.rulebook.loader import read
from core.rulebook.model import Mode
from core.rulebook.problems import RulebookErrors
from core.rules.paper_vote import (
    LineKind,
    counted_at,
    lines_until,
    lines_verdict,
    read_line,
    read_slips,
    sheet_verdict,
    slips_verdict,
)
from tests.support.town import CLOSED, IINS, OPEN, RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
WITHOUT = replace(BOOK, voting=replace(BOOK.voting, paper=None))
WHERE = "ortalyq"
UNTIL = CLOSED + timedelta(hours=12)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("", LineKind.NOTHING),
        ("   ", LineKind.NOTHING),
        ("-", LineKind.UNREADABLE),
        ("–", LineKind.UNREADABLE),
        ("0", LineKind.CLEARED),
        (IINS[0], LineKind.NUMBER),
        (f" {IINS[0][:6]} {IINS[0][6:]} ", LineKind.NUMBER),
        (f"{IINS[0][:6]}-{IINS[0][6:]}", LineKind.NUMBER),
        (IINS[0][:-1] + "9", LineKind.WRONG),
        (IINS[0][1:], LineKind.WRONG),
        ("3.1E+11", LineKind.WRONG),
        ("Иванов", LineKind.WRONG),
    ],
)
def test_what_was_typed_for_a_line(typed: str, kind: LineKind) -> None:
    """A number with its control digit, a dash, a nought, nothing; a wrong one is not given back [E8]."""
    assert read_line(typed) == (kind, IINS[0] if kind is LineKind.NUMBER else "")


@pytest.mark.parametrize(
    ("after_close", "is_connected", "is_closed", "refusal"),
    [
        (-1, True, False, None),
        (-1, False, False, None),
        (0, True, False, Refusal.PAPER_CLOSED),
        (-1, True, True, Refusal.PAPER_CLOSED),
        (0, False, False, None),
        (12 * 3600 - 1, False, False, None),
        (12 * 3600, False, False, Refusal.PAPER_CLOSED),
        (60, False, True, Refusal.PAPER_CLOSED),
    ],
)
def test_hours_of_lines(
    after_close: int, refusal: Refusal | None, *, is_connected: bool, is_closed: bool
) -> None:
    """Half-open at the close with a connection and at the printed hour without [E8] [P8]."""
    verdict = lines_verdict(
        BOOK,
        WHERE,
        CLOSED + timedelta(seconds=after_close),
        is_connected=is_connected,
        is_frozen=True,
        is_closed=is_closed,
    )
    assert [reason.refusal for reason in verdict.reasons] == ([refusal] if refusal else [])


def test_where_there_is_no_paper() -> None:
    """Rules without paper, a guide, a place below, the time before the opening and the freeze [E8] [A6]."""
    guide = replace(BOOK, voting=replace(BOOK.voting, mode=replace(BOOK.voting.mode, value=Mode.GUIDE)))
    found = [
        sheet_verdict(rulebook, place, at, is_frozen=is_frozen).reasons[0].refusal
        for rulebook, place, at, is_frozen in (
            (WITHOUT, WHERE, OPEN, True),
            (guide, WHERE, OPEN, True),
            (BOOK, "eski-qala", OPEN, True),
            (BOOK, WHERE, OPEN - timedelta(days=5), True),
            (BOOK, WHERE, OPEN, False),
        )
    ]
    assert found == [
        *[Refusal.PAPER_NOT_HERE] * 3,
        Refusal.VOTING_NOT_OPEN_YET,
        Refusal.VOTING_OPENING,
    ]
    assert lines_until(WITHOUT, WHERE) is None
    assert lines_until(BOOK, WHERE) == UNTIL


def test_who_comes_of_age_after_the_close() -> None:
    """A line that is typed after the close is judged by its last second [E1] [E8]."""
    window = BOOK.window(Stage.VOTING, WHERE)
    assert window is not None
    assert counted_at(OPEN, window) == OPEN
    assert counted_at(UNTIL, window) == window.closes - timedelta(seconds=1)


@given(st.lists(st.sampled_from([1, 2, 17, None]), max_size=30), st.randoms())
def test_slips_in_any_order(slips: list[int | None], chance: object) -> None:
    """Totals do not know the order in which slips were read [E8] [P4]."""
    lines = ["0" if each is None else f" {each} " for each in slips]
    first = read_slips("\n".join(lines), {1, 2, 17})
    chance.shuffle(lines)  # type: ignore[attr-defined]
    assert read_slips("\r\n".join([*lines, ""]), {1, 2, 17}) == first
    assert (first.count, first.bad_lines) == (len(slips), ())


def test_what_is_no_slip() -> None:
    """Bad lines are named by number; more slips than lines stops the count [E8] [ledger 9]."""
    found = read_slips("1\n\n9\n1,2\nабв\n0\n–", {1, 2})
    assert dict(found.totals) == {1: 1, None: 2}
    assert found.bad_lines == (3, 4, 5)
    (reason,) = slips_verdict(found, 10).reasons
    assert (reason.refusal, dict(reason.facts)) == (Refusal.SLIPS_UNREADABLE, {"line": 3, "others": 2})
    assert slips_verdict(read_slips("1\n2", {1, 2}), 2).is_allowed
    (reason,) = slips_verdict(read_slips("1\n2", {1, 2}), 1).reasons
    assert dict(reason.facts) == {"slips": 2, "lines": 1}
    for text, has_none in ((" \n", False), ("1", True)):
        (reason,) = slips_verdict(read_slips(text, {1}), 1, has_none=has_none).reasons
        assert (reason.refusal, reason.facts["line"]) == (Refusal.SLIPS_UNREADABLE, 0)
    assert slips_verdict(read_slips("", {1}), 1, has_none=True).is_allowed


def test_a_city_counts_at_once() -> None:
    """As many slips as lines are right, however many they are: nobody could count them in parts [E8]."""
    assert slips_verdict(read_slips("1\n" * 30_000, {1}), 30_000).is_allowed


def test_a_file_without_paper_keeps_its_fingerprint() -> None:
    """What a rulebook does not speak of is not in its canonical form; another hour is seen [A1] [E8]."""
    start, end = RULEBOOK.index("[voting.paper]"), RULEBOOK.index("[voting.code]")
    without = read(RULEBOOK[:start] + RULEBOOK[end:], "semey-demo")
    assert without.voting.paper is None
    assert fingerprint(without) == fingerprint(WITHOUT)
    other = read(
        RULEBOOK.replace("lines_until_hours = { value = 12", "lines_until_hours = { value = 24"), "x"
    )
    assert fingerprint(other) != fingerprint(BOOK)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('sheet_lines = { value = 20, act = "choice" }', "sheet_lines = 20"),
        ('sheet_lines = { value = 20, act = "choice" }', 'sheet_lines = { value = 4, act = "choice" }'),
        ("lines_until_hours = { value = 12", "lines_until_hours = { value = 337"),
        ("lines_until_hours = {", "lines_till_hours = {"),
    ],
)
def test_paper_that_cannot_be(before: str, after: str) -> None:
    """A number without an act or out of bounds, an unknown key [A1] [P2] [E8]."""
    assert before in RULEBOOK
    with pytest.raises(RulebookErrors, match=r"voting\.paper"):
        read(RULEBOOK.replace(before, after), "semey-demo.toml")
