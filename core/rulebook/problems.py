"""What is wrong with a rulebook, by line and dotted key; apart, so that every reader reports alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

Path = tuple[str | int, ...]
"""Where a value stands: names of keys, and places in lists counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookError:
    """One error of meaning, or the only one of syntax: its line, its dotted key, what to do about it (A1)."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """Return the error as the command line prints it."""
        return (
            f"line {self.line}: {self.key}: {self.message}"
            if self.key
            else f"line {self.line}: {self.message}"
        )


class RulebookErrors(Exception):
    """A rulebook cannot be taken; ``errors`` are all of its errors in the order of their lines (A1)."""

    def __init__(self, source_name: str, errors: Iterable[RulebookError]) -> None:
        """Keep the errors, sorted by line."""
        self.source_name = source_name
        self.errors = tuple(sorted(errors, key=lambda error: (error.line, error.key)))
        super().__init__("\n".join(f"{source_name}: {error}" for error in self.errors))


class Problems:
    """Gathers errors while a rulebook is read, and knows on which line each key stands."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        """Take the line of every key of the file."""
        self._lines = lines
        self._errors: dict[Path, str] = {}

    def add(self, path: Path, message: str) -> None:
        """Report ``message`` at ``path``; the first one stands, since later ones follow from it."""
        self._errors.setdefault(path, message)

    def is_spoilt(self, *paths: Path) -> bool:
        """Say whether something at, above or below one of ``paths`` is wrong; nothing may rest on it then."""
        return any(
            wrong[: len(path)] == path or path[: len(wrong)] == wrong
            for wrong in self._errors
            for path in paths
        )

    def errors(self) -> tuple[RulebookError, ...]:
        """Return what was reported; a key that is missing has the line of the table that lacks it."""
        return tuple(
            RulebookError(line=self._line(path), key=dotted(path), message=message)
            for path, message in self._errors.items()
        )

    def _line(self, path: Path) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def dotted(path: Path) -> str:
    """Write a path as people read it; places in lists are counted from 1: ``directions[3].text.kk``."""
    written = ""
    for step in path:
        written += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if written else step
    return written


def nearest(word: str, known: Iterable[str]) -> str:
    """Return what ``word`` is a misspelling of, or an empty text where nothing known is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def did_you_mean(near: str) -> str:
    """Return the hint that ends a message, or nothing where there is no ``near``."""
    return f" (did you mean {str(near)!r}?)" if near else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the hint at the nearest of ``known``, or nothing where none is near."""
    return did_you_mean(nearest(word, known))
