"""Proposing an amendment: the rules are asked at once, so that nobody approves what cannot be (A2, A4)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.amendment import (
    KINDS,
    Amending,
    AmendmentState,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Extension,
    Merger,
    Stop,
)
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.amendment_verdicts import amendment_verdict, settling_verdict
from core.rules.amendments import window_of
from core.rules.permissions import OfficeAct
from core.store import amendment as store
from core.usecases.amendment.standing import find_project, find_standing
from core.usecases.amendment.written import told
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services

_NAMES_JOINED = " – "


async def propose_extension(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    reason: Text,
    *,
    stage: Stage | None,
    territory: str | None,
    closes: datetime | None,
) -> int:
    """Propose that a stage ends at ``closes`` (half-open, UTC), in a territory or for the campaign (A2).

    ``None`` stands for what was typed and is no stage, or no date. Territories with dates of their own for
    this stage keep them when the campaign's move. Every proposal returns its number.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, or every reason of the rules.
    """
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id)
        if stage is None or closes is None:
            what_is_wrong = "stage" if stage is None else "date"
            raise refuse(Refusal.AMENDMENT_WRONG, what=what_is_wrong, stage="", count=0)
        window = window_of(rulebook, stage, territory)
        old = window.closes if window is not None else closes
        what = Extension(stage=stage, territory=territory, old=old, new=closes)
        return await _propose(services, connection, actor, campaign_id, rulebook, what, reason)


async def propose_merger(
    services: Services, actor: Actor, campaign_id: CampaignId, reason: Text, *, territories: Sequence[str]
) -> int:
    """Propose that voting territories have one list, one sum of money and one threshold (A4, K1).

    Raises: as ``propose_extension``.
    """
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id)
        # In the order of the rulebook, so that the name reads alike whoever ticks first.
        members = [slug for slug in rulebook.voting.territories if slug in territories]
        names = [rulebook.territories.require(slug).name for slug in members]
        what = Merger(
            territories=tuple(members),
            slug=await _free_slug(connection, campaign_id, rulebook),
            name=Text(
                kk=_NAMES_JOINED.join(name.kk for name in names),
                ru=_NAMES_JOINED.join(name.ru for name in names),
            ),
        )
        return await _propose(services, connection, actor, campaign_id, rulebook, what, reason)


async def propose_freeze(
    services: Services, actor: Actor, campaign_id: CampaignId, reason: Text, *, territory: str
) -> int:
    """Propose that a ballot stands from now on, before its opening (A4); raise as ``propose_extension``."""
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id)
        what = EarlyFreeze(territory=territory)
        return await _propose(services, connection, actor, campaign_id, rulebook, what, reason)


async def propose_stop(
    services: Services, actor: Actor, campaign_id: CampaignId, reason: Text, *, number: int
) -> int:
    """Propose that a project of a frozen ballot is stopped (A4); raise as ``propose_extension``."""
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id)
        return await _propose(services, connection, actor, campaign_id, rulebook, Stop(number=number), reason)


async def propose_correction(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    reason: Text,
    *,
    number: int,
    field: CorrectedField,
    new: Text,
) -> int:
    """Propose other words for a typing error in a title or text (A4); raise as ``propose_extension``."""
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id)
        wanted = Correction(number=number, field=field, old=new, new=new)
        project = await find_project(connection, campaign_id, wanted)
        old = new
        if project is not None:
            old = project.title if field is CorrectedField.TITLE else project.description
        what = Correction(number=number, field=field, old=old, new=new)
        return await _propose(services, connection, actor, campaign_id, rulebook, what, reason)


async def withdraw_amendment(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Take back what waits for a second person.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``amendment-unknown`` or
            ``amendment-settled``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.AMEND_RULES, lock=True)
        found = await store.get_amendment(connection, campaign_id, number)
        if found is None:
            raise refuse(Refusal.AMENDMENT_UNKNOWN, number=number)
        settling_verdict(found[0]).enforce()
        await store.settle(
            connection,
            campaign_id,
            number,
            AmendmentState.WITHDRAWN,
            settled_by=actor.staff_id,
            now=services.clock.now(),
        )
        await log_act(services, connection, actor, campaign_id, "withdraw-amendment", str(number))


async def _require(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId
) -> Rulebook:
    return await require_right(services, connection, actor, campaign_id, OfficeAct.AMEND_RULES, lock=True)


async def _propose(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    what: Amending,
    reason: Text,
) -> int:
    now = services.clock.now()
    standing = await find_standing(services, connection, campaign_id, rulebook, what)
    amendment_verdict(rulebook, what, reason, standing, now).enforce()
    number = await store.add_amendment(
        connection,
        campaign_id,
        what,
        reason,
        proposed_by=actor.staff_id,
        proposed_person=actor.person_key,
        now=now,
    )
    after = {"kind": KINDS[type(what)].value, **told(what)}
    await log_act(services, connection, actor, campaign_id, "propose-amendment", str(number), after=after)
    return number


async def _free_slug(connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook) -> str:
    """Return a name for the whole that the tree does not know; it stands in links and on files of keys."""
    number = await store.next_number(connection, campaign_id)
    while f"merged-{number}" in rulebook.territories.nodes:
        number += 1
    return f"merged-{number}"
