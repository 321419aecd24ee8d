"""Counting a territory: the rule is asked, the outcome kept, people are told (F1, F5)."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.outcome import Candidate, Decision, Tally
from core.model.project import Project, ProjectStatus
from core.rulebook.model import Rulebook
from core.rules.lots import lot_seed
from core.rules.outcome import Outcome, outcome
from core.store import audience, browsing, outbox
from core.store import outcome as store
from core.usecases.council.exclusive import exclusive_pairs
from core.usecases.freeze.reading import require_frozen, threshold_of
from core.usecases.notice.kinds import NoticeKind
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.outcome.written import TerritoryOutcome, read_written, written

_STATUS = {
    Decision.WON: ProjectStatus.WON,
    Decision.PART: ProjectStatus.WON,
    Decision.BELOW_THRESHOLD: ProjectStatus.NOT_FUNDED,
    Decision.DOES_NOT_FIT: ProjectStatus.NOT_FUNDED,
    Decision.AFTER_STOP: ProjectStatus.NOT_FUNDED,
    Decision.EXCLUDED: ProjectStatus.NOT_FUNDED,
    Decision.AWAITS_LOT: ProjectStatus.ADMITTED,
    Decision.STOPPED: ProjectStatus.STOPPED,
}


async def count(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    tally: Tally,
    *,
    is_hidden: bool,
    now: datetime,
    lot_value: str | None = None,
) -> Outcome:
    """Count a territory by its rulebook, keep the outcome and queue the news to everybody there.

    ``lot_value`` is the public value that settles a lot; a hidden count tells its winners alone (ledger 4).
    """
    projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    if rulebook.outcome is None:
        raise LookupError("a campaign that votes here has rules for its outcome")
    pairs = await exclusive_pairs(connection, campaign_id, rulebook)
    frozen = await require_frozen(connection, campaign_id, territory)
    seed = None
    if lot_value is not None:
        seed = lot_seed(
            campaign=campaign_id.campaign, territory=territory, freeze_hash=frozen.digest, value=lot_value
        )
    result = outcome(
        [_candidate(item, tally) for item in projects],
        money=rulebook.money[territory].value,
        threshold=threshold_of(frozen),
        rules=replace(rulebook.outcome, exclusive=pairs),
        lot_seed=seed,
    )
    text = written(result, is_hidden=is_hidden, invalid=tally.invalid)
    await _keep(connection, campaign_id, rulebook, territory, result, text, now)
    return result


def _candidate(project: Project, tally: Tally) -> Candidate:
    return Candidate(
        number=project.number,
        cost=project.cost,
        votes=tally.votes.get(project.number, 0),
        is_stopped=project.status is ProjectStatus.STOPPED,
    )


async def _keep(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    result: Outcome,
    text: str,
    now: datetime,
) -> None:
    before = await store.get_outcome(connection, campaign_id, territory)
    await store.keep_outcome(
        connection,
        campaign_id,
        territory=territory,
        result=text,
        now=now,
    )
    for row in result.rows:
        await browsing.set_status(connection, campaign_id, row.number, _STATUS[row.decision])
    known = read_written(territory, before["result"], before["counted_at"]) if before is not None else None
    state = "lot" if result.awaiting else "final"
    await _tell_territory(connection, campaign_id, rulebook, territory, state, now)
    for number in _with_news(result, known):
        await _tell_interested(connection, campaign_id, number, state, now)


async def _tell_territory(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    state: str,
    now: datetime,
) -> None:
    within = [slug for slug in rulebook.territories.nodes if rulebook.voting_territory(slug) == territory]
    await outbox.write_to_territories(
        connection,
        campaign_id,
        territories=within,
        kind=NoticeKind.OUTCOME.value,
        about=f"{campaign_id.campaign}:{territory}:{state}",
        facts={"territory": territory},
        due_at=now,
    )


async def _tell_interested(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, state: str, now: datetime
) -> None:
    await outbox.write_to(
        connection,
        campaign_id,
        audience.is_interested(campaign_id, number),
        kind=NoticeKind.PROJECT_RESULT.value,
        about=f"{campaign_id.campaign}:{number}:{state}",
        facts={"number": number},
        due_at=now,
    )


def _with_news(result: Outcome, before: TerritoryOutcome | None) -> list[int]:
    """Return the projects of which people do not know this yet: all, or those that a lot has settled (F5)."""
    if before is None:
        return [row.number for row in result.rows]
    known = {line.number: (line.decision, line.granted) for line in before.lines}
    return [
        row.number
        for row in result.rows
        if row.number in known and known[row.number] != (row.decision, row.granted)
    ]
