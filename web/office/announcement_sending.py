"""An announcement goes out: a test to oneself, the count, the hour, the second person, pause and end (G2).

Separate from its writing, because each of these asks on a page of its own before it is done (no script).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from aiohttp import web

from core.law.zone import ZONE, local_date
from core.model.announcement import AnnouncementStep
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rules.announcement import step_verdict
from core.rules.permissions import OfficeAct
from core.rules.reminders import DIGEST_TIME
from core.usecases.announcement.reading import get_page
from core.usecases.announcement.running import approve, cancel, count_audience, pause, resume, schedule
from core.usecases.announcement.writing import send_test
from core.usecases.services import Services
from web.office.announcement_facts import facts_of, path_of, require
from web.office.announcements import page_facts
from web.office.desk import Desk, Office, read_number

SEND_TEXTS = (
    "announcement-send-title",
    "announcement-count",
    "announcement-count-alone",
    "announcement-count-second",
    "announcement-send-when",
    "announcement-send-now",
    "announcement-send-at",
    "announcement-send-day",
    "announcement-send-hour",
    "announcement-quiet",
    "button-announcement-schedule",
)
APPROVE_TEXTS = (
    "announcement-approve-title",
    "announcement-approve-intro",
    "announcement-approve-own",
    "button-announcement-approve",
)
_TAKEN = (AnnouncementStep.PAUSE, AnnouncementStep.RESUME, AnnouncementStep.CANCEL)
STEP_TEXTS = (
    *(f"announcement-{step}-title" for step in _TAKEN),
    *(f"announcement-{step}-why" for step in _TAKEN),
    "announcement-step-back",
)
"""What the templates of these pages say."""

NOW, AT = "now", "at"
"""When it goes out: at once, or at an hour."""

_Take = Callable[[Services, Actor, CampaignId, int], Awaitable[None]]
_STEPS: Mapping[AnnouncementStep, tuple[_Take, OfficeAct]] = MappingProxyType(
    {
        AnnouncementStep.PAUSE: (pause, OfficeAct.APPROVE_ANNOUNCEMENT),
        AnnouncementStep.RESUME: (resume, OfficeAct.WRITE_ANNOUNCEMENT),
        AnnouncementStep.CANCEL: (cancel, OfficeAct.APPROVE_ANNOUNCEMENT),
    }
)


class AnnouncementSendingPages:
    """What is below `/{campaign}/announcements/{number}`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        own = r"/{campaign}/announcements/{number:\d+}"
        office.take(f"{own}/test", self.test)
        office.show(f"{own}/send", self.ask_hour)
        office.take(f"{own}/send", self.schedule)
        office.show(f"{own}/approve", self.look)
        office.take(f"{own}/approve", self.approve)
        office.show(f"{own}/{{step:pause|resume|cancel}}", self.ask)
        office.take(f"{own}/{{step:pause|resume|cancel}}", self.take)

    async def test(self, desk: Desk) -> web.StreamResponse:
        """Let it come to the reader's own telephone, in both languages."""
        try:
            await send_test(desk.services, desk.actor, desk.campaign_id, desk.number)
        except RuleViolation as violation:
            return desk.refused("announcement.html", violation, **await page_facts(desk))
        raise desk.done(path_of(desk))

    async def ask_hour(self, desk: Desk) -> web.StreamResponse:
        """Show for how many people it is, and ask when."""
        await _require_step(desk, AnnouncementStep.SCHEDULE, OfficeAct.WRITE_ANNOUNCEMENT)
        return desk.show("announcement_send.html", **await _send_facts(desk))

    async def schedule(self, desk: Desk) -> web.StreamResponse:
        """Let it begin at the hour, once a second person has approved it where it is for many."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        where = desk.services, desk.actor, desk.campaign_id, desk.number
        try:
            hour = _read_hour(desk)
            await schedule(*where, hour, version=read_number(desk.form.text("version")))
        except RuleViolation as violation:
            return desk.refused("announcement_send.html", violation, **await _send_facts(desk))
        raise desk.done(path_of(desk))

    async def look(self, desk: Desk) -> web.StreamResponse:
        """Show everything that will be sent, to the second person."""
        await _require_step(desk, AnnouncementStep.APPROVE, OfficeAct.APPROVE_ANNOUNCEMENT)
        return desk.show("announcement_approve.html", **await facts_of(desk))

    async def approve(self, desk: Desk) -> web.StreamResponse:
        """Let it go out as this second person has read it."""
        require(desk, OfficeAct.APPROVE_ANNOUNCEMENT)
        where = desk.services, desk.actor, desk.campaign_id, desk.number
        try:
            await approve(*where, version=read_number(desk.form.text("version")))
        except RuleViolation as violation:
            return desk.refused("announcement_approve.html", violation, **await facts_of(desk))
        raise desk.done(path_of(desk))

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Say what pausing, going on or cancelling brings, before it is done."""
        step = _step(desk)
        await _require_step(desk, step, _STEPS[step][1])
        return desk.show("announcement_step.html", **await facts_of(desk), step=step)

    async def take(self, desk: Desk) -> web.StreamResponse:
        """Do it."""
        step = _step(desk)
        take, act = _STEPS[step]
        require(desk, act)
        try:
            await take(desk.services, desk.actor, desk.campaign_id, desk.number)
        except RuleViolation as violation:
            return desk.refused("announcement.html", violation, **await page_facts(desk))
        raise desk.done(path_of(desk))


def _step(desk: Desk) -> AnnouncementStep:
    return AnnouncementStep(desk.request.match_info["step"])


async def _require_step(desk: Desk, step: AnnouncementStep, act: OfficeAct) -> None:
    """Let the reader go on to the page that asks before the step; the use case asks both again."""
    require(desk, act)
    page = await get_page(desk.services, desk.actor, desk.campaign_id, desk.number)
    step_verdict(page.announcement, step).enforce()


async def _send_facts(desk: Desk) -> dict[str, Any]:
    """Return the form with the count, or with what stands against counting."""
    count, against = None, None
    try:
        count = await count_audience(desk.services, desk.actor, desk.campaign_id, desk.number)
    except RuleViolation as violation:
        against = violation
    form, tomorrow = desk.form, _next_morning(desk.services.clock.now())
    return {
        **await facts_of(desk),
        "count": count,
        "against": desk.pages.reasons(desk.language, against),
        "when": form.text("when") or AT,
        "day": form.text("day") or tomorrow.date().isoformat(),
        "hour": form.text("hour") or f"{tomorrow:%H:%M}",
    }


def _next_morning(now: datetime) -> datetime:
    """Return the next ten in the morning by the clock of Almaty: what most announcements are meant for."""
    today = datetime.combine(local_date(now), DIGEST_TIME, tzinfo=ZONE.value)
    return today if now < today else today + timedelta(days=1)


def _read_hour(desk: Desk) -> datetime | None:
    """Return the hour by the clock of Almaty, ``None`` for at once.

    Raises:
        RuleViolation: ``announcement-hour`` for what is no day or no time.
    """
    form = desk.form
    if form.text("when") == NOW:
        return None
    try:
        day, hour = date.fromisoformat(form.text("day")), time.fromisoformat(form.text("hour"))
        return datetime.combine(day, hour.replace(tzinfo=None), tzinfo=ZONE.value).astimezone(UTC)
    except (ValueError, OverflowError):
        raise refuse(Refusal.ANNOUNCEMENT_HOUR) from None
