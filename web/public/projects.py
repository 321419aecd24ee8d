"""The list of projects and proposals: filters in the address, nothing kept of who looks (C3, D1, D3)."""

from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TypeVar

from aiohttp import web

from core.law.zone import local_date
from core.model.publication import PublicStatus
from core.rulebook.model import ListOrder, Rulebook
from core.rules.digits import MoneyProblem
from core.rules.money import read_money
from core.usecases.place.choosing import require_rulebook
from core.usecases.publishing.listing import MOST_WORDS_LENGTH, PublicFilter, list_published
from web.public.site import PublicSite, Visit, read_number

PROJECTS_TEXTS = (
    "public-projects-title",
    "public-filter",
    "public-filter-words",
    "public-filter-words-hint",
    "public-filter-territory",
    "public-filter-direction",
    "public-filter-status",
    "public-filter-cost",
    "public-filter-cost-hint",
    "public-filter-order",
    "public-filter-all",
    "public-filter-more",
    "public-filter-show",
    "public-filter-clear",
    "public-found",
    "public-pages",
    "public-page-of",
    "public-page-before",
    "public-page-after",
    "public-project-title",
    "public-line-hidden",
    "public-line-cost",
    "public-line-votes",
    "public-votes-live",
    "public-fault-value",
    "public-fault-words",
    "public-fault-page",
    "public-order-random",
    "browsing-narrowed-cost",
    "browsing-nothing-found",
    "browsing-nothing-filtered",
    "browsing-nothing-yet",
    "browsing-order-cost",
    "browsing-order-number",
    "browsing-order-votes",
)
"""What the template of this page says."""

STATUS_TEXTS = tuple(f"public-status-{status.value.replace('_', '-')}" for status in PublicStatus)
COST_TEXTS = tuple(f"browsing-cost-{problem}" for problem in MoneyProblem)

_FILTERED = tuple(status for status in PublicStatus if status is not PublicStatus.MERGED)
"""Statuses to choose from; what was merged is seen with its new number."""

_MOST_PAGE = 100_000

ChoiceT = TypeVar("ChoiceT")


@dataclass(slots=True, kw_only=True)
class _Asked:
    """What an address asks for, and what of it made no sense: keys of texts."""

    wanted: PublicFilter
    order: ListOrder | None
    seed: str
    page: int
    cost_typed: str
    faults: list[str] = field(default_factory=list)

    @property
    def is_detailed(self) -> bool:
        """Say whether more was asked for than words: then all conditions are shown."""
        return self.order is not None or replace(self.wanted, words="").is_narrowed


class ProjectsPage:
    """`/c/{campaign}/projects`."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve it."""
        site.show("/c/{campaign}/projects", self.show)

    async def show(self, visit: Visit) -> web.Response:
        """Show a page of the list; what is wrong in the address is said, and the rest of it counts."""
        rulebook = await require_rulebook(visit.services, visit.campaign)
        asked = _read(visit, rulebook)
        found = await list_published(
            visit.services,
            visit.campaign,
            asked.wanted,
            order=asked.order,
            seed=asked.seed,
            page=asked.page,
        )
        is_beyond = asked.page >= found.pages
        faults = [*asked.faults, *(["public-fault-page"] if is_beyond else [])]
        status = HTTPStatus.BAD_REQUEST if asked.faults else HTTPStatus.OK
        return visit.show(
            "projects.html",
            status=HTTPStatus.NOT_FOUND if is_beyond else status,
            rulebook=rulebook,
            found=found,
            asked=asked,
            faults=faults,
            most=MOST_WORDS_LENGTH,
            statuses=_FILTERED,
            orders=[each for each in ListOrder if found.has_votes or each is not ListOrder.VOTES],
        )


def _read(visit: Visit, rulebook: Rulebook) -> _Asked:
    faults: list[str] = []
    territory = _known(visit.asked("territory"), set(rulebook.territories.nodes), faults)
    direction = _known(visit.asked("direction"), {each.slug for each in rulebook.directions}, faults)
    status = _known(visit.asked("status"), {each.value for each in _FILTERED}, faults)
    order = _known(visit.asked("order"), {each.value for each in ListOrder}, faults)
    words = visit.asked("words")
    if len(words) > MOST_WORDS_LENGTH:
        faults.append("public-fault-words")
    return _Asked(
        wanted=PublicFilter(
            territory=territory,
            direction=direction,
            status=PublicStatus(status) if status else None,
            cost_at_most=_cost(visit.asked("cost"), faults),
            words=words[:MOST_WORDS_LENGTH],
        ),
        order=ListOrder(order) if order else None,
        seed=_seed(visit),
        page=_page(visit.asked("page"), faults),
        cost_typed=visit.asked("cost")[:MOST_WORDS_LENGTH],
        faults=list(dict.fromkeys(faults)),
    )


def _known(typed: str, known: set[str], faults: list[str]) -> str | None:
    if typed and typed not in known:
        faults.append("public-fault-value")
    return typed if typed in known else None


def _cost(typed: str, faults: list[str]) -> int | None:
    if not typed:
        return None
    cost = read_money(typed)
    if isinstance(cost, MoneyProblem):
        faults.append(f"browsing-cost-{cost.value}")
        return None
    return cost


def _page(typed: str, faults: list[str]) -> int:
    """Return the page counted from 0; addresses count from 1."""
    page = read_number(typed) if typed else 1
    if page is None or page < 1:
        faults.append("public-fault-value")
        return 0
    return min(page, _MOST_PAGE) - 1


def _seed(visit: Visit) -> str:
    """Return what keeps a random order steady: a day's own, so that all have the same chance (D1)."""
    typed = visit.asked("seed")
    if read_number(typed) is not None:
        return typed
    return local_date(visit.services.clock.now()).strftime("%Y%m%d")
