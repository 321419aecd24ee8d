"""The page on the rulebook names every key that the loader takes, and no other."""

import re
import tomllib
from enum import StrEnum
from typing import Any

import pytest

from core.model.person import RegistrationKind, Verification
from core.model.stage import Stage
from core.model.territory import TerritoryKind
from core.rulebook.loader import read
from core.rulebook.model import (
    AgeCountedOn,
    Leftovers,
    ListOrder,
    Mode,
    NotFitting,
    SmallCount,
    TieBreak,
)
from core.rulebook.model_voting import BoxKey
from core.rulebook.problems import RulebookErrors
from core.rules.register import COLUMNS
from tests.core.rulebook.sample import FOLDER, edited

PAGE = (FOLDER.parent / "docs" / "rulebook.md").read_text(encoding="utf-8")
PROJECTS = FOLDER.parent / "demo" / "semey-demo" / "projects.toml"
ENUMS = (
    AgeCountedOn,
    BoxKey,
    Leftovers,
    ListOrder,
    Mode,
    NotFitting,
    RegistrationKind,
    SmallCount,
    Stage,
    TerritoryKind,
    TieBreak,
    Verification,
)
NAMED_BY_AKIMAT = {
    ("acts",): "<act>",
    ("territories",): "<territory>",
    ("stages",): "<stage>",
    ("stage_overrides",): "<territory>",
    ("stage_overrides", "<territory>"): "<stage>",
    ("money", "territories"): "<territory>",
    ("voting", "adults"): "<territory>",
}

CAP = 'multiplier = { value = 15000, act = "choice" }\nindex_year = 2026'
WINDOW = 'opens = 2026-11-20T09:00:00\ncloses = 2026-11-29T00:00:00\nact = "choice"'
EVERYTHING = edited(
    ('unstated = ["akimat.bin", "official.application_form"]', 'unstated = ["review.appeal_days"]'),
    ('appeal_days = { value = 3, act = "choice" }\n', ""),
    ('slug = "semey"\n', 'slug = "semey"\nbin = "123456789012"\n'),
    ("[outcome]\n", "[outcome]\nexclusive = [[12, 17]]\n"),
    ("[outcome]\n", '[voting.adults]\nsamal = { value = 900, act = "choice" }\n\n[outcome]\n'),
    ("from_entitled = {", 'at = { value = "14:00", act = "choice" }, from_entitled = {'),
    ("small_count_below", 'box_key = { value = "safe", act = "choice" }\nsmall_count_below'),
    ("[official]\n", '[official]\napplication_form = "https://example.kz/form.pdf"\n'),
    ('phone = "00-00-03"', 'phone = "00-00-03"\naddress = { kk = "Үлгі көшесі", ru = "улица Образцовая" }'),
    ("[limits]", f"[stage_overrides.samal.voting]\n{WINDOW}\n\n[limits]"),
)
IN_TENGE = edited((CAP, 'tenge = { value = 60000000, act = "choice" }'))


def keys(data: Any, here: tuple[str, ...] = ()) -> set[str]:
    """Return the keys of a file as the page writes them: lists as ``[]``, names in brackets."""
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return {key for element in data for key in keys(element, (*here[:-1], f"{here[-1]}[]"))}
    if not isinstance(data, dict) or data.keys() == {"value", "act"} or data.keys() == {"kk", "ru"}:
        return {".".join(here)}
    named = NAMED_BY_AKIMAT.get(here)
    return {key for name, below in data.items() for key in keys(below, (*here, named or name))}


def documented() -> set[str]:
    """Return the keys in the first columns of the page's tables."""
    cells = re.findall(r"^\| (`[^|]+`) \|", PAGE, re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}


def test_the_page_names_every_key_and_no_other() -> None:
    """Each key of rulebook and project list, and each column of the register, stands in a table [A1]."""
    taken = {key for text in (EVERYTHING, IN_TENGE) for key in keys(tomllib.loads(text))}
    assert read(EVERYTHING, "everything") != read(IN_TENGE, "in tenge")
    taken |= keys(tomllib.loads(PROJECTS.read_text(encoding="utf-8")))
    assert documented() == taken | set(COLUMNS)


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_the_page_names_every_word(enum: type[StrEnum]) -> None:
    """Each word that a key can take is written on the page [A1]."""
    assert [word.value for word in enum if f"`{word.value}`" not in PAGE] == []


def test_errors_on_the_page_are_those_of_the_loader() -> None:
    """The printed example of errors is what the loader says today [A1]."""
    text = edited(
        ("opens = 2026-09-01T00:00:00", "opens = 2026-09-01"),
        ('proposals_per_author = { value = 1, act = "semey-2024-instruction" }', "proposals_per_author = 1"),
        ("samal = { value = 60000000", "samall = { value = 60000000"),
    )
    with pytest.raises(RulebookErrors) as refused:
        read(text, "semey.toml")
    assert f"```\n{refused.value}\n```" in PAGE
