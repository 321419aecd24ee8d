"""Using a slip in the bot: from then on this account acts for the author of this one proposal (B9, B6).

Separate from verification: a slip proves that somebody was handed it, not who votes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.codes import normalise, selector
from core.identity.keys import read_campaign_keys
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation, refuse
from core.store import campaign as campaigns
from core.store import claim as store
from core.store import place, proposal
from core.store import verification as verifications
from core.usecases.paper.slips import CLAIM_LINK
from core.usecases.services import Services

ATTEMPTS_WITHIN = timedelta(days=1)
MOST_PER_ACCOUNT = 5
MOST_PER_CODE = 5
"""Wrong codes of an account in a day and wrong second halves of a code where no rulebook says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """Whose slip it was: the application; ``is_told`` says that its news come to this account."""

    campaign_id: CampaignId
    number: int
    is_told: bool


async def is_claim_code(services: Services, campaign_id: CampaignId, typed: str) -> bool:
    """Say whether what was typed is a slip's code, good or not: it is told from a clerk's code by that.

    Whoever is told «no» has typed a wrong clerk's code, and that is counted where it is tried.
    """
    code = normalise(typed)
    if code is None:
        return False
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    async with services.database.read() as connection:
        row = await store.find_claim(connection, campaign_id, selector(code))
    return row is not None and keys.is_claim(code, row["code_key"])


async def claim(services: Services, campaign_id: CampaignId, account_id: int, typed: str) -> Claimed:
    """Let the account act for the author by the code of a slip; the same code there again changes nothing.

    News of it come here unless they go somewhere already: then the author is known in the bot (E2). A wrong
    code counts against the account and, where its first half names a code, against that code.

    Raises:
        RuleViolation: ``claim-unreadable``, ``code-attempts``, ``claim-wrong`` with how many are ``left``,
            ``claim-locked``, ``claim-expired`` with ``expired_at``, or ``claim-used`` with ``used_at``.
    """
    code = normalise(typed)
    if code is None:
        raise refuse(Refusal.CLAIM_UNREADABLE)
    async with services.database.write() as connection:
        result = await _take(services, connection, campaign_id, account_id, code)
    if isinstance(result, RuleViolation):
        # Raised only now: what it counts had to be committed.
        raise result
    return result


async def resolve_claim_link(services: Services, payload: str) -> tuple[CampaignId, str]:
    """Return the campaign of a slip's deep link and its code; raise ``claim-unreadable`` for any other."""
    campaign, _, code = payload.removeprefix(CLAIM_LINK).rpartition("-")
    async with services.database.read() as connection:
        found = [each for each in await campaigns.list_campaigns(connection) if each.campaign == campaign]
    if not found or normalise(code) is None:
        raise refuse(Refusal.CLAIM_UNREADABLE)
    return found[0], code


async def _take(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int, code: str
) -> Claimed | RuleViolation:
    now = services.clock.now()
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    rulebook = await services.rulebooks.require(connection, campaign_id)
    rules = rulebook.voting.code
    most = rules.attempts_per_account.value if rules is not None else MOST_PER_ACCOUNT
    row = await _hold(connection, campaign_id, account_id, code)
    akimat = campaign_id.akimat
    failures = await verifications.count_attempts(connection, akimat, account_id, now - ATTEMPTS_WITHIN)
    if failures >= most:
        return refuse(Refusal.CODE_ATTEMPTS, attempts=most)
    per_code = rules.attempts_per_code.value if rules is not None else MOST_PER_CODE
    if row is not None and row["failures"] >= per_code:
        return refuse(Refusal.CLAIM_LOCKED)
    if row is None or not keys.is_claim(code, row["code_key"]):
        await verifications.add_attempt(connection, akimat, account_id, now)
        if row is not None:
            await store.count_failure(connection, campaign_id, row["selector"])
        return refuse(Refusal.CLAIM_WRONG, left=most - failures - 1)
    return await _use(connection, campaign_id, account_id, row, now)


async def _hold(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, code: str
) -> RowMapping | None:
    """Return the code's row, held after those of its proposal and of the account, as everybody holds them."""
    named = await store.find_claim(connection, campaign_id, selector(code))
    if named is not None:
        await proposal.get_proposal(connection, campaign_id, named["number"], lock=True)
    await place.lock_account(connection, account_id)
    return await store.find_claim(connection, campaign_id, selector(code), lock=True)


async def _use(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, row: RowMapping, now: datetime
) -> Claimed | RuleViolation:
    number = row["number"]
    found = await proposal.get_proposal(connection, campaign_id, number)
    told_at = found.account_id if found is not None else None
    if row["used_at"] is not None:
        if row["used_by"] != account_id:
            return refuse(Refusal.CLAIM_USED, used_at=row["used_at"])
        return Claimed(campaign_id=campaign_id, number=number, is_told=told_at == account_id)
    if row["expires_at"] <= now:
        return refuse(Refusal.CLAIM_EXPIRED, expired_at=row["expires_at"])
    await store.use_claim(connection, campaign_id, row["selector"], account_id, now)
    if told_at is None:
        await proposal.change_proposal(connection, campaign_id, number, account_id=account_id)
    return Claimed(campaign_id=campaign_id, number=number, is_told=told_at in {None, account_id})
