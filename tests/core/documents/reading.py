"""What can be read of a document: its text, letter by letter, without the spaces that layout adds."""

import re
from io import BytesIO
from os.path import commonprefix

from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from core.documents.glyphs import printable, tidy

INVISIBLE = re.compile("[\\s\u00a0\u200b]+")


def bare(text: str) -> str:
    """Return a text without spaces: lines break elsewhere in each document."""
    return INVISIBLE.sub("", text)


def pdf_pages(document: bytes) -> list[str]:
    """Return the text of each page, without spaces."""
    return [bare(page.extract_text()) for page in PdfReader(BytesIO(document)).pages]


def pdf_text(document: bytes) -> str:
    """Return the text of all pages, without spaces and without the line below each page."""
    pages = pdf_pages(document)
    count = len(pages)
    unnumbered = [page.removesuffix(f"{place}/{count}") for place, page in enumerate(pages, start=1)]
    if count == 1:
        return unnumbered[0]
    below = commonprefix([page[::-1] for page in unnumbered])[::-1]  # noqa: RUF071  (letters, not paths)
    return "".join(page.removesuffix(below) for page in unnumbered)


def pdf_fonts(document: bytes) -> set[str]:
    """Return the names of the fonts, without the tag that marks a subset."""
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(BytesIO(document)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # pypdf knows no shapes
    }


def docx_text(document: bytes) -> str:
    """Return everything that Word shows in the body, in its order, without spaces."""
    body = Document(BytesIO(document)).element.body
    return bare("".join(node.text or "" for node in body.iter(qn("w:t"))))


def missing(said: object, text: str) -> list[str]:
    """Return what of the printed facts can't be read in ``text``; keys of layout are left out."""
    match said:
        case str():
            forms = (bare(printable(said)), bare(tidy(said)))
            return [] if any(form in text for form in forms) else [said]
        case dict():
            return [
                each
                for key, value in said.items()
                if key not in {"qr", "link"}
                for each in missing(value, text)
            ]
        case list() | tuple():
            return [each for value in said for each in missing(value, text)]
        case _:
            return []
