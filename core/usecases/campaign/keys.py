"""Making a campaign's keys and knowing them again at every start (E7)."""

from core.identity.keys import KeyDiffers, check_values, make_keys
from core.model.campaign import CampaignId
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
        missing = [territory for territory in rulebook.voting.territories if territory not in known]
        public = make_keys(services.keys, campaign_id.akimat, campaign_id.campaign, missing)
        for territory, key in public.items():
            await store.add_box_key(connection, campaign_id, territory, key)
        for name, value in check_values(services.keys, campaign_id.akimat, campaign_id.campaign).items():
            await store.add_key_check(connection, campaign_id.akimat, name, value)
    await check_keys(services)


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
            values = check_values(services.keys, campaign_id.akimat, campaign_id.campaign)
            for name, value in values.items():
                if kept.get(name) != value:
                    raise KeyDiffers(f"{name}.key is not the key that the database was filled with")
