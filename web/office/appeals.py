"""The office's appeals: what waits and until when, one of them whole, deciding on it, one from paper (B6)."""

from http import HTTPStatus
from typing import Any

from aiohttp import web

from core.model.language import Language, Text
from core.model.refusals import RuleViolation
from core.rules.appeal import APPEAL_AT_MOST
from core.rules.permissions import OfficeAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.appeal.deciding import decide_appeal
from core.usecases.appeal.filing import enter_appeal
from core.usecases.appeal.listing import AppealView, get_appeal, list_appeals
from web.office.check import both_of, lines_of
from web.office.desk import Desk, Office, read_number

LIST_TEXTS = (
    "appeal-title",
    "appeal-intro",
    "appeal-none",
    "appeal-waiting-count",
    "appeal-column-number",
    "appeal-column-title",
    "appeal-column-against",
    "appeal-column-filed",
    "appeal-column-due",
    "appeal-day",
    "appeal-against-council",
    "appeal-against-clerk",
    "appeal-due-late",
    "appeal-due-today",
    "appeal-due",
    "appeal-due-none",
    "appeal-upheld",
    "appeal-dismissed",
    "button-appeal-enter",
)
PAGE_TEXTS = (
    "appeal-page-title",
    "appeal-proposal",
    "appeal-refusal",
    "appeal-ground",
    "appeal-refusal-reason",
    "appeal-site",
    "appeal-words",
    "appeal-logged",
    "appeal-answered",
    "appeal-answer-reason",
    "appeal-decide",
    "appeal-decision",
    "appeal-unchosen",
    "appeal-uphold-clerk",
    "appeal-uphold-council",
    "appeal-uphold-closed",
    "appeal-dismiss",
    "appeal-reason-kk",
    "appeal-reason-ru",
    "appeal-reason-hint",
    "appeal-final-hint",
    "button-appeal-decide",
)
ENTER_TEXTS = (
    "appeal-enter-title",
    "appeal-enter-intro",
    "appeal-enter-number",
    "appeal-enter-words",
    "appeal-enter-words-hint",
    "appeal-enter-language",
    "button-appeal-file",
)
"""What the templates of these pages say."""


class AppealPages:
    """`/{campaign}/appeals` and what stands below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/appeals", self.show_list)
        office.show("/{campaign}/appeals/new", self.show_form)
        office.take("/{campaign}/appeals/new", self.enter)
        office.show("/{campaign}/appeals/{number}", self.show_one)
        office.take("/{campaign}/appeals/{number}", self.decide)

    async def show_list(self, desk: Desk) -> web.StreamResponse:
        """Show what waits, by the end of its term, then what was answered."""
        page = read_number(desk.request.query.get("page", "1")) - 1
        found = await list_appeals(desk.services, desk.actor, desk.campaign_id, page)
        before = f"?page={found.page}" if found.page else ""
        after = f"?page={found.page + 2}" if found.page + 1 < found.pages else ""
        may_enter = desk.may(OfficeAct.RECORD_PAPERS)
        return desk.show("appeals.html", found=found, before=before, after=after, may_enter=may_enter)

    async def show_one(self, desk: Desk) -> web.StreamResponse:
        """Show an appeal with the refusal that it is against; the look is in the log."""
        line = await get_appeal(desk.services, desk.actor, desk.campaign_id, desk.number)
        return desk.show("appeal.html", **_facts(desk, line))

    async def decide(self, desk: Desk) -> web.StreamResponse:
        """Uphold or dismiss, and lead back to the appeal with its answer."""
        reason, chosen = both_of(desk.form, "reason"), desk.form.text("decision")
        if chosen not in _DECISIONS:
            line = await get_appeal(desk.services, desk.actor, desk.campaign_id, desk.number)
            facts = _facts(desk, line, reason=reason, is_unchosen=True)
            return desk.show("appeal.html", status=HTTPStatus.UNPROCESSABLE_ENTITY, **facts)
        about = (desk.services, desk.actor, desk.campaign_id, desk.number)
        try:
            await decide_appeal(*about, is_upheld=chosen == _UPHOLD, reason=reason)
        except RuleViolation as violation:
            line = await get_appeal(*about)
            return desk.refused("appeal.html", violation, **_facts(desk, line, reason=reason, chosen=chosen))
        raise desk.done(f"/{desk.campaign_id.campaign}/appeals/{desk.number}")

    async def show_form(self, desk: Desk) -> web.StreamResponse:
        """Show the form of an appeal on paper, its number perhaps filled in."""
        number = read_number(desk.request.query.get("number", ""))
        return desk.show("appeal_new.html", **_form(desk, str(number or ""), ""))

    async def enter(self, desk: Desk) -> web.StreamResponse:
        """Enter what came on paper; its author is told."""
        typed, text = desk.form.text("number").strip(), lines_of(desk.form.text("words"))
        language = _language(desk.form.text("language"))
        about = (desk.services, desk.actor, desk.campaign_id, read_number(typed))
        try:
            await enter_appeal(*about, text, language)
        except RuleViolation as violation:
            return desk.refused("appeal_new.html", violation, **_form(desk, typed, text, language))
        raise desk.done(f"/{desk.campaign_id.campaign}/appeals")


_UPHOLD, _DISMISS = "uphold", "dismiss"
_DECISIONS = (_UPHOLD, _DISMISS)


def _facts(
    desk: Desk,
    line: AppealView,
    *,
    reason: Text | None = None,
    chosen: str = "",
    is_unchosen: bool = False,
) -> dict[str, Any]:
    """Return what the page of one appeal shows; a form that was refused shows again what was typed."""
    against, upholding = (
        RuleViolation(*verdict.reasons) if verdict.reasons else None
        for verdict in (line.may_decide, line.may_uphold)
    )
    return {
        "line": line,
        "against": desk.pages.reasons(desk.language, against),
        "against_upholding": desk.pages.reasons(desk.language, upholding),
        "reason": reason or Text(kk="", ru=""),
        "chosen": chosen,
        "is_unchosen": is_unchosen,
        "most": REASON_AT_MOST,
        "may_check_site": desk.may(OfficeAct.RECORD_SITE_CHECK),
    }


def _form(desk: Desk, number: str, text: str, language: Language | None = None) -> dict[str, Any]:
    return {
        "number": number,
        "typed": text,
        "chosen": language or desk.language,
        "most": APPEAL_AT_MOST,
        "folder": f"{desk.campaign_id.campaign}/appeals",
    }


def _language(value: str) -> Language:
    return Language(value) if value in set(Language) else Language.KAZAKH
