"""Trying other settings on a territory that is counted: looked at, logged, and kept nowhere (F4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import OutcomeRules, Rulebook
from core.rules.permissions import OfficeAct
from core.rules.what_if import Compared, Fate, Settings, SettingWrong, compare, read_settings, try_out
from core.store import browsing
from core.store import outcome as store
from core.usecases.council.exclusive import exclusive_pairs
from core.usecases.elsewhere.reading import candidates_of
from core.usecases.office.permission import log_act, require_right
from core.usecases.outcome.reading import read_outcome
from core.usecases.outcome.written import TerritoryOutcome
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A trial beside the outcome that binds: settings of both, projects, and what winners get together."""

    territory: str
    binding: Settings
    tried: Settings
    projects: Sequence[Compared]
    titles: Mapping[int, Text]
    binding_spent: int
    tried_spent: int

    @property
    def changed(self) -> int:
        """Return of how many projects the trial makes something else."""
        return sum(each.is_changed for each in self.projects)


async def list_counted(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[str]:
    """Return the territories on which settings may be tried; raise ``office-forbidden``, ``office-stage``."""
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.TRY_SETTINGS)
        counted = await store.list_counted(connection, campaign_id)
    return [slug for slug in rulebook.voting.territories if slug in counted]


async def try_settings(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, typed: Mapping[str, str]
) -> Trial:
    """Return what other settings would have made of the count of a territory.

    ``typed`` has what a form says, by the setting's name. Each look is in the log with its settings.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``what-if-uncounted``, ``what-if-hidden`` or
            ``what-if-wrong`` with the field.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.TRY_SETTINGS)
        outcome = await read_outcome(connection, campaign_id, territory)
        if outcome is None or rulebook.outcome is None:
            raise refuse(Refusal.WHAT_IF_UNCOUNTED)
        # With a tally that is hidden, a trial with another threshold would tell it vote by vote (ledger 4).
        if outcome.is_hidden:
            raise refuse(Refusal.WHAT_IF_HIDDEN)
        binding = await _binding(connection, campaign_id, rulebook, rulebook.outcome, outcome)
        tried = _read(typed, binding, outcome)
        facts = {"threshold": tried.threshold, "money": tried.money, "not_fitting": tried.not_fitting.value}
        await log_act(services, connection, actor, campaign_id, "what-if", territory, after=facts)
        titles = {
            each.number: each.title
            for each in await browsing.list_projects(
                connection, campaign_id, [line.number for line in outcome.lines]
            )
        }
    counted = try_out(candidates_of(outcome), tried, rulebook.outcome, lot_seed=outcome.lot_seed)
    return Trial(
        territory=territory,
        binding=binding,
        tried=tried,
        projects=compare(_fates(outcome), counted),
        titles=titles,
        binding_spent=outcome.spent,
        tried_spent=counted.spent,
    )


async def _binding(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    rules: OutcomeRules,
    outcome: TerritoryOutcome,
) -> Settings:
    here = {line.number for line in outcome.lines}
    pairs = await exclusive_pairs(connection, campaign_id, rulebook)
    return Settings(
        threshold=outcome.threshold,
        money=outcome.money,
        not_fitting=rules.not_fitting.value,
        ties=rules.ties.value,
        exclusive=tuple(sorted(pair for pair in pairs if here >= set(pair))),
    )


def _read(typed: Mapping[str, str], binding: Settings, outcome: TerritoryOutcome) -> Settings:
    try:
        return read_settings(typed, binding, {line.number for line in outcome.lines})
    except SettingWrong as wrong:
        raise refuse(Refusal.WHAT_IF_WRONG, field=wrong.field.value) from wrong


def _fates(outcome: TerritoryOutcome) -> Mapping[int, Fate]:
    return {
        line.number: Fate(decision=line.decision, granted=line.granted, excluded_by=line.excluded_by)
        for line in outcome.lines
    }
