"""Whatever happens to a sound file, the loader answers with a rulebook or with errors, never with a crash."""

import tomllib
from collections.abc import Callable
from typing import Any

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from core.rulebook.loader import read
from tests.core.rulebook.sample import DEMO, SHIPPED, errors_of

VALUES: tuple[Any, ...] = (
    -1,
    0,
    10**30,
    True,
    1.5,
    float("nan"),
    "",
    "x" * 400,
    "semey",
    "choice",
    [],
    [1],
    [[1, 2]],
    ["semey", "semey"],
    [{}],
    {},
    {"value": 1},
    {"value": [], "act": "choice"},
    {"kk": "a b", "ru": "a b"},
    tomllib.loads("a = 2024-02-29T23:30:00")["a"],
    tomllib.loads("a = 0001-01-01T00:00:00Z")["a"],
    tomllib.loads("a = 2024-02-29")["a"],
    tomllib.loads("a = 10:00:00")["a"],
)

Path = tuple[str | int, ...]


def paths(data: Any, here: Path = ()) -> list[Path]:
    """Return every path of keys and places in a file's data."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path for key, value in below for path in ((*here, key), *paths(value, (*here, key)))]


PATHS = paths(tomllib.loads(DEMO))


def is_answered(text: str) -> bool:
    """Say whether the loader takes the text or tells errors on lines of it; anything else is a crash."""
    errors = errors_of(text)
    lines = text.count("\n") + 1
    return all(1 <= error.line <= lines and error.message for error in errors)


def changed(path: Path, change: Callable[[Any, str | int], None]) -> str | None:
    """Return the demo's text with the change made at the path, or nothing where TOML cannot be written so."""
    data = tomllib.loads(DEMO)
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    try:
        return tomlkit.dumps(data)
    except (ValueError, TypeError):
        return None


def remove(holder: Any, key: str | int) -> None:
    """Take the key away."""
    del holder[key]


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PATHS))
def test_any_key_may_be_missing(path: Path) -> None:
    """Taking away any key of a sound file gives a rulebook or errors with lines of the file [A1]."""
    text = changed(path, remove)
    assert text is not None
    assert is_answered(text)


@settings(max_examples=100, deadline=None)
@given(path=st.sampled_from(PATHS), value=st.sampled_from(VALUES))
def test_any_value_may_be_anything(path: Path, value: Any) -> None:
    """Putting anything in the place of any value gives a rulebook or errors with lines of the file [A1]."""

    def put(holder: Any, key: str | int) -> None:
        holder[key] = value

    text = changed(path, put)
    assert text is None or is_answered(text)


@settings(max_examples=80, deadline=None)
@given(
    where=st.integers(min_value=0, max_value=len(DEMO)),
    length=st.integers(min_value=0, max_value=40),
    put=st.sampled_from(
        ["", "[", "]", "{", '"', "\n", "=", "[[", "'''", "#", "\x00", "é", "[acts]\n", "a.b.c = 1\n"]
    ),
)
def test_any_text_may_be_damaged(where: int, length: int, put: str) -> None:
    """Cutting a piece out of the text, or putting signs of TOML into it, never crashes the loader [A1]."""
    assert is_answered(DEMO[:where] + put + DEMO[where + length :])


def test_every_shipped_file_survives_being_written_again() -> None:
    """A file read by an editor of TOML and written again is the same rulebook [A1]."""
    for path in SHIPPED:
        text = path.read_text(encoding="utf-8")
        assert tomlkit.dumps(tomlkit.parse(text)) == text
        assert read(tomlkit.dumps(tomlkit.parse(text)), "again") == read(text, "first")
