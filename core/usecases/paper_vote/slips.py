"""Counting the slips of a territory: two people, apart from each other, until their totals are equal (E8).

Slips of all sheets are mixed before; nothing here knows of a sheet, a line or an hour.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.encoding import canonical
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.paper_vote import SlipList, has_paper, read_slips, slips_verdict
from core.rules.permissions import OfficeAct
from core.store import ledger
from core.store import paper_vote as sheets
from core.store import slips as store
from core.usecases.office.permission import log_act, require_right, require_second_person
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys


class Count(StrEnum):
    """What came of a count."""

    FIRST = "first"
    DIFFERS = "differs"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsAtHand:
    """How far a territory's slips are: accepted lines, sheets that are not settled, who counted.

    ``can_count`` says that voting is over there and every sheet is settled; ``counted`` is how many slips two
    people agree on, ``None`` before. What the slips say is told by nobody before the box is open.
    """

    territory: str
    closes: datetime
    lines: int
    open_sheets: int
    can_count: bool
    first_by: int | None
    second_by: int | None
    attempts: int
    counted: int | None


async def list_slips(services: Services, actor: Actor, campaign_id: CampaignId) -> list[SlipsAtHand]:
    """Return how far the slips of every voting territory are; where nobody votes on paper, of none.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SHEETS)
        if not has_paper(rulebook):
            return []
        known = {row["territory"]: row for row in await store.list_slips(connection, campaign_id)}
        return [
            await _read(connection, campaign_id, rulebook, territory, known.get(territory))
            for territory in rulebook.voting.territories
        ]


async def _read(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    row: RowMapping | None,
) -> SlipsAtHand:
    window = rulebook.window(Stage.VOTING, territory)
    if window is None:
        raise LookupError(f"nobody votes in {territory}")
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    lines = await sheets.count_paper_roll(connection, campaign_id, territory)
    unsettled = await sheets.count_unsettled(connection, campaign_id, territory)
    is_open = state is not None and state["opened_at"] is None
    totals = row["totals"] if row is not None else None
    return SlipsAtHand(
        territory=territory,
        closes=window.closes,
        lines=lines,
        open_sheets=unsettled,
        can_count=is_open and not unsettled and lines > 0 and totals is None,
        first_by=row["first_by"] if row is not None else None,
        second_by=row["second_by"] if row is not None else None,
        attempts=row["attempts"] if row is not None else 0,
        counted=sum(totals.values()) if totals is not None else None,
    )


async def count_slips(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    text: str,
    *,
    has_none: bool = False,
) -> Count:
    """Take a count of the territory's slips, one a line; two equal counts of two people stand (ledger 9).

    ``has_none`` says that not one slip is there, where ``text`` is empty.
    Of the first count a keyed hash waits, which nobody can read. Where the second one differs it waits in the
    place of the first, and the other person counts again.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``paper-not-here``,
            ``slips-too-early`` before the close, ``slips-counted``, ``sheets-open``, ``slips-unreadable``,
            ``slips-too-many``, ``office-same-person`` or ``office-handed-out``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.SCAN_SLIPS, lock=True
        )
        row = await store.get_slips(connection, campaign_id, territory)
        lines = await _require_countable(connection, campaign_id, rulebook, territory, row)
        if row is not None:
            await require_second_person(connection, actor, row["first_person"])
        projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
        slips = read_slips(text, [each.number for each in projects])
        slips_verdict(slips, lines, has_none=has_none).enforce()
        counted = await _take(services, connection, actor, campaign_id, territory, slips, row)
        facts = {"slips": slips.count, "count": counted.value}
        await log_act(services, connection, actor, campaign_id, "count-slips", territory, after=facts)
    return counted


async def _require_countable(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    row: RowMapping | None,
) -> int:
    """Return how many lines were accepted where slips are counted now."""
    window = rulebook.window(Stage.VOTING, territory)
    if window is None or not has_paper(rulebook) or territory not in rulebook.voting.territories:
        raise refuse(Refusal.PAPER_NOT_HERE)
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    if state is None:
        raise refuse(Refusal.SLIPS_TOO_EARLY, closes=window.closes)
    if state["opened_at"] is not None or (row is not None and row["totals"] is not None):
        raise refuse(Refusal.SLIPS_COUNTED)
    if unsettled := await sheets.count_unsettled(connection, campaign_id, territory):
        raise refuse(Refusal.SHEETS_OPEN, count=unsettled)
    return await sheets.count_paper_roll(connection, campaign_id, territory)


async def _take(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    slips: SlipList,
    row: RowMapping | None,
) -> Count:
    totals = canonical({str(number or 0): count for number, count in slips.totals.items()})
    own = campaign_keys(services, campaign_id).slips(territory, totals)
    if row is not None and row["first_hash"] == own:
        now = services.clock.now()
        await store.confirm(
            connection,
            campaign_id,
            territory,
            row,
            staff_id=actor.staff_id,
            totals=slips.totals,
            now=now,
        )
        return Count.EQUAL
    await store.keep_first(
        connection,
        campaign_id,
        territory,
        staff_id=actor.staff_id,
        person_key=actor.person_key,
        totals_hash=own,
        attempts=row["attempts"] + 1 if row is not None else 1,
    )
    return Count.FIRST if row is None else Count.DIFFERS
