"""What every use case works with, made once by the entry point."""

from collections.abc import Callable
from dataclasses import dataclass

from core.files.scanning import Scanner
from core.files.store import FileStore
from core.identity.keys import KeyFolder
from core.model.clock import Clock
from core.store.database import Database
from core.usecases.campaign.reading import Rulebooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The ports of a process.

    ``clock`` is the campaign's, which a demonstration moves; ``real_clock`` measures leases and pace.
    ``swear_stems`` are the folded beginnings of words that a moderator is to look at (B3). ``web_url`` is
    where the pages are, without a slash at its end; empty where there are none. An announcement to more than
    ``announcement_alone_most`` people needs a second person (G2).
    """

    database: Database
    rulebooks: Rulebooks
    keys: KeyFolder
    files: FileStore
    scanner: Scanner
    clock: Clock
    real_clock: Clock
    random_bytes: Callable[[int], bytes]
    swear_stems: frozenset[str]
    web_url: str = ""
    announcement_alone_most: int = 100
