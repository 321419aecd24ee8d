"""A member says what he thinks of a proposal, and may say otherwise until it is concluded (C2)."""

from datetime import datetime

from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Choice, Sitting
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.rules.sittings import Said, opinion_verdict
from core.store import opinion as store
from core.usecases.council.rows import require_head, require_item
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import require_proposal
from core.usecases.review.own import require_not_own
from core.usecases.services import Services


async def give_opinion(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, item: int, said: Said
) -> None:
    """Keep what a member says of the application ``item``; the log tells that he spoke, not what he said.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``not-a-member`` with ``what``: ``sitting``; ``sitting-closed`` with ``what``: ``sitting``,
            ``term``, ``item``; ``proposal-unknown``, ``own-proposal`` for whoever is its author or co-author
            and declares no conflict of interest, ``opinion-unreasoned``, ``text-too-long`` or
            ``text-holds-iin``.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.GIVE_OPINION, lock=True
        )
        sitting = await require_head(connection, campaign_id, number)
        if actor.staff_id not in {each.staff_id for each in sitting.members}:
            raise refuse(Refusal.NOT_A_MEMBER, what="sitting")
        _require_voting(sitting, await require_item(connection, campaign_id, number, item), now)
        if said.choice is not Choice.CONFLICT:
            proposal = await require_proposal(connection, campaign_id, item, None)
            await require_not_own(connection, actor, proposal, "opinion")
        opinion_verdict(rulebook, said).enforce()
        values = {
            "choice": said.choice.value,
            "ground": said.ground if said.choice is Choice.REFUSE else None,
            "comment": said.comment,
            "at": now,
        }
        await store.keep_opinion(connection, campaign_id, number, item, actor.staff_id, **values)
        await log_act(services, connection, actor, campaign_id, "give-opinion", f"{number}/{item}")


def _require_voting(sitting: Sitting, item: AgendaItem, now: datetime) -> None:
    if sitting.closed_at is not None:
        raise refuse(Refusal.SITTING_CLOSED, what="sitting", at=sitting.closed_at)
    if item.is_settled:
        raise refuse(Refusal.SITTING_CLOSED, what="item", at=sitting.decide_by)
    if now >= sitting.decide_by:
        raise refuse(Refusal.SITTING_CLOSED, what="term", at=sitting.decide_by)
