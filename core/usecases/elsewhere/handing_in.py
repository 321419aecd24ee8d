"""Handing in the other channel's participants: a clerk's file becomes tokens for a second person (A6)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from core.files.sheets import SheetRefused, open_sheet
from core.identity.keys import AkimatKeys, CampaignKeys, read_akimat_keys
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.model.territory import TerritoryTree
from core.rules.elsewhere import ParticipantFault, lines_verdict, read_participants
from core.rules.permissions import OfficeAct
from core.store import elsewhere
from core.store import elsewhere_import as store
from core.usecases.elsewhere.permission import require_joint
from core.usecases.office.permission import log_access, log_act
from core.usecases.register.staging import most_lines, plain_name
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys

VIEW_BOTH = "elsewhere-both"
"""How the log of looks at personal data calls it: a line of the clerk's file beside a number in the roll."""

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What a file gave: tokens with line and territory, notes on lines, its digest; no IIN is among it."""

    lines: Mapping[bytes, int]
    territories: Mapping[bytes, str | None]
    notes: Sequence[tuple[int, ParticipantFault]]
    rows: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """The import that waits now.

    Who of it has voted here is told after its approval alone, or a list of one would be a question about him.
    """

    import_id: int


async def hand_in(
    services: Services, actor: Actor, campaign_id: CampaignId, content: IO[bytes], file_name: str
) -> HandedIn:
    """Read the list and let it wait for a second person (A6, L1).

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``elsewhere-not-joint`` or ``sheet-refused``.
        KeyMissing: before the keys are made.
    """
    async with services.database.read() as connection:
        rulebook = await require_joint(services, connection, actor, campaign_id, OfficeAct.IMPORT_ELSEWHERE)
    found = await _read(services, campaign_id, rulebook.territories, content)
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.IMPORT_ELSEWHERE, lock=True)
        counts = {
            "rows": found.rows,
            "people": len(found.lines),
            "refused": sum(1 for _, fault in found.notes if not fault.keeps_line),
            "mended": sum(1 for _, fault in found.notes if fault.keeps_line),
            "digest": found.digest,
        }
        import_id = await store.add_import(
            connection,
            campaign_id,
            file_name=plain_name(file_name),
            staged_by=actor.staff_id,
            staged_person=actor.person_key,
            staged_at=services.clock.now(),
            **counts,
        )
        notes = ((line, fault.value) for line, fault in found.notes)
        await store.add_waiting(connection, campaign_id, import_id, found.territories.items(), notes)
        subject = str(import_id)
        await log_act(services, connection, actor, campaign_id, "stage-elsewhere", subject, after=counts)
    return HandedIn(import_id=import_id)


async def find_lines(
    services: Services, actor: Actor, campaign_id: CampaignId, import_id: int, content: IO[bytes]
) -> Sequence[tuple[int, int]]:
    """Return line and number in the roll of everybody in both, to who brings the very file again (A6).

    Nothing of it was kept, so without the file nobody can say which line is whose. Each look is logged with
    the number of people that it showed.

    Raises:
        RuleViolation: as ``hand_in``, ``elsewhere-list-unknown``, ``elsewhere-file-other``, or
            ``elsewhere-lines-hidden`` for a list that is not approved or has few people.
    """
    async with services.database.read() as connection:
        rulebook = await require_joint(services, connection, actor, campaign_id, OfficeAct.IMPORT_ELSEWHERE)
        row = await store.get_import(connection, campaign_id, import_id)
    if row is None:
        raise refuse(Refusal.ELSEWHERE_LIST_UNKNOWN)
    lines_verdict(row["people"], is_approved=row["state"] == ImportState.APPROVED).enforce()
    found = await _read(services, campaign_id, rulebook.territories, content)
    if found.digest != row["digest"]:
        raise refuse(Refusal.ELSEWHERE_FILE_OTHER)
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.IMPORT_ELSEWHERE)
        both = await elsewhere.find_numbers(connection, campaign_id, found.lines)
        subject = f"{import_id}: {len(both)}"
        await log_access(services, connection, actor, campaign_id, VIEW_BOTH, subject)
    return both


async def _read(
    services: Services, campaign_id: CampaignId, tree: TerritoryTree, content: IO[bytes]
) -> _List:
    """Read a file in a thread: a city's list takes seconds, and others vote meanwhile."""
    keys = read_akimat_keys(services.keys, campaign_id.akimat), campaign_keys(services, campaign_id)
    try:
        return await asyncio.to_thread(_tokens, content, tree, *keys, most_lines(services))
    except SheetRefused as refused:
        raise refuse(Refusal.SHEET_REFUSED, problem=refused.problem) from refused


def _tokens(
    content: IO[bytes], tree: TerritoryTree, akimat: AkimatKeys, campaign: CampaignKeys, most: int
) -> _List:
    """Return tokens: person keys and IINs end here (P1, E7)."""
    lines: dict[bytes, int] = {}
    territories: dict[bytes, str | None] = {}
    notes: list[tuple[int, ParticipantFault]] = []
    rows = 0
    digest = _digest(content)
    with open_sheet(content, most_lines=most) as sheet:
        for found in read_participants(sheet, tree):
            rows += 1
            if found.fault is not None:
                notes.append((found.line, found.fault))
            if found.iin is not None:
                token = campaign.token(akimat.person(found.iin))
                lines[token], territories[token] = found.line, found.territory
    return _List(lines=lines, territories=territories, notes=notes, rows=rows, digest=digest)


def _digest(content: IO[bytes]) -> str:
    digest = sha256()
    content.seek(0)
    while chunk := content.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
