"""The second person's word on a sheet: lines on which both agree count, others are looked at (E8)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.paper_vote import LineReason, LineState, SheetLine, SheetState
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.paper_vote import lines_until
from core.rules.permissions import OfficeAct
from core.store import paper_vote as store
from core.usecases.office.permission import log_act
from core.usecases.paper_vote.accepting import settle_line
from core.usecases.paper_vote.entering import require_turn
from core.usecases.paper_vote.sheets import SheetAtHand, require_sheet
from core.usecases.services import Services
from core.usecases.voting.facts import campaign_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a comparison came to; ``differing`` lines have to be looked at before the sheet is settled."""

    differing: tuple[int, ...]
    is_settled: bool


async def confirm_sheet(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, *, leaves_differing: bool
) -> Confirmed:
    """Compare both typings line by line and take the lines on which they agree, all in one transaction (E8).

    People are entered in the order of their tokens, so that no number of the roll tells of a line (ledger 9).
    A sheet on which nothing differs is settled. ``leaves_differing`` settles the others too: without a
    connection a differing line is refused, with one its vote stands and the difference is kept. It is no
    confirmation of lines that nobody has read again: those have to be typed first.

    Raises:
        RuleViolation: as ``core.usecases.paper_vote.entering.keep_lines``; ``sheet-unfinished`` where a line
            that was not refused is to be left as differing without a second reading.
    """
    async with services.database.write() as connection:
        hand = await require_sheet(services, connection, actor, campaign_id, number, OfficeAct.CONFIRM_SHEET)
        lines = await store.list_lines(connection, campaign_id, number)
        await require_turn(services, connection, actor, hand, lines, again=True)
        if leaves_differing and any(_is_unread(line) for line in lines.values()):
            raise refuse(Refusal.SHEET_UNFINISHED, number=number)
        if not hand.sheet.is_connected:
            await _take_agreed(services, connection, hand, lines)
        lines = await store.list_lines(connection, campaign_id, number)
        differing = tuple(line.line for line in lines.values() if not line.agrees)
        is_settled = leaves_differing or not differing
        if is_settled:
            await _settle(services, connection, actor, hand, lines, LineReason.DIFFERS)
        else:
            await store.set_state(connection, campaign_id, number, SheetState.TYPED, second_by=actor.staff_id)
        facts = {"differing": list(differing), "settled": is_settled}
        await log_act(services, connection, actor, campaign_id, "confirm-sheet", str(number), after=facts)
    return Confirmed(differing=differing, is_settled=is_settled)


async def close_late_sheet(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Settle a sheet without connection whose hour is over: what was not confirmed stays closed (E8).

    Raises:
        RuleViolation: as ``require_sheet``; ``sheet-unfinished`` before that hour, or for a sheet with a
            connection: a second person compares that one with the paper.
    """
    async with services.database.write() as connection:
        hand = await require_sheet(services, connection, actor, campaign_id, number, OfficeAct.CONFIRM_SHEET)
        until = lines_until(hand.rulebook, hand.sheet.territory)
        if hand.sheet.is_connected or until is None or services.clock.now() < until:
            raise refuse(Refusal.SHEET_UNFINISHED, number=number)
        lines = await store.list_lines(connection, campaign_id, number)
        await _settle(services, connection, actor, hand, lines, LineReason.LATE)
        await log_act(services, connection, actor, campaign_id, "close-sheet", str(number))


def _is_unread(line: SheetLine) -> bool:
    return line.state is not LineState.REFUSED and line.second_key is None


async def _take_agreed(
    services: Services, connection: AsyncConnection, hand: SheetAtHand, lines: Mapping[int, SheetLine]
) -> None:
    agreed = [
        (line, line.first_key)
        for line in lines.values()
        if line.agrees and line.state is LineState.TYPED and line.first_key is not None
    ]
    keys = campaign_keys(services, hand.campaign_id)
    for line, person_key in sorted(agreed, key=lambda each: (keys.token(each[1]), each[0].line)):
        if person_key:
            await settle_line(services, connection, hand, line, person_key)
        else:
            await _refuse(connection, hand, line, LineReason.UNREADABLE)


async def _settle(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    hand: SheetAtHand,
    lines: Mapping[int, SheetLine],
    reason: LineReason,
) -> None:
    """Refuse what is left of the lines for ``reason``, and let the sheet be settled."""
    for line in lines.values():
        if line.state is LineState.TYPED:
            await _refuse(connection, hand, line, reason)
    await store.set_state(
        connection,
        hand.campaign_id,
        hand.sheet.number,
        SheetState.CONFIRMED,
        second_by=actor.staff_id,
        confirmed_at=services.clock.now(),
    )


async def _refuse(
    connection: AsyncConnection, hand: SheetAtHand, line: SheetLine, reason: LineReason
) -> None:
    refused = replace(line, state=LineState.REFUSED, reasons=(reason,))
    await store.keep_line(connection, hand.campaign_id, hand.sheet.number, refused)
