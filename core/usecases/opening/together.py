"""Opening a box by two people: one asks, another confirms, and it is opened and counted (ledger 4, 14)."""

from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyMissing, box_key, office_key
from core.identity.sealing import StaysSealed, seal, unseal
from core.ledger.opening import OpeningStopped
from core.ledger.seal import SealBroken, public_half
from core.ledger.shares import Share, ShareBroken, combine, read_share, written
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.opening import destruction_verdict, opening_verdict
from core.rules.permissions import OfficeAct
from core.store import campaign as campaigns
from core.store import opening as store
from core.usecases.office.permission import log_act, require_right, require_second_person
from core.usecases.opening.facts import Step, box_facts, get_fresh_request
from core.usecases.outcome.destroying import destroy_in
from core.usecases.outcome.opening import Opened, open_in
from core.usecases.services import Services


async def ask_opening(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, *, share: str = ""
) -> None:
    """Ask as the first of two people that a box be opened; where its key is in a safe, with one's share.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``territory-unknown``,
            every reason of ``opening_verdict``, ``opening-asked``, ``share-wrong``.
    """
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id, territory)
        facts = await box_facts(services, connection, campaign_id, rulebook, territory)
        opening_verdict(facts, services.clock.now()).enforce()
        sealed = None
        if rulebook.voting.is_key_in_safe:
            clear = written(
                _read_share(share, campaign_id, territory), campaign=campaign_id.campaign, territory=territory
            )
            sealed = seal(services.keys.read(office_key(campaign_id.akimat)), clear)
        await _ask(services, connection, actor, campaign_id, territory, Step.OPEN, sealed)


async def confirm_opening(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, *, share: str = ""
) -> Opened:
    """Open and count as the second of two people, in one transaction; a difference changes nothing.

    Raises:
        RuleViolation: as ``ask_opening``, and ``opening-not-asked``, ``office-same-person``,
            ``office-handed-out``, ``share-twice``, ``shares-differ``, ``opening-differs`` with ``what``,
            ``expected`` and ``found``, ``opening-vote-foreign``.
    """
    try:
        return await _open(services, actor, campaign_id, territory, share)
    except (OpeningStopped, SealBroken) as stopped:
        async with services.database.write() as connection:
            after = {"reason": str(stopped)}
            await log_act(services, connection, actor, campaign_id, "opening-stopped", territory, after=after)
        raise _said(stopped) from stopped


async def _open(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, share: str
) -> Opened:
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id, territory)
        facts = await box_facts(services, connection, campaign_id, rulebook, territory)
        opening_verdict(facts, services.clock.now()).enforce()
        request = await _require_request(services, connection, actor, campaign_id, territory, Step.OPEN)
        private = await _private(services, connection, campaign_id, rulebook, territory, request, share)
        opened = await open_in(services, connection, campaign_id, rulebook, territory, private)
        if opened is None:
            raise LookupError(f"{territory} was to be opened and is not closed")
        after = {"votes": opened.votes, "first": request["staff_id"]}
        await log_act(services, connection, actor, campaign_id, "open-box", territory, after=after)
    return opened


async def ask_destruction(services: Services, actor: Actor, campaign_id: CampaignId, territory: str) -> None:
    """Ask as the first of two people that the key of an open box be destroyed, with all its copies.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``territory-unknown``,
            ``box-not-open``, ``box-key-destroyed``, ``opening-asked``.
    """
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id, territory)
        destruction_verdict(await box_facts(services, connection, campaign_id, rulebook, territory)).enforce()
        await _ask(services, connection, actor, campaign_id, territory, Step.DESTROY, None)


async def confirm_destruction(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> None:
    """Destroy the key's file as the second of two people and say so in a signed act (ledger 13).

    Raises:
        RuleViolation: as ``ask_destruction``, and ``opening-not-asked``, ``office-same-person``,
            ``office-handed-out``.
    """
    async with services.database.write() as connection:
        rulebook = await _require(services, connection, actor, campaign_id, territory)
        destruction_verdict(await box_facts(services, connection, campaign_id, rulebook, territory)).enforce()
        request = await _require_request(services, connection, actor, campaign_id, territory, Step.DESTROY)
        await destroy_in(services, connection, campaign_id, territory)
        after = {"first": request["staff_id"]}
        await log_act(services, connection, actor, campaign_id, "destroy-box-key", territory, after=after)


async def forget_requests(services: Services, before: datetime) -> None:
    """Forget what the second person did not come for, shares of keys above all (ledger 14)."""
    async with services.database.read() as connection:
        if not await store.has_requests(connection, before):
            return
    async with services.database.write() as connection:
        await store.delete_requests(connection, before)


async def _require(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, territory: str
) -> Rulebook:
    rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.OPEN_BOX, lock=True)
    if territory not in rulebook.voting.territories:
        raise refuse(Refusal.TERRITORY_UNKNOWN)
    return rulebook


async def _ask(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    step: Step,
    share: bytes | None,
) -> None:
    known = await get_fresh_request(services, connection, campaign_id, territory, step)
    if known is not None and known["person_key"] != actor.person_key:
        raise refuse(Refusal.OPENING_ASKED)
    await store.keep_request(
        connection,
        campaign_id,
        territory=territory,
        step=step.value,
        staff_id=actor.staff_id,
        person_key=actor.person_key,
        asked_at=services.real_clock.now(),
        share=share,
    )
    await log_act(services, connection, actor, campaign_id, f"ask-{step.value}", territory)


async def _require_request(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    step: Step,
) -> RowMapping:
    request = await get_fresh_request(services, connection, campaign_id, territory, step)
    if request is None:
        raise refuse(Refusal.OPENING_NOT_ASKED)
    await require_second_person(connection, actor, request["person_key"])
    return request


async def _private(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    request: RowMapping,
    typed: str,
) -> bytes:
    """Return the private half: from its file, or of two shares, in this process's memory alone."""
    if not rulebook.voting.is_key_in_safe:
        return services.keys.read(box_key(campaign_id.akimat, campaign_id.campaign, territory))
    second = _read_share(typed, campaign_id, territory)
    try:
        clear = unseal(services.keys.read(office_key(campaign_id.akimat)), request["share"] or b"")
    except StaysSealed as error:
        raise KeyMissing("the office key is not the one that sealed the first share") from error
    try:
        private = combine(_read_share(clear, campaign_id, territory), second)
    except ShareBroken as error:
        raise refuse(Refusal.SHARE_TWICE, part=second.part) from error
    if public_half(private) != await campaigns.get_box_key(connection, campaign_id, territory):
        raise refuse(Refusal.SHARES_DIFFER)
    return private


def _read_share(typed: str, campaign_id: CampaignId, territory: str) -> Share:
    try:
        return read_share(typed, campaign=campaign_id.campaign, territory=territory)
    except ShareBroken as error:
        raise refuse(Refusal.SHARE_WRONG) from error


def _said(stopped: OpeningStopped | SealBroken) -> RuleViolation:
    if isinstance(stopped, SealBroken):
        return refuse(Refusal.OPENING_VOTE_FOREIGN)
    return refuse(
        Refusal.OPENING_DIFFERS,
        what=stopped.difference.value,
        expected=stopped.expected,
        found=stopped.found,
    )
