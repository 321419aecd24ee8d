"""A proposal on paper while a clerk types it in for its author (B9)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.model.campaign import CampaignId
from core.model.proposal import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """What a clerk has typed so far, word for word by field; the author's number is a key already (P1).

    ``number`` is the application that it became once ``is_entered``, otherwise the one whose rework it is;
    ``base_version`` is the version from which a rework was begun.
    """

    campaign_id: CampaignId
    draft_id: str
    staff_id: int
    number: int | None = None
    base_version: int | None = None
    is_entered: bool = False
    person_key: bytes | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    touched_at: datetime
