"""Makes ``templates/protocol.docx`` anew: ``python -m core.documents.word_template``.

The template is a Word file, so that a secretary can change its looks. It was begun by these lines, which can
be read and compared where a Word file cannot.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from core.documents.packing import repacked
from core.documents.word import FONT, TEMPLATES

MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)
_WIDTHS_HALF = (85, 85)
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def make() -> bytes:
    """Return the template of the protocol."""
    document = _blank()
    _say(document.add_paragraph(), "{%p if is_draft %}")
    _say(
        document.add_paragraph(), "{{ labels.draft.line | upper }}", bold=True, align=WD_ALIGN_PARAGRAPH.RIGHT
    )
    _say(document.add_paragraph(), "{%p endif %}")
    _facing(
        document, "{{ head.akimat.* }}\n{{ head.body.* }}\n{{ head.campaign.* }}", bold=True, align=_CENTRE
    )
    _say(document.add_paragraph(), "{{ title.line }}", bold=True, size=14, align=_CENTRE)
    _say(document.add_paragraph(), "{{ labels.held.line }}: {{ held.line }}")
    _say(document.add_paragraph(), "{{ labels.place.line }}: {{ place.line }}")
    _write_members(document)
    _heading(document, "{{ labels.agenda.line }}")
    _say(document.add_paragraph(), "{%p if not items %}")
    _facing(document, "{{ labels.empty.* }}")
    _say(document.add_paragraph(), "{%p endif %}")
    _loop(document, "item in items", "{{ loop.index }}. {{ item.application.line }}: {{ item.title.line }}")
    _write_items(document)
    _write_ending(document)
    out = BytesIO()
    document.core_properties.created = document.core_properties.modified = MADE_AT.replace(tzinfo=None)
    document.core_properties.author = ""
    document.save(out)
    return repacked(out.getvalue(), MADE_AT)


def _blank() -> WordDocument:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(18)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part in ("PAGE", " / ", "NUMPAGES"):
        _field(footer, part) if part.isalpha() else footer.add_run(part)
    return document


def _write_members(document: WordDocument) -> None:
    _heading(document, "{{ labels.members.line }}")
    heads = ("№", "{{ labels.name.line }}", "{{ labels.position.line }}", "{{ labels.attendance.line }}")
    table = _table(document, (10, 60, 60, 40), heads)
    _row(table, ("{%tr for member in members %}",))
    who = "{{ member.name }}{% if member.role %} ({{ member.role.line }}){% endif %}"
    _row(table, ("{{ loop.index }}", who, "{{ member.position.line }}", "{{ member.attendance.line }}"))
    _row(table, ("{%tr endfor %}",))
    document.add_paragraph()
    _facing(document, "{{ attended.* }}", bold=True)
    _say(document.add_paragraph(), "{%p for rule in rules %}")
    _facing(document, "{{ rule.* }}")
    _say(document.add_paragraph(), "{%p endfor %}")


def _write_items(document: WordDocument) -> None:
    _say(document.add_paragraph(), "{%p for item in items %}")
    _heading(document, "{{ loop.index }}. {{ item.application.line }}")
    _facing(document, "{{ item.title.* }}", bold=True)
    table = _table(document, (70, 100))
    _row(table, ("{%tr for row in item.rows %}",))
    _row(table, ("{{ row.label.line }}", "{{ row.both.line }}"))
    _row(table, ("{%tr endfor %}",))
    _row(table, ("{%tr for vote in item.votes %}",))
    _row(table, ("{{ labels.votes.line }}: {{ vote.label.line }}", "{{ vote.count }}"))
    _row(table, ("{%tr endfor %}",))
    document.add_paragraph()
    _facing(document, "{{ labels.decision.* }}: {{ item.decision.* }}", bold=True)
    _say(document.add_paragraph(), "{%p for part in item.because %}")
    _facing(document, "{% if part.label %}{{ part.label.* }}: {% endif %}{{ part.both.* }}")
    _say(document.add_paragraph(), "{%p endfor %}")
    _say(document.add_paragraph(), "{%p endfor %}")


def _write_ending(document: WordDocument) -> None:
    _say(document.add_paragraph(), "{%p if basis %}")
    _heading(document, "{{ labels.basis.line }}")
    _say(document.add_paragraph(), "{%p for act in basis %}")
    _facing(document, "{{ act.* }}")
    _say(document.add_paragraph(), "{%p endfor %}")
    _say(document.add_paragraph(), "{%p endif %}")
    _say(document.add_paragraph(), "{%p for each in signatures %}")
    table = _table(document, (70, 45, 55), grid=False)
    _row(table, ("{{ each.position.line }}", "____________________", "{{ each.name }}"))
    hints = ("", "{{ labels.signature.line }}", "{{ labels.date.line }}: ______________")
    _row(table, hints)
    document.add_paragraph()
    _say(document.add_paragraph(), "{%p endfor %}")


def _say(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    size: int | None = None,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    run = paragraph.add_run(text)
    run.bold = bold
    if size is not None:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align


def _heading(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.keep_with_next = True
    _say(paragraph, text, bold=True, size=12)


def _loop(document: WordDocument, over: str, text: str) -> None:
    _say(document.add_paragraph(), f"{{%p for {over} %}}")
    _say(document.add_paragraph(), text)
    _say(document.add_paragraph(), "{%p endfor %}")


def _facing(
    document: WordDocument, text: str, *, bold: bool = False, align: WD_ALIGN_PARAGRAPH | None = None
) -> None:
    """Write a text side by side in both languages; an asterisk stands for the language."""
    table = _table(document, _WIDTHS_HALF, grid=False)
    cells = _cells(table)
    for cell, language in zip(cells, ("kk", "ru"), strict=True):
        lines = text.replace("*", language).split("\n")
        for place, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            _say(paragraph, line, bold=bold and place == 0, align=align)
    _fit(table, _WIDTHS_HALF)


def _table(
    document: WordDocument, widths: Sequence[int], heads: Sequence[str] = (), *, grid: bool = True
) -> Table:
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    if grid:
        table.style = "Table Grid"
    if heads:
        _row(table, heads)
    _fit(table, widths)
    return table


def _row(table: Table, texts: Sequence[str]) -> None:
    for cell, text in zip(_cells(table), texts, strict=False):
        _say(cell.paragraphs[0], text)
    _fit(table, [int(column.width.mm) if column.width else 40 for column in table.columns])


def _cells(table: Table) -> tuple[_Cell, ...]:
    return tuple(table.add_row().cells)  # type: ignore[no-untyped-call]  # python-docx annotates half


def _fit(table: Table, widths: Sequence[int]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            _widen(cell, width)


def _widen(cell: _Cell, width: int) -> None:
    cell.width = Mm(width)


def _field(paragraph: Paragraph, instruction: str) -> None:
    for kind, text in (("begin", None), (None, instruction), ("end", None)):
        run = paragraph.add_run()
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001  (python-docx has no fields)


if __name__ == "__main__":
    path = TEMPLATES / "protocol.docx"
    path.write_bytes(make())
    sys.stdout.write(f"{path}\n")
