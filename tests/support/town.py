"""A small town on a real database: the sample campaign while voting is open, and people of its register.

Separate because use cases, races and fronts are all tried in it.
"""

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete

from core.files.scanning import NoScanner
from core.files.store import DiskStore
from core.identity.keys import KeyFolder
from core.language.swearing import read_stems
from core.model.campaign import CampaignId
from core.model.language import Language
from core.store import freeze, ledger
from core.store.base import of
from core.store.database import Database
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.reading import Rulebooks
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.freeze.making import freeze_due
from core.usecases.place.account import see
from core.usecases.place.choosing import choose_place
from core.usecases.privacy.consent import give_consent
from core.usecases.register.taking import take_register
from core.usecases.services import Services
from core.usecases.verification.code import issue_codes, verify_by_code
from core.usecases.verification.phone import verify_by_phone
from tests.support.clock import FakeClock

CAMPAIGN = CampaignId("semey", "semey-demo")
OPEN = datetime(2026, 11, 20, 6, tzinfo=UTC)
"""A day after voting has opened in the sample campaign."""

CLOSED = datetime(2026, 11, 29, 19, tzinfo=UTC)
"""The first instant after voting: midnight of 30 November 2026 in Almaty."""

REPOSITORY = Path(__file__).parents[2]
RULEBOOK = (REPOSITORY / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8")
PROJECTS = (REPOSITORY / "demo" / "semey-demo" / "projects.toml").read_text(encoding="utf-8")

IINS = (
    "991231100000",
    "850715200007",
    "700101100002",
    "991231500006",
    "991231100109",
    "991231100110",
    "850715200805",
    "700101100303",
    "991231500707",
    "990101200007",
)
"""Numbers that check and that no living person has."""

HEADING = "iin;birth_date;reg_kind;reg_from;reg_to;territory;phone"


def row(
    person: int,
    territory: str = "eski-qala",
    *,
    born: str = "1980-05-17",
    kind: str = "permanent",
    since: str = "2015-03-16",
    until: str = "",
    phone: str = "",
) -> str:
    """Return a line of the register about the person with the number ``person``."""
    return f"{IINS[person]};{born};{kind};{since};{until};{territory};{phone}"


def phone_of(person: int) -> str:
    """Return the telephone that belongs to the person."""
    return f"7700000{person:04d}"


@dataclass(slots=True)
class Town:
    """The campaign with its services; people are positions in ``IINS``."""

    services: Services
    clock: FakeClock
    campaign: CampaignId = CAMPAIGN
    codes: dict[int, str] = field(default_factory=dict)

    async def register(self, *rows: str) -> None:
        """Make these lines the register, as if they had been it when voting opened."""
        await self.thaw()
        await take_register(self.services, self.campaign, "\n".join((HEADING, *rows)))
        await freeze_due(self.services)

    async def thaw(self) -> None:
        """Let nothing be frozen, as before the opening."""
        async with self.services.database.write() as connection:
            for table in (freeze.freeze, freeze.entitled, ledger.act):
                await connection.execute(delete(table).where(of(table, self.campaign)))

    async def settle(self, account: int, territory: str = "eski-qala") -> None:
        """Let the account be seen, choose a place and agree to the consent."""
        await see(self.services, account)
        await choose_place(self.services, account, self.campaign, territory)
        await give_consent(self.services, self.campaign, account, Language.KAZAKH)

    async def by_phone(self, account: int, person: int) -> None:
        """Verify the account by the person's own telephone."""
        await verify_by_phone(self.services, self.campaign, account, number=phone_of(person), is_own=True)

    async def issue(self, *people: int) -> None:
        """Issue clerk's codes, kept in ``codes`` by person."""
        issued = await issue_codes(self.services, self.campaign, [IINS[person] for person in people])
        self.codes |= {person: item.code for person, item in zip(people, issued, strict=True)}

    async def by_code(self, account: int, person: int) -> str:
        """Verify the account by the person's code and return the session."""
        found = await verify_by_code(self.services, self.campaign, account, typed=self.codes[person])
        assert found.session is not None
        return found.session

    def wait(self, **step: float) -> None:
        """Let time pass."""
        self.clock.advance(timedelta(**step))


def make_town_services(database_url: str, folder: Path, clock: FakeClock) -> Services:
    """Return services over a migrated database; keys and files lie in ``folder``."""
    return Services(
        database=Database(database_url),
        rulebooks=Rulebooks(),
        keys=KeyFolder(folder / "keys"),
        files=DiskStore(folder / "files"),
        scanner=NoScanner(),
        clock=clock,
        real_clock=clock,
        random_bytes=os.urandom,
        swear_stems=read_stems(REPOSITORY / "locales"),
    )


async def build_town(database_url: str, folder: Path, *, rulebook: str = RULEBOOK) -> Town:
    """Load the sample campaign into a migrated database while its voting is open."""
    clock = FakeClock(OPEN)
    services = make_town_services(database_url, folder, clock)
    await take_rulebook(services, rulebook, "semey-demo.toml")
    await make_campaign_keys(services, CAMPAIGN)
    await take_projects(services, CAMPAIGN, PROJECTS, "projects.toml", lambda name: name.encode())
    town = Town(services=services, clock=clock)
    await town.register(*(row(person, phone=phone_of(person)) for person in range(len(IINS))))
    return town
