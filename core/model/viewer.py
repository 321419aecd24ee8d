"""Whom a screen is for: an account with its language and its chosen place."""

from dataclasses import dataclass

from core.model.campaign import CampaignId
from core.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """An account as the fronts know it; language and place are empty until they are chosen."""

    account_id: int
    language: Language | None
    campaign_id: CampaignId | None
    territory: str | None
    is_stopped: bool

    @property
    def speaks(self) -> Language:
        """Return the language to speak before one is chosen, too: Kazakh first (P6)."""
        return self.language or Language.KAZAKH
