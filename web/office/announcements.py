"""Announcements as pages: their list, the form of their texts, one with its preview, file and report (G2)."""

from typing import Any

from aiohttp import web

from core.model.announcement import (
    Announcement,
    AnnouncementState,
    AnnouncementStep,
    AudienceRole,
    Doubt,
    TakenPart,
)
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation, refuse
from core.rules.announcement import step_verdict
from core.rules.announcement_text import length_of, most_length
from core.rules.permissions import OfficeAct
from core.usecases.announcement.reading import AnnouncementPage, get_list, get_page, open_attachment
from core.usecases.announcement.writing import attach, change_announcement, detach, write_announcement
from web.office.announcement_facts import (
    facts_of,
    hour_of,
    is_readable,
    path_of,
    read_written,
    require,
    title_of,
)
from web.office.desk import Desk, Office, read_number
from web.office.files import file_type
from web.office.tables import territories_of, territory_tree
from web.pages import SANDBOXED

LIST_TEXTS = (
    "announcements-intro",
    "announcements-none",
    "announcements-text",
    "announcements-state",
    "button-announcements-new",
)
EDIT_TEXTS = (
    "announcement-new-title",
    "announcement-edit-title",
    "announcement-marks",
    "announcement-file-later",
    "announcement-kept-now",
    "announcement-audience",
    "announcement-audience-hint",
    "announcement-choose-territory",
    "announcement-choose-language",
    "announcement-choose-role",
    "announcement-choose-part",
    "announcement-part-hint",
    "announcement-doubt",
    "announcement-change-drops",
    "button-announcement-keep",
)
PAGE_TEXTS = (
    "announcement-resting",
    "announcement-waiting-own",
    "announcement-waiting-other",
    "announcement-progress",
    "announcement-progress-refreshes",
    "announcement-progress-still",
    "announcement-progress-again",
    "announcement-report",
    "announcement-report-people",
    "announcement-report-what",
    "announcement-report-sum",
    "announcement-report-repeated",
    "announcement-file",
    "announcement-file-choose",
    "announcement-file-hint",
    "announcement-test",
    "announcement-test-hint",
    "announcement-test-unlinked",
    "announcement-test-link",
    "announcement-steps",
    "button-announcement-file",
    "button-announcement-file-off",
    "button-announcement-test",
    "button-announcement-edit",
    "button-announcement-send",
    "button-announcement-look",
    "button-announcement-pause",
    "button-announcement-resume",
    "button-announcement-cancel",
)
REPORT_ROWS = (
    "delivered",
    "blocked",
    "failed",
    "unknown",
    "stopped",
    "unreachable",
    "unconcerned",
    "waiting",
    "unsent",
)
"""What became of people: together they are the whole audience."""

REPORT_TEXTS = tuple(f"announcement-report-{row}" for row in REPORT_ROWS)

REFRESH_SECONDS, MOST_LOOKS = 10, 90
"""While it is sent the page shows itself again, yet not for ever: a session nobody uses has to end (L1)."""

ACCEPTED = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx"
"""What a browser offers to choose."""

_PAGE, _EDIT = "announcement.html", "announcement_edit.html"


class AnnouncementPages:
    """`/{campaign}/announcements`, one of them, its form and its file."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        own = r"/{campaign}/announcements/{number:\d+}"
        office.show("/{campaign}/announcements", self.list)
        office.take("/{campaign}/announcements", self.write)
        office.show("/{campaign}/announcements/new", self.new)
        office.show(own, self.show)
        office.show(f"{own}/edit", self.edit)
        office.take(f"{own}/edit", self.change)
        office.show(f"{own}/file", self.give)
        office.take(f"{own}/file", self.attach)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show every announcement of the campaign."""
        found = await get_list(desk.services, desk.actor, desk.campaign_id)
        titles = {
            each.number: title_of(desk, each) for each in found.announcements if is_readable(desk, each)
        }
        return desk.show(
            "announcements.html",
            found=found,
            titles=titles,
            names=territories_of(desk),
            hour_of=hour_of,
            may_write=desk.may(OfficeAct.WRITE_ANNOUNCEMENT),
        )

    async def new(self, desk: Desk) -> web.StreamResponse:
        """Show the empty form."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        return desk.show(_EDIT, **_form(desk, None))

    async def write(self, desk: Desk) -> web.StreamResponse:
        """Keep a draft and lead to it."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        written = read_written(desk)
        try:
            number = await write_announcement(desk.services, desk.actor, desk.campaign_id, written)
        except RuleViolation as violation:
            return desk.refused(_EDIT, violation, **_form(desk, None))
        raise desk.done(f"/{desk.campaign_id.campaign}/announcements/{number}")

    async def edit(self, desk: Desk) -> web.StreamResponse:
        """Show the form with what is kept."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        page = await get_page(desk.services, desk.actor, desk.campaign_id, desk.number)
        step_verdict(page.announcement, AnnouncementStep.CHANGE).enforce()
        return desk.show(_EDIT, **_form(desk, page.announcement))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Keep what was typed; where somebody else was faster both are shown, and nothing is lost."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        where = desk.services, desk.actor, desk.campaign_id, desk.number
        written, version = read_written(desk), read_number(desk.form.text("version"))
        try:
            await change_announcement(*where, written, version=version)
        except RuleViolation as violation:
            page = await get_page(*where)
            return desk.refused(_EDIT, violation, **_form(desk, page.announcement))
        raise desk.done(path_of(desk))

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show an announcement: how far it is, how it looks, what can be done with it."""
        page = await get_page(desk.services, desk.actor, desk.campaign_id, desk.number)
        looks, is_moving = read_number(desk.request.query.get("look", "")), _is_moving(desk, page)
        refreshes = is_moving and looks < MOST_LOOKS
        facts = {**await page_facts(desk, page), "is_moving": is_moving, "refreshes": refreshes}
        shown = desk.show(_PAGE, **facts)
        if refreshes:
            # Relative, because the akimat's proxy may serve the pages below a path of its own.
            shown.headers["Refresh"] = f"{REFRESH_SECONDS}; url={desk.number}?look={looks + 1}"
        return shown

    async def give(self, desk: Desk) -> web.StreamResponse:
        """Give the file: a picture to be looked at, a document only to be kept."""
        where = desk.services, desk.actor, desk.campaign_id, desk.number
        if not is_readable(desk, (await get_page(*where)).announcement):
            raise refuse(Refusal.ANNOUNCEMENT_UNKNOWN)
        found = await open_attachment(*where)
        kind, ending = file_type(found.kind)
        manner = "inline" if found.kind.is_picture else "attachment"
        name = f"announcement-{desk.number}.{ending}"
        answer = web.Response(body=found.content, content_type=kind)
        answer.headers["Content-Disposition"] = f'{manner}; filename="{name}"'
        answer[SANDBOXED] = True
        return answer

    async def attach(self, desk: Desk) -> web.StreamResponse:
        """Put a file above the text, or take it off."""
        require(desk, OfficeAct.WRITE_ANNOUNCEMENT)
        where = desk.services, desk.actor, desk.campaign_id, desk.number
        file, version = desk.form.file("file"), read_number(desk.form.text("version"))
        try:
            if desk.form.text("act") == "remove":
                await detach(*where, version=version)
            else:
                content, name = (file.content.read(), file.name) if file is not None else (b"", "")
                await attach(*where, content, name, version=version)
        except RuleViolation as violation:
            return desk.refused(_PAGE, violation, **await page_facts(desk))
        raise desk.done(path_of(desk))


async def page_facts(desk: Desk, page: AnnouncementPage | None = None) -> dict[str, Any]:
    """Return what the page of an announcement shows; after a refusal it stands still."""
    still = {"is_moving": False, "refreshes": False, "most_looks": MOST_LOOKS}
    return {**await facts_of(desk, page), **still, "rows": REPORT_ROWS, "accepted": ACCEPTED}


def _is_moving(desk: Desk, page: AnnouncementPage) -> bool:
    """Say whether the page will soon show something else by itself."""
    found = page.announcement
    if found.state is AnnouncementState.SENDING:
        return not page.is_resting
    hour = found.scheduled_at or found.created_at
    return found.state is AnnouncementState.SCHEDULED and hour <= desk.services.clock.now()


def _form(desk: Desk, found: Announcement | None) -> dict[str, Any]:
    """Return the form with what was typed, or with what is kept of ``found``."""
    is_typed = desk.request.method == "POST"
    most = most_length(has_file=found is not None and found.attachment is not None)
    if is_typed or found is None:
        names = ("text-kk", "text-ru", "territory", "language", "role", "part", "doubt")
        typed = {name: desk.form.text(name) for name in names}
    else:
        typed = _typed_of(found)
    texts = {language: typed[f"text-{language}"] for language in Language}
    lengths = {language: length_of("\n".join(text.splitlines())) for language, text in texts.items()}
    return {
        "announcement": found,
        "typed": typed,
        "lengths": lengths,
        "left": {language: most - length for language, length in lengths.items()},
        "most_with_file": most_length(has_file=True),
        "is_typed": is_typed,
        "territories": list(territory_tree(desk.campaign_rules, desk.language)),
        "languages_meant": list(Language),
        "roles": list(AudienceRole),
        "parts_meant": list(TakenPart),
        "doubts": list(Doubt),
    }


def _typed_of(found: Announcement) -> dict[str, str]:
    written, audience = found.written, found.written.audience
    return {
        "text-kk": written.text.kk,
        "text-ru": written.text.ru,
        "territory": audience.territory or "",
        "language": audience.language or "",
        "role": audience.role,
        "part": audience.part,
        "doubt": written.doubt,
    }
