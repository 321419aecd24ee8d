"""What paper brings to a territory's count, for whoever opens its box (ledger 9)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.paper_vote import PaperCount
from core.rulebook.model import Rulebook
from core.rules.paper_vote import lines_until
from core.store import paper_vote as store
from core.store import slips


async def paper_of(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> PaperCount:
    """Return accepted lines, confirmed slips, and whether paper is settled; the campaign may be locked.

    A territory whose sheets brought no accepted line has no slips to count. After the close no sheet is
    opened, so where all are with a connection no hour has to be waited for.
    """
    lines = await store.count_paper_roll(connection, campaign_id, territory)
    counted = await slips.get_confirmed(connection, campaign_id, territory)
    unsettled = await store.count_unsettled(connection, campaign_id, territory)
    awaits = await store.has_unconnected(connection, campaign_id, territory)
    return PaperCount(
        lines=lines,
        slips=counted.totals if counted is not None else {},
        counted=counted.slips if counted is not None else 0,
        invalid=counted.invalid if counted is not None else None,
        is_settled=not unsettled and (lines == 0 or counted is not None),
        lines_until=lines_until(rulebook, territory) if awaits else None,
    )
