"""What was found at the place before admission: recorded, never rewritten, the last one counts (C5)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.review import SiteCheck
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.rules.site_check import recording_verdict
from core.store import appeal as appeals
from core.store import review as store
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import require_proposal
from core.usecases.review.own import require_not_own
from core.usecases.services import Services

SITE_CHECK = "site-check"
"""How the log calls it."""

_OPEN = frozenset({ProposalStatus.SUBMITTED, ProposalStatus.RETURNED, ProposalStatus.REGISTERED})


async def record_site_check(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    check: SiteCheck,
    *,
    seen: int | None = None,
) -> None:
    """Record what was found at the place of a proposal that is not decided yet (C5).

    ``seen`` counts the checks that the form showed, ``None`` where nobody was shown any: a second press
    records nothing anew.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``proposal-unknown``, ``own-proposal``,
            ``proposal-decided``, ``check-changed`` where a colleague recorded another one meanwhile; or all
            at once ``site-check-missing``, ``text-too-long``, ``text-holds-iin``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.RECORD_SITE_CHECK, lock=True)
        proposal = await require_proposal(connection, campaign_id, number, None)
        await require_not_own(connection, actor, proposal)
        if proposal.status not in _OPEN and not await _is_appealed(connection, campaign_id, number):
            raise refuse(Refusal.PROPOSAL_DECIDED, status=proposal.status.value)
        if await _is_recorded(connection, campaign_id, number, check, seen):
            return
        now = services.clock.now()
        recording_verdict(check, number, local_date(now)).enforce()
        values = {**_columns(check), "staff_id": actor.staff_id, "at": now}
        await store.add_site_check(connection, campaign_id, number, values)
        after = {"land": check.land_is_clear, "networks": check.networks_are_clear}
        await log_act(services, connection, actor, campaign_id, SITE_CHECK, str(number), after=after)


async def _is_recorded(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, check: SiteCheck, seen: int | None
) -> bool:
    """Say whether the same form came before; another one that its writer has not seen is refused (C5)."""
    known = await list_site_checks(connection, campaign_id, number)
    if seen in {None, len(known)}:
        return False
    if check in known[seen:]:
        return True
    raise refuse(Refusal.CHECK_CHANGED, what="site", number=number)


async def _is_appealed(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> bool:
    """Say whether an appeal may still lead to admission: then the place has to be looked at first (B6)."""
    appeal = await appeals.get_appeal(connection, campaign_id, number)
    return appeal is not None and appeal.is_waiting


async def list_site_checks(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[SiteCheck]:
    """Return the checks of a place, the oldest first; admission goes by the last one."""
    return [_read(row) for row in await store.list_site_checks(connection, campaign_id, number)]


async def last_site_check(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> SiteCheck | None:
    """Return what was found last, ``None`` where nobody went there yet."""
    checks = await list_site_checks(connection, campaign_id, number)
    return checks[-1] if checks else None


def _columns(check: SiteCheck) -> dict[str, Any]:
    return {
        "land_is_clear": check.land_is_clear,
        "networks_are_clear": check.networks_are_clear,
        "balance_holder": check.balance_holder,
        "found_kk": check.found.kk,
        "found_ru": check.found.ru,
        "checked_on": check.checked_on,
        "checked_by": check.checked_by,
    }


def _read(row: RowMapping) -> SiteCheck:
    return SiteCheck(
        land_is_clear=row["land_is_clear"],
        networks_are_clear=row["networks_are_clear"],
        balance_holder=row["balance_holder"],
        found=Text(kk=row["found_kk"], ru=row["found_ru"]),
        checked_on=row["checked_on"],
        checked_by=row["checked_by"],
    )
