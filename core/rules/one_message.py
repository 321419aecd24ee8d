"""A whole proposal in one message, written into a template; apart, for weak lines have one try (B5, P5)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from core.model.language import Language
from core.model.letters import fold
from core.model.territory import TerritoryTree
from core.rulebook.model import Named
from core.rules.digits import MoneyProblem
from core.rules.money import read_money
from core.rules.words import are_forms_of_one, telling_words, words_of


class TemplateField(StrEnum):
    """What the template asks for, in its order (B5)."""

    DIRECTION = "direction"
    TITLE = "title"
    DESCRIPTION = "description"
    TERRITORY = "territory"
    PLACE = "place"
    COST = "cost"
    NAME = "name"
    PHONE = "phone"


Labels: TypeAlias = Mapping[TemplateField, Sequence[str]]
"""The ways to name each field, of both languages: people mix them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateAnswers:
    """What was written behind the labels, ``None`` where nothing was (B5).

    ``cost`` is whole tenge, or why ``cost_text`` is no sum; it is read back before it counts.
    """

    direction: str | None = None
    title: str | None = None
    description: str | None = None
    territory: str | None = None
    place: str | None = None
    cost: int | MoneyProblem | None = None
    cost_text: str | None = None
    name: str | None = None
    phone: str | None = None


_LABELS_AT_LEAST = 2
_LETTERS_AT_LEAST = 3
_LEADING = re.compile(r"(?:[0-9]{1,2}(?:[.)]|\ufe0f?\u20e3)|[^\w(\[<]|_)*")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s/-]+")
_BEHIND = re.compile(
    r"\s*(?:\([^()\n]*\)\s*)?(?P<mark>[:=]|[-–—](?=\s|$)|(?<=\s)[-–—]|(?=$))\s*(?P<value>.*)", re.DOTALL
)
_EMPTY = re.compile(r"[\W_]*|\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_NUMBER = re.compile(r"(?:№\s*)?(?P<number>[0-9]{1,2})(?:[.)](?P<rest>.*))?", re.DOTALL)


def looks_like_template(text: str, labels: Labels) -> bool:
    """Say whether at least two different labels stand at beginnings of lines (B5)."""
    known = _known(labels)
    found = (_label_of(line, known) for line in text.splitlines())
    return len({field for field, _ in filter(None, found)}) >= _LABELS_AT_LEAST


def read_template(text: str, labels: Labels) -> TemplateAnswers:
    """Return what a filled-in template says; it never fails, and what isn't understood isn't answered (B5).

    A value stands behind its label and a colon, an equals sign or a dash, or on the lines below it up to the
    next label. Numbers, bullets and a hint in brackets around the label don't matter. A label counts once:
    met again it is text. Dots, lines and brackets left of the template are no answer.
    """
    values: dict[TemplateField, list[str]] = {}
    lines: list[str] = []
    known = _known(labels)
    for line in text.splitlines():
        found = _label_of(line, known)
        if found is None or found[0] in values:
            lines.append(line)
        else:
            field, value = found
            values[field] = lines = [value]
    return _answers({field: _value(lines) for field, lines in values.items()})


def match_direction(typed: str, directions: Sequence[Named]) -> str | None:
    """Return the slug of the direction that ``typed`` names by its number from 1 or its beginning (B5).

    ``None`` where none, or more than one, begins so in either language.
    """
    numbered = _NUMBER.fullmatch(typed.strip())
    if numbered:
        place = int(numbered["number"]) - 1
        if not (numbered["rest"] or "").strip():
            return directions[place].slug if 0 <= place < len(directions) else None
        typed = numbered["rest"]
    begun = " ".join(words_of(typed))
    if len(begun) < _LETTERS_AT_LEAST:
        return None
    texts = ((named.slug, " ".join(words_of(text))) for named in directions for text in _texts(named))
    return _only(slug for slug, text in texts if text.startswith(begun) or begun.startswith(text))


def match_territory(typed: str, tree: TerritoryTree) -> str | None:
    """Return the slug of the territory that ``typed`` names in either language, ``None`` unless one (B5).

    The same name comes first, then the same telling words in any form, then a name that has them all.
    """
    names = [(node.slug, node.name.in_language(each)) for node in tree.nodes.values() for each in Language]
    whole, wanted = words_of(typed), telling_words(typed)
    if not wanted:
        return None
    have_all = [(slug, telling_words(name)) for slug, name in names if _has_all(telling_words(name), wanted)]
    return (
        _only(slug for slug, name in names if words_of(name) == whole)
        or _only(slug for slug, words in have_all if _has_all(wanted, words))
        or _only(slug for slug, _ in have_all)
    )


def _known(labels: Labels) -> list[tuple[TemplateField, tuple[str, ...]]]:
    """Return the folded words of every label, the longest first, so that none hides another."""
    known = [(field, words_of(label)) for field, several in labels.items() for label in several]
    return sorted(((field, words) for field, words in known if words), key=lambda each: -len(each[1]))


def _label_of(
    line: str, known: Sequence[tuple[TemplateField, tuple[str, ...]]]
) -> tuple[TemplateField, str] | None:
    start = _LEADING.match(line)
    at = start.end() if start else 0
    for field, words in known:
        end = _end_of(line, at, words)
        behind = _BEHIND.fullmatch(line, end) if end is not None else None
        if behind:
            return field, behind["value"]
    return None


def _end_of(line: str, start: int, words: Sequence[str]) -> int | None:
    """Return where ``words`` end in ``line``, ``None`` where it doesn't go on with them at ``start``."""
    at = start
    for place, expected in enumerate(words):
        gap = _BETWEEN.match(line, at) if place else None
        word = _WORD.match(line, gap.end() if gap else at)
        if word is None or (place and gap is None) or fold(word.group()) != expected:
            return None
        at = word.end()
    return at


def _value(lines: Sequence[str]) -> str | None:
    kept = [line.strip() for line in lines]
    value = "\n".join("" if _EMPTY.fullmatch(line) else line.strip("_ ") for line in kept)
    return re.sub(r"\n{3,}", "\n\n", value).strip() or None


def _answers(values: Mapping[TemplateField, str | None]) -> TemplateAnswers:
    cost = values.get(TemplateField.COST)
    return TemplateAnswers(
        direction=values.get(TemplateField.DIRECTION),
        title=values.get(TemplateField.TITLE),
        description=values.get(TemplateField.DESCRIPTION),
        territory=values.get(TemplateField.TERRITORY),
        place=values.get(TemplateField.PLACE),
        cost=read_money(cost) if cost else None,
        cost_text=cost,
        name=values.get(TemplateField.NAME),
        phone=values.get(TemplateField.PHONE),
    )


def _texts(named: Named) -> Iterator[str]:
    return (named.text.in_language(language) for language in Language)


def _has_all(words: frozenset[str], wanted: frozenset[str]) -> bool:
    return all(any(are_forms_of_one(word, other) for other in words) for word in wanted)


def _only(slugs: Iterator[str]) -> str | None:
    found = set(slugs)
    return found.pop() if len(found) == 1 else None
