"""The protocol on results as PDF and as DOCX: one content, both languages, the difference marked (F2)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from core.documents.result import ResultProtocol, result_docx, result_pdf, result_sheet
from core.documents.wording import Wording
from core.language.locales import Locales
from core.model.council import Choice
from core.model.language import Text
from core.model.outcome import Decision
from core.model.refusals import Refusal, RuleViolation
from core.model.result import ResultItem, ResultSitting
from tests.core.documents import samples
from tests.core.documents.reading import bare, docx_text, missing, pdf_pages, pdf_text

PUBLISHED = datetime(2026, 12, 7, 5, tzinfo=UTC)
ADMIT, REFUSE, CONFLICT = Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT
WON = ResultItem(
    number=5,
    title=Text(kk="Абай алаңына орындықтар қою", ru="Поставить скамейки на площади Абая"),
    counted=Decision.WON,
    place=1,
    votes=412,
    cost=515_000,
    granted=515_000,
    opinions=samples.opinions(ADMIT, ADMIT, ADMIT, REFUSE),
    is_implemented=True,
)
DIFFERENT = replace(
    WON,
    number=9,
    title=Text(kk="Жабық аулаға шам орнату", ru="Осветить закрытый двор"),
    place=2,
    votes=300,
    opinions=samples.opinions(REFUSE, REFUSE, REFUSE, CONFLICT),
    is_implemented=False,
    reason=Text(kk="Жер телімі дауда.", ru="Участок в споре."),
)
BELOW = replace(
    WON,
    number=2,
    counted=Decision.BELOW_THRESHOLD,
    place=3,
    votes=12,
    granted=0,
    opinions=samples.opinions(REFUSE, REFUSE, REFUSE),
    is_implemented=False,
)
FACTS = (
    "Протокол заседания совета по итогам голосования: Центральный район",
    "Кеңестің дауыс беру қорытындысы бойынша отырысының хаттамасы",
    "Экспертный совет",
    "7 декабря 2026 года",
    "2026 жылғы 7 желтоқсан",
    "412, 1-е место",
    "412, 1-орын",
    "Победил, выделено 515 000 ₸.",
    "Не прошёл: минимум голосов – 50.",
    "Өтпеді: кемінде 50 дауыс керек еді.",
    "Отличается от подсчёта: по числу голосов проект победил.",
    "Дауыс санынан басқаша: дауыс саны бойынша жоба жеңген.",
    "Решение: проект не реализовывать",
    "Шешім: жоба іске асырылсын",
    "Участок в споре.",
    "Жер телімі дауда.",
    "Проект реализуют, если за это больше",
    "Ирина Петрова",
    "Секретарь, главный специалист",
)


def protocol(**other: object) -> ResultProtocol:
    """Return a published sitting of five members, of whom four took part."""
    facts: dict[str, object] = {
        "territory": "ortalyq",
        "held_on": date(2026, 12, 7),
        "place": Text(kk="Әкімдік", ru="Акимат"),
        "decide_by": datetime(2026, 12, 6, 19, tzinfo=UTC),
        "members": samples.MEMBERS,
        "secretary": samples.SECRETARY,
        "items": (WON, BELOW, DIFFERENT),
        "threshold": 50,
        "is_hidden": False,
        "opened_at": datetime(2026, 12, 1, 4, tzinfo=UTC),
        "published_at": PUBLISHED,
    }
    sitting = ResultSitting(**(facts | other))  # type: ignore[arg-type]
    return ResultProtocol(sitting=sitting, rulebook=samples.rulebook())


def test_both_forms_say_the_same(locales: Locales, wording: Wording) -> None:
    """Count, voices, decision, difference and reason stand in PDF and DOCX, in both languages [F2]."""
    facts = protocol()
    pdf, docx = pdf_text(result_pdf(locales, facts)), docx_text(result_docx(locales, facts))
    sheet = result_sheet(wording, facts)
    labels = sheet["labels"]
    assert isinstance(labels, dict)
    printed = {**sheet, "labels": {k: v for k, v in labels.items() if k not in {"draft", "empty"}}}
    assert missing(printed, pdf) == []
    assert missing(printed, docx) == []
    for said in FACTS:
        assert bare(said) in pdf, said
        assert bare(said) in docx, said
    assert pdf.count(bare("Отличается от подсчёта")) == 1


def test_equal_data_give_equal_bytes(locales: Locales) -> None:
    """The same sitting is the same file, dated by its publication and not by the click [F2]."""
    assert result_pdf(locales, protocol()) == result_pdf(locales, protocol())
    docx = result_docx(locales, protocol())
    assert docx == result_docx(locales, protocol())
    assert Document(BytesIO(docx)).core_properties.created == PUBLISHED


def test_a_draft_says_so(locales: Locales) -> None:
    """Before the publication it is marked, undecided projects are named so; afterwards it is not [F2]."""
    open_item = replace(WON, is_implemented=None, opinions=())
    draft = protocol(published_at=None, items=(open_item,))
    for text in (pdf_text(result_pdf(locales, draft)), docx_text(result_docx(locales, draft)).upper()):
        assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" in text
    assert bare("решение ещё не принято") in pdf_text(result_pdf(locales, draft))
    assert "ЖОБАСЫ/ПРОЕКТПРОТОКОЛА" not in pdf_text(result_pdf(locales, protocol()))


def test_a_hidden_count_is_hidden_on_paper(locales: Locales) -> None:
    """No votes and no places where the count is hidden; who did not win is only that [F2] [E6]."""
    won = replace(WON, votes=None, place=None)
    lost = replace(BELOW, counted=None, votes=None, place=None)
    text = pdf_text(result_pdf(locales, protocol(items=(won, lost), is_hidden=True)))
    assert bare("не публикуются: проголосовали немногие") in text
    assert bare("Среди победителей нет.") in text
    assert "место," not in text
    assert bare("минимум голосов") not in text


@pytest.mark.parametrize("hostile", [samples.HOSTILE, samples.LONG])
def test_hostile_words(locales: Locales, hostile: str) -> None:
    """Titles and reasons with markup of every kind, or without end, are printed and never read [F2]."""
    item = replace(DIFFERENT, title=Text(kk=hostile, ru=hostile), reason=Text(kk=hostile, ru=hostile))
    facts = protocol(items=(item,) * 12)
    pages = pdf_pages(result_pdf(locales, facts))
    assert all(page.endswith(f"{place}/{len(pages)}") for place, page in enumerate(pages, start=1))
    assert "МәншүкӘлиева" in pages[-1]
    assert "49" not in docx_text(result_docx(locales, facts)).replace("{{7*7}}", "").replace("Проект", "")


def test_without_rules_there_is_nothing_to_count_by(locales: Locales) -> None:
    """Where the rulebook leaves the quorum open, no protocol pretends one [F2] [C2]."""
    book = samples.rulebook()
    facts = replace(protocol(), rulebook=replace(book, council=replace(book.council, quorum=None)))
    with pytest.raises(RuleViolation) as caught:
        result_pdf(locales, facts)
    assert caught.value.refusal is Refusal.COUNCIL_RULES_MISSING
