"""A chapter of the rules in pages that fit on a phone; what it says is the core's (A3)."""

from collections.abc import Sequence
from datetime import datetime

from core.language.locales import Words
from core.language.markup import Safe
from core.rulebook.model import Rulebook
from core.usecases.guide.chapters import Chapter, write_chapter
from core.usecases.guide.writing import Paragraph, Writer

PAGE_LENGTH = 1_100
"""Characters of a page without its heading; a phone shows some 1,500 in two turns of the thumb."""

BUTTON_TEXTS = tuple(f"button-chapter-{chapter}" for chapter in Chapter)


def chapter_pages(
    words: Words, rulebook: Rulebook, chapter: Chapter, territory: str, now: datetime
) -> list[str]:
    """Return the pages of a chapter as they are for ``territory`` at ``now``, marks explained on each."""
    writer = Writer(words, rulebook)
    write_chapter(writer, chapter, territory, now)
    pages = [page for section in writer.sections for page in _split(section)]
    return [_joined(writer, page) for page in pages]


def _joined(writer: Writer, page: Sequence[Paragraph]) -> str:
    said, notes = "\n".join(paragraph.text for paragraph in page), "\n".join(writer.notes(page))
    return Safe(f"{said}\n\n{notes}" if notes else said)


def _split(section: Sequence[Paragraph]) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    for paragraph in section:
        page = pages[-1]
        if page and sum(each.length for each in page) + paragraph.length > PAGE_LENGTH:
            pages.append([paragraph])
        else:
            page.append(paragraph)
    return pages
