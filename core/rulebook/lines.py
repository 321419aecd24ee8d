"""TOML text into data and the line of every key; apart, because tomllib alone knows no lines."""

import re
import tomllib
from collections.abc import Mapping

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Comment, InlineTable, Item, Null, Table, Whitespace

from core.rulebook.problems import Path, RulebookError, RulebookErrors

_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def parse(text: str, source_name: str) -> tuple[Mapping[str, object], Mapping[Path, int]]:
    """Return the data of a TOML text and the line (from 1) of every key and list element.

    Raises:
        RulebookErrors: with the one error of syntax that stopped the reading (A1).
    """
    text = normalised(text)
    try:
        data = tomllib.loads(text)
        document = tomlkit.parse(text)
    except (ValueError, TOMLKitError, RecursionError) as error:
        raise RulebookErrors(source_name, [_syntax_error(error, text)]) from error
    lines: dict[Path, int] = {(): 1}
    _walk_container(document, (), 1, lines)
    return data, lines


def normalised(text: str) -> str:
    """Return the text as every editor means it: no byte order mark, lines that end with a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _syntax_error(error: Exception, text: str) -> RulebookError:
    message = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    found = _LINE.search(message)
    line = int(found[1]) if found else text.count("\n") + 1
    return RulebookError(line=line, key="", message=f"not valid TOML: {_LINE.sub('', message).strip()}")


def _walk_container(container: Container, path: Path, line: int, lines: dict[Path, int]) -> int:
    """Note the lines of what is in ``container``, which begins on ``line``; return where it ends.

    A document is the text of its parts in order, so counting their line feeds gives every line.
    """
    for key, item in container.body:
        if isinstance(item, Null):
            continue
        if key is None or isinstance(item, Whitespace | Comment):
            line += item.as_string().count("\n")
        elif isinstance(item, AoT):
            line = _walk_array_of_tables(item, (*path, key.key), line, lines)
        elif isinstance(item, Table):
            has_header = not item.is_super_table() and not key.is_dotted()
            line = _walk_table(item, (*path, key.key), line, lines, has_header=has_header)
        else:
            line += item.trivia.indent.count("\n")
            _walk_value(item, (*path, key.key), line, lines)
            line += f"{item.as_string()}{item.trivia.trail}".count("\n")
    return line


def _walk_table(item: Table, path: Path, line: int, lines: dict[Path, int], *, has_header: bool) -> int:
    line += item.trivia.indent.count("\n") if has_header else 0
    lines.setdefault(path, line)
    line += item.trivia.trail.count("\n") if has_header else 0
    return _walk_container(item.value, path, line, lines)


def _walk_array_of_tables(item: AoT, path: Path, line: int, lines: dict[Path, int]) -> int:
    for place, table in enumerate(item.body):
        if place == 0:
            lines.setdefault(path, line + table.trivia.indent.count("\n"))
        line = _walk_table(table, (*path, place), line, lines, has_header=True)
    return line


def _walk_value(item: Item, path: Path, line: int, lines: dict[Path, int]) -> None:
    lines.setdefault(path, line)
    if isinstance(item, InlineTable):
        _walk_container(item.value, path, line, lines)
    elif isinstance(item, Array):
        text, position = item.as_string(), 0
        for place, element in enumerate(item):
            rendered = element.as_string()
            position = text.index(rendered, position)
            _walk_value(element, (*path, place), line + text.count("\n", 0, position), lines)
            position += len(rendered)
