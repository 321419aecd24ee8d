"""Fills a Word template, which a secretary may edit, with the facts that the PDF has; plain papers too.

Separate because Word has its own dangers: marks that XML forbids, and dates in everything it saves.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from core.documents.glyphs import tidy
from core.documents.packing import repacked

TEMPLATES = Path(__file__).parent / "templates"
FONT = "Times New Roman"
"""What official papers are written in, and what every Word has."""

_BOTH = {"kk", "ru"}


def fill(template: str, facts: Mapping[str, object], at: datetime) -> bytes:
    """Return ``templates/<template>.docx`` with ``facts``; equal facts and ``at`` give equal bytes.

    A text in both languages has a third form there, ``line``: both in one line, or once where they are alike.
    What facts hold is text alone: nothing in them is read as markup or as the template's language.
    """
    document = DocxTemplate(TEMPLATES / f"{template}.docx")
    document.render({key: _told(fact) for key, fact in facts.items()}, autoescape=True)
    return _saved(document.docx, at)


def paper(title: str, paragraphs: Sequence[str], at: datetime, *, language: str) -> bytes:
    """Return a plain paper: a title and paragraphs, of which one that begins with «• » is a list's item."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    document.styles["Title"].font.name = FONT
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    document.add_paragraph(tidy(title), style="Title")
    for paragraph in paragraphs:
        item = paragraph.removeprefix("• ")
        document.add_paragraph(tidy(item), style="List Bullet" if item != paragraph else None)
    document.core_properties.language = language
    document.core_properties.title = tidy(title)
    return _saved(document, at)


def _saved(document: WordDocument, at: datetime) -> bytes:
    properties = document.core_properties
    # Its clock has no zone: Word reads it as UTC.
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.author = properties.last_modified_by = ""
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue(), at)


def _told(fact: object) -> object:
    """Return a fact with texts that may stand in XML, and both languages in one line beside each."""
    match fact:
        case str():
            return tidy(fact)
        case Mapping():
            told = {key: _told(each) for key, each in fact.items()}
            return told | {"line": _line(told)} if set(told) == _BOTH else told
        case list() | tuple():
            return [_told(each) for each in fact]
        case _:
            return fact


def _line(said: Mapping[str, object]) -> str:
    return str(said["kk"]) if said["kk"] == said["ru"] else f"{said['kk']} / {said['ru']}"
