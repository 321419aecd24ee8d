"""Loads the texts of both languages and prints them: the one strict wrapper around Fluent (P6).

Separate because Fluent by itself forgives: it skips broken entries, prints the name of a missing variable
and escapes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast

from core.language.functions import Fact, Functions
from core.language.markup import Safe, escape, is_plain, plain
from core.model.language import Language, Text
from core.model.territory import Territory

__all__ = ["LocaleError", "Locales", "Safe", "Words"]

# A page of a list is one argument; Fluent's limit of 2500 characters guards against texts of strangers.
resolver.MAX_PART_LENGTH = 20_000

_log = structlog.get_logger()


class LocaleError(Exception):
    """A text or a fact that it needs is missing or broken; names the key, never a fact's value (M2)."""


class Words:
    """The texts of one language, called by key: ``words("vote-closed", closes=instant)``."""

    def __init__(self, language: Language, entries: Sequence[ast.EntryType], *, strict: bool) -> None:
        """Take the parsed texts; ``strict`` raises where otherwise another text makes do (P6)."""
        self.language = language
        self._strict = strict
        self._other: Words | None = None
        self._reported: set[str] = set()
        self._functions = Functions(language, self.say)
        # Fluent takes strings from functions too, although its annotation knows its own types alone.
        table: Any = dict(self._functions.table())
        self._bundle = FluentBundle([language.value], functions=table, use_isolating=False)
        self._bundle.add_resource(ast.Resource(list(entries)))

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text called ``key`` (or ``key.attribute``) with ``facts`` in it.

        Facts are numbers, strings, days, aware instants, shares, ``Text``, ``Territory``, or tuples of these.
        The result is ``Safe`` HTML, or a plain string where Telegram reads no HTML (``markup.is_plain``).
        Raises ``LocaleError`` when strict; otherwise logs once and prints the other language's text or, last,
        the key.
        """
        try:
            return self.say(key, **facts)
        except LocaleError as error:
            if self._strict:
                raise
            self._report(key, error)
            return self._other.otherwise(key, facts) if self._other else key

    def say(self, key: str, /, **facts: object) -> str:
        """Return the text called ``key``; raise ``LocaleError`` for anything wrong with it or its facts."""
        pattern = self._pattern(key)
        arguments = {name: self._argument(fact) for name, fact in facts.items()}
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            reasons = "; ".join(f"{type(error).__name__}: {error}" for error in errors)
            raise LocaleError(f"{self.language}: {key}: {reasons}")
        safe = Safe(text)
        return plain(safe) if is_plain(key) else safe

    def otherwise(self, key: str, facts: Mapping[str, object]) -> str:
        """Return the text for a reader of the other language, whose own failed, or the key."""
        try:
            return self.say(key, **facts)
        except LocaleError as error:
            self._report(key, error)
            return key

    def fall_back_on(self, other: "Words") -> None:
        """Print the text of ``other`` where this language fails and isn't strict."""
        self._other = other

    def _pattern(self, key: str) -> resolver.Pattern:
        name, _, attribute = key.partition(".")
        if self._bundle.has_message(name):
            message = self._bundle.get_message(name)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is not None:
                return pattern
        raise LocaleError(f"{self.language}: {key}: no such text")

    def _argument(self, fact: object) -> object:
        """Return ``fact`` as Fluent takes it: strings escaped; days and shares print themselves."""
        argument: object
        match fact:
            case bool():
                argument = "yes" if fact else "no"
            case int() | Decimal() | FluentType():
                argument = fact
            case str():
                argument = escape(fact)
            case Text():
                argument = escape(fact.in_language(self.language))
            case Territory():
                argument = escape(fact.name.in_language(self.language))
            case datetime():
                argument = Fact(fact, partial(self._functions.datetime, fact))
            case date():
                argument = Fact(fact, partial(self._functions.date, fact))
            case Fraction():
                argument = Fact(fact, partial(self._functions.percent, fact))
            case tuple() | list():
                argument = self._joined(fact)
            case _:
                raise LocaleError(f"{self.language}: a text can't print {type(fact).__name__}")
        return argument

    def _joined(self, facts: Sequence[object]) -> str:
        printed = [self.say("language-item", item=fact) for fact in facts]
        if len(printed) < 2:  # noqa: PLR2004 one item, or none, needs no joining
            return Safe("".join(printed))
        return self.say("language-list", most=Safe(", ".join(printed[:-1])), last=Safe(printed[-1]))

    def _report(self, key: str, error: LocaleError) -> None:
        if key not in self._reported:
            self._reported.add(key)
            _log.error("text_failed", language=self.language.value, key=key, reason=str(error))


class Locales:
    """The texts of every language, read once at the start."""

    def __init__(self, words: Mapping[Language, Words]) -> None:
        """Keep the words of each language; each falls back on another one."""
        self._words = dict(words)
        for language, own in self._words.items():
            for other in (words[each] for each in Language if each is not language):
                own.fall_back_on(other)

    @classmethod
    def load(cls, root: Path, *, strict: bool) -> "Locales":
        """Read ``root/<language>/*.ftl``; raise ``LocaleError`` for a language without texts.

        When strict, junk and a key that is defined twice are raised too; otherwise they are logged.
        """
        return cls({language: _read(root / language, language, strict=strict) for language in Language})

    def words(self, language: Language) -> Words:
        """Return the words of ``language``."""
        return self._words[language]


def _read(folder: Path, language: Language, *, strict: bool) -> Words:
    entries: list[ast.EntryType] = []
    for path in sorted(folder.glob("*.ftl")):
        entries.extend(FluentParser().parse(path.read_text(encoding="utf-8")).body)
    if not entries:
        raise LocaleError(f"{folder}: no texts")
    faults = [*_faults(entries)]
    if faults and strict:
        raise LocaleError(f"{language}: " + "; ".join(faults))
    for fault in faults:
        _log.error("text_broken", language=language.value, reason=fault)
    return Words(language, entries, strict=strict)


def _faults(entries: Sequence[ast.EntryType]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        if isinstance(entry, ast.Junk):
            yield f"junk: {(entry.content or '').strip()[:60]}"
        elif isinstance(entry, ast.Message | ast.Term):
            name = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
            if name in seen:
                yield f"defined twice: {name}"
            seen.add(name)
