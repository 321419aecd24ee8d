"""Handing in a register: a clerk's file is read, checked, kept as hashes for a second person (L3)."""

import asyncio
from contextlib import AsyncExitStack
from hashlib import sha256
from typing import IO

from core.files.sheets import MOST_LINES, SheetRefused, open_sheet
from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rules.iin import contains_iin
from core.rules.permissions import OfficeAct
from core.store import staging
from core.usecases.office.permission import log_act
from core.usecases.register.permission import require_register
from core.usecases.register.reading import Reading
from core.usecases.services import Services

SQLITE_MOST_LINES = 300_000
"""Lines where SQLite holds the register: the approval is one transaction, and all else waits for it there."""

_NAME_LENGTH = 60
_CHUNK = 1024 * 1024


async def stage_register(
    services: Services, actor: Actor, campaign_id: CampaignId, content: IO[bytes], file_name: str
) -> int:
    """Read a register from a file and return the number under which it waits for a second person.

    It is written portion by portion; one that breaks off is never whole and goes in the night.

    Raises:
        RuleViolation: ``office-forbidden``, ``register-frozen``, or ``sheet-refused`` with the problem.
        KeyMissing: before the akimat's keys are made.
    """
    async with services.database.write() as connection:
        rulebook = await require_register(services, connection, actor, campaign_id, OfficeAct.STAGE_REGISTER)
        keys = read_akimat_keys(services.keys, campaign_id.akimat)
        import_id = await staging.add_import(
            connection,
            campaign_id,
            file_name=plain_name(file_name),
            digest="",
            staged_by=actor.staff_id,
            staged_person=actor.person_key,
            staged_at=services.clock.now(),
        )
    reading, most = (
        Reading(services=services, campaign_id=campaign_id, import_id=import_id),
        most_lines(services),
    )
    try:
        digest = await asyncio.to_thread(_digest, content)
        async with AsyncExitStack() as stack:
            sheet = await asyncio.to_thread(stack.enter_context, open_sheet(content, most_lines=most))
            await reading.read(sheet, rulebook.territories, keys)
        await _finish(reading, actor, digest)
    except SheetRefused as refused:
        await reading.drop()
        raise refuse(Refusal.SHEET_REFUSED, problem=refused.problem) from refused
    except BaseException:
        await reading.drop()
        raise
    return import_id


def most_lines(services: Services) -> int:
    """Return how many lines a register may have, its heading included; it depends on the database."""
    return SQLITE_MOST_LINES if services.database.dialect == "sqlite" else MOST_LINES


def plain_name(name: str) -> str:
    """Return the name of a file as it may be kept: printable, short, without an IIN (P1)."""
    plain = "".join(sign for sign in name if sign.isprintable())
    return "" if contains_iin(plain) else plain[-_NAME_LENGTH:]


def _digest(content: IO[bytes]) -> str:
    digest = sha256()
    content.seek(0)
    while chunk := content.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


async def _finish(reading: Reading, actor: Actor, digest: str) -> None:
    """Let the register wait: only now can it be approved."""
    services, campaign_id, counts = reading.services, reading.campaign_id, reading.counts
    async with services.database.write() as connection:
        await require_register(services, connection, actor, campaign_id, OfficeAct.STAGE_REGISTER)
        found = {
            "rows": counts.rows,
            "people": await staging.count_people(connection, campaign_id.akimat, reading.import_id),
            "refused": counts.refused,
            "mended": counts.mended,
            "digest": digest,
        }
        await staging.change_import(
            connection, campaign_id.akimat, reading.import_id, state=ImportState.WAITING.value, **found
        )
        subject = str(reading.import_id)
        await log_act(services, connection, actor, campaign_id, "stage-register", subject, after=found)
