"""Reads the project's own files for the tests of the house.

Separate because each of those tests asks the same: which files are ours, what stands in them.
"""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
STOREYS = ("app", "bench", "bot", "core", "demo", "gateways", "messenger", "sandbox", "web", "worker")

AsyncFunction = ast.AsyncFunctionDef
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[Path, ...]:
    """Return every file that is committed or would be, relative to the root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    names = (Path(name) for name in sorted(filter(None, listing.split("\0"))))
    return tuple(name for name in names if (ROOT / name).is_file())


def modules(*folders: str) -> list[Path]:
    """Return our Python files, below `folders` where any are given."""
    python = [name for name in files() if name.suffix == ".py"]
    if not folders:
        return python
    return [name for name in python if any(name.is_relative_to(folder) for folder in folders)]


@cache
def source(name: Path) -> str:
    """Return the text of one of our files."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: Path) -> ast.Module:
    """Return the syntax tree of one of our Python files."""
    return ast.parse(source(name), filename=str(name))


def functions(name: Path) -> Iterator[Function]:
    """Yield every function and method of a Python file, nested ones too."""
    for node in ast.walk(tree(name)):
        if isinstance(node, Function):
            yield node


def has_docstring(function: Function) -> bool:
    """Say whether a function begins with its docstring."""
    return ast.get_docstring(function, clean=False) is not None


def docstrings(name: Path) -> set[int]:
    """Return the identities of a file's strings that only describe: of modules, classes, functions, names."""
    return {
        id(node.value)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
