"""The rules for people, chapter by chapter, from the shipped rulebooks and from every other rule (A3)."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from bot.dialogs.guide.pages import chapter_pages
from core.language.markup import plain
from core.model.language import Language
from core.rulebook.loader import read
from core.rulebook.model import AgeCountedOn, CostCap, Mode, NotFitting, Rulebook, SmallCount, TieBreak
from core.rulebook.model_voting import LiveCounts
from core.rulebook.sourced import CHOICE, Sourced
from core.usecases.guide.chapters import Chapter
from tests.bot.residents import AIGUL, IGOR, Street
from tests.support.front import strict_locales
from tests.support.town import REPOSITORY
from tests.transcripts import SCREEN_LENGTH, assert_fits, keep

WORDS = {language: strict_locales().words(language) for language in Language}
RULEBOOKS = {path.stem: path for path in sorted((REPOSITORY / "rulebooks").glob("*.toml"))}
NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)


def shipped(name: str) -> Rulebook:
    """Return a rulebook that ships."""
    return read(RULEBOOKS[name].read_text(encoding="utf-8"), name)


def text_of(book: Rulebook, chapter: Chapter, language: Language = Language.KAZAKH) -> str:
    """Return a whole chapter as people see it."""
    place = next(iter(book.territories.nodes))
    return "\n".join(plain(page) for page in chapter_pages(WORDS[language], book, chapter, place, NOW))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("chapter", Chapter)
@pytest.mark.parametrize("name", RULEBOOKS)
def test_every_chapter_of_every_rulebook_fits_on_a_phone(
    name: str, chapter: Chapter, language: Language
) -> None:
    """Each chapter is written from each shipped rulebook in both languages, in short pages [A3] [P5] [P6]."""
    book = shipped(name)
    for place in book.territories.nodes:
        pages = chapter_pages(WORDS[language], book, chapter, place, NOW)
        assert pages
        assert all(0 < len(plain(page)) <= SCREEN_LENGTH - 60 for page in pages)


@pytest.mark.parametrize("language", Language)
def test_everything_of_the_rulebook_is_said(language: Language) -> None:
    """Directions, requirements, criteria, grounds, authors and contacts of Semey stand there in full [A3]."""
    book = shipped("semey-2024")
    said = "\n".join(text_of(book, chapter, language) for chapter in Chapter)
    named = [each.text for each in (*book.directions, *book.criteria, *book.grounds)]
    authors = [author.text for author in book.authors]
    for text in (*named, *authors, *book.requirements):
        assert text.in_language(language) in said
    assert all(contact.phone in said for contact in book.akimat.contacts)
    assert all(page in said for page in book.official.pages)


def test_each_number_has_its_act_on_the_page() -> None:
    """Semey's threshold cites the instruction, the sample's is marked as the akimat's choice [P2] [A1]."""
    winners = text_of(shipped("semey-2024"), Chapter.WINNERS)
    assert "кемінде 50 дауыс" in winners
    assert "[1] Семей қаласы әкімдігінің интернет-ресурсына" in winners
    assert "2024 жылғы 20 қаңтар" in winners
    sample = text_of(shipped("semey-demo"), Chapter.WINNERS)
    assert "кемінде 5 дауыс" in sample
    assert "[*] әкімдіктің өз таңдауы" in sample
    assert "собственный выбор акимата" in text_of(shipped("semey-demo"), Chapter.MONEY, Language.RUSSIAN)


def test_what_no_source_says_is_said_to_be_open() -> None:
    """Semey's file of 2024 gives no money, cap, ties or quorum, and the chapters say so [P2] [A1]."""
    book, words = shipped("semey-2024"), WORDS[Language.RUSSIAN]
    for chapter, key in (
        (Chapter.MONEY, "money-unstated"),
        (Chapter.WINNERS, "winners-unstated"),
        (Chapter.PROPOSALS, "proposals-no-cap"),
        (Chapter.COUNCIL, "council-unstated"),
    ):
        assert plain(words(key)) in text_of(book, chapter, Language.RUSSIAN)


def test_the_stage_of_now_is_marked_and_last_days_are_included() -> None:
    """One stage of the dates bears the mark, and every last day says that it counts [A2] [P8]."""
    dates = text_of(shipped("semey-demo"), Chapter.DATES, Language.RUSSIAN)
    assert dates.count("(сейчас)") == 1
    assert "▶️ голосование (сейчас): 19 ноября 2026 года, 09:00 – 29 ноября 2026 года включительно" in dates
    assert dates.count("включительно") == 7


def test_a_territory_reads_its_own_dates() -> None:
    """Where a territory has its own window, its people read that one [A2]."""
    source = RULEBOOKS["semey-demo"].read_text(encoding="utf-8")
    window = 'opens = 2026-11-19T09:00:00\ncloses = 2026-11-26T00:00:00\nact = "choice"\n'
    own = f"[stage_overrides.samal.voting]\n{window}\n[limits]"
    book = read(source.replace("[limits]", own, 1), "own dates")
    words = WORDS[Language.RUSSIAN]
    pages = chapter_pages(words, book, Chapter.DATES, "samal-1", NOW)
    assert "25 ноября 2026 года включительно" in pages[0]
    assert "25 ноября" not in chapter_pages(words, book, Chapter.DATES, "ortalyq", NOW)[0]


@pytest.mark.parametrize("language", Language)
def test_every_other_rule_has_its_words(language: Language) -> None:
    """Joint voting, shares, lots, parts, live and hidden counts, exclusive pairs are told [A3] [F1] [A6]."""
    book = shipped("semey-demo")
    assert book.outcome is not None
    voting = replace(
        book.voting,
        mode=Sourced(value=Mode.JOINT, act=CHOICE),
        age_counted_on=Sourced(value=AgeCountedOn.VOTE_DAY, act="civil-code"),
        threshold=Sourced(value=Fraction(1, 20), act=CHOICE),
        live_counts=LiveCounts(shown=True, from_entitled=Sourced(value=5000, act=CHOICE)),
        small_count=Sourced(value=SmallCount.HIDE, act=CHOICE),
    )
    outcome = replace(
        book.outcome,
        ties=Sourced(value=(TieBreak.LOT,), act=CHOICE),
        not_fitting=Sourced(value=NotFitting.PART, act=CHOICE),
        exclusive=((3, 7),),
    )
    absolute = CostCap(multiplier=None, index_year=None, tenge=Sourced(value=50_000_000, act=CHOICE))
    council = replace(book.council, conflict_leaves_denominator=Sourced(value=False, act=CHOICE))
    other = replace(book, voting=voting, outcome=outcome, cost_cap=absolute, council=council)
    words, said = WORDS[language], "\n".join(text_of(other, chapter, language) for chapter in Chapter)
    assert plain(words("tie-lot")) in said
    expected = {
        Language.KAZAKH: ("5%", "20 дауыстан кем", "№ 3 және № 7"),
        Language.RUSSIAN: (
            "5\u00a0%",
            "меньше 20 голосов",
            "№ 3 и № 7",
            "50\u00a0000\u00a0000\u00a0₸",
        ),
    }
    assert all(part in said for part in (*expected[language], "50\u00a0000\u00a0000"))
    stop = replace(outcome, not_fitting=Sourced(value=NotFitting.STOP, act=CHOICE))
    stopping = replace(other, outcome=stop)
    assert text_of(stopping, Chapter.WINNERS, language) != text_of(other, Chapter.WINNERS, language)


def test_the_last_day_for_coming_of_age_is_the_last_of_voting() -> None:
    """Whoever comes of age on the last day of voting reads that this is early enough [E1] [A3]."""
    assert "2026 жылғы 29 қарашада, 18 жасқа толсаңыз да болады" in text_of(
        shipped("semey-demo"), Chapter.VOTING
    )


@pytest.mark.usefixtures("front")
@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_the_rules_are_read_chapter_by_chapter(street: Street, number: int, language: Language) -> None:
    """Contents, each page of each chapter and back, in one message, kept as a transcript [A3] [P5] [P6]."""
    words = WORDS[language]
    person = await street.settled(number, language)
    view = await person.tap(words("button-rules"))
    for chapter in Chapter:
        view = await person.tap(words(f"button-chapter-{chapter.value}"))
        while words("button-page-after") in view.labels:
            assert_fits(view)
            view = await person.tap(words("button-page-after"))
        assert_fits(view)
        view = await person.tap(words("button-contents"))
    assert len([message for message in view.messages if message["from"] == "bot"]) == 1
    view = await person.tap(words("button-home"))
    assert words("button-rules") in view.labels
    await keep(person, language.value, "rules")


@pytest.mark.usefixtures("front")
async def test_help_names_every_command(street: Street) -> None:
    """/help lists the commands of the menu and leads to the rules [A3]."""
    aigul = await street.settled(AIGUL)
    view = await aigul.send("/help")
    for name in ("projects", "verify", "myvote", "outcome", "rules", "place", "language", "mydata", "stop"):
        assert f"/{name}" in view.text
    view = await aigul.tap(WORDS[Language.KAZAKH]("button-rules"))
    assert view.text.endswith("Не туралы білгіңіз келеді?")
