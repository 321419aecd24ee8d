"""Taking the akimat's list of yards improved lately; apart from the register, for it changes no vote (B3)."""

import asyncio
from collections.abc import Sequence
from typing import IO

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.sheets import SheetRefused, open_sheet
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.territory import TerritoryTree
from core.rules.permissions import OfficeAct
from core.rules.sheet import read_sheet
from core.rules.yard_list import YardFile, read_yards
from core.rules.yards import ImprovedYard
from core.store import yards
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services


async def take_yards(services: Services, campaign_id: CampaignId, text: str) -> YardFile:
    """Make ``text`` the akimat's list, unless a line of it is bad: then the former one stays.

    The answer has a note on every bad line. Raises ``RuleViolation`` ``campaign-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        read = read_yards(read_sheet(text.splitlines()), rulebook.territories)
        if not read.notes:
            await _replace(connection, campaign_id, read.yards)
    return read


async def replace_yards(
    services: Services, actor: Actor, campaign_id: CampaignId, content: IO[bytes]
) -> YardFile:
    """Make a clerk's table, CSV or XLSX, the akimat's list, unless a line of it is bad.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, or ``sheet-refused`` with the problem.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.TAKE_YARDS)
    try:
        read = await asyncio.to_thread(_read, content, rulebook.territories)
    except SheetRefused as refused:
        raise refuse(Refusal.SHEET_REFUSED, problem=refused.problem) from refused
    if read.notes:
        return read
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.TAKE_YARDS, lock=True)
        former = await yards.list_yards(connection, campaign_id.akimat)
        await _replace(connection, campaign_id, read.yards)
        before, after = {"yards": len(former)}, {"yards": len(read.yards)}
        await log_act(
            services, connection, actor, campaign_id, "take-yards", "yards", before=before, after=after
        )
    return read


async def list_own_yards(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[ImprovedYard]:
    """Return the akimat's list as it is; raise ``office-forbidden`` or ``office-stage``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.TAKE_YARDS)
        rows = await yards.list_yards(connection, campaign_id.akimat)
    return [
        ImprovedYard(territory=row["territory"], address=row["address"], improved_on=row["improved_on"])
        for row in rows
    ]


def _read(content: IO[bytes], tree: TerritoryTree) -> YardFile:
    with open_sheet(content) as sheet:
        return read_yards(sheet, tree)


async def _replace(
    connection: AsyncConnection, campaign_id: CampaignId, listed: Sequence[ImprovedYard]
) -> None:
    rows = [
        {"territory": yard.territory, "address": yard.address, "improved_on": yard.improved_on}
        for yard in listed
    ]
    await yards.replace_yards(connection, campaign_id.akimat, rows)
