"""The side of every page of the office: where its reader may go, in one table (L1, L4).

Separate from the pages, because each is found here and none knows of the others.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aiohttp import web

from core.model.language import Text
from core.rules.permissions import OfficeAct


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the side leads to: its address below the campaign or the office, its text, and for whom."""

    path: str
    text: str
    acts: tuple[OfficeAct, ...] = ()


CAMPAIGN_PLACES = (
    Place("proposals", "office-nav-proposals", (OfficeAct.VIEW_PROPOSALS,)),
    Place("paper", "office-nav-paper", (OfficeAct.ENTER_PROPOSAL, OfficeAct.ISSUE_SLIP)),
    Place("discussion", "office-nav-discussion", (OfficeAct.MODERATE,)),
    Place("council", "office-nav-council", (OfficeAct.APPOINT_COUNCIL, OfficeAct.VIEW_SITTINGS)),
    Place("sittings", "office-nav-sittings", (OfficeAct.VIEW_SITTINGS,)),
    Place("exclusive", "office-nav-exclusive", (OfficeAct.MARK_EXCLUSIVE,)),
    Place("appeals", "office-nav-appeals", (OfficeAct.DECIDE_APPEAL,)),
    Place("amendments", "office-nav-amendments", (OfficeAct.AMEND_RULES, OfficeAct.APPROVE_AMENDMENT)),
    Place("freeze", "office-nav-freeze", (OfficeAct.VIEW_FREEZE,)),
    Place("register", "office-nav-register", (OfficeAct.VIEW_REGISTER,)),
    Place("codes", "office-nav-codes", (OfficeAct.ISSUE_CODES,)),
    Place("ask", "office-nav-ask", (OfficeAct.ASK_VOTE,)),
    Place("cases", "office-nav-cases", (OfficeAct.VIEW_CASES,)),
    Place("elsewhere", "office-nav-elsewhere", (OfficeAct.IMPORT_ELSEWHERE, OfficeAct.APPROVE_ELSEWHERE)),
    Place("what-if", "office-nav-what-if", (OfficeAct.TRY_SETTINGS,)),
    Place("sheets", "office-nav-sheets", (OfficeAct.VIEW_SHEETS,)),
    Place("slips", "office-nav-slips", (OfficeAct.SCAN_SLIPS,)),
    Place("yards", "office-nav-yards", (OfficeAct.TAKE_YARDS,)),
    Place("opening", "office-nav-opening", (OfficeAct.VIEW_OPENING,)),
    Place("results", "office-nav-results", (OfficeAct.VIEW_SITTINGS,)),
    Place("announcements", "office-nav-announcements", (OfficeAct.VIEW_ANNOUNCEMENTS,)),
    Place("kit", "office-nav-kit", (OfficeAct.MAKE_KIT,)),
    Place("money", "office-nav-money", (OfficeAct.VIEW_MONEY,)),
    Place("export", "office-nav-export", (OfficeAct.EXPORT,)),
)
"""Pages of one campaign, in the order of the work."""

AKIMAT_PLACES = (
    Place("", "office-nav-home"),
    Place("own", "office-nav-own"),
    Place("staff", "office-nav-staff", (OfficeAct.MANAGE_STAFF,)),
    Place("logs", "office-nav-logs", (OfficeAct.VIEW_LOGS,)),
)
"""Pages of the akimat as a whole."""

NAVIGATION_TEXTS = tuple(place.text for place in (*CAMPAIGN_PLACES, *AKIMAT_PLACES))
"""What the side says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A link of the side, its path counted from the office's own folder."""

    path: str
    text: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The links of the akimat, or those of a campaign under its name."""

    name: Text | None
    items: Sequence[Item]


def menu(
    request: web.Request, may: Callable[[OfficeAct], bool], campaign: tuple[str, Text] | None
) -> Sequence[Group]:
    """Return where the reader may go from here; ``campaign`` is the slug and name of the one in the address.

    Left out is what the application does not serve, and what the reader may do nothing on.
    """
    served = _served(request)
    here = request.path.partition("/office/")[2]
    found = [_group(None, AKIMAT_PLACES, "", served, here, may)]
    if campaign is not None:
        slug, name = campaign
        found.append(_group(name, CAMPAIGN_PLACES, f"{slug}/", served, here, may))
    return [group for group in found if group.items]


def offered(request: web.Request, may: Callable[[OfficeAct], bool], slug: str) -> Sequence[Item]:
    """Return the pages of a campaign to which its reader may go, for the office's home."""
    return _group(None, CAMPAIGN_PLACES, f"{slug}/", _served(request), "", may).items


def _group(
    name: Text | None,
    places: Sequence[Place],
    folder: str,
    served: frozenset[str],
    here: str,
    may: Callable[[OfficeAct], bool],
) -> Group:
    pattern = "/office/{campaign}/" if folder else "/office/"
    items = [
        Item(path=folder + place.path, text=place.text, is_here=_is_here(folder + place.path, here))
        for place in places
        if pattern + place.path in served and (not place.acts or any(may(act) for act in place.acts))
    ]
    return Group(name=name, items=items)


def _is_here(path: str, here: str) -> bool:
    return here == path or (path != "" and here.startswith(f"{path}/"))


def _served(request: web.Request) -> frozenset[str]:
    """Return the addresses that the application answers, as they were added."""
    return frozenset(_canonical(request.app))


def _canonical(app: web.Application) -> Iterator[str]:
    yield from (resource.canonical for resource in app.router.resources())
