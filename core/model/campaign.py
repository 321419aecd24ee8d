"""Which campaign of which akimat: the first part of the key of nearly every row (P9)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CampaignId:
    """A campaign by the slugs of its akimat and its own."""

    akimat: str
    campaign: str
