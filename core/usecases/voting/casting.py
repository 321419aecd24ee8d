"""The vote itself: one transaction, one row that a second vote breaks on, one sealed choice (E3, E7)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.seal import seal
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.vote import Channel, Receipt, RollEntry
from core.store import box
from core.store import verification as verifications
from core.usecases.concern.telling import tell_of_vote
from core.usecases.privacy.consent import require_consent
from core.usecases.services import Services
from core.usecases.verification.person import find_person
from core.usecases.voting.entering import enter_voter
from core.usecases.voting.facts import Ballot, find_receipt, judge, require_ballot, sign_receipt

WAITING_ID_LENGTH = 16


async def cast_vote(
    services: Services, campaign_id: CampaignId, account_id: int, *, number: int, session: str | None
) -> Receipt:
    """Count one vote for a project and return its receipt; a second try returns the same one (E3).

    ``session`` is the one that the confirmation was shown to; a button left over from another person counts
    for nobody.

    Raises:
        RuleViolation: ``not-verified``, ``screen-of-another``, ``consent-missing``, or every reason of the
            rules.
    """
    async with services.database.write() as connection:
        # The campaign's row is locked before clock and state are read: no vote slips in after the close.
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        now = services.clock.now()
        person = await find_person(connection, campaign_id, account_id, now, session=session)
        if person is None:
            raise refuse(Refusal.NOT_VERIFIED)
        present = person if session is None else await find_person(connection, campaign_id, account_id, now)
        # A button of somebody else: the phone was handed on (E2).
        if present is not None and present.session not in {None, session}:
            raise refuse(Refusal.SCREEN_OF_ANOTHER)
        receipt = await find_receipt(services, connection, campaign_id, person.person_key)
        if receipt is None:
            if present is None or present.session != session:
                raise refuse(Refusal.SCREEN_OF_ANOTHER)
            await require_consent(connection, campaign_id.akimat, account_id)
            ballot = await require_ballot(connection, campaign_id, rulebook, person, number)
            (await judge(services, connection, campaign_id, ballot, now)).enforce()
            entry = await _write(services, connection, campaign_id, account_id, ballot, now)
            receipt = sign_receipt(services, campaign_id, entry)
            if person.session is not None:
                about = (services, connection, campaign_id, person.person_key, entry.channel)
                await tell_of_vote(*about, by_account=account_id, now=now)
        # The session of a code ends with the receipt, a repeated one too (E2).
        if person.session is not None:
            await verifications.end_sessions(connection, campaign_id, account_id)
        return receipt


async def _write(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    ballot: Ballot,
    now: datetime,
) -> RollEntry:
    entry = await enter_voter(
        services,
        connection,
        campaign_id,
        ballot.person.person_key,
        territory=ballot.territory,
        channel=Channel.BOT,
        verification=ballot.person.verification,
        account_id=account_id,
        now=now,
    )
    if ballot.box_key is None:
        raise LookupError(f"no box key for {ballot.territory}")
    await box.add_waiting(
        connection,
        campaign_id,
        waiting_id=services.random_bytes(WAITING_ID_LENGTH),
        territory=ballot.territory,
        sealed=seal(
            ballot.box_key,
            campaign=campaign_id.campaign,
            territory=ballot.territory,
            project=ballot.project.number,
        ),
    )
    return entry
