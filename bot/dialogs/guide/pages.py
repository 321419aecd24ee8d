"""Writes a chapter of the rules: paragraphs, the act of each number, and pages that fit on a phone (A3, P2).

Separate from the chapters, because how a number is sourced and where a page ends is one rule for all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.language.locales import Words
from core.language.markup import Safe, plain
from core.rulebook.model import Rulebook
from core.rulebook.sourced import CHOICE, Sourced

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
        self._sections: list[list[Paragraph]] = [[]]
        self._marks: dict[str, int] = {}
        self._cited: list[str] = []

    def say(self, key: str, /, **facts: object) -> None:
        """Add the paragraph called ``key``; a fact with a source prints as its value."""
        valued = {name: fact.value if isinstance(fact, Sourced) else fact for name, fact in facts.items()}
        paragraph = Paragraph(text=self.words(key, **valued), acts=tuple(self._cited))
        self._sections[-1].append(paragraph)
        self._cited.clear()

    def turn(self) -> None:
        """Let what follows begin on a page of its own."""
        self._sections.append([])

    def cite(self, *acts: str) -> str:
        """Return the marks that follow a number: of each of its acts, or of the akimat's own choice (P2)."""
        cited = tuple(dict.fromkeys(acts))
        self._cited.extend(cited)
        return Safe(" ".join(self._mark(act) for act in cited))

    def pages(self) -> list[str]:
        """Return the chapter in pages, each with what its marks mean at its end."""
        pages = [page for section in self._sections for page in _split(section)]
        return [Safe("\n\n".join([_joined(page), *self._notes(page)])) for page in pages]

    def _mark(self, act: str) -> str:
        if act == CHOICE:
            return self.words("act-choice")
        return self.words("act-mark", mark=self._number(act))

    def _number(self, act: str) -> int:
        return self._marks.setdefault(act, len(self._marks) + 1)

    def _notes(self, page: Sequence[Paragraph]) -> list[str]:
        cited = {act for paragraph in page for act in paragraph.acts}
        notes = [self._note(act) for act in sorted(cited - {CHOICE}, key=self._number)]
        if CHOICE in cited:
            notes.append(self.words("act-choice-note"))
        return [Safe("\n".join(notes))] if notes else []

    def _note(self, slug: str) -> str:
        act = self.rulebook.acts[slug]
        facts = {"mark": self._number(slug), "title": act.title, "date": act.date, "link": act.link}
        if act.number:
            return self.words("act-note-numbered", act=act.number, **facts)
        return self.words("act-note", **facts)


def _joined(page: Iterable[Paragraph]) -> str:
    return Safe("\n".join(paragraph.text for paragraph in page))


def _split(section: Sequence[Paragraph]) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    for paragraph in section:
        page = pages[-1]
        if page and sum(each.length for each in page) + paragraph.length > PAGE_LENGTH:
            pages.append([paragraph])
        else:
            page.append(paragraph)
    return pages
