"""Whom a screen is for: an account with its language and its chosen place."""

from dataclasses import dataclass
from datetime import datetime

from core.model.campaign import CampaignId
from core.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """An account as the fronts know it; language and place are empty until they are chosen.

    ``helping_until`` is when helper mode ends by itself, ``None`` outside of it; once it is over, the row
    still bars what is the owner's until he has been told (K1).
    """

    account_id: int
    language: Language | None
    campaign_id: CampaignId | None
    territory: str | None
    is_stopped: bool
    helping_until: datetime | None = None

    @property
    def is_helping(self) -> bool:
        """Say whether the telephone serves others, or did until nobody pressed anything for long (K1)."""
        return self.helping_until is not None

    @property
    def speaks(self) -> Language:
        """Return the language to speak before one is chosen, too: Kazakh first (P6)."""
        return self.language or Language.KAZAKH
