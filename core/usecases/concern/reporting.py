"""Reporting pressure or a bought vote without a name: to the observer, never to the clerk (E9)."""

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.concern import ReportKind
from core.rulebook.model import Rulebook
from core.rules.concern import report_verdict
from core.store import concern as store
from core.usecases.services import Services


async def report(
    services: Services, campaign_id: CampaignId, kind: ReportKind, text: str
) -> tuple[int, Rulebook]:
    """Keep a report by kind, words and day, and return its number with whom else one may turn to.

    Nobody is named here and no account is given: who reports is known to no table and no log (E9).

    Raises:
        RuleViolation: ``campaign-unknown``, ``text-too-long`` or ``text-holds-iin``.
    """
    report_verdict(text).enforce()
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        today = local_date(services.clock.now())
        number = await store.add_report(connection, campaign_id, kind=kind, text=text.strip(), day=today)
    return number, rulebook
