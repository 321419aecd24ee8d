"""Writes a chapter of the rules: paragraphs, and the act of each number (A3, P2).

Separate from the chapters, because how a number is sourced is one rule for all of them, and from the fronts,
because bot and pages tell the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.language.locales import Words
from core.language.markup import Safe, plain
from core.rulebook.model import Rulebook
from core.rulebook.sourced import CHOICE, Sourced


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
    """Chapters in the making: what is said, and which acts were cited by it."""

    def __init__(self, words: Words, rulebook: Rulebook) -> None:
        """Begin with nothing said about ``rulebook``."""
        self.words = words
        self.rulebook = rulebook
        self._sections: list[list[Paragraph]] = [[]]
        self._marks: dict[str, int] = {}
        self._cited: list[str] = []

    @property
    def sections(self) -> Sequence[Sequence[Paragraph]]:
        """Return what was said, in the sections that ``turn`` has parted."""
        return self._sections

    def say(self, key: str, /, **facts: object) -> None:
        """Add the paragraph called ``key``; a fact with a source prints as its value."""
        valued = {name: fact.value if isinstance(fact, Sourced) else fact for name, fact in facts.items()}
        paragraph = Paragraph(text=self.words(key, **valued), acts=tuple(self._cited))
        self._sections[-1].append(paragraph)
        self._cited.clear()

    def turn(self) -> None:
        """Let what follows begin a section of its own."""
        self._sections.append([])

    def cite(self, *acts: str) -> str:
        """Return the marks that follow a number: of each of its acts, or of the akimat's own choice (P2)."""
        cited = tuple(dict.fromkeys(acts))
        self._cited.extend(cited)
        return Safe(" ".join(self._mark(act) for act in cited))

    def notes(self, said: Iterable[Paragraph]) -> list[str]:
        """Return what the marks in these paragraphs mean, by their numbers; the own choice comes last."""
        cited = {act for paragraph in said for act in paragraph.acts}
        notes = [self._note(act) for act in sorted(cited - {CHOICE}, key=self._number)]
        return [*notes, self.words("act-choice-note")] if CHOICE in cited else notes

    def _mark(self, act: str) -> str:
        if act == CHOICE:
            return self.words("act-choice")
        return self.words("act-mark", mark=self._number(act))

    def _number(self, act: str) -> int:
        return self._marks.setdefault(act, len(self._marks) + 1)

    def _note(self, slug: str) -> str:
        act = self.rulebook.acts[slug]
        facts = {"mark": self._number(slug), "title": act.title, "date": act.date, "link": act.link}
        if act.number:
            return self.words("act-note-numbered", act=act.number, **facts)
        return self.words("act-note", **facts)
