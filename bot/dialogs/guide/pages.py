"""Writes a chapter of the rules: paragraphs, the act of each number, and pages that fit on a phone (A3, P2).

Separate from the chapters, because how a number is sourced and where a page ends is one rule for all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.language.locales import Words
from core.language.markup import Safe, plain
from core.rulebook.model import CHOICE, Rulebook, Sourced

PAGE_LENGTH = 1_100
"""Characters of a page without its heading; a phone shows some 1,500 in two turns of the thumb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with the acts that it refers to by their marks."""

    text: str
    acts: tuple[str, ...]

    @property
    def length(self) -> int:
        """Return how many characters people see."""
        return len(plain(self.text))


class Writer:
    """A chapter in the making: what is said, and which acts were cited by it."""

    def __init__(self, words: Words, rulebook: Rulebook) -> None:
        """Begin an empty chapter of ``rulebook``."""
        self.words = words
        self.rulebook = rulebook
        self._paragraphs: list[Paragraph] = []
        self._marks: dict[str, int] = {}
        self._cited: list[str] = []

    def say(self, key: str, /, **facts: object) -> None:
        """Add the paragraph called ``key``; a fact with a source prints as its value."""
        valued = {name: fact.value if isinstance(fact, Sourced) else fact for name, fact in facts.items()}
        self._paragraphs.append(Paragraph(text=self.words(key, **valued), acts=tuple(self._cited)))
        self._cited.clear()

    def cite(self, *acts: str) -> str:
        """Return what follows a number: the mark of each of its acts, or that the akimat chose it (P2)."""
        named = [act for act in dict.fromkeys(acts) if act != CHOICE]
        self._cited.extend(named)
        marks = [self.words("act-mark", mark=self._mark(act)) for act in named]
        chosen = [self.words("act-choice")] if CHOICE in acts else []
        return Safe(" ".join([*marks, *chosen]))

    def pages(self) -> list[str]:
        """Return the chapter in pages, each with the acts that it cites at its end."""
        return [Safe("\n\n".join([_joined(page), *self._notes(page)])) for page in _split(self._paragraphs)]

    def _mark(self, act: str) -> int:
        return self._marks.setdefault(act, len(self._marks) + 1)

    def _notes(self, page: Sequence[Paragraph]) -> list[str]:
        acts = sorted({act for paragraph in page for act in paragraph.acts}, key=self._mark)
        notes = [self._note(act) for act in acts]
        return [Safe("\n".join(notes))] if notes else []

    def _note(self, slug: str) -> str:
        act = self.rulebook.acts[slug]
        facts = {"mark": self._mark(slug), "title": act.title, "date": act.date, "link": act.link}
        if act.number:
            return self.words("act-note-numbered", act=act.number, **facts)
        return self.words("act-note", **facts)


def _joined(page: Iterable[Paragraph]) -> str:
    return Safe("\n".join(paragraph.text for paragraph in page))


def _split(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        page = pages[-1]
        if page and sum(each.length for each in page) + paragraph.length > PAGE_LENGTH:
            pages.append([paragraph])
        else:
            page.append(paragraph)
    return pages
