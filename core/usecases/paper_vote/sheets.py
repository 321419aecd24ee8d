"""A sheet of votes on paper: opened by a clerk, finished by whoever typed its lines (E8)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.paper_vote import Sheet, SheetState
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.paper_vote import lines_verdict, sheet_verdict
from core.rules.permissions import OfficeAct
from core.store import freeze, ledger, staff
from core.store import paper_vote as store
from core.usecases.office.permission import log_act, require_right, require_second_person
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAtHand:
    """A sheet in a transaction that holds the campaign's row, with the rules that it is under."""

    campaign_id: CampaignId
    rulebook: Rulebook
    sheet: Sheet


async def open_sheet(
    services: Services, actor: Actor, campaign_id: CampaignId, *, territory: str, is_connected: bool
) -> int:
    """Open a sheet of a voting territory and return its number (E8).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``paper-not-here``,
            ``voting-not-open-yet``, ``voting-opening`` or ``paper-closed``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.ENTER_SHEET, lock=True
        )
        now = services.clock.now()
        is_frozen = await freeze.is_frozen(connection, campaign_id, territory)
        sheet_verdict(rulebook, territory, now, is_frozen=is_frozen).enforce()
        paper = rulebook.voting.paper
        if paper is None:
            raise refuse(Refusal.PAPER_NOT_HERE)
        number = await store.add_sheet(
            connection,
            campaign_id,
            territory=territory,
            is_connected=is_connected,
            lines=paper.sheet_lines.value,
            staff_id=actor.staff_id,
            now=now,
        )
        facts = {"territory": territory, "connected": is_connected, "lines": paper.sheet_lines.value}
        await log_act(services, connection, actor, campaign_id, "open-sheet", str(number), after=facts)
    return number


async def finish_sheet(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Say that every line of the paper was typed, so that a second person may type it again (E8).

    Raises:
        RuleViolation: as ``require_sheet``; ``sheet-settled`` where it was said before.
    """
    async with services.database.write() as connection:
        hand = await require_sheet(services, connection, actor, campaign_id, number, OfficeAct.ENTER_SHEET)
        if hand.sheet.state is not SheetState.OPEN:
            raise refuse(Refusal.SHEET_SETTLED, number=number)
        await store.set_state(connection, campaign_id, number, SheetState.TYPED, first_by=actor.staff_id)
        lines = await store.list_lines(connection, campaign_id, number)
        await log_act(
            services, connection, actor, campaign_id, "finish-sheet", str(number), after={"lines": len(lines)}
        )


async def require_sheet(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    act: OfficeAct,
) -> SheetAtHand:
    """Return a sheet that is not settled, and hold the campaign's row.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sheet-unknown`` or
            ``sheet-settled``.
    """
    rulebook = await require_right(services, connection, actor, campaign_id, act, lock=True)
    sheet = await store.get_sheet(connection, campaign_id, number)
    if sheet is None:
        raise refuse(Refusal.SHEET_UNKNOWN, number=number)
    if sheet.state is SheetState.CONFIRMED:
        raise refuse(Refusal.SHEET_SETTLED, number=number)
    return SheetAtHand(campaign_id=campaign_id, rulebook=rulebook, sheet=sheet)


async def require_open_for_lines(services: Services, connection: AsyncConnection, hand: SheetAtHand) -> None:
    """Let go on where lines of the sheet are taken now.

    Raises:
        RuleViolation: as ``core.rules.paper_vote.lines_verdict``.
    """
    sheet, campaign_id = hand.sheet, hand.campaign_id
    state = await ledger.get_territory_state(connection, campaign_id, sheet.territory)
    lines_verdict(
        hand.rulebook,
        sheet.territory,
        services.clock.now(),
        is_connected=sheet.is_connected,
        is_frozen=await freeze.is_frozen(connection, campaign_id, sheet.territory),
        is_closed=state is not None and (sheet.is_connected or state["opened_at"] is not None),
    ).enforce()


async def require_other_person(
    connection: AsyncConnection, actor: Actor, hands: Collection[int | None]
) -> None:
    """Let go on where ``actor`` is another person than everybody behind these logins (L1).

    Raises:
        RuleViolation: ``office-same-person`` or ``office-handed-out``.
    """
    for staff_id in sorted({each for each in hands if each is not None}):
        someone = await staff.get_staff(connection, actor.akimat, staff_id)
        if someone is not None:
            await require_second_person(connection, actor, someone.actor.person_key)
