"""``python -m core keys``: make what is missing, copy into custody, check it, bring it back (E7, L5)."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands import safe
from app.commands.campaign import require_campaign
from core.identity.keys import KeyFolder
from core.usecases.campaign.keys import check_keys, make_campaign_keys
from core.usecases.custody.keys import KeyFound, KeyState, copy_keys, list_needed, look_at
from core.usecases.custody.manifest import MARK, BackupUnusable
from core.usecases.services import Services

_SAID = {
    KeyState.WHOLE: "whole",
    KeyState.MISSING: "MISSING",
    KeyState.DIFFERS: "NOT THE KEY of this database",
    KeyState.OPENED: "TO BE DESTROYED: its box is open",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("campaign", help="the campaign's name, as its rulebook has it")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--copy", type=Path, metavar="FOLDER", help="copy the keys into custody in FOLDER")
    what.add_argument("--check", type=Path, metavar="FOLDER", help="say whether the copies in FOLDER fit")
    what.add_argument(
        "--from", type=Path, metavar="FOLDER", dest="source", help="bring missing keys back from FOLDER"
    )
    what.add_argument(
        "--safe", type=Path, metavar="FOLDER", help="off the server: make box keys parted between two people"
    )
    what.add_argument("--public", type=Path, metavar="FILE", help="take the public halves that --safe wrote")
    what.add_argument(
        "--try",
        type=Path,
        metavar="FOLDER",
        nargs=2,
        dest="tried",
        help="off the server: do two people's shares give the keys?",
    )


async def run(services: Services, options: argparse.Namespace) -> int:
    """Do one of them; a campaign's akimat has all its keys in one folder, so all of them go along."""
    campaign_id = await require_campaign(services, options.campaign)
    if options.safe is not None:
        _refuse_backups(options.safe)
        return await safe.make(services, campaign_id, options.safe)
    if options.public is not None:
        return await safe.take_public(services, campaign_id, options.public)
    if options.tried is not None:
        return await safe.try_out(services, campaign_id, *options.tried)
    if options.copy is None and options.check is None and options.source is None:
        await make_campaign_keys(services, campaign_id)
        sys.stdout.write(
            f"{campaign_id.campaign}: keys are in {services.keys.root}; "
            "copy them into custody, apart from the database and its backups: --copy FOLDER\n"
        )
        return 0
    needed = [each for each in await list_needed(services) if each.name.startswith(f"{campaign_id.akimat}/")]
    if options.copy is not None:
        _refuse_backups(options.copy)
        found = copy_keys(services.keys, KeyFolder(options.copy), needed)
    elif options.source is not None:
        found = copy_keys(KeyFolder(options.source), services.keys, needed)
    else:
        found = look_at(KeyFolder(options.check), needed)
    code = _tell(found)
    if options.source is not None and code == 0:
        await check_keys(services)
    return code


def _tell(found: Sequence[KeyFound]) -> int:
    for each in found:
        fingerprint = f"  {each.fingerprint}" if each.fingerprint else ""
        sys.stdout.write(f"{each.needed.name}.key: {_SAID[each.state]}{fingerprint}\n")
    wrong = [each for each in found if each.state is not KeyState.WHOLE]
    if wrong or not found:
        sys.stderr.write(f"{len(wrong)} of {len(found)} keys are not as they should be\n")
        return 1
    return 0


def _refuse_backups(folder: Path) -> None:
    """Keep keys out of the folder of backups: together they would tell everything (E7)."""
    if any((place / MARK).exists() for place in (folder, *folder.resolve().parents)):
        raise BackupUnusable(f"{folder} is among backups: keys belong on another medium")
