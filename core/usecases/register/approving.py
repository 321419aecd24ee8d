"""A second person approves a register or sends it back; apart from reading it, this is brief (L1, L3)."""

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.store import replacing, staging
from core.usecases.office.permission import log_act, require_right, require_second_person
from core.usecases.register.permission import require_register
from core.usecases.register.reading import Reading
from core.usecases.services import Services


async def approve_register(services: Services, actor: Actor, campaign_id: CampaignId, import_id: int) -> None:
    """Put a register that waits in the place of the one in force, as a whole and at once.

    Others that wait are settled with it: whoever looked at them compared them with the former register.

    Raises:
        RuleViolation: ``office-forbidden``, ``register-frozen``, ``import-unknown``, ``import-settled``,
            ``import-empty``, ``office-same-person`` where the same person handed it in, by whatever login, or
            ``office-handed-out``.
    """
    async with services.database.write() as connection:
        await require_register(services, connection, actor, campaign_id, OfficeAct.APPROVE_REGISTER)
        row = await _require_waiting(connection, campaign_id, import_id)
        if not row["people"]:
            raise refuse(Refusal.IMPORT_EMPTY, refused=row["refused"])
        if row["staged_person"] is not None:
            await require_second_person(connection, actor, row["staged_person"])
        await replacing.replace_register(connection, campaign_id.akimat, import_id)
        await _settle(services, connection, actor, campaign_id, import_id, ImportState.APPROVED)
        now = services.clock.now()
        await staging.settle_waiting(connection, campaign_id.akimat, ImportState.REPLACED, now=now)
        facts = {name: row[name] for name in ("rows", "people", "refused", "mended", "digest")}
        subject = str(import_id)
        await log_act(services, connection, actor, campaign_id, "approve-register", subject, after=facts)
    await Reading(services=services, campaign_id=campaign_id, import_id=import_id).drop_people()


async def reject_register(services: Services, actor: Actor, campaign_id: CampaignId, import_id: int) -> None:
    """Send a register back, one's own too: nothing of it comes into force.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``import-unknown`` or ``import-settled``.
    """
    async with services.database.write() as connection:
        await staging.lock_imports(connection, actor.akimat)
        await require_right(services, connection, actor, campaign_id, OfficeAct.APPROVE_REGISTER, lock=True)
        await _require_waiting(connection, campaign_id, import_id)
        await _settle(services, connection, actor, campaign_id, import_id, ImportState.REJECTED)
        await log_act(services, connection, actor, campaign_id, "reject-register", str(import_id))
    await Reading(services=services, campaign_id=campaign_id, import_id=import_id).drop_people()


async def _require_waiting(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int
) -> RowMapping:
    row = await staging.get_import(connection, campaign_id, import_id, lock=True)
    if row is None or row["state"] == ImportState.READING:
        raise refuse(Refusal.IMPORT_UNKNOWN)
    if row["state"] != ImportState.WAITING:
        raise refuse(Refusal.IMPORT_SETTLED, state=row["state"], settled_at=row["settled_at"])
    return row


async def _settle(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    import_id: int,
    state: ImportState,
) -> None:
    await staging.change_import(
        connection,
        campaign_id.akimat,
        import_id,
        state=state.value,
        settled_by=actor.staff_id,
        settled_at=services.clock.now(),
    )
