"""The pages of the other channel: list, second person, people in both, protocol, public words (A6)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.language import Language
from core.model.staff import Role
from tests.support.elsewhere import CHEAP, DEAR, SCAN, TERRITORY, build_joint, end, strangers, table, vote
from tests.support.office import SignedInClient, sign_in
from tests.support.town import IINS, OPEN, Town
from tests.web.conftest import Site

ELSEWHERE = "/office/semey-demo/elsewhere"
PROTOCOL = f"{ELSEWHERE}/protocols/{TERRITORY}"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign in joint mode while voting is open."""
    built = await build_joint(sqlite_url, tmp_path)
    built.clock.set_to(OPEN)
    yield built
    await built.services.database.dispose()


async def people(site: Site, town: Town, day: str = "") -> tuple[SignedInClient, SignedInClient]:
    """Return the browsers of a clerk and of a secretary, who sign in anew on another ``day``."""
    russian = Language.RUSSIAN
    clerk = await sign_in(site, town, Role.CLERK, login=f"clerk{day}", language=russian)
    other = await sign_in(site, town, Role.SECRETARY, login=f"second{day}", person=1, language=russian)
    return clerk, other


def listed(*persons: int | str) -> dict[str, tuple[str, bytes]]:
    """Return the file of a form with these people."""
    return {"table": ("participants.csv", table(*persons).read())}


async def test_a_list_from_upload_to_approval(site: Site, town: Town) -> None:
    """A second person approves; then the file brings lines to strike, and no page an IIN [A6] [L1] [P1]."""
    clerk, secretary = await people(site, town)
    await vote(town, 1, CHEAP)
    many, line = listed(0, 1, *strangers(18)), '<td class="number">3</td><td class="number">0</td>'
    status, page = await clerk.post(ELSEWHERE, files=many)
    assert status == 200
    assert "Строки можно узнать после утверждения, если в списке не меньше 20 человек" in page
    assert "Утвердить его может только другой сотрудник" in page
    status, page = await clerk.post(f"{ELSEWHERE}/lists/1/lines", files=many)
    assert (status, line in page) == (422, False)
    assert "Строки показываем только по утверждённому списку" in page
    status, page = await secretary.get(f"{ELSEWHERE}/lists/1")
    assert "Утвердить список" in page
    status, page = await secretary.post(f"{ELSEWHERE}/lists/1", {"act": "approve"})
    assert status == 200
    assert "Корень дерева" in page
    status, page = await clerk.post(f"{ELSEWHERE}/lists/1/lines", files=listed(0))
    assert status == 422
    assert "Это другой файл" in page
    status, page = await clerk.post(f"{ELSEWHERE}/lists/1/lines", files=many)
    assert line in page
    for number in IINS:
        assert number not in page
    # The lines are said once; only the file brings them back.
    status, page = await clerk.get(f"{ELSEWHERE}/lists/1")
    assert line not in page
    status, page = await secretary.post(f"{ELSEWHERE}/lists/1", {"act": "reject"})
    assert status == 422
    assert "вопрос уже решён" in page
    assert (await clerk.get(f"{ELSEWHERE}/lists/99"))[0] == 404


async def test_a_file_that_cannot_be_read_is_refused(site: Site, town: Town) -> None:
    """What is no table is refused with its reason, and the page stays [A6] [P7]."""
    clerk, _ = await people(site, town)
    status, page = await clerk.post(ELSEWHERE, files={"table": ("x.csv", b"%PDF-1.4")})
    assert status == 422
    assert "это не таблица" in page
    status, page = await clerk.post(ELSEWHERE, files={"table": ("x.csv", b"iin\n123\n")})
    assert "утверждать нечего" in page
    assert "это не ИИН" in page


async def test_people_in_both_are_struck_by_two(site: Site, town: Town) -> None:
    """The clerk names the paper, the secretary confirms; what was typed stays on a refusal [A6] [L1]."""
    clerk, secretary = await people(site, town)
    await vote(town, 1, CHEAP)
    await clerk.post(ELSEWHERE, files=listed(1))
    await secretary.post(f"{ELSEWHERE}/lists/1", {"act": "approve"})
    status, page = await clerk.post(f"{ELSEWHERE}/struck", {"number": "0", "act": "strike"})
    assert status == 422
    assert "Назовите документ" in page
    assert 'value="0" aria-label="Номер в списке проголосовавших 0" checked' in page
    status, page = await clerk.post(
        f"{ELSEWHERE}/struck", {"number": "0", "act": "strike", "paper": "письмо № 7 <b>"}
    )
    assert status == 200
    assert "ждёт второго сотрудника: письмо № 7 &lt;b&gt;" in page
    status, page = await clerk.post(f"{ELSEWHERE}/struck", {"number": "0", "act": "confirm"})
    assert status == 403
    status, page = await secretary.post(f"{ELSEWHERE}/struck", {"number": "0", "act": "confirm"})
    assert status == 200
    assert "да: письмо № 7" in page


async def test_a_protocol_is_typed_twice_and_told_to_everybody(site: Site, town: Town) -> None:
    """Fields stay on a refusal, the second sees no number, the public page tells of both [A6] [F5]."""
    clerk, secretary = await people(site, town)
    await vote(town, 0, DEAR)
    await clerk.post(ELSEWHERE, files=listed(0))
    await secretary.post(f"{ELSEWHERE}/lists/1", {"act": "approve"})
    status, page = await clerk.get(PROTOCOL)
    assert "Протокол вносят после окончания голосования" in page
    await end(town)
    clerk, secretary = await people(site, town, "-later")
    status, page = await clerk.get(PROTOCOL)
    numbers = sorted({int(each.split('"')[0]) for each in page.split('name="votes-')[1:]})
    fields = {f"votes-{number}": "0" for number in numbers}
    fields |= {f"votes-{CHEAP}": "5", f"votes-{DEAR}": "776"}
    status, page = await clerk.post(PROTOCOL, fields)
    assert status == 422
    assert "Приложите скан" in page
    assert 'value="776"' in page
    status, page = await clerk.post(PROTOCOL, fields, files={"scan": ("протокол.pdf", SCAN)})
    assert status == 200
    assert "Теперь его должен внести другой сотрудник" in page
    status, page = await secretary.get(PROTOCOL)
    assert "776" not in page
    status, page = await secretary.post(PROTOCOL, {**fields, f"votes-{DEAR}": "767"})
    assert status == 422
    assert f"не совпали с числами первого сотрудника у проектов: {DEAR} " in page
    status, page = await secretary.post(PROTOCOL, fields)
    assert status == 200
    assert "781" in page
    status, content, headers = await secretary.download(f"{PROTOCOL}/scan")
    assert (status, content) == (200, SCAN)
    assert headers["Content-Disposition"].startswith("attachment")
    status, page = await secretary.post(f"{PROTOCOL}/settle", {"act": "approve"})
    assert status == 200
    assert "утверждён" in page
    for language, said in (("ru", "победители могли быть другими"), ("kk", "басқа жобалар жеңуі мүмкін еді")):
        status, page = await site.get(f"/c/semey-demo/outcome/{TERRITORY}?lang={language}")
        assert status == 200
        assert said in page
    assert (await secretary.post(f"{PROTOCOL}/settle", {"act": "drop"}))[0] == 422


async def test_only_those_with_the_right_come_in(site: Site, town: Town) -> None:
    """A moderator sees none of it, an observer sees it and changes nothing [L1]."""
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=2)
    observer = await sign_in(site, town, Role.OBSERVER, login="observer", person=3)
    assert (await moderator.get(ELSEWHERE))[0] == 403
    status, page = await observer.get(ELSEWHERE)
    assert status == 200
    assert 'type="file"' not in page
    assert (await observer.post(ELSEWHERE, files=listed(0)))[0] == 403
    assert (await observer.get(PROTOCOL))[0] == 200
    assert (await observer.get(f"{ELSEWHERE}/protocols/mars"))[0] == 404
