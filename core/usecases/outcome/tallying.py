"""What was voted in a territory, and the count as soon as every part of it is there (F1, A6).

Separate from the opening, because the other channel's protocol may come before it or after it.
"""

from collections import Counter
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.opening import read_box, read_hidden
from core.model.campaign import CampaignId
from core.model.outcome import Tally
from core.rulebook.model import Mode, Rulebook
from core.store import box, elsewhere, ledger
from core.store import outcome as store
from core.usecases.outcome.counting import count


async def tally_of(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> Tally | None:
    """Return the votes of a voting territory, ``None`` while a part of them is missing.

    They are those of its open box, invalid ones among them, and in joint mode the other channel's (A6).
    """
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    if state is None or state["opened_at"] is None:
        return None
    if state["hidden"] is not None:
        own = read_hidden(state["hidden"])
    else:
        own = read_box(await box.list_box(connection, campaign_id, territory))
    if rulebook.voting.mode.value is not Mode.JOINT:
        return own
    totals = await elsewhere.get_totals(connection, campaign_id, territory)
    if totals is None:
        return None
    return Tally(votes=Counter(own.votes) + Counter(totals), invalid=own.invalid)


async def count_if_whole(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    now: datetime,
) -> None:
    """Count a territory of which every part is there and keep its outcome; one that is counted stays (F1).

    The campaign's row must be locked.
    """
    tally = await tally_of(connection, campaign_id, rulebook, territory)
    if tally is None or await store.get_outcome(connection, campaign_id, territory) is not None:
        return
    is_hidden = await is_hidden_count(connection, campaign_id, territory)
    await count(connection, campaign_id, rulebook, territory, tally, is_hidden=is_hidden, now=now)


async def is_hidden_count(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> bool:
    """Say whether the territory had too few votes for its tally to be shown (ledger 4)."""
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    return state is not None and state["hidden"] is not None
