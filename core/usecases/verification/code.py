"""Verification by a clerk's one-time code (E2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.codes import is_same, make_code, normalise, selector
from core.identity.keys import CampaignKeys, read_akimat_keys, read_campaign_keys
from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.refusals import Refusal, RuleViolation, refuse
from core.rulebook.model import Rulebook
from core.rulebook.model_voting import CodeRules
from core.rules.concern import HELPING_FOR
from core.store import authorship, helper, issuing, place, register
from core.store import verification as store
from core.usecases.privacy.consent import require_consent
from core.usecases.services import Services
from core.usecases.verification.person import Person, whom_to_ask

ATTEMPTS_WITHIN = timedelta(days=1)
SESSION_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCode:
    """A code on the clerk's list: handed over against an identity card and signed for by number."""

    list_number: int
    iin: str
    code: str
    expires_at: datetime


async def issue_codes(services: Services, campaign_id: CampaignId, iins: Sequence[str]) -> list[IssuedCode]:
    """Make one code for each person of the register; the database keeps their hashes alone.

    Raises:
        RuleViolation: ``verification-not-allowed``, or ``not-registered`` with the position of the first
            IIN in the list whom the register does not have; nothing is issued then.
    """
    async with services.database.write() as connection:
        return await issue_in(services, connection, campaign_id, iins)


async def issue_in(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    iins: Sequence[str],
    *,
    issued_by: int | None = None,
) -> list[IssuedCode]:
    """Issue codes in a transaction at hand; former codes of these people that nobody used end with it.

    A lost paper opens nothing once there is another; ``issued_by`` names a login. Raises as ``issue_codes``.
    """
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    people = read_akimat_keys(services.keys, campaign_id.akimat)
    rules = _require_rules(await services.rulebooks.require(connection, campaign_id, lock=True))
    taken = await store.list_selectors(connection, campaign_id)
    now = services.clock.now()
    expires_at = now + timedelta(hours=rules.valid_hours.value)
    origin = {"list_first": len(taken) + 1, "issued_by": issued_by}
    issued: list[IssuedCode] = []
    for position, iin in enumerate(iins, start=1):
        person_key = people.person(iin)
        if await register.get_resident(connection, campaign_id.akimat, person_key) is None:
            raise refuse(Refusal.NOT_REGISTERED, position=position)
        code = make_code(services.random_bytes, taken)
        number = len(taken) + 1
        taken.add(selector(code))
        await issuing.end_codes(connection, campaign_id, person_key, now)
        await store.add_code(
            connection,
            campaign_id,
            selector=selector(code),
            code_key=keys.code(code),
            list_number=number,
            person_key=person_key,
            expires_at=expires_at,
            **origin,
        )
        issued.append(IssuedCode(list_number=number, iin=iin, code=code, expires_at=expires_at))
    return issued


async def verify_by_code(
    services: Services, campaign_id: CampaignId, account_id: int, *, typed: str
) -> Person:
    """Begin the session of a code on this account; the same code again continues the session it began.

    A wrong code counts against the account and, where its first half names a code, against that code. News of
    what the person wrote comes here only where it goes nowhere: the telephone may be a neighbour's (B4). On a
    helper's telephone none of it comes (K1).

    Raises:
        RuleViolation: ``verification-not-allowed``, ``consent-missing``, ``code-attempts``, ``code-wrong``,
            ``code-locked``, ``code-expired`` or ``code-used``.
    """
    keys = read_campaign_keys(services.keys, campaign_id.akimat, campaign_id.campaign)
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        rules = _require_rules(rulebook)
        await require_consent(connection, campaign_id.akimat, account_id)
        entry = _Entry(connection, campaign_id, account_id, now, rules, keys, services)
        result = await entry.take(typed)
    if isinstance(result, RuleViolation):
        raise result
    # Apart: whoever reworks a proposal holds its row before the account's, which is held above.
    async with services.database.write() as connection:
        if await helper.is_helping(connection, account_id):
            return result
        await authorship.tell_at(
            connection, campaign_id.akimat, result.person_key, account_id, only_where_nobody_is=True
        )
    return result


def _require_rules(rulebook: Rulebook) -> CodeRules:
    if Verification.CODE not in rulebook.voting.verification.value or rulebook.voting.code is None:
        raise refuse(Refusal.VERIFICATION_NOT_ALLOWED, **whom_to_ask(rulebook))
    return rulebook.voting.code


@dataclass(frozen=True, slots=True)
class _Entry:
    """One code typed on one account. Refusals are returned: what they count must be committed first."""

    connection: AsyncConnection
    campaign_id: CampaignId
    account_id: int
    now: datetime
    rules: CodeRules
    keys: CampaignKeys
    services: Services

    async def take(self, typed: str) -> Person | RuleViolation:
        """Return whose code it is, or why it is refused."""
        code = normalise(typed)
        if code is None:
            return refuse(Refusal.CODE_UNREADABLE)
        await place.lock_account(self.connection, self.account_id)
        most = self.rules.attempts_per_account.value
        failures = await store.count_attempts(
            self.connection, self.campaign_id.akimat, self.account_id, self.now - ATTEMPTS_WITHIN
        )
        if failures >= most:
            return refuse(Refusal.CODE_ATTEMPTS, attempts=most)
        row = await store.get_code(self.connection, self.campaign_id, selector(code))
        if row is not None and row["failures"] >= self.rules.attempts_per_code.value:
            return refuse(Refusal.CODE_LOCKED)
        if row is None or not is_same(self.keys, code, row["code_key"]):
            return await self._count_failure(row, left=most - failures - 1)
        return await self._use(row)

    async def _count_failure(self, row: RowMapping | None, *, left: int) -> RuleViolation:
        await store.add_attempt(self.connection, self.campaign_id.akimat, self.account_id, self.now)
        if row is not None:
            await store.count_code_failure(self.connection, self.campaign_id, row["selector"])
        return refuse(Refusal.CODE_WRONG, left=left)

    async def _use(self, row: RowMapping) -> Person | RuleViolation:
        if row["used_at"] is not None:
            return await self._continue(row)
        if row["expires_at"] <= self.now:
            return refuse(Refusal.CODE_EXPIRED, expired_at=row["expires_at"])
        await store.end_sessions(self.connection, self.campaign_id, self.account_id)
        await store.use_code(self.connection, self.campaign_id, row["selector"], self.account_id, self.now)
        session = self.services.random_bytes(SESSION_BYTES).hex()
        ends = self.now + timedelta(minutes=self.rules.session_minutes.value)
        await store.add_session(
            self.connection,
            self.campaign_id,
            session_id=session,
            selector=row["selector"],
            account_id=self.account_id,
            person_key=row["person_key"],
            ends_at=ends,
        )
        await helper.go_on(self.connection, self.account_id, self.now + HELPING_FOR, session)
        return Person(
            person_key=row["person_key"],
            verification=Verification.CODE,
            session=session,
            session_ends=ends,
        )

    async def _continue(self, row: RowMapping) -> Person | RuleViolation:
        """Answer a code that was used already: a repeated message goes on, anything else is refused."""
        running = await store.get_running_session(
            self.connection, self.campaign_id, self.account_id, self.now
        )
        if running is None or running["selector"] != row["selector"]:
            return refuse(Refusal.CODE_USED, used_at=row["used_at"])
        return Person(
            person_key=running["person_key"],
            verification=Verification.CODE,
            session=running["session_id"],
            session_ends=running["ends_at"],
        )
