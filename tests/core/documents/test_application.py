"""The author's copy of an application: all that he wrote and that was decided, in both languages (B4)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.documents.application import application_pdf, application_sheet, printed_phone
from core.documents.wording import Wording
from core.model.language import Language
from core.model.proposal import Channel, Estimate, EstimateKind, EstimateLine
from tests.core.documents import samples
from tests.core.documents.reading import bare, missing, pdf_pages, pdf_text


def test_everything_stands_in_it(wording: Wording) -> None:
    """Each printed fact, label and decision can be read in both languages [B4]."""
    facts = samples.application()
    document = application_pdf(wording.kk, wording.ru, facts, samples.DECIDED)
    text = pdf_text(document)
    assert missing(application_sheet(wording, facts, samples.DECIDED), text) == []
    for said in (
        "№ 17 өтінім",
        "Заявка № 17",
        "Абай алаңына орындықтар қою",
        "Қарттар аялдамаға дейін демалмай жетеді.",
        "+7 700 000 00 00",
        "Әсел Серікқызы Оспанова",
        "515 000 ₸",
        "12,5",
        "340 000",
        "175 000",
        "2026 жылғы 19 қыркүйекке дейін (қоса алғанда)",
        "до 19 сентября 2026 года включительно",
        "Аула қоршалған.",
        "Двор огорожен.",
        "имеют ограниченный доступ для жителей города",
        "қала тұрғындары үшін шектеулі қолжетімділік бар",
        "«Ескі қала» бөлігі",
        "50.41110, 80.22750",
    ):
        assert bare(said) in text, said


def test_pages_are_numbered(wording: Wording) -> None:
    """Each page says which of how many it is [B4]."""
    pages = pdf_pages(application_pdf(wording.kk, wording.ru, samples.application(), samples.DECIDED))
    assert [page.endswith(f"{place}/{len(pages)}") for place, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


@pytest.mark.parametrize("hostile", [samples.HOSTILE, samples.LONG, samples.ENDLESS_DESCRIPTION])
def test_hostile_and_endless_answers(wording: Wording, hostile: str) -> None:
    """Markup, controls, five thousand letters without a gap: all of it is read, nothing runs [B4] [B9]."""
    lines = (EstimateLine(item=hostile[:300], quantity=Decimal("1234567.25"), price=10**12),) * 3
    said = samples.contents(
        title=hostile[:600],
        description=hostile,
        landmark=hostile[:300],
        reason=hostile[:300],
        estimate=Estimate(kind=EstimateKind.EXACT, lines=lines, file="digest"),
    )
    author = replace(said.author, name=hostile[:100], phone="8-800 қызыл", kind="unknown")
    facts = samples.application(replace(said, author=author))
    text = pdf_text(application_pdf(wording.kk, wording.ru, facts, samples.DECIDED))
    assert missing(application_sheet(wording, facts, samples.DECIDED), text) == []
    assert "8-800қызыл" in text
    if hostile == samples.HOSTILE:
        assert bare(samples.SHOWN) in text


def test_an_empty_application_from_paper(wording: Wording) -> None:
    """What nobody was asked for is left out, a direction that the rulebook lost is its slug [B9]."""
    said = samples.contents(
        direction="gone", territory="gone", latitude=None, longitude=None, pictures=(), estimate=Estimate()
    )
    facts = samples.application(said, papers=0, history=())
    facts = replace(facts, proposal=replace(facts.proposal, channel=Channel.PAPER, version=1))
    text = pdf_text(application_pdf(wording.kk, wording.ru, facts, samples.DECIDED))
    assert "қағазтүрінде" in text
    assert "gone" in text
    assert bare("Картадағы нүктесі") not in text
    assert bare("Тапсырылған құжаттары") not in text


def test_only_one_language_reads_first(wording: Wording) -> None:
    """Kazakh stands before Russian wherever both stand [B4] [P6]."""
    text = pdf_text(application_pdf(wording.kk, wording.ru, samples.application(), samples.DECIDED))
    assert text.index("Семейқаласыныңәкімдігі") < text.index("АкиматгородаСемей")
    assert wording.kk.language is Language.KAZAKH


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("77001234567", "+7 700 123 45 67"), ("", ""), ("112", "112"), ("7700123456x", "7700123456x")],
)
def test_phones(typed: str, printed: str) -> None:
    """A mobile is grouped, what is none stays as it was typed [B4]."""
    assert printed_phone(typed) == printed
