"""Verification by the resident's own phone, matched with the register (E2)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.refusals import Refusal, refuse
from core.rules.phone import normalise
from core.store import authorship, helper, outbox, register
from core.store import verification as store
from core.usecases.notice.kinds import NoticeKind
from core.usecases.privacy.consent import require_consent
from core.usecases.services import Services
from core.usecases.verification.person import Person, whom_to_ask


async def verify_by_phone(
    services: Services, campaign_id: CampaignId, account_id: int, *, number: str, is_own: bool
) -> Person:
    """Link the account to the person beside whom the register has this phone, and to nobody else.

    ``is_own`` says that the messenger vouches for the number being the account's. The same phone on a new
    account moves the link and tells the old one; news of what the person wrote comes here from now on (B4).

    Raises:
        RuleViolation: ``verification-not-allowed``, ``consent-missing``, ``phone-not-own``,
            ``phone-foreign``, ``phone-unknown``, ``phone-shared``, or ``helper-on`` while it serves others.
    """
    if not is_own:
        raise refuse(Refusal.PHONE_NOT_OWN)
    digits = normalise(number)
    if digits is None:
        raise refuse(Refusal.PHONE_FOREIGN)
    phone_key = read_akimat_keys(services.keys, campaign_id.akimat).of_phone(digits)
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if Verification.PHONE not in rulebook.voting.verification.value:
            raise refuse(Refusal.VERIFICATION_NOT_ALLOWED, **whom_to_ask(rulebook))
        if await helper.is_helping(connection, account_id):
            raise refuse(Refusal.HELPER_ON)
        await require_consent(connection, campaign_id.akimat, account_id)
        persons = await register.list_persons_of_phone(connection, campaign_id.akimat, phone_key)
        if len(persons) != 1:
            refusal = Refusal.PHONE_SHARED if persons else Refusal.PHONE_UNKNOWN
            raise refuse(refusal, **whom_to_ask(rulebook))
        await register.lock_resident(connection, campaign_id.akimat, persons[0])
        await _move(connection, campaign_id, account_id, persons[0], now)
    return Person(person_key=persons[0], verification=Verification.PHONE)


async def _move(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, person_key: bytes, now: datetime
) -> None:
    """Move link and news to the account; whoever had the number before hears nothing there any more."""
    akimat = campaign_id.akimat
    former = await store.get_account_of_person(connection, akimat, person_key)
    before = await store.get_phone_link(connection, akimat, account_id)
    await store.move_phone_link(connection, akimat, account_id, person_key, now)
    await store.end_sessions(connection, campaign_id, account_id)
    if before is not None and before["person_key"] != person_key:
        await authorship.tell_no_more(connection, akimat, before["person_key"], account_id)
    await authorship.tell_at(connection, akimat, person_key, account_id)
    if former is not None and former != account_id:
        await _tell_former(connection, campaign_id, former, now)


async def _tell_former(
    connection: AsyncConnection, campaign_id: CampaignId, former: int, now: datetime
) -> None:
    """Tell the account that had the link until now: whoever holds it may not have moved it (E2)."""
    await outbox.write_notice(
        connection,
        campaign_id,
        notice_id=f"{NoticeKind.LINK_MOVED}:{former}:{now.isoformat()}",
        account_id=former,
        kind=NoticeKind.LINK_MOVED.value,
        facts={},
        due_at=now,
    )
