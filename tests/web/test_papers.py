"""The page behind a one-time link, over HTTP: form, answer, everything that goes wrong (B2, B7, P1)."""

import asyncio
import importlib
import re
from datetime import timedelta
from pkgutil import walk_packages

import pytest

import web
from core.files.store import digest_of
from core.model.language import Language
from core.usecases.proposal.withdrawing import withdraw
from tests.support.front import strict_locales
from tests.support.papers import PDF, PROGRAM, VIRUS, Looking, kept, told
from tests.support.proposals import account_of, picture
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import TITLE, Site, link_to, serving
from web.limits import MEGABYTE
from web.pages import GUARDS, WEB_TEXTS, Pages
from web.public.papers import PAPERS_TEXTS

WORDS = strict_locales().words(Language.KAZAKH)
FORM = '<form method="post" enctype="multipart/form-data"'


async def test_the_page_tells_what_to_send(site: Site, town: Town, number: int) -> None:
    """Campaign, number, title, papers, terms, limits and the desk stand on a page of few bytes [B2] [P5]."""
    status, page = await site.get(await link_to(town, number))
    assert status == 200
    for part in (
        '<html lang="kk">',
        "Семей қаласының әкімдігі. Халық қатысатын бюджет (үлгі)",
        f"№ {number} өтінімнің құжаттары",
        "келісім берген тұрғындардың қолы қойылған тізім</label>",
        "2026 жылғы 20 қыркүйек (қоса алғанда)",
        "2026 жылғы 12 қыркүйек, сағат 11:00-ге дейін",
        "Көп дегенде 10 файл; әрқайсысы 20 мегабайттан, бәрі бірге 60 мегабайттан аспасын.",
        "тел. 00-00-01.\n<br>Үлгі көшесі, 1-үй, 5-кабинет</p>",
        FORM,
    ):
        assert part in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "<script" not in page
    _, style = await site.get("/style.css")
    assert len(page.encode()) + len(style.encode()) < 20_000


async def test_a_title_is_never_markup(site: Site, town: Town, number: int) -> None:
    """What somebody typed is shown letter by letter, before and after the papers came [P1]."""
    path = await link_to(town, number)
    for _, page in (await site.get(path), await site.send(path, PDF)):
        assert TITLE not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;тырнақша&#34;" in page


@pytest.mark.parametrize(
    ("own", "query", "shown"),
    [
        (Language.KAZAKH, "", "kk"),
        (Language.RUSSIAN, "", "ru"),
        (Language.RUSSIAN, "?lang=kk", "kk"),
        (Language.KAZAKH, "?lang=ru", "ru"),
        (Language.RUSSIAN, "?lang=en", "ru"),
        (Language.RUSSIAN, "?lang=%00", "ru"),
    ],
)
async def test_both_languages(
    site: Site, town: Town, number: int, own: Language, query: str, shown: str
) -> None:
    """A page is in the language in which its link was taken, until the reader switches [P6]."""
    status, page = await site.get(await link_to(town, number, own) + query)
    assert status == 200
    assert f'<html lang="{shown}">' in page
    assert f'<a href="?lang={shown}" lang="{shown}" hreflang="{shown}" aria-current="true">' in page
    assert f'action="?lang={shown}"' in page


async def test_papers_are_taken_once(site: Site, town: Town, number: int) -> None:
    """The answer says how many came and when; loading it anew or sending again takes nothing more [B2]."""
    path = await link_to(town, number, Language.RUSSIAN)
    status, page = await site.send(path, PDF, picture(1))
    assert status == 200
    assert f"Документов у заявки № {number}: 2." in page
    assert await kept(town, number) == [digest_of(PDF), digest_of(picture(1))]
    assert (await site.get(path))[1].count("Документы получены") == 2
    status, page = await site.send(f"{path}?lang=kk", picture(2))
    assert status == 409
    assert "Бұл сілтемемен құжаттар келіп қойған" in page
    assert FORM not in page
    assert len(await kept(town, number)) == 2
    assert [facts["count"] for facts in await told(town)] == [2]


@pytest.mark.parametrize(
    ("files", "name", "refusal", "facts"),
    [
        ((), "", "papers-missing", {}),
        ((PDF, PROGRAM), "құжат.pdf", "paper-refused", {"place": 2, "problem": "other-kind"}),
        ((b"",), "құжат.pdf", "paper-refused", {"place": 1, "problem": "broken"}),
        ((PDF,) * 11, "", "too-many-papers", {"most": 10, "count": 11}),
        ((PDF, VIRUS), "құжат.pdf", "paper-infected", {"place": 2}),
    ],
    ids=["none", "program", "empty", "eleven", "infected"],
)
async def test_what_is_not_taken(
    site: Site,
    town: Town,
    number: int,
    files: tuple[bytes, ...],
    name: str,
    refusal: str,
    facts: dict[str, object],
) -> None:
    """The page says which file is bad and why, the form is still there, nothing is kept [B7] [P7]."""
    path = await link_to(town, number)
    answer = await site.send(path, *files)
    assert answer[0] == 422
    about = f"<strong>{name}</strong>: " if name else ""
    assert f"<li>{about}{WORDS(f'refusal-{refusal}', **facts)}</li>" in answer[1]
    assert FORM in answer[1]
    assert '<section class="fault" role="alert">' in answer[1]
    assert "<title>Ештеңе сақталған жоқ." in answer[1]
    assert await kept(town, number) == []
    assert (await site.send(path, PDF))[0] == 200


async def test_a_file_name_is_never_markup(site: Site, town: Town, number: int) -> None:
    """The name of a bad file is shown letter by letter, and not all of a long one [P1]."""
    name = "<b>" + "a" * 200 + ".exe"
    _, page = await site.send(await link_to(town, number), PROGRAM, name=name)
    assert f"<strong>&lt;b&gt;{'a' * 57}</strong>: 1-файл" in page


async def test_without_its_scanner(town: Town, number: int) -> None:
    """Where nobody can look for viruses the page says so, and the link stays good [B7] [P7]."""
    path = await link_to(town, number)
    async with serving(town, scanner=Looking(is_there=False)) as site:
        status, page = await site.send(path, PDF)
    assert status == 503
    assert "Файлдарды вирусқа қазір тексере алмай тұрмыз." in page
    assert FORM in page
    assert await kept(town, number) == []


@pytest.mark.parametrize("megabytes", [61, 130])
async def test_a_huge_body_is_a_clear_page(site: Site, town: Town, number: int, megabytes: int) -> None:
    """More than 60 MB are read to their end and refused by a page, not by a broken connection [B7] [P7]."""
    path = await link_to(town, number)
    status, page = await site.send(path, bytes(megabytes * MEGABYTE))
    assert status == 413
    assert "Файлдардың бәрі бірге 60 мегабайттан аспауы керек." in page
    assert FORM in page
    assert await kept(town, number) == []
    assert (await site.send(path, PDF))[0] == 200


async def test_links_that_are_none(site: Site, town: Town, number: int) -> None:
    """Unknown, replaced and expired links open a page that says where to get a new one [B2] [P7]."""
    former, path = await link_to(town, number), await link_to(town, number)
    for unknown in ("/papers/x", "/papers/" + "A" * 43, "/papers/%D0%B6%ff", former):
        for status, page in (await site.get(unknown), await site.send(unknown, PDF)):
            assert status == 404
            assert "Бұл сілтеме танылмады" in page
            assert FORM not in page
    town.wait(hours=49)
    for status, page in (await site.get(path), await site.send(path, PDF)):
        assert status == 410
        assert "мерзімі біткен: 2026 жылғы 12 қыркүйек, сағат 11:00" in page
    assert await kept(town, number) == []


async def test_a_withdrawn_proposal(site: Site, town: Town, number: int) -> None:
    """Once the proposal is withdrawn, its link opens a page without a form [B6] [P7]."""
    path = await link_to(town, number)
    await withdraw(town.services, CAMPAIGN, account_of(0), number)
    for status, page in (await site.get(path), await site.send(path, PDF)):
        assert status == 409
        assert FORM not in page


async def test_late_papers_are_marked(site: Site, town: Town, number: int) -> None:
    """After the term the page says that it is over, that papers may come, and who decides [B2] [P7]."""
    town.clock.advance(timedelta(days=12))
    _, page = await site.get(await link_to(town, number))
    assert "Тапсыру мерзімі өтіп кетті" in page
    assert "ескеру-ескермеуді әкімдік шешеді" in page


async def test_two_submits_at_once(site: Site, town: Town, number: int) -> None:
    """Of several submits of one form one is taken, and each gets a page that says what came [B2]."""
    path = await link_to(town, number)
    answers = await asyncio.gather(*(site.send(path, PDF, picture(seed)) for seed in range(4)))
    assert sorted(status for status, _ in answers) == [200, 409, 409, 409]
    assert all("<h1>Құжаттар келді</h1>" in page for _, page in answers)
    assert len(await kept(town, number)) == 2


async def test_every_answer_is_guarded(site: Site) -> None:
    """No page is framed, scripted, indexed, kept or told of elsewhere, and none names its server [P1]."""
    for path in ("/nowhere", "/healthz", "/style.css", "/papers/x", "/papers/", "/papers/x/y"):
        for method in ("GET", "POST", "PUT", "HEAD"):
            async with site.client.request(method, site.url + path) as answer:
                assert {name: answer.headers[name] for name in GUARDS} == GUARDS
                assert "Server" not in answer.headers
                is_style = path == "/style.css" and answer.status == 200
                assert answer.headers["Cache-Control"] == ("public, max-age=3600" if is_style else "no-store")
                assert answer.status < 500


async def test_the_process_says_that_it_lives(site: Site) -> None:
    """Whoever watches over the processes asks `/healthz` [N1]."""
    assert await site.get("/healthz") == (200, "ok")


def test_the_templates_say_what_is_declared() -> None:
    """Every text that a template calls is declared, so that the house's tests of texts know it [P6]."""
    pages = Pages.load(strict_locales())
    called = {
        key
        for name in pages.templates.list_templates()
        for key in re.findall(r'say\("([a-z-]*[a-z])"', _source(pages, name))
    }
    assert {*WEB_TEXTS, *PAPERS_TEXTS} <= called
    modules = [importlib.import_module(each.name) for each in walk_packages(web.__path__, "web.")]
    tuples = [getattr(each, name) for each in modules for name in vars(each) if name.endswith("_TEXTS")]
    assert called - {key for declared in tuples for key in declared} == set()


def _source(pages: Pages, name: str) -> str:
    loader = pages.templates.loader
    assert loader is not None
    return loader.get_source(pages.templates, name)[0]
