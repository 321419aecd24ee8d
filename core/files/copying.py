"""Copies of a folder of files named by what is in them: only what is missing, each looked at (L5)."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from core.files.store import DiskStore, digest_of, path_of

_DIGEST_LENGTH = 64
_HEX = frozenset("0123456789abcdef")


class FileBroken(Exception):
    """A file holds something else than its name says, or is gone; the message names it."""


def list_digests(root: Path) -> Iterator[str]:
    """Yield the digests of the files below ``root``, in their order; unfinished ones are none."""
    for folder in sorted(path for path in root.glob("??") if path.is_dir()):
        yield from sorted(path.name for path in folder.iterdir() if is_digest(path.name))


def is_digest(name: str) -> bool:
    """Say whether a name is a SHA-256 in small hexadecimal digits."""
    return len(name) == _DIGEST_LENGTH and set(name) <= _HEX


def copy_missing(source: Path, target: Path) -> Mapping[str, int]:
    """Copy what ``target`` lacks and return the bytes of every file of ``source`` by its digest.

    What is deleted meanwhile is left out.

    Raises:
        FileBroken: for a file of the source whose content is not what its name says.
    """
    sizes: dict[str, int] = {}
    store = DiskStore(target)
    for digest in list_digests(source):
        try:
            sizes[digest] = _copy(source, store, digest)
        except FileNotFoundError:
            continue
    return sizes


def copy_missing_of(source: Path, target: Path, digests: Collection[str]) -> None:
    """Copy those of ``digests`` that ``target`` lacks; raise ``FileBroken`` as above."""
    store = DiskStore(target)
    for digest in sorted(digests):
        _copy(source, store, digest)


def _copy(source: Path, target: DiskStore, digest: str) -> int:
    size = (source / path_of(digest)).stat().st_size
    if (target.root / path_of(digest)).exists():
        return size
    content = (source / path_of(digest)).read_bytes()
    if digest_of(content) != digest:
        raise FileBroken(f"{source / path_of(digest)} is damaged: it is not what its name says")
    target.keep(content)
    return len(content)


def verify(root: Path, digests: Collection[str]) -> None:
    """Read every file that is named and see that it is whole.

    Raises:
        FileBroken: for the first one that is missing or damaged.
    """
    for digest in digests:
        path = root / path_of(digest)
        if not path.is_file():
            raise FileBroken(f"{path} is missing")
        if digest_of(path.read_bytes()) != digest:
            raise FileBroken(f"{path} is damaged: it is not what its name says")


def list_strangers(root: Path, digests: Collection[str]) -> Iterator[Path]:
    """Yield every file below ``root`` that is none of ``digests`` at its place."""
    expected = {root / path_of(digest) for digest in digests}
    if root.exists():
        yield from (path for path in sorted(root.rglob("*")) if path.is_file() and path not in expected)


def delete(root: Path, digest: str) -> None:
    """Remove a file for good."""
    DiskStore(root).delete(digest)
