"""No number of the law stands in code without its act."""

import importlib
import pkgutil
from collections.abc import Mapping

import pytest

import core.law
from core.law.reference import Lawful, Reference

MODULES = [
    importlib.import_module(f"core.law.{module.name}") for module in pkgutil.iter_modules(core.law.__path__)
]
# Bounds of the generated table, an empty default and the clock of the world are no numbers of the law.
NO_LAW = {"FIRST_YEAR", "LAST_YEAR", "NO_OVERRIDES", "UTC"}
CONSTANTS = [
    pytest.param(value, id=f"{module.__name__}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if name.isupper() and not name.startswith("_") and name not in NO_LAW
]


@pytest.mark.parametrize("constant", CONSTANTS)
def test_every_constant_has_its_act(constant: object) -> None:
    """Each number of the law is written beside an act with its day and a link [P2]."""
    values = list(constant.values()) if isinstance(constant, Mapping) else [constant]
    assert values
    for value in values:
        assert isinstance(value, Lawful), "a bare value"
        assert value.source.act
        assert value.source.link.startswith("https://")


def test_constants_are_found() -> None:
    """The test above sees the constants of several modules, the generated one among them [P2]."""
    names = {str(parameter.id) for parameter in CONSTANTS}
    assert {"core.law.index.INDEX", "core.law.holidays.DAYS_OFF", "core.law.age.FULL_AGE"} <= names


def test_no_other_number_stands_at_the_top_of_a_module() -> None:
    """Hidden constants are references or helpers of arithmetic, never numbers of the law [P2]."""
    hidden = {
        f"{module.__name__}.{name}"
        for module in MODULES
        for name, value in vars(module).items()
        if name.startswith("_") and name[1:].isupper() and not isinstance(value, Reference)
    }
    assert hidden == {"core.law.age._LEAP_DAY", "core.law.working_days._SATURDAY"}
