"""Sittings of the council as pages: called, watched, closed, published, with their protocols (C2, C3)."""

import asyncio
from datetime import date, datetime
from typing import Any

from aiohttp import web

from core.documents.protocol import protocol_docx, protocol_pdf
from core.law.zone import end_of, last_date_before
from core.model.council import Dropped
from core.model.language import Text
from core.model.refusals import RuleViolation
from core.rules.appeal import appeals_come_late
from core.rules.permissions import OfficeAct
from core.rules.sittings import Call
from core.usecases.council.protocol import gather_protocol
from core.usecases.council.publishing import publish_sitting
from core.usecases.council.reading import AGENDA_PAGE, list_sittings, view_sitting
from core.usecases.council.sittings import close_sitting, list_ready, move_term, open_sitting
from web.office.desk import Desk, Office, read_number

SITTINGS_TEXTS = (
    "sittings-title",
    "sittings-none",
    "sittings-new",
    "sittings-number",
    "sittings-held",
    "sittings-until",
    "sittings-state",
    "sitting-title",
    "sitting-new-title",
    "sitting-new-intro",
    "sitting-new-frozen",
    "sitting-held",
    "sitting-place-kk",
    "sitting-place-ru",
    "sitting-term",
    "sitting-term-hint",
    "sitting-agenda",
    "sitting-agenda-none",
    "sitting-agenda-all",
    "sitting-agenda-chosen",
    "sitting-agenda-by-hand",
    "sitting-agenda-next",
    "sitting-agenda-first",
    "sitting-members",
    "sitting-place",
    "sitting-until",
    "sitting-secretary",
    "sitting-chair",
    "sitting-item",
    "sitting-given",
    "sitting-decision",
    "sitting-yours",
    "sitting-yours-none",
    "sitting-waiting",
    "sitting-all-said",
    "sitting-late",
    "sitting-late-count",
    "sitting-late-unlinked",
    "sitting-late-none",
    "sitting-move",
    "sitting-close",
    "sitting-close-hint",
    "sitting-protocol",
    "sitting-protocol-draft",
    "sitting-publish",
    "sitting-publish-title",
    "sitting-publish-intro",
    "sitting-publish-late",
    "sitting-publish-none",
    "sitting-publish-admitted",
    "sitting-publish-refused",
    "sitting-publish-put-off",
    "sitting-published",
    "button-sitting-open",
    "button-sitting-move",
    "button-sitting-close",
    "button-sitting-publish",
    "button-sitting-to-publish",
    "button-sitting-first",
)
"""What the templates of sittings say."""

STATE_TEXTS = tuple(f"sitting-state-{state}" for state in ("open", "over", "closed", "published"))
DROPPED_TEXTS = tuple(f"sitting-dropped-{why}" for why in Dropped)
VERDICT_TEXTS = tuple(
    f"sitting-verdict-{each}" for each in ("none", "admitted", "refused", "put-off", "dropped")
)

ALL, CHOSEN = "all", "chosen"
"""What stands on a new agenda: everything that is ready, or what was ticked."""

_PROTOCOLS = {
    "pdf": (protocol_pdf, "application/pdf"),
    "docx": (protocol_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


class SittingPages:
    """`/{campaign}/sittings`, one sitting, its publication and its protocol."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/sittings", self.list)
        office.take("/{campaign}/sittings", self.open)
        office.show("/{campaign}/sittings/new", self.new)
        office.show(r"/{campaign}/sittings/{sitting:\d+}", self.show)
        office.take(r"/{campaign}/sittings/{sitting:\d+}/term", self.move)
        office.take(r"/{campaign}/sittings/{sitting:\d+}/close", self.close)
        office.show(r"/{campaign}/sittings/{sitting:\d+}/publish", self.ask)
        office.take(r"/{campaign}/sittings/{sitting:\d+}/publish", self.publish)
        office.show(r"/{campaign}/sittings/{sitting:\d+}/protocol.{kind:pdf|docx}", self.protocol)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show every sitting of the campaign."""
        sittings = await list_sittings(desk.services, desk.actor, desk.campaign_id)
        may_open = desk.may(OfficeAct.KEEP_SITTINGS)
        now = desk.services.clock.now()
        return desk.show("sittings.html", sittings=sittings, may_open=may_open, state=state_of, now=now)

    async def new(self, desk: Desk) -> web.StreamResponse:
        """Show the form that calls a sitting, with everything that may stand on its agenda."""
        return desk.show("sitting_new.html", **await _new_facts(desk))

    async def open(self, desk: Desk) -> web.StreamResponse:
        """Open a sitting and lead to it."""
        try:
            number = await open_sitting(desk.services, desk.actor, desk.campaign_id, read_call(desk))
        except RuleViolation as violation:
            return desk.refused("sitting_new.html", violation, **await _new_facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/sittings/{number}")

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show a sitting: what waits for its reader, who is late, what is decided."""
        return desk.show("sitting.html", **await sitting_facts(desk))

    async def move(self, desk: Desk) -> web.StreamResponse:
        """Move the term of the members."""
        term = read_term(desk.form.text("term"))
        try:
            await move_term(desk.services, desk.actor, desk.campaign_id, sitting_of(desk), term)
        except RuleViolation as violation:
            return desk.refused("sitting.html", violation, **await sitting_facts(desk))
        raise desk.done(path_of(desk))

    async def close(self, desk: Desk) -> web.StreamResponse:
        """Close the sitting."""
        try:
            await close_sitting(desk.services, desk.actor, desk.campaign_id, sitting_of(desk))
        except RuleViolation as violation:
            return desk.refused("sitting.html", violation, **await sitting_facts(desk))
        raise desk.done(path_of(desk))

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Show what a publication will bring, before it does."""
        return desk.show("sitting_publish.html", **await sitting_facts(desk, limit=None))

    async def publish(self, desk: Desk) -> web.StreamResponse:
        """Publish everything that was decided."""
        try:
            await publish_sitting(desk.services, desk.actor, desk.campaign_id, sitting_of(desk))
        except RuleViolation as violation:
            return desk.refused("sitting.html", violation, **await sitting_facts(desk))
        raise desk.done(path_of(desk))

    async def protocol(self, desk: Desk) -> web.StreamResponse:
        """Give the protocol, a draft before the close."""
        kind, number = desk.request.match_info["kind"], sitting_of(desk)
        make, content_type = _PROTOCOLS[kind]
        facts = await gather_protocol(desk.services, desk.actor, desk.campaign_id, number)
        body = await asyncio.to_thread(make, desk.pages.locales, facts)
        name = f"protocol-{desk.campaign_id.campaign}-{number}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return web.Response(body=body, content_type=content_type, headers=headers)


def sitting_of(desk: Desk) -> int:
    """Return the sitting in the address, 0 for what is no number."""
    return read_number(desk.request.match_info["sitting"])


def path_of(desk: Desk) -> str:
    """Return the path of the sitting in the address."""
    return f"/{desk.campaign_id.campaign}/sittings/{sitting_of(desk)}"


def state_of(
    closed_at: datetime | None, published_at: datetime | None, decide_by: datetime, now: datetime
) -> str:
    """Return how far a sitting has come: ``open``, ``over``, ``closed`` or ``published``."""
    if published_at is not None:
        return "published"
    if closed_at is not None:
        return "closed"
    return "open" if now < decide_by else "over"


async def sitting_facts(desk: Desk, *, limit: int | None = AGENDA_PAGE) -> dict[str, Any]:
    """Return what the pages of a sitting show; raise as ``view_sitting``."""
    where = desk.services, desk.actor, desk.campaign_id, sitting_of(desk)
    after = read_number(desk.request.query.get("after", "")) if limit is not None else 0
    view = await view_sitting(*where, after=after, limit=limit)
    sitting, now = view.sitting, desk.services.clock.now()
    return {
        "view": view,
        "sitting": sitting,
        "after": after,
        "state": state_of(sitting.closed_at, sitting.published_at, sitting.decide_by, now),
        "base": path_of(desk).removeprefix("/"),
        "term": last_date_before(sitting.decide_by).isoformat(),
        "may_keep": desk.may(OfficeAct.KEEP_SITTINGS),
        "may_publish": desk.may(OfficeAct.PUBLISH_DECISIONS),
        "appeals_come_late": appeals_come_late(desk.campaign_rules, now),
    }


async def _new_facts(desk: Desk) -> dict[str, Any]:
    ready = await list_ready(desk.services, desk.actor, desk.campaign_id)
    chosen = {read_number(each) for each in desk.form.texts("number")}
    return {"ready": ready, "typed": desk.form, "chosen": chosen, "scope": desk.form.text("scope") or ALL}


def read_call(desk: Desk) -> Call:
    """Return the sitting that the form calls; what nobody understands is ``None``."""
    form = desk.form
    chosen = tuple(read_number(each) for each in form.texts("number"))
    return Call(
        held_on=_day(form.text("held")),
        place=Text(kk=form.text("place-kk"), ru=form.text("place-ru")),
        decide_by=read_term(form.text("term")),
        numbers=chosen if form.text("scope") == CHOSEN else None,
    )


def read_term(typed: str) -> datetime | None:
    """Return the half-open end of the last day on which members may speak."""
    day = _day(typed)
    return end_of(day) if day is not None else None


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
