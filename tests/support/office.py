"""People of the akimat as tests need them: a login with roles and a person behind it."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from aiohttp import ClientSession, FormData

from core.identity.keys import read_akimat_keys
from core.model.language import Language
from core.model.staff import Actor, Role
from core.store import staff
from core.usecases.office.sessions import hash_of
from tests.support.town import CAMPAIGN, Town

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam

COOKIE = "qatysu_office"

STAFF_IINS = ("990101100000", "990101200007", "990101100111", "990101200106", "990101100210")
"""Numbers of staff that no living person has; the first three check."""


class Site(Protocol):
    """Pages that are served, such as `tests.web.conftest.Site`."""

    @property
    def url(self) -> str:
        """Return where."""
        ...

    @property
    def client(self) -> ClientSession:
        """Return what asks for them."""
        ...


async def actor(town: Town, *roles: Role, login: str = "clerk", person: int = 0) -> Actor:
    """Return somebody of the akimat with these roles; equal ``person`` means one person with two logins."""
    keys = read_akimat_keys(town.services.keys, CAMPAIGN.akimat)
    async with town.services.database.write() as connection:
        staff_id = await staff.add_staff(
            connection,
            CAMPAIGN.akimat,
            roles,
            login=login,
            name=f"Қызметкер {login}",
            position_kk="маман",
            position_ru="специалист",
            person_key=keys.person(STAFF_IINS[person]),
            language=Language.KAZAKH.value,
            password_hash="",
            totp_sealed=b"",
            must_change_password=False,
            created_at=town.clock.now(),
        )
        found = await staff.get_staff(connection, CAMPAIGN.akimat, staff_id)
    assert found is not None
    return found.actor


def of_another_akimat(someone: Actor) -> Actor:
    """Return the same person with the same roles at an akimat that the campaign does not belong to."""
    return replace(someone, akimat="elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedInClient:
    """Somebody's browser with a session of the office: `get` and `post` take paths from `/office/…` on."""

    site: Site
    actor: Actor
    token: str
    form_key: str

    @property
    def headers(self) -> dict[str, str]:
        """Return the cookie; a client of aiohttp keeps none of an address made of numbers."""
        return {"Cookie": f"{COOKIE}={self.token}"}

    async def get(self, path: str, *, follow: bool = True) -> tuple[int, str]:
        """Return status and text of a page."""
        url = self.site.url + path
        async with self.site.client.get(url, headers=self.headers, allow_redirects=follow) as answer:
            return answer.status, await answer.text()

    async def download(self, path: str) -> tuple[int, bytes, Mapping[str, str]]:
        """Return status, content and headers of a file."""
        async with self.site.client.get(self.site.url + path, headers=self.headers) as answer:
            return answer.status, await answer.read(), answer.headers

    async def post(
        self,
        path: str,
        fields: Iterable[tuple[str, str]] | Mapping[str, str] = (),
        *,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        follow: bool = True,
    ) -> tuple[int, str]:
        """Send a form with its key and follow to the answer; ``files`` are name and content by field."""
        pairs = fields.items() if isinstance(fields, Mapping) else fields
        form = FormData(quote_fields=False, default_to_multipart=bool(files))
        for name, value in (*pairs, ("form_key", self.form_key)):
            form.add_field(name, value)
        for name, (called, content) in (files or {}).items():
            form.add_field(name, BytesIO(content), filename=called, content_type="application/octet-stream")
        url = self.site.url + path
        async with self.site.client.post(
            url, data=form, headers=self.headers, allow_redirects=follow
        ) as answer:
            return answer.status, await answer.text()


async def sign_in(
    site: Site,
    town: Town,
    *roles: Role,
    login: str = "clerk",
    person: int = 0,
    language: Language = Language.KAZAKH,
) -> SignedInClient:
    """Return the browser of somebody of the akimat with these roles who is signed in.

    In Chromium: `await context.add_cookies([browser_cookie(site, client)])`.
    """
    someone = await actor(town, *roles, login=login, person=person)
    async with town.services.database.write() as connection:
        await staff.change_staff(connection, someone.akimat, someone.staff_id, language=language.value)
    return await sign_in_again(site, town, someone)


async def sign_in_again(site: Site, town: Town, someone: Actor) -> SignedInClient:
    """Return a browser of the same person: the session of the other is over when the clock has gone on."""
    token, form_key, now = os.urandom(32).hex(), os.urandom(32), town.services.real_clock.now()
    async with town.services.database.write() as connection:
        session = {
            "akimat_id": someone.akimat,
            "token_hash": hash_of(token),
            "staff_id": someone.staff_id,
            "form_key": form_key,
            "begun_at": now,
            "seen_at": now,
        }
        await staff.add_session(connection, session)
    return SignedInClient(site=site, actor=someone, token=token, form_key=form_key.hex())


def browser_cookie(site: Site, client: SignedInClient) -> "SetCookieParam":
    """Return the session's cookie as Playwright takes it."""
    return {"name": COOKIE, "value": client.token, "url": f"{site.url}/office"}
