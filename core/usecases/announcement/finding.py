"""What every act on an announcement begins with: its row, whom it means, and what the log says of it."""

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Announcement, AnnouncementStep, Audience, Written
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.announcement import step_verdict
from core.rules.permissions import OfficeAct
from core.store import announcement as store
from core.store.announcement_audience import is_meant
from core.usecases.office.permission import require_right
from core.usecases.services import Services


async def require_announcement(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> Announcement:
    """Return the announcement; raise ``announcement-unknown``."""
    found = await store.get_announcement(connection, campaign_id, number, lock=lock)
    if found is None:
        raise refuse(Refusal.ANNOUNCEMENT_UNKNOWN)
    return found


async def require_step(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    step: AnnouncementStep,
    act: OfficeAct,
    *,
    version: int | None = None,
) -> tuple[Rulebook, Announcement]:
    """Return rulebook and announcement, held until the commit, where the actor may do the step now.

    ``version`` is the one that the actor has read.

    Raises:
        RuleViolation: ``office-…``, ``announcement-unknown``, ``announcement-state`` or
            ``announcement-changed``.
    """
    rulebook = await require_right(services, connection, actor, campaign_id, act)
    found = await require_announcement(connection, campaign_id, number, lock=True)
    step_verdict(found, step).enforce()
    if version is not None and version != found.version:
        raise refuse(Refusal.ANNOUNCEMENT_CHANGED)
    return rulebook, found


def meant(rulebook: Rulebook, campaign_id: CampaignId, audience: Audience) -> ColumnElement[bool]:
    """Return the condition that an account is of the audience, by the territories as they are now."""
    tree, above = rulebook.territories, audience.territory
    below = None if above is None else {slug for slug in tree.nodes if tree.is_within(slug, above)}
    return is_meant(campaign_id, audience, below)


def logged(written: Written) -> dict[str, object]:
    """Return what the log keeps of what was typed."""
    return store.written_columns(written)
