"""The page of trials: the outcome under other settings beside the one that binds (F4)."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from core.model.refusals import Refusal, RuleViolation
from core.rulebook.model import NotFitting
from core.rules.what_if import TIES, Settings, TriedField, name_of
from core.usecases.what_if.trying import list_counted, try_settings
from web.office import tables
from web.office.desk import Desk, Office

WHAT_IF_TEXTS = (
    "what-if-title",
    "what-if-intro",
    "what-if-none",
    "what-if-territory",
    "what-if-threshold",
    "what-if-money",
    "what-if-not-fitting",
    "what-if-ties",
    "what-if-exclusive",
    "what-if-exclusive-hint",
    "button-what-if",
    "what-if-binding",
    "what-if-tried",
    "what-if-project",
    "what-if-votes",
    "what-if-binds-nobody",
    "what-if-same",
    "what-if-changed",
    "what-if-changed-mark",
    "what-if-spent",
    "what-if-sum",
)
NOT_FITTING_TEXTS = tuple(f"what-if-not-fitting-{rule}" for rule in NotFitting)
TIES_TEXTS = tuple(f"what-if-ties-{name}" for name in TIES)
"""What the template says."""

_PAGE = "what_if.html"


class WhatIfPages:
    """`/{campaign}/what-if`; a trial is asked by its address, for it changes nothing."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/what-if", self.show)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the form, and the trial that its fields ask for."""
        facts = await _facts(desk)
        territory = desk.request.query.get("territory", "")
        if not territory:
            return desk.show(_PAGE, **facts, trial=None, typed={})
        typed = _typed(desk)
        try:
            trial = await try_settings(desk.services, desk.actor, desk.campaign_id, territory, typed)
        except RuleViolation as violation:
            if violation.refusal is Refusal.OFFICE_FORBIDDEN:
                raise
            return desk.refused(_PAGE, violation, **facts, trial=None, typed=typed)
        return desk.show(_PAGE, **facts, trial=trial, typed=_written(trial.tried))


async def _facts(desk: Desk) -> dict[str, Any]:
    names = tables.territories_of(desk)
    counted = await list_counted(desk.services, desk.actor, desk.campaign_id)
    return {
        "territories": [(slug, names[slug]) for slug in counted],
        "chosen": desk.request.query.get("territory", ""),
        "folder": f"{desk.campaign_id.campaign}/what-if",
        "ties": tuple(TIES),
        "not_fitting": tuple(NotFitting),
    }


def _typed(desk: Desk) -> Mapping[str, str]:
    """Return the fields of the address; a first look at a territory brings none."""
    query = desk.request.query
    return {field.value: query[field.value].strip() for field in TriedField if field.value in query}


def _written(settings: Settings) -> Mapping[str, str]:
    return {
        TriedField.THRESHOLD: str(settings.threshold),
        TriedField.MONEY: str(settings.money),
        TriedField.NOT_FITTING: settings.not_fitting.value,
        TriedField.TIES: name_of(settings.ties),
        TriedField.EXCLUSIVE: "\n".join(f"{first}-{second}" for first, second in settings.exclusive),
    }
