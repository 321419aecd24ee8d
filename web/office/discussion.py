"""Questions and answers in the office: read before anybody else, shown or hidden with a reason (D6)."""

from typing import Any

from aiohttp import web

from core.model.discussion import QuestionState
from core.model.refusals import RuleViolation
from core.rules.wording import REASON_AT_MOST
from core.usecases.discussion.moderating import moderate_answer, moderate_question
from core.usecases.discussion.queue import list_asked
from web.office.check import both_of
from web.office.desk import Desk, Office, read_number

DISCUSSION_TEXTS = (
    "review-talk-title",
    "review-talk-intro",
    "review-talk-waiting",
    "review-talk-read",
    "review-talk-lists",
    "review-talk-none",
    "review-talk-about",
    "review-talk-question",
    "review-talk-answer",
    "review-talk-hide",
    "review-talk-reason-kk",
    "review-talk-reason-ru",
    "review-talk-reason-hint",
    "button-review-show",
    "button-review-hide",
    *(f"review-talk-{state.value}-state" for state in QuestionState),
)
"""What the template of this page says."""


class DiscussionPages:
    """`/{campaign}/discussion`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/discussion", self.show)
        office.take("/{campaign}/discussion", self.moderate)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what waits to be read, or what was read already."""
        return desk.show("discussion.html", **await _facts(desk))

    async def moderate(self, desk: Desk) -> web.StreamResponse:
        """Show or hide a question or an answer."""
        try:
            await _carry_out(desk)
        except RuleViolation as violation:
            return desk.refused("discussion.html", violation, **await _facts(desk))
        is_read = desk.form.text("list") == "read"
        raise desk.done(f"/{desk.campaign_id.campaign}/discussion{'?list=read' if is_read else ''}")


async def _carry_out(desk: Desk) -> None:
    form = desk.form
    question_id, reason = read_number(form.text("question")), both_of(form, "reason")
    decided: dict[str, Any] = {"is_shown": form.text("act") == "show", "reason": reason, "actor": desk.actor}
    if form.text("about") == "answer":
        version = form.text("version")
        await moderate_answer(desk.services, desk.campaign_id, question_id, version=version, **decided)
    else:
        await moderate_question(desk.services, desk.campaign_id, question_id, **decided)


async def _facts(desk: Desk) -> dict[str, Any]:
    asked = desk.request.query
    is_waiting = (asked.get("list") or desk.form.text("list")) != "read"
    page = read_number(asked.get("page", "1")) - 1
    found = await list_asked(desk.services, desk.actor, desk.campaign_id, is_waiting=is_waiting, page=page)
    here = f"{desk.campaign_id.campaign}/discussion"
    kept = "" if is_waiting else "list=read&"
    return {
        "found": found,
        "folder": here,
        "is_waiting": is_waiting,
        "newer": f"?{kept}page={found.page}" if found.page else "",
        "older": f"?{kept}page={found.page + 2}" if found.has_more else "",
        "typed": desk.form,
        "most": REASON_AT_MOST,
        "shown_state": QuestionState.SHOWN,
        "hidden_state": QuestionState.HIDDEN,
    }
