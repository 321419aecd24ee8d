"""The opening of a box: compare with the seals, open, write leaves in an order that tells nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from core.ledger.seal import unseal
from core.model.encoding import canonical, entry

FINAL_BATCH = 0
"""The batch of votes opened after the close; live counts, where they are, come before it (ledger 4)."""


class OpeningStopped(Exception):
    """The waiting votes are not what the seals and the roll say: nothing was opened, people have to look."""


def seal_digest(sealed: bytes) -> bytes:
    """Return the leaf of the seals: SHA-256 of the sealed bytes (ledger 3)."""
    return sha256(sealed).digest()


def open_votes(
    private_key: bytes,
    *,
    campaign: str,
    territory: str,
    sealed: Sequence[bytes],
    seals: Sequence[bytes],
    roll_size: int,
    ballot: frozenset[int],
) -> Counter[int]:
    """Return votes by project (ledger 4).

    Raise ``OpeningStopped`` on a difference to seals or roll, ``SealBroken`` on a vote of another place.
    """
    if sorted(map(seal_digest, sealed)) != sorted(seals):
        raise OpeningStopped("the waiting votes are not those that were sealed")
    if len(sealed) != roll_size:
        raise OpeningStopped(f"{len(sealed)} waiting votes, {roll_size} entries in the roll")
    return Counter(
        unseal(private_key, item, campaign=campaign, territory=territory, ballot=ballot) for item in sealed
    )


def box_leaves(campaign: str, territory: str, tally: Mapping[int, int]) -> list[str]:
    """Return one leaf a vote, sorted: neither salt nor order marks anybody's (ledger 4)."""
    return sorted(
        entry("box", campaign, territory=territory, batch=FINAL_BATCH, project=project)
        for project, votes in tally.items()
        for _ in range(votes)
    )


def hidden_tally(tally: Mapping[int, int]) -> str:
    """Return the tally of a territory with few votes as the observer gets it."""
    return canonical({"tally": {str(project): votes for project, votes in sorted(tally.items())}})


def hidden_leaf(campaign: str, territory: str, tally: Mapping[int, int], salt: bytes) -> str:
    """Return the single leaf of a hidden count: how many votes, and a hash over the tally (ledger 4)."""
    bound = sha256(salt + hidden_tally(tally).encode()).hexdigest()
    return entry(
        "box", campaign, territory=territory, batch=FINAL_BATCH, votes=sum(tally.values()), hidden=bound
    )
