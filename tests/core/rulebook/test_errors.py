"""The table of mistakes: each is one edit of a sound file, told at its line and key with what to do."""

import tomllib
from pathlib import Path

import pytest

from tests.core.rulebook.sample import edited, errors_of, line_of

MISTAKES = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8"))
UNSTATED = 'unstated = ["akimat.bin", "official.application_form"]'
TERRITORIES = 'territories = ["ortalyq", "zhagalau", "samal", "qaragaily"]'


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told(name: str) -> None:
    """Every mistake is told once, at its line and dotted key, with what would be right [A1] [P2] [P8]."""
    mistake = MISTAKES[name]
    text = edited((mistake["old"], mistake["new"]))
    errors = errors_of(text)
    assert [error.key for error in errors] == [mistake["key"]]
    assert mistake["message"] in errors[0].message
    assert not mistake["at"] or errors[0].line == line_of(text, mistake["at"])


def test_a_bin_is_twelve_digits() -> None:
    """A BIN of another length, or without quotes, is told [A1]."""
    for written in ('"12345"', "123456789012"):
        text = edited((UNSTATED, UNSTATED.replace('"akimat.bin", ', "")))
        text = edited(('slug = "semey"\n', f'slug = "semey"\nbin = {written}\n'), text=text)
        assert [(error.key, error.line) for error in errors_of(text)] == [
            ("akimat.bin", line_of(text, "bin = "))
        ]


def test_voting_territories_stand_at_one_level() -> None:
    """Money, threshold and outcome cannot stand at two levels of the tree, and the levels are named [A1]."""
    text = edited((TERRITORIES, TERRITORIES.replace('"samal"', '"samal-1", "samal-2"')))
    text = edited(
        (
            'samal = { value = 60000000, act = "choice" }',
            'samal-1 = { value = 1, act = "choice" }\nsamal-2 = { value = 1, act = "choice" }',
        ),
        text=text,
    )
    (error,) = errors_of(text)
    assert error.key == "voting.territories"
    assert "samal-1 (level 3)" in error.message


def test_an_open_outcome_needs_a_guide() -> None:
    """A campaign with unstated voting keys is refused unless it only guides [A1] [A6]."""
    start, end = edited().index("[outcome]"), edited().index("[review]")
    text = edited((UNSTATED, UNSTATED.replace("]", ', "outcome"]')))
    text = edited((edited()[start:end], ""), text=text)
    (error,) = errors_of(text)
    assert (error.key, error.line) == ("unstated[3]", line_of(text, "unstated"))
    assert errors_of(edited(('mode = { value = "sole"', 'mode = { value = "guide"'), text=text)) == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2024-02-29T23:30:00", "write 2024-02-29T23:30:00+06:00 or 2024-02-29T23:30:00+05:00"),
        ("2024-02-29T22:59:59", None),
        ("2024-02-29T23:30:00+06:00", None),
        ("2024-02-29T23:30:00+05:00", None),
        ("2024-03-01T00:00:00", None),
        ("2004-03-28T02:30:00", "never happened"),
    ],
)
def test_the_hour_that_happened_twice_needs_an_offset(written: str, message: str | None) -> None:
    """On 29 February 2024 23:30 came twice in Almaty, so the file must say which one it means [P8]."""
    text = edited(("opens = 2026-08-24T09:00:00", f"opens = {written}"))
    errors = errors_of(text)
    assert [error.key for error in errors] == (["stages.announcement.opens"] if message else [])
    assert all(message is not None and message in error.message for error in errors)
