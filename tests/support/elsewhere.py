"""A town whose campaign is joint: its own rulebook, and people of the office who keep the other channel."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from core.language.locales import Words
from core.model.language import Language
from core.model.staff import Actor, Role
from core.rules.iin import control_digit
from core.usecases.elsewhere.approving import approve_list
from core.usecases.elsewhere.handing_in import HandedIn, hand_in
from core.usecases.elsewhere.looking import get_protocol
from core.usecases.elsewhere.protocol import approve_protocol, type_protocol
from core.usecases.outcome.advance import advance
from core.usecases.outcome.reading import TerritoryReport, get_report
from core.usecases.outcome.telling import tell
from core.usecases.voting.casting import cast_vote
from tests.support.front import strict_locales
from tests.support.office import actor
from tests.support.town import CAMPAIGN, CLOSED, IINS, RULEBOOK, Town, build_town

TERRITORY = "ortalyq"
CHEAP, DEAR = 5, 2
PAPERS_IN = CLOSED + timedelta(hours=13)
"""After the printed hour of lines without a connection: boxes are opened from then on (E8)."""

SCAN = b"%PDF-1.4 a protocol that somebody has signed\n%%EOF\n"

_SOLE = 'mode = { value = "sole", act = "choice" }'
_PUBLISH = 'small_count = { value = "publish", act = "choice" }'


def joint(*, is_hiding: bool = False) -> str:
    """Return the sample rulebook in joint mode; ``is_hiding`` hides counts under twenty votes."""
    assert _SOLE in RULEBOOK
    assert _PUBLISH in RULEBOOK
    text = RULEBOOK.replace(_SOLE, _SOLE.replace("sole", "joint"))
    return text.replace(_PUBLISH, _PUBLISH.replace("publish", "hide")) if is_hiding else text


async def build_joint(database_url: str, folder: Path, *, is_hiding: bool = False) -> Town:
    """Return the town of `build_town` with its campaign joint."""
    return await build_town(database_url, folder, rulebook=joint(is_hiding=is_hiding))


def table(*people: int | str, territory: str | None = None) -> BytesIO:
    """Return a list of the other channel with these people of ``IINS``, or numbers as they stand."""
    numbers = [IINS[each] if isinstance(each, int) else each for each in people]
    if territory is None:
        lines = ["iin", *numbers]
    else:
        lines = ["iin;territory", *(f"{iin};{territory}" for iin in numbers)]
    return BytesIO("\n".join(lines).encode())


def strangers(count: int) -> list[int | str]:
    """Return numbers of people whom the register does not have."""
    firsts = (f"6001011{serial:04d}" for serial in range(2 * count))
    numbers = [f"{first}{digit}" for first in firsts if (digit := control_digit(first)) is not None]
    return [*numbers[:count]]


async def clerk(town: Town, login: str = "clerk", person: int = 0) -> Actor:
    """Return a clerk."""
    return await actor(town, Role.CLERK, login=login, person=person)


async def secretary(town: Town, login: str = "secretary", person: int = 1) -> Actor:
    """Return a secretary, who approves."""
    return await actor(town, Role.SECRETARY, login=login, person=person)


async def bring(town: Town, first: Actor, *people: int | str) -> HandedIn:
    """Hand in a list."""
    return await hand_in(town.services, first, CAMPAIGN, table(*people), "participants.csv")


async def take(town: Town, first: Actor, second: Actor, *people: int | str) -> HandedIn:
    """Hand in a list and approve it."""
    handed = await bring(town, first, *people)
    await approve_list(town.services, second, CAMPAIGN, handed.import_id)
    return handed


async def vote(town: Town, person: int, project: int) -> None:
    """Let a person vote by his own telephone."""
    account = 7000 + person
    await town.settle(account)
    await town.by_phone(account, person)
    await cast_vote(town.services, CAMPAIGN, account, number=project, session=None)


async def end(town: Town) -> None:
    """End the voting and open the boxes."""
    town.clock.set_to(PAPERS_IN)
    await advance(town.services, opens_boxes=True)


def typed(totals: Mapping[int, int], ballot: Iterable[int]) -> dict[int, str]:
    """Return what a form says of these totals; a project that is not named has no votes."""
    return {number: str(totals.get(number, 0)) for number in ballot}


async def type_twice(
    town: Town, first: Actor, second: Actor, totals: Mapping[int, int], numbers: Iterable[int]
) -> None:
    """Let two people type the protocol of the territory, and the second of them approve it."""
    fields = typed(totals, numbers)
    await type_protocol(town.services, first, CAMPAIGN, TERRITORY, fields, SCAN)
    await type_protocol(town.services, second, CAMPAIGN, TERRITORY, fields, b"")
    await approve_protocol(town.services, second, CAMPAIGN, TERRITORY)


async def ballot(town: Town, who: Actor) -> list[int]:
    """Return the projects of the territory."""
    found = await get_protocol(town.services, who, CAMPAIGN, TERRITORY)
    return [number for number, _ in found.ballot]


async def report(town: Town) -> TerritoryReport:
    """Return what is told of the territory."""
    found = await get_report(town.services, CAMPAIGN, TERRITORY)
    assert found is not None
    return found


def said(town: Town, found: TerritoryReport, language: Language = Language.RUSSIAN) -> str:
    """Return the report in words."""
    words: Words = strict_locales().words(language)
    told = tell(words, found, town.clock.now())
    return "\n".join((*told.winners, *told.summary, *told.ties, *told.lines))
