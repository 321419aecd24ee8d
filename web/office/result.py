"""One project's result as a page: the count beside the members' voices, opinion and conclusion (F2)."""

from typing import Any

from aiohttp import web

from core.model.campaign import CampaignId
from core.model.council import Choice
from core.model.language import Text
from core.model.outcome import Decision
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rules.council import COMMENT_AT_MOST
from core.rules.permissions import OfficeAct
from core.rules.wording import REASON_AT_MOST
from core.usecases.result.deciding import conclude_result, give_result_opinion
from core.usecases.result.reading import ResultItemView, view_result, view_results
from core.usecases.services import Services
from web.office.desk import Desk, Office
from web.office.results import TERRITORY, path_of, where

RESULT_TEXTS = (
    "result-own-hint",
    "result-count",
    "result-quorum-missing",
    "result-would-implement",
    "result-would-decline",
    "result-would-differ",
    "result-reason-hint",
    "result-reason-free",
    "results-granted",
    "results-dossier",
)
"""What the template says besides the words of the council's agenda."""

COUNTED_TEXTS = tuple(f"decision-{decision.value.replace('_', '-')}" for decision in Decision)
CHOICE_TEXTS = tuple(f"result-choice-{choice}" for choice in Choice)
SAID_TEXTS = tuple(f"result-said-{choice}" for choice in Choice)

_TYPED = ("comment", "reason-kk", "reason-ru")
"""Fields that take time to type: what could not be kept is shown at least."""


class ResultPages:
    """`/{campaign}/results/{territory}/{number}`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        path = TERRITORY + r"/{number:\d+}"
        office.show(path, self.show)
        office.take(f"{path}/opinion", self.say)
        office.take(f"{path}/conclude", self.conclude)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what was counted, and to each the form that is his."""
        return desk.show("result.html", **await _facts(desk))

    async def say(self, desk: Desk) -> web.StreamResponse:
        """Keep a member's opinion and lead him to the next project."""
        try:
            await give_result_opinion(*_where(desk), *_read_said(desk))
        except RuleViolation as violation:
            return desk.refused("result.html", violation, **await _facts(desk))
        raise desk.done(await _next(desk))

    async def conclude(self, desk: Desk) -> web.StreamResponse:
        """Write down the decision and lead back to the sitting."""
        reason = Text(kk=desk.form.text("reason-kk"), ru=desk.form.text("reason-ru"))
        read = {"implemented": True, "declined": False}.get(desk.form.text("count"))
        try:
            await conclude_result(*_where(desk), reason, read=read)
        except RuleViolation as violation:
            return desk.refused("result.html", violation, **await _facts(desk))
        raise desk.done(path_of(desk))


def _where(desk: Desk) -> tuple[Services, Actor, CampaignId, str, int]:
    return *where(desk), desk.number


async def _next(desk: Desk) -> str:
    """Return the path of the next project that waits for this member, of the sitting where none does."""
    waiting = (await view_results(*where(desk))).waiting
    later = [number for number in waiting if number > desk.number] or list(waiting)
    return f"{path_of(desk)}/{later[0]}" if later else path_of(desk)


def _read_said(desk: Desk) -> tuple[Choice, str]:
    """Return the opinion; raise ``opinion-unreasoned`` with ``what``: ``choice`` for a form without any."""
    choice = desk.form.text("choice")
    if choice not in set(Choice):
        raise refuse(Refusal.OPINION_UNREASONED, what="choice")
    return Choice(choice), desk.form.text("comment")


async def _facts(desk: Desk) -> dict[str, Any]:
    found = await view_result(*_where(desk))
    may_keep = desk.may(OfficeAct.KEEP_RESULTS) and found.sitting.published_at is None
    return {
        "found": found,
        "sitting": found.sitting,
        "item": found.item,
        "own": found.own,
        "territory": desk.campaign_rules.territories.require(found.sitting.territory),
        "names": {each.staff_id: each.name for each in found.sitting.members},
        "typed": _typed(desk, found),
        "base": path_of(desk).removeprefix("/"),
        "comment_most": COMMENT_AT_MOST,
        "reason_most": REASON_AT_MOST,
        "choices": [Choice.CONFLICT] if found.is_author else list(Choice),
        "may_say": found.is_member and desk.may(OfficeAct.GIVE_RESULT_OPINION) and found.is_voting,
        "may_keep": may_keep,
        "may_conclude": may_keep
        and found.may_conclude
        and found.counted is not None
        and found.counted.has_quorum,
        "unsaved": [desk.form.text(name) for name in _TYPED if desk.form.text(name)],
    }


def _typed(desk: Desk, found: ResultItemView) -> dict[str, str]:
    """Return what the forms show: what was typed, else what was said or written down before."""
    own, reason = found.own, found.item.reason or Text(kk="", ru="")
    known = {
        "choice": own.choice.value if own is not None else "",
        "comment": own.comment if own is not None else "",
        "reason-kk": reason.kk,
        "reason-ru": reason.ru,
    }
    return known | dict(desk.form.fields)
