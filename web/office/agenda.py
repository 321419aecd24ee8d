"""One proposal on the agenda as a page: a member's opinion, the secretary's conclusion (C2, C3)."""

from datetime import datetime
from typing import Any

from aiohttp import web

from core.model.campaign import CampaignId
from core.model.council import Choice
from core.model.language import Language, Text
from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.rules.council import COMMENT_AT_MOST
from core.rules.permissions import OfficeAct
from core.rules.sittings import Said
from core.rules.wording import REASON_AT_MOST
from core.usecases.council.concluding import Read, Written, conclude
from core.usecases.council.opinions import give_opinion
from core.usecases.council.reading import ItemView, list_waiting, view_item
from core.usecases.council.sittings import put_off
from core.usecases.services import Services
from web.office.desk import Desk, Office
from web.office.sittings import path_of, sitting_of

AGENDA_TEXTS = (
    "agenda-title",
    "agenda-place",
    "agenda-cost",
    "agenda-tenge",
    "agenda-site",
    "agenda-site-none",
    "agenda-site-by",
    "agenda-dossier",
    "agenda-own",
    "agenda-own-intro",
    "agenda-own-changed",
    "agenda-own-proposal",
    "agenda-typed",
    "agenda-ground",
    "agenda-ground-blank",
    "agenda-comment",
    "agenda-comment-hint",
    "agenda-opinions",
    "agenda-hidden",
    "agenda-count",
    "agenda-quorum-missing",
    "agenda-would-admit",
    "agenda-would-refuse",
    "agenda-conclude",
    "agenda-conclude-wait",
    "agenda-original",
    "agenda-translated-title",
    "agenda-translated-description",
    "agenda-reason-kk",
    "agenda-reason-ru",
    "agenda-reason-hint",
    "agenda-put-off",
    "agenda-put-off-hint",
    "agenda-decided",
    "button-agenda-say",
    "button-agenda-change",
    "button-agenda-conclude",
    "button-agenda-put-off",
)
"""What the template says."""

_TYPED = ("comment", "title", "description", "reason-kk", "reason-ru")
"""Fields of both forms that take time to type: what could not be kept is shown at least."""

CHOICE_TEXTS = tuple(f"agenda-choice-{choice}" for choice in Choice)
SAID_TEXTS = tuple(f"agenda-said-{choice}" for choice in Choice)


class AgendaPages:
    """`/{campaign}/sittings/{sitting}/{number}`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        path = r"/{campaign}/sittings/{sitting:\d+}/{number:\d+}"
        office.show(path, self.show)
        office.take(f"{path}/opinion", self.say)
        office.take(f"{path}/conclude", self.conclude)
        office.take(f"{path}/put-off", self.put_off)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what is decided on, and to each the form that is his."""
        return desk.show("agenda.html", **await _facts(desk))

    async def say(self, desk: Desk) -> web.StreamResponse:
        """Keep a member's opinion and lead him to the next proposal."""
        try:
            await give_opinion(*_where(desk), _read_said(desk))
        except RuleViolation as violation:
            return desk.refused("agenda.html", violation, **await _facts(desk))
        raise desk.done(await _next(desk))

    async def conclude(self, desk: Desk) -> web.StreamResponse:
        """Write down the decision and lead back to the sitting."""
        try:
            await conclude(*_where(desk), _read_written(desk))
        except RuleViolation as violation:
            return desk.refused("agenda.html", violation, **await _facts(desk))
        raise desk.done(path_of(desk))

    async def put_off(self, desk: Desk) -> web.StreamResponse:
        """Leave the proposal to another sitting."""
        try:
            await put_off(*_where(desk))
        except RuleViolation as violation:
            return desk.refused("agenda.html", violation, **await _facts(desk))
        raise desk.done(path_of(desk))


def _where(desk: Desk) -> tuple[Services, Actor, CampaignId, int, int]:
    return desk.services, desk.actor, desk.campaign_id, sitting_of(desk), desk.number


async def _next(desk: Desk) -> str:
    """Return the path of the next proposal that waits for this member, of the sitting where none does."""
    waiting = await list_waiting(desk.services, desk.actor, desk.campaign_id, sitting_of(desk))
    later = [number for number in waiting if number > desk.number] or list(waiting)
    return f"{path_of(desk)}/{later[0]}" if later else path_of(desk)


async def _facts(desk: Desk) -> dict[str, Any]:
    found = await view_item(*_where(desk))
    rulebook = desk.campaign_rules
    may_keep = desk.may(OfficeAct.KEEP_SITTINGS) and found.sitting.closed_at is None
    return {
        "found": found,
        "sitting": found.sitting,
        "item": found.item,
        "own": found.own,
        "rulebook": rulebook,
        "grounds": [(each.slug, each.text.in_language(desk.language)) for each in rulebook.grounds],
        "names": {each.staff_id: each.name for each in found.sitting.members},
        "other": Language.RUSSIAN if found.contents.language is Language.KAZAKH else Language.KAZAKH,
        "typed": _typed(desk, found),
        "base": path_of(desk).removeprefix("/"),
        "comment_most": COMMENT_AT_MOST,
        "reason_most": REASON_AT_MOST,
        "choices": [Choice.CONFLICT] if found.is_author else list(Choice),
        "may_say": found.is_member and desk.may(OfficeAct.GIVE_OPINION) and _is_voting(found),
        "may_keep": may_keep,
        "may_conclude": may_keep and found.may_conclude and _has_quorum(found),
        "unsaved": [desk.form.text(name) for name in _TYPED if desk.form.text(name)],
    }


def _is_voting(found: ItemView) -> bool:
    return found.is_voting and not found.item.is_settled


def _has_quorum(found: ItemView) -> bool:
    return found.counted is not None and found.counted.has_quorum


def _typed(desk: Desk, found: ItemView) -> dict[str, str]:
    """Return what the forms show: what was typed, else what was said or written down before."""
    item, own = found.item, found.own
    other = Language.RUSSIAN if found.contents.language is Language.KAZAKH else Language.KAZAKH
    grounds = [each.ground for each in item.opinions if each.ground is not None]
    reason = item.reason or Text(kk="", ru="")
    known = {
        "choice": own.choice.value if own is not None else "",
        "ground": (own.ground or "") if own is not None else "",
        "comment": own.comment if own is not None else "",
        "title": item.title.in_language(other),
        "description": item.description.in_language(other),
        "final-ground": item.ground or max(grounds, key=grounds.count, default=""),
        "reason-kk": reason.kk,
        "reason-ru": reason.ru,
    }
    return known | dict(desk.form.fields)


def _read_said(desk: Desk) -> Said:
    """Return the opinion; a form without a choice is none of ours and refuses without reasons."""
    choice = desk.form.text("choice")
    return Said(
        choice=Choice(choice) if choice in set(Choice) else Choice.REFUSE,
        ground=desk.form.text("ground") or None,
        comment=desk.form.text("comment"),
    )


def _read_written(desk: Desk) -> Written:
    form = desk.form
    count = {"admitted": True, "refused": False}.get(form.text("count"))
    return Written(
        read=Read(concluded_at=_instant(form.text("concluded")), is_admitted=count),
        title=form.text("title"),
        description=form.text("description"),
        ground=form.text("final-ground") or None,
        reason=Text(kk=form.text("reason-kk"), ru=form.text("reason-ru")),
    )


def _instant(typed: str) -> datetime | None:
    """Return when the conclusion on the page was written down, ``None`` where there was none."""
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        return None
