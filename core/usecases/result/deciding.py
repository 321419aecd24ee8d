"""The council's way through the results: called, talked over, written down, published (F2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import Choice, Member
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.result import ResultItem, ResultSitting
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.council import Tally, council_shares, is_admitted, quorum_verdict
from core.rules.permissions import OfficeAct
from core.rules.result import result_opinion_verdict, result_verdict
from core.rules.sittings import Call, call_verdict, term_verdict
from core.store import proposal as proposals
from core.store import result as store
from core.store import staff
from core.usecases.council.rows import member_row
from core.usecases.council.sittings import sitting_members
from core.usecases.office.permission import log_act, require_right
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.result.rows import count, persons_of, require_counted, require_item, require_sitting
from core.usecases.result.telling import tell
from core.usecases.review.own import require_not_own
from core.usecases.services import Services


async def open_results(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, call: Call
) -> None:
    """Open the sitting on the results of a counted territory; every project of the ballot stands on it (F2).

    ``call.numbers`` is not asked for; what was stopped by an act stands there too and is counted as stopped.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``territory-unknown``,
            ``result-not-ready``, ``result-open`` for one that is there already, ``council-rules-missing``,
            ``council-empty``, ``sitting-wrong``, ``text-too-long`` or ``text-holds-iin``.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await _require_keeper(services, connection, actor, campaign_id)
        if territory not in rulebook.voting.territories:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        await require_counted(connection, campaign_id, territory)
        if await store.get_sitting(connection, campaign_id, territory) is not None:
            raise refuse(Refusal.RESULT_OPEN)
        council_shares(rulebook.council)
        ballot = await list_on_ballot(connection, campaign_id, rulebook, territory)
        whole = replace(call, numbers=tuple(each.number for each in ballot))
        call_verdict(whole, now).enforce()
        members = await sitting_members(connection, campaign_id)
        await _write(connection, actor, campaign_id, territory, whole, members, now)
        await log_act(services, connection, actor, campaign_id, "open-results", territory)


async def move_results_term(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, decide_by: datetime | None
) -> None:
    """Let the members speak until ``decide_by``: without a quorum at the end nothing could be decided (F2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``sitting-closed`` or ``sitting-wrong``.
    """
    async with services.database.write() as connection:
        await _require_keeper(services, connection, actor, campaign_id)
        sitting = await _require_unpublished(connection, campaign_id, territory)
        term_verdict(decide_by, services.clock.now()).enforce()
        await store.change_sitting(connection, campaign_id, territory, decide_by=decide_by)
        before = {"decide_by": sitting.decide_by.isoformat()}
        after = {"decide_by": decide_by.isoformat() if decide_by is not None else None}
        await log_act(
            services,
            connection,
            actor,
            campaign_id,
            "move-results-term",
            territory,
            before=before,
            after=after,
        )


async def give_result_opinion(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    number: int,
    choice: Choice,
    comment: str,
) -> None:
    """Keep what a member says of a project's result; the log tells that he spoke, not what he said (F2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``not-a-member``, ``project-unknown``, ``sitting-closed``, ``own-proposal``,
            ``opinion-unreasoned``, ``text-too-long`` or ``text-holds-iin``.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        await require_right(
            services, connection, actor, campaign_id, OfficeAct.GIVE_RESULT_OPINION, lock=True
        )
        sitting = await require_sitting(connection, campaign_id, territory)
        if actor.staff_id not in {each.staff_id for each in sitting.members}:
            raise refuse(Refusal.NOT_A_MEMBER, what="sitting")
        item = require_item(sitting, number)
        _require_voting(sitting, item, now)
        proposal = await proposals.get_proposal(connection, campaign_id, number)
        if choice is not Choice.CONFLICT and proposal is not None:
            await require_not_own(connection, actor, proposal, "opinion")
        result_opinion_verdict(item, choice, comment).enforce()
        said = {"choice": choice.value, "comment": comment, "at": now}
        await store.keep_opinion(connection, campaign_id, territory, number, actor.staff_id, **said)
        subject = f"{territory}/{number}"
        await log_act(services, connection, actor, campaign_id, "give-result-opinion", subject)


async def conclude_result(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    number: int,
    reason: Text,
    *,
    read: bool | None = None,
) -> bool:
    """Write down what the council decided on a project and say whether it is to be built (F2).

    The members' count decides, not the secretary; ``read`` is what the page said it was. ``reason`` is empty
    in both languages where there is none. Before the members' term everybody has to have spoken. Until the
    publication it may be written down again.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``sitting-closed``, ``project-unknown``, ``sitting-open``, ``no-quorum``, ``conclusion-changed``,
            ``reason-missing``, ``text-too-long`` or ``text-holds-iin``.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        rulebook = await _require_keeper(services, connection, actor, campaign_id)
        sitting = await _require_unpublished(connection, campaign_id, territory)
        item = require_item(sitting, number)
        tally = count(item, await persons_of(connection, campaign_id, territory))
        if tally.silent and now < sitting.decide_by:
            raise refuse(Refusal.SITTING_OPEN, decide_by=sitting.decide_by, count=tally.silent)
        is_implemented = _decided(rulebook, tally, number, read=read)
        result_verdict(item, reason, is_implemented=is_implemented).enforce()
        values = _written(tally, reason, is_implemented=is_implemented)
        concluded = {"concluded_at": now, "concluded_by": actor.staff_id}
        await store.change_item(connection, campaign_id, territory, number, **values, **concluded)
        after = {"implemented": is_implemented, "counted": item.has_won}
        subject = f"{territory}/{number}"
        await log_act(services, connection, actor, campaign_id, "conclude-result", subject, after=after)
    return is_implemented


async def publish_results(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ResultSitting:
    """Let everybody know what the council decided, with reasons; a second time changes nothing (F2, F5).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``, or
            ``sitting-incomplete`` with the ``count`` of what is left and the first ``number``.
    """
    now = services.clock.now()
    async with services.database.write() as connection:
        await _require_keeper(services, connection, actor, campaign_id)
        sitting = await require_sitting(connection, campaign_id, territory)
        if sitting.published_at is not None:
            return sitting
        left = [item.number for item in sitting.items if item.is_implemented is None]
        if left:
            raise refuse(Refusal.SITTING_INCOMPLETE, count=len(left), number=left[0])
        published = {"published_at": now, "published_by": actor.staff_id}
        await store.change_sitting(connection, campaign_id, territory, **published)
        await tell(connection, campaign_id, sitting, now)
        after = {"differs": [item.number for item in sitting.items if item.differs]}
        await log_act(services, connection, actor, campaign_id, "publish-results", territory, after=after)
        return await require_sitting(connection, campaign_id, territory)


async def _write(
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    territory: str,
    call: Call,
    members: Sequence[Member],
    now: datetime,
) -> None:
    secretary = await staff.get_staff(connection, campaign_id.akimat, actor.staff_id)
    await store.add_sitting(
        connection,
        campaign_id,
        territory,
        members=[member_row(each) for each in members],
        numbers=call.numbers or (),
        held_on=call.held_on,
        place_kk=call.place.kk,
        place_ru=call.place.ru,
        decide_by=call.decide_by,
        secretary_id=actor.staff_id,
        secretary_name=actor.name,
        secretary_position_kk=secretary.position.kk if secretary is not None else "",
        secretary_position_ru=secretary.position.ru if secretary is not None else "",
        opened_at=now,
    )


async def _require_keeper(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId
) -> Rulebook:
    return await require_right(services, connection, actor, campaign_id, OfficeAct.KEEP_RESULTS, lock=True)


async def _require_unpublished(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> ResultSitting:
    sitting = await require_sitting(connection, campaign_id, territory)
    if sitting.published_at is not None:
        raise refuse(Refusal.SITTING_CLOSED, what="results", at=sitting.published_at)
    return sitting


def _require_voting(sitting: ResultSitting, item: ResultItem, now: datetime) -> None:
    if sitting.published_at is not None:
        raise refuse(Refusal.SITTING_CLOSED, what="results", at=sitting.published_at)
    if item.is_implemented is not None:
        raise refuse(Refusal.SITTING_CLOSED, what="item", at=sitting.decide_by)
    if now >= sitting.decide_by:
        raise refuse(Refusal.SITTING_CLOSED, what="term", at=sitting.decide_by)


def _decided(rulebook: Rulebook, tally: Tally, number: int, *, read: bool | None) -> bool:
    """Say what the members decided; somebody may have spoken while the secretary typed."""
    shares = council_shares(rulebook.council)
    quorum_verdict(shares, tally, number).enforce()
    is_implemented = is_admitted(shares, tally)
    if read is not None and read != is_implemented:
        raise refuse(Refusal.CONCLUSION_CHANGED, what="count", number=number)
    return is_implemented


def _written(tally: Tally, reason: Text, *, is_implemented: bool) -> dict[str, object]:
    is_reasoned = bool(reason.kk.strip())
    return {
        "verdict": store.IMPLEMENTED if is_implemented else store.DECLINED,
        "reason_kk": reason.kk if is_reasoned else None,
        "reason_ru": reason.ru if is_reasoned else None,
        "admitting": tally.admitting,
        "refusing": tally.refusing,
        "conflicted": tally.conflicted,
    }
