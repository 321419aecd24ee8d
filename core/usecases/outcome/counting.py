"""Counting a territory: the rule is asked, the outcome kept, people are told (F1, F5)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.encoding import canonical, digest
from core.model.outcome import Candidate, Decision
from core.model.project import Project, ProjectStatus
from core.model.stage import Stage
from core.rulebook.changes import fingerprint
from core.rulebook.model import Rulebook
from core.rules.eligibility import count_entitled
from core.rules.lots import lot_seed
from core.rules.outcome import Outcome, outcome, required_votes
from core.store import audience, browsing, outbox, register
from core.store import outcome as store
from core.usecases.council.exclusive import Pairs, exclusive_pairs
from core.usecases.notice.kinds import NoticeKind
from core.usecases.outcome.written import TerritoryOutcome, read_written, written

_STATUS = {
    Decision.WON: ProjectStatus.WON,
    Decision.PART: ProjectStatus.WON,
    Decision.BELOW_THRESHOLD: ProjectStatus.NOT_FUNDED,
    Decision.DOES_NOT_FIT: ProjectStatus.NOT_FUNDED,
    Decision.AFTER_STOP: ProjectStatus.NOT_FUNDED,
    Decision.EXCLUDED: ProjectStatus.NOT_FUNDED,
    Decision.AWAITS_LOT: ProjectStatus.ADMITTED,
}


async def count(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    tally: Mapping[int, int],
    *,
    hidden: str | None,
    now: datetime,
    lot_value: str | None = None,
) -> Outcome:
    """Count a territory by its rulebook, keep the outcome and queue the news to everybody there.

    ``tally`` has the votes by project number; ``lot_value`` is the public value that settles a lot.
    """
    projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    if rulebook.outcome is None:
        raise LookupError("a campaign that votes here has rules for its outcome")
    pairs = await exclusive_pairs(connection, campaign_id, rulebook)
    seed = None
    if lot_value is not None:
        seed = lot_seed(
            campaign=campaign_id.campaign,
            territory=territory,
            freeze_hash=freeze_hash(rulebook, projects, pairs),
            value=lot_value,
        )
    result = outcome(
        [Candidate(number=item.number, cost=item.cost, votes=tally.get(item.number, 0)) for item in projects],
        money=rulebook.money[territory].value,
        threshold=await _threshold(connection, campaign_id, rulebook, territory),
        rules=replace(rulebook.outcome, exclusive=pairs),
        lot_seed=seed,
    )
    await _keep(connection, campaign_id, rulebook, territory, result, hidden=hidden, now=now)
    return result


def freeze_hash(rulebook: Rulebook, projects: list[Project], pairs: Pairs) -> str:
    """Return the hash over the rules, costs and pairs that stand since voting began (A4, ledger 11).

    Of ``pairs`` those count that the office has marked: the rulebook's own are in its fingerprint.
    """
    own = rulebook.outcome.exclusive if rulebook.outcome is not None else ()
    marked = [list(pair) for pair in pairs if pair not in own]
    frozen = {
        "rulebook": fingerprint(rulebook),
        "projects": [{"number": item.number, "cost": item.cost} for item in projects],
        **({"exclusive": marked} if marked else {}),
    }
    return digest(canonical(frozen)).hex()


async def list_on_ballot(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> list[Project]:
    """Return the projects for which votes of the voting territory may be (E3)."""
    return [
        item
        for item in await browsing.list_projects(connection, campaign_id)
        if item.status is not ProjectStatus.REFUSED and rulebook.voting_territory(item.territory) == territory
    ]


async def _threshold(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> int:
    """Return the least number of votes; a share is taken of those entitled in the territory (F1, K1)."""
    threshold = rulebook.voting.threshold.value
    window = rulebook.window(Stage.VOTING, territory)
    if not isinstance(threshold, Fraction) or window is None:
        return required_votes(threshold, 0)
    residents = await register.list_residents(connection, campaign_id.akimat)
    return required_votes(threshold, count_entitled(residents, territory, rulebook, window))


async def _keep(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    result: Outcome,
    *,
    hidden: str | None,
    now: datetime,
) -> None:
    before = await store.get_outcome(connection, campaign_id, territory)
    await store.keep_outcome(
        connection,
        campaign_id,
        territory=territory,
        result=written(result, is_hidden=hidden is not None),
        hidden=hidden,
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
