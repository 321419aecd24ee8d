"""``python -m core keys``: make what is missing, never overwrite, and say whose custody comes next."""

import argparse
import sys

from app.commands.campaign import require_campaign
from core.usecases.campaign.keys import make_campaign_keys
from core.usecases.services import Services


async def run(services: Services, options: argparse.Namespace) -> int:
    """Make the campaign's key files."""
    campaign_id = await require_campaign(services, options.campaign)
    await make_campaign_keys(services, campaign_id)
    sys.stdout.write(
        f"{campaign_id.campaign}: keys are in {services.keys.root}; "
        "copy them into custody, apart from the database and its backups\n"
    )
    return 0
