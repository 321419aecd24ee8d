"""What the office sees of the other channel: lists, who is in both by number in the roll, protocols (A6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.elsewhere import ParticipantFault
from core.store import elsewhere as store
from core.store import elsewhere_import as imports
from core.store import ledger
from core.store import staff as staff_store
from core.usecases.elsewhere.permission import require_viewer
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.services import Services

SHOWN_NOTES = 500
"""Notes of a list that are shown: with more the file is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedImport:
    """A list that was handed in: its file, its counts, and who brought and settled it, by name.

    ``added``, ``root`` and ``act`` are those of an approved one.
    """

    import_id: int
    state: ImportState
    file_name: str
    digest: str
    rows: int
    people: int
    refused: int
    mended: int
    staged_by: str
    staged_at: datetime
    settled_by: str
    settled_at: datetime | None
    added: int | None
    root: str | None
    act: int | None
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What approving a list would do: how many are new, or are on no list of ours.

    How many have voted here is not told before: of a list of one that would be an answer about him.
    """

    new: int
    strangers: int


class Struck(StrEnum):
    """Whether the other channel has struck somebody who is in both."""

    NO = "no"
    NOTED = "noted"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InBoth:
    """Somebody who voted in both channels, known by the number in the roll alone.

    ``paper`` is the other channel's that says he was struck, ``by`` who noted it.
    """

    number: int
    territory: str
    import_id: int
    struck: Struck
    paper: str
    by: str


class ProtocolState(StrEnum):
    """How far a territory's protocol is."""

    VOTING = "voting"
    MISSING = "missing"
    TYPED = "typed"
    REPEATED = "repeated"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolView:
    """A territory's protocol: before a second person has typed the same, nobody is shown the ``totals``."""

    territory: str
    state: ProtocolState
    ballot: Sequence[tuple[int, Text]]
    totals: Mapping[int, int]
    scan: str
    typed_by: str
    repeated_by: str
    approved_by: str
    approved_at: datetime | None
    act: int | None
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The page: lists, the newest first, how many people they brought, who is in both, protocols."""

    imports: Sequence[ListedImport]
    people: int
    both: Sequence[InBoth]
    protocols: Sequence[ProtocolView]


async def get_overview(services: Services, actor: Actor, campaign_id: CampaignId) -> Overview:
    """Return what there is of the other channel; raise ``office-forbidden`` or ``elsewhere-not-joint``."""
    async with services.database.read() as connection:
        rulebook = await require_viewer(services, connection, actor, campaign_id)
        names = await _names(connection, actor)
        return Overview(
            imports=[
                _import(row, names, actor) for row in await imports.list_imports(connection, campaign_id)
            ],
            people=await store.count_people(connection, campaign_id),
            both=[_both(row, names) for row in await store.list_both(connection, campaign_id)],
            protocols=[
                await _protocol(connection, actor, campaign_id, rulebook, territory, names)
                for territory in rulebook.voting.territories
            ],
        )


async def get_protocol(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ProtocolView:
    """Return a voting territory's protocol; raise as ``get_overview``, or ``territory-unknown``."""
    async with services.database.read() as connection:
        rulebook = await require_viewer(services, connection, actor, campaign_id)
        if territory not in rulebook.voting.territories:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        names = await _names(connection, actor)
        return await _protocol(connection, actor, campaign_id, rulebook, territory, names)


async def get_list(
    services: Services, actor: Actor, campaign_id: CampaignId, import_id: int
) -> tuple[ListedImport, Waiting | None, Sequence[tuple[int, ParticipantFault]]]:
    """Return a list, what approving it would do while it waits, and its notes by line.

    Raises:
        RuleViolation: as ``get_overview``, or ``elsewhere-list-unknown``.
    """
    async with services.database.read() as connection:
        await require_viewer(services, connection, actor, campaign_id)
        row = await imports.get_import(connection, campaign_id, import_id)
        if row is None:
            raise refuse(Refusal.ELSEWHERE_LIST_UNKNOWN)
        found = _import(row, await _names(connection, actor), actor)
        own = (connection, campaign_id, import_id)
        rows = await imports.list_notes(*own, limit=SHOWN_NOTES)
        notes = [(note["line"], ParticipantFault(note["fault"])) for note in rows]
        if found.state is not ImportState.WAITING:
            return found, None, notes
        waiting = Waiting(
            new=len(await imports.list_new(*own)),
            strangers=await imports.count_strangers(*own),
        )
        return found, waiting, notes


async def _names(connection: AsyncConnection, actor: Actor) -> Mapping[int, str]:
    return {each.staff_id: each.name for each in await staff_store.list_staff(connection, actor.akimat)}


def _import(row: RowMapping, names: Mapping[int, str], actor: Actor) -> ListedImport:
    plain = ("import_id", "file_name", "digest", "rows", "people", "refused", "mended")
    of_act = ("staged_at", "settled_at", "added", "root", "act")
    return ListedImport(
        state=ImportState(row["state"]),
        staged_by=names.get(row["staged_by"], ""),
        settled_by=names.get(row["settled_by"], ""),
        is_own=row["staged_person"] == actor.person_key,
        **{name: row[name] for name in (*plain, *of_act)},
    )


def _both(row: RowMapping, names: Mapping[int, str]) -> InBoth:
    struck = Struck.NO
    if row["struck_at"] is not None:
        struck = Struck.NOTED if row["confirmed_at"] is None else Struck.CONFIRMED
    return InBoth(
        number=row["roll_number"],
        territory=row["territory"],
        import_id=row["import_id"],
        struck=struck,
        paper=row["paper"] or "",
        by=names.get(row["struck_by"], ""),
    )


async def _protocol(
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    names: Mapping[int, str],
) -> ProtocolView:
    row = await store.get_protocol(connection, campaign_id, territory)
    is_closed = await ledger.get_territory_state(connection, campaign_id, territory) is not None
    state, projects = _state(row), await list_on_ballot(connection, campaign_id, rulebook, territory)
    kept = dict(row) if row is not None else dict[str, Any]()
    is_shown = state in {ProtocolState.REPEATED, ProtocolState.APPROVED}
    return ProtocolView(
        territory=territory,
        state=state if is_closed else ProtocolState.VOTING,
        ballot=[(each.number, each.title) for each in sorted(projects, key=attrgetter("number"))],
        totals=store.read_totals(kept["totals"]) if is_shown else {},
        scan=kept.get("scan", ""),
        typed_by=names.get(kept.get("typed_by", 0), ""),
        repeated_by=names.get(kept.get("repeated_by", 0), ""),
        approved_by=names.get(kept.get("approved_by", 0), ""),
        approved_at=kept.get("approved_at"),
        act=kept.get("act"),
        is_own=kept.get("typed_person") == actor.person_key,
    )


def _state(row: RowMapping | None) -> ProtocolState:
    if row is None:
        return ProtocolState.MISSING
    if row["approved_at"] is not None:
        return ProtocolState.APPROVED
    return ProtocolState.REPEATED if row["repeated_at"] is not None else ProtocolState.TYPED
