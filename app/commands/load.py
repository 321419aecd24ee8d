"""``python -m core load``: a rulebook, then projects with their pictures, register, improved yards."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from app.commands.campaign import require_campaign
from core.model.campaign import CampaignId
from core.usecases.campaign.contents import take_projects
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.campaign.yards import take_yards
from core.usecases.freeze.entitled import list_small
from core.usecases.register.taking import take_register
from core.usecases.services import Services


async def run(services: Services, options: argparse.Namespace) -> int:
    """Take whatever is named, in the order in which one thing needs the other."""
    campaign_id: CampaignId | None = None
    if options.rulebook is not None:
        campaign_id = await load_rulebook(services, options.rulebook, takes_changes=options.take_changes)
    if options.projects is None and options.register is None and options.yards is None:
        return 0
    campaign_id = campaign_id or await require_campaign(services, options.campaign)
    if options.projects is not None:
        await load_projects(services, campaign_id, options.projects, options.pictures)
    code = 0
    if options.register is not None:
        code = await load_register(services, campaign_id, options.register)
    if options.yards is not None:
        code = max(code, await load_yards(services, campaign_id, options.yards))
    return code


async def load_rulebook(services: Services, path: Path, *, takes_changes: bool = False) -> CampaignId:
    """Take a rulebook and say what it changed."""
    taken = await take_rulebook(services, _text(path), path.name, takes_changes=takes_changes)
    for change in taken.changes:
        sys.stdout.write(f"  {change.key}: {change.old} -> {change.new}\n")
    sys.stdout.write(f"{taken.campaign_id.campaign}: rulebook revision {taken.revision}\n")
    return taken.campaign_id


async def load_projects(
    services: Services, campaign_id: CampaignId, path: Path, pictures: Path | None
) -> None:
    """Take a list of projects and say how many there are."""
    reader = _reader(pictures or path.parent)
    count = await take_projects(services, campaign_id, _text(path), path.name, reader)
    sys.stdout.write(f"{campaign_id.campaign}: {count} projects\n")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _reader(folder: Path) -> Callable[[str], bytes]:
    return lambda name: (folder / name).read_bytes()


async def load_register(services: Services, campaign_id: CampaignId, path: Path) -> int:
    """Take a register, say every line that was mended or refused, and return 1 where one was refused."""
    read = await take_register(services, campaign_id, _text(path))
    for note in read.notes:
        sys.stderr.write(f"{path.name}: {note}\n")
    sys.stdout.write(
        f"{campaign_id.campaign}: {read.people} people, {read.rows} registrations, "
        f"{read.refused} lines refused\n"
    )
    for territory, count in await list_small(services, campaign_id):
        sys.stderr.write(
            f"{territory}: only {count} entitled, so that a count may tell how people voted; before the "
            f"voting the office can merge it with another territory (A4)\n"
        )
    return 1 if read.refused else 0


async def load_yards(services: Services, campaign_id: CampaignId, path: Path) -> int:
    """Take the list of improved yards, or say every bad line and return 1."""
    read = await take_yards(services, campaign_id, _text(path))
    for note in read.notes:
        sys.stderr.write(f"{path.name}: {note}\n")
    if read.notes:
        sys.stdout.write(f"{campaign_id.campaign}: nothing taken of {path.name}\n")
        return 1
    sys.stdout.write(f"{campaign_id.campaign}: {len(read.yards)} improved yards\n")
    return 0
