"""A second person approves a list of the other channel, by a signed act, or sends it back (A6, L1)."""

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.tree import root
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.store import elsewhere_import as store
from core.usecases.elsewhere.permission import require_joint
from core.usecases.office.permission import log_act, require_second_person
from core.usecases.outcome.acts import record_act
from core.usecases.services import Services


async def approve_list(services: Services, actor: Actor, campaign_id: CampaignId, import_id: int) -> None:
    """Refuse from now on whom the list names, and know who of them has voted here before (A6, P3).

    The campaign's row is locked as it is for a vote: one that comes at once is refused or seen here.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``elsewhere-not-joint``,
            ``elsewhere-list-unknown``, ``elsewhere-list-settled``, ``elsewhere-list-empty``,
            ``elsewhere-list-late`` after the protocol of a territory that it touches,
            ``office-same-person`` or ``office-handed-out``.
        KeyMissing: where nobody can sign the act.
    """
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.APPROVE_ELSEWHERE, lock=True)
        row = await _require_waiting(connection, campaign_id, import_id)
        if not row["people"]:
            raise refuse(Refusal.ELSEWHERE_LIST_EMPTY, refused=row["refused"])
        await require_second_person(connection, actor, row["staged_person"])
        if await store.is_late(connection, campaign_id, import_id):
            raise refuse(Refusal.ELSEWHERE_LIST_LATE)
        new = await store.list_new(connection, campaign_id, import_id)
        both = await store.count_in_roll(connection, campaign_id, import_id)
        await store.put_in_force(connection, campaign_id, import_id)
        facts = {"count": len(new), "root": root(new).hex()}
        now = services.clock.now()
        act = await record_act(services, connection, campaign_id, "import", now, **facts)
        settled = {"added": len(new), "root": facts["root"], "act": act}
        await _settle(services, connection, actor, campaign_id, import_id, ImportState.APPROVED, **settled)
        said = {**facts, "both": both}
        await log_act(
            services, connection, actor, campaign_id, "approve-elsewhere", str(import_id), after=said
        )


async def reject_list(services: Services, actor: Actor, campaign_id: CampaignId, import_id: int) -> None:
    """Send a list back, one's own too: nobody is refused for it.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``elsewhere-not-joint``,
            ``elsewhere-list-unknown`` or ``elsewhere-list-settled``.
    """
    async with services.database.write() as connection:
        await require_joint(services, connection, actor, campaign_id, OfficeAct.APPROVE_ELSEWHERE, lock=True)
        await _require_waiting(connection, campaign_id, import_id)
        await _settle(services, connection, actor, campaign_id, import_id, ImportState.REJECTED)
        await log_act(services, connection, actor, campaign_id, "reject-elsewhere", str(import_id))


async def _require_waiting(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int
) -> RowMapping:
    row = await store.get_import(connection, campaign_id, import_id)
    if row is None:
        raise refuse(Refusal.ELSEWHERE_LIST_UNKNOWN)
    if row["state"] != ImportState.WAITING:
        facts = {"state": row["state"], "settled_at": row["settled_at"]}
        raise refuse(Refusal.ELSEWHERE_LIST_SETTLED, **facts)
    return row


async def _settle(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    import_id: int,
    state: ImportState,
    **values: object,
) -> None:
    await store.change_import(
        connection,
        campaign_id,
        import_id,
        state=state.value,
        settled_by=actor.staff_id,
        settled_at=services.clock.now(),
        **values,
    )
    await store.drop_waiting(connection, campaign_id, import_id)
