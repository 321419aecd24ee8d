"""The sample campaign while its voting is open, with as many residents as are needed.

Separate because taps, votes and screens are all measured in it. Residents have random keys in the place of
hashed IINs: what is measured begins where a person is known.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.scanning import NoScanner
from core.files.store import DiskStore
from core.identity.keys import KeyFolder
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.person import RegistrationKind
from core.model.register import ImportState
from core.store import place, privacy, replacing, staging, verification
from core.store.database import Database
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.campaign.reading import Rulebooks
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.freeze.making import freeze_due
from core.usecases.privacy.consent import CONSENT_VERSION
from core.usecases.services import Services

CAMPAIGN = CampaignId("semey", "semey-demo")
OPEN = datetime(2026, 11, 20, 6, tzinfo=UTC)
"""A day after voting has opened in the sample campaign."""

TERRITORY = "eski-qala"
"""A district of the sample campaign in which every resident of the town lives."""

PROJECT = 1
"""A project for which these residents may vote."""

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Standstill:
    """A clock that does not run, so that the last round sees the same campaign as the first."""

    instant: datetime = OPEN

    def now(self) -> datetime:
        """Return the one instant."""
        return self.instant


@dataclass(slots=True)
class Town:
    """The campaign with its services and the accounts of its residents, each handed out once."""

    services: Services
    accounts: Iterator[int]


async def build(url: str, folder: Path, residents: int) -> Town:
    """Load the campaign into the migrated database at ``url`` and verify ``residents`` by their phones."""
    services = services_at(url, folder, OPEN)
    source = (ROOT / "rulebooks" / "semey-demo.toml").read_text(encoding="utf-8")
    projects = (ROOT / "demo" / "semey-demo" / "projects.toml").read_text(encoding="utf-8")
    await take_rulebook(services, source, "semey-demo.toml")
    await make_campaign_keys(services, CAMPAIGN)
    await take_projects(services, CAMPAIGN, projects, "projects.toml", lambda name: name.encode())
    accounts = range(1, residents + 1)
    await _register(services, accounts)
    await freeze_due(services)
    return Town(services=services, accounts=iter(accounts))


async def settle(services: Services, accounts: Iterable[int], language: Language) -> None:
    """Let the accounts choose language and place, and agree to the consent, as everybody does first."""
    async with services.database.write() as connection:
        for account_id in accounts:
            await place.add_account(connection, account_id, OPEN)
            await place.set_language(connection, account_id, language.value)
            await place.set_place(connection, CAMPAIGN, account_id, TERRITORY)
            await _consent(connection, account_id, language)


async def _consent(connection: AsyncConnection, account_id: int, language: Language) -> None:
    """Agree as `give_consent` would, but in the transaction at hand: thousands do it before a run."""
    await privacy.keep_consent(
        connection,
        CAMPAIGN.akimat,
        account_id,
        version=CONSENT_VERSION,
        language=language.value,
        now=OPEN,
    )


def services_at(url: str, folder: Path, now: datetime) -> Services:
    """Return services on the database at ``url`` whose clock stands at ``now``."""
    return Services(
        database=Database(url),
        rulebooks=Rulebooks(),
        keys=KeyFolder(folder / "keys"),
        files=DiskStore(folder / "files"),
        scanner=NoScanner(),
        clock=Standstill(now),
        real_clock=Standstill(now),
        random_bytes=os.urandom,
        swear_stems=frozenset(),
    )


async def _register(services: Services, accounts: Iterable[int]) -> None:
    people = {account_id: os.urandom(32) for account_id in accounts}
    async with services.database.write() as connection:
        import_id = await staging.add_import(
            connection, CAMPAIGN, state=ImportState.APPROVED.value, file_name="", digest="", staged_at=OPEN
        )
        rows = [_registration(key) for key in people.values()]
        await staging.add_portion(
            connection, CAMPAIGN.akimat, import_id, registrations=rows, phones=(), notes=()
        )
        await replacing.replace_register(connection, CAMPAIGN.akimat, import_id)
        await staging.delete_import(connection, CAMPAIGN.akimat, import_id)
        for account_id, person_key in people.items():
            await verification.move_phone_link(connection, CAMPAIGN.akimat, account_id, person_key, OPEN)
            await _consent(connection, account_id, Language.KAZAKH)


def _registration(person_key: bytes) -> dict[str, object]:
    return {
        "person_key": person_key,
        "ordinal": 0,
        "birth_date": date(1980, 5, 17),
        "territory": TERRITORY,
        "kind": RegistrationKind.PERMANENT.value,
        "since": date(2015, 3, 16),
        "until": None,
    }
