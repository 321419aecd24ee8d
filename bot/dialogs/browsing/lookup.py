"""A project by the number that somebody typed: «12», «№12», «# 12» (D5).

Separate from searching, because a number that no project has is searched for like any word.
"""

from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.rules.browsing import read_number
from core.usecases.browsing.card import card
from core.usecases.services import Services


async def find_number(services: Services, campaign_id: CampaignId, typed: str) -> int | None:
    """Return the application number that was typed, ``None`` where it is none of the campaign's."""
    number = read_number(typed)
    if number is None:
        return None
    try:
        return (await card(services, campaign_id, number)).project.number
    except RuleViolation:
        return None
