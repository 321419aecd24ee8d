"""Who belongs to the council of a campaign: appointed, made its chair, leaving; nobody is forgotten (C2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import Member
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor, Role, Staff
from core.rules.permissions import OfficeAct
from core.store import council as store
from core.store import staff as logins
from core.usecases.council.rows import read_member
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A member with the time in which he is one; ``has_account`` says that a telephone reminds him (G1)."""

    member: Member
    appointed_at: datetime
    left_at: datetime | None
    is_blocked: bool
    has_account: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """The council of a campaign: its members, those who have left, and who may be appointed besides."""

    members: Sequence[Membership]
    former: Sequence[Membership]
    candidates: Sequence[Staff]


async def get_council(services: Services, actor: Actor, campaign_id: CampaignId) -> Council:
    """Return the council; candidates are logins with the role whose person is no member yet.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        rows = await store.list_members(connection, campaign_id)
        staff = await logins.list_staff(connection, campaign_id.akimat)
    taken = {row["person_key"] for row in rows if row["left_at"] is None}
    return Council(
        members=[_read(row) for row in rows if row["left_at"] is None],
        former=[_read(row) for row in rows if row["left_at"] is not None],
        candidates=[each for each in staff if _may_sit(each) and each.person_key not in taken],
    )


async def appoint(
    services: Services, actor: Actor, campaign_id: CampaignId, staff_id: int, *, is_chair: bool = False
) -> None:
    """Make a login a member; again, nothing changes but that somebody may become the chair.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``staff-unknown``, or
            ``not-a-member`` with ``what``: ``role`` for a login that has none, ``person`` for somebody who is
            one by another login.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.APPOINT_COUNCIL, lock=True)
        await _require_candidate(connection, campaign_id, staff_id)
        own = await _current(connection, campaign_id, staff_id)
        if own is None:
            now = services.clock.now()
            values = {"is_chair": False, "appointed_at": now, "left_at": None}
            await store.keep_member(connection, campaign_id, staff_id, **values)
            await _log(services, connection, actor, campaign_id, "appoint-member", staff_id)
        if is_chair:
            await _seat(services, connection, actor, campaign_id, staff_id)


async def make_chair(services: Services, actor: Actor, campaign_id: CampaignId, staff_id: int) -> None:
    """Let a member lead the council instead of whoever led it.

    Raises:
        RuleViolation: as ``appoint``, ``not-a-member`` with ``what``: ``council`` for who is none.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.APPOINT_COUNCIL, lock=True)
        if await _current(connection, campaign_id, staff_id) is None:
            raise refuse(Refusal.NOT_A_MEMBER, what="council")
        await _seat(services, connection, actor, campaign_id, staff_id)


async def dismiss(services: Services, actor: Actor, campaign_id: CampaignId, staff_id: int) -> None:
    """Let a member leave; at sittings that are open already he stays one, so that no quorum changes (C2).

    Raises:
        RuleViolation: as ``make_chair``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.APPOINT_COUNCIL, lock=True)
        row = await _current(connection, campaign_id, staff_id)
        if row is None:
            raise refuse(Refusal.NOT_A_MEMBER, what="council")
        values = {"appointed_at": row["appointed_at"], "is_chair": False, "left_at": services.clock.now()}
        await store.keep_member(connection, campaign_id, staff_id, **values)
        await _log(services, connection, actor, campaign_id, "dismiss-member", staff_id)


async def _require_candidate(connection: AsyncConnection, campaign_id: CampaignId, staff_id: int) -> None:
    login = await logins.get_staff(connection, campaign_id.akimat, staff_id)
    if login is None:
        raise refuse(Refusal.STAFF_UNKNOWN)
    if not _may_sit(login):
        raise refuse(Refusal.NOT_A_MEMBER, what="role")
    for row in await store.list_members(connection, campaign_id):
        is_other_login = row["staff_id"] != staff_id and row["left_at"] is None
        if is_other_login and row["person_key"] == login.person_key:
            raise refuse(Refusal.NOT_A_MEMBER, what="person")


def _may_sit(login: Staff) -> bool:
    return Role.COUNCIL_MEMBER in login.roles and not login.is_blocked


async def _current(connection: AsyncConnection, campaign_id: CampaignId, staff_id: int) -> RowMapping | None:
    rows = await store.list_members(connection, campaign_id)
    return next((row for row in rows if row["staff_id"] == staff_id and row["left_at"] is None), None)


async def _seat(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, staff_id: int
) -> None:
    await store.change_chair(connection, campaign_id, staff_id)
    await _log(services, connection, actor, campaign_id, "make-chair", staff_id)


async def _log(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    act: str,
    staff_id: int,
) -> None:
    await log_act(services, connection, actor, campaign_id, act, str(staff_id))


def _read(row: RowMapping) -> Membership:
    return Membership(
        member=read_member(row),
        appointed_at=row["appointed_at"],
        left_at=row["left_at"],
        is_blocked=row["is_blocked"],
        has_account=row["account_id"] is not None,
    )
