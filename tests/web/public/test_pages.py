"""The public pages by HTTP: what each says in both languages, what it weighs, what it tells of nobody."""

import csv
import json
from dataclasses import dataclass, replace
from io import StringIO

import pytest
from aiohttp import ClientResponse

from core.language.locales import Words
from core.model.language import Language, Text
from core.model.project import ProjectStatus
from core.rules.proposal import DESCRIPTION_AT_MOST, TITLE_AT_MOST
from core.rules.wording import REASON_AT_MOST
from core.store import browsing
from core.usecases.campaign.rulebook import take_rulebook
from tests.support.front import strict_locales
from tests.support.publishing import PROFANE, REASON, TRANSLATED, Published
from tests.support.town import CAMPAIGN, REPOSITORY, Town
from tests.web.conftest import Site
from tests.web.public.conftest import HOME

MOST_BYTES = 50_000
"""What a page may weigh without pictures."""

PAGES = ("/", HOME, f"{HOME}rules", f"{HOME}projects", f"{HOME}channels", f"{HOME}data/")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its text."""

    response: ClientResponse
    text: str


async def ask(site: Site, path: str, **headers: str) -> Answer:
    """Ask for a page."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with site.client.get(site.url + path, headers=named, allow_redirects=False) as response:
        return Answer(response, await response.text())


def words(language: Language) -> Words:
    """Return the texts of a language."""
    return strict_locales().words(language)


@pytest.mark.parametrize("language", Language)
async def test_pages_are_light_open_and_kept(site: Site, published: Published, language: Language) -> None:
    """Below 50 KB, no script, no cookie, no foreign host; found by engines; not sent twice [A3] [P5] [P6]."""
    for path in (*PAGES, f"{HOME}projects/{published.admitted}", f"{HOME}projects/{published.talked_about}"):
        await _check(site, path, language)


async def _check(site: Site, path: str, language: Language) -> None:
    answer = await ask(site, f"{path}?lang={language}")
    headers = answer.response.headers
    assert answer.response.status == 200
    assert len(answer.text.encode()) < MOST_BYTES
    assert f'<html lang="{language}">' in answer.text
    assert "<script" not in answer.text.replace("&lt;script", "")
    assert "Set-Cookie" not in headers
    assert "X-Robots-Tag" not in headers
    assert "noindex" not in answer.text
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "public, no-cache"
    again = await ask(site, f"{path}?lang={language}", If_None_Match=headers["ETag"])
    assert (again.response.status, again.text) == (304, "")


@pytest.mark.usefixtures("published")
async def test_the_language_is_the_browser_s_until_it_is_chosen(site: Site) -> None:
    """Accept-Language counts where the address names none; links keep the language; else Kazakh [P6]."""
    for accepted, lang in (
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en,kk;q=0.5,ru;q=0.4", "kk"),
        ("en-US", "kk"),
        ("ru;q=x,,;;q=", "ru"),
        ("", "kk"),
    ):
        answer = await ask(site, HOME, Accept_Language=accepted)
        assert f'<html lang="{lang}">' in answer.text, accepted
        assert f"projects?lang={lang}" in answer.text
    chosen = await ask(site, f"{HOME}?lang=ru", Accept_Language="kk")
    assert '<html lang="ru">' in chosen.text


async def test_campaigns_stand_by_akimat(site: Site, town: Town) -> None:
    """Two akimats of one deployment each have their own campaigns on the first page [P9] [A3]."""
    text = (REPOSITORY / "rulebooks" / "rural-okrug.toml").read_text(encoding="utf-8")
    taken = await take_rulebook(town.services, text, "rural-okrug.toml")
    answer = await ask(site, "/?lang=kk")
    assert answer.text.count("<section>") == 2
    for name in ("semey-demo", taken.campaign_id.campaign):
        assert f'href="c/{name}/?lang=kk"' in answer.text
        assert (await ask(site, f"/c/{name}/?lang=ru")).response.status == 200
    assert (await ask(site, f"/c/{taken.campaign_id.campaign}/projects/1")).response.status == 404


@pytest.mark.usefixtures("published")
async def test_a_campaign_at_a_glance(site: Site) -> None:
    """Dates with «inclusive», what can be done, money, numbers, council, contacts, bot with QR [A3] [A2]."""
    text = (await ask(site, f"{HOME}?lang=ru")).text.replace("\N{NO-BREAK SPACE}", " ")
    for part in (
        "с 1 сентября по 10 октября 2026 года включительно",
        "Предложить проект",
        "120 000 000 ₸",
        "<dd>49</dd>",
        "председатель",
        "00-00-01",
        "https://t.me/qatysu_demo_bot",
        "<svg",
    ):
        assert part in text, part
    assert "Проголосовать за проект" not in text


async def test_dates_of_a_territory_stand_beside_the_others(site: Site, town: Town) -> None:
    """A territory with dates of its own is named with them [A2] [A3]."""
    text = (REPOSITORY / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8")
    opens, closes = "2026-10-11T00:00:00", "2026-11-18T00:00:00"
    own = f'\n[stage_overrides.samal.review]\nopens = {opens}\ncloses = {closes}\nact = "choice"\n'
    await take_rulebook(town.services, text + own, "semey-demo.toml", takes_changes=True)
    answer = await ask(site, f"{HOME}?lang=kk")
    assert "Самал ауданы: 2026 жылғы 11 қазаннан бастап 17 қарашаға дейін (қоса алғанда)" in answer.text


@pytest.mark.parametrize("name", ["semey-demo", "semey-2024", "almaty-like", "rural-okrug"])
@pytest.mark.parametrize("language", Language)
async def test_rules_of_every_rulebook(site: Site, town: Town, name: str, language: Language) -> None:
    """Legal basis with links, every number with its act, what no source says; channels too [A1] [A3] [P2]."""
    source = (REPOSITORY / "rulebooks" / f"{name}.toml").read_text(encoding="utf-8")
    rulebook = (await take_rulebook(town.services, source, f"{name}.toml")).rulebook
    answer = await ask(site, f"/c/{rulebook.campaign}/rules?lang={language}")
    assert answer.response.status == 200
    assert len(answer.text.encode()) < MOST_BYTES
    for act in rulebook.acts.values():
        assert act.link.replace("&", "&amp;") in answer.text
    for ground in rulebook.grounds:
        assert ground.text.in_language(language)[:20] in answer.text
    assert ('id="unstated"' in answer.text) == bool(rulebook.unstated)
    assert words(language)("act-choice-note") in answer.text
    channels = await ask(site, f"/c/{rulebook.campaign}/channels?lang={language}")
    assert words(language)("trust-no-proof") in channels.text
    told = "public-fakes-name" if rulebook.official.bot else "public-fakes-name-none"
    assert words(language)(told, bot=rulebook.official.bot) in channels.text


async def test_a_project_s_page(site: Site, published: Published) -> None:
    """Translation and original are marked; place, site, history of cost, decision, pair [C3] [C4] [C5]."""
    text = (await ask(site, f"{HOME}projects/{published.admitted}?lang=ru")).text
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    for part in (
        TRANSLATED.ru,
        TRANSLATED.kk,
        "перевод",
        "оригинал",
        "mlat=50.4111",
        "Инженерные сети: мешают.",
        "«Жарық» КМК",
        "340 000 ₸ → 412 500 ₸. Подорожал кабель.",
        "projects/1?lang=ru",
        f"c-semey-demo-{published.admitted}",
        "допущена к голосованию",
    ):
        assert part in text, part
    refused = (await ask(site, f"{HOME}projects/{published.council_refused}?lang=kk")).text
    assert REASON.kk in refused
    assert REASON.ru in refused
    assert "шектеулі қолжетімділік бар" in refused


async def test_markup_of_an_author_stays_text(site: Site, published: Published) -> None:
    """A title with tags is printed as it was typed, in list and page; the name only as agreed [D2] [B2]."""
    for path in ("projects?status=registered", f"projects/{published.talked_about}", "projects?words=қоқыс"):
        text = (await ask(site, HOME + path)).text
        assert "<script>" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    text = (await ask(site, f"{HOME}projects/{published.talked_about}")).text
    assert "Әсел Серікқызы" in text
    assert "77000000000" not in text
    assert "Мамырда, күн жылынғанда." in text
    everything = [HOME, *(f"{HOME}projects?page={page}" for page in (1, 2, 3)), f"{HOME}data/projects.json"]
    for path in [*everything, *(f"{HOME}projects/{number}" for number in range(40, 52))]:
        assert PROFANE not in (await ask(site, path)).text


@pytest.mark.usefixtures("published")
async def test_the_list_s_pages_keep_filter_order_and_language(site: Site) -> None:
    """The link to the next page has all that was asked for, and the seed of the order [D1] [P6]."""
    answer = await ask(site, f"{HOME}projects?lang=ru&territory=semey&status=admitted")
    assert "page=2" in answer.text
    found = answer.text[answer.text.index('rel="next" href="') + len('rel="next" href="') :].split('"')[0]
    for part in ("territory=semey", "status=admitted", "seed=20260910", "lang=ru"):
        assert part in found
    beyond = await ask(site, f"{HOME}projects{found.replace('&amp;', '&')}")
    assert beyond.response.status == 200
    assert 'rel="prev"' in beyond.text


async def test_pictures_are_small_first_and_only_of_what_is_published(
    site: Site, town: Town, published: Published
) -> None:
    """A picture is sent by its digest below its project; what else the store has is not [B7] [P1] [D2]."""
    page = (await ask(site, f"{HOME}projects/{published.admitted}")).text
    address = page[page.index('<img loading="lazy" src="') + len('<img loading="lazy" src="') :].split('"')[0]
    path = "/" + address.replace("../", "").replace("&amp;", "&")
    async with site.client.get(site.url + path) as picture:
        assert picture.status == 200
        assert picture.content_type == "image/jpeg"
        assert "immutable" in picture.headers["Cache-Control"]
        assert len(await picture.read()) <= 60 * 1024
    async with site.client.get(f"{site.url}{path}&size=whole") as picture:
        assert picture.status == 200
    secret = town.services.files.keep(b"%PDF-1.4 a paper of somebody")
    digest = path.split("/")[-1].split("?")[0]
    base = f"{HOME}projects"
    for wrong in (
        f"{base}/{published.admitted}/pictures/{secret}",
        f"{base}/{published.waiting}/pictures/{digest}",
        f"{base}/{published.admitted}/pictures/..%2F..%2Fetc%2Fpasswd",
        f"{base}/{published.admitted}/pictures/{'0' * 64}",
    ):
        assert (await ask(site, wrong)).response.status == 404, wrong


async def test_open_data(site: Site, published: Published) -> None:
    """CSV with its mark and no formula, JSON in a steady order, the campaign; fields are explained [C3]."""
    answer = await ask(site, f"{HOME}data/projects.csv")
    assert answer.response.content_type == "text/csv"
    assert answer.response.headers["Content-Disposition"].endswith('"semey-demo-projects.csv"')
    async with site.client.get(f"{site.url}{HOME}data/projects.csv") as response:
        content = await response.read()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    listed = json.loads((await ask(site, f"{HOME}data/projects.json")).text)
    assert [int(row["number"]) for row in rows] == [row["number"] for row in listed]
    assert {row["number"] for row in listed} >= {published.admitted, published.unread_refused}
    page = (await ask(site, f"{HOME}data/?lang=ru")).text
    for name in listed[0]:
        assert f"<code>{name}</code>" in page
    facts = json.loads((await ask(site, f"{HOME}data/campaign.json")).text)
    assert facts["akimat"]["id"] == "semey"


@pytest.mark.usefixtures("published")
async def test_search_engines_are_kept_from_what_is_somebody_s(site: Site) -> None:
    """Office and papers are for nobody's index, and lists that somebody has narrowed neither [L1] [A3]."""
    robots = (await ask(site, "/robots.txt")).text
    assert "Disallow: /office/\nDisallow: /papers/\n" in robots
    for path in ("/office/", "/papers/x"):
        answer = await ask(site, path)
        assert answer.response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "noindex" in (await ask(site, f"{HOME}projects?words=шам")).text


@pytest.mark.usefixtures("published")
async def test_a_slow_line_gets_pressed_pages(site: Site) -> None:
    """Where the browser takes it, a page comes pressed to a third [P5]."""
    async with site.client.get(
        f"{site.url}{HOME}rules", headers={"Accept-Encoding": "gzip"}, auto_decompress=False
    ) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(await answer.read()) < 8_000


async def test_the_biggest_campaign(site: Site, town: Town) -> None:
    """Five hundred projects of the longest words: list and project stay below 50 KB [P5] [D1]."""
    long = Text(kk="Ә" * TITLE_AT_MOST, ru="Ж" * TITLE_AT_MOST)
    said = Text(kk="ә " * (DESCRIPTION_AT_MOST // 2), ru="ж " * (DESCRIPTION_AT_MOST // 2))
    reason = Text(kk="ә" * REASON_AT_MOST, ru="ж" * REASON_AT_MOST)
    async with town.services.database.write() as connection:
        [pattern, *_] = await browsing.list_projects(connection, CAMPAIGN, [1])
        listed = [
            replace(
                pattern,
                number=number,
                title=long,
                description=said,
                status=ProjectStatus.REFUSED,
                ground="offensive",
                reason=reason,
                site_check=reason,
                original=Language.KAZAKH,
            )
            for number in range(1, 501)
        ]
        await browsing.replace_projects(connection, CAMPAIGN, [(each, "") for each in listed])
    for language in Language:
        for path in ("projects", "projects?page=25", "projects/500"):
            answer = await ask(site, f"{HOME}{path}{'&' if '?' in path else '?'}lang={language}")
            assert answer.response.status == 200
            assert len(answer.text.encode()) < MOST_BYTES, path
