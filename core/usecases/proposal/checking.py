"""What stands against a draft, found while its author can still change it (B3)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.person import Resident
from core.model.project import Project, ProjectStatus
from core.model.proposal import Contents, Draft, Proposal, ProposalStatus, Step
from core.rulebook.model import Rulebook
from core.rules.proposal import ImprovedYard, IntakeFacts, KnownProposal, ProposalCheck, check_proposal
from core.rules.steps import steps_of
from core.store import browsing, register, yards
from core.store import proposal as store
from core.usecases.proposal.drafting import read_draft
from core.usecases.services import Services
from core.usecases.verification.person import Person, find_person

_COMPARED = frozenset({ProposalStatus.REGISTERED, ProposalStatus.ADMITTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft with the steps that its campaign asks, what the rules say of it, and who would submit it."""

    draft: Draft
    rulebook: Rulebook
    steps: tuple[Step, ...]
    check: ProposalCheck
    person: Person | None


async def check_draft(services: Services, campaign_id: CampaignId, account_id: int, draft_id: str) -> Checked:
    """Return the account's draft with everything that the rules say of it now.

    Raises:
        RuleViolation: ``draft-unknown`` or ``proposal-unknown``.
    """
    async with services.database.read() as connection:
        draft = await read_draft(services, connection, campaign_id, account_id, draft_id)
        return await check(services, connection, draft)


async def check(
    services: Services, connection: AsyncConnection, draft: Draft, *, looks_for_similar: bool = True
) -> Checked:
    """Return the same inside a transaction; what is similar refuses nothing, so submitting does not look."""
    campaign_id, now = draft.campaign_id, services.clock.now()
    rulebook = await services.rulebooks.require(connection, campaign_id)
    person = await find_person(connection, campaign_id, draft.account_id, now)
    author = await _author_key(connection, draft, person)
    facts = await intake_facts(
        services,
        connection,
        campaign_id,
        author=author,
        number=draft.number,
        language=draft.contents.language if looks_for_similar else None,
    )
    return Checked(
        draft=draft,
        rulebook=rulebook,
        steps=steps_of(rulebook, draft.contents),
        check=check_proposal(rulebook, draft.contents, facts, now),
        person=person,
    )


async def check_submitted(
    services: Services, connection: AsyncConnection, proposal: Proposal, contents: Contents
) -> ProposalCheck:
    """Return what intake says of a submitted version, for whoever reads it at the akimat (B3)."""
    campaign_id, number = proposal.campaign_id, proposal.number
    rulebook = await services.rulebooks.require(connection, campaign_id)
    facts = await intake_facts(
        services,
        connection,
        campaign_id,
        author=proposal.person_key,
        number=number,
        language=contents.language,
    )
    return check_proposal(rulebook, contents, facts, services.clock.now())


async def _author_key(connection: AsyncConnection, draft: Draft, person: Person | None) -> bytes | None:
    """Return whose draft it is: of a rework the author's, who may hold it by a slip alone (B9)."""
    if draft.number is not None:
        proposal = await store.get_proposal(connection, draft.campaign_id, draft.number)
        return proposal.person_key if proposal is not None else None
    return person.person_key if person is not None else None


async def intake_facts(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    author: bytes | None,
    number: int | None,
    language: Language | None,
) -> IntakeFacts:
    """Return what intake knows of a proposal of ``author``, a person's key if he is known.

    ``number`` is the application whose rework it is; ``language`` is that of the titles among which similar
    ones are looked for, ``None`` where nobody looks for them.
    """
    resident: Resident | None = None
    own: tuple[int, ...] = ()
    if author is not None:
        resident = await register.get_resident(connection, campaign_id.akimat, author)
        own = await _own(connection, campaign_id, author, number)
    return IntakeFacts(
        resident=resident,
        own=own,
        yards=await _yards(connection, campaign_id),
        others=await _others(connection, campaign_id, number, language) if language is not None else (),
        swear_stems=services.swear_stems,
        is_rework=number is not None,
    )


async def _yards(connection: AsyncConnection, campaign_id: CampaignId) -> tuple[ImprovedYard, ...]:
    return tuple(
        ImprovedYard(territory=row["territory"], address=row["address"], improved_on=row["improved_on"])
        for row in await yards.list_yards(connection, campaign_id.akimat)
    )


async def _own(
    connection: AsyncConnection, campaign_id: CampaignId, author: bytes, number: int | None
) -> tuple[int, ...]:
    taken = await store.list_slots(connection, campaign_id, author)
    return tuple(sorted(each for each in taken.values() if each != number))


async def _others(
    connection: AsyncConnection, campaign_id: CampaignId, own: int | None, language: Language
) -> tuple[KnownProposal, ...]:
    """Return the proposals and projects that others may see, each once and without one's ``own``."""
    proposals = await store.list_public(connection, campaign_id, _COMPARED)
    known = {item.number: _of_proposal(item) for item in proposals}
    matching = await browsing.list_matching(connection, campaign_id)
    numbers = [number for number, _ in matching if number not in known]
    projects = await browsing.list_projects(connection, campaign_id, numbers)
    known |= {item.number: _of_project(item, language) for item in _on_ballot(projects)}
    return tuple(item for number, item in sorted(known.items()) if number != own)


def _on_ballot(projects: Iterable[Project]) -> Iterable[Project]:
    return (item for item in projects if item.status is ProjectStatus.ADMITTED)


def _of_proposal(item: Proposal) -> KnownProposal:
    return KnownProposal(
        number=item.number,
        title=item.title,
        landmark=item.landmark,
        territory=item.territory,
        direction=item.direction,
        latitude=item.latitude,
        longitude=item.longitude,
    )


def _of_project(item: Project, language: Language) -> KnownProposal:
    return KnownProposal(
        number=item.number,
        title=item.title.in_language(language),
        landmark=item.place.landmark.in_language(language),
        territory=item.territory,
        direction=item.direction,
        latitude=item.place.latitude,
        longitude=item.place.longitude,
    )
