"""What is kept of an account's applications and of its talk about others'; apart from the vote's traces (M1).

Applications, support and questions are shown to the person who is verified on the account now. What others
have submitted from it, on a telephone of several people, is counted and no more (E2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import QuestionState
from core.model.proposal import ProposalStatus
from core.store import discussion, draft, erasure, following, papers
from core.store import proposal as store
from core.usecases.verification.person import find_person

_FINAL = frozenset({ProposalStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """An application that is being written; without a ``title`` as long as none is typed."""

    campaign: str
    title: str | None
    touched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProposal:
    """A submitted application; name and phone as its author gave them, of a co-author's own none."""

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

    @property
    def must_stay(self) -> bool:
        """Say whether it stays when its author wants to be forgotten: unless he has withdrawn it."""
        return self.status not in _FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptQuestion:
    """A question that the person has asked, with its answer."""

    campaign: str
    number: int
    text: str
    state: QuestionState
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNumber:
    """A project or a proposal by its number: supported, or followed."""

    campaign: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProposals:
    """All of it; ``of_others`` counts what other people have submitted or asked from this account."""

    drafts: tuple[KeptDraft, ...]
    proposals: tuple[KeptProposal, ...]
    supported: tuple[KeptNumber, ...]
    questions: tuple[KeptQuestion, ...]
    followed: tuple[KeptNumber, ...]
    of_others: int


async def read_proposals(
    connection: AsyncConnection, campaigns: Sequence[CampaignId], account_id: int, now: datetime
) -> KeptProposals:
    """Return what is kept, for whom the account stands at ``now`` in each of the ``campaigns``."""
    found = {each: await find_person(connection, each, account_id, now) for each in campaigns}
    people = {each: person.person_key for each, person in found.items() if person is not None}
    linked = await erasure.list_linked(connection, account_id)
    return KeptProposals(
        drafts=tuple(
            KeptDraft(
                campaign=item.campaign_id.campaign, title=item.contents.title, touched_at=item.touched_at
            )
            for item in await draft.list_drafts(connection, account_id)
        ),
        proposals=await _proposals(connection, people),
        supported=await _supported(connection, people),
        questions=await _questions(connection, people),
        followed=tuple(
            KeptNumber(campaign=row["campaign_id"], number=row["number"])
            for row in await following.list_followed(connection, account_id)
        ),
        of_others=sum(person_key not in people.values() for person_key in linked),
    )


async def _proposals(
    connection: AsyncConnection, people: Mapping[CampaignId, bytes]
) -> tuple[KeptProposal, ...]:
    kept = []
    for campaign_id, person_key in people.items():
        for item in await store.list_of_person(connection, campaign_id, person_key):
            contents = await store.get_contents(connection, campaign_id, item.number, item.version)
            is_author = item.person_key == person_key
            author = contents.author if contents is not None and is_author else None
            received = await papers.list_papers(connection, campaign_id, item.number) if is_author else ()
            kept.append(
                KeptProposal(
                    campaign=campaign_id.campaign,
                    number=item.number,
                    title=item.title,
                    status=item.status,
                    is_co_author=not is_author,
                    name=author.name if author is not None else None,
                    phone=author.phone if author is not None else None,
                    is_name_public=author is not None and author.is_name_public,
                    agreed_version=contents.agreed_version if contents is not None and is_author else None,
                    papers=len(received),
                )
            )
    return tuple(kept)


async def _supported(
    connection: AsyncConnection, people: Mapping[CampaignId, bytes]
) -> tuple[KeptNumber, ...]:
    return tuple(
        [
            KeptNumber(campaign=campaign_id.campaign, number=number)
            for campaign_id, person_key in people.items()
            for number in await discussion.list_supported(connection, campaign_id, person_key)
        ]
    )


async def _questions(
    connection: AsyncConnection, people: Mapping[CampaignId, bytes]
) -> tuple[KeptQuestion, ...]:
    kept = []
    for campaign_id, person_key in people.items():
        for row in await discussion.list_asked(connection, campaign_id, person_key):
            asked = discussion.read_question(row)
            kept.append(
                KeptQuestion(
                    campaign=campaign_id.campaign,
                    number=asked.number,
                    text=asked.text,
                    state=asked.state,
                    answer=asked.answer,
                )
            )
    return tuple(kept)
