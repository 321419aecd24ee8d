"""Everything that the office has of one proposal; who proposes is shown apart (B6, C1, L2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Author, Contents, Proposal, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.review import CostChange, SiteCheck
from core.model.staff import Actor, Role, Staff
from core.rulebook.model import Rulebook
from core.rules.changes import Change, changes_between
from core.rules.permissions import OfficeAct
from core.rules.proposal import ProposalCheck
from core.rules.review_terms import check_due
from core.store import browsing, discussion, merging, papers, proposal_history
from core.store import proposal as store
from core.store import review as reviews
from core.store import staff as staffs
from core.usecases.office.permission import log_access, require_right
from core.usecases.proposal.checking import check_submitted
from core.usecases.proposal.mine import Event, read_event
from core.usecases.proposal.papers import asked_papers
from core.usecases.review.checking import FormalCheck, read_check
from core.usecases.review.cost import list_cost_changes
from core.usecases.review.enacting import require_proposal
from core.usecases.review.site import list_site_checks
from core.usecases.services import Services

VIEW_AUTHOR = "view-author"
"""How the log of looks at personal data calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the history and who at the akimat took it, where somebody did.

    An observer reads the ``position`` alone, as in the logs; ``by`` is the name for everybody else (L1).
    """

    event: Event
    by: str | None
    position: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What was said when; ``changes`` compare it with the version before."""

    version: int
    submitted_at: datetime
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A paper that came; ``digest`` is ``None`` for one that lies at the desk."""

    digest: str | None
    kind: str | None
    received_at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A proposal as the office reads it: ``contents`` are without the author's name and telephone (L2).

    ``checks`` are the formal checks by version; ``due_at`` is the half-open end of the check, ``None`` where
    it is done or no source has a term. ``merged`` are the proposals that became part of this one.
    """

    rulebook: Rulebook
    proposal: Proposal
    contents: Contents
    intake: ProposalCheck
    history: Sequence[Step]
    versions: Sequence[Version]
    checks: Mapping[int, FormalCheck]
    site_checks: Sequence[SiteCheck]
    costs: Sequence[CostChange]
    papers: Sequence[PaperLine]
    asked: Sequence[Text]
    due_at: datetime | None
    supports: int
    co_authors: int
    merged: Sequence[int]
    is_project: bool

    @property
    def check(self) -> FormalCheck | None:
        """Return what was found of the version that counts now."""
        return self.checks.get(self.proposal.version)

    @property
    def changes(self) -> Sequence[Change]:
        """Return what the newest version says otherwise."""
        return self.versions[-1].changes if self.versions else ()


async def open_proposal(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Dossier:
    """Return everything but the author of a proposal.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``proposal-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        proposal = await store.get_proposal(connection, campaign_id, number)
        found = await proposal_history.list_versions(connection, campaign_id, number)
        if proposal is None or not found:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        *_, (_, came_at, contents) = found
        is_waiting = proposal.status is ProposalStatus.SUBMITTED
        checks = await reviews.list_formal_checks(connection, campaign_id, number)
        return Dossier(
            rulebook=rulebook,
            proposal=proposal,
            contents=replace(contents, author=_nameless(contents.author)),
            intake=await check_submitted(services, connection, proposal, contents),
            history=await _history(connection, actor, campaign_id, number),
            versions=_versions(found),
            checks={row["version"]: read_check(row) for row in checks},
            site_checks=await list_site_checks(connection, campaign_id, number),
            costs=await list_cost_changes(connection, campaign_id, number),
            papers=await _papers(connection, proposal),
            asked=await asked_papers(connection, rulebook, proposal),
            due_at=check_due(rulebook, came_at) if is_waiting else None,
            supports=await discussion.count_support_of(connection, campaign_id, number),
            co_authors=len(await merging.list_co_authors(connection, campaign_id, number)),
            merged=await merging.list_merged(connection, campaign_id, number),
            is_project=bool(await browsing.list_projects(connection, campaign_id, [number])),
        )


async def show_author(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Author:
    """Return who proposes, name and telephone; each look is logged before it is shown (L1, L2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``proposal-unknown``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_AUTHORS)
        proposal = await require_proposal(connection, campaign_id, number, None)
        contents = await store.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        await log_access(services, connection, actor, campaign_id, VIEW_AUTHOR, str(number))
    return contents.author


def _nameless(author: Author) -> Author:
    return Author(kind=author.kind, is_name_public=author.is_name_public)


def _versions(found: Sequence[tuple[int, datetime, Contents]]) -> Sequence[Version]:
    before = [None, *(contents for *_, contents in found)]
    return [
        Version(
            version=version,
            submitted_at=came_at,
            changes=changes_between(former, contents) if former is not None else (),
        )
        for former, (version, came_at, contents) in zip(before, found, strict=False)
    ]


async def _history(
    connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, number: int
) -> Sequence[Step]:
    rows = await proposal_history.list_events(connection, campaign_id, number)
    people: dict[int, Staff] = {}
    for staff_id in {row["staff_id"] for row in rows} - {None}:
        found = await staffs.get_staff(connection, campaign_id.akimat, staff_id)
        people |= {staff_id: found} if found is not None else {}
    is_named = bool(actor.roles - {Role.OBSERVER})
    return [_step(row, people.get(row["staff_id"]), is_named=is_named) for row in rows]


def _step(row: RowMapping, staff: Staff | None, *, is_named: bool) -> Step:
    return Step(
        event=read_event(row),
        by=staff.name if staff is not None and is_named else None,
        position=staff.position if staff is not None else None,
    )


async def _papers(connection: AsyncConnection, proposal: Proposal) -> Sequence[PaperLine]:
    due_at = proposal.papers_due_at
    return [
        PaperLine(
            digest=row["digest"],
            kind=row["kind"],
            received_at=row["received_at"],
            is_late=due_at is not None and row["received_at"] >= due_at,
        )
        for row in await papers.list_papers(connection, proposal.campaign_id, proposal.number)
    ]
