"""The walls of the house: imports point down, and the rules live on the standard library's pure part."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree

PURE_STOREYS = ("core/model", "core/law", "core/rules")

# What stands here computes and nothing else: no clock, no chance, no files, no network, no waiting.
PURE_MODULES = {
    "abc",
    "base64",
    "bisect",
    "collections",
    "contextlib",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "hmac",
    "heapq",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "statistics",
    "string",
    "types",
    "typing",
    "unicodedata",
    "zoneinfo",
}
BELOW_RULES = ("core.model", "core.law", "core.rulebook", "core.rules")
IMPURE_CALLS = {"open", "print", "input", "eval", "exec", "__import__", "breakpoint"}
CLOCK_CALLS = {"now", "utcnow", "today"}


def test_imports_point_down() -> None:
    """Every contract of the architecture between the storeys holds [P3]."""
    linter = Path(sys.executable).with_name("lint-imports")
    outcome = subprocess.run(
        [linter, "--no-logo"], cwd=tree.ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_rules_live_on_the_pure_standard_library() -> None:
    """Rules, law and model import nothing that has a clock, chance, files or a network [P2]."""
    strangers = [
        f"{name}:{line} imports {module}"
        for name in tree.modules(*PURE_STOREYS)
        for line, module in _imports(tree.tree(name))
        if not _is_pure(module)
    ]
    assert strangers == []


def test_rules_neither_read_nor_ask_the_time() -> None:
    """Rules take `now` as an argument and touch no file and no terminal [P8]."""
    offences = [
        f"{name}:{node.lineno} calls {ast.unparse(node.func)}"
        for name in tree.modules(*PURE_STOREYS)
        for node in ast.walk(tree.tree(name))
        if isinstance(node, ast.Call) and _is_impure(node.func)
    ]
    assert offences == []


def test_a_wall_notices_what_it_must() -> None:
    """The two checks above see the offences that they are for [P2]."""
    module = ast.parse("import time\nfrom random import choice\ndatetime.now()\nopen('register.csv')")
    assert [name for _, name in _imports(module) if not _is_pure(name)] == ["time", "random"]
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    assert [_is_impure(call.func) for call in calls] == [True, True]


def _imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."


def _is_pure(module: str) -> bool:
    ours = any(module == storey or module.startswith(f"{storey}.") for storey in BELOW_RULES)
    return ours or module.split(".", maxsplit=1)[0] in PURE_MODULES


def _is_impure(function: ast.expr) -> bool:
    match function:
        case ast.Name(id=name):
            return name in IMPURE_CALLS
        case ast.Attribute(value=ast.Name(id="datetime" | "date"), attr=name):
            return name in CLOCK_CALLS
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="datetime")), attr=name):
            return name in CLOCK_CALLS
        case _:
            return False
