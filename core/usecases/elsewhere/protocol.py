"""The other channel's signed protocol: typed by two people who do not see each other's numbers (A6, L1)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind, file_kind
from core.files.papers import FileProblem, FileRefused, check_paper
from core.files.scanning import ScannerUnavailable
from core.files.store import digest_of
from core.model.campaign import CampaignId
from core.model.encoding import canonical
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.elsewhere import differing, read_totals
from core.rules.permissions import PERMISSIONS, OfficeAct
from core.store import elsewhere as store
from core.store import elsewhere_import as imports
from core.store import files, ledger
from core.usecases.elsewhere.permission import require_joint, require_viewer
from core.usecases.office.permission import log_act, require_second_person
from core.usecases.outcome.acts import record_act
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.outcome.tallying import count_if_whole
from core.usecases.services import Services


class ScanProblem(StrEnum):
    """Why a scan is not taken, beside what is wrong with the file itself."""

    MISSING = "missing"
    INFECTED = "infected"
    UNCHECKED = "unchecked"


SCAN_PROBLEMS = (*FileProblem, *ScanProblem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The protocol as it was scanned."""

    content: bytes
    kind: FileKind


async def type_protocol(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    typed: Mapping[int, str],
    scan: bytes,
) -> None:
    """Keep what the first person typed with the scan, or compare it with that as the second one.

    ``typed`` is what stands in the fields, by project number; of the second person no ``scan`` is asked.
    A difference is told by project, never by what the other one typed, and is written into the log.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``elsewhere-not-joint``,
            ``territory-unknown``, ``elsewhere-voting`` before the close, ``elsewhere-totals-wrong``,
            ``elsewhere-scan-refused``, ``office-same-person``, ``office-handed-out``,
            ``elsewhere-totals-differ``, ``elsewhere-protocol-settled``, or ``elsewhere-protocol-missing``
            where what the first person typed was dropped meanwhile.
    """
    async with services.database.read() as connection:
        await _require_open(services, connection, actor, campaign_id, territory)
        is_first = await store.get_protocol(connection, campaign_id, territory) is None
    if is_first:
        await _check(services, campaign_id, scan)
    async with services.database.write() as connection:
        rulebook = await _require_open(services, connection, actor, campaign_id, territory, lock=True)
        totals = await _totals(connection, campaign_id, rulebook, territory, typed)
        row = await store.get_protocol(connection, campaign_id, territory)
        if row is None and not is_first:
            # Kept as the first one's it would stand there with a scan that nobody has looked at.
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_MISSING)
        if row is None:
            await _keep_first(services, connection, actor, campaign_id, territory, totals, scan)
            return
        await _require_second(connection, actor, row)
        differ = await _compare(services, connection, actor, campaign_id, territory, row, totals)
    if differ:
        numbers = tuple(str(number) for number in differ)
        raise refuse(Refusal.ELSEWHERE_TOTALS_DIFFER, numbers=numbers, count=len(numbers))


async def _compare(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    row: RowMapping,
    totals: Mapping[int, int],
) -> Sequence[int]:
    """Return of which projects the second person typed something else; what is equal is kept as his."""
    differ = differing(store.read_totals(row["totals"]), totals)
    if differ:
        after = {"projects": len(differ)}
        await log_act(services, connection, actor, campaign_id, "differ-elsewhere", territory, after=after)
        return differ
    repeated = {"repeated_by": actor.staff_id, "repeated_person": actor.person_key}
    now = services.clock.now()
    await store.change_protocol(connection, campaign_id, territory, **repeated, repeated_at=now)
    await log_act(services, connection, actor, campaign_id, "repeat-elsewhere", territory)
    return ()


async def drop_protocol(services: Services, actor: Actor, campaign_id: CampaignId, territory: str) -> None:
    """Forget what was typed and is not approved yet, so that both people type it anew.

    Raises:
        RuleViolation: as ``type_protocol``, or ``elsewhere-protocol-missing`` where nothing was typed.
    """
    async with services.database.write() as connection:
        await _require_open(services, connection, actor, campaign_id, territory, lock=True)
        row = await store.get_protocol(connection, campaign_id, territory)
        if row is None:
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_MISSING)
        if row["approved_at"] is not None:
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_SETTLED)
        await store.drop_protocol(connection, campaign_id, territory)
        use = files.protocol_use(campaign_id, territory)
        await files.drop_uses(connection, campaign_id.akimat, use)
        await log_act(services, connection, actor, campaign_id, "drop-elsewhere", territory)


async def approve_protocol(services: Services, actor: Actor, campaign_id: CampaignId, territory: str) -> None:
    """Let the totals count, by a signed act with the scan's digest, and count what is whole with it (A6, F1).

    Raises:
        RuleViolation: as ``type_protocol``, ``elsewhere-protocol-missing`` before two people have typed the
            same, or ``elsewhere-list-waits`` while a list of participants waits for its second person.
        KeyMissing: where nobody can sign the act.
    """
    async with services.database.write() as connection:
        act = OfficeAct.APPROVE_ELSEWHERE
        rulebook = await require_joint(services, connection, actor, campaign_id, act, lock=True)
        await _require_closed(connection, campaign_id, rulebook, territory)
        row = await store.get_protocol(connection, campaign_id, territory)
        if row is None or row["repeated_at"] is None:
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_MISSING)
        if row["approved_at"] is not None:
            raise refuse(Refusal.ELSEWHERE_PROTOCOL_SETTLED)
        await require_second_person(connection, actor, row["typed_person"])
        await _require_no_list(connection, campaign_id)
        now, totals = services.clock.now(), store.read_totals(row["totals"])
        number = await record_act(
            services,
            connection,
            campaign_id,
            "elsewhere",
            now,
            territory=territory,
            totals=_written(totals),
            scan=row["scan"],
            both=await store.count_both(connection, campaign_id, territory),
        )
        approved = {"approved_by": actor.staff_id, "approved_at": now, "act": number}
        await store.change_protocol(connection, campaign_id, territory, **approved)
        after = {"votes": sum(totals.values()), "scan": row["scan"], "act": number}
        await log_act(services, connection, actor, campaign_id, "approve-protocol", territory, after=after)
        await count_if_whole(connection, campaign_id, rulebook, territory, now)


async def open_scan(services: Services, actor: Actor, campaign_id: CampaignId, territory: str) -> Scan:
    """Return the scan of a territory's protocol to whoever may see the opening.

    Raises:
        RuleViolation: ``office-forbidden``, ``elsewhere-not-joint`` or ``elsewhere-protocol-missing``.
    """
    async with services.database.read() as connection:
        await require_viewer(services, connection, actor, campaign_id)
        row = await store.get_protocol(connection, campaign_id, territory)
    if row is None:
        raise refuse(Refusal.ELSEWHERE_PROTOCOL_MISSING)
    content = await asyncio.to_thread(services.files.read, row["scan"])
    return Scan(content=content, kind=file_kind(content))


async def _require_open(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    *,
    lock: bool = False,
) -> Rulebook:
    """Let either right type: the second person may be the one who approves, as there may be one clerk."""
    approves = PERMISSIONS[OfficeAct.APPROVE_ELSEWHERE].roles & actor.roles
    act = OfficeAct.APPROVE_ELSEWHERE if approves else OfficeAct.IMPORT_ELSEWHERE
    rulebook = await require_joint(services, connection, actor, campaign_id, act, lock=lock)
    await _require_closed(connection, campaign_id, rulebook, territory)
    return rulebook


async def _require_closed(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> None:
    if territory not in rulebook.voting.territories:
        raise refuse(Refusal.TERRITORY_UNKNOWN)
    if await ledger.get_territory_state(connection, campaign_id, territory) is None:
        raise refuse(Refusal.ELSEWHERE_VOTING)


async def _require_second(connection: AsyncConnection, actor: Actor, row: RowMapping) -> None:
    if row["repeated_at"] is not None:
        raise refuse(Refusal.ELSEWHERE_PROTOCOL_SETTLED)
    await require_second_person(connection, actor, row["typed_person"])


async def _require_no_list(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    for row in await imports.list_imports(connection, campaign_id):
        if row["state"] == ImportState.WAITING:
            raise refuse(Refusal.ELSEWHERE_LIST_WAITS, number=row["import_id"])


async def _totals(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    typed: Mapping[int, str],
) -> Mapping[int, int]:
    ballot = [each.number for each in await list_on_ballot(connection, campaign_id, rulebook, territory)]
    totals, wrong = read_totals(typed, ballot)
    if wrong:
        numbers = tuple(str(number) for number in wrong)
        raise refuse(Refusal.ELSEWHERE_TOTALS_WRONG, numbers=numbers, count=len(numbers))
    return totals


async def _check(services: Services, campaign_id: CampaignId, scan: bytes) -> None:
    """Look at the scan, and name it before it is written: a kill leaves no file that nobody clears (M2)."""
    if not scan:
        raise refuse(Refusal.ELSEWHERE_SCAN_REFUSED, problem=ScanProblem.MISSING.value)
    try:
        await asyncio.to_thread(check_paper, scan)
        found = await services.scanner.scan(scan)
    except FileRefused as refused:
        raise refuse(Refusal.ELSEWHERE_SCAN_REFUSED, problem=refused.problem.value) from refused
    except ScannerUnavailable as unavailable:
        problem = ScanProblem.UNCHECKED.value
        raise refuse(Refusal.ELSEWHERE_SCAN_REFUSED, problem=problem) from unavailable
    if found is not None:
        raise refuse(Refusal.ELSEWHERE_SCAN_REFUSED, problem=ScanProblem.INFECTED.value)
    async with services.database.write() as connection:
        now = services.clock.now()
        await files.expect_file(connection, campaign_id.akimat, digest_of(scan), now)


async def _keep_first(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    totals: Mapping[int, int],
    scan: bytes,
) -> None:
    digest, now = digest_of(scan), services.clock.now()
    use = files.protocol_use(campaign_id, territory)
    await files.keep_use(connection, campaign_id.akimat, digest, use, now)
    await asyncio.to_thread(services.files.keep, scan)
    await store.add_protocol(
        connection,
        campaign_id,
        territory,
        totals=canonical(_written(totals)),
        scan=digest,
        typed_by=actor.staff_id,
        typed_person=actor.person_key,
        typed_at=now,
    )
    await log_act(
        services, connection, actor, campaign_id, "type-elsewhere", territory, after={"scan": digest}
    )


def _written(totals: Mapping[int, int]) -> dict[str, int]:
    return {str(number): votes for number, votes in sorted(totals.items())}
