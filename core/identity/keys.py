"""Key files outside the database and its backups (E7, ledger 14), and what is derived from them."""

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from core.model.encoding import keyed

KEY_LENGTH = 32


class KeyMissing(Exception):
    """A key file is not where it should be; the message names it."""


class KeyDiffers(Exception):
    """A key file holds another key than the database was filled with."""


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The folder of key files, such as ``<akimat>/<campaign>/box-<territory>.key``."""

    root: Path

    def read(self, name: str) -> bytes:
        """Return a key; raise ``KeyMissing`` where there is no such file or it is damaged."""
        path = self.root / f"{name}.key"
        try:
            key = bytes.fromhex(path.read_text().strip())
        except (FileNotFoundError, ValueError) as error:
            raise KeyMissing(f"no key file {path}") from error
        if len(key) != KEY_LENGTH:
            raise KeyMissing(f"no key of {KEY_LENGTH} bytes in {path}")
        return key

    def read_signing(self, akimat: str, campaign: str) -> bytes:
        """Return the campaign's signing key; raise ``KeyMissing``."""
        return self.read(signing_key(akimat, campaign))

    def has(self, name: str) -> bool:
        """Say whether the key's file exists."""
        return (self.root / f"{name}.key").exists()

    def make(self, name: str, key: bytes) -> None:
        """Write a key file that only its owner reads; raise ``FileExistsError`` rather than overwrite."""
        path = self.root / f"{name}.key"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(key.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())

    def destroy(self, name: str) -> None:
        """Overwrite and remove a key file; copies in custody are destroyed by the people who hold them."""
        path = self.root / f"{name}.key"
        if not path.exists():
            return
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def register_key(akimat: str) -> str:
    """Name the key of an akimat's register."""
    return f"{akimat}/register"


def phone_key_name(akimat: str) -> str:
    """Name the key of an akimat's phones."""
    return f"{akimat}/phone"


def office_key(akimat: str) -> str:
    """Name the key that seals the secrets of an akimat's staff (L1)."""
    return f"{akimat}/office"


def campaign_key(akimat: str, campaign: str) -> str:
    """Name the key of a campaign, from which voter keys and tokens come."""
    return f"{akimat}/{campaign}/campaign"


def signing_key(akimat: str, campaign: str) -> str:
    """Name the key with which a campaign signs receipts."""
    return f"{akimat}/{campaign}/signing"


def box_key(akimat: str, campaign: str, territory: str) -> str:
    """Name the private half of a territory's box key."""
    return f"{akimat}/{campaign}/box-{territory}"


@dataclass(frozen=True, slots=True)
class AkimatKeys:
    """The two keys of an akimat: people and phones are known by these hashes alone (P1, E7)."""

    register: bytes
    phone: bytes

    def person(self, iin: str) -> bytes:
        """Return a person's key from the IIN, which is kept nowhere."""
        return keyed(self.register, "person", iin)

    def of_phone(self, digits: str) -> bytes:
        """Return a phone's key from its digits with the country's 7 in front."""
        return keyed(self.phone, "phone", digits)


@dataclass(frozen=True, slots=True)
class CampaignKeys:
    """What a campaign's key makes of a person: another token in each campaign (ledger 2, 14)."""

    campaign: str
    key: bytes

    def voter(self, person_key: bytes) -> bytes:
        """Return the key under which a person's participation is unique."""
        return keyed(self.key, "voter", self.campaign, person_key)

    def token(self, person_key: bytes) -> bytes:
        """Return the person's token in the roll."""
        return keyed(self.key, "token", self.campaign, person_key)

    def code(self, code: str) -> bytes:
        """Return the hash by which a clerk's code is known."""
        return keyed(self.key, "code", self.campaign, code)

    def claim(self, code: str) -> bytes:
        """Return the hash by which the code of a paper proposal's slip is known: no clerk's code has it."""
        return keyed(self.key, "claim", self.campaign, code)

    def slips(self, territory: str, totals: str) -> bytes:
        """Return the hash by which two counts of a territory's slips are known to be equal (ledger 9)."""
        return keyed(self.key, "slips", self.campaign, territory, totals)

    def is_claim(self, code: str, kept: bytes) -> bool:
        """Say whether ``code`` is the slip's whose hash was kept, in a time that tells nothing."""
        return hmac.compare_digest(self.claim(code), kept)


def read_akimat_keys(folder: KeyFolder, akimat: str) -> AkimatKeys:
    """Read an akimat's keys; raise ``KeyMissing``."""
    return AkimatKeys(register=folder.read(register_key(akimat)), phone=folder.read(phone_key_name(akimat)))


def read_campaign_keys(folder: KeyFolder, akimat: str, campaign: str) -> CampaignKeys:
    """Read a campaign's key; raise ``KeyMissing``."""
    return CampaignKeys(campaign=campaign, key=folder.read(campaign_key(akimat, campaign)))
