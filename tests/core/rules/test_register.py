"""The residents' register is read line by line; what is bad is told without repeating it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.language import Text
from core.model.person import Registration, RegistrationKind
from core.model.territory import Territory, TerritoryKind, TerritoryTree
from core.rules.register import COLUMNS, RegisterFault, RegisterRow
from tests.support.registers import read_text

HEADING = ";".join(COLUMNS)
IIN, OTHER_IIN, WITH_ZERO = "991231100000", "991231100109", "010101100018"
ROUND = "991212000000"
"""A number of six digits and six zeros that checks."""
SOUND = f"{IIN};1990-05-31;permanent;2015-03-16;;samal;+7 701 000 00 01"
TREE = TerritoryTree(
    nodes={
        "samal": Territory(
            slug="samal", name=Text(kk="Самал", ru="Самал"), kind=TerritoryKind.CITY_DISTRICT, parent=None
        )
    }
)


def told(*lines: str, heading: str = HEADING) -> list[tuple[int, str, RegisterFault]]:
    """Return what is told of a file with these lines."""
    notes = read_text("\n".join((heading, *lines)), TREE).notes
    return [(note.line, note.column, note.fault) for note in notes]


def test_a_sound_line_becomes_a_row() -> None:
    """A line gives number, birth date, registration with kind and term, and telephone [E1] [E2]."""
    (row,) = read_text(f"{HEADING}\n{SOUND}\n", TREE).rows
    assert row == RegisterRow(
        line=2,
        iin=IIN,
        birth_date=date(1990, 5, 31),
        registration=Registration(
            territory="samal", kind=RegistrationKind.PERMANENT, since=date(2015, 3, 16), until=None
        ),
        phone="77010000001",
    )


def test_one_person_may_have_two_registrations() -> None:
    """Permanent and temporary registration of one person are two rows, each with its term [E1]."""
    temporary = f"{IIN};31.05.1990;temporary;01.02.2026;31.01.2027;samal;"
    register = read_text(f"{HEADING}\n{SOUND}\n{temporary}", TREE)
    assert [row.registration.kind.value for row in register.rows] == ["permanent", "temporary"]
    assert register.rows[1].registration.until == date(2027, 1, 31)
    assert register.notes == ()


@pytest.mark.parametrize(
    ("fields", "column", "fault"),
    [
        ({0: ""}, "iin", RegisterFault.IIN_MISSING),
        ({0: "3.1E+11"}, "iin", RegisterFault.IIN_SCIENTIFIC),
        ({0: "9,91231E+11"}, "iin", RegisterFault.IIN_SCIENTIFIC),
        ({0: "991231100001"}, "iin", RegisterFault.IIN_WRONG),
        ({0: "310000000000"}, "iin", RegisterFault.IIN_SCIENTIFIC),
        ({0: "0"}, "iin", RegisterFault.IIN_MISSING),
        ({0: "000000000000"}, "iin", RegisterFault.IIN_MISSING),
        ({0: "19"}, "iin", RegisterFault.IIN_WRONG),
        ({0: "99123110000"}, "iin", RegisterFault.IIN_WRONG),
        ({0: "9912311000000"}, "iin", RegisterFault.IIN_WRONG),
        ({0: "٩٩١٢٣١١٠٠٠٠٠"}, "iin", RegisterFault.IIN_WRONG),
        ({1: "1990-02-30"}, "birth_date", RegisterFault.BIRTH_DATE_WRONG),
        ({1: "31/05/1990"}, "birth_date", RegisterFault.BIRTH_DATE_WRONG),
        ({2: "visiting"}, "reg_kind", RegisterFault.KIND_UNKNOWN),
        ({3: ""}, "reg_from", RegisterFault.REGISTRATION_DATE_WRONG),
        ({4: "soon"}, "reg_to", RegisterFault.REGISTRATION_DATE_WRONG),
        ({4: "2015-03-15"}, "reg_to", RegisterFault.REGISTRATION_REVERSED),
        ({5: "samaal"}, "territory", RegisterFault.TERRITORY_UNKNOWN),
    ],
)
def test_a_bad_field_refuses_its_line(fields: dict[int, str], column: str, fault: RegisterFault) -> None:
    """A line with a bad field gives no voter and is told by line and column; others are taken [E1] [E7]."""
    written = SOUND.split(";")
    for place, field in fields.items():
        written[place] = field
    other = SOUND.replace(IIN, OTHER_IIN)
    register = read_text("\n".join((HEADING, ";".join(written), other)), TREE)
    assert [(note.line, note.column, note.fault) for note in register.notes] == [(2, column, fault)]
    assert [row.iin for row in register.rows] == [OTHER_IIN]
    assert register.refused_lines == {2}


def test_all_faults_of_a_line_are_told() -> None:
    """A line that is wrong in four places is told four times, not once per attempt [E1]."""
    assert told("1;x;y;2020-01-01;;z;") == [
        (2, "iin", RegisterFault.IIN_WRONG),
        (2, "birth_date", RegisterFault.BIRTH_DATE_WRONG),
        (2, "reg_kind", RegisterFault.KIND_UNKNOWN),
        (2, "territory", RegisterFault.TERRITORY_UNKNOWN),
    ]


def test_zeros_that_a_spreadsheet_cut_are_restored_and_said() -> None:
    """An IIN without its leading zero is mended, taken, and mentioned [E1]."""
    register = read_text(f"{HEADING}\n{SOUND.replace(IIN, WITH_ZERO.lstrip('0'))}", TREE)
    assert [row.iin for row in register.rows] == [WITH_ZERO]
    assert [(note.fault, note.fault.keeps_row) for note in register.notes] == [
        (RegisterFault.IIN_ZEROS_RESTORED, True)
    ]
    assert register.refused_lines == frozenset()


def test_a_number_that_may_have_been_rounded_is_taken_and_said() -> None:
    """Six zeros at the end and a right control digit: nobody can tell, so it is taken with a word [L3]."""
    register = read_text(f"{HEADING}\n{SOUND.replace(IIN, ROUND)}", TREE)
    assert [row.iin for row in register.rows] == [ROUND]
    assert [note.fault for note in register.notes] == [RegisterFault.IIN_DOUBTFUL]


@pytest.mark.parametrize("phone", ["52-12-48", "+49 30 123456", "+888 0123 4567", "701000000"])
def test_a_bad_phone_takes_no_vote_away(phone: str) -> None:
    """A number that is no Kazakh mobile is told and left out; its person stays a voter [E1] [E2]."""
    register = read_text(f"{HEADING}\n{SOUND.replace('+7 701 000 00 01', phone)}", TREE)
    assert [row.phone for row in register.rows] == [None]
    assert [note.fault for note in register.notes] == [RegisterFault.PHONE_WRONG]


def test_lines_that_contradict_or_repeat_each_other_are_told() -> None:
    """Another birth date of a person, and a registration twice, are told on the later line [E1]."""
    assert told(SOUND, SOUND, SOUND.replace("1990", "1991")) == [
        (3, "line", RegisterFault.LINE_REPEATED),
        (4, "birth_date", RegisterFault.BIRTH_DATE_DIFFERS),
    ]


def test_a_line_of_another_length_is_told() -> None:
    """Too few or too many fields, and quotes that do not close, refuse the line and no other [E1]."""
    assert told("1;2", f"{SOUND};x", f'"{SOUND}', SOUND) == [
        (line, "line", RegisterFault.FIELD_COUNT) for line in (2, 3, 4)
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_heading_tells_separator_and_order(separator: str) -> None:
    """Columns come in any order, parted by semicolon, comma or tab; empty lines do not count [E1]."""
    order = [6, 0, 1, 5, 2, 3, 4]
    fields = SOUND.split(";")
    lines = [separator.join(source[place] for place in order) for source in (COLUMNS, fields)]
    text = "\ufeff" + f"{lines[0]}\r\n\r\n{separator * 6}\r\n{lines[1]}\r\n"
    register = read_text(text, TREE)
    assert [(row.line, row.iin) for row in register.rows] == [(4, IIN)]
    assert register.notes == ()


@pytest.mark.parametrize("heading", ["", "x", HEADING.replace(";phone", ""), HEADING.replace("phone", "iin")])
def test_a_wrong_heading_refuses_the_file(heading: str) -> None:
    """Without its columns nothing of a file can be trusted, so no row is taken [E1]."""
    register = read_text(f"{heading}\n{SOUND}", TREE)
    assert register.rows == ()
    assert RegisterFault.COLUMN_MISSING in {note.fault for note in register.notes}


def test_a_column_that_nobody_needs_refuses_the_file() -> None:
    """A register with names or addresses is refused: nobody holds what the vote does not need [P1] [M2]."""
    assert told(f"{SOUND};x", heading=f"{HEADING};full_name") == [
        (1, "column 8", RegisterFault.COLUMN_UNKNOWN),
    ]


@settings(max_examples=200)
@given(field=st.text(max_size=20), place=st.integers(0, 6))
def test_no_field_is_repeated_in_what_is_told(field: str, place: int) -> None:
    """Whatever stands in a file, the notes on it never repeat a field: it may be somebody's IIN [P1] [M2]."""
    written = SOUND.split(";")
    written[place] = f"{field}424242"
    notes = read_text("\n".join((HEADING, ";".join(written))), TREE).notes
    assert all("424242" not in f"{note} {note!r}" for note in notes)


def test_a_table_with_a_thousand_columns_is_told_briefly() -> None:
    """A heading that goes on and on is refused by its first foreign columns [L3]."""
    notes = told(heading=";".join([*COLUMNS, *["x"] * 1000]))
    assert len(notes) == 20
    assert notes[0] == (1, "column 8", RegisterFault.COLUMN_UNKNOWN)


def test_a_line_that_never_ends_is_one_bad_line() -> None:
    """A line longer than any table's is told, and the next one is read [L3]."""
    assert told(f"{SOUND}{'x' * 10_000}", SOUND) == [(2, "line", RegisterFault.FIELD_COUNT)]


def test_empty_cells_beyond_the_heading_are_nothing() -> None:
    """A spreadsheet writes cells as far as somebody once clicked; empty ones are no column [L3]."""
    register = read_text(f"{HEADING};;\n{SOUND};;\n{SOUND.replace(IIN, OTHER_IIN)};;x", TREE)
    assert [row.iin for row in register.rows] == [IIN]
    assert [(note.line, note.fault) for note in register.notes] == [(3, RegisterFault.FIELD_COUNT)]


def test_every_fault_is_explained() -> None:
    """Each fault has an English sentence for the command line [E1]."""
    for fault in RegisterFault:
        assert fault.value.replace("-", "_").upper() == fault.name
    assert told() == []
    (note,) = read_text(f"{HEADING}\n;1990-05-31;permanent;2015-03-16;;samal;", TREE).notes
    assert str(note) == "line 2: iin: without an IIN a row gives no voter"
