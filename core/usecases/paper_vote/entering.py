"""Typing the lines of a sheet: one at a time with a connection, all of them after it came back without (E8).

An IIN becomes a key as soon as it is read; it stands in no row, log or answer (P1).
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import read_akimat_keys
from core.model.campaign import CampaignId
from core.model.paper_vote import LineState, SheetLine, SheetState
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.paper_vote import LineKind, read_line
from core.rules.permissions import OfficeAct
from core.store import paper_vote as store
from core.usecases.office.permission import log_access
from core.usecases.paper_vote.accepting import settle_line
from core.usecases.paper_vote.sheets import (
    SheetAtHand,
    require_open_for_lines,
    require_other_person,
    require_sheet,
)
from core.usecases.services import Services


async def enter_line(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, line: int, text: str
) -> SheetLine:
    """Take a line of a sheet with a connection and return it: accepted, hand out a slip, or refused (E8).

    The same number in the same line again gives the same answer, after a crash too.

    Raises:
        RuleViolation: as ``require_sheet``; ``sheet-settled`` for one that was finished, or that is without
            connection; ``line-unknown``; ``line-wrong`` for what is no IIN; ``line-taken`` by another person;
            ``paper-closed`` and the other refusals of ``lines_verdict``; ``office-same-person``.
    """
    async with services.database.write() as connection:
        hand = await require_sheet(services, connection, actor, campaign_id, number, OfficeAct.ENTER_SHEET)
        if hand.sheet.state is not SheetState.OPEN or not hand.sheet.is_connected:
            raise refuse(Refusal.SHEET_SETTLED, number=number)
        _require_line(hand, line)
        kind, iin = read_line(text)
        if kind is not LineKind.NUMBER:
            raise refuse(Refusal.LINE_WRONG, line=line)
        person_key = read_akimat_keys(services.keys, campaign_id.akimat).person(iin)
        lines = await store.list_lines(connection, campaign_id, number)
        known = lines.get(line)
        if known is not None and known.first_key is not None:
            if known.first_key != person_key:
                raise refuse(Refusal.LINE_TAKEN, line=line)
            return known
        await require_open_for_lines(services, connection, hand)
        new = replace(known or SheetLine(line=line), first_key=person_key, first_by=actor.staff_id)
        settled = await settle_line(services, connection, hand, new, person_key)
        if settled.state is LineState.REFUSED:
            # Why somebody may not vote, and that he has voted, was shown at the desk (L1).
            await log_access(services, connection, actor, campaign_id, "paper-line", f"{number}/{line}")
    return settled


async def keep_lines(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    typed: Mapping[int, str],
    *,
    again: bool,
) -> tuple[int, ...]:
    """Keep what was typed for lines, and return those that hold no IIN: they have to be typed anew (E8).

    ``again`` is the second person's typing, of sheets of both kinds. A dash is a number that nobody can read,
    ``0`` takes back what was typed, and an empty field leaves it as it is.

    Raises:
        RuleViolation: as ``require_sheet``; ``sheet-settled``; ``sheet-unfinished``; ``line-unknown``;
            ``office-same-person`` or ``office-handed-out`` for who has typed the other time;
            ``paper-closed`` and the other refusals of ``lines_verdict``.
    """
    act = OfficeAct.CONFIRM_SHEET if again else OfficeAct.ENTER_SHEET
    async with services.database.write() as connection:
        hand = await require_sheet(services, connection, actor, campaign_id, number, act)
        lines = await store.list_lines(connection, campaign_id, number)
        await require_turn(services, connection, actor, hand, lines, again=again)
        wrong = []
        for line, text in typed.items():
            _require_line(hand, line)
            kind, iin = read_line(text)
            if kind is LineKind.WRONG:
                wrong.append(line)
            elif kind is not LineKind.NOTHING:
                key = _read_key(services, campaign_id, kind, iin)
                known = lines.get(line, SheetLine(line=line))
                await _keep(connection, hand, actor, known, key, again=again)
    return tuple(sorted(wrong))


async def require_turn(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    hand: SheetAtHand,
    lines: Mapping[int, SheetLine],
    *,
    again: bool,
) -> None:
    """Let go on where it is ``actor``'s turn: nobody types both times (L1).

    Raises:
        RuleViolation: as ``keep_lines``, without those of single lines.
    """
    sheet = hand.sheet
    if again:
        first = {line.first_by for line in lines.values()}
        await require_other_person(connection, actor, {*first, sheet.first_by})
        if sheet.state is SheetState.OPEN:
            raise refuse(Refusal.SHEET_UNFINISHED, number=sheet.number)
    elif sheet.is_connected:
        raise refuse(Refusal.SHEET_SETTLED, number=sheet.number)
    else:
        await require_other_person(connection, actor, {line.second_by for line in lines.values()})
    # What was accepted at once is only compared, and that may be done after the close.
    if not sheet.is_connected:
        await require_open_for_lines(services, connection, hand)


def _require_line(hand: SheetAtHand, line: int) -> None:
    if not 1 <= line <= hand.sheet.lines:
        raise refuse(Refusal.LINE_UNKNOWN, line=line, lines=hand.sheet.lines)


def _read_key(services: Services, campaign_id: CampaignId, kind: LineKind, iin: str) -> bytes | None:
    match kind:
        case LineKind.NUMBER:
            return read_akimat_keys(services.keys, campaign_id.akimat).person(iin)
        case LineKind.UNREADABLE:
            return b""
        case _:
            return None


async def _keep(
    connection: AsyncConnection,
    hand: SheetAtHand,
    actor: Actor,
    known: SheetLine,
    key: bytes | None,
    *,
    again: bool,
) -> None:
    # A line that was settled stays as it is; the second typing of one with a connection is only compared.
    if known.state is not LineState.TYPED and not (again and hand.sheet.is_connected):
        return
    by = actor.staff_id if key is not None else None
    line = (
        replace(known, second_key=key, second_by=by) if again else replace(known, first_key=key, first_by=by)
    )
    if line.is_empty:
        await store.drop_line(connection, hand.campaign_id, hand.sheet.number, line.line)
    else:
        await store.keep_line(connection, hand.campaign_id, hand.sheet.number, line)
