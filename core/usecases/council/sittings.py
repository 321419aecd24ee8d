"""The secretary opens a sitting, moves its term, puts an item off and closes it (C2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import Member, Sitting
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.council import council_shares
from core.rules.permissions import OfficeAct
from core.rules.sittings import Call, call_verdict, term_verdict
from core.store import agenda, staff
from core.store import council as store
from core.store import proposal as proposals
from core.usecases.council.rows import member_row, read_member, require_head, require_item
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services


async def list_ready(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[Proposal]:
    """Return what may stand on a new agenda: registered, its site looked at, on no other sitting's agenda.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``office-stage``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.KEEP_SITTINGS)
        return await _ready(connection, campaign_id)


async def open_sitting(services: Services, actor: Actor, campaign_id: CampaignId, call: Call) -> int:
    """Open a sitting and return its number; members and versions of the agenda stay as they are now (C2).

    Where ``call.numbers`` is ``None`` everything that is ready stands on the agenda.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``,
            ``council-rules-missing``, ``council-empty`` with ``what``: ``members``, ``chair``, ``agenda``;
            ``sitting-wrong``, ``text-too-long``, ``text-holds-iin``; ``proposal-unknown`` for what is not
            ready.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.KEEP_SITTINGS, lock=True
        )
        council_shares(rulebook.council)
        ready = {each.number: each for each in await _ready(connection, campaign_id)}
        chosen = tuple(ready) if call.numbers is None else call.numbers
        call_verdict(replace(call, numbers=chosen), now).enforce()
        members = await sitting_members(connection, campaign_id)
        missing = next((number for number in chosen if number not in ready), None)
        if missing is not None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=missing)
        items = [ready[number] for number in sorted(set(chosen))]
        number = await _write(connection, actor, campaign_id, call, members, items, now)
        after = {"agenda": [each.number for each in items], "members": len(members)}
        await log_act(services, connection, actor, campaign_id, "open-sitting", str(number), after=after)
    return number


async def move_term(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, decide_by: datetime | None
) -> None:
    """Let the members vote until ``decide_by``; reminders are planned anew from it (G1).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``sitting-closed`` or ``sitting-wrong``.
    """
    async with services.database.write() as connection:
        sitting = await require_open(services, connection, actor, campaign_id, number)
        term_verdict(decide_by, services.clock.now()).enforce()
        await store.change_sitting(connection, campaign_id, number, decide_by=decide_by)
        before = {"decide_by": sitting.decide_by.isoformat()}
        after = {"decide_by": decide_by.isoformat() if decide_by is not None else None}
        await log_act(
            services,
            connection,
            actor,
            campaign_id,
            "move-sitting-term",
            str(number),
            before=before,
            after=after,
        )


async def put_off(services: Services, actor: Actor, campaign_id: CampaignId, number: int, item: int) -> None:
    """Leave an item to another sitting: there is no quorum on it, or something has to be looked at again.

    Raises:
        RuleViolation: as ``move_term``, or ``proposal-unknown`` for what is not on the agenda.
    """
    async with services.database.write() as connection:
        await require_open(services, connection, actor, campaign_id, number)
        await require_item(connection, campaign_id, number, item)
        concluded = {"concluded_at": services.clock.now(), "concluded_by": actor.staff_id}
        values = {"verdict": store.PUT_OFF, **concluded}
        await agenda.change_item(connection, campaign_id, number, item, **values)
        await log_act(services, connection, actor, campaign_id, "put-off", f"{number}/{item}")


async def close_sitting(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Close a sitting whose every item is concluded or put off; its protocol is final from now on (C2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``sitting-closed``, or ``sitting-incomplete`` with the ``count`` of what is left and the first
            ``number``.
    """
    async with services.database.write() as connection:
        await require_open(services, connection, actor, campaign_id, number)
        await require_settled(connection, campaign_id, number)
        closed = {"closed_at": services.clock.now(), "closed_by": actor.staff_id}
        await store.change_sitting(connection, campaign_id, number, **closed)
        await log_act(services, connection, actor, campaign_id, "close-sitting", str(number))


async def require_settled(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> None:
    """Raise ``sitting-incomplete`` while an item of the agenda is neither concluded nor put off."""
    left, first = await agenda.count_unsettled(connection, campaign_id, number)
    if left:
        raise refuse(Refusal.SITTING_INCOMPLETE, count=left, number=first)


async def require_open(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, number: int
) -> Sitting:
    """Return a sitting without its items that is still worked on, with the campaign's row held."""
    await require_right(services, connection, actor, campaign_id, OfficeAct.KEEP_SITTINGS, lock=True)
    sitting = await require_head(connection, campaign_id, number)
    if sitting.closed_at is not None:
        raise refuse(Refusal.SITTING_CLOSED, what="sitting", at=sitting.closed_at)
    return sitting


async def _ready(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Proposal]:
    pending = await agenda.list_pending(connection, campaign_id)
    looked_at = await agenda.list_looked_at(connection, campaign_id)
    found = await proposals.list_public(connection, campaign_id, (ProposalStatus.REGISTERED,))
    return [each for each in found if each.number in looked_at - pending]


async def sitting_members(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Member]:
    """Return who sits on the council now; raise ``council-empty`` with ``what``: ``members``, ``chair``."""
    rows = await store.list_members(connection, campaign_id)
    current = [row for row in rows if row["left_at"] is None and not row["is_blocked"]]
    if not current:
        raise refuse(Refusal.COUNCIL_EMPTY, what="members")
    if not any(row["is_chair"] for row in current):
        raise refuse(Refusal.COUNCIL_EMPTY, what="chair")
    return [read_member(row) for row in current]


async def _write(
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    call: Call,
    members: Sequence[Member],
    items: Sequence[Proposal],
    now: datetime,
) -> int:
    secretary = await staff.get_staff(connection, campaign_id.akimat, actor.staff_id)
    number = await store.add_sitting(
        connection,
        campaign_id,
        held_on=call.held_on,
        place_kk=call.place.kk,
        place_ru=call.place.ru,
        decide_by=call.decide_by,
        secretary_id=actor.staff_id,
        secretary_name=actor.name,
        secretary_position_kk=secretary.position.kk if secretary is not None else "",
        secretary_position_ru=secretary.position.ru if secretary is not None else "",
        member_count=len(members),
        opened_at=now,
    )
    rows = [member_row(each) for each in members]
    await store.add_rows(connection, store.sitting_member, campaign_id, number, rows)
    entered = [{"number": each.number, "version": each.version} for each in items]
    await store.add_rows(connection, store.sitting_item, campaign_id, number, entered)
    return number
