"""The list of proposals to take away: what pages show, without anybody's name; each export is logged (L2)."""

from collections.abc import Sequence

from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.queues import Filter, Line, list_all_lines
from core.usecases.services import Services

EXPORT = "export"
"""How the log calls it."""


async def export_proposals(
    services: Services, actor: Actor, campaign_id: CampaignId, shown: Filter, kind: str
) -> Sequence[Line]:
    """Return every proposal that passes the filter, for a file of ``kind`` (L2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.EXPORT)
        lines = await list_all_lines(services, connection, campaign_id, rulebook, shown)
    after = {"kind": kind, "rows": len(lines)}
    # Apart, for everybody else's writing would wait until a city's list is read.
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.EXPORT)
        await log_act(services, connection, actor, campaign_id, EXPORT, "proposals", after=after)
    return lines
