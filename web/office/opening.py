"""The opening of the boxes as a page: two people open together, and the observer sees it all (ledger 4)."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from core.ledger.opening import read_hidden
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Role
from core.model.vote import Channel
from core.rules.permissions import OfficeAct
from core.usecases.opening.facts import ASKED_FOR, Step
from core.usecases.opening.looking import Box, get_hidden, list_boxes
from core.usecases.opening.together import (
    ask_destruction,
    ask_opening,
    confirm_destruction,
    confirm_opening,
)
from web.office.desk import Desk, Office
from web.office.tables import territories_of

OPENING_TEXTS = (
    "outcome-number",
    "opening-title",
    "opening-intro",
    "opening-intro-safe",
    "opening-voting",
    "opening-voting-unset",
    "opening-closed-at",
    "opening-opened-at",
    "opening-destroyed-at",
    "opening-moment",
    "opening-roll",
    "opening-channel",
    "opening-roll-empty",
    "opening-number",
    "opening-seals",
    "opening-waiting",
    "opening-live",
    "opening-lines",
    "opening-slips",
    "opening-slips-invalid",
    "opening-slips-missing",
    "opening-missing",
    "opening-missing-second",
    "opening-missing-share",
    "opening-ready",
    "opening-ready-reader",
    "opening-asked",
    "opening-asked-own",
    "opening-share",
    "opening-share-hint",
    "button-opening-ask",
    "button-opening-confirm",
    "opening-votes",
    "opening-invalid",
    "opening-not-counted",
    "opening-awaits-lot",
    "opening-counted",
    "opening-hidden",
    "opening-hidden-link",
    "opening-destroy",
    "opening-destroy-why",
    "opening-destroy-asked",
    "opening-destroy-asked-own",
    "button-opening-destroy-ask",
    "button-opening-destroy-confirm",
    "opening-hidden-title",
    "opening-hidden-intro",
    "opening-hidden-project",
    "opening-hidden-votes",
    "opening-hidden-invalid",
    "opening-hidden-salt",
    "opening-hidden-text",
    "opening-hidden-how",
)
STATE_TEXTS = tuple(f"opening-state-{state}" for state in ("voting", "closed", "open", "destroyed"))
"""What the templates say."""

SHARE = "secret-share"
"""The field of a share: by its name it is in no form that is kept for later (L1)."""


class OpeningPages:
    """`/{campaign}/opening`, and the hidden tally of a territory below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/opening", self.show)
        office.take("/{campaign}/opening", self.change)
        office.show("/{campaign}/opening/{territory}/hidden", self.hidden)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show every box: what is in it, what is missing, and to two people their buttons."""
        return desk.show("opening.html", **await _facts(desk))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Ask for a step or confirm it; what differs is said, and the box stays as it is."""
        try:
            await _change(desk)
        except RuleViolation as violation:
            return desk.refused("opening.html", violation, **await _facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/opening")

    async def hidden(self, desk: Desk) -> web.StreamResponse:
        """Show the observer tally and salt of a hidden count."""
        territory = desk.request.match_info["territory"]
        text = await get_hidden(desk.services, desk.actor, desk.campaign_id, territory)
        salt, _, tally = text.partition(" ")
        return desk.show(
            "opening_hidden.html",
            territory_name=territories_of(desk)[territory],
            salt=salt,
            written=tally,
            tally=read_hidden(text),
        )


async def _change(desk: Desk) -> None:
    form = desk.form
    about = (desk.services, desk.actor, desk.campaign_id, form.text("territory"))
    match form.text("act"):
        case "ask-open":
            await ask_opening(*about, share=form.text(SHARE))
        case "confirm-open":
            await confirm_opening(*about, share=form.text(SHARE))
        case "ask-destroy":
            await ask_destruction(*about)
        case "confirm-destroy":
            await confirm_destruction(*about)
        case _:
            raise refuse(Refusal.OPENING_NOT_ASKED)


async def _facts(desk: Desk) -> dict[str, Any]:
    found = await list_boxes(desk.services, desk.actor, desk.campaign_id)
    return {
        "found": found,
        "names": territories_of(desk),
        "missing": {box.territory: _missing(desk, box) for box in found.boxes},
        "states": {box.territory: _state(box) for box in found.boxes},
        "channels": tuple(Channel),
        "open_step": Step.OPEN,
        "destroy_step": Step.DESTROY,
        "asked_for": ASKED_FOR,
        "may_open": desk.may(OfficeAct.OPEN_BOX),
        "is_observer": Role.OBSERVER in desk.actor.roles,
        "share_field": SHARE,
    }


def _missing(desk: Desk, box: Box) -> list[str]:
    """Return what stands against opening a closed box now, as its people read it."""
    if not box.missing.reasons or box.contents is None or box.facts.opened_at is not None:
        return []
    return desk.pages.reasons(desk.language, RuleViolation(*box.missing.reasons))


_KINDS: Mapping[str, str] = {"voting": "", "closed": "due", "open": "late", "destroyed": "good"}
"""How loud a state is: an open box whose key is still there comes first."""


def _state(box: Box) -> tuple[str, str]:
    if box.facts.destroyed_at is not None:
        state = "destroyed"
    elif box.facts.opened_at is not None:
        state = "open"
    else:
        state = "closed" if box.facts.is_closed else "voting"
    return state, _KINDS[state]
