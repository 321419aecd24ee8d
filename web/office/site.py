"""The site check as a form, with what was found before (C5)."""

from datetime import date
from typing import Any

from aiohttp import web

from core.law.zone import local_date
from core.model.refusals import RuleViolation
from core.model.review import SiteCheck
from core.rules.decision import SITE_CHECK_AT_MOST
from core.usecases.review.site import record_site_check
from web.office.check import both_of
from web.office.desk import Desk, Office, read_number
from web.office.proposals import page_facts
from web.office.showing import facts_of, is_over, typed_of

SITE_TEXTS = (
    "review-site-title",
    "review-site-intro",
    "review-site-day",
    "review-site-who",
    "review-site-who-hint",
    "review-site-holder-label",
    "review-site-holder-hint",
    "review-site-land",
    "review-site-networks",
    "review-site-clear",
    "review-site-blocked",
    "review-site-found-kk",
    "review-site-found-ru",
    "review-site-found-hint",
    "button-review-site",
)
"""What the template of this page says."""

_WRITTEN = {
    "day": "review-site-day",
    "who": "review-site-who",
    "holder": "review-site-holder-label",
    "found-kk": "review-site-found-kk",
    "found-ru": "review-site-found-ru",
}


class SitePages:
    """`/{campaign}/proposals/{number}/site`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/proposals/{number}/site", self.show)
        office.take("/{campaign}/proposals/{number}/site", self.record)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show an empty form of today."""
        return desk.show("site.html", **await _facts(desk))

    async def record(self, desk: Desk) -> web.StreamResponse:
        """Record what was found and lead back to the proposal."""
        check, seen = _read(desk), read_number(desk.form.text("seen"))
        try:
            await record_site_check(
                desk.services, desk.actor, desk.campaign_id, desk.number, check, seen=seen
            )
        except RuleViolation as violation:
            if is_over(violation):
                return desk.refused("proposal.html", violation, **await page_facts(desk, _typed(desk)))
            return desk.refused("site.html", violation, **await _facts(desk, check))
        raise desk.done(f"/{desk.campaign_id.campaign}/proposals/{desk.number}")


async def _facts(desk: Desk, typed: SiteCheck | None = None) -> dict[str, Any]:
    today = local_date(desk.services.clock.now())
    day = typed.checked_on if typed is not None and typed.checked_on != date.max else today
    return {**await facts_of(desk), "typed": typed, "day": day, "today": today, "most": SITE_CHECK_AT_MOST}


def _typed(desk: Desk) -> list[tuple[str, str]]:
    say = desk.pages.saying(desk.language)
    return typed_of(desk, [(name, say(key)) for name, key in _WRITTEN.items()])


def _read(desk: Desk) -> SiteCheck:
    form = desk.form
    return SiteCheck(
        # What nobody has said to be clear is not.
        land_is_clear=form.text("land") == "clear",
        networks_are_clear=form.text("networks") == "clear",
        balance_holder=form.text("holder"),
        found=both_of(form, "found"),
        checked_on=read_day(form.text("day")),
        checked_by=form.text("who"),
    )


def read_day(typed: str) -> date:
    """Return a day as a form sends it, the last of all days for what is none."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return date.max
