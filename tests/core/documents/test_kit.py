"""Posters, QR codes, texts and the archive that holds them: all from the rulebook (A7, D2)."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
import segno
from docx import Document
from PIL import Image

from core.documents.kit import kit_zip, occasions, posters
from core.documents.poster import (
    CardFacts,
    Occasion,
    PosterFacts,
    card_pdf,
    poster_pdf,
    poster_png,
    poster_sheet,
)
from core.documents.qr import bot_link, card_link, place_link, qr_png, qr_svg
from core.documents.texts import Outlet, announcement
from core.documents.wording import Wording
from core.language.locales import Locales
from core.model.language import Language, Text
from core.rulebook.loader import read
from core.rulebook.model import Contact, Mode, Rulebook
from tests.core.documents import samples
from tests.core.documents.reading import bare, docx_text, missing, pdf_pages, pdf_text
from tests.support.town import REPOSITORY

BOOKS = sorted(path.name for path in (REPOSITORY / "rulebooks").glob("*.toml"))


def _book(name: str) -> Rulebook:
    return read((REPOSITORY / "rulebooks" / name).read_text(encoding="utf-8"), name)


def _poster(occasion: Occasion, **other: object) -> PosterFacts:
    facts: dict[str, object] = {"rulebook": samples.rulebook(), "occasion": occasion}
    return PosterFacts(**(facts | other))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_campaign_has_posters(
    locales: Locales, wording: Wording, name: str, occasion: Occasion
) -> None:
    """Of each rulebook the poster fits one sheet and says who, when and how in both languages [A7] [A1]."""
    for facts in posters(_book(name), occasion):
        assert facts.window is not None
        pages = pdf_pages(poster_pdf(locales, facts))
        assert len(pages) == 1
        assert missing(poster_sheet(wording, facts, facts.window), pages[0]) == []


def test_the_last_day_counts(locales: Locales) -> None:
    """A poster names the last day and says that it is included [A7] [P8]."""
    text = pdf_text(poster_pdf(locales, _poster(Occasion.INTAKE)))
    assert bare("2026 жылғы 1 қыркүйектен бастап 10 қазанға дейін (қоса алғанда)") in text
    assert bare("с 1 сентября по 10 октября 2026 года включительно") in text


def test_a_poster_of_endless_words_is_one_sheet(locales: Locales) -> None:
    """Long names and many contacts make the letters smaller; the sheet stays one [A7]."""
    book = samples.rulebook()
    long = Text(
        kk="Тұрғын үй-коммуналдық шаруашылық бөлімі " * 3, ru="Отдел жилищно-коммунального хозяйства " * 3
    )
    contacts = tuple(Contact(name=long, phone=f"00-00-0{place}", address=long) for place in range(4))
    akimat = replace(book.akimat, name=long, contacts=contacts)
    facts = _poster(Occasion.VOTING, rulebook=replace(book, akimat=akimat))
    pages = pdf_pages(poster_pdf(locales, facts))
    assert len(pages) == 1
    assert "00-00-03" in pages[0]


def test_a_guide_leads_to_the_official_page(locales: Locales) -> None:
    """Where the bot takes no votes, the one QR code opens the official page [A6] [A7]."""
    book = samples.rulebook()
    voting = replace(book.voting, mode=replace(book.voting.mode, value=Mode.GUIDE))
    guide = replace(book, voting=voting)
    assert [facts.link for facts in posters(guide, Occasion.VOTING)] == ["https://example.kz/semey-demo"]
    text = pdf_text(poster_pdf(locales, _poster(Occasion.VOTING, rulebook=guide)))
    assert "example.kz/semey-demo" in text
    assert "@qatysu_demo_bot" not in text


def test_a_territory_s_poster_sets_a_newcomer_down_there() -> None:
    """The whole campaign's code opens the bot, a territory's names the place (trap 24) [P9] [D5]."""
    links = [facts.link for facts in posters(samples.rulebook(), Occasion.VOTING)]
    assert links[0] == "https://t.me/qatysu_demo_bot"
    assert links[1] == "https://t.me/qatysu_demo_bot?start=t-semey-demo-ortalyq"
    assert len(links) == 5


def test_links() -> None:
    """Links are those that the bot understands; without a bot there are none [D2] [D5]."""
    book = samples.rulebook()
    assert card_link(book, 17) == "https://t.me/qatysu_demo_bot?start=c-semey-demo-17"
    assert place_link(book, "ortalyq").endswith("?start=t-semey-demo-ortalyq")
    nameless = replace(book, official=replace(book.official, bot=""))
    assert (bot_link(nameless), card_link(nameless, 17), place_link(nameless, "x")) == ("", "", "")


@pytest.mark.parametrize("link", ["https://t.me/x", card_link(samples.rulebook(), 999_999_999)])
def test_qr_codes_hold_their_link(link: str) -> None:
    """PNG and SVG have the modules of the standard for the link, with four light ones around [D2] [A7]."""
    matrix = [list(row) for row in segno.make_qr(link, error="q", boost_error=False).matrix]
    picture = Image.open(BytesIO(qr_png(link, scale=3))).convert("1")
    side = len(matrix)
    assert picture.size == ((side + 8) * 3,) * 2
    read_back = [
        [picture.getpixel(((column + 4) * 3 + 1, (line + 4) * 3 + 1)) == 0 for column in range(side)]
        for line in range(side)
    ]
    assert read_back == [[bool(module) for module in row] for row in matrix]
    assert all(picture.getpixel((place, 0)) != 0 for place in range(picture.width))
    assert f'viewBox="0 0 {side + 8} {side + 8}"'.encode() in qr_svg(link)


@pytest.mark.parametrize("title", ["Абай алаңы", samples.HOSTILE, "Ә" * 200, "Мектеп жолы " * 20])
def test_a_project_s_sheet(locales: Locales, title: str) -> None:
    """A project's sheet is one page with number, title, code and what it does; a title only text [D2]."""
    facts = CardFacts(rulebook=samples.rulebook(), number=17, title=Text(kk=title, ru=f"{title}!"))
    pages = pdf_pages(card_pdf(locales, facts, samples.DECIDED))
    assert len(pages) == 1
    assert missing({"kk": title, "number": "№ 17", "bot": "@qatysu_demo_bot"}, pages[0]) == []
    nameless = replace(facts.rulebook, official=replace(facts.rulebook.official, bot=""))
    with pytest.raises(ValueError, match="no official bot"):
        card_pdf(locales, replace(facts, rulebook=nameless), samples.DECIDED)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("occasion", list(Occasion))
def test_texts_hold_dates_terms_and_contacts(
    locales: Locales, language: Language, occasion: Occasion
) -> None:
    """Each text names dates, who, how, channels and telephones; the site's has all rules [A7] [A3]."""
    facts = _poster(occasion)
    texts = {outlet: announcement(locales, language, facts, outlet) for outlet in Outlet}
    mark = "қоса алғанда" if language is Language.KAZAKH else "включительно"
    for text in texts.values():
        plain = text.as_text().decode("utf-8-sig")
        assert plain.startswith(f"{text.title}\r\n")
        for said in (mark, "00-00-01", "@qatysu_demo_bot", "https://example.kz/semey-demo", "18"):
            assert said in plain, said
        assert "QR" not in plain
    site = "\n".join(texts[Outlet.SITE].paragraphs)
    book = samples.rulebook()
    assert all(named.text.in_language(language) in site for named in book.directions)
    assert all(named.text.in_language(language) in site for named in book.grounds) == (
        occasion is Occasion.INTAKE
    )
    assert len(texts[Outlet.STAND].paragraphs) < len(texts[Outlet.PRESS].paragraphs) < len(site.split("\n"))


def test_word_and_plain_text_agree(locales: Locales) -> None:
    """The DOCX has every paragraph of the TXT, a list as a list [A7]."""
    text = announcement(locales, Language.KAZAKH, _poster(Occasion.INTAKE), Outlet.SITE)
    document = text.as_word(Language.KAZAKH, samples.DECIDED)
    said = docx_text(document)
    assert all(bare(each.removeprefix("• ")) in said for each in (text.title, *text.paragraphs))
    styles = [paragraph.style.name for paragraph in Document(BytesIO(document)).paragraphs if paragraph.style]
    assert styles.count("List Bullet") == sum(each.startswith("• ") for each in text.paragraphs)


def test_the_archive_is_whole_and_the_same_again(locales: Locales) -> None:
    """Equal rulebooks give an equal archive, dated by the stage, with everything in it [A7]."""
    first = kit_zip(locales, samples.rulebook(), Occasion.VOTING)
    assert first == kit_zip(locales, samples.rulebook(), Occasion.VOTING)
    archive = ZipFile(BytesIO(first))
    assert archive.testzip() is None
    assert len(archive.namelist()) == 5 + 5 + 12
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 19, 9, 0, 0)}
    assert all(name.isascii() for name in archive.namelist())


def test_a_campaign_without_the_stage_has_no_kit(locales: Locales) -> None:
    """Where no such stage is, nothing is made up [A7]."""
    book = samples.rulebook()
    stages = {stage: window for stage, window in book.stages.items() if stage != Occasion.VOTING.stage}
    bare_book = replace(book, stages=stages)
    assert occasions(bare_book) == (Occasion.INTAKE,)
    facts = _poster(Occasion.VOTING, rulebook=bare_book)
    for make in (
        lambda: poster_pdf(locales, facts),
        lambda: poster_png(locales, facts),
        lambda: kit_zip(locales, bare_book, Occasion.VOTING),
        lambda: announcement(locales, Language.KAZAKH, facts, Outlet.SITE),
    ):
        with pytest.raises(ValueError, match="voting"):
            make()
