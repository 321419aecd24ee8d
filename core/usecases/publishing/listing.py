"""The public list: projects, the refused ones too, and proposals that have been registered (C3, D1, D3).

Separate from the bot's list, which has the ballot alone and keeps each account's filters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language, Text
from core.model.proposal import ProposalStatus
from core.model.publication import PublicStatus
from core.rulebook.model import ListOrder, Rulebook
from core.rules.browsing import ordered, read_number
from core.rules.search import holds, search_steps
from core.store import browsing
from core.store import proposal as proposals
from core.store import publishing as store
from core.usecases.browsing.votes import shown_votes
from core.usecases.services import Services

PAGE_SIZE = 20
"""Lines of a page: some 15 KB, five seconds on a line of 2G (P5)."""

MOST_WORDS_LENGTH = 100
"""Letters of a search that count; nobody types more on purpose."""

_SHOWN = frozenset({ProposalStatus.REGISTERED, ProposalStatus.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFilter:
    """What is asked for; ``territory`` has what lies below, too, ``cost_at_most`` is whole tenge."""

    territory: str | None = None
    direction: str | None = None
    status: PublicStatus | None = None
    cost_at_most: int | None = None
    words: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Say whether something may be left out."""
        return self != PublicFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLine:
    """A line of the list; ``title`` is ``None`` where no word of the author is published.

    ``original`` is the language in which the author wrote, ``None`` where both texts are original.
    """

    number: int
    title: Text | None
    original: Language | None
    direction: str
    territory: str
    cost: int
    status: PublicStatus
    votes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """A page of the list: ``page`` counts from 0, ``total`` counts lines; ``has_votes`` as in the bot."""

    rulebook: Rulebook
    lines: tuple[PublicLine, ...]
    page: int
    pages: int
    total: int
    order: ListOrder
    has_votes: bool
    is_bare: bool
    votes_as_of: datetime | None = None


async def list_published(
    services: Services,
    campaign_id: CampaignId,
    wanted: PublicFilter,
    *,
    order: ListOrder | None = None,
    seed: str = "",
    page: int = 0,
) -> PublicPage:
    """Return a page; one behind the last has no lines. ``seed`` keeps a random order steady.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        lines = await list_lines(connection, campaign_id)
        seen = await shown_votes(services, connection, campaign_id, rulebook)
        votes = seen.votes
        found = await _search(connection, campaign_id, wanted.words, lines)
    kept = {
        line.number: line
        for line in lines
        if (found is None or line.number in found) and _passes(line, wanted, rulebook)
    }
    chosen = order or rulebook.list_order.value
    chosen = ListOrder.RANDOM if chosen is ListOrder.VOTES and not votes else chosen
    ranked = _ranked(kept, chosen, f"{campaign_id.campaign}:{seed}", votes)
    return PublicPage(
        rulebook=rulebook,
        lines=tuple(_with_votes(line, votes) for line in ranked[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]),
        page=page,
        pages=max(1, -(-len(ranked) // PAGE_SIZE)),
        total=len(ranked),
        order=chosen,
        has_votes=bool(votes),
        is_bare=not lines,
        votes_as_of=seen.as_of,
    )


async def list_lines(connection: AsyncConnection, campaign_id: CampaignId) -> list[PublicLine]:
    """Return everything published in a campaign, by number; two queries, however long it is."""
    projects = await store.list_projects(connection, campaign_id)
    others = await store.list_proposals(connection, campaign_id, _SHOWN)
    lines = {line.number: line for line in (*map(_project, projects), *map(_proposal, others))}
    return [lines[number] for number in sorted(lines)]


def _project(row: RowMapping) -> PublicLine:
    return PublicLine(
        number=row["number"],
        title=Text(kk=row["title_kk"], ru=row["title_ru"]),
        original=Language(row["original"]) if row["original"] is not None else None,
        direction=row["direction"],
        territory=row["territory"],
        cost=row["cost"],
        status=PublicStatus(row["status"]),
    )


def _proposal(row: RowMapping) -> PublicLine:
    title = row["title"] if row["was_read"] else ""
    return PublicLine(
        number=row["number"],
        title=Text(kk=title, ru=title) if title else None,
        original=Language(row["language"]),
        direction=row["direction"],
        territory=row["territory"],
        cost=row["cost"],
        status=PublicStatus(row["status"]),
    )


def _passes(line: PublicLine, wanted: PublicFilter, rulebook: Rulebook) -> bool:
    """Say whether a line passes; what has no words to show is found by its number and status alone."""
    tree, above = rulebook.territories, wanted.territory
    by_facts = (wanted.territory, wanted.direction, wanted.cost_at_most)
    if line.title is None and any(fact is not None for fact in by_facts):
        return False
    return (
        (above is None or tree.is_within(line.territory, above))
        and wanted.direction in {None, line.direction}
        and wanted.status in {None, line.status}
        and (wanted.cost_at_most is None or line.cost <= wanted.cost_at_most)
    )


def _ranked(
    kept: Mapping[int, PublicLine], order: ListOrder, seed: str, votes: Mapping[int, int]
) -> Sequence[PublicLine]:
    """Return the lines in the order asked for, the refused ones behind the others."""
    numbers = ordered(((line.number, line.cost) for line in kept.values()), order, seed, votes)
    lines = [kept[number] for number in numbers]
    return sorted(lines, key=lambda line: line.status is PublicStatus.REFUSED)


def _with_votes(line: PublicLine, votes: Mapping[int, int]) -> PublicLine:
    return replace(line, votes=votes.get(line.number))


async def _search(
    connection: AsyncConnection, campaign_id: CampaignId, typed: str, lines: Sequence[PublicLine]
) -> set[int] | None:
    """Return what the first step that finds anything finds, ``None`` where nothing is searched for (D3)."""
    words = typed.strip()[:MOST_WORDS_LENGTH]
    if not words:
        return None
    number = read_number(words)
    if number is not None and any(line.number == number for line in lines):
        return {number}
    speaking = {line.number for line in lines if line.title is not None}
    read = await proposals.list_words(connection, campaign_id, _SHOWN)
    # What nobody has read is not found by its words either; of projects their own words count.
    texts = {number: folded for number, folded in read.items() if number in speaking}
    for step in search_steps(words):
        on_list = await browsing.search(connection, campaign_id, step)
        found = on_list | {each for each, folded in texts.items() if holds(folded, step)}
        if found:
            return found
    return set()
