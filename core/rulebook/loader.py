"""Read a rulebook: TOML text in, frozen data or every error out; the one door of this package (A1)."""

from collections.abc import Mapping

from core.model.language import Language
from core.model.territory import TerritoryTree
from core.rulebook.coherence import (
    check_adults,
    check_money,
    check_overrides,
    check_unstated,
    check_voting_territories,
)
from core.rulebook.kinds import REMINDER, SLUG, WORDS, exactly, one_of, several, whole
from core.rulebook.lines import parse
from core.rulebook.model import ListOrder, Rulebook
from core.rulebook.parts import (
    read_acts,
    read_akimat,
    read_authors,
    read_council,
    read_named,
    read_official,
    read_sourced,
    read_territories,
)
from core.rulebook.problems import Problems, RulebookErrors
from core.rulebook.proposal import check_models, read_models, read_proposal
from core.rulebook.stages import Windows, read_overrides, read_stages
from core.rulebook.table import Reading, Table
from core.rulebook.voting import read_cost_cap, read_funding, read_money, read_outcome, read_voting

_LIMITS = {
    "votes_per_person": exactly(1, "several votes per person are not counted by this version: must be 1"),
    "proposals_per_author": whole(least=1, most=100),
    "title_sentences": whole(least=1, most=10),
    "pictures_at_least": whole(most=10),
    "pictures_at_most": whole(least=1, most=10),
    "yard_years": whole(most=50),
}
_REVIEW = {
    "formal_check_working_days": whole(least=1, most=100),
    "rework_days": whole(least=1, most=100),
    "appeal_days": whole(least=1, most=100),
    "appeal_answer_working_days": whole(least=1, most=100),
    "claim_days": whole(least=1, most=366),
    "case_working_days": whole(least=1, most=100),
}
_REMINDERS = {key: several(REMINDER) for key in ("intake", "rework", "review", "voting")}
_RETENTION_KEYS = ("drafts_days", "proposals_days", "notices_days", "register_days", "roll_days", "logs_days")
_RETENTION = {key: whole(least=1, most=36500) for key in _RETENTION_KEYS}


def read(text: str, source_name: str) -> Rulebook:
    """Return the rulebook that ``text`` is; ``source_name`` is the file's name for messages.

    Raises:
        RulebookErrors: with all errors of meaning at once, each with its line and dotted key, or with the one
            error of syntax (A1).
    """
    data, lines = parse(text, source_name)
    problems = Problems(lines)
    root = Table(data, (), Reading(problems=problems, acts=_act_slugs(data), left_open=_left_open(data)))
    rulebook = _read_root(root)
    if errors := problems.errors():
        raise RulebookErrors(source_name, errors)
    return rulebook


def _read_root(root: Table) -> Rulebook:
    territories = read_territories(root.table("territories"))
    voting = read_voting(root.table("voting"))
    stages = read_stages(root.table("stages"))
    money, money_source = read_money(root.table("money")) if root.has("money") else ({}, None)
    rulebook = Rulebook(
        campaign=root.value("campaign", SLUG),
        akimat=read_akimat(root.table("akimat")),
        title=root.text("title"),
        plan_year=root.value("plan_year", whole(least=2000, most=2100)),
        acts=read_acts(root.table("acts")),
        territories=territories,
        stages=stages,
        stage_overrides=_read_overrides(root, stages, territories),
        directions=read_named(root, "directions"),
        requirements=root.texts("requirements"),
        criteria=read_named(root, "criteria"),
        grounds=read_named(root, "grounds"),
        authors=read_authors(root, "authors"),
        limits=read_sourced(root.table("limits"), _LIMITS),
        proposal=read_proposal(root.table("proposal")),
        models=read_models(root, "models") if "models" in root else (),
        cost_cap=read_cost_cap(root.table("cost_cap")) if root.has("cost_cap") else None,
        money=money,
        money_source=money_source,
        housing_spending=read_funding(root.table("funding")) if "funding" in root else None,
        council=read_council(root.table("council")),
        voting=voting,
        outcome=read_outcome(root.table("outcome")) if root.has("outcome") else None,
        list_order=root.sourced("list_order", one_of(ListOrder)),
        review=read_sourced(root.table("review"), _REVIEW),
        official=read_official(root.table("official")),
        reminders=read_sourced(root.table("reminders"), _REMINDERS),
        retention=read_sourced(root.table("retention"), _RETENTION),
        default_language=root.value("default_language", one_of(Language)),
        unstated=root.value("unstated", several(WORDS)) if "unstated" in root else (),
    )
    root.finish()
    _check(root, rulebook)
    return rulebook


def _read_overrides(root: Table, stages: Windows, tree: TerritoryTree) -> Mapping[str, Windows]:
    return read_overrides(root.table("stage_overrides"), stages, tree) if "stage_overrides" in root else {}


def _check(root: Table, rulebook: Rulebook) -> None:
    check_unstated(root, rulebook.unstated, rulebook.voting.mode.value)
    check_voting_territories(root, rulebook.territories, rulebook.voting)
    check_adults(root, rulebook.voting)
    check_overrides(root, rulebook)
    check_models(root, rulebook)
    if rulebook.money_source is not None:
        check_money(root, rulebook.money, rulebook.voting)


def _act_slugs(data: Mapping[str, object]) -> frozenset[str]:
    acts = data.get("acts")
    return frozenset(acts) if isinstance(acts, dict) else frozenset()


def _left_open(data: Mapping[str, object]) -> frozenset[str]:
    unstated = data.get("unstated")
    return (
        frozenset(key for key in unstated if isinstance(key, str))
        if isinstance(unstated, list)
        else frozenset()
    )
