"""Looking for viruses, as a port: an akimat that has a scanner sets one, another has none (B7)."""

from dataclasses import dataclass
from typing import Protocol


class ScannerUnavailable(Exception):
    """The scanner has not looked at a file; the message says why and holds nothing of the file."""


class Scanner(Protocol):
    """What looks at files before anybody opens them."""

    async def scan(self, content: bytes) -> str | None:
        """Return the name of what was found in ``content``, nothing where it is clean.

        Raises:
            ScannerUnavailable: nobody has looked; the file is neither clean nor infected.
        """
        ...


@dataclass(frozen=True, slots=True)
class NoScanner:
    """No scanner is set: whatever comes passes."""

    async def scan(self, content: bytes) -> str | None:  # noqa: ARG002  (the port's name)
        """Find nothing."""
        return None
