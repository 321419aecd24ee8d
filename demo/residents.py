"""Makes the sample register; kept beside its result, so that anyone can see that its people do not exist.

``python -m demo.residents`` writes ``register.csv``, ``codes.txt`` and ``votes.csv`` of ``semey-demo`` anew,
each time the same.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from core.rules.iin import control_digit
from core.rules.register import COLUMNS

FOLDER = Path(__file__).parent / "semey-demo"

OPENING = date(2026, 11, 19)
LAST_DAY = date(2026, 11, 29)
"""The voting of rulebooks/semey-demo.toml before it is moved."""

_PARTS = {
    "ortalyq": ("eski-qala", "arman"),
    "zhagalau": ("zheruiyq", "ainabulaq"),
    "samal": ("samal-1", "samal-2"),
    "qaragaily": ("ormandy", "zhanatan"),
}
_PEOPLE_PER_PART = 46

_VOTES = {
    "ortalyq": {2: 21, 7: 17, 1: 14, 6: 8, 9: 8, 5: 6, 12: 4},
    "zhagalau": {13: 18, 19: 16, 14: 11, 20: 7, 17: 4},
    "samal": {24: 15, 25: 13, 29: 12, 27: 8, 28: 6, 31: 3},
    "qaragaily": {33: 12, 38: 12, 34: 10, 35: 6, 40: 5, 36: 2},
}
"""Votes by project that make every rule of the outcome visible: threshold, what does not fit, ties."""

NEVER_BORN = "991231"
"""With the century digits 1 and 2 these are people born in 1899: no living person has such a number."""

_DATES = frozenset({"birth_date", "reg_from", "reg_to", "improved_on"})
"""Columns of days, of a register and of a list of improved yards."""

_NEVER_BORN_WITH_ZERO = "010101"
"""The same, born in 1801: a number that a spreadsheet cuts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the register as it is written."""

    iin: str
    birth_date: date
    territory: str
    reg_kind: str = "permanent"
    reg_from: date = date(2015, 3, 16)
    reg_to: date | None = None
    phone: str = ""

    @property
    def is_entitled(self) -> bool:
        """Say whether the row makes its person a voter of the sample campaign."""
        return (
            self.birth_date <= LAST_DAY.replace(year=LAST_DAY.year - 18)
            and self.reg_from <= OPENING
            and (self.reg_to is None or self.reg_to >= OPENING)
        )


def phone(number: int) -> str:
    """Return an invented telephone number."""
    return f"7700000{number:04}"


class Numbers:
    """Gives out IINs that pass the check and belong to nobody."""

    def __init__(self, born: str) -> None:
        self._born, self._serial = born, 0

    def take(self, sex: int = 1) -> str:
        """Return the next number; some beginnings have no control digit and are left out."""
        while True:
            self._serial += 1
            first = f"{self._born}{sex}{self._serial:04}"
            digit = control_digit(first)
            if digit is not None:
                return f"{first}{digit}"


def sandbox_rows(numbers: Numbers) -> tuple[Row, ...]:
    """Return the rows of the people of ``people.json``, in its order, and of those around them."""
    grandmother = Row(iin=numbers.take(2), birth_date=date(1951, 4, 9), territory="ormandy", phone=phone(105))
    twofold = Row(iin=numbers.take(2), birth_date=date(1994, 7, 22), territory="zheruiyq", phone=phone(106))
    return (
        Row(iin=numbers.take(2), birth_date=date(1989, 5, 17), territory="eski-qala", phone=phone(101)),
        Row(iin=numbers.take(1), birth_date=date(1976, 2, 3), territory="ainabulaq", phone=phone(102)),
        Row(iin=numbers.take(1), birth_date=date(1998, 9, 30), territory="samal-1"),
        Row(iin=numbers.take(1), birth_date=date(2008, 12, 2), territory="arman", phone=phone(104)),
        grandmother,
        Row(iin=numbers.take(2), birth_date=date(1979, 1, 25), territory="ormandy", phone=phone(105)),
        twofold,
        replace(
            twofold,
            territory="samal-2",
            reg_kind="temporary",
            reg_from=date(2026, 2, 1),
            reg_to=date(2027, 1, 31),
        ),
    )


def crowd_rows(numbers: Numbers, random: Random) -> Iterator[Row]:
    """Yield everybody else: mostly adults at home, and in each part the cases that a real register has."""
    number = 1000
    for part in (part for parts in _PARTS.values() for part in parts):
        for place in range(_PEOPLE_PER_PART):
            number += 1
            born = date(1940, 1, 1) + timedelta(days=random.randrange(24_000))
            row = Row(
                iin=numbers.take(random.choice((1, 2))),
                birth_date=born,
                territory=part,
                reg_from=max(born, date(1996, 1, 1) + timedelta(days=random.randrange(10_000))),
                phone=phone(number) if random.randrange(5) else "",
            )
            yield from _as_case(row, place, random)


def _as_case(row: Row, place: int, random: Random) -> Iterator[Row]:
    """Yield the row, or what the first places of every part are kept for."""
    elsewhere = random.choice([part for parts in _PARTS.values() for part in parts if part != row.territory])
    temporary = replace(row, reg_kind="temporary", reg_from=date(2026, 1, 12), reg_to=date(2027, 1, 11))
    match place:
        case 0:
            yield _young(row, LAST_DAY.replace(year=2008) - timedelta(days=4))  # of age while people vote
        case 1:
            yield _young(row, LAST_DAY.replace(year=2008) + timedelta(days=3))  # of age when it is over
        case 2:
            yield replace(temporary, reg_to=date(2026, 10, 31))  # expired before the opening
        case 3:
            yield temporary
        case 4 | 5:
            yield row
            yield replace(temporary, territory=elsewhere)
        case 6:
            yield replace(row, reg_from=OPENING + timedelta(days=6))  # moved in after the opening
        case 7:
            yield row
            yield replace(temporary, territory=elsewhere, reg_from=date(2024, 2, 1), reg_to=date(2025, 1, 31))
        case _:
            yield row


def _young(row: Row, birth_date: date) -> Row:
    return replace(row, birth_date=birth_date, reg_from=birth_date + timedelta(days=30))


def broken_lines(numbers: Numbers) -> tuple[str, ...]:
    """Return lines that the reader of registers has something to say about, each in its own way."""
    cut = Numbers(_NEVER_BORN_WITH_ZERO).take()
    wrong = numbers.take()
    wrong = wrong[:-1] + str((int(wrong[-1]) + 1) % 10)
    tail = "1985-03-08;permanent;2011-05-20;;samal-2;"
    return (
        f"{cut.lstrip('0')};{tail}",
        f"{wrong};{tail}",
        f"9.91231E+11;{tail}",
        f";{tail}",
        f"{numbers.take()};1985-03-08;permanent;2011-05-20;;samal-3;",
        f"{numbers.take()};1985-03-08;temporary;2026-05-20;2026-02-20;samal-2;",
        f"{numbers.take()};31.02.1985;permanent;2011-05-20;;samal-2;",
        f"{numbers.take()};1985-03-08;permanent;2011-05-20;;samal-2;52-12-48",
    )


def register_csv(rows: tuple[Row, ...], broken: tuple[str, ...]) -> str:
    """Return the register as the akimat would export it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([getattr(row, column) or "" for column in COLUMNS])
    return out.getvalue() + "".join(f"{line}\n" for line in broken)


def codes_txt(sandbox: tuple[Row, ...], crowd: tuple[Row, ...]) -> str:
    """Return the IINs of those whom the demo's clerk hands a code: three of the sandbox, five others."""
    named = {"1003": sandbox[2], "1005": sandbox[4], "daughter of 1005": sandbox[5]}
    others = {row.iin: row for row in crowd if not row.phone and row.is_entitled}
    lines = [f"{row.iin}  # {who}" for who, row in named.items()]
    return "".join(f"{line}\n" for line in (*lines, *list(others)[:5]))


def votes_csv(crowd: tuple[Row, ...]) -> str:
    """Return sample votes, each of another entitled person of the project's district."""
    lines = ["iin;project"]
    voted: set[str] = set()
    for district, wanted in _VOTES.items():
        voters = iter([row.iin for row in crowd if row.territory in _PARTS[district] and row.is_entitled])
        for project, count in wanted.items():
            for _ in range(count):
                iin = next(iin for iin in voters if iin not in voted)
                voted.add(iin)
                lines.append(f"{iin};{project}")
    return "".join(f"{line}\n" for line in lines)


def moved(text: str, days: int) -> str:
    """Return a list with every date ``days`` later, so that ages and terms fit the moved campaign."""
    heading, *lines = text.splitlines()
    columns = heading.split(";")
    dates = [place for place, name in enumerate(columns) if name in _DATES]
    out = [heading]
    for line in lines:
        fields = line.split(";")
        for place in dates:
            fields[place] = _moved_day(fields[place], days)
        out.append(";".join(fields))
    return "".join(f"{line}\n" for line in out)


def _moved_day(written: str, days: int) -> str:
    try:
        return (date.fromisoformat(written) + timedelta(days=days)).isoformat()
    except ValueError:
        # No day, or one that the register has wrong on purpose.
        return written


def make() -> dict[str, str]:
    """Return the three files by name; the same each time."""
    numbers, random = Numbers(NEVER_BORN), Random(20261119)  # noqa: S311 - it shall be the same each time
    sandbox = sandbox_rows(numbers)
    crowd = tuple(crowd_rows(numbers, random))
    return {
        "register.csv": register_csv(sandbox + crowd, broken_lines(numbers)),
        "codes.txt": codes_txt(sandbox, crowd),
        "votes.csv": votes_csv(crowd),
    }


if __name__ == "__main__":
    for name, text in make().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
