"""Who makes an announcement at the akimat, before their screens, and the people whom it is for.

Separate, because writing, sending and the way from the page to the telephone begin alike.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from core.model.language import Language
from core.model.staff import Role
from tests.support.announcing import found, settle_many
from tests.support.office import SignedInClient, sign_in
from tests.support.town import Town, build_town
from tests.web.conftest import Site

BASE = "/office/semey-demo/announcements"
ONE = f"{BASE}/1"
FORM = {
    "text-kk": "**Жиналыс** ертең\nсағат 18:00-де.",
    "text-ru": "**Собрание** завтра\nв 18:00.",
    "territory": "eski-qala",
    "language": "kk",
    "role": "everybody",
    "part": "not-voted",
    "doubt": "repeat",
}
AUDIENCE = 24


async def announcing_town(database_url: str, folder: Path) -> Town:
    """Return the campaign while voting is open, with two dozen people; ten may be written to alone."""
    town = await build_town(database_url, folder)
    town.services = replace(town.services, announcement_alone_most=10)
    await settle_many(town, range(8000, 8000 + AUDIENCE))
    return town


@dataclass(frozen=True, slots=True)
class Press:
    """Browsers of who writes, who approves, who observes."""

    writer: SignedInClient
    approver: SignedInClient
    observer: SignedInClient


async def gathered(site: Site, town: Town, language: Language = Language.RUSSIAN) -> Press:
    """Return three people with a browser each."""
    people = []
    for person, (login, role) in enumerate(
        (("writer", Role.COMMUNICATIONS), ("approver", Role.AKIM), ("observer", Role.OBSERVER))
    ):
        people.append(await sign_in(site, town, role, login=login, person=person, language=language))
    return Press(*people)


async def written(press: Press, **changes: str) -> None:
    """Let the first announcement be written."""
    status, page = await press.writer.post(BASE, {**FORM, **changes})
    assert status == 200, page


async def scheduled(press: Press, town: Town) -> int:
    """Let it wait for the second person, and return its version."""
    await written(press)
    version = (await found(town, 1)).version
    form = {"version": str(version), "when": "at", "day": "2026-11-21", "hour": "10:00"}
    status, page = await press.writer.post(f"{ONE}/send", form)
    assert (status, "ждёт второго человека" in page) == (200, True)
    return version
