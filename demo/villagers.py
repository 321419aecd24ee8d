"""Makes the sample register of the okrug: three hundred people, few telephones, households that share one.

Separate from the town's: here nobody votes yet, but people propose and support. ``python -m demo.villagers``
writes ``register.csv``, ``codes.txt`` and ``voices.csv`` of ``rural-okrug`` anew, each time the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from demo.residents import NEVER_BORN, Numbers, Row, phone, register_csv, sandbox_rows

FOLDER = Path(__file__).parent / "rural-okrug"

INTAKE = date(2026, 9, 14)
"""The opening of the intake of rulebooks/rural-okrug.toml before it is moved."""

_VILLAGES = {"ainakol": 160, "terektisai": 90, "qonyrsai": 50}

_HOMES = ("ainakol", "terektisai", "ainakol", "ainakol", "qonyrsai", "qonyrsai", "terektisai")
"""Where the people of the chat page are registered, in the order of their rows."""

_SUPPORTERS = {1: 14, 2: 9, 3: 11, 4: 6, 5: 3}
"""How many support each registered proposal; nobody supports the others, which are not public yet."""

_PROPOSALS = 6

_NEVER_BORN_EITHER = "990101"
"""Another day of 1899, so that nobody of the okrug has a number of the town."""


def sandbox_villagers() -> tuple[Row, ...]:
    """Return the people of ``people.json``, who live in the okrug for a while and keep their home in town."""
    rows = sandbox_rows(Numbers(NEVER_BORN))[: len(_HOMES)]
    return tuple(
        replace(
            row,
            territory=village,
            reg_kind="temporary",
            reg_from=date(2026, 1, 12),
            reg_to=date(2027, 12, 31),
        )
        for row, village in zip(rows, _HOMES, strict=True)
    )


def villagers(numbers: Numbers, random: Random) -> Iterator[Row]:
    """Yield everybody else by households, which share a telephone, have one each, or have none."""
    number = 2000
    for village, population in _VILLAGES.items():
        left = population - _HOMES.count(village)
        while left:
            size = min(left, random.randrange(1, 6))
            left -= size
            number += 10
            for place in range(size):
                shared_or_own = random.choice((number, number + place))
                own_phone = random.choice((phone(shared_or_own), phone(shared_or_own), ""))
                yield _villager(numbers, random, village, own_phone)


def _villager(numbers: Numbers, random: Random, village: str, own_phone: str) -> Row:
    born = date(1938, 1, 1) + timedelta(days=random.randrange(27_000))
    return Row(
        iin=numbers.take(random.choice((1, 2))),
        birth_date=born,
        territory=village,
        reg_from=max(born, date(1996, 1, 1) + timedelta(days=random.randrange(10_000))),
        phone=own_phone,
    )


def broken_lines(numbers: Numbers) -> tuple[str, ...]:
    """Return the two lines with which the okrug's list has something wrong."""
    return (
        f"{numbers.take()};1971-08-30;permanent;2009-06-15;;terektisay;",
        ";2001-02-11;permanent;2019-10-01;;qonyrsai;",
    )


def codes_txt(sandbox: tuple[Row, ...]) -> str:
    """Return whom the specialist of the okrug has handed a code: who has no telephone of one's own."""
    named = {"1003": sandbox[2], "1005": sandbox[4], "daughter of 1005": sandbox[5]}
    return "".join(f"{row.iin}  # {who}\n" for who, row in named.items())


def voices_csv(crowd: tuple[Row, ...]) -> str:
    """Return who wrote each sample proposal and who supports it; nobody stands twice."""
    of_age = INTAKE.replace(year=INTAKE.year - 18)
    adults = iter([row.iin for row in crowd if row.birth_date <= of_age])
    lines = ["iin;proposal;part"]
    lines += [f"{next(adults)};{number};author" for number in range(1, _PROPOSALS + 1)]
    for number, count in _SUPPORTERS.items():
        lines += [f"{next(adults)};{number};support" for _ in range(count)]
    return "".join(f"{line}\n" for line in lines)


def make() -> dict[str, str]:
    """Return the three files by name; the same each time."""
    numbers, random = Numbers(_NEVER_BORN_EITHER), Random(20260914)  # noqa: S311 - the same each time
    sandbox = sandbox_villagers()
    crowd = tuple(villagers(numbers, random))
    return {
        "register.csv": register_csv(sandbox + crowd, broken_lines(numbers)),
        "codes.txt": codes_txt(sandbox),
        "voices.csv": voices_csv(crowd),
    }


if __name__ == "__main__":
    for name, text in make().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
