"""Amendments as pages: one person proposes, another approves or sends back, all of it stays listed (A4)."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from aiohttp import web
from markupsafe import Markup

from core.law.zone import ZONE, end_of
from core.model.amendment import AmendmentKind, AmendmentState, CorrectedField
from core.model.refusals import RuleViolation
from core.model.stage import Stage
from core.rules.permissions import OfficeAct
from core.rules.proposal import DESCRIPTION_AT_MOST
from core.rules.wording import REASON_AT_MOST
from core.usecases.amendment.proposing import (
    propose_correction,
    propose_extension,
    propose_freeze,
    propose_merger,
    propose_stop,
    withdraw_amendment,
)
from core.usecases.amendment.reading import Amendments, list_amendments
from core.usecases.amendment.settling import approve_amendment, reject_amendment
from core.usecases.amendment.telling import tell_of
from web.bodies import Form
from web.office.check import both_of
from web.office.desk import Desk, Office, read_number

AMENDMENTS_TEXTS = (
    "amendments-title",
    "amendments-intro",
    "amendments-fixed",
    "amendments-waiting",
    "amendments-waiting-none",
    "amendments-history",
    "amendments-history-none",
    "amendments-propose",
    "amendments-number",
    "amendments-proposed",
    "amendments-settled",
    "amendments-reason",
    "amendments-act",
    "amendments-field-stage",
    "amendments-field-territory",
    "amendments-field-campaign",
    "amendments-field-territory-hint",
    "amendments-field-day",
    "amendments-field-hour",
    "amendments-field-hour-hint",
    "amendments-field-territories",
    "amendments-field-box",
    "amendments-field-number",
    "amendments-field-what",
    "amendments-field-title",
    "amendments-field-text",
    "amendments-field-new-kk",
    "amendments-field-new-ru",
    "amendments-field-new-hint",
    "amendments-field-reason-kk",
    "amendments-field-reason-ru",
    "amendments-field-reason-hint",
    "amendments-blank",
    "amendments-second",
    "amendments-ask",
    "amendments-back",
    "button-amendment-propose",
    "button-amendment-approve",
    "button-amendment-reject",
    "button-amendment-withdraw",
    "public-period",
    "amendment-extended",
)
"""What the templates say."""

KIND_TEXTS = tuple(f"amendment-kind-{kind}" for kind in AmendmentKind)
ABOUT_TEXTS = tuple(f"amendment-about-{kind}" for kind in AmendmentKind)
STATE_TEXTS = tuple(f"amendment-state-{state}" for state in AmendmentState)

_SETTLE: dict[str, Callable[..., Awaitable[None]]] = {
    "approve": approve_amendment,
    "reject": reject_amendment,
    "withdraw": withdraw_amendment,
}

EnumT = TypeVar("EnumT", bound=StrEnum)


class AmendmentPages:
    """`/{campaign}/amendments`, and a form for each kind below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/amendments", self.show)
        office.take("/{campaign}/amendments", self.settle)
        office.show("/{campaign}/amendments/{kind}", self.show_form)
        office.take("/{campaign}/amendments/{kind}", self.propose)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what waits, what was settled, and what can be proposed."""
        return desk.show("amendments.html", **await _facts(desk))

    async def settle(self, desk: Desk) -> web.StreamResponse:
        """Approve, send back or withdraw what waits."""
        change = _SETTLE.get(desk.form.text("act"))
        if change is None:
            raise web.HTTPBadRequest
        try:
            await change(desk.services, desk.actor, desk.campaign_id, read_number(desk.form.text("number")))
        except RuleViolation as violation:
            return desk.refused("amendments.html", violation, **await _facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/amendments")

    async def show_form(self, desk: Desk) -> web.StreamResponse:
        """Show the form of one kind."""
        return desk.show("amendment.html", **await _form_facts(desk))

    async def propose(self, desk: Desk) -> web.StreamResponse:
        """Propose; what stands against it is shown above everything that was typed."""
        facts = await _form_facts(desk)
        try:
            await _propose(desk, facts["kind"])
        except RuleViolation as violation:
            return desk.refused("amendment.html", violation, **facts)
        raise desk.done(f"/{desk.campaign_id.campaign}/amendments")


async def _propose(desk: Desk, kind: AmendmentKind) -> None:
    form, whose = desk.form, (desk.services, desk.actor, desk.campaign_id)
    reason = both_of(form, "reason")
    match kind:
        case AmendmentKind.STAGE_EXTENDED:
            await propose_extension(
                *whose,
                reason,
                stage=_member(Stage, form.text("stage")),
                territory=form.text("territory") or None,
                closes=_end(form),
            )
        case AmendmentKind.TERRITORIES_MERGED:
            await propose_merger(*whose, reason, territories=form.texts("territories"))
        case AmendmentKind.FROZEN_EARLY:
            await propose_freeze(*whose, reason, territory=form.text("territory"))
        case AmendmentKind.PROJECT_STOPPED:
            await propose_stop(*whose, reason, number=read_number(form.text("number")))
        case AmendmentKind.TYPING_ERROR:
            await propose_correction(
                *whose,
                reason,
                number=read_number(form.text("number")),
                field=_member(CorrectedField, form.text("field")) or CorrectedField.TITLE,
                new=both_of(form, "new"),
            )


async def _facts(desk: Desk) -> dict[str, Any]:
    found = await list_amendments(desk.services, desk.actor, desk.campaign_id)
    return {
        "found": found,
        "told": _told(desk, found),
        "kinds": list(AmendmentKind),
        "may_propose": desk.may(OfficeAct.AMEND_RULES),
        "may_approve": desk.may(OfficeAct.APPROVE_AMENDMENT),
    }


def _told(desk: Desk, found: Amendments) -> dict[int, Markup]:
    words = desk.pages.locales.words(desk.language)
    every = (*found.waiting, *found.settled)
    # What `words` returns is escaped.
    return {each.number: Markup(tell_of(words, found.rulebook, each)) for each in every}  # noqa: S704


async def _form_facts(desk: Desk) -> dict[str, Any]:
    kind = _member(AmendmentKind, desk.request.match_info["kind"])
    if kind is None:
        raise web.HTTPNotFound
    found = await list_amendments(desk.services, desk.actor, desk.campaign_id)
    rulebook, now = found.rulebook, desk.services.clock.now()
    return {
        "kind": kind,
        "rulebook": rulebook,
        "stages": [rulebook.stages[stage] for stage in Stage if stage in rulebook.stages],
        "now": now,
        "typed": desk.form,
        "most": REASON_AT_MOST,
        "most_text": DESCRIPTION_AT_MOST,
    }


def _member(words: type[EnumT], typed: str) -> EnumT | None:
    return words(typed) if typed in set(words) else None


def _end(form: Form) -> datetime | None:
    """Return the half-open end of a last day, or the hour on it; ``None`` for what is no date (P8)."""
    try:
        day = date.fromisoformat(form.text("day"))
        hour = time.fromisoformat(form.text("hour")) if form.text("hour").strip() else None
        return end_of(day) if hour is None else datetime.combine(day, hour, tzinfo=ZONE.value)
    except (ValueError, OverflowError):
        return None
