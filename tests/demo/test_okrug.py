"""The okrug's sample data is sound, invented, and enough for people to talk about."""

import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path

from core.model.stage import Stage
from core.rulebook.loader import read
from core.rules.iin import is_iin
from core.rules.register import RegisterFault
from core.rules.sheet import read_sheet
from core.rules.stages import first_day
from core.rules.yard_list import read_yards
from demo.pictures import SCHEMES
from demo.residents import NEVER_BORN, Numbers, moved, sandbox_rows
from demo.villagers import INTAKE, make
from tests.support.registers import read_text

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "demo" / "rural-okrug"
RULEBOOK = read((ROOT / "rulebooks" / "rural-okrug.toml").read_text(encoding="utf-8"), "rural-okrug.toml")
REGISTER = read_text((SAMPLE / "register.csv").read_text(encoding="utf-8"), RULEBOOK.territories)
PROPOSALS = tomllib.loads((SAMPLE / "proposals.toml").read_text(encoding="utf-8"))["proposals"]
VOICES = [line.split(";") for line in (SAMPLE / "voices.csv").read_text(encoding="utf-8").splitlines()[1:]]


def test_the_register_is_what_its_generator_writes() -> None:
    """Register, codes and voices are exactly what ``python -m demo.villagers`` makes [N1]."""
    for name, text in make().items():
        assert (SAMPLE / name).read_text(encoding="utf-8") == text
    assert first_day(RULEBOOK.stages[Stage.INTAKE]) == INTAKE


def test_three_hundred_people_live_in_three_villages() -> None:
    """Each village has as many people as the rulebook says, and none of them lives [K1] [N1] [P1]."""
    people = {row.iin: row for row in REGISTER.rows}
    homes = Counter(row.registration.territory for row in people.values())
    villages = RULEBOOK.territories.children("okrug")
    assert homes == {village.slug: village.population for village in villages}
    assert sum(homes.values()) == RULEBOOK.territories.require("okrug").population == 300
    assert all(is_iin(iin) for iin in people)
    assert {iin[:7] for iin in people} == {"9912311", "9912312", "9901011", "9901012"}
    assert [note.fault for note in REGISTER.notes] == [
        RegisterFault.TERRITORY_UNKNOWN,
        RegisterFault.IIN_MISSING,
    ]


def test_households_share_telephones() -> None:
    """A third of the villagers has no telephone, and many share one, as families do [K1] [E2]."""
    by_iin = {row.iin: row.phone for row in REGISTER.rows}
    shared = Counter(phone for phone in by_iin.values() if phone)
    assert 80 <= sum(phone is None for phone in by_iin.values()) <= 120
    assert sum(count > 1 for count in shared.values()) >= 20


def test_the_people_of_the_chat_page_are_registered_here_too() -> None:
    """The same six people and the daughter are in both registers, with the same telephones [N1]."""
    phones = {row.iin: row.phone for row in REGISTER.rows}
    for row in sandbox_rows(Numbers(NEVER_BORN)):
        assert phones[row.iin] == (row.phone or None)


def test_every_village_has_proposed_something() -> None:
    """Proposals come from all villages, in both languages, each of another direction [N1] [B8]."""
    assert {told["territory"] for told in PROPOSALS} == {"ainakol", "terektisai", "qonyrsai"}
    assert {told["language"] for told in PROPOSALS} == {"kk", "ru"}
    directions = [told["direction"] for told in PROPOSALS]
    assert len(set(directions)) == len(directions)
    models = {model.slug: model.direction for model in RULEBOOK.models}
    for told in PROPOSALS:
        assert told["pictures"]
        assert all(Path(name).stem.split("-")[-1] in SCHEMES for name in told["pictures"])
        if "model" in told:
            assert models[told["model"]] == told["direction"]


def test_some_places_were_looked_at() -> None:
    """Three of the registered places were visited before now, one of them cannot be built on [C5] [N1]."""
    visited = [told for told in PROPOSALS if "site" in told]
    assert {told["status"] for told in visited} == {"registered"}
    assert [told["site"]["land"] and told["site"]["networks"] for told in visited] == [True, True, False]
    assert all(told["site"]["found"]["kk"] and told["site"]["found"]["ru"] for told in visited)


def test_nobody_speaks_twice() -> None:
    """Each voice is another adult's, and every proposal has one author [B1] [D6]."""
    assert len({iin for iin, _, _ in VOICES}) == len(VOICES)
    authors = [int(number) for _, number, part in VOICES if part == "author"]
    assert authors == [*range(1, len(PROPOSALS) + 1)]
    registered = {number for number, told in enumerate(PROPOSALS, 1) if told["status"] == "registered"}
    assert {int(number) for _, number, part in VOICES if part == "support"} == registered
    assert all(told["author"]["name"] for told in PROPOSALS)


def test_the_yards_are_read_and_move_with_the_campaign() -> None:
    """Each line is a place of a village, improved lately or long ago, and dates move along [B3] [N1]."""
    text = (SAMPLE / "yards.csv").read_text(encoding="utf-8")
    yards = read_yards(read_sheet(text.splitlines()), RULEBOOK.territories)
    assert not yards.notes
    days = timedelta(days=400)
    later = read_yards(read_sheet(moved(text, days.days).splitlines()), RULEBOOK.territories)
    assert [yard.improved_on + days for yard in yards.yards] == [yard.improved_on for yard in later.yards]
    since = INTAKE.replace(year=INTAKE.year - RULEBOOK.limits["yard_years"].value)
    assert {yard.improved_on > since for yard in yards.yards} == {True, False}
