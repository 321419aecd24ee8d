"""``python -m core keys CAMPAIGN --safe``: box keys parted between two people, off the server (ledger 14)."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from core.model.campaign import CampaignId
from core.usecases.opening.safe import (
    NewKey,
    NotInSafe,
    fits,
    make_shares,
    take_public_halves,
    try_shares,
)
from core.usecases.services import Services

PUBLIC = "public.json"
PEOPLE, COPIES = ("person-1", "person-2"), ("copy-1", "copy-2")


async def make(services: Services, campaign_id: CampaignId, folder: Path) -> int:
    """Make keys and write two copies for each of two people, and the public halves for the server.

    Every copy is read back and tried with each copy of the other person before it is said to be good.
    """
    made = await make_shares(services, campaign_id)
    _write_all(folder, campaign_id.campaign, made)
    for key in made:
        sys.stdout.write(f"{key.territory}: made, parted and tried\n")
    sys.stdout.write(
        f"give {PEOPLE[0]} and {PEOPLE[1]} to two people, two copies each, and leave none here; "
        f"{PUBLIC} goes to the server: python -m core keys {campaign_id.campaign} --public {PUBLIC}\n"
    )
    return 0


def _write_all(folder: Path, campaign: str, made: Sequence[NewKey]) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise NotInSafe(f"{folder} is not empty: shares are written into a folder of their own")
    for (place, person), copy, key in product(enumerate(PEOPLE), COPIES, made):
        text = f"{campaign}\n{key.territory}\n{key.shares[place]}\n"
        _write(folder / person / copy / f"box-{key.territory}.txt", text)
    public = {"campaign": campaign, "keys": {key.territory: key.public.hex() for key in made}}
    _write(folder / PUBLIC, json.dumps(public, sort_keys=True, indent=1) + "\n")
    for key, mine, other in product(made, COPIES, COPIES):
        _require_fit(folder, campaign, key, mine, other)


async def take_public(services: Services, campaign_id: CampaignId, path: Path) -> int:
    """Keep the public halves on the machine to which votes come."""
    campaign, halves = _read_public(path)
    if campaign != campaign_id.campaign:
        raise NotInSafe(f"{path} is of another campaign: {campaign}")
    taken = await take_public_halves(services, campaign_id, halves)
    for territory in halves:
        sys.stdout.write(f"{territory}: {'taken' if territory in taken else 'known already'}\n")
    return 0


async def try_out(services: Services, campaign_id: CampaignId, one: Path, other: Path) -> int:
    """Say whether the copies of two people together give every key; nothing is opened."""
    tried = await try_shares(services, campaign_id, _read(one), _read(other))
    for territory, is_whole in tried.items():
        sys.stdout.write(f"{territory}: {'whole' if is_whole else 'DOES NOT FIT'}\n")
    if not tried or not all(tried.values()):
        sys.stderr.write("these shares do not open every box: take the other copies\n")
        return 1
    return 0


def _read_public(path: Path) -> tuple[str, Mapping[str, bytes]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        halves = {str(slug): bytes.fromhex(half) for slug, half in found["keys"].items()}
        return str(found["campaign"]), halves
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotInSafe(f"{path} is not the {PUBLIC} that --safe has written") from error


def _require_fit(folder: Path, campaign: str, key: NewKey, mine: str, other: str) -> None:
    first, second = _read(folder / PEOPLE[0] / mine), _read(folder / PEOPLE[1] / other)
    if not fits(campaign, key.territory, key.public, first.get(key.territory), second.get(key.territory)):
        raise NotInSafe(f"what was written for {key.territory} does not give its key: use another medium")


def _read(folder: Path) -> Mapping[str, str]:
    """Return the shares in a folder by territory: the last line of each file."""
    found = {}
    for path in sorted(folder.glob("box-*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        found[path.stem.removeprefix("box-")] = next((line for line in reversed(lines) if line.strip()), "")
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
