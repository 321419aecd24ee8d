"""Papers and estimates are taken in six kinds, sound and without programs in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.files import papers
from core.files.kinds import FileKind
from core.files.papers import FileProblem, FileRefused, check_paper
from tests.core.files import samples
from tests.core.files.samples import halves, noise, office, saved

TAKEN = {
    FileKind.PDF: samples.PDF,
    FileKind.JPEG: saved(halves(size=(90, 900)), "JPEG"),
    FileKind.PNG: saved(halves(), "PNG"),
    FileKind.HEIC: samples.heic(),
    FileKind.DOCX: office(samples.DOCX),
    FileKind.XLSX: office(samples.XLSX),
}
REFUSED = {
    "too heavy": (samples.PDF + bytes(papers.MOST_BYTES), FileProblem.TOO_LARGE),
    "too many points": (samples.declared_png(20_000, 20_000), FileProblem.TOO_LARGE),
    "macros": (office(samples.XLSM), FileProblem.MACROS),
    "macros in secret": (office(samples.DOCX, "word/vbaProject.bin"), FileProblem.MACROS),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), FileProblem.OTHER_KIND),
    "an archive": (samples.archive_of(2), FileProblem.OTHER_KIND),
    "a film": (samples.heic(b"isom"), FileProblem.OTHER_KIND),
    "a moving picture": (saved(halves(), "GIF"), FileProblem.OTHER_KIND),
    "a page called estimate.pdf": (b"<html>estimate.pdf</html>", FileProblem.OTHER_KIND),
    "half a PDF": (samples.PDF[:60], FileProblem.BROKEN),
    "half a photograph": (noise(400)[:20_000], FileProblem.BROKEN),
    "a thousand passes": (samples.many_scans(1000), FileProblem.BROKEN),
    "half a table": (office(samples.XLSX)[:-30], FileProblem.BROKEN),
    "nothing": (b"", FileProblem.BROKEN),
}


@pytest.mark.parametrize(("kind", "content"), TAKEN.items())
def test_papers_are_taken(kind: FileKind, content: bytes) -> None:
    """Six kinds of file are taken as papers, photographs of any sides among them [B7]."""
    assert check_paper(content) is kind


@pytest.mark.parametrize(("content", "problem"), REFUSED.values(), ids=REFUSED)
def test_other_files_are_refused(content: bytes, problem: FileProblem) -> None:
    """Each refusal says which of four things is wrong, so that the person can be told what to do [B7]."""
    with pytest.raises(FileRefused) as caught:
        check_paper(content)
    assert caught.value.problem is problem


def test_a_paper_of_the_most_bytes_is_taken() -> None:
    """The limit belongs to what is allowed [B7]."""
    assert check_paper(samples.PDF.ljust(papers.MOST_BYTES, b"\0")) is FileKind.PDF


@given(content=st.sampled_from(list(TAKEN.values())), data=st.data())
@settings(deadline=None)
def test_damaged_papers_are_never_an_accident(content: bytes, data: st.DataObject) -> None:
    """Whatever is cut off or changed, the answer is a kind or one of our refusals [B7]."""
    damaged = bytearray(content[: data.draw(st.integers(1, len(content)))])
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        kind = check_paper(bytes(damaged))
    except FileRefused:
        return
    assert kind in TAKEN
