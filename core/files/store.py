"""Files known by the SHA-256 of what is in them; the disk is the store of one machine."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol


class FileStore(Protocol):
    """Where files lie; the same content lies there once."""

    def keep(self, content: bytes) -> str:
        """Keep ``content`` durably and return its digest in hex."""
        ...

    def read(self, digest: str) -> bytes:
        """Return the content; raise ``FileNotFoundError`` where the store has none."""
        ...

    def size(self, digest: str) -> int:
        """Return how many bytes the content has; raise ``FileNotFoundError`` where the store has none."""
        ...


@dataclass(frozen=True, slots=True)
class DiskStore:
    """A folder of files, spread over folders by the first two letters of their digests."""

    root: Path

    def keep(self, content: bytes) -> str:
        """Write the content under its digest; a file that is there already stays as it is."""
        digest = sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_suffix(".part")
            partial.write_bytes(content)
            partial.replace(path)
        return digest

    def read(self, digest: str) -> bytes:
        """Return the content of a file."""
        return self._path(digest).read_bytes()

    def size(self, digest: str) -> int:
        """Return the length of a file without reading it."""
        return self._path(digest).stat().st_size

    def _path(self, digest: str) -> Path:
        return self.root / digest[:2] / digest
