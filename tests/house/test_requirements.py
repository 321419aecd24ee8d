"""The map of requirements is true: every id is known, what is built is shown, the page is up to date."""

from tests.house import requirement_map, tree

IDS = {
    *(f"P{number}" for number in range(1, 10)),
    *(f"A{number}" for number in range(1, 8)),
    *(f"B{number}" for number in range(1, 10)),
    *(f"C{number}" for number in range(1, 6)),
    *(f"D{number}" for number in range(1, 8)),
    *(f"E{number}" for number in range(1, 12)),
    *(f"F{number}" for number in range(1, 6)),
    *(f"G{number}" for number in range(1, 5)),
    *(f"H{number}" for number in range(1, 4)),
    *(f"I{number}" for number in range(1, 7)),
    *(f"J{number}" for number in range(1, 7)),
    *(f"K{number}" for number in range(1, 4)),
    *(f"L{number}" for number in range(1, 6)),
    "M1",
    "M2",
    "N1",
}
PAGE = """\
| id | in short | state | tests |
|---|---|---|---|
| P1 | The messenger never sees an IIN | built | 7 |
| P2 | Rules are data | later | 0 |

## The tests

### P1

- `tests/gone.py`: test_gone
"""


def test_the_page_lists_every_requirement_once() -> None:
    """The page has one row for each id, with one of the three states."""
    rows = requirement_map.requirements(tree.source(requirement_map.PAGE))
    assert sorted(row.id for row in rows) == sorted(IDS)
    assert {row.state for row in rows} <= set(requirement_map.STATES)


def test_tests_name_known_requirements() -> None:
    """No test claims to show a requirement that does not exist."""
    assert set(requirement_map.shown()) <= IDS


def test_what_is_built_is_shown_by_tests() -> None:
    """Whatever the page calls built, wholly or in part, has a test, and what has one is not called later."""
    rows = requirement_map.requirements(tree.source(requirement_map.PAGE))
    shown = requirement_map.shown()
    begun = {row.id for row in rows if row.state != "later"}
    assert begun - set(shown) == set(), "called built without a test"
    assert set(shown) - begun == set(), "tested but called later"


def test_the_page_is_up_to_date() -> None:
    """`make requirements` would not change the page."""
    page = tree.source(requirement_map.PAGE)
    assert requirement_map.render(page, requirement_map.shown()) == page, "run `make requirements`"


def test_rendering_counts_and_lists_anew() -> None:
    """Numbers and lists of an old page give way to what the tests say now; titles and states stay."""
    page = requirement_map.render(PAGE, {"P2": {"tests/test_rules.py": ["test_a", "test_b"]}})
    assert "| P1 | The messenger never sees an IIN | built | 0 |" in page
    assert "| P2 | Rules are data | later | 2 |" in page
    assert page.endswith("## The tests\n\n### P2\n\n- `tests/test_rules.py`: test_a, test_b\n")
