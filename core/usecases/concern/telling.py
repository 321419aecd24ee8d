"""Telling the linked account what was done in its person's name: a vote counted, a question asked (E10)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date, start_of
from core.model.campaign import CampaignId
from core.model.vote import Channel
from core.store import outbox, verification
from core.usecases.notice.kinds import NoticeKind
from core.usecases.services import Services

_NOTICE_BYTES = 8


async def tell_of_vote(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    person_key: bytes,
    channel: Channel,
    *,
    by_account: int | None,
    now: datetime,
) -> None:
    """Tell the account linked to the person that a vote was counted in its name, by another account or desk.

    Queued in the transaction of the vote and sent at once, in the quiet hours too (E10). ``by_account`` is
    the account on which the vote was given, ``None`` for the desk; to that one nothing is told.
    """
    facts = {"channel": channel.value, "day": local_date(now).isoformat()}
    await _tell(
        services,
        connection,
        campaign_id,
        person_key,
        NoticeKind.VOTE_COUNTED,
        facts,
        by_account=by_account,
        now=now,
    )


async def tell_of_question(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    person_key: bytes,
    *,
    now: datetime,
) -> None:
    """Tell the account linked to the person that the desk asked whether a vote was counted (E10)."""
    facts = {"day": local_date(now).isoformat()}
    await _tell(
        services, connection, campaign_id, person_key, NoticeKind.VOTE_ASKED, facts, by_account=None, now=now
    )


async def _tell(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    person_key: bytes,
    kind: NoticeKind,
    facts: dict[str, str],
    *,
    by_account: int | None,
    now: datetime,
) -> None:
    linked = await verification.get_account_of_person(connection, campaign_id.akimat, person_key)
    if linked is None or linked == by_account:
        return
    await outbox.write_notice(
        connection,
        campaign_id,
        # Nothing of the roll stands beside the account here, so its own name has to come from chance.
        notice_id=f"{kind.value}:{linked}:{services.random_bytes(_NOTICE_BYTES).hex()}",
        account_id=linked,
        kind=kind.value,
        facts=facts,
        # The beginning of the day: an hour beside the account would be the time of the vote (ledger 2).
        due_at=start_of(local_date(now)),
    )
