"""The opening of a box: compare with the seals, open, write leaves in an order that tells nothing."""

import hmac
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from core.ledger.seal import unseal
from core.model.encoding import canonical, entry
from core.model.outcome import Tally

Votes = Mapping[int | None, int]
"""Votes by project number; under ``None`` are the invalid ones of paper (ledger 4, 9)."""


class Difference(StrEnum):
    """What two people have to look at before a box can be opened (ledger 4)."""

    SEALS = "seals"
    ROLL = "roll"
    PAPER_LINES = "paper-lines"
    PAPER_SLIPS = "paper-slips"
    PAPER_LIST = "paper-list"
    PAPER_OPEN = "paper-open"


_SAID = {
    Difference.SEALS: "the waiting votes are not those that were sealed",
    Difference.ROLL: "the votes are not as many as the entries of the roll",
    Difference.PAPER_LINES: "the confirmed lines of paper are not as many as the entries of the roll",
    Difference.PAPER_SLIPS: "there are more slips than lines",
    Difference.PAPER_LIST: "a slip is for a project that is not on the list",
    Difference.PAPER_OPEN: "paper is still being entered, confirmed or counted",
}


class OpeningStopped(Exception):
    """What lies in the box is not what seals, roll and sheets say: nothing was opened, people have to look.

    ``expected`` and ``found`` are numbers of votes, or of the project that is not on the list.
    """

    def __init__(self, difference: Difference, *, expected: int = 0, found: int = 0) -> None:
        """Say what differs."""
        super().__init__(f"{_SAID[difference]} ({found} instead of {expected})")
        self.difference = difference
        self.expected = expected
        self.found = found


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
    opened: int,
    roll_size: int,
    ballot: frozenset[int],
) -> Counter[int | None]:
    """Return the waiting votes by project (ledger 4).

    ``opened`` counts the votes that live counts have opened before, ``roll_size`` the entries without paper.

    Raises:
        OpeningStopped: on a difference to seals or roll.
        SealBroken: on a vote of another place.
    """
    compare(sealed=sealed, seals=seals, opened=opened, roll_size=roll_size)
    return unseal_all(private_key, sealed, campaign=campaign, territory=territory, ballot=ballot)


def compare(*, sealed: Sequence[bytes], seals: Sequence[bytes], opened: int, roll_size: int) -> None:
    """Raise ``OpeningStopped`` unless each vote has its seal, and votes, seals and roll are as many."""
    if Counter(map(seal_digest, sealed)) - Counter(seals) or len(seals) != opened + len(sealed):
        raise OpeningStopped(Difference.SEALS, expected=len(seals) - opened, found=len(sealed))
    if opened + len(sealed) != roll_size:
        raise OpeningStopped(Difference.ROLL, expected=roll_size, found=opened + len(sealed))


def draw_half(ids: Iterable[bytes], chance: bytes) -> list[bytes]:
    """Return a random half of the waiting votes' ids, rounded down: the order is a hash under ``chance``.

    The ids alone would not do: what stays would have the larger ones, and the next half be of newer votes.
    """
    order = sorted(ids, key=lambda each: hmac.digest(chance, each, sha256))
    return order[: len(order) // 2]


def unseal_all(
    private_key: bytes, sealed: Iterable[bytes], *, campaign: str, territory: str, ballot: frozenset[int]
) -> Counter[int | None]:
    """Return sealed votes by project; raise ``SealBroken`` on a vote of another place."""
    return Counter(
        unseal(private_key, item, campaign=campaign, territory=territory, ballot=ballot) for item in sealed
    )


def paper_votes(*, lines: int, roll_size: int, slips: Votes, ballot: frozenset[int]) -> Counter[int | None]:
    """Return the votes on paper; a line without a slip is an invalid vote (ledger 9).

    ``lines`` are the accepted ones, ``roll_size`` the roll's entries of paper.

    Raises:
        OpeningStopped: where lines and roll differ, a slip is too many or for no project of the list.
    """
    if lines != roll_size:
        raise OpeningStopped(Difference.PAPER_LINES, expected=roll_size, found=lines)
    for number in slips:
        if number is not None and number not in ballot:
            raise OpeningStopped(Difference.PAPER_LIST, found=number)
    found = sum(slips.values())
    if found > lines:
        raise OpeningStopped(Difference.PAPER_SLIPS, expected=lines, found=found)
    votes = Counter(dict(slips))
    votes[None] += lines - found
    return +votes


def batches(rest: Votes, paper: Votes, least: int) -> list[Votes]:
    """Return what goes into the box together: paper by itself where both parts are large enough (ledger 9).

    ``least`` is k, the votes below which a count tells too much.
    """
    if not is_apart(rest, paper, least):
        return [Counter(dict(rest)) + Counter(dict(paper))]
    return [part for part in (rest, paper) if part]


def is_apart(rest: Votes, paper: Votes, least: int) -> bool:
    """Say whether paper goes into the box by itself, so that everybody reads its totals (ledger 9)."""
    parts = [part for part in (rest, paper) if part]
    return len(parts) < 2 or min(sum(part.values()) for part in parts) >= least  # noqa: PLR2004 - two parts


def box_leaves(campaign: str, territory: str, batch: int, votes: Votes) -> list[str]:
    """Return one leaf a vote, sorted: neither salt nor order marks anybody's (ledger 4)."""
    return sorted(
        entry("box", campaign, territory=territory, batch=batch, project=project)
        for project, number in votes.items()
        for _ in range(number)
    )


def read_box(leaves: Iterable[str]) -> Tally:
    """Return what the leaves of an open box add up to; there is no hidden one among them."""
    return _tally(Counter(json.loads(leaf)["project"] for leaf in leaves))


def hidden_tally(votes: Votes) -> str:
    """Return the tally of a territory with few votes as the observer gets it."""
    tally = _tally(votes)
    by_project = {str(project): number for project, number in sorted(tally.votes.items())}
    return canonical({"invalid": tally.invalid, "tally": by_project})


def hidden_leaf(campaign: str, territory: str, votes: Votes, salt: bytes) -> str:
    """Return the single leaf of a hidden count: how many votes, and a hash over the tally (ledger 4)."""
    bound = sha256(salt + hidden_tally(votes).encode()).hexdigest()
    return entry("box", campaign, territory=territory, batch=0, votes=sum(votes.values()), hidden=bound)


def hidden_text(votes: Votes, salt: bytes) -> str:
    """Return the bytes and the tally of a hidden count as they are kept for the observer (ledger 4)."""
    return f"{salt.hex()} {hidden_tally(votes)}"


def read_hidden(text: str) -> Tally:
    """Return the tally that ``hidden_text`` wrote."""
    kept = json.loads(text.partition(" ")[2])
    # Counts of before paper had no invalid votes.
    return Tally(
        votes={int(project): number for project, number in kept["tally"].items()},
        invalid=kept.get("invalid", 0),
    )


def _tally(votes: Votes) -> Tally:
    return Tally(
        votes={project: number for project, number in votes.items() if project is not None},
        invalid=votes.get(None, 0),
    )
