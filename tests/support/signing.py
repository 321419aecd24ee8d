"""Somebody who signs in with everything that is asked: login, password, and a phone that counts codes."""

from dataclasses import dataclass, field

from pyotp import TOTP

from core.identity.totp import INTERVAL_SECONDS
from core.model.language import Text
from core.model.staff import Role
from core.usecases.office.attempts import Strangers
from core.usecases.office.sessions import SignedIn, find_session
from core.usecases.office.signing_in import Attempt, sign_in
from core.usecases.office.staff import Card, Credentials, add_member
from tests.support.office import STAFF_IINS
from tests.support.town import CAMPAIGN, Town

POSITION = Text(kk="маман", ru="специалист")


@dataclass(slots=True)
class Member:
    """A login whose phone lies at hand."""

    town: Town
    made: Credentials
    strangers: Strangers = field(default_factory=Strangers)

    def code(self, intervals: int = 0) -> str:
        """Return the code of now, or of some intervals later."""
        now = int(self.town.services.real_clock.now().timestamp())
        return TOTP(self.made.secret).at(now + intervals * INTERVAL_SECONDS)

    async def sign_in(
        self, *, login: str | None = None, password: str | None = None, code: str | None = None
    ) -> str:
        """Sign in, with something else than is right where it is given; return the token."""
        attempt = Attempt(
            login if login is not None else self.made.login,
            password if password is not None else self.made.password,
            code if code is not None else self.code(),
        )
        return await sign_in(self.town.services, self.strangers, attempt)

    async def session(self) -> SignedIn:
        """Return a new session."""
        found = await find_session(self.town.services, await self.sign_in())
        assert found is not None
        return found


async def employ(
    town: Town, *roles: Role, login: str = "gulnar.k", person: int = 0, must_change: bool = False
) -> Member:
    """Add a login as the operator does."""
    card = Card(name=f"Қызметкер {login}", position=POSITION, roles=frozenset(roles or {Role.CLERK}))
    made = await add_member(
        town.services, None, CAMPAIGN.akimat, login, STAFF_IINS[person], card, must_change=must_change
    )
    return Member(town, made)
