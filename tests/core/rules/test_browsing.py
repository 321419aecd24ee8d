"""A typed number (D5); order and pages are tried where the list is."""

import pytest

from core.rules.browsing import read_number


@pytest.mark.parametrize("typed", ["12", " №12 ", "№ 12", "# 12", "n 12", "No. 12", "012", "12."])
def test_a_number_is_read(typed: str) -> None:
    """However an application number is written, it is the same number [D5]."""
    assert read_number(typed) == 12


@pytest.mark.parametrize("typed", ["", "0", "12-үй", "1 2", "№", "1234567", "-12", "12,5"])
def test_anything_else_is_none(typed: str) -> None:
    """An address, a sum, too many digits: searched for like any word [D5]."""
    assert read_number(typed) is None
