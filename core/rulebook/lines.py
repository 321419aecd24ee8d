"""TOML text into data and the line of every key; apart, because tomllib alone knows no lines."""

import re
import tomllib
from collections.abc import Iterator, Mapping

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
        lines = _Lines(text).of
    except (ValueError, TOMLKitError, RecursionError) as error:
        raise RulebookErrors(source_name, [_syntax_error(error, text)]) from error
    return data, lines


def normalised(text: str) -> str:
    """Return the text as every editor means it: no byte order mark, lines that end with a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _syntax_error(error: Exception, text: str) -> RulebookError:
    message = "nested too deeply" if isinstance(error, RecursionError) else str(error)
    found = _LINE.search(message)
    line = int(found[1]) if found else text.count("\n") + 1
    return RulebookError(line=line, key="", message=f"not valid TOML: {_LINE.sub('', message).strip()}")


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text in pieces of one heading each, with the line on which a piece begins.

    tomlkit moves tables that are written apart under one another, so that lines of the whole would be wrong.
    """
    first, piece = 1, ""
    for number, line in enumerate(text.split("\n"), start=1):
        # Inside a text or list of several lines a bracket is no heading, and what precedes it is no TOML.
        if line.lstrip().startswith("[") and _is_toml(piece):
            yield first, piece
            first, piece = number, ""
        piece += f"{line}\n"
    yield first, piece


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True


class _Lines:
    """Finds the line of everything: a piece is the text of its parts in order, so line feeds are counted."""

    def __init__(self, text: str) -> None:
        self.of: dict[Path, int] = {(): 1}
        self._rows: dict[Path, int] = {}
        for first, piece in _pieces(text):
            self._container(tomlkit.parse(piece), (), first)

    def _container(self, container: Container, path: Path, line: int) -> int:
        """Note what is in a container that begins on ``line``; return the line on which it ends."""
        for key, item in container.body:
            if isinstance(item, Null):
                continue
            if key is None or isinstance(item, Whitespace | Comment):
                line += item.as_string().count("\n")
            elif isinstance(item, AoT):
                line = self._array_of_tables(item, (*path, key.key), line)
            elif isinstance(item, Table):
                has_heading = not item.is_super_table() and not key.is_dotted()
                line = self._table(item, (*path, key.key), line, has_heading=has_heading)
            else:
                line += item.trivia.indent.count("\n")
                self._value(item, (*path, key.key), line)
                line += f"{item.as_string()}{item.trivia.trail}".count("\n")
        return line

    def _table(self, item: Table, path: Path, line: int, *, has_heading: bool) -> int:
        if path in self._rows:
            # A heading such as [rows.below] belongs to the last of [[rows]].
            path = (*path, self._rows[path])
        line += item.trivia.indent.count("\n") if has_heading else 0
        self.of.setdefault(path, line)
        line += item.trivia.trail.count("\n") if has_heading else 0
        return self._container(item.value, path, line)

    def _array_of_tables(self, item: AoT, path: Path, line: int) -> int:
        self.of.setdefault(path, line)
        for table in item.body:
            self._rows[path] = self._rows.get(path, -1) + 1
            line = self._table(table, (*path, self._rows[path]), line, has_heading=True)
        return line

    def _value(self, item: Item, path: Path, line: int) -> None:
        self.of.setdefault(path, line)
        if isinstance(item, InlineTable):
            self._container(item.value, path, line)
        elif isinstance(item, Array):
            text, position = item.as_string(), 0
            for place, element in enumerate(item):
                rendered = element.as_string()
                position = text.index(rendered, position)
                self._value(element, (*path, place), line + text.count("\n", 0, position))
                position += len(rendered)
