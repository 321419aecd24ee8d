"""What list and card say, as texts of a phone's length.

Separate from the getters, because what is cut and where is decided here from facts alone (P5).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.dialogs.place.getters import path
from core.language.locales import Words
from core.language.markup import Safe, plain
from core.language.shortening import shortened
from core.model.language import Text
from core.model.project import Project, ProjectStatus
from core.rulebook.model import ListOrder, Rulebook
from core.rules.digits import MoneyProblem
from core.usecases.browsing.card import Card
from core.usecases.browsing.listing import Filters, ProjectPage
from core.usecases.result.decisions import say_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many characters a card has, and its parts at most; the description gets what the others leave."""

    card: int
    title: int
    fact: int
    reason: int
    least_description: int


SHORT = Room(card=1000, title=110, fact=120, reason=140, least_description=40)
"""A card of two screens of a small phone, and of one packet of a slow line (P5)."""

WHOLE = Room(card=3500, title=300, fact=400, reason=600, least_description=600)
"""A card with all that there is, below Telegram's limit of 4096 characters."""

_TITLE_LENGTH = 64
_MILLION = 1_000_000

STATUS_TEXTS = tuple(f"browsing-status-{status.value.replace('_', '-')}" for status in ProjectStatus)
COST_TEXTS = tuple(f"browsing-cost-{problem}" for problem in MoneyProblem)
ORDER_TEXTS = tuple(f"browsing-order-{order}" for order in ListOrder)


def list_text(words: Words, shown: ProjectPage) -> str:
    """Return the list: a line for each project, what narrows it, and which page it is (D1)."""
    narrowed = narrowing(words, shown)
    foot = [words("browsing-list-page", page=shown.page + 1, pages=shown.pages)] if shown.pages > 1 else []
    as_of = shown.votes_as_of
    live = [words("browsing-list-live", as_of=as_of)] if as_of is not None else []
    blocks = (
        [words("browsing-list", total=shown.total), *([narrowed] if narrowed else []), *live],
        [_line(words, project) for project in shown.projects],
        [*foot, words("browsing-list-hint")],
    )
    return Safe("\n\n".join(Safe("\n".join(lines)) for lines in blocks))


def nothing_text(words: Words, shown: ProjectPage) -> str:
    """Say why the list is empty: what was searched, and which filters stand beside it (P7)."""
    if shown.is_bare:
        return words("browsing-nothing-yet")
    typed = shown.filters.words
    if not typed:
        return words("browsing-nothing-filtered")
    said = words("browsing-nothing-found", words=typed)
    others = narrowing(words, replace(shown, filters=replace(shown.filters, words=None)))
    return Safe(f"{said}\n\n{others}") if others else said


def narrowing(words: Words, shown: ProjectPage) -> str | None:
    """Return what the list leaves out, ``None`` for the whole list."""
    facts = tuple(_filters(words, shown.rulebook, shown.filters))
    return words("browsing-narrowed", filters=facts) if facts else None


def short_cost(words: Words, cost: int) -> str:
    """Return a cost in tenge as a line of the list shows it: millions with one digit after the comma."""
    if cost < _MILLION:
        return words("browsing-cost-small", cost=cost)
    millions = (Decimal(cost) / _MILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return words("browsing-cost-short", millions=millions)


def cost_text(words: Words, understood: int | None, problem: str | None) -> str:
    """Return the question for a cost in tenge, or the sum read back before it counts (B3)."""
    if understood is not None:
        return words("browsing-cost-understood", cost=understood)
    question = words("browsing-cost")
    return Safe("\n\n".join([words(f"browsing-cost-{problem}"), question])) if problem else question


def card_text(words: Words, card: Card, *, is_whole: bool) -> tuple[str, bool]:
    """Return the card and whether something of it was cut away (D2, P5)."""
    whole = _card(words, card, WHOLE)
    shown = whole if is_whole else _card(words, card, SHORT)
    return shown, shown != whole


def _card(words: Words, card: Card, room: Room) -> str:
    head = Safe("\n".join(_facts(words, card, room)))
    tail = Safe("\n".join(_decision(words, card, room)))
    left = room.card - len(plain(head)) - len(plain(tail)) - len("\n\n\n\n")
    description = card.project.description.in_language(words.language)
    shown = shortened(description, max(left, room.least_description))
    parts = (head, words("browsing-card-description", description=shown), tail)
    return Safe("\n\n".join(part for part in parts if part))


def _line(words: Words, project: Project) -> str:
    title = shortened(project.title.in_language(words.language), _TITLE_LENGTH)
    cost = short_cost(words, project.cost)
    # Nobody votes for it any more: the list says so before somebody opens it (A4).
    line = "browsing-line-stopped" if project.status is ProjectStatus.STOPPED else "browsing-line"
    return words(line, number=project.number, title=title, cost=cost)


def _filters(words: Words, rulebook: Rulebook, filters: Filters) -> Iterator[object]:
    if filters.territory in rulebook.territories.nodes:
        yield rulebook.territories.require(str(filters.territory)).name
    if filters.direction:
        direction = direction_name(rulebook, filters.direction).in_language(words.language)
        yield shortened(direction, _TITLE_LENGTH)
    if filters.cost_at_most:
        yield words("browsing-narrowed-cost", cost=filters.cost_at_most)
    if filters.words:
        yield words("browsing-narrowed-words", words=filters.words)


def direction_name(rulebook: Rulebook, slug: str) -> Text:
    """Return a direction as the rulebook names it, its slug where the rulebook has none."""
    found = (named.text for named in rulebook.directions if named.slug == slug)
    return next(found, Text(kk=slug, ru=slug))


def _facts(words: Words, card: Card, room: Room) -> Iterator[str]:
    project, territories = card.project, card.rulebook.territories
    status = project.status.value.replace("_", "-")
    direction = direction_name(card.rulebook, project.direction)
    yield words("browsing-card", number=project.number, title=_cut(words, project.title, room.title))
    yield words("browsing-card-direction", direction=_cut(words, direction, room.fact))
    yield words("browsing-card-territory", territory=path(territories, card.territory.slug, words.language))
    yield words("browsing-card-place", landmark=_cut(words, project.place.landmark, room.fact))
    yield words("browsing-card-cost", cost=project.cost)
    yield words("browsing-card-status", status=words(f"browsing-status-{status}"))
    if card.votes is not None and card.votes_as_of is not None:
        yield words("browsing-card-votes-live", votes=card.votes, as_of=card.votes_as_of)
    elif card.votes is not None:
        yield words("browsing-card-votes", votes=card.votes)
    if card.exclusive:
        others = ", ".join(f"№ {number}" for number in card.exclusive)
        yield words("browsing-card-exclusive", others=others)
    if project.site_check is not None:
        yield words("browsing-card-site-check", site_check=_cut(words, project.site_check, room.reason))
    if card.site_check is not None:
        who = shortened(card.site_check.checked_by, room.fact)
        yield words("browsing-card-site-check-by", day=card.site_check.checked_on, who=who)


def _decision(words: Words, card: Card, room: Room) -> Iterator[str]:
    """Say why a project was refused (the ground of the rules, the council's own words) or built (C3, F2)."""
    grounds = {named.slug: named.text for named in card.rulebook.grounds}
    if card.project.ground in grounds:
        ground = _cut(words, grounds[card.project.ground], room.fact)
        yield words("browsing-card-ground", ground=ground)
    if card.project.reason is not None:
        yield words("browsing-card-reason", reason=_cut(words, card.project.reason, room.reason))
    if card.decision is not None:
        yield from say_decision(words, card.decision, room.reason)


def _cut(words: Words, text: Text, length: int) -> str:
    return shortened(text.in_language(words.language), length)
