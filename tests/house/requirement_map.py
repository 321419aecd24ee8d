"""Writes `docs/requirements.md`: which tests show which requirement.

Separate from the test that checks the page, because `make requirements` runs it as a command. The page keeps
its titles and states by hand; this fills in the numbers and the list of tests.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.house import tree

PAGE = Path("docs/requirements.md")
STATES = ("built", "part", "later")

_NAMED = re.compile(r"\[([A-NP]\d{1,2})\]")
_ROW = re.compile(r"^\| (?P<id>[A-NP]\d{1,2}) \| (?P<title>.+?) \| (?P<state>\w+) \| (?P<count>\d+) \|$")
_TAIL = "## The tests\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A row of the page: the id, its title in short, and how far it is built."""

    id: str
    title: str
    state: str


def requirements(page: str) -> list[Requirement]:
    """Return the page's rows in their order."""
    rows = filter(None, map(_ROW.match, page.splitlines()))
    return [Requirement(id=row["id"], title=row["title"], state=row["state"]) for row in rows]


def shown() -> dict[str, dict[str, list[str]]]:
    """Return, for every id that a test's docstring names, the tests by file in the order of the files."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in tree.modules("tests"):
        for function in tree.functions(name):
            if function.name.startswith("test_"):
                for requirement in _NAMED.findall(ast.get_docstring(function) or ""):
                    found[requirement][name.as_posix()].append(function.name)
    return {requirement: dict(tests) for requirement, tests in found.items()}


def render(page: str, tests: Mapping[str, Mapping[str, list[str]]]) -> str:
    """Return the page with its numbers and its list of tests made anew."""
    head = page.split(_TAIL, maxsplit=1)[0]
    rows = [_with_count(line, tests) for line in head.splitlines()]
    lists = [_tests_of(row.id, tests[row.id]) for row in requirements(head) if row.id in tests]
    return "\n".join([*rows, _TAIL, "\n".join(lists)])


def _with_count(line: str, tests: Mapping[str, Mapping[str, list[str]]]) -> str:
    row = _ROW.match(line)
    if row is None:
        return line
    count = sum(map(len, tests.get(row["id"], {}).values()))
    return f"| {row['id']} | {row['title']} | {row['state']} | {count} |"


def _tests_of(requirement: str, files: Mapping[str, list[str]]) -> str:
    lines = [f"### {requirement}", ""]
    lines += [f"- `{name}`: " + ", ".join(tests) for name, tests in files.items()]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    path = tree.ROOT / PAGE
    path.write_text(render(tree.source(PAGE), shown()), encoding="utf-8")
    print(f"{PAGE}: {len(shown())} requirements are shown by tests")
