"""Pieces small enough to be read in one go: files, functions, handlers."""

from pathlib import Path

from tests.house import tree

FILE_LINES = 300
FUNCTION_LINES = 40
HANDLER_LINES = 8

# A migration is a record of what was done once, not code that somebody will change.
RECORDS = Path("core/store/migrations/versions")


def _readable() -> list[Path]:
    return [name for name in tree.modules() if not name.is_relative_to(RECORDS)]


def test_files_are_short() -> None:
    """No Python file is longer than 300 lines."""
    sizes = {str(name): len(tree.source(name).splitlines()) for name in _readable()}
    assert {name: lines for name, lines in sizes.items() if lines > FILE_LINES} == {}


def test_functions_are_short() -> None:
    """No function is longer than 40 lines, its docstring included."""
    long = [
        f"{name}:{function.lineno} {function.name} has {_lines(function)} lines"
        for name in _readable()
        for function in tree.functions(name)
        if _lines(function) > FUNCTION_LINES
    ]
    assert long == []


def test_handlers_are_short() -> None:
    """A handler of the bot takes typed input, calls one use case and shows the result: 8 lines at most."""
    long = [
        f"{name}:{function.lineno} {function.name} has {_body_lines(function)} lines"
        for name in tree.modules("bot/handlers", "bot/dialogs")
        if name.is_relative_to("bot/handlers") or name.name == "actions.py"
        for function in tree.functions(name)
        if isinstance(function, tree.AsyncFunction) and _body_lines(function) > HANDLER_LINES
    ]
    assert long == []


def _lines(function: tree.Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _body_lines(function: tree.Function) -> int:
    """Return the lines from the first statement after the docstring to the last one."""
    body = function.body[1:] if tree.has_docstring(function) else function.body
    if not body:
        return 0
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1
