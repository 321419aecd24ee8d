"""The refusal that an appeal is against: whose it was, and who had a part in it (B6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.store import proposal_history
from core.usecases.proposal.mine import Event, read_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A refusal at its place ``ordinal`` in the history.

    ``is_of_council`` says that the clerk had let the proposal pass.
    """

    event: Event
    ordinal: int
    is_of_council: bool


async def find_refusal(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, ordinal: int | None = None
) -> Refused | None:
    """Return the refusal at ``ordinal``, without one the last step; ``None`` where that is no refusal."""
    rows = await proposal_history.list_events(connection, campaign_id, number)
    return refusal_in([read_event(row) for row in rows][:ordinal])


def refusal_in(history: Sequence[Event]) -> Refused | None:
    """Return the last step of a history where it is a refusal."""
    if not history or history[-1].status is not ProposalStatus.REFUSED:
        return None
    before = {event.status for event in history[:-1]}
    return Refused(event=history[-1], ordinal=len(history), is_of_council=ProposalStatus.REGISTERED in before)
