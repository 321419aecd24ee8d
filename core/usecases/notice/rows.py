"""A row of the outbox as a notice; apart, because notices come out of it one by one and in digests."""

from sqlalchemy.engine import RowMapping

from core.identity.keys import KeyMissing
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.usecases.notice.kinds import Notice, NoticeKind

FAULTS = (LookupError, ValueError, KeyMissing, RuleViolation)
"""What deciding about one notice raises for its own reasons; it must hold up no other notice (G3)."""


def read_notice(row: RowMapping, *, is_silent: bool = False) -> Notice:
    """Return the row as a notice; raise ``ValueError`` for a kind that this version does not know."""
    return Notice(
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]),
        notice_id=row["notice_id"],
        account_id=row["account_id"],
        kind=NoticeKind(row["kind"]),
        facts=row["facts"],
        attempts=row["attempts"],
        is_silent=is_silent,
    )
