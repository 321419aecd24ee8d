"""A project by the number that somebody typed: «12», «№12», «# 12» (D5).

Separate from searching, because a number that no project has is searched for like any word.
"""

import re

from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.usecases.browsing.card import card
from core.usecases.services import Services

_NUMBER = re.compile(r"(?:№|#|n[o.]*)?\s*0*([1-9][0-9]{0,5})\.?", re.IGNORECASE)


async def find_number(services: Services, campaign_id: CampaignId, typed: str) -> int | None:
    """Return the application number that was typed, ``None`` where it is none of the campaign's."""
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        return None
    try:
        return (await card(services, campaign_id, int(found[1]))).project.number
    except RuleViolation:
        return None
