"""The pages of codes: for people typed or listed by IIN, and the list that is shown once (E2)."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from core.documents.code_list import CodeListFacts, CodeSlip, code_list_pdf
from core.identity.codes import printed
from core.model.refusals import RuleViolation
from core.rules.iin_list import MOST_PEOPLE
from core.usecases.verification.issuing import IssuedList, count_codes, issue_listed, issue_typed
from web.office import tables
from web.office.desk import Desk, Office
from web.pages import SANDBOXED

CODES_TEXTS = (
    "codes-title",
    "codes-intro",
    "codes-none",
    "codes-counts",
    "codes-typed",
    "codes-typed-hint",
    "button-codes-typed",
    "codes-listed",
    "codes-file",
    "codes-file-hint",
    "button-codes-listed",
    "codes-list-title",
    "codes-list-once",
    "codes-list-pdf",
    "codes-list-number",
    "codes-list-mark",
    "codes-list-code",
    "codes-list-until",
    "codes-list-gone",
    "codes-list-gone-why",
    "codes-list-back",
)
"""What the templates say."""

SHOWN_FOR = timedelta(minutes=10)
"""How long a list stays in memory to be printed; it is written nowhere."""

_NAME_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A list, whose it is, and until when it is shown."""

    issued: IssuedList
    session: bytes
    campaign: str
    until: datetime


class CodePages:
    """`/{campaign}/codes`; a list lives in memory alone, for the session that made it."""

    def __init__(self) -> None:
        """Begin with no list."""
        self._lists: dict[str, _Kept] = {}

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/codes", self.show)
        office.take("/{campaign}/codes", self.issue)
        office.take("/{campaign}/codes/listed", self.issue_listed)
        office.show("/{campaign}/codes/{list}", self.show_list)
        office.show("/{campaign}/codes/{list}/codes.pdf", self.print_list)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show both forms."""
        return desk.show("codes.html", **await _facts(desk))

    async def issue(self, desk: Desk) -> web.StreamResponse:
        """Issue codes for who was typed."""
        text = desk.form.text("iins")
        return await self._issued(desk, issue_typed(desk.services, desk.actor, desk.campaign_id, text))

    async def issue_listed(self, desk: Desk) -> web.StreamResponse:
        """Issue codes for who stands in a table."""
        content, _ = tables.chosen(desk)
        return await self._issued(desk, issue_listed(desk.services, desk.actor, desk.campaign_id, content))

    async def _issued(self, desk: Desk, issuing: Awaitable[IssuedList]) -> web.StreamResponse:
        """Keep the list for a while and lead to it; what was typed is not shown again, it is IINs (P1)."""
        try:
            issued = await issuing
        except RuleViolation as violation:
            return desk.refused("codes.html", violation, **await _facts(desk))
        name, now = desk.services.random_bytes(_NAME_BYTES).hex(), desk.services.real_clock.now()
        self._lists[name] = _Kept(
            issued=issued,
            session=desk.signed.token_hash,
            campaign=desk.campaign_id.campaign,
            until=now + SHOWN_FOR,
        )
        raise desk.go(f"/{desk.campaign_id.campaign}/codes/{name}")

    async def show_list(self, desk: Desk) -> web.StreamResponse:
        """Show the list while it is there."""
        kept, folder = self._find(desk), f"{desk.campaign_id.campaign}/codes"
        if kept is None:
            return desk.show("codes_gone.html", status=web.HTTPGone.status_code, folder=folder)
        name = desk.request.match_info["list"]
        codes = [(each, printed(each.code)) for each in kept.issued.codes]
        return desk.show("codes_list.html", kept=kept, codes=codes, list_name=name, folder=folder)

    async def print_list(self, desk: Desk) -> web.StreamResponse:
        """Give the list to sign and the slips."""
        kept = self._find(desk)
        if kept is None:
            folder = f"{desk.campaign_id.campaign}/codes"
            return desk.show("codes_gone.html", status=web.HTTPGone.status_code, folder=folder)
        body = await asyncio.to_thread(_pdf, desk, kept.issued)
        answer = web.Response(body=body, content_type="application/pdf")
        answer.headers["Content-Disposition"] = 'attachment; filename="codes.pdf"'
        answer[SANDBOXED] = True
        return answer

    def _find(self, desk: Desk) -> _Kept | None:
        """Return the list of the address to the session that made it, and forget those whose time is over."""
        now = desk.services.real_clock.now()
        self._lists = {name: kept for name, kept in self._lists.items() if kept.until > now}
        kept = self._lists.get(desk.request.match_info["list"])
        if kept is None or kept.session != desk.signed.token_hash:
            return None
        return kept if kept.campaign == desk.campaign_id.campaign else None


async def _facts(desk: Desk) -> dict[str, Any]:
    return {
        "counts": await count_codes(desk.services, desk.actor, desk.campaign_id),
        "folder": f"{desk.campaign_id.campaign}/codes",
        "accepted": tables.ACCEPTED,
        "most": MOST_PEOPLE,
    }


def _pdf(desk: Desk, issued: IssuedList) -> bytes:
    slips = tuple(
        CodeSlip(list_number=each.list_number, code=each.code, expires_at=each.expires_at, mark=each.mark)
        for each in issued.codes
    )
    facts = CodeListFacts(
        rulebook=desk.campaign_rules, codes=slips, issued_at=issued.issued_at, clerk=issued.clerk
    )
    return code_list_pdf(desk.pages.locales, desk.language, facts)
