"""What a backup says of itself: when it was made, of what, and by which digests it is known again (L5)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

FORMAT = 1
"""The way in which a backup is written; a later one is refused by an older program."""

MARK = "qatysu-backup"
"""The file by which a folder of backups is known."""

MANIFEST, SEAL = "manifest.json", "manifest.sha256"
FILES = "files"
_CHUNK = 1 << 20


class BackupUnusable(Exception):
    """A backup cannot be made or restored so; the message says what stands against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One backup: ``files`` are bytes by digest, ``counts`` rows by table, ``keys`` names of needed keys.

    ``database`` is the name of the dump beside it, ``made_at`` an instant in real time.
    """

    made_at: datetime
    dialect: str
    revision: str
    database: str
    database_sha256: str
    counts: Mapping[str, int]
    files: Mapping[str, int]
    keys: tuple[str, ...]


def write(folder: Path, manifest: Manifest) -> None:
    """Write a manifest and its own digest into the folder of its backup."""
    data = {"format": FORMAT, **asdict(manifest), "made_at": manifest.made_at.isoformat()}
    content = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()
    (folder / MANIFEST).write_bytes(content)
    (folder / SEAL).write_text(sha256(content).hexdigest() + "\n", encoding="ascii")


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup.

    Raises:
        BackupUnusable: where it is missing, damaged, or of a newer program.
    """
    try:
        content = (folder / MANIFEST).read_bytes()
        seal = (folder / SEAL).read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise BackupUnusable(f"{folder} has no manifest: it is no backup, or not a whole one") from error
    if sha256(content).hexdigest() != seal:
        raise BackupUnusable(f"{folder / MANIFEST} is damaged: its digest is another one")
    data = json.loads(content)
    if data.pop("format") != FORMAT:
        raise BackupUnusable(f"{folder} was made by a newer program: use that one")
    data["made_at"] = datetime.fromisoformat(data["made_at"]).astimezone(UTC)
    return Manifest(**{**data, "keys": tuple(data["keys"])})


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file without holding all of it."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def list_backups(folder: Path) -> list[Path]:
    """Return the whole backups of a folder, the oldest first; raise ``BackupUnusable`` for another folder."""
    if not (folder / MARK).is_file():
        raise BackupUnusable(f"{folder} is no folder of Qatysu's backups: the file {MARK} is not there")
    return sorted(path.parent for path in folder.glob(f"*Z/{MANIFEST}"))
