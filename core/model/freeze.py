"""What stands since a territory's voting began: rules, projects with costs, who may vote (A4)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Freeze:
    """A voting territory as it was frozen (A4, ledger 8).

    ``digest`` is the SHA-256 over the canonical ``contents``, in hex; ``entitled`` counts who may vote there,
    ``root`` is the tree's root over their sorted tokens, in hex. ``frozen_at`` is ``None`` for what would be
    frozen if it were done now.
    """

    territory: str
    digest: str
    contents: str
    entitled: int
    root: str
    frozen_at: datetime | None
