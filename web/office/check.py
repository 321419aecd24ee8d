"""The formal check as a form: each requirement yes or no with its reason, and what follows (C1)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from aiohttp import web

from core.model.language import Language, Text
from core.model.refusals import RuleViolation
from core.rules.formal_check import CHECK_ACTS, ITEM_REASON_AT_MOST, Finding, checklist
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.review.checking import FormalCheck, check_proposal, save_check
from web.bodies import Form
from web.office.desk import Desk, Office, read_number
from web.office.proposals import page_facts
from web.office.showing import facts_of, is_over, typed_of

CHECK_TEXTS = (
    "review-check-title",
    "review-check-intro",
    "review-check-item",
    "review-check-why-kk",
    "review-check-why-ru",
    "review-check-whole",
    "review-check-whole-hint",
    "review-check-reason-kk",
    "review-check-reason-ru",
    "review-check-ground",
    "review-check-ground-none",
    "review-check-former",
    "review-check-newer",
    "review-yes",
    "review-no",
    "button-review-save",
    "button-review-register",
    "button-review-return",
    "button-review-refuse",
    "review-check-not-open",
)
"""What the template of this page says."""

_IS_MET = {"yes": True, "no": False}


class CheckPages:
    """`/{campaign}/proposals/{number}/check`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/proposals/{number}/check", self.show)
        office.take("/{campaign}/proposals/{number}/check", self.decide)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the check as it was left."""
        return desk.show("check.html", **await _facts(desk))

    async def decide(self, desk: Desk) -> web.StreamResponse:
        """Keep or decide; what stands against it is shown above everything that was typed."""
        check, version = _read(desk), read_number(desk.form.text("version"))
        act = desk.form.text("act")
        try:
            await _carry_out(desk, version, check, act)
        except RuleViolation as violation:
            if is_over(violation):
                return desk.refused("proposal.html", violation, **await page_facts(desk, _typed(desk)))
            return desk.refused("check.html", violation, **await _facts(desk, check))
        folder = f"/{desk.campaign_id.campaign}/proposals/{desk.number}"
        raise desk.done(folder if act in set(CHECK_ACTS) else f"{folder}/check")


async def _carry_out(desk: Desk, version: int, check: FormalCheck, act: str) -> None:
    facts = desk.services, desk.actor, desk.campaign_id, desk.number
    if act in set(CHECK_ACTS):
        await check_proposal(*facts, version=version, check=check, act=ReviewAct(act))
    else:
        await save_check(*facts, version=version, check=check)


async def _facts(desk: Desk, typed: FormalCheck | None = None) -> dict[str, Any]:
    common = await facts_of(desk)
    dossier = common["dossier"]
    kept, version = dossier.check, dossier.proposal.version
    former = [check for number, check in dossier.checks.items() if number < version]
    is_newer = typed is not None and kept is not None and kept != typed and kept.seen != typed.seen
    return {
        **common,
        "check": typed or kept or FormalCheck(findings={}),
        "seen": kept.seen if kept is not None else None,
        "newer": kept if is_newer else None,
        "typed": _typed(desk),
        "former": former[-1] if former else None,
        "open": Finding(),
        "item_most": ITEM_REASON_AT_MOST,
        "most": REASON_AT_MOST,
    }


def _read(desk: Desk) -> FormalCheck:
    form = desk.form
    findings = {
        item.key: Finding(
            is_met=_IS_MET.get(form.text(f"is-{item.key}")),
            reason=both_of(form, "why", f"-{item.key}"),
        )
        for item in checklist(desk.campaign_rules)
    }
    reason = both_of(form, "reason")
    ground, seen = form.text("ground") or None, read_instant(form.text("seen"))
    return FormalCheck(findings=findings, ground=ground, reason=reason, seen=seen)


def _typed(desk: Desk) -> list[tuple[str, str]]:
    return typed_of(desk, _labels(desk))


def _labels(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield the fields in which something is written, with what stands beside each."""
    say = desk.pages.saying(desk.language)
    for item in checklist(desk.campaign_rules):
        text = say("review-check-item", place=item.position, text=item.text.in_language(desk.language))
        for language in Language:
            yield f"why-{language}-{item.key}", text + " " + say(f"review-check-why-{language}")
    for language in Language:
        yield f"reason-{language}", say(f"review-check-reason-{language}")


def read_instant(typed: str) -> datetime | None:
    """Return an instant as a page of ours writes it into its form, ``None`` for anything else."""
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def both_of(form: Form, name: str, ending: str = "") -> Text:
    """Return what was typed into the two fields of a text, ``name-kk`` and ``name-ru`` with their ending."""
    return Text(kk=lines_of(form.text(f"{name}-kk{ending}")), ru=lines_of(form.text(f"{name}-ru{ending}")))


def lines_of(typed: str) -> str:
    """Return a text as browsers show it: they send each new line as two characters."""
    return typed.replace("\r\n", "\n")
