"""What list and card say, as texts of a phone's length.

Separate from the getters, because what is cut and where is decided here from facts alone (P5).
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from bot.dialogs.place.getters import path
from bot.dialogs.widgets import shortened
from core.language.locales import Words
from core.language.markup import Safe, plain
from core.model.language import Text
from core.model.project import Project, ProjectStatus
from core.rulebook.model import ListOrder, Rulebook
from core.rules.digits import MoneyProblem
from core.usecases.browsing.card import Card
from core.usecases.browsing.listing import Filters, ProjectPage

CARD_LENGTH = 1000
"""Characters of a card: two screens of a small phone, and one packet of a slow line."""

WHOLE_LENGTH = 3500
"""Characters of a card with all of its description, below Telegram's limit of 4096."""

_TITLE_LENGTH = 64
_DIRECTION_LENGTH = 120
_LEAST_DESCRIPTION = 120
_MILLION = 1_000_000

STATUS_TEXTS = tuple(f"browsing-status-{status.value.replace('_', '-')}" for status in ProjectStatus)
COST_TEXTS = tuple(f"browsing-cost-{problem}" for problem in MoneyProblem)
ORDER_TEXTS = tuple(f"browsing-order-{order}" for order in ListOrder)


def list_text(words: Words, shown: ProjectPage) -> str:
    """Return the list: a line for each project, what narrows it, and which page it is (D1)."""
    narrowed = narrowing(words, shown)
    foot = [words("browsing-list-page", page=shown.page + 1, pages=shown.pages)] if shown.pages > 1 else []
    blocks = (
        [words("browsing-list", total=shown.total), *([narrowed] if narrowed else [])],
        [_line(words, project) for project in shown.projects],
        [*foot, words("browsing-list-hint")],
    )
    return Safe("\n\n".join(Safe("\n".join(lines)) for lines in blocks))


def nothing_text(words: Words, shown: ProjectPage) -> str:
    """Say why the list is empty: what was searched, and which filters stand beside it (P7)."""
    if not shown.filters.is_narrowed:
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
    head = Safe("\n".join(_facts(words, card, is_whole=is_whole)))
    tail = Safe("\n".join(_decision(words, card)))
    room = (WHOLE_LENGTH if is_whole else CARD_LENGTH) - len(plain(head)) - len(plain(tail))
    description = card.project.description.in_language(words.language)
    shown = shortened(description, max(room, _LEAST_DESCRIPTION))
    parts = (head, words("browsing-card-description", description=shown), tail)
    is_cut = shown != description or (not is_whole and _is_long(words, _direction(card)))
    return Safe("\n\n".join(part for part in parts if part)), is_cut


def _line(words: Words, project: Project) -> str:
    title = shortened(project.title.in_language(words.language), _TITLE_LENGTH)
    cost = short_cost(words, project.cost)
    return words("browsing-line", number=project.number, title=title, cost=cost)


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


def _facts(words: Words, card: Card, *, is_whole: bool) -> Iterator[str]:
    project = card.project
    direction = _direction(card).in_language(words.language)
    if not is_whole:
        direction = shortened(direction, _DIRECTION_LENGTH)
    yield words("browsing-card", number=project.number, title=project.title)
    yield words("browsing-card-direction", direction=direction)
    place = path(card.rulebook.territories, card.territory.slug, words.language)
    yield words("browsing-card-territory", territory=place)
    yield words("browsing-card-place", landmark=project.place.landmark)
    yield words("browsing-card-cost", cost=project.cost)
    status = project.status.value.replace("_", "-")
    yield words("browsing-card-status", status=words(f"browsing-status-{status}"))
    if project.site_check is not None:
        yield words("browsing-card-site-check", site_check=project.site_check)


def _decision(words: Words, card: Card) -> Iterator[str]:
    """Say why a project was refused: the ground of the rules, and the council's own words (C3)."""
    grounds = {named.slug: named.text for named in card.rulebook.grounds}
    if card.project.ground in grounds:
        yield words("browsing-card-ground", ground=grounds[card.project.ground])
    if card.project.reason is not None:
        yield words("browsing-card-reason", reason=card.project.reason)


def _direction(card: Card) -> Text:
    return direction_name(card.rulebook, card.project.direction)


def _is_long(words: Words, text: Text) -> bool:
    return len(text.in_language(words.language)) > _DIRECTION_LENGTH
