"""The outcome of a territory for whoever asks (F5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.territory import Territory
from core.rulebook.model import Rulebook
from core.store import browsing
from core.store import outcome as store
from core.usecases.elsewhere.reading import OtherChannel, read_other_channel
from core.usecases.outcome.written import TerritoryOutcome, read_written
from core.usecases.result.decisions import ResultDecision, read_decisions
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryReport:
    """What is said of a voting territory: its ``outcome`` once counted, ``titles`` by application number.

    ``other`` is the other channel of a joint campaign beside it (A6), ``decisions`` what the council has
    published by application number (F2).
    """

    rulebook: Rulebook
    territory: Territory
    outcome: TerritoryOutcome | None
    titles: Mapping[int, Text]
    other: OtherChannel | None = None
    decisions: Mapping[int, ResultDecision] = field(default_factory=dict)


async def get_outcome(services: Services, campaign_id: CampaignId, territory: str) -> TerritoryOutcome | None:
    """Return what was counted where votes of ``territory`` count, ``None`` before the count."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        voting_territory = rulebook.voting_territory(territory)
        if voting_territory is None:
            return None
        return await read_outcome(connection, campaign_id, voting_territory)


async def get_report(services: Services, campaign_id: CampaignId, territory: str) -> TerritoryReport | None:
    """Return the report of where votes of ``territory`` count, ``None`` where it lies above all of these.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``territory-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if territory not in rulebook.territories.nodes:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        voting_territory = rulebook.voting_territory(territory)
        if voting_territory is None:
            return None
        found = await read_outcome(connection, campaign_id, voting_territory)
        decided = await read_decisions(connection, campaign_id) if found is not None else {}
        decisions = {each.number: each for each in decided.values() if each.territory == voting_territory}
        counted = [line.number for line in found.lines] if found is not None else []
        numbers = sorted({*counted, *decisions})
        projects = await browsing.list_projects(connection, campaign_id, numbers)
        other = None
        if found is not None:
            other = await read_other_channel(connection, campaign_id, rulebook, found)
    return TerritoryReport(
        rulebook=rulebook,
        territory=rulebook.territories.require(voting_territory),
        outcome=found,
        titles={project.number: project.title for project in projects},
        other=other,
        decisions=decisions,
    )


async def list_counted(services: Services, campaign_id: CampaignId) -> frozenset[str]:
    """Return the voting territories that have been counted."""
    async with services.database.read() as connection:
        return frozenset(await store.list_counted(connection, campaign_id))


async def read_outcome(
    connection: AsyncConnection, campaign_id: CampaignId, voting_territory: str
) -> TerritoryOutcome | None:
    """Return what was counted in a voting territory, in a transaction at hand; ``None`` before."""
    row = await store.get_outcome(connection, campaign_id, voting_territory)
    return read_written(voting_territory, row["result"], row["counted_at"]) if row is not None else None
