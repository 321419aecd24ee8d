"""The strict wrapper around Fluent: what it prints, escapes and refuses, and how it makes do."""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from core.language.locales import LocaleError, Locales, Safe, Words
from core.model.language import Language, Text
from core.model.person import RegistrationKind
from core.model.territory import Territory, TerritoryKind
from tests.core.language.conftest import Write

KK = """
greeting = Сәлем, <b>{ $name }</b>!
both = { greeting } { $count ->
    [one] { $count } дауыс
   *[other] { $count } дауыс
}
kind = { $kind ->
    [permanent] тұрақты
   *[temporary] уақытша
}
open = { $is_open ->
    [yes] ашық
   *[no] жабық
}
any = { $fact }
cost = { MONEY($cost) }
button-go = { $name } →
limit-alert = { $name }
note = Мәтін
    .hint = Түсініктеме
only-here = Тек қазақша
"""
RU = """
greeting = Здравствуйте, <b>{ $name }</b>!
both = { greeting } { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
kind = { $kind ->
    [permanent] постоянная
   *[temporary] временная
}
open = { $is_open ->
    [yes] открыто
   *[no] закрыто
}
any = { $fact }
cost = { MONEY($cost) }
button-go = { $name } →
limit-alert = { $name }
note = Текст
    .hint = Пояснение
"""
TERRITORY = Territory(
    slug="abay", name=Text(kk="Абай ауданы", ru="район Абай"), kind=TerritoryKind.DISTRICT, parent=None
)


@pytest.fixture
def folder(write: Write) -> Path:
    """Return a folder with the sample texts of both languages."""
    return write(kk=KK, ru=RU)


@pytest.fixture
def kk(folder: Path) -> Words:
    """Return strict Kazakh words of the sample."""
    return Locales.load(folder, strict=True).words(Language.KAZAKH)


@pytest.fixture
def ru(folder: Path) -> Words:
    """Return strict Russian words of the sample."""
    return Locales.load(folder, strict=True).words(Language.RUSSIAN)


def test_what_people_wrote_is_escaped(kk: Words) -> None:
    """A name can't bring tags into a message, nor end an attribute, and our own tags stay [P6]."""
    assert kk("greeting", name='<i> & "A"') == "Сәлем, <b>&lt;i&gt; &amp; &quot;A&quot;</b>!"


def test_safe_texts_go_in_as_they_are(kk: Words) -> None:
    """A text of ours inside another one isn't escaped a second time [P6]."""
    inner = kk("greeting", name="A & B")
    assert isinstance(inner, Safe)
    assert kk("any", fact=inner) == inner


def test_buttons_and_alerts_are_plain(kk: Words) -> None:
    """Where Telegram reads no HTML, nothing is escaped and no tag is left [P6]."""
    assert kk("button-go", name='"A" & <B>') == '"A" & <B> →'
    assert kk("limit-alert", name=kk("greeting", name="<A>")) == "Сәлем, <A>!"
    assert not isinstance(kk("button-go", name="A"), Safe)


@pytest.mark.parametrize(
    ("fact", "kazakh", "russian"),
    [
        (1_200, "1\u00a0200", "1\u00a0200"),
        (Text(kk="ағаш <", ru="дерево <"), "ағаш &lt;", "дерево &lt;"),
        (TERRITORY, "Абай ауданы", "район Абай"),
        (date(2024, 1, 20), "2024 жылғы 20 қаңтар", "20 января 2024 года"),
        (
            datetime(2024, 4, 1, 5, 0, tzinfo=UTC),
            "2024 жылғы 1 сәуір, сағат 10:00",
            "1 апреля 2024 года, 10:00",
        ),
        (Fraction(1, 8), "12,5%", "12,5\u00a0%"),
        ((), "", ""),
        (("бір",), "бір", "бір"),
        ((1, "<", TERRITORY), "1, &lt; және Абай ауданы", "1, &lt; и район Абай"),
    ],
)
def test_facts_print_themselves(kk: Words, ru: Words, fact: object, kazakh: str, russian: str) -> None:
    """Every kind of fact has one right way to be printed in each language [P6] [P8]."""
    assert kk("any", fact=fact) == kazakh
    assert ru("any", fact=fact) == russian


def test_plurals_and_selections(kk: Words, ru: Words) -> None:
    """Numbers choose plurals, enums and claims choose variants, texts may hold other texts [P6]."""
    counts = [ru("both", name="А", count=count).split("! ")[1] for count in (1, 3, 11, 21, 105)]
    assert counts == ["1 голос", "3 голоса", "11 голосов", "21 голос", "105 голосов"]
    assert kk("both", name="А", count=3) == "Сәлем, <b>А</b>! 3 дауыс"
    assert kk("kind", kind=RegistrationKind.TEMPORARY) == "уақытша"
    assert kk("kind", kind=RegistrationKind.PERMANENT) == "тұрақты"
    assert [kk("open", is_open=claim) for claim in (True, False)] == ["ашық", "жабық"]
    assert kk("note.hint") == "Түсініктеме"


@pytest.mark.parametrize(
    ("key", "facts", "reason"),
    [
        ("absent", {}, "no such text"),
        ("note.absent", {}, "no such text"),
        ("greeting", {}, "Unknown external: name"),
        ("cost", {"cost": "12"}, "int is needed"),
        ("any", {"fact": None}, "NoneType"),
        ("any", {"fact": object()}, "object"),
    ],
)
def test_strict_words_raise(kk: Words, key: str, facts: dict[str, object], reason: str) -> None:
    """A missing text, a missing fact and a fact of the wrong kind are errors that name the key [P6]."""
    with pytest.raises(LocaleError, match=f"kk: {key}.*{reason}" if key != "any" else reason):
        kk(key, **facts)


def test_errors_name_no_fact(kk: Words) -> None:
    """What a fact says may be about a person and stays out of the error and the log [M2]."""
    with pytest.raises(LocaleError) as error:
        kk("cost", cost="880101300123")
    assert "880101300123" not in str(error.value)


def test_a_lenient_wrapper_makes_do_and_logs_once(folder: Path) -> None:
    """In service a missing text is taken from the other language, at last the key, and logged once [P6]."""
    locales = Locales.load(folder, strict=False)
    with capture_logs() as logs:
        assert locales.words(Language.RUSSIAN)("only-here") == "Тек қазақша"
        assert locales.words(Language.RUSSIAN)("only-here") == "Тек қазақша"
        assert locales.words(Language.KAZAKH)("absent") == "absent"
    assert [(log["event"], log["language"], log["key"]) for log in logs] == [
        ("text_failed", "ru", "only-here"),
        ("text_failed", "kk", "absent"),
        ("text_failed", "ru", "absent"),
    ]


@pytest.mark.parametrize(
    ("broken", "reason"), [("?? junk\n", "junk"), ("note = тағы\n", "defined twice: note")]
)
def test_broken_files_are_refused(write: Write, broken: str, reason: str) -> None:
    """Junk and a key defined twice, which Fluent skips in silence, stop a strict start [P6]."""
    folder = write(kk=KK + broken, ru=RU)
    with pytest.raises(LocaleError, match=reason):
        Locales.load(folder, strict=True)
    with capture_logs() as logs:
        assert Locales.load(folder, strict=False).words(Language.KAZAKH)("note") == "Мәтін"
    assert [log["event"] for log in logs] == ["text_broken"]


def test_a_language_without_texts_is_refused(tmp_path: Path) -> None:
    """A wrong folder is found at the start, strict or not [P6]."""
    with pytest.raises(LocaleError, match="no texts"):
        Locales.load(tmp_path, strict=False)


def test_a_whole_page_may_be_one_fact(kk: Words) -> None:
    """A list of a screen's length goes into a text, which Fluent by itself would refuse [P5]."""
    page = Safe("ұ" * 4_096)
    assert kk("any", fact=page) == page


def test_no_isolating_marks(kk: Words) -> None:
    """No invisible marks stand around facts, so that a text can be searched and compared [P6]."""
    assert not set("\u2068\u2069") & set(kk("greeting", name="Абай"))
