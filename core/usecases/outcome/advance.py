"""What the clock does to every campaign: closes, opens where it may. Safe to repeat."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.identity.keys import KeyMissing
from core.ledger.opening import OpeningStopped
from core.ledger.seal import SealBroken
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook
from core.store import campaign as campaigns
from core.store import ledger
from core.usecases.freeze.making import freeze_territory, list_due
from core.usecases.opening.facts import ASKED_FOR
from core.usecases.opening.together import forget_requests
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.destroying import destroy_box_key
from core.usecases.outcome.live import count_live_if_due
from core.usecases.outcome.opening import open_territory
from core.usecases.paper_vote.counted import paper_of
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that was done or, with ``stopped_by``, that people have to look at."""

    campaign_id: CampaignId
    territory: str
    done: str
    stopped_by: str | None = None


async def advance(services: Services, *, opens_boxes: bool) -> list[Step]:
    """Bring every campaign up to the present instant and return what was done (F1, ledger 4).

    ``opens_boxes`` is for campaigns whose box keys lie on this machine and whose akimat lets the clock open
    them; otherwise two people do it in the office or with ``python -m core open``.
    """
    async with services.database.read() as connection:
        found = await campaigns.list_campaigns(connection)
        rulebooks = [(item, await services.rulebooks.require(connection, item)) for item in found]
    steps = [await freeze_one(services, *each) for each in await list_due(services)]
    for campaign_id, rulebook in rulebooks:
        if rulebook.voting.mode.value is Mode.GUIDE:
            continue
        for territory in rulebook.voting.territories:
            steps.extend(await count_live(services, campaign_id, rulebook, territory))
            if await close_if_due(services, campaign_id, rulebook, territory):
                steps.append(Step(campaign_id=campaign_id, territory=territory, done="closed"))
            if opens_boxes and await may_open(services, campaign_id, territory):
                steps.extend(await open_box(services, campaign_id, territory))
    await forget_requests(services, services.real_clock.now() - ASKED_FOR)
    return steps


async def freeze_one(services: Services, campaign_id: CampaignId, territory: str) -> Step:
    """Freeze a territory; keys that are missing stop it and are said, not raised: others go on (A4)."""
    try:
        await freeze_territory(services, campaign_id, territory)
    except (KeyMissing, LookupError) as error:
        return Step(campaign_id=campaign_id, territory=territory, done="stopped", stopped_by=str(error))
    return Step(campaign_id=campaign_id, territory=territory, done="frozen")


async def count_live(
    services: Services, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> Sequence[Step]:
    """Make a live count where its hour has come; a difference stops it and is said, not raised (E6)."""
    try:
        votes = await count_live_if_due(services, campaign_id, rulebook, territory)
    except (OpeningStopped, SealBroken, KeyMissing) as error:
        return (Step(campaign_id=campaign_id, territory=territory, done="stopped", stopped_by=str(error)),)
    if not votes:
        return ()
    return (Step(campaign_id=campaign_id, territory=territory, done=f"live count of {votes} votes"),)


async def may_open(services: Services, campaign_id: CampaignId, territory: str) -> bool:
    """Say whether the clock may try: paper is settled, its last hour has come, the key is not in a safe.

    A key file that should lie here and does not is tried and said.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if await ledger.get_territory_state(connection, campaign_id, territory) is None:
            return False
        paper = await paper_of(connection, campaign_id, rulebook, territory)
    is_early = paper.lines_until is not None and services.clock.now() < paper.lines_until
    return paper.is_settled and not is_early and not rulebook.voting.is_key_in_safe


async def close_if_due(
    services: Services, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> bool:
    """Close a territory whose voting is over; the clock asks often, so the write lock comes last."""
    window = rulebook.window(Stage.VOTING, territory)
    if window is None or services.clock.now() < window.closes:
        return False
    async with services.database.read() as connection:
        if await ledger.get_territory_state(connection, campaign_id, territory) is not None:
            return False
    return await close_territory(services, campaign_id, territory)


async def open_box(services: Services, campaign_id: CampaignId, territory: str) -> Sequence[Step]:
    """Open one closed territory and destroy its key; a difference stops it and is said, not raised."""
    if await is_settled(services, campaign_id, territory):
        return ()
    try:
        opened = await open_territory(services, campaign_id, territory)
    except (OpeningStopped, SealBroken, KeyMissing) as error:
        return (Step(campaign_id=campaign_id, territory=territory, done="stopped", stopped_by=str(error)),)
    await destroy_box_key(services, campaign_id, territory)
    if opened is None:
        return ()
    return (Step(campaign_id=campaign_id, territory=territory, done=f"opened, {opened.votes} votes"),)


async def is_settled(services: Services, campaign_id: CampaignId, territory: str) -> bool:
    """Say whether there is nothing to open: not closed yet, or opened and its key destroyed."""
    async with services.database.read() as connection:
        state = await ledger.get_territory_state(connection, campaign_id, territory)
    if state is None or state["key_destroyed_at"] is not None:
        return True
    if state["opened_at"] is not None:
        # A process was killed between the opening and the destruction of the key.
        await destroy_box_key(services, campaign_id, territory)
        return True
    return False
