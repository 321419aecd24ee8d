"""The kinds of notices; ``messenger.notices`` knows how each is told."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about."""

    LINK_MOVED = "link-moved"
    OUTCOME = "outcome"

    @property
    def is_security(self) -> bool:
        """Say whether it goes out even to those who want no notices (G1)."""
        return self is NoticeKind.LINK_MOVED
