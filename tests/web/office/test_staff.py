"""The pages of staff and logs over HTTP (L1)."""

import re

from core.model.staff import Role
from tests.support.office import sign_in
from tests.support.town import Town
from tests.web.conftest import Site


async def test_staff_are_added_over_the_pages(site: Site, town: Town) -> None:
    """The form adds a login, shows its secrets once with a QR, and the list has it [L1]."""
    admin = await sign_in(site, town, Role.SYSTEM_ADMINISTRATOR, login="admin")
    fields = [
        ("login", "Gulnar.K"),
        ("iin", "990101200007"),
        ("name", "<b>Гүлнар</b>"),
        ("position_kk", "бас маман"),
        ("position_ru", "главный специалист"),
        ("role", "clerk"),
        ("role", "nonsense"),
        ("language", "ru"),
    ]
    status, page = await admin.post("/office/staff/new", [*fields[:1], *fields[2:]])
    assert status == 422
    assert "ЖСН қате" in page
    assert "&lt;b&gt;Гүлнар&lt;/b&gt;" in page
    status, page = await admin.post("/office/staff/new", fields)
    assert status == 201
    secrets = re.findall(r'id="made-\w+">([\w-]+)<', page)
    assert [len(each) for each in secrets] == [19, 32]
    assert "<svg" in page
    assert "style=" not in page
    listed = (await admin.get("/office/staff"))[1]
    assert "gulnar.k" in listed
    assert not any(each in listed for each in secrets)
    status, page = await admin.post("/office/staff/new", fields)
    assert status == 422
    assert "логині бос емес" in page
    assert "990101200007" not in page


async def test_nobody_else_opens_these_pages(site: Site, town: Town) -> None:
    """A clerk sees neither staff nor logs, an observer the logs alone [L1] [L2]."""
    clerk = await sign_in(site, town, Role.CLERK)
    observer = await sign_in(site, town, Role.OBSERVER, login="observer", person=1)
    for path in ("staff", "staff/new", "staff/1", "logs", "logs/access"):
        assert (await clerk.get(f"/office/{path}"))[0] == 403
        assert (await observer.get(f"/office/{path}"))[0] == (200 if "logs" in path else 403)
    for path in ("staff/new", "staff/1", "staff/1/reset", "staff/1/block"):
        assert (await clerk.post(f"/office/{path}"))[0] == 403
