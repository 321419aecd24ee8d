"""Key files in custody, apart from the database and its backups: copied, known again, brought back (E7, L5).

Separate from making keys, because what is right is what the database was filled with, not what lies here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyDiffers, KeyFolder, KeyMissing, box_key, signing_key
from core.ledger.receipt import verifying_half
from core.ledger.seal import public_half
from core.model.campaign import CampaignId
from core.model.encoding import keyed
from core.store import campaign as store
from core.store import ledger
from core.usecases.services import Services


class KeyKind(StrEnum):
    """How the database knows a key again."""

    SECRET = "secret"  # noqa: S105  (a kind, no secret)
    SIGNING = "signing"
    BOX = "box"


class KeyState(StrEnum):
    """What a folder has of a key; ``OPENED`` is a box key that was to be destroyed after the opening."""

    WHOLE = "whole"
    MISSING = "missing"
    DIFFERS = "differs"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNeeded:
    """A key by its name, with what the database knows it by; ``is_opened`` says that its box is open."""

    name: str
    kind: KeyKind
    value: bytes
    is_opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFound:
    """A key in a folder; ``fingerprint`` tells copies apart and is worth nothing to anybody."""

    needed: KeyNeeded
    state: KeyState
    fingerprint: str


async def list_needed(services: Services) -> Sequence[KeyNeeded]:
    """Return every key that the database was filled with, by name."""
    needed: dict[str, KeyNeeded] = {}
    async with services.database.read() as connection:
        for campaign_id in await store.list_campaigns(connection):
            signing = signing_key(campaign_id.akimat, campaign_id.campaign)
            for name, value in (await store.list_key_checks(connection, campaign_id.akimat)).items():
                kind = KeyKind.SIGNING if name.endswith("/signing") else KeyKind.SECRET
                needed.setdefault(name, KeyNeeded(name=name, kind=kind, value=value))
            if signing in needed:
                needed |= {each.name: each for each in await _boxes(services, connection, campaign_id)}
    return [needed[name] for name in sorted(needed)]


async def _boxes(services: Services, connection: AsyncConnection, campaign_id: CampaignId) -> list[KeyNeeded]:
    rulebook = await services.rulebooks.require(connection, campaign_id)
    if rulebook.voting.is_key_in_safe:
        return []
    found = []
    for territory, public in (await store.list_box_keys(connection, campaign_id)).items():
        state = await ledger.get_territory_state(connection, campaign_id, territory)
        is_opened = state is not None and state["opened_at"] is not None
        name = box_key(campaign_id.akimat, campaign_id.campaign, territory)
        found.append(KeyNeeded(name=name, kind=KeyKind.BOX, value=public, is_opened=is_opened))
    return found


def look_at(folder: KeyFolder, needed: Sequence[KeyNeeded]) -> Sequence[KeyFound]:
    """Return what the folder has of each key; a box key that is gone after its opening is left out."""
    found = [_look_at(folder, each) for each in needed]
    return [each for each in found if not (each.needed.is_opened and each.state is KeyState.MISSING)]


def _look_at(folder: KeyFolder, needed: KeyNeeded) -> KeyFound:
    try:
        key = folder.read(needed.name)
    except KeyMissing:
        is_damaged = folder.has(needed.name)
        state = KeyState.DIFFERS if is_damaged else KeyState.MISSING
        return KeyFound(needed=needed, state=state, fingerprint="")
    fingerprint = sha256(b"fingerprint\0" + key).hexdigest()[:16]
    if _known_by(needed, key) != needed.value:
        return KeyFound(needed=needed, state=KeyState.DIFFERS, fingerprint=fingerprint)
    state = KeyState.OPENED if needed.is_opened else KeyState.WHOLE
    return KeyFound(needed=needed, state=state, fingerprint=fingerprint)


def _known_by(needed: KeyNeeded, key: bytes) -> bytes:
    match needed.kind:
        case KeyKind.SECRET:
            return keyed(key, "check", needed.name)
        case KeyKind.SIGNING:
            return verifying_half(key)
        case KeyKind.BOX:
            return public_half(key)


def copy_keys(source: KeyFolder, target: KeyFolder, needed: Sequence[KeyNeeded]) -> Sequence[KeyFound]:
    """Copy every whole key that ``target`` lacks and return what it has then; nothing is overwritten.

    A box key whose box is open is not copied: it was destroyed, and must not come back (ledger 4).

    Raises:
        KeyDiffers: where one of the folders holds another key under a name.
    """
    for folder in (source, target):
        for each in look_at(folder, needed):
            if each.state is KeyState.DIFFERS:
                raise KeyDiffers(f"{folder.root / each.needed.name}.key is not the key of this database")
    for each in look_at(source, needed):
        if each.state is KeyState.WHOLE and not target.has(each.needed.name):
            target.make(each.needed.name, source.read(each.needed.name))
    return look_at(target, needed)
