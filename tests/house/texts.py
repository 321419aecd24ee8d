"""Reads the locale files for the tests of the house.

Separate because each of those tests asks the same: which texts there are, in which language and file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import ast

from core.language.inspection import TAG, Entry, Parts, entries, flat
from tests.house import tree

LANGUAGES = ("kk", "ru")
# What only one language needs, such as the suffixes of Kazakh, stands in a file that the other lacks.
OWN_FILES = frozenset({"grammar"})
DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One text of a language with the file that it stands in."""

    language: str
    file: str
    entry: Entry

    @property
    def key(self) -> str:
        """Return the key."""
        return self.entry.key

    @property
    def parts(self) -> Parts:
        """Return what stands inside the text."""
        return self.entry.parts

    @property
    def words(self) -> str:
        """Return what people read, without tags and placeables, in one line."""
        content = " ".join(flat(each) for each in patterns(self.entry.pattern))
        return re.sub(r"[ \n]+", " ", TAG.sub("", content)).strip()

    def __str__(self) -> str:
        return f"{self.language}/{self.file}.ftl {self.key}"


def folder_files(language: str) -> dict[str, str]:
    """Return the sources of a language's files by their names without the ending."""
    found = [name for name in tree.files() if name.match(f"locales/{language}/*.ftl")]
    return {name.stem: tree.source(name) for name in found}


@cache
def texts(language: str) -> tuple[Printed, ...]:
    """Return every text of a language."""
    return tuple(
        Printed(language=language, file=file, entry=entry)
        for file, source in folder_files(language).items()
        for entry in entries(source)
    )


def all_texts() -> Iterator[Printed]:
    """Yield every text of both languages."""
    for language in LANGUAGES:
        yield from texts(language)


def messages(language: str) -> dict[str, Printed]:
    """Return the texts that code may call, by key; terms and one language's own files are left out."""
    return {
        text.key: text
        for text in texts(language)
        if text.file not in OWN_FILES and not text.key.startswith("-")
    }


def patterns(pattern: ast.Pattern) -> Iterator[ast.Pattern]:
    """Yield a pattern and the pattern of every variant inside it."""
    yield pattern
    for select in selections(pattern):
        for variant in select.variants:
            yield from patterns(variant.value)


def selections(pattern: ast.Pattern) -> Iterator[ast.SelectExpression]:
    """Yield the selections that stand directly in a pattern."""
    for element in pattern.elements:
        expression = element.expression if isinstance(element, ast.Placeable) else None
        if isinstance(expression, ast.SelectExpression):
            yield expression


def longest(pattern: ast.Pattern, placeable: int) -> int:
    """Return the most characters that a pattern prints when each fact takes ``placeable`` of them."""
    total = 0
    for element in pattern.elements:
        expression = element.expression if isinstance(element, ast.Placeable) else None
        if isinstance(element, ast.TextElement):
            total += len(TAG.sub("", element.value))
        elif isinstance(expression, ast.SelectExpression):
            total += max(longest(variant.value, placeable) for variant in expression.variants)
        elif not isinstance(expression, ast.StringLiteral):
            total += placeable
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Calque:
    """A form that no text of a language may have."""

    language: str
    wrong: re.Pattern[str]
    right: str
    exempt: tuple[str, ...]

    def is_in(self, text: Printed) -> bool:
        """Say whether a text has the form and isn't exempt."""
        if text.language != self.language or text.key.startswith(self.exempt):
            return False
        return self.wrong.search(text.words) is not None


@cache
def calques() -> tuple[Calque, ...]:
    """Return the list of ``calques.txt``."""
    return tuple(
        Calque(
            language=language,
            wrong=re.compile(rf"\b(?:{wrong})", re.IGNORECASE),
            right=right,
            exempt=tuple(exempt.split()),
        )
        for language, wrong, right, _, exempt in table("calques.txt")
    )


def table(name: str) -> list[list[str]]:
    """Return the cells of a list that lies beside the tests, without its comments.

    Columns are parted by a bar with a space on each side, so that regular expressions may have bars.
    """
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in re.split(r"\s\|(?=\s|$)", line)]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]
