"""What the rules of the opening are asked with, read in one transaction."""

from datetime import timedelta
from enum import StrEnum

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import box_key
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.opening import BoxFacts
from core.store import ledger
from core.store import opening as store
from core.usecases.paper_vote.counted import paper_of
from core.usecases.services import Services

ASKED_FOR = timedelta(hours=2)
"""How long a first person's request waits for the second, in real time: both are in the room."""


class Step(StrEnum):
    """What two people do together."""

    OPEN = "open"
    DESTROY = "destroy"


async def box_facts(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
) -> BoxFacts:
    """Return how far a voting territory has come."""
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    window = rulebook.window(Stage.VOTING, territory)
    paper = await paper_of(connection, campaign_id, rulebook, territory)
    name = box_key(campaign_id.akimat, campaign_id.campaign, territory)
    return BoxFacts(
        closes=window.closes if window is not None else None,
        is_closed=state is not None,
        opened_at=state["opened_at"] if state is not None else None,
        destroyed_at=state["key_destroyed_at"] if state is not None else None,
        lines_until=paper.lines_until,
        is_paper_settled=paper.is_settled,
        has_key=rulebook.voting.is_key_in_safe or services.keys.has(name),
    )


async def get_fresh_request(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, territory: str, step: Step
) -> RowMapping | None:
    """Return who asked for a step not too long ago."""
    row = await store.get_request(connection, campaign_id, territory, step.value)
    return row if row is not None and is_fresh(services, row) else None


def is_fresh(services: Services, request: RowMapping) -> bool:
    """Say whether a request still waits for the second person."""
    return bool(services.real_clock.now() - request["asked_at"] < ASKED_FOR)
