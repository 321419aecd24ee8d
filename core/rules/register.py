"""The residents' register as a table: lines in, rows and every bad line out; apart from storing it (L3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.model.person import Registration, RegistrationKind
from core.model.territory import TerritoryTree
from core.rules.iin_reading import read_iin
from core.rules.phone import normalise
from core.rules.sheet import Sheet, SheetLine, read_day

COLUMNS = ("iin", "birth_date", "reg_kind", "reg_from", "reg_to", "territory", "phone")
"""The columns of the file, in any order; a file with others brings data that nobody needs, and is refused."""

_MOST_UNKNOWN = 20
"""Columns that are told one by one: a table may have thousands that nobody asked for."""


class RegisterFault(StrEnum):
    """What is wrong with a line; the value is the code under which a front tells it in its own words."""

    COLUMN_MISSING = "column-missing"
    COLUMN_UNKNOWN = "column-unknown"
    FIELD_COUNT = "field-count"
    IIN_MISSING = "iin-missing"
    IIN_SCIENTIFIC = "iin-scientific"
    IIN_WRONG = "iin-wrong"
    IIN_ZEROS_RESTORED = "iin-zeros-restored"
    IIN_DOUBTFUL = "iin-doubtful"
    BIRTH_DATE_WRONG = "birth-date-wrong"
    BIRTH_DATE_DIFFERS = "birth-date-differs"
    KIND_UNKNOWN = "kind-unknown"
    REGISTRATION_DATE_WRONG = "registration-date-wrong"
    REGISTRATION_REVERSED = "registration-reversed"
    TERRITORY_UNKNOWN = "territory-unknown"
    PHONE_WRONG = "phone-wrong"
    LINE_REPEATED = "line-repeated"

    @property
    def keeps_row(self) -> bool:
        """Say whether the row is taken all the same: it was mended, or only its telephone was not."""
        return self in _MENDED


_MENDED = {RegisterFault.IIN_ZEROS_RESTORED, RegisterFault.IIN_DOUBTFUL, RegisterFault.PHONE_WRONG}


_EXPLANATIONS: Mapping[RegisterFault, str] = {
    RegisterFault.COLUMN_MISSING: "this column is missing from the heading; nothing was taken",
    RegisterFault.COLUMN_UNKNOWN: "the register has no such column; nothing was taken",
    RegisterFault.FIELD_COUNT: "the line has more or fewer fields than the heading",
    RegisterFault.IIN_MISSING: "without an IIN a row gives no voter",
    RegisterFault.IIN_SCIENTIFIC: "a spreadsheet rounded the IIN (3.1E+11); export the column as text",
    RegisterFault.IIN_DOUBTFUL: "ends in six zeros as if rounded, but checks: taken, compare it with a paper",
    RegisterFault.IIN_WRONG: "no IIN has these digits: 12 of them, the last one checking the others",
    RegisterFault.IIN_ZEROS_RESTORED: "a spreadsheet cut the IIN's leading zeros; they were restored",
    RegisterFault.BIRTH_DATE_WRONG: "must be a day such as 1990-05-31 or 31.05.1990",
    RegisterFault.BIRTH_DATE_DIFFERS: "an earlier line gives the same person another birth date",
    RegisterFault.KIND_UNKNOWN: "must be permanent or temporary",
    RegisterFault.REGISTRATION_DATE_WRONG: "must be a day such as 2024-05-31 or 31.05.2024",
    RegisterFault.REGISTRATION_REVERSED: "the registration ends before it begins",
    RegisterFault.TERRITORY_UNKNOWN: "no territory of the rulebook has this slug",
    RegisterFault.PHONE_WRONG: "no mobile number of Kazakhstan; the row was taken without it",
    RegisterFault.LINE_REPEATED: "an earlier line says the same",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One line of the register: an IIN and one registration, of which a person may have several."""

    line: int
    iin: str
    birth_date: date
    registration: Registration
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNote:
    """What is to be said of a line; it never repeats the field, which may be an IIN (P1, M2)."""

    line: int
    column: str
    fault: RegisterFault

    def __str__(self) -> str:
        """Return the note as the command line prints it."""
        return f"line {self.line}: {self.column}: {_EXPLANATIONS[self.fault]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """What a line gave: a row or none, and notes on what was refused or mended."""

    number: int
    row: RegisterRow | None
    notes: tuple[RegisterNote, ...]


@dataclass(slots=True, kw_only=True)
class _Line:
    """One line while it is read; faults gather in ``notes``."""

    number: int
    fields: Mapping[str, str]
    notes: list[RegisterNote] = field(default_factory=list)

    def note(self, column: str, fault: RegisterFault) -> None:
        self.notes.append(RegisterNote(line=self.number, column=column, fault=fault))

    @property
    def is_sound(self) -> bool:
        return all(note.fault.keeps_row for note in self.notes)


def read_register(sheet: Sheet, tree: TerritoryTree) -> Iterator[RegisterLine]:
    """Yield what each line of a register gives: a row, or a note on what is bad; or both (L3, E1).

    A wrong heading refuses the whole file, for then nothing below it can be trusted.
    """
    if faults := tuple(_heading_faults(sheet.columns)):
        yield RegisterLine(number=1, row=None, notes=faults)
        return
    seen = _Seen(tree)
    for written in sheet.lines:
        line = _named(written, sheet.columns)
        row = seen.checked(_read_row(line, tree), line) if line.is_sound else None
        yield RegisterLine(number=written.number, row=row, notes=tuple(line.notes))


def _heading_faults(columns: Sequence[str]) -> Iterator[RegisterNote]:
    for column in COLUMNS:
        if columns.count(column) != 1:
            yield RegisterNote(line=1, column=column, fault=RegisterFault.COLUMN_MISSING)
    unknown = [place for place, column in enumerate(columns, start=1) if column not in COLUMNS]
    for place in unknown[:_MOST_UNKNOWN]:
        # The heading of a foreign file may itself be data, so its place is named and not its words.
        yield RegisterNote(line=1, column=f"column {place}", fault=RegisterFault.COLUMN_UNKNOWN)


def _named(written: SheetLine, columns: Sequence[str]) -> _Line:
    fields = dict(zip(columns, written.fields, strict=False))
    line = _Line(number=written.number, fields=fields)
    if len(written.fields) != len(columns):
        line.note("line", RegisterFault.FIELD_COUNT)
    return line


def _read_row(line: _Line, tree: TerritoryTree) -> RegisterRow | None:
    iin = _read_iin(line)
    birth_date = _read_day(line, "birth_date", RegisterFault.BIRTH_DATE_WRONG)
    since = _read_day(line, "reg_from", RegisterFault.REGISTRATION_DATE_WRONG)
    until = (
        _read_day(line, "reg_to", RegisterFault.REGISTRATION_DATE_WRONG) if line.fields["reg_to"] else None
    )
    kind, territory = line.fields["reg_kind"].lower(), line.fields["territory"]
    if kind not in tuple(RegistrationKind):
        line.note("reg_kind", RegisterFault.KIND_UNKNOWN)
    if since is not None and until is not None and until < since:
        line.note("reg_to", RegisterFault.REGISTRATION_REVERSED)
    if territory not in tree.nodes:
        line.note("territory", RegisterFault.TERRITORY_UNKNOWN)
    phone = _read_phone(line)
    if iin is None or birth_date is None or since is None or not line.is_sound:
        return None
    registration = Registration(territory=territory, kind=RegistrationKind(kind), since=since, until=until)
    return RegisterRow(
        line=line.number, iin=iin, birth_date=birth_date, registration=registration, phone=phone
    )


def _read_iin(line: _Line) -> str | None:
    iin, fault = read_iin(line.fields["iin"])
    if fault is not None:
        line.note("iin", RegisterFault(fault.value))
    return iin


def _read_day(line: _Line, column: str, fault: RegisterFault) -> date | None:
    day = read_day(line.fields[column])
    if day is None:
        line.note(column, fault)
    return day


def _read_phone(line: _Line) -> str | None:
    written = line.fields["phone"]
    phone = normalise(written) if written else None
    if written and phone is None:
        line.note("phone", RegisterFault.PHONE_WRONG)
    return phone


class _Seen:
    """What earlier lines said of the same people, as plain numbers: a city has a million of them."""

    def __init__(self, tree: TerritoryTree) -> None:
        self._places = {slug: place for place, slug in enumerate(tree.nodes)}
        self._birth_dates: dict[int, int] = {}
        self._registrations: set[tuple[int, int]] = set()

    def checked(self, row: RegisterRow | None, line: _Line) -> RegisterRow | None:
        """Return the row unless an earlier line contradicts or already says it."""
        if row is None:
            return None
        person, born = int(row.iin), row.birth_date.toordinal()
        if self._birth_dates.setdefault(person, born) != born:
            line.note("birth_date", RegisterFault.BIRTH_DATE_DIFFERS)
            return None
        said = (person, self._packed(row.registration))
        if said in self._registrations:
            line.note("line", RegisterFault.LINE_REPEATED)
            return None
        self._registrations.add(said)
        return row

    def _packed(self, registration: Registration) -> int:
        until = registration.until.toordinal() if registration.until is not None else 0
        packed = self._places[registration.territory]
        packed = packed * len(_KINDS) + _KINDS.index(registration.kind)
        return (packed * _DAYS + registration.since.toordinal()) * _DAYS + until


_KINDS = tuple(RegistrationKind)
_DAYS = date.max.toordinal() + 1
