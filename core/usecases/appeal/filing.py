"""Filing an appeal: by its author in the bot, or on paper at the desk, once and for good (B6, B9)."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.proposal import Proposal
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.appeal import AppealTerm, answer_due, appeal_term, appeal_text_verdict, appeal_verdict
from core.rules.permissions import OfficeAct
from core.store import appeal as store
from core.store import audience, outbox
from core.usecases.appeal.refusal import Refused, find_refusal
from core.usecases.notice.kinds import NoticeKind
from core.usecases.office.permission import log_act, require_right
from core.usecases.proposal.mine import require_own
from core.usecases.review.enacting import require_proposal
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAppeal:
    """What the author of a proposal can know of appealing: the appeal there is, or whether one may be filed.

    ``refused`` is what it would be against; ``term`` is ``None`` where nothing is refused or nothing ends it.
    """

    appeal: Appeal | None
    refused: Refused | None
    verdict: Verdict
    term: AppealTerm | None

    @property
    def can_be_filed(self) -> bool:
        """Say whether an appeal may be filed now."""
        return self.verdict.is_allowed


async def my_appeal(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> MyAppeal:
    """Return how it stands with the appeal of one's own proposal; like its rework, it is the author's.

    Raises:
        RuleViolation: ``proposal-unknown``, also for what is somebody else's.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await require_own(services, connection, campaign_id, account_id, number)
        return await find_appeal(services, connection, rulebook, proposal)


async def find_appeal(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, proposal: Proposal
) -> MyAppeal:
    """Return the same for a proposal at hand."""
    campaign_id, number = proposal.campaign_id, proposal.number
    appeal = await store.get_appeal(connection, campaign_id, number)
    refused = await find_refusal(connection, campaign_id, number)
    refused_at = refused.event.at if refused is not None else None
    verdict = appeal_verdict(
        rulebook,
        territory=proposal.territory,
        status=proposal.status,
        refused_at=refused_at,
        appeal=appeal,
        now=services.clock.now(),
    )
    term = appeal_term(rulebook, proposal.territory, refused_at) if refused_at is not None else None
    return MyAppeal(appeal=appeal, verdict=verdict, term=term, refused=refused)


async def file_appeal(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    number: int,
    text: str,
    language: Language,
) -> Appeal:
    """File the one appeal against the refusal of one's own proposal; the same words again change nothing.

    Raises:
        RuleViolation: ``proposal-unknown``, also for what is somebody else's; ``appeal-empty``,
            ``text-too-long``, ``text-holds-iin``, ``appeal-filed``, ``appeal-nothing`` or
            ``appeal-too-late``.
    """
    said = _require_sound(text)
    async with services.database.write() as connection:
        # The campaign before the proposal, as everybody who needs both.
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        proposal = await require_own(services, connection, campaign_id, account_id, number, lock=True)
        return (await _enter(services, connection, rulebook, proposal, said, language))[0]


async def enter_appeal(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, text: str, language: Language
) -> Appeal:
    """Enter an appeal that came on paper: for its author at the desk, who is told of it (B9).

    Whoever enters it does not decide on it (B6).

    Raises:
        RuleViolation: as ``file_appeal``, ``office-forbidden`` or ``office-stage``.
    """
    said = _require_sound(text)
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.RECORD_PAPERS, lock=True
        )
        proposal = await require_proposal(connection, campaign_id, number, None)
        appeal, is_new = await _enter(
            services, connection, rulebook, proposal, said, language, entered_by=actor.staff_id
        )
        if is_new:
            await log_act(services, connection, actor, campaign_id, "enter-appeal", str(number))
            await _tell_entered(connection, campaign_id, appeal)
    return appeal


def _require_sound(text: str) -> str:
    said = text.strip()
    appeal_text_verdict(said).enforce()
    return said


async def _enter(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    proposal: Proposal,
    text: str,
    language: Language,
    *,
    entered_by: int | None = None,
) -> tuple[Appeal, bool]:
    """Return the appeal and whether it is new; the proposal's row is held."""
    campaign_id, number = proposal.campaign_id, proposal.number
    known = await find_appeal(services, connection, rulebook, proposal)
    if known.appeal is not None and known.appeal.text == text:
        # A second tap, or the same press once more after a restart.
        return known.appeal, False
    known.verdict.enforce()
    if known.refused is None:
        raise refuse(Refusal.APPEAL_NOTHING, status=proposal.status.value)
    now = services.clock.now()
    filed = Appeal(
        number=number,
        ordinal=known.refused.ordinal,
        text=text,
        language=language,
        filed_at=now,
        due_at=answer_due(rulebook, proposal.territory, now),
        entered_by=entered_by,
    )
    await store.add_appeal(connection, campaign_id, filed)
    return filed, True


async def _tell_entered(connection: AsyncConnection, campaign_id: CampaignId, appeal: Appeal) -> None:
    """Tell the authors that an appeal of theirs was entered at the desk, so that nobody files it for them."""
    await outbox.write_to(
        connection,
        campaign_id,
        audience.writes(campaign_id, appeal.number),
        kind=NoticeKind.APPEAL_ENTERED.value,
        about=f"{campaign_id.campaign}:{appeal.number}",
        facts={"number": appeal.number},
        due_at=appeal.filed_at,
    )
