"""What is kept of a person's talk about proposals: support, questions, answers, offers to merge (M1).

Separate from the applications themselves, because it stands beside the person and not beside an account.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import OfferState, QuestionState
from core.store import discussion, proposal

People = Mapping[CampaignId, bytes]
"""For whom an account stands, in each campaign where it stands for anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptQuestion:
    """A question that the person has asked, with its answer."""

    campaign: str
    number: int
    text: str
    state: QuestionState
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """An answer that stands beside the person's own proposal ``number``."""

    campaign: str
    number: int
    text: str
    state: QuestionState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOffer:
    """An offer to merge ``number`` with ``into``; one of the two is the person's."""

    campaign: str
    number: int
    into: int
    state: OfferState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNumber:
    """A project or a proposal by its number: supported, or followed."""

    campaign: str
    number: int


async def read_supported(connection: AsyncConnection, people: People) -> tuple[KeptNumber, ...]:
    """Return what the person supports."""
    return tuple(
        [
            KeptNumber(campaign=campaign_id.campaign, number=number)
            for campaign_id, person_key in people.items()
            for number in await discussion.list_supported(connection, campaign_id, person_key)
        ]
    )


async def read_questions(connection: AsyncConnection, people: People) -> tuple[KeptQuestion, ...]:
    """Return what the person has asked."""
    return tuple(
        [
            KeptQuestion(
                campaign=campaign_id.campaign,
                number=asked.number,
                text=asked.text,
                state=asked.state,
                answer=asked.answer,
            )
            for campaign_id, person_key in people.items()
            for asked in map(
                discussion.read_question, await discussion.list_asked(connection, campaign_id, person_key)
            )
        ]
    )


async def read_answers(connection: AsyncConnection, people: People) -> tuple[KeptAnswer, ...]:
    """Return what was answered beside the person's own proposals."""
    return tuple(
        [
            KeptAnswer(
                campaign=campaign_id.campaign, number=number, text=each.answer, state=each.answer_state
            )
            async for campaign_id, number in _own(connection, people)
            for each in map(
                discussion.read_question, await discussion.list_questions(connection, campaign_id, number)
            )
            if each.answer is not None
        ]
    )


async def read_offers(connection: AsyncConnection, people: People) -> tuple[KeptOffer, ...]:
    """Return the offers that the person's own proposals made or got."""
    return tuple(
        [
            KeptOffer(campaign=campaign_id.campaign, number=offer.number, into=offer.into, state=offer.state)
            async for campaign_id, number in _own(connection, people)
            for offer in map(
                discussion.read_offer, await discussion.list_offers(connection, campaign_id, number)
            )
        ]
    )


async def _own(connection: AsyncConnection, people: People) -> AsyncIterator[tuple[CampaignId, int]]:
    for campaign_id, person_key in people.items():
        for item in await proposal.list_of_person(connection, campaign_id, person_key):
            yield campaign_id, item.number
