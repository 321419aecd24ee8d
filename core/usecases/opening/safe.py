"""Box keys in a safe: made off the server, tried out there, known on the server by their public halves alone.

Separate from the keys of files, because the private half is in no file of ours and in no process that votes
come to (ledger 14).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.identity.keys import KeyDiffers
from core.ledger.seal import make_box_key, public_half
from core.ledger.shares import Share, ShareBroken, combine, read_share, split, written
from core.model.campaign import CampaignId
from core.store import campaign as store
from core.usecases.services import Services


class NotInSafe(Exception):
    """The rulebook keeps the campaign's box keys in files, or names other territories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A territory's key as it leaves the machine that made it: public half and both shares, printed."""

    territory: str
    public: bytes
    shares: tuple[str, str]


async def make_shares(services: Services, campaign_id: CampaignId) -> Sequence[NewKey]:
    """Make a key for each voting territory and split it; nothing is kept, here or in the database.

    Raises:
        RuleViolation: ``campaign-unknown``.
        NotInSafe: where the rulebook has ``box_key = "file"``.
    """
    territories = await _territories(services, campaign_id)
    return [_make(campaign_id.campaign, territory) for territory in territories]


async def take_public_halves(
    services: Services, campaign_id: CampaignId, halves: Mapping[str, bytes]
) -> Sequence[str]:
    """Keep the public halves to which votes are sealed and return the territories that had none.

    Raises:
        RuleViolation: ``campaign-unknown``.
        NotInSafe: where the rulebook keeps keys in files, or a territory is missing or unknown.
        KeyDiffers: where a territory has another key already; one has a key for good.
    """
    territories = await _territories(services, campaign_id)
    if set(halves) != set(territories):
        raise NotInSafe(f"these are keys of {', '.join(sorted(halves))}, not of {', '.join(territories)}")
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id, lock=True)
        known = await store.list_box_keys(connection, campaign_id)
        for territory, public in halves.items():
            if known.get(territory, public) != public:
                raise KeyDiffers(f"{territory} has another box key already")
        missing = [territory for territory in territories if territory not in known]
        for territory in missing:
            await store.add_box_key(connection, campaign_id, territory, halves[territory])
    return missing


async def try_shares(
    services: Services, campaign_id: CampaignId, one: Mapping[str, str], other: Mapping[str, str]
) -> Mapping[str, bool]:
    """Say by territory whether two people's shares together give the key to which votes are sealed.

    Nothing is opened. Do it off the server: until the close the halves meet nowhere else.
    """
    async with services.database.read() as connection:
        known = await store.list_box_keys(connection, campaign_id)
    return {
        territory: fits(campaign_id.campaign, territory, public, one.get(territory), other.get(territory))
        for territory, public in known.items()
    }


def fits(campaign: str, territory: str, public: bytes, one: str | None, other: str | None) -> bool:
    """Say whether two printed shares of a territory give the private half of ``public``."""
    try:
        halves = [_read(each or "", campaign, territory) for each in (one, other)]
        return public_half(combine(*halves)) == public
    except ShareBroken:
        return False


def _read(text: str, campaign: str, territory: str) -> Share:
    return read_share(text, campaign=campaign, territory=territory)


def _make(campaign: str, territory: str) -> NewKey:
    private, public = make_box_key()
    first, second = (written(each, campaign=campaign, territory=territory) for each in split(private))
    return NewKey(territory=territory, public=public, shares=(first, second))


async def _territories(services: Services, campaign_id: CampaignId) -> Sequence[str]:
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
    if not rulebook.voting.is_key_in_safe:
        raise NotInSafe('the rulebook does not say voting.box_key = "safe"')
    return rulebook.voting.territories
