"""The council's protocol as PDF and as DOCX: one content, official in both languages (C2)."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from core.documents import word_template
from core.documents.protocol import ProtocolFacts, protocol_docx, protocol_pdf, protocol_sheet
from core.documents.word import TEMPLATES
from core.documents.wording import Wording
from core.language.locales import Locales
from core.model.council import AgendaItem, Choice, Dropped
from core.model.language import Text
from core.model.refusals import Refusal, RuleViolation
from tests.core.documents import samples
from tests.core.documents.reading import bare, docx_text, missing, pdf_pages, pdf_text

FACTS = (
    "Кеңес отырысының № 2 хаттамасы",
    "Протокол № 2 заседания совета",
    "Семей қаласының әкімдігі",
    "Сараптамалық кеңес",
    "Экспертный совет",
    "2026 жылғы 20 қазан",
    "20 октября 2026 года",
    "Әкімдік, 3-қабат, үлкен зал",
    "Акимат, 3-й этаж, большой зал",
    "Кеңестің 5 мүшесінен 4 мүше қатысты.",
    "Членов совета: 5, из них участвовали: 4.",
    "Кворум – мүшелердің кемінде 2/3 бөлігі.",
    "Ерлан Һашимов",
    "Заявка № 23",
    "Осветить закрытый двор",
    "12 400 000 ₸",
    "Шешім: қабылданбасын",
    "Решение: отклонить",
    "Решение: допустить к голосованию",
    "Аула қоршалған, басқа тұрғындар кіре алмайды.",
    "имеют ограниченный доступ для жителей города",
    "Ғалымжан Өтегенов",
    "Төраға, әкімнің орынбасары",
    "Секретарь, главный специалист",
    "Мәншүк Әлиева",
    "нұсқаулық, 2024 жылғы 20 қаңтар",
)


def _unprinted(sheet: dict[str, object], *labels: str) -> dict[str, object]:
    """Return what must be printed: without labels for what this protocol has not."""
    named = sheet["labels"]
    assert isinstance(named, dict)
    return {**sheet, "labels": {key: said for key, said in named.items() if key not in labels}}


def test_both_forms_say_the_same(locales: Locales, wording: Wording) -> None:
    """Every fact of the protocol can be read in the PDF and in the DOCX, in both languages [C2]."""
    facts = samples.protocol()
    pdf, docx = pdf_text(protocol_pdf(locales, facts)), docx_text(protocol_docx(locales, facts))
    sheet = _unprinted(protocol_sheet(wording, facts), "draft", "empty")
    assert missing(sheet, pdf) == []
    # Word's file puts a capital where it prints one; nothing else differs.
    assert missing(sheet, docx) == []
    for said in FACTS:
        assert bare(said) in pdf, said
        assert bare(said) in docx, said


def test_counts_follow_the_rule(locales: Locales, wording: Wording) -> None:
    """For, against, conflict and silent are counted per application, with what the quorum asks [C2]."""
    items = protocol_sheet(wording, samples.protocol())["items"]
    assert isinstance(items, list)
    assert [[vote["count"] for vote in item["votes"]] for item in items] == [
        [3, 1, 0, 1],
        [0, 3, 1, 1],
        [1, 0, 0, 4],
    ]
    docx = docx_text(protocol_docx(locales, samples.protocol()))
    assert bare("есть: участвовали 3, нужно не менее 3") in docx
    assert bare("нет: участвовали 1, нужно не менее 4") in docx


def test_two_logins_of_one_person_are_one(wording: Wording) -> None:
    """Who is behind two logins is one member and one voice [C2] [L1]."""
    persons = {1: b"a", 2: b"a", 3: b"c", 4: b"d", 5: b"e"}
    sheet = protocol_sheet(wording, replace(samples.protocol(), persons=persons))
    assert sheet["attended"] == {
        "kk": "Кеңестің 4 мүшесінен 3 мүше қатысты.",
        "ru": "Членов совета: 4, из них участвовали: 3.",
    }


def test_a_draft_says_so(locales: Locales) -> None:
    """Until it is closed both forms are marked, afterwards neither [C2]."""
    draft, final = samples.protocol(closed_at=None), samples.protocol()
    assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" in pdf_text(protocol_pdf(locales, draft))
    assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" in docx_text(protocol_docx(locales, draft)).upper()
    assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" not in pdf_text(protocol_pdf(locales, final))
    assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" not in docx_text(protocol_docx(locales, final)).upper()


@pytest.mark.parametrize("hostile", [samples.HOSTILE, samples.LONG])
def test_hostile_words_of_people(locales: Locales, wording: Wording, hostile: str) -> None:
    """Titles and reasons with markup of every kind, or without end, are printed and never read [C2]."""
    item = AgendaItem(
        number=5,
        version=1,
        title=Text(kk=hostile, ru=f"{hostile}."),
        description=Text(kk="", ru=""),
        territory="gone",
        cost=1,
        opinions=samples.opinions(Choice.REFUSE, Choice.CONFLICT),
        is_admitted=False,
        ground="gone",
        reason=Text(kk=hostile, ru=f"{hostile}."),
        dropped=Dropped.CHANGED,
    )
    members = (replace(samples.MEMBERS[0], name=hostile[:200]), *samples.MEMBERS[1:])
    facts = samples.protocol(items=(item,), members=members)
    pdf, docx = pdf_text(protocol_pdf(locales, facts)), docx_text(protocol_docx(locales, facts))
    if hostile == samples.LONG:
        sheet = _unprinted(protocol_sheet(wording, facts), "draft", "empty")
        assert missing(sheet, docx) == []
    else:
        assert bare(samples.SHOWN) in pdf
        assert bare(samples.SHOWN) in docx
        assert "49" not in docx.replace("{{7*7}}", "")
    for text in (pdf, docx):
        assert bare("Өтінім шешім жарияланғанша қайтарып алынды") in text


def test_an_empty_agenda(locales: Locales) -> None:
    """A sitting without applications has a protocol too [C2]."""
    facts = samples.protocol(items=(), members=samples.MEMBERS[1:])
    for text in (pdf_text(protocol_pdf(locales, facts)), docx_text(protocol_docx(locales, facts))):
        assert bare("Күн тәртібінде өтінім жоқ.") in text
        assert bare("В повестке нет заявок.") in text


def test_long_agendas_break_into_numbered_pages(locales: Locales) -> None:
    """Sixty applications fill many pages, each with its number, and the signatures come last [C2]."""
    items = tuple(replace(samples.items()[place % 3], number=100 + place) for place in range(60))
    pages = pdf_pages(protocol_pdf(locales, samples.protocol(items=items)))
    assert len(pages) > 15
    assert all(page.endswith(f"{place}/{len(pages)}") for place, page in enumerate(pages, start=1))
    assert "МәншүкӘлиева" in pages[-1]


def test_without_rules_there_is_nothing_to_count_by(locales: Locales) -> None:
    """Where the rulebook leaves the quorum open, no protocol pretends one [C2]."""
    book = samples.rulebook()
    facts = ProtocolFacts(
        sitting=samples.sitting(), rulebook=replace(book, council=replace(book.council, quorum=None))
    )
    with pytest.raises(RuleViolation) as caught:
        protocol_pdf(locales, facts)
    assert caught.value.refusal is Refusal.COUNCIL_RULES_MISSING


def test_the_template_can_be_made_anew() -> None:
    """The Word template is what its generator makes, unless somebody meant to change it [C2]."""
    committed = (TEMPLATES / "protocol.docx").read_bytes()
    assert docx_text(committed) == docx_text(word_template.make())


def test_word_dates_the_protocol_by_its_close(locales: Locales) -> None:
    """The file's properties have the instant of the close and name no maker [C2]."""
    properties = Document(BytesIO(protocol_docx(locales, samples.protocol()))).core_properties
    assert properties.created == samples.DECIDED
    assert properties.author == ""
