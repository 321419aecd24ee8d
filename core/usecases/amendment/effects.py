"""What an approved amendment does beside the rulebook: projects, a box key, and who is told (A2, A4)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.amendment import (
    Amendment,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Extension,
    Merger,
    Stop,
)
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.amendments import places_of
from core.store import audience, browsing, outbox, reminder
from core.usecases.amendment.standing import find_project
from core.usecases.campaign.contents import words_of
from core.usecases.campaign.keys import add_box_key
from core.usecases.notice.kinds import NoticeKind
from core.usecases.services import Services

_OF_AUTHORS = (Stage.REVIEW, Stage.REWORK)
"""Stages whose dates concern those who have proposed; the others concern everybody."""


async def carry_out(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    amendment: Amendment,
) -> None:
    """Change what is no rule: a project's status or words, or the key of a new box."""
    match amendment.what:
        case Stop(number=number):
            await browsing.stop_project(connection, campaign_id, number, amendment.reason)
        case Correction() as correction:
            await _correct(connection, campaign_id, correction)
        case Merger(slug=slug):
            await add_box_key(services, connection, campaign_id, slug)
        case Extension() | EarlyFreeze():
            pass


async def _correct(connection: AsyncConnection, campaign_id: CampaignId, correction: Correction) -> None:
    project = await find_project(connection, campaign_id, correction)
    if project is None:
        raise LookupError(f"there is no project {correction.number}")
    if correction.field is CorrectedField.TITLE:
        mended = replace(project, title=correction.new)
    else:
        mended = replace(project, description=correction.new)
    await browsing.change_words(connection, campaign_id, mended, words_of(mended))


async def tell(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    amendment: Amendment,
    now: datetime,
) -> None:
    """Queue the news to everybody whom the change concerns; a typing error and a freeze are only shown."""
    facts = {"amendment": amendment.number}
    about = f"{campaign_id.campaign}:{amendment.number}"
    places = places_of(rulebook, amendment.what)
    match amendment.what:
        case Extension(stage=stage) if stage in _OF_AUTHORS:
            await outbox.write_to(
                connection,
                campaign_id,
                audience.has_proposed_in(campaign_id, places),
                kind=NoticeKind.STAGE_EXTENDED.value,
                about=about,
                facts=facts,
                due_at=now,
            )
        case Extension():
            await _tell_places(connection, campaign_id, NoticeKind.STAGE_EXTENDED, about, places, facts, now)
        case Merger():
            await _tell_places(
                connection, campaign_id, NoticeKind.TERRITORIES_MERGED, about, places, facts, now
            )
        case Stop(number=number):
            await outbox.write_to(
                connection,
                campaign_id,
                audience.is_interested(campaign_id, number),
                kind=NoticeKind.PROJECT_STOPPED.value,
                about=about,
                facts=facts,
                due_at=now,
            )
        case EarlyFreeze() | Correction():
            pass


async def _tell_places(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    kind: NoticeKind,
    about: str,
    places: tuple[str, ...],
    facts: dict[str, int],
    now: datetime,
) -> None:
    """Tell those whose place is there, who voted there, and whose telephone is of a person there."""
    await outbox.write_to_territories(
        connection, campaign_id, territories=places, kind=kind.value, about=about, facts=facts, due_at=now
    )
    await outbox.write_to(
        connection,
        campaign_id,
        reminder.stands_for_somebody_in(campaign_id.akimat, places),
        kind=kind.value,
        about=about,
        facts=facts,
        due_at=now,
    )
