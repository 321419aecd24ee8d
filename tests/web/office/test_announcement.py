"""Announcements are written on pages: texts, audience, file, and all that may be wrong with them (G2)."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.announcement import AnnouncementState
from tests.support.announcing import found
from tests.support.papers import PDF, PROGRAM, VIRUS
from tests.support.proposals import picture
from tests.support.town import Town
from tests.web.conftest import Site
from tests.web.office.press import BASE, FORM, ONE, Press, announcing_town, gathered, scheduled, written
from web.limits import MEGABYTE

MARKUP = "<script>alert(1)</script> & «кавычки» <b>"
WRONG_TEXTS: list[tuple[dict[str, str], str]] = [
    ({"text-kk": " \n "}, "Нет текста на казахском"),
    ({"text-ru": ""}, "Нет текста на русском"),
    ({"text-ru": "ы" * 5000}, "Знаков: 5 000, лишних 1 024"),
    ({"text-ru": "Читайте [тут](http://example.kz)"}, "есть адрес http://example.kz"),
    ({"text-kk": "ЖСН 990101100000"}, "ИИН"),
    ({"territory": "moon"}, "территори"),
]
WRONG_FILES = [
    (PROGRAM, "такой вид не принимаем"),
    (VIRUS, "нашли вирус"),
    (b"", "неполный или повреждён|такой вид не принимаем"),
    (picture(size=(30, 30)), "слишком мало"),
    (b"\xff\xd8\xff" + bytes(21 * MEGABYTE), "больше 20 МБ"),
]


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while voting is open, with people to write to."""
    built = await announcing_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def press(site: Site, town: Town) -> Press:
    """Who writes, who approves, who observes, in Russian."""
    return await gathered(site, town)


async def test_it_is_written_and_listed(press: Press, town: Town) -> None:
    """A draft is listed with state, audience, size, hour and writer; its page shows both texts [G2]."""
    status, page = await press.writer.get(BASE)
    assert (status, "Объявлений ещё нет." in page, "Написать объявление" in page) == (200, True, True)
    status, page = await press.writer.get(f"{BASE}/new")
    assert status == 200
    assert "\u2003часть «Старый город»" in page
    await written(press)
    status, page = await press.writer.get(ONE)
    assert status == 200
    assert '<div class="said" lang="kk"><b>Жиналыс</b> ертең\nсағат 18:00-де.</div>' in page
    assert "<b>Собрание</b> завтра" in page
    assert "Больше не присылать: кнопка ниже." in page
    assert "Хабарландыру келмесін" in page
    status, page = await press.writer.get(BASE)
    for each in ("черновик", "Собрание завтра", "часть «Старый город»; на казахском", "не назначено"):
        assert each in page, each
    assert "Қызметкер writer" in page
    assert (await found(town, 1)).written.text.kk == "**Жиналыс** ертең\nсағат 18:00-де."


async def test_markup_is_only_letters(press: Press) -> None:
    """What looks like markup is shown as it was typed, in the list, the preview and the form [G2] [L1]."""
    await written(press, **{"text-kk": MARKUP, "text-ru": MARKUP})
    for path in (BASE, ONE, f"{ONE}/edit", f"{ONE}/send"):
        status, page = await press.writer.get(path)
        assert status == 200
        assert "<script>" not in page
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; «кавычки» &lt;b&gt;" in (await press.writer.get(ONE))[1]
    )


async def test_nothing_typed_is_lost(press: Press) -> None:
    """Each refusal names its rule above the form, which keeps the texts and every choice [G2] [P7]."""
    for changes, said in WRONG_TEXTS:
        status, page = await press.writer.post(BASE, {**FORM, **changes})
        # A territory that is not there is, as an address would be, not found.
        assert status == (404 if "territory" in changes else 422), said
        assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
        assert "990101100000" not in page
        for name, text in {**FORM, **changes}.items():
            if name.startswith("text-") and not text.strip().startswith("ЖСН"):
                assert f"\n{text.strip()}</textarea>" in page.replace("\r\n", "\n"), name
        assert '<option value="kk" selected>' in page
        assert 'value="not-voted" checked' in page
    assert "Объявлений ещё нет." in (await press.writer.get(BASE))[1]


async def test_a_choice_that_no_page_offers(press: Press) -> None:
    """A forged choice does not come to mean everybody [G2] [L1]."""
    for name in ("language", "role", "part", "doubt"):
        assert (await press.writer.post(BASE, {**FORM, name: "whoever"}))[0] == 400, name
    assert "Объявлений ещё нет." in (await press.writer.get(BASE))[1]


async def test_somebody_else_was_faster(press: Press, town: Town) -> None:
    """A stale form is refused with what was typed and what is kept; sent once more it counts [G2]."""
    await written(press)
    version = str((await found(town, 1)).version)
    status, page = await press.writer.get(f"{ONE}/edit")
    assert (status, f'name="version" value="{version}"' in page) == (200, True)
    await press.writer.post(f"{ONE}/edit", {**FORM, "text-ru": "Первый.", "version": version})
    status, page = await press.writer.post(f"{ONE}/edit", {**FORM, "text-ru": "Второй.", "version": version})
    assert status == 422
    assert "изменил другой сотрудник" in page
    assert "\nВторой.</textarea>" in page
    assert '<p class="said" lang="ru">Первый.</p>' in page
    newer = re.search(r'name="version" value="(\d+)"', page)
    assert newer is not None
    assert (await found(town, 1)).written.text.ru == "Первый."
    await press.writer.post(f"{ONE}/edit", {**FORM, "text-ru": "Второй.", "version": newer[1]})
    assert (await found(town, 1)).written.text.ru == "Второй."


async def test_a_change_drops_the_hour(press: Press, town: Town) -> None:
    """What waits for the second person is a draft again once it changes, and the form says so [G2]."""
    version = await scheduled(press, town)
    assert "Час уже назначен." in (await press.writer.get(f"{ONE}/edit"))[1]
    await press.writer.post(f"{ONE}/edit", {**FORM, "version": str(version)})
    changed = await found(town, 1)
    assert (changed.state, changed.asked_by) == (AnnouncementState.DRAFT, None)
    status, page = await press.approver.post(f"{ONE}/approve", {"version": str(version)})
    assert (status, "ещё черновик" in page) == (422, True)


async def test_a_picture_comes_and_goes(press: Press, town: Town) -> None:
    """It stands above both texts, is looked at but runs nothing, and is taken off again [G2] [B7]."""
    await written(press)
    version = (await found(town, 1)).version
    form = {"version": str(version)}
    status, page = await press.writer.post(f"{ONE}/file", form, files={"file": ("двор.jpg", picture())})
    assert (status, page.count("<img "), "Убрать файл" in page) == (200, 2, True)
    status, body, headers = await press.writer.download(f"{ONE}/file")
    assert (status, body[:3], headers["Content-Type"]) == (200, b"\xff\xd8\xff", "image/jpeg")
    assert "sandbox" in headers["Content-Security-Policy"]
    assert (await press.observer.get(f"{ONE}/file"))[0] == 404
    stale = await press.writer.post(f"{ONE}/file", {**form, "act": "remove"})
    assert (stale[0], "изменил другой сотрудник" in stale[1]) == (422, True)
    form = {"version": str((await found(town, 1)).version), "act": "remove"}
    status, page = await press.writer.post(f"{ONE}/file", form)
    assert (status, "<img " in page) == (200, False)
    assert (await press.writer.get(f"{ONE}/file"))[0] == 404


async def test_a_document_is_kept_not_shown(press: Press, town: Town) -> None:
    """A PDF is named above the text and given only to be kept [G2] [B7]."""
    await written(press)
    form = {"version": str((await found(town, 1)).version)}
    status, page = await press.writer.post(f"{ONE}/file", form, files={"file": ("<b>план.pdf", PDF)})
    assert (status, "план.pdf</a>" in page, "<b>план" in page) == (200, True, False)
    _, _, headers = await press.writer.download(f"{ONE}/file")
    assert headers["Content-Disposition"] == 'attachment; filename="announcement-1.pdf"'


async def test_a_file_that_is_not_taken(press: Press) -> None:
    """A program, a virus, nothing, a dot, 21 MB: refused by name, and the text is kept [G2] [B7]."""
    await written(press)
    for content, said in WRONG_FILES:
        files = {"file": ("a.jpg", content)}
        status, page = await press.writer.post(f"{ONE}/file", {"version": "1"}, files=files)
        assert (status, bool(re.search(said, page)), "Собрание" in page) == (422, True, True), said


async def test_more_than_the_pages_take(press: Press) -> None:
    """60 MB and more are read away and refused; the text had been kept before and is there [G2]."""
    await written(press)
    files = {"file": ("a.jpg", bytes(61 * MEGABYTE))}
    status, page = await press.writer.post(f"{ONE}/file", {"version": "1"}, files=files)
    assert (status, "не больше 60 МБ" in page) == (413, True)
    assert "Собрание" in (await press.writer.get(ONE))[1]


async def test_a_long_text_takes_no_file(press: Press) -> None:
    """Below a file there is room for less; the refusal says how much [G2]."""
    await written(press, **{"text-ru": "ы" * 1000})
    files = {"file": ("a.jpg", picture())}
    status, page = await press.writer.post(f"{ONE}/file", {"version": "1"}, files=files)
    assert (status, "помещается 904" in page) == (422, True)
