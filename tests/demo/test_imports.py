"""Files to import are what their generator writes, and have just the faults that they are meant to show."""

from collections import Counter

from core.files.sheets import open_sheet
from core.rulebook.loader import read
from core.rules.iin import is_iin
from core.rules.register import RegisterFault, RegisterNote, RegisterRow, read_register
from demo.imports import CSV, XLSX, import_csv, import_xlsx
from demo.villagers import FOLDER
from tests.house.tree import ROOT

RULEBOOK = read((ROOT / "rulebooks" / "rural-okrug.toml").read_text(encoding="utf-8"), "rural-okrug.toml")
TREE = RULEBOOK.territories
IN_FORCE = "register.csv"


def lines_of(name: str) -> tuple[list[RegisterRow], list[RegisterNote]]:
    """Return the rows and the notes of a file of the okrug, read as the office reads it."""
    with (FOLDER / name).open("rb") as file, open_sheet(file) as sheet:
        lines = list(read_register(sheet, TREE))
    rows = [line.row for line in lines if line.row is not None]
    return rows, [note for line in lines for note in line.notes]


def people_of(name: str) -> set[str]:
    """Return everybody of a file."""
    return {row.iin for row in lines_of(name)[0]}


def test_the_files_are_what_their_generator_writes() -> None:
    """Text and spreadsheet are exactly what ``python -m demo.imports`` makes [N1]."""
    assert (FOLDER / CSV).read_text(encoding="utf-8") == import_csv()
    assert (FOLDER / XLSX).read_bytes() == import_xlsx()


def test_a_few_have_come_and_a_few_have_gone() -> None:
    """Against the register in force nearly nobody changes, and nobody of the files lives [L3] [N1] [P1]."""
    before, now = people_of(IN_FORCE), people_of(XLSX)
    assert (len(now - before), len(before - now)) == (6, 4)
    assert len(people_of(CSV) - now) == 1, "one more, whose telephone alone is wrong"
    assert all(is_iin(iin) and iin.startswith("99") for iin in now)


def test_each_wrong_line_is_wrong_in_its_own_way() -> None:
    """The text and the spreadsheet have other faults, so that both are worth loading [L3] [N1]."""
    faults = {name: Counter(note.fault for note in lines_of(name)[1]) for name in (CSV, XLSX)}
    assert faults[CSV] == {
        RegisterFault.IIN_WRONG: 1,
        RegisterFault.IIN_MISSING: 1,
        RegisterFault.IIN_SCIENTIFIC: 1,
        RegisterFault.TERRITORY_UNKNOWN: 1,
        RegisterFault.BIRTH_DATE_WRONG: 1,
        RegisterFault.PHONE_WRONG: 1,
    }
    assert faults[XLSX] == {
        RegisterFault.IIN_WRONG: 1,
        RegisterFault.KIND_UNKNOWN: 1,
        RegisterFault.REGISTRATION_REVERSED: 1,
    }
