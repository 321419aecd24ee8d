"""Every key of a file is known with the line on which a person finds it."""

import pytest

from core.rulebook.lines import parse
from tests.core.rulebook.sample import DEMO

AWKWARD = '''\
first = 1 # a comment

title = { kk = "бір", ru = "два" }
text = """
several
lines"""
after = [ # of a list
  { kk = "a", ru = "b" },
  # { kk = "c" }, left out

  { kk = "c",  ru = "d" }, "e",
]
a.b.c = 1
a.b.d = [1, [2,
  3]]

[one.two]
x = 1
[[rows]]
x = 1

  [[rows]]
  y = 2
  [rows.below]
  z = 3
[one.three]
x = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("first",), 1),
        (("title",), 3),
        (("title", "ru"), 3),
        (("text",), 4),
        (("after",), 7),
        (("after", 0, "ru"), 8),
        (("after", 1), 11),
        (("after", 1, "kk"), 11),
        (("after", 2), 11),
        (("a", "b", "c"), 13),
        (("a", "b", "d", 0), 14),
        (("a", "b", "d", 1, 1), 15),
        (("one", "two"), 17),
        (("one", "two", "x"), 18),
        (("rows",), 19),
        (("rows", 0, "x"), 20),
        (("rows", 1), 22),
        (("rows", 1, "y"), 23),
        (("rows", 1, "below", "z"), 25),
        (("one", "three"), 26),
        (("one", "three", "x"), 27),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    """Comments, long texts, lists, dotted keys and tables out of order leave the count right [A1]."""
    _, lines = parse(AWKWARD, "awkward")
    assert lines[path] == line


def test_every_key_of_a_long_file_stands_where_it_is_said() -> None:
    """In the demo's rulebook each named key is written on the line that is told for it [A1]."""
    _, lines = parse(DEMO, "demo")
    written = DEMO.splitlines()
    for path, line in lines.items():
        if path and isinstance(path[-1], str):
            assert path[-1] in written[line - 1], path
    assert len(lines) > 500
