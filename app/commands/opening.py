"""``python -m core open``: what two people do at the end of voting, with whoever observes (ledger 4)."""

import argparse
import sys

from app.commands.campaign import require_campaign
from core.model.campaign import CampaignId
from core.usecases.outcome.advance import Step, open_box
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.lot import LotNotAwaited, settle_lot
from core.usecases.place.choosing import require_rulebook
from core.usecases.services import Services


async def run(services: Services, options: argparse.Namespace) -> int:
    """Close, open and count every voting territory that is due, or settle the lots it waits for."""
    campaign_id = await require_campaign(services, options.campaign)
    rulebook = await require_rulebook(services, campaign_id)
    territories = [options.territory] if options.territory else list(rulebook.voting.territories)
    if options.lot is not None:
        return await _settle(services, campaign_id, territories, options.lot)
    steps: list[Step] = []
    for territory in territories:
        if await close_territory(services, campaign_id, territory):
            steps.append(Step(campaign_id=campaign_id, territory=territory, done="closed"))
        steps.extend(await open_box(services, campaign_id, territory))
    for step in steps:
        reason = f": {step.stopped_by}" if step.stopped_by else ""
        sys.stdout.write(f"{step.territory}: {step.done}{reason}\n")
    if not steps:
        sys.stdout.write("nothing to open: voting goes on, or everything is open\n")
    return 1 if any(step.stopped_by for step in steps) else 0


async def _settle(services: Services, campaign_id: CampaignId, territories: list[str], value: str) -> int:
    drawn = 0
    for territory in territories:
        try:
            result = await settle_lot(services, campaign_id, territory, value)
        except LotNotAwaited as error:
            sys.stderr.write(f"{error}\n")
            continue
        drawn += 1
        sys.stdout.write(f"{territory}: lot drawn, winners {', '.join(map(str, result.winners))}\n")
    return 0 if drawn else 1
