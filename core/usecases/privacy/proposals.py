"""What is kept of an account's applications, and all of it together; apart from the vote's traces (M1).

Applications, support and questions are shown to the person who is verified on the account now. What others
have submitted from it, on a telephone of several people, is counted and no more (E2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Author, Channel, Contents, Draft, Proposal, ProposalStatus
from core.store import appeal as appeals
from core.store import draft, erasure, following, merging, papers
from core.store import proposal as store
from core.usecases.privacy.talk import (
    KeptAnswer,
    KeptNumber,
    KeptOffer,
    KeptQuestion,
    People,
    read_answers,
    read_offers,
    read_questions,
    read_supported,
)
from core.usecases.proposal.whose import is_author, list_own
from core.usecases.verification.person import Person, find_person

Found = Mapping[CampaignId, Person | None]
"""For whom the account stands in each campaign."""

_FINAL = frozenset({ProposalStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """An application that is being written; without a ``title`` as long as none is typed."""

    campaign: str
    title: str | None
    touched_at: datetime
    contents: Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAppeal:
    """What the author wrote against a refusal, and whether others have agreed; ``None`` while it waits."""

    text: str
    filed_at: datetime
    is_upheld: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProposal:
    """A submitted application; name and phone as its author gave them, of a co-author's own none.

    ``versions`` is what was submitted each time, the first one first, as far as it is kept still;
    ``is_by_slip`` says that the account has it by the slip of a paper proposal alone (B9).
    """

    campaign: str
    number: int
    title: str
    status: ProposalStatus
    is_co_author: bool
    name: str | None
    phone: str | None
    is_name_public: bool
    agreed_version: int | None
    papers: int
    versions: tuple[Contents, ...]
    channel: Channel
    is_by_slip: bool
    appeal: KeptAppeal | None

    @property
    def must_stay(self) -> bool:
        """Say whether it stays when its author wants to be forgotten: unless he has withdrawn it."""
        return self.status not in _FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProposals:
    """All of it; ``of_others`` counts what other people have submitted or asked from this account."""

    drafts: tuple[KeptDraft, ...]
    proposals: tuple[KeptProposal, ...]
    supported: tuple[KeptNumber, ...]
    questions: tuple[KeptQuestion, ...]
    answers: tuple[KeptAnswer, ...]
    offers: tuple[KeptOffer, ...]
    followed: tuple[KeptNumber, ...]
    of_others: int


async def read_proposals(
    connection: AsyncConnection, campaigns: Sequence[CampaignId], account_id: int, now: datetime
) -> KeptProposals:
    """Return what is kept, for whom the account stands at ``now`` in each of the ``campaigns``."""
    found = {each: await find_person(connection, each, account_id, now) for each in campaigns}
    people = {each: person.person_key for each, person in found.items() if person is not None}
    linked = await erasure.list_linked(connection, account_id)
    own = {each: await list_own(connection, each, account_id, person) for each, person in found.items()}
    known = {item.person_key for items in own.values() for item in items}
    return KeptProposals(
        drafts=await _drafts(connection, found, account_id),
        proposals=await _proposals(connection, own, people),
        supported=await read_supported(connection, people),
        questions=await read_questions(connection, people),
        answers=await read_answers(connection, people),
        offers=await read_offers(connection, people),
        followed=tuple(
            KeptNumber(campaign=row["campaign_id"], number=row["number"])
            for row in await following.list_followed(connection, account_id)
        ),
        of_others=sum(person_key not in known.union(people.values()) for person_key in linked),
    )


async def _drafts(connection: AsyncConnection, found: Found, account_id: int) -> tuple[KeptDraft, ...]:
    return tuple(
        [
            KeptDraft(
                campaign=item.campaign_id.campaign,
                title=item.contents.title,
                touched_at=item.touched_at,
                contents=item.contents,
            )
            for item in await draft.list_drafts(connection, account_id)
            if await _is_readable(connection, found, item)
        ]
    )


async def _is_readable(connection: AsyncConnection, found: Found, item: Draft) -> bool:
    """Say whether the draft is nobody else's: a rework is its author's alone, on a shared phone too (E2)."""
    if item.number is None:
        return True
    proposal = await store.get_proposal(connection, item.campaign_id, item.number)
    person = found.get(item.campaign_id)
    return proposal is not None and await is_author(connection, proposal, item.account_id, person)


async def _proposals(
    connection: AsyncConnection, own: Mapping[CampaignId, Sequence[Proposal]], people: People
) -> tuple[KeptProposal, ...]:
    return tuple(
        [
            await _proposal(connection, item, people.get(campaign_id))
            for campaign_id, items in own.items()
            for item in items
        ]
    )


async def _proposal(connection: AsyncConnection, item: Proposal, person_key: bytes | None) -> KeptProposal:
    campaign_id, number = item.campaign_id, item.number
    shared = {row["person_key"] for row in await merging.list_co_authors(connection, campaign_id, number)}
    is_own = item.person_key == person_key
    has_author = is_own or person_key not in shared
    contents = await store.get_contents(connection, campaign_id, number, item.version)
    author = contents.author if contents is not None and has_author else None
    received = await papers.list_papers(connection, campaign_id, number) if has_author else ()
    return KeptProposal(
        campaign=campaign_id.campaign,
        number=number,
        title=item.title,
        status=item.status,
        is_co_author=not has_author,
        name=author.name if author is not None else None,
        phone=author.phone if author is not None else None,
        is_name_public=author is not None and author.is_name_public,
        agreed_version=contents.agreed_version if contents is not None and has_author else None,
        papers=len(received),
        versions=await _versions(connection, item, is_author=has_author),
        channel=item.channel,
        is_by_slip=has_author and not is_own,
        appeal=await _appeal(connection, campaign_id, number) if has_author else None,
    )


async def _appeal(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> KeptAppeal | None:
    filed = await appeals.get_appeal(connection, campaign_id, number)
    if filed is None:
        return None
    return KeptAppeal(text=filed.text, filed_at=filed.filed_at, is_upheld=filed.is_upheld)


async def _versions(connection: AsyncConnection, item: Proposal, *, is_author: bool) -> tuple[Contents, ...]:
    """Return what was submitted each time; a co-author gets it without name and telephone (P1)."""
    ordinals = range(1, item.version + 1)
    found = [
        await store.get_contents(connection, item.campaign_id, item.number, ordinal) for ordinal in ordinals
    ]
    kept = (each for each in found if each is not None)
    return tuple(each if is_author else replace(each, author=Author()) for each in kept)
