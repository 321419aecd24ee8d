"""A council as tests need it: secretary, members with accounts, proposals whose place was looked at."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.law.zone import end_of
from core.model.council import AgendaItem, Choice
from core.model.language import Text
from core.model.staff import Actor, Role
from core.rules.sittings import Call, Said
from core.store import review, staff
from core.usecases.council.concluding import Written, conclude
from core.usecases.council.members import appoint
from core.usecases.council.opinions import give_opinion
from core.usecases.council.publishing import Published, publish_sitting
from core.usecases.council.reading import get_sitting
from core.usecases.council.sittings import close_sitting, open_sitting
from core.usecases.place.account import see
from tests.support.office import actor
from tests.support.proposals import GROUND, registered
from tests.support.town import CAMPAIGN, Town

PLACE = Text(kk="Әкімдіктің мәжіліс залы", ru="Зал заседаний акимата")
FOUND = Text(kk="Жер бос, желілер жоқ.", ru="Земля свободна, сетей нет.")
TRANSLATED = Written(title="Скамьи на площади Абая", description="Пожилым людям будет где отдохнуть.")
REFUSED = Written(
    title="Скамьи на площади Абая",
    description="Пожилым людям будет где отдохнуть.",
    ground=GROUND,
    reason=Text(kk="Аула қоршалған.", ru="Двор огорожен."),
)
YES = Said(choice=Choice.ADMIT)
NO = Said(choice=Choice.REFUSE, ground=GROUND, comment="Аула қоршалған.")
APART = Said(choice=Choice.CONFLICT, comment="Автор – көршім.")
TERM = date(2026, 9, 20)
"""The last day on which members give opinions."""

HELD = date(2026, 9, 21)


@dataclass(frozen=True, slots=True)
class Table:
    """Those who sit at it; the first of the ``members`` is the chair."""

    town: Town
    secretary: Actor
    members: tuple[Actor, ...]

    async def open(self, *numbers: int, term: date | None = TERM, **call: Any) -> int:
        """Return the number of a sitting with these proposals, all that are ready where none is named."""
        decide_by: datetime | None = end_of(term) if term is not None else None
        facts = {"held_on": HELD, "place": PLACE, "decide_by": decide_by, "numbers": numbers or None, **call}
        return await open_sitting(self.town.services, self.secretary, CAMPAIGN, Call(**facts))

    async def say(self, sitting: int, number: int, *said: Said | None) -> None:
        """Let members give these opinions in their order; ``None`` says nothing."""
        for member, each in zip(self.members, said, strict=False):
            if each is not None:
                await give_opinion(self.town.services, member, CAMPAIGN, sitting, number, each)

    async def conclude(self, sitting: int, number: int, typed: Written = TRANSLATED) -> bool:
        """Let the secretary write down the decision."""
        return await conclude(self.town.services, self.secretary, CAMPAIGN, sitting, number, typed)

    async def publish(self, sitting: int) -> Published:
        """Close a sitting and publish it."""
        await close_sitting(self.town.services, self.secretary, CAMPAIGN, sitting)
        return await publish_sitting(self.town.services, self.secretary, CAMPAIGN, sitting)

    async def item(self, sitting: int, number: int) -> AgendaItem:
        """Return an item of the agenda as the secretary sees it."""
        found = await get_sitting(self.town.services, self.secretary, CAMPAIGN, sitting)
        return next(each for each in found.items if each.number == number)


def account_of_member(place: int) -> int:
    """Return the account that reminds the member at ``place``."""
    return 7900 + place


async def seated(town: Town, *, members: int = 3, have_accounts: bool = True) -> Table:
    """Return a council of so many members, each with an account that reminds him."""
    secretary = await actor(town, Role.SECRETARY, login="secretary", person=4)
    found = []
    for place in range(members):
        member = await actor(town, Role.COUNCIL_MEMBER, login=f"member-{place}", person=place)
        await appoint(town.services, secretary, CAMPAIGN, member.staff_id, is_chair=place == 0)
        if have_accounts:
            await see(town.services, account_of_member(place))
            async with town.services.database.write() as connection:
                account_id = account_of_member(place)
                await staff.change_staff(connection, CAMPAIGN.akimat, member.staff_id, account_id=account_id)
        found.append(member)
    return Table(town, secretary, tuple(found))


async def looked_at(town: Town, number: int, *, is_clear: bool = True) -> None:
    """Record that somebody went to the place."""
    values = {
        "land_is_clear": is_clear,
        "networks_are_clear": True,
        "balance_holder": "Әкімдік",
        "found_kk": FOUND.kk,
        "found_ru": FOUND.ru,
        "checked_on": date(2026, 9, 9),
        "checked_by": "Б. Маман",
        "staff_id": 1,
        "at": town.clock.now() - timedelta(days=1),
    }
    async with town.services.database.write() as connection:
        await review.add_site_check(connection, CAMPAIGN, number, values)


async def ready(town: Town, person: int, **answers: Any) -> int:
    """Return the number of a proposal that the council may decide on."""
    number = await registered(town, person, **answers)
    await looked_at(town, number)
    return number
