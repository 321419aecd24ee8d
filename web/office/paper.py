"""The clerk's pages for proposals on paper: what is begun, the form, the number with its slip (B9, B6)."""

import asyncio
from dataclasses import replace

from aiohttp import web

from core.documents.slip import slip_pdf
from core.model.proposal import PictureKind
from core.model.refusals import Refusal, RuleViolation
from core.rules.paper import Field, PaperFault
from core.rules.permissions import OfficeAct
from core.usecases.paper.checking import PaperCheck, check_paper
from core.usecases.paper.entering import enter_paper
from core.usecases.paper.filling import (
    Kept,
    SentPicture,
    begin_paper,
    begin_rework,
    discard_paper,
    keep_paper,
    list_begun,
    read_thumbnail,
)
from core.usecases.paper.slips import get_paper_proposal, issue_slip
from web.office.desk import Desk, Office, read_number
from web.office.paper_form import fault_texts, form_facts, refusal_texts

PAPER_TEXTS = (
    "paper-title",
    "paper-intro",
    "paper-begun",
    "paper-begun-none",
    "paper-untitled",
    "paper-touched",
    "paper-rework-of",
    "button-paper-new",
    "paper-find",
    "paper-find-number",
    "button-paper-find",
    "paper-elsewhere",
    "paper-form-title",
    "paper-form-rework",
    "paper-part-author",
    "paper-part-proposal",
    "paper-part-place",
    "paper-part-cost",
    "paper-part-pictures",
    "paper-part-papers",
    "paper-iin",
    "paper-iin-hint",
    "paper-iin-kept",
    "paper-blank",
    "paper-pictures-now",
    "paper-picture-drop",
    "paper-faults",
    "paper-read-back",
    "paper-read-cost",
    "paper-read-phone",
    "paper-read-point",
    "paper-read-received",
    "paper-read-pictures",
    "button-paper-check",
    "button-paper-enter",
    "button-paper-discard",
    "paper-entered-title",
    "paper-entered-next",
    "paper-entered-received",
    "paper-entered-due",
    "paper-slip-title",
    "paper-slip-why",
    "paper-slip-none",
    "paper-slip-made",
    "paper-slip-claimed",
    "paper-slip-anew",
    "button-paper-slip",
    "button-paper-slip-anew",
    "button-paper-rework",
    "paper-another",
)
"""What the templates of these pages say."""

_DRAFT = "/{campaign}/paper/{draft:[0-9a-f]{12}}"
_ENTERED = "/{campaign}/paper/entered/{number}"


class PaperPages:
    """`/office/{campaign}/paper` and what lies below."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/paper", self.list)
        office.take("/{campaign}/paper", self.begin)
        office.take("/{campaign}/paper/find", self.find)
        office.show(_DRAFT, self.form)
        office.take(_DRAFT, self.send)
        office.take(f"{_DRAFT}/discard", self.discard)
        office.show(f"{_DRAFT}/pictures/{{picture:[0-9a-f]+}}", self.picture)
        office.show(_ENTERED, self.entered)
        office.take(f"{_ENTERED}/slip", self.slip)
        office.take(f"{_ENTERED}/rework", self.rework)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show what the clerk has begun, and the ways to a new one and to one that was entered."""
        begun = await list_begun(desk.services, desk.actor, desk.campaign_id)
        return desk.show("paper.html", begun=begun, can_begin=desk.may(OfficeAct.ENTER_PROPOSAL))

    async def begin(self, desk: Desk) -> web.StreamResponse:
        """Begin a form."""
        draft = await begin_paper(desk.services, desk.actor, desk.campaign_id)
        raise desk.go(_path(desk, draft.draft_id))

    async def find(self, desk: Desk) -> web.StreamResponse:
        """Lead to the proposal with a number."""
        number = read_number(desk.form.text("number"))
        await get_paper_proposal(desk.services, desk.actor, desk.campaign_id, number)
        raise desk.go(_path(desk, f"entered/{number}"))

    async def form(self, desk: Desk) -> web.StreamResponse:
        """Show the form as far as it is filled in, with what the rules say of it."""
        try:
            found = await check_paper(desk.services, desk.actor, desk.campaign_id, _draft(desk))
        except RuleViolation as violation:
            raise _lead_back(desk, violation) from violation
        if found.draft.is_entered:
            raise desk.go(_path(desk, f"entered/{found.draft.number}"))
        is_blank = not found.draft.typed and not found.draft.pictures
        texts = [] if is_blank else fault_texts(desk, found)
        return desk.show("paper_form.html", **form_facts(desk, found), faults=texts, is_blank=is_blank)

    async def send(self, desk: Desk) -> web.StreamResponse:
        """Keep everything that was typed and say all that is wrong; enter what the clerk has read back."""
        try:
            kept = await _keep(desk)
            found = await check_paper(desk.services, desk.actor, desk.campaign_id, _draft(desk))
            if found.can_be_entered and not (kept.troubles or kept.refused or kept.has_changed):
                await self._enter(desk)
        except RuleViolation as violation:
            raise _lead_back(desk, violation) from violation
        if kept.troubles or kept.refused or not found.can_be_entered:
            return _show_faults(desk, found, kept)
        raise desk.go(_path(desk, _draft(desk)))

    async def _enter(self, desk: Desk) -> None:
        """Enter the application where the clerk has pressed that button."""
        if desk.form.text("do") == "enter":
            told = await enter_paper(desk.services, desk.actor, desk.campaign_id, _draft(desk))
            raise desk.go(_path(desk, f"entered/{told.number}"))

    async def discard(self, desk: Desk) -> web.StreamResponse:
        """Throw the form away."""
        await discard_paper(desk.services, desk.actor, desk.campaign_id, _draft(desk))
        raise desk.go(_path(desk))

    async def picture(self, desk: Desk) -> web.StreamResponse:
        """Show a picture of the form, small."""
        name = desk.request.match_info["picture"]
        content = await read_thumbnail(desk.services, desk.actor, desk.campaign_id, _draft(desk), name)
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="image/jpeg")

    async def entered(self, desk: Desk) -> web.StreamResponse:
        """Show the number, what comes next, and the slip to print."""
        found = await get_paper_proposal(desk.services, desk.actor, desk.campaign_id, desk.number)
        days = desk.campaign_rules.review.get("formal_check_working_days")
        may_rework = found.status.value == "returned" and desk.may(OfficeAct.REWORK_PROPOSAL)
        return desk.show(
            "paper_entered.html", found=found, days=days.value if days else 0, may_rework=may_rework
        )

    async def slip(self, desk: Desk) -> web.StreamResponse:
        """Answer with a slip whose code is shown this once; a page loaded again makes no second one."""
        issue = read_number(desk.form.text("issue"))
        facts = await issue_slip(desk.services, desk.actor, desk.campaign_id, desk.number, issue=issue)
        if facts is None:
            raise desk.go(_path(desk, f"entered/{desk.number}"))
        content = await asyncio.to_thread(slip_pdf, desk.pages.locales, facts)
        headers = {"Content-Disposition": f'inline; filename="slip-{facts.number}.pdf"'}
        return web.Response(body=content, content_type="application/pdf", headers=headers)

    async def rework(self, desk: Desk) -> web.StreamResponse:
        """Open what was returned for its new version."""
        draft = await begin_rework(desk.services, desk.actor, desk.campaign_id, desk.number)
        raise desk.go(_path(desk, draft.draft_id))


async def _keep(desk: Desk) -> Kept:
    kinds = set(PictureKind)
    kind = desk.form.text("picture_kind")
    return await keep_paper(
        desk.services,
        desk.actor,
        desk.campaign_id,
        _draft(desk),
        typed={name.value: desk.form.text(name.value) for name in Field},
        iin=desk.form.text("iin"),
        dropped=desk.form.texts("dropped"),
        pictures=[
            SentPicture(name=file.name, content=await asyncio.to_thread(file.content.read))
            for file in desk.form.files
            if file.field == "pictures"
        ],
        kind=PictureKind(kind) if kind in kinds else PictureKind.PHOTO,
    )


def _show_faults(desk: Desk, found: PaperCheck, kept: Kept) -> web.Response:
    is_wrong = any(each.fault is PaperFault.IIN_WRONG for each in kept.troubles)
    # A number that is wrong is said once, not also as missing.
    left = (each for each in found.troubles if not (is_wrong and each.fault is PaperFault.IIN_MISSING))
    texts = [*refusal_texts(desk, kept), *fault_texts(desk, replace(found, troubles=tuple(left)))]
    return desk.show("paper_form.html", status=422, **form_facts(desk, found), faults=texts, is_blank=False)


def _lead_back(desk: Desk, violation: RuleViolation) -> Exception:
    """Return the way to where the form is now; other refusals are shown by themselves."""
    if violation.refusal is Refusal.DRAFT_UNKNOWN:
        return desk.go(_path(desk))
    if violation.refusal is Refusal.DRAFT_SUBMITTED:
        return desk.go(_path(desk, f"entered/{violation.reasons[0].facts['number']}"))
    return violation


def _draft(desk: Desk) -> str:
    return desk.request.match_info["draft"]


def _path(desk: Desk, below: str = "") -> str:
    return f"/{desk.campaign_id.campaign}/paper" + (f"/{below}" if below else "")
