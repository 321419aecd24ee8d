"""The pages of the other channel: its lists, who is in both, its protocols (A6)."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from core.model.refusals import RuleViolation
from core.model.register import ImportState
from core.rules.elsewhere import LEAST_LISTED, lines_verdict
from core.rules.permissions import OfficeAct
from core.usecases.elsewhere.approving import approve_list, reject_list
from core.usecases.elsewhere.handing_in import find_lines, hand_in
from core.usecases.elsewhere.looking import (
    ProtocolState,
    Struck,
    get_list,
    get_overview,
    get_protocol,
)
from core.usecases.elsewhere.protocol import approve_protocol, drop_protocol, open_scan, type_protocol
from core.usecases.elsewhere.striking import confirm_struck, mark_struck
from web.limits import MEGABYTE
from web.office import tables
from web.office.desk import Desk, Office, read_number
from web.office.files import file_type
from web.pages import SANDBOXED

ELSEWHERE_TEXTS = (
    "elsewhere-title",
    "elsewhere-intro",
    "elsewhere-load",
    "elsewhere-file-hint",
    "button-elsewhere-load",
    "elsewhere-lists",
    "elsewhere-lists-none",
    "elsewhere-people",
    "elsewhere-added",
    "elsewhere-act",
    "elsewhere-root",
    "elsewhere-list-title",
    "elsewhere-list-people",
    "elsewhere-list-rows",
    "elsewhere-new",
    "elsewhere-strangers",
    "elsewhere-strangers-why",
    "elsewhere-approve-why",
    "button-elsewhere-approve",
    "elsewhere-own",
    "button-elsewhere-reject",
    "elsewhere-nobody",
    "elsewhere-lines",
    "elsewhere-lines-none",
    "elsewhere-lines-why",
    "elsewhere-lines-again",
    "elsewhere-lines-later",
    "button-elsewhere-lines",
    "elsewhere-line",
    "elsewhere-roll",
    "elsewhere-both",
    "elsewhere-both-none",
    "elsewhere-both-why",
    "elsewhere-struck",
    "elsewhere-choose",
    "elsewhere-paper",
    "button-elsewhere-strike",
    "button-elsewhere-confirm",
    "elsewhere-protocols",
    "elsewhere-protocol-title",
    "elsewhere-protocol-intro",
    "elsewhere-protocol-own",
    "elsewhere-protocol-second",
    "elsewhere-protocol-voting",
    "elsewhere-votes",
    "elsewhere-project",
    "elsewhere-sum",
    "elsewhere-scan",
    "elsewhere-scan-hint",
    "elsewhere-scan-open",
    "elsewhere-typed-by",
    "elsewhere-repeated-by",
    "elsewhere-approved-by",
    "button-elsewhere-type",
    "elsewhere-protocol-approve-why",
    "button-elsewhere-protocol-approve",
    "elsewhere-protocol-drop-why",
    "button-elsewhere-protocol-drop",
)
STRUCK_TEXTS = tuple(f"elsewhere-struck-{state}" for state in Struck)
PROTOCOL_TEXTS = tuple(f"elsewhere-protocol-state-{state}" for state in ProtocolState)
"""What the templates say."""

_PAGE, _LIST, _PROTOCOL = "elsewhere.html", "elsewhere_list.html", "elsewhere_protocol.html"


class ElsewherePages:
    """`/{campaign}/elsewhere` with its lists and protocols."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/elsewhere", self.show)
        office.take("/{campaign}/elsewhere", self.load, is_table=True)
        office.take("/{campaign}/elsewhere/struck", self.strike)
        office.show("/{campaign}/elsewhere/lists/{import}", self.look)
        office.take("/{campaign}/elsewhere/lists/{import}", self.settle)
        office.take("/{campaign}/elsewhere/lists/{import}/lines", self.lines, is_table=True)
        office.show("/{campaign}/elsewhere/protocols/{territory}", self.show_protocol)
        office.take("/{campaign}/elsewhere/protocols/{territory}", self.type)
        office.take("/{campaign}/elsewhere/protocols/{territory}/settle", self.settle_protocol)
        office.show("/{campaign}/elsewhere/protocols/{territory}/scan", self.scan)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show lists, people in both and protocols."""
        return desk.show(_PAGE, **await _overview(desk))

    async def load(self, desk: Desk) -> web.StreamResponse:
        """Read a list and lead to it."""
        content, name = tables.chosen(desk)
        try:
            handed = await hand_in(desk.services, desk.actor, desk.campaign_id, content, name)
        except RuleViolation as violation:
            return desk.refused(_PAGE, violation, **await _overview(desk))
        raise desk.done(f"/{_folder(desk)}/lists/{handed.import_id}")

    async def look(self, desk: Desk) -> web.StreamResponse:
        """Show a list."""
        return desk.show(_LIST, **await _list(desk, _import(desk)), lines=None)

    async def settle(self, desk: Desk) -> web.StreamResponse:
        """Approve a list or send it back."""
        change = approve_list if desk.form.text("act") == "approve" else reject_list
        try:
            await change(desk.services, desk.actor, desk.campaign_id, _import(desk))
        except RuleViolation as violation:
            return desk.refused(_LIST, violation, **await _list(desk, _import(desk)), lines=None)
        raise desk.done(f"/{_folder(desk)}/lists/{_import(desk)}")

    async def lines(self, desk: Desk) -> web.StreamResponse:
        """Say which lines are people in both, to who brings the file of an approved list again."""
        content, _ = tables.chosen(desk)
        number = _import(desk)
        try:
            found = await find_lines(desk.services, desk.actor, desk.campaign_id, number, content)
        except RuleViolation as violation:
            return desk.refused(_LIST, violation, **await _list(desk, number), lines=None)
        return desk.show(_LIST, **await _list(desk, number), lines=found)

    async def strike(self, desk: Desk) -> web.StreamResponse:
        """Note whom the other channel has struck, or confirm it."""
        form, numbers = desk.form, {read_number(each) for each in desk.form.texts("number")}
        own = (desk.services, desk.actor, desk.campaign_id, numbers)
        try:
            if form.text("act") == "confirm":
                await confirm_struck(*own)
            else:
                await mark_struck(*own, form.text("paper"))
        except RuleViolation as violation:
            return desk.refused(_PAGE, violation, **await _overview(desk))
        raise desk.done(f"/{_folder(desk)}")

    async def show_protocol(self, desk: Desk) -> web.StreamResponse:
        """Show a territory's protocol, or the form for it."""
        return desk.show(_PROTOCOL, **await _protocol(desk))

    async def type(self, desk: Desk) -> web.StreamResponse:
        """Take what one of two people has typed."""
        found = await get_protocol(desk.services, desk.actor, desk.campaign_id, _territory(desk))
        typed = {number: desk.form.text(f"votes-{number}") for number, _ in found.ballot}
        file = desk.form.file("scan")
        scan = file.content.read() if file is not None else b""
        try:
            await type_protocol(desk.services, desk.actor, desk.campaign_id, _territory(desk), typed, scan)
        except RuleViolation as violation:
            return desk.refused(_PROTOCOL, violation, **await _protocol(desk))
        raise desk.done(f"/{_folder(desk)}/protocols/{_territory(desk)}")

    async def settle_protocol(self, desk: Desk) -> web.StreamResponse:
        """Approve a protocol, or forget what was typed."""
        change = approve_protocol if desk.form.text("act") == "approve" else drop_protocol
        try:
            await change(desk.services, desk.actor, desk.campaign_id, _territory(desk))
        except RuleViolation as violation:
            return desk.refused(_PROTOCOL, violation, **await _protocol(desk))
        raise desk.done(f"/{_folder(desk)}/protocols/{_territory(desk)}")

    async def scan(self, desk: Desk) -> web.StreamResponse:
        """Give the scan to be kept."""
        found = await open_scan(desk.services, desk.actor, desk.campaign_id, _territory(desk))
        kind, ending = file_type(found.kind)
        answer = web.Response(body=found.content, content_type=kind)
        name = f"{desk.campaign_id.campaign}-{_territory(desk)}.{ending}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer[SANDBOXED] = True
        return answer


def _folder(desk: Desk) -> str:
    return f"{desk.campaign_id.campaign}/elsewhere"


def _import(desk: Desk) -> int:
    return read_number(desk.request.match_info["import"])


def _territory(desk: Desk) -> str:
    return desk.request.match_info["territory"]


def _rights(desk: Desk) -> dict[str, Any]:
    return {
        "folder": _folder(desk),
        "names": tables.territories_of(desk),
        "can_load": desk.may(OfficeAct.IMPORT_ELSEWHERE),
        "can_approve": desk.may(OfficeAct.APPROVE_ELSEWHERE),
        "accepted": tables.ACCEPTED,
        "most": desk.limits.table // MEGABYTE,
    }


async def _overview(desk: Desk) -> dict[str, Any]:
    found = await get_overview(desk.services, desk.actor, desk.campaign_id)
    chosen: Sequence[str] = desk.form.texts("number")
    return {**_rights(desk), "found": found, "chosen": chosen, "typed": desk.form}


async def _list(desk: Desk, import_id: int) -> dict[str, Any]:
    found, waiting, notes = await get_list(desk.services, desk.actor, desk.campaign_id, import_id)
    of_list = {
        "found": found,
        "waiting": waiting,
        "notes": notes,
        "is_waiting": found.state is ImportState.WAITING,
        "has_lines": lines_verdict(found.people, is_approved=found.state is ImportState.APPROVED).is_allowed,
        "least": LEAST_LISTED,
    }
    return {**_rights(desk), **of_list}


async def _protocol(desk: Desk) -> dict[str, Any]:
    found = await get_protocol(desk.services, desk.actor, desk.campaign_id, _territory(desk))
    titles = [(number, title.in_language(desk.language)) for number, title in found.ballot]
    return {**_rights(desk), "found": found, "titles": titles, "typed": desk.form}
