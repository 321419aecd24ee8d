"""``python -m core codes``: the clerk's numbered list, written once to a file that only its owner reads."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands.campaign import require_campaign
from core.identity.codes import printed
from core.law.zone import local_date
from core.usecases.services import Services
from core.usecases.verification.code import IssuedCode, issue_codes

VISIBLE_DIGITS = 4
"""The last digits of an IIN on the list: enough to tell neighbours apart, too few to be one."""


async def run(services: Services, options: argparse.Namespace) -> int:
    """Issue a code to each person and write the list: number, end of the IIN, code, last day, signature."""
    campaign_id = await require_campaign(services, options.campaign)
    descriptor = os.open(options.list, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        issued = await issue_codes(services, campaign_id, read_iins(options.iins))
    except BaseException:
        os.close(descriptor)
        options.list.unlink()
        raise
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(written(issued))
    sys.stdout.write(f"{campaign_id.campaign}: {len(issued)} codes in {options.list}\n")
    return 0


def read_iins(path: Path) -> list[str]:
    """Return the IINs of a file in their order, without notes and empty lines."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def written(issued: Sequence[IssuedCode]) -> str:
    """Return the list as the clerk prints it (E2)."""
    rows = [
        f"{item.list_number};…{item.iin[-VISIBLE_DIGITS:]};{printed(item.code)};{local_date(item.expires_at)};"
        for item in issued
    ]
    return "\n".join(["number;iin;code;valid_until;signature", *rows, ""])
