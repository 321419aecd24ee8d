"""Codes that a clerk issues in the office: by IIN, shown once, logged by list numbers (E2, L1)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.sheets import SheetRefused, open_sheet
from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.refusals import Reason, Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rules.iin_list import IinList, ListedPerson, ListProblem, read_table, read_typed
from core.rules.permissions import OfficeAct
from core.store import issuing as store
from core.store import register
from core.usecases.office.permission import log_access, log_act, require_right
from core.usecases.services import Services
from core.usecases.verification.code import IssuedCode, issue_in

_MARK = 4
"""The last digits of an IIN that stand on a list: enough to tell neighbours apart, too few to be one (P1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCode:
    """A line of the list: its number, the end of the IIN, the code, and until when it is good."""

    list_number: int
    mark: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedList:
    """Codes that were issued together; nobody can show them again."""

    codes: Sequence[ListedCode]
    issued_at: datetime
    clerk: str


async def issue_typed(services: Services, actor: Actor, campaign_id: CampaignId, text: str) -> IssuedList:
    """Issue codes for IINs that were typed, one a line; raise as ``issue_listed``."""
    return await _issue(services, actor, campaign_id, read_typed(text))


async def issue_listed(
    services: Services, actor: Actor, campaign_id: CampaignId, content: IO[bytes]
) -> IssuedList:
    """Issue codes for the IINs in a table's column of that name; former codes of these people end with it.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``verification-not-allowed``,
            ``sheet-refused``, or ``iin-wrong`` for every bad line by its number; nothing is issued then.
    """
    # Before the file, however big: only whoever may issue codes makes the machine read it.
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.ISSUE_CODES)
    try:
        listed = await asyncio.to_thread(_read_table, content)
    except SheetRefused as refused:
        raise refuse(Refusal.SHEET_REFUSED, problem=refused.problem) from refused
    return await _issue(services, actor, campaign_id, listed)


def _read_table(content: IO[bytes]) -> IinList:
    with open_sheet(content) as sheet:
        return read_table(sheet)


async def _issue(services: Services, actor: Actor, campaign_id: CampaignId, listed: IinList) -> IssuedList:
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.ISSUE_CODES, lock=True)
        unknown = await _unknown(services, connection, campaign_id, listed.people)
        problems = sorted([*listed.problems, *((line, ListProblem.NOT_IN_REGISTER) for line in unknown)])
        if problems:
            raise RuleViolation(*(_reason(line, problem) for line, problem in problems))
        iins = [each.iin for each in listed.people]
        issued = await issue_in(services, connection, campaign_id, iins, issued_by=actor.staff_id)
        await _log(services, connection, actor, campaign_id, issued)
    return IssuedList(
        codes=[
            ListedCode(
                list_number=each.list_number,
                mark=each.iin[-_MARK:],
                code=each.code,
                expires_at=each.expires_at,
            )
            for each in issued
        ],
        issued_at=services.clock.now(),
        clerk=actor.name,
    )


def _reason(line: int, problem: ListProblem) -> Reason:
    return Reason(refusal=Refusal.IIN_WRONG, facts={"line": line, "problem": problem})


async def _unknown(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, people: Sequence[ListedPerson]
) -> list[int]:
    """Return the lines of people whom the register does not have."""
    keys = read_akimat_keys(services.keys, campaign_id.akimat)
    return [
        each.line
        for each in people
        if await register.get_resident(connection, campaign_id.akimat, keys.person(each.iin)) is None
    ]


async def _log(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    issued: Sequence[IssuedCode],
) -> None:
    """Write down which numbers of the list were issued, and that their lines were seen; never whose (P1)."""
    subject = f"{issued[0].list_number}–{issued[-1].list_number}"
    facts = {"codes": len(issued), "expires_at": issued[0].expires_at.isoformat()}
    await log_act(services, connection, actor, campaign_id, "issue-codes", subject, after=facts)
    await log_access(services, connection, actor, campaign_id, "codes", subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCounts:
    """How many codes there are, how many were used, and how long a new one is good, in hours.

    ``hours`` is ``None`` where the rulebook has no codes.
    """

    issued: int
    used: int
    hours: int | None


async def count_codes(services: Services, actor: Actor, campaign_id: CampaignId) -> CodeCounts:
    """Return what the page of codes says of those there are; raise ``office-forbidden``, ``office-stage``."""
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.ISSUE_CODES)
        issued, used = await store.count_codes(connection, campaign_id)
    rules = rulebook.voting.code
    is_allowed = Verification.CODE in rulebook.voting.verification.value and rules is not None
    return CodeCounts(
        issued=issued, used=used, hours=rules.valid_hours.value if is_allowed and rules else None
    )
