"""Files known by the SHA-256 of what is in them; the disk is the store of one machine."""

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol


def digest_of(content: bytes) -> str:
    """Return the name of a content: its SHA-256 in hex."""
    return sha256(content).hexdigest()


def path_of(digest: str) -> Path:
    """Return where the disk's store has a content, within its folder."""
    return Path(digest[:2], digest)


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

    def delete(self, digest: str) -> None:
        """Remove the content for good; nothing happens where the store has none.

        The same content may have come from several people: first see that no row names it any more.
        """
        ...


_PARTIAL = ".part"
_ABANDONED_SECONDS = 3600
"""After this a file that is not whole belongs to a process that was killed."""


@dataclass(frozen=True, slots=True)
class DiskStore:
    """A folder of files, spread over folders by the first two letters of their digests."""

    root: Path

    def keep(self, content: bytes) -> str:
        """Write the content under its digest; once this returns, neither a kill nor a power cut loses it."""
        digest = digest_of(content)
        path = self._path(digest)
        self._make_folder(path.parent)
        if not path.exists():
            _write(path, content)
        # Also where another process has just put it there and has not come to this line yet.
        _sync_folder(path.parent)
        return digest

    def read(self, digest: str) -> bytes:
        """Return the content of a file."""
        return self._path(digest).read_bytes()

    def size(self, digest: str) -> int:
        """Return the length of a file without reading it."""
        return self._path(digest).stat().st_size

    def delete(self, digest: str) -> None:
        """Remove a file; once this returns, it does not come back after a power cut."""
        path = self._path(digest)
        with suppress(FileNotFoundError):
            path.unlink()
            _sync_folder(path.parent)

    def _path(self, digest: str) -> Path:
        return self.root / path_of(digest)

    def _make_folder(self, folder: Path) -> None:
        if not self.root.exists():
            self.root.mkdir(parents=True, exist_ok=True)
            _sync_folder(self.root.parent)
        folder.mkdir(exist_ok=True)
        _sync_folder(self.root)


def _write(path: Path, content: bytes) -> None:
    """Write beside the place and move there, so that nobody ever reads half a file."""
    _sweep(path.parent)
    with NamedTemporaryFile(dir=path.parent, suffix=_PARTIAL, delete=False) as partial:
        try:
            partial.write(content)
            partial.flush()
            os.fsync(partial.fileno())
            Path(partial.name).replace(path)
        except BaseException:
            Path(partial.name).unlink(missing_ok=True)
            raise


def _sweep(folder: Path) -> None:
    """Remove what killed processes have left: it may be somebody's picture, and no row names it."""
    for partial in folder.glob(f"*{_PARTIAL}"):
        with suppress(FileNotFoundError):
            if time.time() - partial.stat().st_mtime > _ABANDONED_SECONDS:
                partial.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
