"""What the pages of an announcement show alike, and what their forms say (G2).

Separate, because writing and sending are pages of their own about the same announcement.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from markupsafe import Markup

from core.language.marks import as_html
from core.language.shortening import shortened
from core.model.announcement import (
    Announcement,
    AnnouncementState,
    AnnouncementStep,
    Audience,
    AudienceRole,
    Doubt,
    PauseCause,
    TakenPart,
    Written,
)
from core.model.language import Language, Text
from core.rules.permissions import OfficeAct, office_verdict, stages_now
from core.usecases.announcement.reading import AnnouncementPage, get_page, preview
from web.bodies import BodyBroken
from web.office.desk import Desk
from web.office.tables import territories_of

PARTS_TEXTS = (
    "announcements-title",
    "announcement-title",
    "announcement-whole",
    "announcement-both-languages",
    "announcement-hour-none",
    "announcement-hour-now",
    "announcement-hour-at",
    "announcement-label-audience",
    "announcement-label-size",
    "announcement-size",
    "announcement-label-hour",
    "announcement-label-writer",
    "announcement-label-asker",
    "announcement-label-approver",
    "announcement-label-doubt",
    "announcement-preview",
    "announcement-preview-hint",
    "announcement-text-kk",
    "announcement-text-ru",
    "announcement-picture",
    "announcement-document",
    "announcement-left",
    "announcement-over",
    "announcement-footer",
    "button-announcements-off",
    *(f"announcement-state-{state}" for state in AnnouncementState),
    *(f"announcement-cause-{cause}" for cause in PauseCause),
    *(f"announcement-role-{role}" for role in AudienceRole),
    *(f"announcement-part-{part}" for part in TakenPart),
    *(f"announcement-language-{language}" for language in Language),
    *(f"announcement-doubt-{doubt}" for doubt in Doubt),
)
"""What `office/announcement_parts.html` and several of the pages say."""

_TITLE_LENGTH = 70
_ChoiceT = TypeVar("_ChoiceT", bound=StrEnum)


def require(desk: Desk, act: OfficeAct) -> None:
    """Let the reader go on to a page that is only for whoever may do ``act``; the use case asks again.

    Raises:
        RuleViolation: ``office-forbidden`` or ``office-stage``.
    """
    stages = stages_now(desk.campaign_rules, desk.services.clock.now())
    office_verdict(desk.actor, act, stages).enforce()


def path_of(desk: Desk) -> str:
    """Return the path of the announcement in the address."""
    return f"/{desk.campaign_id.campaign}/announcements/{desk.number}"


def is_readable(desk: Desk, found: Announcement) -> bool:
    """Say whether the reader sees the text: before anybody has got it only who writes or approves it."""
    is_author = desk.may(OfficeAct.WRITE_ANNOUNCEMENT) or desk.may(OfficeAct.APPROVE_ANNOUNCEMENT)
    return is_author or found.begun_at is not None


async def facts_of(desk: Desk, page: AnnouncementPage | None = None) -> dict[str, Any]:
    """Return what every page about the announcement in the address shows.

    Raises:
        RuleViolation: ``office-forbidden``, ``announcement-unknown``.
    """
    where = desk.services, desk.actor, desk.campaign_id, desk.number
    found = page or await get_page(*where)
    announcement = found.announcement
    may_write = desk.may(OfficeAct.WRITE_ANNOUNCEMENT)
    may_approve = desk.may(OfficeAct.APPROVE_ANNOUNCEMENT)
    can = {
        AnnouncementStep.CHANGE: may_write,
        AnnouncementStep.SCHEDULE: may_write,
        AnnouncementStep.RESUME: may_write,
        AnnouncementStep.APPROVE: may_approve,
        AnnouncementStep.PAUSE: may_approve,
        AnnouncementStep.CANCEL: may_approve,
    }
    return {
        "page": found,
        "announcement": announcement,
        "base": path_of(desk).removeprefix("/"),
        "can": {step.value for step in found.steps if can[step]},
        "may_test": may_write or may_approve,
        "is_own": desk.actor.staff_id in {announcement.written_by, announcement.asked_by},
        "shown": await _shown(desk) if is_readable(desk, announcement) else {},
        "hour_of": hour_of,
        "names": territories_of(desk),
    }


async def _shown(desk: Desk) -> Mapping[Language, Mapping[str, Any]]:
    """Return both texts as the telephone shows them, with what stands below each."""
    texts = await preview(desk.services, desk.actor, desk.campaign_id, desk.number)
    return {
        language: {
            "text": Markup(text.html),  # noqa: S704  (`as_html` escapes all but its own tags)
            "footer": desk.pages.saying(language)("announcement-footer"),
            "key": desk.pages.saying(language)("button-announcements-off"),
            "length": text.length,
            "left": text.most - text.length,
        }
        for language, text in texts.items()
    }


def hour_of(announcement: Announcement) -> tuple[str, dict[str, datetime]]:
    """Return the text and the facts that say when it goes, or went, out."""
    if (begun := announcement.begun_at) is not None:
        return "announcement-hour-at", {"at": begun}
    if announcement.asked_by is None:
        return "announcement-hour-none", {}
    if announcement.scheduled_at is None:
        return "announcement-hour-now", {}
    return "announcement-hour-at", {"at": announcement.scheduled_at}


def title_of(desk: Desk, announcement: Announcement) -> str:
    """Return the beginning of the text in the reader's language, without its marks."""
    first, _, _ = announcement.written.text.in_language(desk.language).partition("\n")
    return shortened(Markup(as_html(first)).striptags(), _TITLE_LENGTH)  # noqa: S704  (escaped by `as_html`)


def read_written(desk: Desk) -> Written:
    """Return what somebody has typed.

    Raises:
        BodyBroken: a choice that no page of ours offers: it must not mean more people than were meant.
    """
    form = desk.form
    language = form.text("language")
    return Written(
        text=Text(kk=_lines(form.text("text-kk")), ru=_lines(form.text("text-ru"))),
        audience=Audience(
            territory=form.text("territory") or None,
            language=_chosen(Language, language) if language else None,
            role=_chosen(AudienceRole, form.text("role")),
            part=_chosen(TakenPart, form.text("part")),
        ),
        doubt=_chosen(Doubt, form.text("doubt")),
    )


def _chosen(choices: type[_ChoiceT], typed: str) -> _ChoiceT:
    try:
        return choices(typed)
    except ValueError:
        raise BodyBroken("no such choice") from None


def _lines(typed: str) -> str:
    return "\n".join(typed.splitlines())
