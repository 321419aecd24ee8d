"""What the desk hands over: codes with a list to sign, and the slip of a paper proposal (E2, B9)."""

import pytest

from core.documents.code_list import CodeSlip, code_list_pdf, code_list_sheet
from core.documents.slip import slip_pdf, slip_sheet
from core.documents.wording import Wording
from core.language.locales import Locales
from core.model.language import Language
from tests.core.documents import samples
from tests.core.documents.reading import bare, missing, pdf_pages, pdf_text


@pytest.mark.parametrize("language", list(Language))
def test_everything_stands_on_list_and_slips(locales: Locales, wording: Wording, language: Language) -> None:
    """Numbers, marks, codes and instructions can be read; the clerk's own in his language [E2] [P6]."""
    facts = samples.code_list()
    text = pdf_text(code_list_pdf(locales, language, facts))
    sheet = code_list_sheet(wording, language, facts)
    assert missing(sheet, text) == []
    for said in ("2346-HKMP", "Код действует до 11:00 22 ноября 2026 года, один раз.", "@qatysu_demo_bot"):
        assert bare(said) in text
    guides = {each: wording.say("document-codes-guide")[each.value] for each in Language}
    assert [bare(guide) in text for each, guide in guides.items() if each is not language] == [False]


def test_no_code_stands_on_the_list(locales: Locales) -> None:
    """Whoever signs reads no code of the neighbours: codes are on the slips after the list [E2]."""
    pages = pdf_pages(code_list_pdf(locales, Language.KAZAKH, samples.code_list(60)))
    first_slip = next(place for place, page in enumerate(pages) if "HKMP" in page)
    assert first_slip >= 2
    assert all("HKMP" in page for page in pages[first_slip:])
    assert sum(page.count("HKMP") for page in pages) == 60
    assert all(page.endswith(f"{place}/{len(pages)}") for place, page in enumerate(pages, start=1))


def test_a_list_holds_no_iin() -> None:
    """A mark of more than four digits is refused: it would begin to name somebody [P1] [E2]."""
    with pytest.raises(ValueError, match="four digits"):
        CodeSlip(list_number=1, code="2345HKMP", expires_at=samples.DECIDED, mark="85071")


def test_the_slip_says_what_to_do(locales: Locales, wording: Wording) -> None:
    """Number, code, term, steps, deadlines and telephones stand on one page in both languages [B9]."""
    document = slip_pdf(locales, samples.slip())
    text = pdf_text(document)
    assert missing(slip_sheet(wording, samples.slip()), text) == []
    assert len(pdf_pages(document)) == 1
    for said in (
        "№ 17",
        "2345-HKMP",
        "Код 2026 жылғы 10 қарашаға дейін (қоса алғанда) жарамды.",
        "Код действует до 10 ноября 2026 года включительно.",
        "10 жұмыс күні ішінде",
        "за 10 рабочих дней",
        "00-00-01",
    ):
        assert bare(said) in text, said


@pytest.mark.parametrize("hostile", [samples.HOSTILE, samples.LONG])
def test_a_hostile_title_on_the_slip(locales: Locales, wording: Wording, hostile: str) -> None:
    """A title with markup or without end is only printed; without a link there is no QR code [B9]."""
    facts = samples.slip(title=hostile, clerk=hostile[:80], link="")
    assert missing(slip_sheet(wording, facts), pdf_text(slip_pdf(locales, facts))) == []
