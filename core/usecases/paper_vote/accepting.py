"""Taking people of a sheet's lines into the roll, or saying every reason against it (E1, E3, E8)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.paper_vote import LineReason, LineState, SheetLine
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.model.vote import Channel
from core.rules.eligibility import voting_verdict
from core.rules.paper_vote import counted_at
from core.store import ledger, register
from core.store import paper_vote as store
from core.usecases.concern.telling import tell_of_vote
from core.usecases.paper_vote.sheets import SheetAtHand
from core.usecases.services import Services
from core.usecases.voting.entering import enter_voter
from core.usecases.voting.facts import campaign_keys, judge_elsewhere

_REASONS: Mapping[Refusal, LineReason] = MappingProxyType(
    {
        Refusal.VOTED_ELSEWHERE: LineReason.VOTED_ELSEWHERE,
        Refusal.NOT_REGISTERED: LineReason.NOT_REGISTERED,
        Refusal.UNDER_AGE: LineReason.UNDER_AGE,
        Refusal.REGISTRATION_KIND: LineReason.REGISTRATION_KIND,
        Refusal.OTHER_TERRITORY: LineReason.OTHER_TERRITORY,
    }
)
"""What a rule says of a voter, as it stands beside a line."""


async def settle_line(
    services: Services, connection: AsyncConnection, hand: SheetAtHand, line: SheetLine, person_key: bytes
) -> SheetLine:
    """Enter the person of a line or refuse the line, and keep which; the campaign's row must be locked (E3).

    Acceptance comes before the slip: an anonymous slip can't be found again (ledger 9).
    """
    now = services.clock.now()
    reasons = await _reasons(services, connection, hand, person_key, now)
    if not reasons:
        await enter_voter(
            services,
            connection,
            hand.campaign_id,
            person_key,
            territory=hand.sheet.territory,
            channel=Channel.PAPER,
            verification=None,
            account_id=None,
            now=now,
        )
        await tell_of_vote(
            services, connection, hand.campaign_id, person_key, Channel.PAPER, by_account=None, now=now
        )
    state = LineState.REFUSED if reasons else LineState.ACCEPTED
    settled = replace(line, state=state, reasons=reasons)
    await store.keep_line(connection, hand.campaign_id, hand.sheet.number, settled)
    return settled


async def _reasons(
    services: Services,
    connection: AsyncConnection,
    hand: SheetAtHand,
    person_key: bytes,
    now: datetime,
) -> tuple[LineReason, ...]:
    voted = await _has_voted(services, connection, hand.campaign_id, person_key)
    verdicts = (
        await judge_elsewhere(services, connection, hand.campaign_id, hand.rulebook, person_key),
        await _entitled(connection, hand, person_key, now),
    )
    found = (_REASONS[reason.refusal] for reason in Verdict.of(*verdicts).reasons)
    return (*voted, *found)


async def _has_voted(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> tuple[LineReason, ...]:
    token = campaign_keys(services, campaign_id).token(person_key)
    if await ledger.get_roll_entry(connection, campaign_id, token) is None:
        return ()
    is_twice = await store.is_in_line(connection, campaign_id, person_key)
    return (LineReason.TWICE if is_twice else LineReason.VOTED_ALREADY,)


async def _entitled(
    connection: AsyncConnection, hand: SheetAtHand, person_key: bytes, now: datetime
) -> Verdict:
    resident = await register.get_resident(connection, hand.campaign_id.akimat, person_key)
    window = hand.rulebook.window(Stage.VOTING, hand.sheet.territory)
    if window is None:
        raise LookupError(f"nobody votes in {hand.sheet.territory}")
    if resident is None:
        return Verdict(reasons=(Reason(refusal=Refusal.NOT_REGISTERED),))
    return voting_verdict(
        resident, hand.sheet.territory, hand.rulebook, counted_at(now, window), window.unextended
    )
