"""The night's cleaning: each thing whose term is over goes, and nothing that has no term (M2).

Every step is a transaction of its own and safe to repeat, so that a night that breaks off is made up for in
the next one.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from core.model.campaign import CampaignId
from core.model.register import ImportState
from core.rulebook.model import Mode, Rulebook
from core.rules.retention import PROPOSALS, REGISTER, ROLL, is_over
from core.store import campaign as campaigns
from core.store import draft as drafts
from core.store import files, ledger, paper, staging
from core.store import retention as store
from core.usecases.office.keeping import clean_kept_forms
from core.usecases.register.cleaning import clean_imports
from core.usecases.retention.office import (
    clean_appeals,
    clean_claims,
    clean_concerns,
    clean_logs,
    clean_office_sessions,
)
from core.usecases.services import Services

SHORT_TERM = timedelta(days=1)
"""How long files without a use, wrong codes and ended sessions are kept; no rulebook speaks of them."""

KINDS = (
    "drafts",
    "notices",
    "proposals",
    "participations",
    "sessions",
    "attempts",
    "residents",
    "imports",
    "files",
    "claims",
    "appeals",
    "concerns",
    "office-sessions",
    "kept-forms",
    "logs",
)
"""What is deleted, as a log and the operator's command call it."""

_Campaigns = Mapping[CampaignId, Rulebook]


async def clean(services: Services) -> Mapping[str, int]:
    """Delete what is kept no longer, in every campaign; return how many of each of ``KINDS`` went (M2)."""
    async with services.database.read() as connection:
        found = {
            campaign_id: await services.rulebooks.require(connection, campaign_id)
            for campaign_id in await campaigns.list_campaigns(connection)
        }
    done: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    for campaign_id, rulebook in found.items():
        done["drafts"] += await _clean_drafts(services, campaign_id, rulebook)
        done["notices"] += await _clean_notices(services, campaign_id, rulebook)
        done["proposals"] += await _clean_proposals(services, campaign_id, rulebook)
        done["participations"] += await _clean_roll(services, campaign_id, rulebook)
        done["sessions"] += await _clean_sessions(services, campaign_id)
        done["claims"] += await clean_claims(services, campaign_id, rulebook)
        done["appeals"] += await clean_appeals(services, campaign_id, rulebook)
        if await _is_over_and_counted(services, campaign_id, rulebook, ROLL):
            done["concerns"] += await clean_concerns(services, campaign_id)
        done["logs"] += await clean_logs(services, campaign_id.akimat, campaign_id.campaign, (rulebook,))
    for akimat_id in sorted({campaign_id.akimat for campaign_id in found}):
        done["attempts"] += await _clean_attempts(services, akimat_id)
        own = [rulebook for each, rulebook in found.items() if each.akimat == akimat_id]
        done["logs"] += await clean_logs(services, akimat_id, None, own)
        done["office-sessions"] += await clean_office_sessions(services, akimat_id, SHORT_TERM)
        done["kept-forms"] += await clean_kept_forms(services, akimat_id)
        done["residents"] += await _clean_register(services, akimat_id, found)
        done["imports"] += await clean_imports(services, akimat_id)
        done["files"] += await _clean_files(services, akimat_id)
    return done


async def _clean_drafts(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    """Delete applications that nobody has touched for long, submitted ones too: their versions stay."""
    days = rulebook.retention.get("drafts_days")
    if days is None:
        return 0
    before = services.clock.now() - timedelta(days=days.value)
    async with services.database.write() as connection:
        gone = [
            *await drafts.delete_untouched(connection, campaign_id, before),
            *await paper.delete_untouched(connection, campaign_id, before),
        ]
        for draft_id in gone:
            await files.drop_uses(connection, campaign_id.akimat, files.draft_use(campaign_id, draft_id))
    return len(gone)


async def _clean_notices(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    days = rulebook.retention.get("notices_days")
    if days is None:
        return 0
    before = services.clock.now() - timedelta(days=days.value)
    async with services.database.write() as connection:
        return await store.delete_settled_notices(connection, campaign_id, before)


async def _clean_proposals(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    """Leave of proposals what was published; the person's key stays, it holds the one place (B1)."""
    if not is_over(rulebook, PROPOSALS, services.clock.now()):
        return 0
    async with services.database.write() as connection:
        await store.cut_accounts(connection, campaign_id)
        await store.delete_papers(connection, campaign_id)
        numbers = await store.list_numbers(connection, campaign_id)
        return sum([await store.strip(connection, campaign_id, number) for number in numbers])


async def _clean_roll(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    if not await _is_over_and_counted(services, campaign_id, rulebook, ROLL):
        return 0
    async with services.database.write() as connection:
        return await store.delete_participations(connection, campaign_id)


async def _is_over_and_counted(
    services: Services, campaign_id: CampaignId, rulebook: Rulebook, what: str
) -> bool:
    """Say whether a term is over that no count still waits behind: two people may open boxes late (E7)."""
    if not is_over(rulebook, what, services.clock.now()):
        return False
    if rulebook.voting.mode.value is Mode.GUIDE:
        return True
    async with services.database.read() as connection:
        states = [
            await ledger.get_territory_state(connection, campaign_id, territory)
            for territory in rulebook.voting.territories
        ]
    return all(state is not None and state["opened_at"] is not None for state in states)


async def _clean_sessions(services: Services, campaign_id: CampaignId) -> int:
    before = services.clock.now() - SHORT_TERM
    async with services.database.write() as connection:
        return await store.delete_sessions(connection, campaign_id, before)


async def _clean_attempts(services: Services, akimat_id: str) -> int:
    before = services.clock.now() - SHORT_TERM
    async with services.database.write() as connection:
        return await store.delete_attempts(connection, akimat_id, before)


async def _clean_register(services: Services, akimat_id: str, found: _Campaigns) -> int:
    """Delete the register once no campaign of the akimat needs it: one without a term needs it always."""
    own = {each: rulebook for each, rulebook in found.items() if each.akimat == akimat_id}
    for campaign_id, rulebook in own.items():
        if not await _is_over_and_counted(services, campaign_id, rulebook, REGISTER):
            return 0
    async with services.database.write() as connection:
        now = services.clock.now()
        await staging.settle_waiting(connection, akimat_id, ImportState.EXPIRED, now=now)
        return await store.delete_register(connection, akimat_id)


async def _clean_files(services: Services, akimat_id: str) -> int:
    """Delete files that nobody needs any more, bytes first: a row without bytes goes the next night."""
    before, done = services.clock.now() - SHORT_TERM, 0
    while True:
        async with services.database.write() as connection:
            count, digests = await files.take_unused(connection, akimat_id, before)
            await asyncio.to_thread(_delete_bytes, services, digests)
        done += count
        if count < files.PORTION:
            return done


def _delete_bytes(services: Services, digests: Sequence[str]) -> None:
    for digest in digests:
        services.files.delete(digest)
