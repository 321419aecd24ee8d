"""The secretary writes down what the council decided on one proposal: the count decides, not he (C2, C3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Sitting
from core.model.language import Language, Text
from core.model.refusals import Reason, Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.council import Tally, council_shares, is_admitted, quorum_verdict
from core.rules.decision import Decision, decision_verdict
from core.rules.review import ReviewAct
from core.rules.site_check import site_check_verdict
from core.rules.sittings import translation_verdict
from core.store import agenda
from core.store import council as store
from core.store import opinion as opinions
from core.store import proposal as proposals
from core.usecases.council.rows import count, persons_of, require_item
from core.usecases.council.sittings import require_open
from core.usecases.office.permission import log_act
from core.usecases.review.enacting import require_proposal
from core.usecases.review.site import last_site_check
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What stood on the page when the secretary began to type.

    ``concluded_at`` is when the item had been concluded or put off last, ``is_admitted`` what the count then
    said, ``None`` where the page did not tell it.
    """

    concluded_at: datetime | None
    is_admitted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the secretary types: ``title`` and ``description`` in the language that the author did not use.

    A refusal needs the ``ground``, a slug of the rulebook, and the ``reason`` in both languages. What was
    ``read`` has to hold still; without it nobody is asked about that.
    """

    title: str
    description: str
    ground: str | None = None
    reason: Text | None = None
    read: Read | None = None


async def conclude(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, item: int, typed: Written
) -> bool:
    """Write down the decision on an application and say whether it was admitted; again, it is corrected.

    Before the members' term it needs an opinion of everybody, afterwards a quorum suffices.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``,
            ``sitting-closed``, ``proposal-unknown``, ``conclusion-changed`` with ``what``: ``words`` or
            ``count``; ``sitting-open`` with ``decide_by`` and the ``count`` of
            those who are silent, ``no-quorum``, ``site-check-missing``, ``title-missing``,
            ``ground-unknown``, ``reason-missing``, ``text-too-long``, ``text-holds-iin``, ``ballot-frozen``
            or ``voting-not-here``.
    """
    async with services.database.write() as connection:
        sitting = await require_open(services, connection, actor, campaign_id, number)
        rulebook = await services.rulebooks.require(connection, campaign_id)
        found = await require_item(connection, campaign_id, number, item)
        if typed.read is not None and typed.read.concluded_at != found.concluded_at:
            raise refuse(Refusal.CONCLUSION_CHANGED, what="words", number=item)
        await _require_heard(services, connection, campaign_id, sitting, item)
        tally = count(found, await persons_of(connection, campaign_id, number))
        is_yes = _decided(rulebook, tally, item, typed)
        decision = await _decision(connection, campaign_id, found, typed, is_yes=is_yes)
        await _judge(services, connection, campaign_id, rulebook, found, decision)
        proposal = await require_proposal(connection, campaign_id, item, None)
        concluded = {"concluded_at": services.clock.now(), "concluded_by": actor.staff_id}
        values = {**_columns(decision, tally, proposal.cost), **concluded}
        await agenda.change_item(connection, campaign_id, number, item, **values)
        facts = services, connection, actor, campaign_id, "conclude", f"{number}/{item}"
        before, after = {"verdict": _former(found)}, {"verdict": values["verdict"]}
        await log_act(*facts, before=before, after=after)
    return is_yes


def decision_of(item: AgendaItem, *, is_admitted: bool) -> Decision:
    """Return what takes effect of an item, its site check aside."""
    act = ReviewAct.ADMIT if is_admitted else ReviewAct.REFUSE
    return Decision(
        act=act,
        ground=None if is_admitted else item.ground,
        reason=None if is_admitted else item.reason,
        title=item.title,
        description=item.description,
        version=item.version,
    )


def _decided(rulebook: Rulebook, tally: Tally, item: int, typed: Written) -> bool:
    """Say whether the council admits; raise ``no-quorum`` where it decides nothing.

    Somebody may have spoken while the secretary typed: what he then writes down is another decision.
    """
    shares = council_shares(rulebook.council)
    quorum_verdict(shares, tally, item).enforce()
    is_yes = is_admitted(shares, tally)
    if typed.read is not None and typed.read.is_admitted not in {None, is_yes}:
        raise refuse(Refusal.CONCLUSION_CHANGED, what="count", number=item)
    return is_yes


async def _require_heard(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, sitting: Sitting, item: int
) -> None:
    """Let nobody be cut off: while the members' term runs, everybody has to have spoken."""
    owed = await opinions.list_silent(connection, campaign_id, sitting.sitting, item)
    if owed and services.clock.now() < sitting.decide_by:
        raise refuse(Refusal.SITTING_OPEN, decide_by=sitting.decide_by, count=len(owed))


async def _decision(
    connection: AsyncConnection, campaign_id: CampaignId, item: AgendaItem, typed: Written, *, is_yes: bool
) -> Decision:
    """Return the decision in both languages: what the author wrote stays as he wrote it (C3)."""
    own = await proposals.get_contents(connection, campaign_id, item.number, item.version)
    if own is None:
        raise LookupError(f"proposal {item.number} has no version {item.version}")
    whole = replace(
        item,
        title=_beside(own.language, own.title or "", typed.title),
        description=_beside(own.language, own.description or "", typed.description),
        ground=typed.ground,
        reason=typed.reason,
    )
    return decision_of(whole, is_admitted=is_yes)


def _beside(language: Language, own: str, translation: str) -> Text:
    return Text(kk=own, ru=translation) if language is Language.KAZAKH else Text(kk=translation, ru=own)


async def _judge(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    item: AgendaItem,
    decision: Decision,
) -> None:
    """Raise every reason against the decision at once, those that would stop its publication included."""
    reasons: list[Reason] = []
    if decision.act is ReviewAct.ADMIT:
        check = await last_site_check(connection, campaign_id, item.number)
        reasons += site_check_verdict(check, item.number).reasons
    if decision.title is not None and decision.description is not None:
        reasons += translation_verdict(decision.title, decision.description).reasons
    reasons += decision_verdict(rulebook, item.territory, decision, services.clock.now()).reasons
    Verdict(reasons=tuple(reasons)).enforce()


def _former(item: AgendaItem) -> str | None:
    if item.is_put_off:
        return store.PUT_OFF
    if item.is_admitted is None:
        return None
    return store.ADMITTED if item.is_admitted else store.REFUSED


def _columns(decision: Decision, tally: Tally, cost: int) -> Mapping[str, object]:
    nothing = Text(kk="", ru="")
    title, description = decision.title or nothing, decision.description or nothing
    reason = decision.reason
    return {
        "verdict": store.ADMITTED if decision.act is ReviewAct.ADMIT else store.REFUSED,
        "ground": decision.ground,
        "reason_kk": reason.kk if reason is not None else None,
        "reason_ru": reason.ru if reason is not None else None,
        "title_kk": title.kk,
        "title_ru": title.ru,
        "description_kk": description.kk,
        "description_ru": description.ru,
        "admitting": tally.admitting,
        "refusing": tally.refusing,
        "conflicted": tally.conflicted,
        "cost": cost,
    }
