"""What stands on a sheet and on a slip, for whoever prints them (E8)."""

from core.documents.paper_vote import BallotFacts, RollSheetFacts
from core.model.campaign import CampaignId
from core.model.project import ProjectStatus
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage
from core.rules.paper_vote import has_paper, lines_until
from core.rules.permissions import OfficeAct
from core.store import freeze
from core.store import paper_vote as store
from core.usecases.office.permission import require_right
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.services import Services


async def gather_sheet(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> RollSheetFacts:
    """Return a sheet to print, empty.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sheet-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SHEETS)
        sheet = await store.get_sheet(connection, campaign_id, number)
    window = rulebook.window(Stage.VOTING, sheet.territory) if sheet is not None else None
    if sheet is None or window is None:
        raise refuse(Refusal.SHEET_UNKNOWN, number=number)
    return RollSheetFacts(
        rulebook=rulebook,
        number=number,
        territory=rulebook.territories.require(sheet.territory).name,
        lines=sheet.lines,
        opens=window.opens,
        closes=window.closes,
        until=None if sheet.is_connected else lines_until(rulebook, sheet.territory),
        opened_at=sheet.opened_at,
    )


async def gather_ballot(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> BallotFacts:
    """Return the slip of a voting territory, once its list is frozen.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``paper-not-here``, or ``voting-opening``
            before the freeze.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SHEETS)
        if not has_paper(rulebook) or territory not in rulebook.voting.territories:
            raise refuse(Refusal.PAPER_NOT_HERE)
        frozen = await freeze.get_freeze(connection, campaign_id, territory)
        if frozen is None or frozen.frozen_at is None:
            raise refuse(Refusal.VOTING_OPENING)
        projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    return BallotFacts(
        rulebook=rulebook,
        territory=rulebook.territories.require(territory).name,
        projects=[
            (each.number, each.title)
            for each in sorted(projects, key=lambda each: each.number)
            if each.status is not ProjectStatus.STOPPED
        ],
        frozen_at=frozen.frozen_at,
    )
