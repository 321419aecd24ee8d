"""A proposal as others see it, and what its reader can do with it now (D6)."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import MergeOffer, Question, QuestionState
from core.model.proposal import Author, Contents, Proposal, ProposalStatus
from core.model.refusals import Reason, Refusal, Verdict, refuse
from core.model.territory import Territory
from core.rulebook.model import Rulebook
from core.rules.discussion import can_be_merged, merge_verdict, question_verdict, support_verdict
from core.store import browsing, following, merging, proposal_history
from core.store import discussion as store
from core.store import proposal as proposals
from core.usecases.discussion.merging import count_waiting
from core.usecases.discussion.people import is_own, require_public
from core.usecases.discussion.questions import as_shown
from core.usecases.proposal.mine import Event, read_event
from core.usecases.services import Services
from core.usecases.verification.person import find_person

_NOT_VERIFIED = Verdict(reasons=(Reason(refusal=Refusal.DISCUSSION_NOT_VERIFIED),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """What the reader can do with a proposal now, each with the reasons if not (P7).

    ``mine`` is the reader's own proposal that could become part of this one, ``offered`` what has been
    offered between the two.
    """

    can_support: Verdict
    can_ask: Verdict
    can_offer_merge: Verdict
    mine: int | None = None
    offered: MergeOffer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCard:
    """Everything that a card shows.

    ``contents`` are without the author, whose name stands in ``author_name`` if he wants it published (B2).
    ``decided`` is the last decision with its ground and reasons. ``is_project`` says that the same number is
    a project with a card of its own. ``waiting`` counts the reader's questions that nobody has read yet.
    """

    rulebook: Rulebook
    number: int
    status: ProposalStatus
    contents: Contents
    territory: Territory
    cost: int
    decided: Event
    author_name: str | None
    co_authors: int
    merged: tuple[int, ...]
    merged_into: int | None
    supports: int
    has_supported: bool
    is_own: bool
    is_following: bool
    is_project: bool
    questions: tuple[Question, ...]
    waiting: int
    possible: Possible


async def proposal_card(
    services: Services, campaign_id: CampaignId, account_id: int, number: int
) -> ProposalCard:
    """Return the card of a proposal that others may see; raise ``RuleViolation`` ``proposal-unknown``."""
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await require_public(connection, campaign_id, number)
        contents = await proposals.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        reader = await _read_reader(connection, campaign_id, account_id, proposal, now)
        asked = map(store.read_question, await store.list_questions(connection, campaign_id, number))
        return ProposalCard(
            rulebook=rulebook,
            number=number,
            status=proposal.status,
            contents=replace(contents, author=Author(kind=contents.author.kind)),
            territory=rulebook.territories.require(proposal.territory),
            cost=proposal.cost,
            decided=await _decided(connection, campaign_id, number),
            author_name=contents.author.name if contents.author.is_name_public else None,
            co_authors=len(await merging.list_co_authors(connection, campaign_id, number)),
            merged=tuple(await merging.list_merged(connection, campaign_id, number)),
            merged_into=proposal.merged_into,
            supports=await store.count_support_of(connection, campaign_id, number),
            has_supported=await _has_supported(connection, proposal, reader),
            is_own=reader.is_own,
            is_following=await following.is_following(connection, campaign_id, number, account_id),
            is_project=bool(await browsing.list_projects(connection, campaign_id, [number])),
            questions=tuple(as_shown(each) for each in asked if each.state is QuestionState.SHOWN),
            waiting=sum(each.number == number for each in reader.waiting),
            possible=await _possible(connection, rulebook, proposal, reader, now),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The reader as a person, if verified; ``waiting`` are his questions that nobody has read yet."""

    person_key: bytes | None
    is_own: bool
    waiting: tuple[Question, ...]


async def _read_reader(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    proposal: Proposal,
    now: datetime,
) -> _Reader:
    person = await find_person(connection, campaign_id, account_id, now)
    if person is None:
        return _Reader(person_key=None, is_own=False, waiting=())
    asked = await store.list_asked(connection, campaign_id, person.person_key)
    return _Reader(
        person_key=person.person_key,
        is_own=await is_own(connection, proposal, person.person_key),
        waiting=tuple(
            each for each in map(store.read_question, asked) if each.state is QuestionState.WAITING
        ),
    )


async def _has_supported(connection: AsyncConnection, proposal: Proposal, reader: _Reader) -> bool:
    return reader.person_key is not None and await store.has_supported(
        connection, proposal.campaign_id, proposal.number, reader.person_key
    )


async def _decided(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Event:
    return read_event((await proposal_history.list_events(connection, campaign_id, number))[-1])


async def _possible(
    connection: AsyncConnection, rulebook: Rulebook, proposal: Proposal, reader: _Reader, now: datetime
) -> Possible:
    can_support = support_verdict(proposal, rulebook, now, is_own=reader.is_own)
    can_ask = question_verdict(proposal, rulebook, now, is_own=reader.is_own, waiting=len(reader.waiting))
    if reader.person_key is None:
        # Nobody is sent to be verified for what is not possible anyway.
        return Possible(
            can_support=can_support if can_support.reasons else _NOT_VERIFIED,
            can_ask=can_ask if can_ask.reasons else _NOT_VERIFIED,
            can_offer_merge=_NOT_VERIFIED,
        )
    can_offer_merge, mine, offered = await _merging(connection, proposal, reader.person_key)
    return Possible(
        can_support=can_support, can_ask=can_ask, can_offer_merge=can_offer_merge, mine=mine, offered=offered
    )


async def _merging(
    connection: AsyncConnection, proposal: Proposal, person_key: bytes
) -> tuple[Verdict, int | None, MergeOffer | None]:
    """Return whether the reader's own open proposal may be offered, which one, and the offer if made."""
    campaign_id = proposal.campaign_id
    own = await proposals.list_of_person(connection, campaign_id, person_key)
    mine = next((item for item in own if item.person_key == person_key and can_be_merged(item)), None)
    if mine is None:
        return Verdict(reasons=(Reason(refusal=Refusal.MERGE_WITHOUT_OWN),)), None, None
    known = await store.get_offer(connection, campaign_id, mine.number, proposal.number)
    offered = store.read_offer(known) if known is not None else None
    waiting = await count_waiting(connection, mine)
    return merge_verdict(mine, proposal, waiting=waiting), mine.number, offered
