"""Papers about third persons: what is asked, what has come, what lies at the desk (B2, P1).

Separate from pictures, because papers never come through the messenger and are shown to nobody but staff.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.files.kinds import FileKind
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Contact, Rulebook
from core.rules.permissions import OfficeAct
from core.rules.steps import author_kind_of
from core.store import outbox
from core.store import papers as store
from core.store import proposal as proposals
from core.usecases.notice.kinds import NoticeKind
from core.usecases.office.permission import log_act, require_right
from core.usecases.proposal.mine import require_own
from core.usecases.proposal.whose import is_author
from core.usecases.services import Services
from core.usecases.verification.person import find_person

MOST_PAPERS = 10
"""Papers that come at once."""

RECORD_PAPERS = "record-papers"
"""How the log calls papers that were brought to the desk."""

_AWAITING = frozenset({ProposalStatus.SUBMITTED, ProposalStatus.RETURNED, ProposalStatus.REGISTERED})
"""As long as papers can change a decision they are taken, after the term too: staff see when they came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What is asked of an author beside the application, by when, and how many papers have come.

    ``due_at`` is a half-open end. ``has_links``: a link may be had now; ``desk`` is the other way.
    """

    asked: tuple[Text, ...]
    due_at: datetime | None
    received: int
    has_links: bool
    desk: Contact


async def my_papers(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> Papers:
    """Return which papers one's own proposal asks for; nothing is asked once it is decided (B2).

    A co-author reads the same and has no links.

    Raises:
        RuleViolation: ``proposal-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await require_own(services, connection, campaign_id, account_id, number, as_co_author=True)
        person = await find_person(connection, campaign_id, account_id, services.clock.now())
        is_own = await is_author(connection, proposal, account_id, person)
        asked = await asked_papers(connection, rulebook, proposal)
        return Papers(
            asked=asked,
            due_at=proposal.papers_due_at,
            received=len(await store.list_papers(connection, campaign_id, number)),
            has_links=is_own and bool(asked) and rulebook.proposal.upload_hours is not None,
            desk=rulebook.akimat.contacts[0],
        )


async def record_at_desk(
    services: Services,
    campaign_id: CampaignId,
    number: int,
    count: int,
    actor: Actor | None = None,
    *,
    seen: int | None = None,
) -> None:
    """Record that ``count`` papers of a proposal have been brought to the desk, where they lie (B2).

    ``actor`` is ``None`` for the operator's command. ``seen`` counts the papers at the desk that the form
    showed, ``None`` where nobody was shown any: a second press records nothing anew.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``proposal-unknown``,
            ``papers-not-asked``, ``proposal-decided``, ``papers-missing`` for less than one,
            ``too-many-papers``, ``check-changed`` where a colleague recorded others meanwhile.
    """
    async with services.database.write() as connection:
        if actor is not None:
            await require_right(services, connection, actor, campaign_id, OfficeAct.RECORD_PAPERS)
        require_count(count)
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await proposals.get_proposal(connection, campaign_id, number, lock=True)
        if proposal is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        await require_asked(connection, rulebook, proposal)
        if await _are_recorded(connection, proposal, count, seen):
            return
        now = services.clock.now()
        places = [await store.add_paper(connection, campaign_id, number, now) for _ in range(count)]
        await _tell(connection, proposal, places, now)
        after = {"count": count}
        await log_act(services, connection, actor, campaign_id, RECORD_PAPERS, str(number), after=after)


async def _are_recorded(
    connection: AsyncConnection, proposal: Proposal, count: int, seen: int | None
) -> bool:
    """Say whether the same form came before; others that its sender has not seen are refused (B2)."""
    rows = await store.list_papers(connection, proposal.campaign_id, proposal.number)
    known = sum(row["digest"] is None for row in rows)
    if seen in {None, known}:
        return False
    if known == seen + count:
        return True
    raise refuse(Refusal.CHECK_CHANGED, what="papers", number=proposal.number)


def require_count(count: int) -> None:
    """Raise ``RuleViolation`` ``papers-missing`` or ``too-many-papers``."""
    if count < 1:
        raise refuse(Refusal.PAPERS_MISSING)
    if count > MOST_PAPERS:
        raise refuse(Refusal.TOO_MANY_PAPERS, most=MOST_PAPERS, count=count)


async def require_asked(connection: AsyncConnection, rulebook: Rulebook, proposal: Proposal) -> None:
    """Raise ``RuleViolation`` ``proposal-decided`` or ``papers-not-asked``."""
    if proposal.status not in _AWAITING:
        raise refuse(Refusal.PROPOSAL_DECIDED, status=proposal.status.value)
    if not await asked_papers(connection, rulebook, proposal):
        raise refuse(Refusal.PAPERS_NOT_ASKED, number=proposal.number)


async def asked_papers(
    connection: AsyncConnection, rulebook: Rulebook, proposal: Proposal
) -> tuple[Text, ...]:
    """Return the papers that this kind of author hands in, none once the proposal is decided."""
    campaign_id, number = proposal.campaign_id, proposal.number
    contents = await proposals.get_contents(connection, campaign_id, number, proposal.version)
    kind = author_kind_of(rulebook, contents) if contents is not None else None
    return kind.papers if kind is not None and proposal.status in _AWAITING else ()


async def enter_papers(
    connection: AsyncConnection, proposal: Proposal, kinds: Mapping[str, FileKind], now: datetime
) -> None:
    """Enter papers that are not there yet, and tell the author."""
    campaign_id, number = proposal.campaign_id, proposal.number
    known = {row["digest"] for row in await store.list_papers(connection, campaign_id, number)}
    places = [
        await store.add_paper(connection, campaign_id, number, now, digest=digest, kind=kind.value)
        for digest, kind in kinds.items()
        if digest not in known
    ]
    await _tell(connection, proposal, places, now)


async def _tell(
    connection: AsyncConnection, proposal: Proposal, places: Sequence[int], now: datetime
) -> None:
    """Tell the author that papers came, how many, and how many there are now."""
    if proposal.account_id is None or not places:
        return
    campaign_id, number = proposal.campaign_id, proposal.number
    kind = NoticeKind.PAPERS_RECEIVED.value
    await outbox.write_notice(
        connection,
        campaign_id,
        notice_id=f"{kind}:{campaign_id.campaign}:{number}:{places[-1]}:{proposal.account_id}",
        account_id=proposal.account_id,
        kind=kind,
        facts={"number": number, "count": len(places), "received": places[-1]},
        due_at=now,
    )
