"""Who stands in both channels and was struck in the other one, as its paper says; by two people (A6, L1)."""

from collections.abc import Collection, Sequence

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.iin import contains_iin
from core.rules.permissions import OfficeAct
from core.store import elsewhere as store
from core.usecases.elsewhere.permission import require_joint
from core.usecases.office.permission import log_act, require_second_person
from core.usecases.outcome.acts import record_act
from core.usecases.services import Services

PAPER_LENGTH = 200
"""Characters by which the other channel's paper is named."""


async def mark_struck(
    services: Services, actor: Actor, campaign_id: CampaignId, numbers: Collection[int], paper: str
) -> None:
    """Note whom the other channel has struck, by number in the roll, and the paper that says so.

    It counts from the second person on; until then whoever noted it may note it anew.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``elsewhere-not-joint``,
            ``elsewhere-paper-missing`` also where it holds an IIN, ``elsewhere-numbers-wrong`` or
            ``elsewhere-protocol-settled``.
    """
    named = paper.strip()[:PAPER_LENGTH]
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.IMPORT_ELSEWHERE, lock=True)
        if not named or contains_iin(named):
            raise refuse(Refusal.ELSEWHERE_PAPER_MISSING)
        await _require(connection, campaign_id, numbers)
        await store.change_both(
            connection,
            campaign_id,
            sorted(numbers),
            paper=named,
            struck_by=actor.staff_id,
            struck_person=actor.person_key,
            struck_at=services.clock.now(),
        )
        after = {"people": len(numbers), "paper": named}
        subject = _subject(numbers)
        await log_act(services, connection, actor, campaign_id, "strike-elsewhere", subject, after=after)


async def confirm_struck(
    services: Services, actor: Actor, campaign_id: CampaignId, numbers: Collection[int]
) -> None:
    """Let them count once from now on, by a signed act with their numbers in the roll (ledger 10, 13).

    Raises:
        RuleViolation: as ``mark_struck`` without the paper, ``office-same-person`` or ``office-handed-out``.
        KeyMissing: where nobody can sign the act.
    """
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.APPROVE_ELSEWHERE, lock=True)
        rows = await _require(connection, campaign_id, numbers, is_marked=True)
        for row in rows:
            await require_second_person(connection, actor, row["struck_person"])
        now, struck = services.clock.now(), sorted(numbers)
        await store.change_both(
            connection, campaign_id, struck, confirmed_by=actor.staff_id, confirmed_at=now
        )
        papers = sorted({row["paper"] for row in rows})
        await record_act(services, connection, campaign_id, "struck", now, numbers=struck, papers=papers)
        subject = _subject(numbers)
        facts = {"people": len(struck)}
        await log_act(services, connection, actor, campaign_id, "confirm-struck", subject, after=facts)


async def _require(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Collection[int], *, is_marked: bool = False
) -> Sequence[RowMapping]:
    """Return people in both who are not struck yet, while their territory's totals still may change."""
    known = {
        row["roll_number"]: row
        for row in await store.list_both(connection, campaign_id)
        if row["confirmed_at"] is None and (not is_marked or row["struck_at"] is not None)
    }
    if not numbers or any(number not in known for number in numbers):
        wrong = tuple(str(number) for number in sorted(numbers) if number not in known)
        raise refuse(Refusal.ELSEWHERE_NUMBERS_WRONG, numbers=wrong, count=len(wrong))
    rows = [known[number] for number in sorted(numbers)]
    for territory in {row["territory"] for row in rows}:
        if await store.get_totals(connection, campaign_id, territory) is not None:
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_SETTLED)
    return rows


def _subject(numbers: Collection[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))[:PAPER_LENGTH]
