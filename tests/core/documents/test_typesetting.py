"""The typesetter: bytes that depend on data alone, letters that are all there, text that stays text."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from core.documents.glyphs import UNKNOWN, printable, tidy
from core.documents.qr import qr_png
from core.documents.typesetting import TEMPLATES, TypesettingError, depict, typeset
from tests.core.documents import samples
from tests.core.documents.reading import bare, pdf_fonts, pdf_text
from tests.support.town import REPOSITORY

AT = datetime(2026, 10, 20, 9, tzinfo=UTC)
BOTH = {"kk": "Атауы", "ru": "Название"}

PROGRAM = """
import sys, time
moved = float(sys.argv[1])
real = time.time
time.time = lambda: real() + moved
time.localtime = lambda seconds=None, old=time.localtime: old(time.time() if seconds is None else seconds)
from hashlib import sha256
from core.documents import application, code_list, kit, poster, protocol, slip
from core.model.language import Language
from tests.core.documents import samples
from tests.support.front import strict_locales
locales = strict_locales()
words = [locales.words(language) for language in Language]
made = (
    application.application_pdf(*words, samples.application(), samples.DECIDED),
    protocol.protocol_pdf(locales, samples.protocol()),
    protocol.protocol_docx(locales, samples.protocol()),
    code_list.code_list_pdf(locales, Language.KAZAKH, samples.code_list()),
    slip.slip_pdf(locales, samples.slip()),
    kit.kit_zip(locales, samples.rulebook(), poster.Occasion.VOTING),
)
print(*(sha256(each).hexdigest() for each in made))
"""


def _card(title: str) -> dict[str, object]:
    both = {"kk": title, "ru": f"{title}."}
    return {
        "head": {"akimat": BOTH, "body": None, "campaign": BOTH},
        "number": {"kk": "№ 1", "ru": "№ 1"},
        "title": both,
        "size": 20,
        "qr": [*qr_png("https://t.me/x")],
        "link": "https://t.me/x",
        "address": "@x",
        "labels": {"scan": BOTH},
    }


def _made_elsewhere(*, moved: int, zone: str, seed: str) -> str:
    environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": str(moved)}
    program = [sys.executable, "-c", PROGRAM, str(moved)]
    made = subprocess.run(
        program, cwd=REPOSITORY, env=environment, check=True, capture_output=True, text=True
    )
    return made.stdout


@pytest.mark.slow
def test_equal_data_gives_equal_bytes_in_two_processes() -> None:
    """Clocks years apart, other zones, another order of sets: each document is the same (trap 23) [C2]."""
    first = _made_elsewhere(moved=0, zone="UTC", seed="1")
    second = _made_elsewhere(moved=40_000_000, zone="Pacific/Apia", seed="2")
    assert first == second
    assert len(set(first.split())) == 6


def test_no_template_looks_at_the_clock() -> None:
    """A template has no way to today, to packages, or to words of its own [C2] [P6]."""
    for path in TEMPLATES.glob("*.typ"):
        lines = path.read_text(encoding="utf-8").splitlines()
        code = "".join(line for line in lines if not line.strip().startswith("//"))
        assert "today" not in code, path
        assert "@preview" not in code, path
        assert re.search("[а-яәғқңөұүһі]", code, re.IGNORECASE) is None, path


def test_every_letter_is_there() -> None:
    """The shipped fonts have every Kazakh letter, № and ₸ in every style, and are the only ones [P6] [C2]."""
    assert printable(samples.KAZAKH) == samples.KAZAKH
    document = typeset("card", _card(samples.KAZAKH), AT)
    assert bare(samples.KAZAKH) in pdf_text(document)
    assert all(font.startswith(("NotoSans-", "NotoSerif-")) for font in pdf_fonts(document))


def test_pdf_is_for_archives_and_dated_by_its_data() -> None:
    """The file says that it is PDF/A, and its date is the document's own [C2]."""
    document = typeset("card", _card("Атау"), AT)
    reader = PdfReader(BytesIO(document))
    assert b"pdfaid:part" in document
    assert reader.metadata is not None
    assert reader.metadata.creation_date == AT


def test_hostile_text_is_only_text() -> None:
    """Markup of the typesetter, of HTML and of templates is read as it was written [C2] [B4]."""
    text = pdf_text(typeset("card", _card(samples.HOSTILE), AT))
    assert bare(samples.SHOWN) in text
    assert "терс" in text
    assert UNKNOWN in text


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_set(title: str) -> None:
    """Whatever Unicode holds, a document is made and shows what the fonts have [C2] [B4]."""
    document = typeset("card", _card(title), AT)
    assert document.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("а\u202eб\u202c\u200bв", "абв"),
        ("а\tб\r\nв\u2028г\x0bд", "а б\nв\nг\nд"),
        ("\x00\x07\x1b\ufeff", ""),
        ("и\u0306", "й"),
        ("\ud800", ""),
    ],
)
def test_what_nobody_sees_is_left_out(said: str, kept: str) -> None:
    """Controls and marks of direction go, lines stay, letters are whole [B4]."""
    assert tidy(said) == kept


def test_letters_without_a_glyph_are_marked_once() -> None:
    """A run of emoji is one sign by which a reader sees that something stood there [B4]."""
    assert printable("алаң 😀👨‍👩‍👧漢字 бар") == f"алаң {UNKNOWN} бар"


def test_only_plain_facts_are_printed() -> None:
    """A float, whose digits nobody chose, is refused and not printed [C2]."""
    with pytest.raises(TypeError, match="float"):
        typeset("card", {**_card("x"), "size": 1.5}, AT)


def test_a_broken_template_says_so_without_anybody_s_words() -> None:
    """What goes wrong names the template, never a text that somebody wrote [M2]."""
    with pytest.raises(TypesettingError, match="card: ") as caught:
        typeset("card", {**_card("Әсел"), "size": "Әсел"}, AT)
    assert "Әсел" not in str(caught.value)


def test_a_picture_for_every_page() -> None:
    """A preview has the pages of the document as PNG [A7]."""
    assert [page[:4] for page in depict("card", _card("x"), ppi=20)] == [b"\x89PNG"]


def test_fonts_come_with_their_licence() -> None:
    """Four fonts, unchanged, beside their licence [C2]."""
    folder = Path(TEMPLATES).parent / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert {path.name for path in folder.glob("*.ttf")} == {
        f"Noto{kind}-{weight}.ttf" for kind in ("Sans", "Serif") for weight in ("Regular", "Bold")
    }
    assert len({sha256(path.read_bytes()).digest() for path in folder.glob("*.ttf")}) == 4
