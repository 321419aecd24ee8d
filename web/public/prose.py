"""Chapters of the rules as a page shows them: headings, paragraphs and lists of what the bot says, too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from markupsafe import Markup

from core.documents.qr import qr_svg
from core.language.locales import Words
from core.rulebook.model import Rulebook
from core.usecases.guide.chapters import Chapter, write_chapter
from core.usecases.guide.counting import write_voters
from core.usecases.guide.writing import Paragraph, Writer

_BULLET = "• "
_BOLD, _BOLD_END = "<b>", "</b>"


class Kind(StrEnum):
    """What a block of a chapter is."""

    HEADING = "h3"
    TEXT = "p"
    LIST = "ul"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, or a list with its items; texts are escaped HTML."""

    kind: Kind
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A chapter with its heading; ``notes`` say what its marks mean."""

    slug: str
    heading: str
    blocks: tuple[Block, ...]
    notes: tuple[Markup, ...] = ()


def tell(words: Words, rulebook: Rulebook, chapter: Chapter, now: datetime) -> Told:
    """Return one chapter with its own notes."""
    writer = Writer(words, rulebook)
    write_chapter(writer, chapter, None, now)
    said = [paragraph for section in writer.sections for paragraph in section]
    return Told(
        slug=chapter.value,
        heading=words(f"button-chapter-{chapter.value}"),
        blocks=tuple(blocks(said)),
        notes=tuple(map(Markup, writer.notes(said))),
    )


def tell_all(
    words: Words, rulebook: Rulebook, chapters: Iterable[Chapter], now: datetime
) -> tuple[tuple[Told, ...], tuple[Markup, ...]]:
    """Return chapters that share their marks, and what these mean."""
    writer, told, begun = Writer(words, rulebook), list[Told](), 0
    for chapter in chapters:
        if chapter is Chapter.VOTING:
            _write_mode(writer)
            write_voters(writer)
        else:
            write_chapter(writer, chapter, None, now)
        said = _flat(writer)
        heading = words(f"button-chapter-{chapter.value}")
        told.append(Told(slug=chapter.value, heading=heading, blocks=tuple(blocks(said[begun:]))))
        begun = len(said)
    return tuple(told), tuple(map(Markup, writer.notes(_flat(writer))))


def _write_mode(writer: Writer) -> None:
    """Say where votes are taken as it is true on a page: the bot's own chapter speaks of itself."""
    mode = writer.rulebook.voting.mode
    writer.say(f"public-mode-{mode.value.value}", source=writer.cite(mode.act))


def _flat(writer: Writer) -> list[Paragraph]:
    return [paragraph for section in writer.sections for paragraph in section]


def blocks(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """Yield headings, paragraphs, and neighbouring bullets as one list."""
    items: list[Markup] = []
    for paragraph in paragraphs:
        text = paragraph.text
        if text.startswith(_BULLET):
            items.append(Markup(text.removeprefix(_BULLET)))  # noqa: S704  (escaped)
            continue
        if items:
            yield Block(kind=Kind.LIST, items=tuple(items))
            items = []
        is_heading = text.startswith(_BOLD) and text.endswith(_BOLD_END) and text.count(_BOLD) == 1
        shown = text.removeprefix(_BOLD).removesuffix(_BOLD_END) if is_heading else text
        yield Block(kind=Kind.HEADING if is_heading else Kind.TEXT, items=(Markup(shown),))  # noqa: S704
    if items:
        yield Block(kind=Kind.LIST, items=tuple(items))


@lru_cache(maxsize=512)
def qr(link: str) -> Markup:
    """Return a link as a QR code that stands in the page itself: nothing more is loaded."""
    return Markup(qr_svg(link).decode())  # noqa: S704  (drawn here, from squares alone)
