"""Announcements go out from pages: test, count, hour, second person, pause, end; who may do none (G2)."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.announcement import AnnouncementState
from core.model.language import Language
from core.model.staff import Role
from core.rules.announcement import LEAST_AUDIENCE
from core.usecases.office.linking import link_account, make_invitation
from tests.support.announcing import found, settle_many
from tests.support.office import sign_in
from tests.support.town import Town
from tests.web.conftest import Site
from tests.web.office.press import (
    BASE,
    FORM,
    ONE,
    Press,
    announcing_town,
    gathered,
    scheduled,
    written,
)
from web.office.announcements import MOST_LOOKS

WRONG_HOURS = [
    ("2026-11-21", "21:00", "С 21:00 до 9:00 людей не беспокоят"),
    ("2026-11-21", "08:59", "С 21:00 до 9:00 людей не беспокоят"),
    ("2026-11-19", "10:00", "уже прошло"),
    ("0001-01-01", "00:00", "уже прошло|Не понять"),
    ("2026-02-30", "10:00", "Не понять, когда"),
    ("завтра", "10:00", "Не понять, когда"),
    ("2026-11-21", "", "Не понять, когда"),
    ("2026-11-21", "25:00", "Не понять, когда"),
    ("2026-11-21", "10:00<script>", "Не понять, когда"),
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


async def test_a_test_to_oneself(press: Press, town: Town) -> None:
    """Without an account the page leads to where one is linked; with one a press is enough [G2]."""
    await written(press)
    status, page = await press.writer.get(ONE)
    assert (status, "Привязать на странице" in page, "Отправить себе" in page) == (200, True, False)
    status, page = await press.writer.post(f"{ONE}/test")
    assert (status, "ещё не привязан" in page) == (422, True)
    await link_account(town.services, await make_invitation(town.services, press.writer.actor), 8000)
    status, page = await press.writer.get(ONE)
    assert "Отправить себе" in page
    assert (await press.writer.post(f"{ONE}/test"))[0] == 200


async def test_it_is_counted_before(press: Press, town: Town) -> None:
    """The number stands before the hour is chosen, with who has to approve; too few are not told [G2]."""
    await written(press)
    status, page = await press.writer.get(f"{ONE}/send")
    assert (status, "в этом кругу 20 человек или немного больше" in page, "Людей больше 10" in page) == (
        200,
        True,
        True,
    )
    await settle_many(town, range(8100, 8100 + LEAST_AUDIENCE - 1), territory="samal-1")
    form = {**FORM, "territory": "samal", "version": "1"}
    await press.writer.post(f"{ONE}/edit", form)
    status, page = await press.writer.get(f"{ONE}/send")
    assert (status, "меньше 20 человек" in page, 'name="when"' in page) == (200, True, False)
    assert not re.search(r"\b19\b", page.partition("<main")[2])
    status, page = await press.writer.post(f"{ONE}/send", {"version": "2", "when": "now"})
    assert (status, "меньше 20 человек" in page) == (422, True)


async def test_hours_that_do_not_do(press: Press, town: Town) -> None:
    """Each is refused by its rule and stays in the form; nothing is scheduled [G2] [G1] [P7]."""
    await written(press)
    for day, hour, said in WRONG_HOURS:
        form = {"version": "1", "when": "at", "day": day, "hour": hour}
        status, page = await press.writer.post(f"{ONE}/send", form)
        assert (status, bool(re.search(said, page)), "<script>" in page) == (422, True, False), (day, hour)
        assert f'name="day" value="{day}"' in page
    assert (await found(town, 1)).state is AnnouncementState.DRAFT


async def test_from_the_writer_to_the_second_person(press: Press, town: Town) -> None:
    """The writer cannot approve; the second person sees everything on one page and does [G2] [L1]."""
    version = str(await scheduled(press, town))
    at = (await found(town, 1)).scheduled_at
    assert at is not None
    assert at.isoformat() == "2026-11-21T05:00:00+00:00", "ten by the clock of Almaty"
    status, page = await press.writer.get(f"{ONE}/approve")
    assert (status, "только другой человек" in page, "<button>" in page) == (200, True, False)
    status, page = await press.writer.post(f"{ONE}/approve", {"version": version})
    assert (status, "Утвердить объявление № 1" in page) == (422, True)
    status, page = await press.approver.get(f"{ONE}/approve")
    for each in (
        "<b>Жиналыс</b>",
        "<b>Собрание</b>",
        "на казахском",
        "10:00",
        ">20 и больше<",
        "Қызметкер writer",
    ):
        assert each in page, each
    status, page = await press.approver.post(f"{ONE}/approve", {"version": "0"})
    assert (status, "изменил другой сотрудник" in page) == (422, True)
    status, page = await press.approver.post(f"{ONE}/approve", {"version": version})
    assert (status, "назначено" in page, "Қызметкер approver" in page) == (200, True, True)
    assert (await found(town, 1)).state is AnnouncementState.SCHEDULED


async def test_an_hour_that_passed_meanwhile(press: Press, town: Town) -> None:
    """What waited too long for the second person is not approved, and the page says what follows [G2]."""
    version = str(await scheduled(press, town))
    town.wait(hours=27)
    # The session has ended meanwhile, as every session does.
    again = await sign_in(
        press.writer.site, town, Role.AKIM, login="akim", person=3, language=Language.RUSSIAN
    )
    status, page = await again.post(f"{ONE}/approve", {"version": version})
    assert (status, "Назначенный час прошёл" in page) == (422, True)


async def test_pause_resume_cancel(press: Press, town: Town) -> None:
    """Each asks on a page of its own first; the second person may stop, and only the writer goes on [G2]."""
    version = str(await scheduled(press, town))
    await press.approver.post(f"{ONE}/approve", {"version": version})
    status, page = await press.approver.get(f"{ONE}/pause")
    assert (status, "Приостановить объявление № 1?" in page) == (200, True)
    assert (await found(town, 1)).state is AnnouncementState.SCHEDULED
    status, page = await press.approver.post(f"{ONE}/pause")
    assert (status, "Приостановлено сотрудником." in page) == (200, True)
    assert (await press.approver.post(f"{ONE}/resume"))[0] == 403
    assert (await press.writer.get(f"{ONE}/resume"))[0] == 200
    assert (await press.writer.post(f"{ONE}/resume"))[0] == 200
    assert (await press.writer.get(f"{ONE}/cancel"))[0] == 200
    status, page = await press.writer.post(f"{ONE}/cancel")
    assert (status, "отменено" in page) == (200, True)
    for step in ("pause", "resume", "cancel", "send", "edit"):
        status, page = await press.writer.get(f"{ONE}/{step}")
        assert (status, "Объявление отменено." in page) == (422, True), step
    status, page = await press.writer.post(f"{ONE}/edit", {**FORM, "text-ru": "Поздно.", "version": version})
    assert (status, "\nПоздно.</textarea>" in page) == (422, True)


async def test_the_page_shows_itself_again_for_a_while(press: Press) -> None:
    """Due or on its way it refreshes without a script, relative to itself, not for ever [G2] [L4] [L1]."""
    await written(press)
    status, _ = await press.writer.post(f"{ONE}/send", {"version": "1", "when": "now"})
    assert status == 200
    await press.approver.post(f"{ONE}/approve", {"version": "1"})
    for looks, expected in (
        (0, "10; url=1?look=1"),
        (MOST_LOOKS - 1, "10; url=1?look=90"),
        (MOST_LOOKS, None),
    ):
        _, body, headers = await press.observer.download(f"{ONE}?look={looks}")
        assert headers.get("Refresh") == expected
        assert ("Страница обновляется сама".encode() in body) == (expected is not None)


async def test_the_observer_sees_and_touches_nothing(press: Press, town: Town) -> None:
    """List and report without a form, a draft's words, or a step; every form is refused [G2] [L1]."""
    await scheduled(press, town)
    for path in (BASE, ONE):
        status, page = await press.observer.get(path)
        main = page.partition("<main")[2]
        assert (status, "<form" in main, "Собрание" in main) == (200, False, False)
    for path in (
        f"{BASE}/new",
        *(f"{ONE}/{step}" for step in ("edit", "send", "approve", "pause", "cancel")),
    ):
        assert (await press.observer.get(path))[0] == 403, path
    for path in (BASE, *(f"{ONE}/{step}" for step in ("edit", "file", "send", "approve", "pause", "cancel"))):
        assert (await press.observer.post(path, {**FORM, "version": "1"}))[0] == 403, path


async def test_others_and_other_akimats(site: Site, town: Town, press: Press) -> None:
    """Who has no business with it gets nothing; nothing of another akimat is found [L1] [P9]."""
    await written(press)
    clerk = await sign_in(site, town, Role.CLERK, login="clerk", person=3)
    for path in (BASE, ONE, f"{BASE}/new", f"{ONE}/file", f"{ONE}/send"):
        assert (await clerk.get(path))[0] == 403, path
    assert (await clerk.post(BASE, FORM))[0] == 403
    assert (await press.writer.get("/office/elsewhere/announcements"))[0] == 404
    for path in (f"{BASE}/2", f"{BASE}/2/edit", f"{BASE}/2/send", f"{BASE}/99999999999/file"):
        assert (await press.writer.get(path))[0] == 404, path
    for path in (f"{BASE}/2/edit", f"{BASE}/2/test", f"{BASE}/2/pause"):
        assert (await press.writer.post(path, {**FORM, "version": "1"}))[0] == 404, path


async def test_a_form_of_another_page_does_nothing(press: Press, site: Site, town: Town) -> None:
    """Without the key of the session's own pages nothing is approved [L1]."""
    form, url = {"version": str(await scheduled(press, town))}, f"{site.url}{ONE}/approve"
    async with site.client.post(url, data=form, headers=press.approver.headers) as answer:
        assert answer.status == 403
    assert (await found(town, 1)).state is AnnouncementState.WAITING
