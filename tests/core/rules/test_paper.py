"""A form filled in off a sheet of paper: what is understood, and every fault at once."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.language import Language
from core.model.proposal import EstimateKind
from core.rules.iin import contains_iin, control_digit, without_iin
from core.rules.paper import (
    MOST_LINES,
    PaperFault,
    PaperRead,
    read_paper,
    received_at,
    typed_of,
)
from tests.core.rules.intake import BOOK
from tests.core.rules.samples import LEFT

TODAY = date(2026, 9, 10)
FORM = {
    "received_on": "2026-09-09",
    "language": "ru",
    "author_kind": "resident",
    "name": "Әсел  Серікқызы",
    "phone": "8 (700) 000-00-00",
    "consent": "yes",
    "direction": "greening",
    "title": "Скамейки на площади Абая",
    "description": "Пожилым людям негде отдохнуть.",
    "territory": LEFT,
    "landmark": "площадь Абая, у дома 5",
    "coordinates": "50.411123, 80.227456",
    "sum": "1,2 млн",
}


def read(**changes: str) -> PaperRead:
    """Return what is understood of the form with these changes."""
    return read_paper(BOOK, {**FORM, **changes}, (), 3, TODAY)


def faults(**changes: str) -> list[PaperFault]:
    """Return what is not understood of it."""
    return [each.fault for each in read(**changes).troubles]


def test_a_form_is_read_as_the_bot_reads_answers() -> None:
    """Sum, telephone and place are understood as people write them, the consent by its version [B3] [B9]."""
    found = read()
    assert found.troubles == ()
    contents = found.contents
    assert (contents.language, contents.estimate.cost) == (Language.RUSSIAN, 1_200_000)
    assert (contents.author.name, contents.author.phone) == ("Әсел Серікқызы", "77000000000")
    assert (contents.latitude, contents.longitude) == (50.411123, 80.227456)
    assert (contents.agreed_version, found.received_on) == (3, date(2026, 9, 9))
    assert contents.has_answered_question
    assert not contents.author.is_name_public


def test_no_tick_is_no_consent() -> None:
    """Without the tick nothing was agreed to, whatever else is sent [B9] [M1]."""
    assert read(consent="").contents.agreed_version is None
    assert read(consent="no").contents.agreed_version is None


def test_lines_count_before_a_sum() -> None:
    """Lines of an estimate are read, and their total is the cost [B2] [B9]."""
    estimate = read(lines="Скамейка; 4; 85 000\nУстановка; 60000", estimate_kind="exact").contents.estimate
    assert [(line.quantity, line.amount) for line in estimate.lines] == [
        (Decimal(4), 340_000),
        (Decimal(1), 60_000),
    ]
    assert (estimate.cost, estimate.kind) == (400_000, EstimateKind.EXACT)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"received_on": ""}, PaperFault.RECEIVED_UNREADABLE),
        ({"received_on": "31.12.2026"}, PaperFault.RECEIVED_UNREADABLE),
        ({"received_on": "2026-02-30"}, PaperFault.RECEIVED_UNREADABLE),
        ({"received_on": "2026-09-11"}, PaperFault.RECEIVED_LATER),
        ({"name": "Әсел"}, PaperFault.NAME_UNREADABLE),
        ({"phone": "жоқ"}, PaperFault.PHONE_UNREADABLE),
        ({"coordinates": "Абай алаңы"}, PaperFault.COORDINATES_UNREADABLE),
        ({"coordinates": "-33.8688, 151.2093"}, PaperFault.COORDINATES_UNREADABLE),
        ({"sum": "көп"}, PaperFault.SUM_UNREADABLE),
        ({"sum": "100 $"}, PaperFault.SUM_UNREADABLE),
        ({"lines": "Скамейка; 4; 85 000\nкөп нәрсе"}, PaperFault.LINES_UNREADABLE),
        ({"lines": "Скамейка; 1; 1000\n" * (MOST_LINES + 1)}, PaperFault.TOO_MANY_LINES),
        ({"papers": "-1"}, PaperFault.PAPERS_UNREADABLE),
        ({"papers": "11"}, PaperFault.PAPERS_UNREADABLE),
        ({"papers": "٣"}, PaperFault.PAPERS_UNREADABLE),
        ({"papers": "2"}, PaperFault.PAPERS_NOT_ASKED),
    ],
)
def test_what_is_not_understood_is_said(changes: dict[str, str], fault: PaperFault) -> None:
    """Each field says what is wrong with it, and nothing is guessed [B3] [B9]."""
    assert faults(**changes) == [fault]


def test_all_faults_come_at_once() -> None:
    """A clerk mends the form once, not fault by fault [B3] [B9]."""
    assert faults(received_on="", sum="?", phone="x", coordinates="y") == [
        PaperFault.SUM_UNREADABLE,
        PaperFault.PHONE_UNREADABLE,
        PaperFault.COORDINATES_UNREADABLE,
        PaperFault.RECEIVED_UNREADABLE,
    ]


def test_a_rework_begins_with_what_was_submitted() -> None:
    """What was understood, typed anew, is understood as the same [B6] [B9]."""
    before = read(lines="Скамейка; 4; 85000", is_name_public="yes").contents
    again = read_paper(BOOK, {**typed_of(before), "received_on": "2026-09-10"}, (), 3, TODAY)
    assert again.troubles == ()
    assert again.contents == before


def test_an_earlier_day_counts_whole() -> None:
    """A paper of today came now, one of an earlier day by its end [B9] [P8]."""
    now = datetime(2026, 9, 10, 6, tzinfo=UTC)
    assert received_at(TODAY, now) == now
    assert received_at(date(2026, 9, 9), now) == datetime(2026, 9, 9, 18, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "Абай көшесі, 12", "8 701 234 56 78", "1 200 000 ₸"])
def test_what_is_no_iin_is_kept_as_it_is(text: str) -> None:
    """House numbers, telephones and sums are no IIN [B9] [P1]."""
    assert without_iin(text) is None


def test_only_the_number_is_hidden() -> None:
    """The words around an IIN stay [B9] [P1]."""
    assert without_iin("үй 5, ЖСН 990101200007, пәтер 3") == "үй 5, ЖСН ••••••••••••, пәтер 3"


@given(
    st.text("0123456789", min_size=11, max_size=11).filter(lambda digits: control_digit(digits) is not None),
    st.text(max_size=20),
    st.text(max_size=20),
    st.sampled_from(["", " ", "-"]),
)
def test_no_iin_is_ever_kept(first: str, before: str, after: str, between: str) -> None:
    """Whatever stands around an IIN, what is kept holds none [B9] [P1]."""
    number = f"{first}{control_digit(first)}"
    text = f"{before} {between.join((number[:6], number[6:]))} {after}"
    kept = without_iin(text)
    assert kept is None or not contains_iin(kept)
    assert kept is not None or not contains_iin(text)


def test_the_last_day_counts_to_the_end_of_its_term() -> None:
    """A term that closes at an hour takes the whole sheet of that day, and none of the next [B9] [P8]."""
    closes, later = datetime(2026, 10, 9, 13, tzinfo=UTC), datetime(2026, 10, 20, 6, tzinfo=UTC)
    assert received_at(date(2026, 10, 9), later, closes) == datetime(2026, 10, 9, 12, 59, 59, tzinfo=UTC)
    assert received_at(date(2026, 10, 10), later, closes) > closes
