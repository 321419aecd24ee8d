"""What everybody may know of the council's decisions: published, beside what was counted, in words (F2).

Apart from the sitting, because bot, pages, notices and open data read it and none of them sees opinions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.language.locales import Words
from core.language.shortening import shortened
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.outcome import Decision
from core.store import outcome as outcomes
from core.store import result as store
from core.usecases.outcome.written import read_written
from core.usecases.services import Services

DECISION_TEXTS = ("result-implemented", "result-declined", "result-differs", "result-reason")
"""What is said of a decision."""

_WINNING = frozenset({Decision.WON, Decision.PART})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultDecision:
    """What the council decided on a project; ``has_won`` is what the count had made of it (F2)."""

    number: int
    territory: str
    is_implemented: bool
    has_won: bool
    reason: Text | None

    @property
    def differs(self) -> bool:
        """Say whether the council decided otherwise than the count."""
        return self.is_implemented != self.has_won


async def list_decisions(
    services: Services, campaign_id: CampaignId, numbers: Sequence[int]
) -> dict[int, ResultDecision]:
    """Return what the council has published about these projects, by application number (F2)."""
    async with services.database.read() as connection:
        return await read_decisions(connection, campaign_id, numbers)


async def read_decisions(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Sequence[int] | None = None
) -> dict[int, ResultDecision]:
    """Return the same (of all projects without numbers) in a transaction at hand."""
    rows = await store.list_published(connection, campaign_id, numbers)
    if not rows:
        return {}
    winners = await _winners(connection, campaign_id)
    return {
        row["number"]: ResultDecision(
            number=row["number"],
            territory=row["territory"],
            is_implemented=row["verdict"] == store.IMPLEMENTED,
            has_won=row["number"] in winners,
            reason=Text(kk=row["reason_kk"], ru=row["reason_ru"]) if row["reason_kk"] else None,
        )
        for row in rows
    }


def say_decision(words: Words, decision: ResultDecision, reason_at_most: int | None = None) -> list[str]:
    """Return the decision in words, that it differs from the count where it does, and the reason."""
    said = [words("result-implemented" if decision.is_implemented else "result-declined")]
    if decision.differs:
        said.append(words("result-differs", is_won=decision.has_won))
    if decision.reason is not None:
        reason = decision.reason.in_language(words.language)
        said.append(words("result-reason", reason=shortened(reason, reason_at_most or len(reason))))
    return said


async def _winners(connection: AsyncConnection, campaign_id: CampaignId) -> frozenset[int]:
    return frozenset(
        line.number
        for row in await outcomes.list_outcomes(connection, campaign_id)
        for line in read_written(row["territory"], row["result"], row["counted_at"]).lines
        if line.decision in _WINNING
    )
