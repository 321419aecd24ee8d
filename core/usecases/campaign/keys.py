"""Making a campaign's keys and knowing them again at every start (E7)."""

import secrets
from collections.abc import Iterable, Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import (
    KEY_LENGTH,
    KeyDiffers,
    KeyFolder,
    box_key,
    campaign_key,
    office_key,
    phone_key_name,
    register_key,
    signing_key,
)
from core.ledger.receipt import verifying_half
from core.ledger.seal import make_box_key, public_half
from core.model.campaign import CampaignId
from core.model.encoding import keyed
from core.store import campaign as store
from core.usecases.services import Services


async def make_campaign_keys(services: Services, campaign_id: CampaignId) -> None:
    """Make the key files that are missing and keep their check values; a box key is made once for good.

    Raises:
        RuleViolation: ``campaign-unknown``.
        KeyDiffers: where a file holds another key than the one the database was filled with.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        known = await store.list_box_keys(connection, campaign_id)
        # Those of a safe are made off the server, and their public halves brought here (ledger 14).
        own = () if rulebook.voting.is_key_in_safe else rulebook.voting.territories
        missing = [territory for territory in own if territory not in known]
        public = _make_files(services.keys, campaign_id.akimat, campaign_id.campaign, missing)
        for territory, key in public.items():
            await store.add_box_key(connection, campaign_id, territory, key)
        for name, value in _check_values(services.keys, campaign_id.akimat, campaign_id.campaign).items():
            await store.add_key_check(connection, campaign_id.akimat, name, value)
    await check_keys(services)


async def add_box_key(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> None:
    """Make the box key of a territory that came by merging, where the campaign has its keys already (A4).

    Where the folder of keys is not to be written here, it is left to the operator's ``keys``: before that
    nothing is frozen there and no vote taken.
    """
    if not await store.list_box_keys(connection, campaign_id):
        return
    name = box_key(campaign_id.akimat, campaign_id.campaign, territory)
    try:
        if not services.keys.has(name):
            services.keys.make(name, make_box_key()[0])
    except OSError:
        return
    await store.add_box_key(connection, campaign_id, territory, public_half(services.keys.read(name)))


async def check_keys(services: Services) -> None:
    """Compare every campaign's key files with the database; campaigns without keys yet are left out.

    Raises:
        KeyMissing: where a file that the database knows is gone.
        KeyDiffers: where a file holds another key: people would get a second vote under it.
    """
    async with services.database.read() as connection:
        for campaign_id in await store.list_campaigns(connection):
            kept = await store.list_key_checks(connection, campaign_id.akimat)
            if not any(name.startswith(f"{campaign_id.akimat}/{campaign_id.campaign}/") for name in kept):
                continue
            # Akimats from before the office have no such key until the operator makes the keys anew.
            office = office_key(campaign_id.akimat)
            has_office = office in kept or services.keys.has(office)
            values = _check_values(
                services.keys, campaign_id.akimat, campaign_id.campaign, has_office=has_office
            )
            for name, value in values.items():
                if kept.get(name) != value:
                    raise KeyDiffers(f"{name}.key is not the key that the database was filled with")
            await _check_box_keys(services, connection, campaign_id)


async def _check_box_keys(services: Services, connection: AsyncConnection, campaign_id: CampaignId) -> None:
    """Compare the box keys that are on this machine; others are in a safe, or destroyed after the opening."""
    for territory, public_key in (await store.list_box_keys(connection, campaign_id)).items():
        name = box_key(campaign_id.akimat, campaign_id.campaign, territory)
        if services.keys.has(name) and public_half(services.keys.read(name)) != public_key:
            raise KeyDiffers(f"{name}.key is not the key to which this territory's votes are sealed")


def _make_files(
    folder: KeyFolder, akimat: str, campaign: str, territories: Iterable[str]
) -> Mapping[str, bytes]:
    """Make every key that is not there yet and return the box keys' public halves by territory."""
    secret_names = (
        register_key(akimat),
        phone_key_name(akimat),
        office_key(akimat),
        campaign_key(akimat, campaign),
        signing_key(akimat, campaign),
    )
    for name in secret_names:
        if not folder.has(name):
            folder.make(name, secrets.token_bytes(KEY_LENGTH))
    for territory in territories:
        if not folder.has(box_key(akimat, campaign, territory)):
            folder.make(box_key(akimat, campaign, territory), make_box_key()[0])
    return {
        territory: public_half(folder.read(box_key(akimat, campaign, territory))) for territory in territories
    }


def _check_values(
    folder: KeyFolder, akimat: str, campaign: str, *, has_office: bool = True
) -> Mapping[str, bytes]:
    """Return what the database keeps to know the keys again without holding them (E7)."""
    names = [register_key(akimat), phone_key_name(akimat), campaign_key(akimat, campaign)]
    if has_office:
        names.append(office_key(akimat))
    values = {name: keyed(folder.read(name), "check", name) for name in names}
    signing = signing_key(akimat, campaign)
    values[signing] = verifying_half(folder.read(signing))
    return values
