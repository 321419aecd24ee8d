"""Sheets and slips as tests need them: two clerks, the campaign of the town, people by their position."""

from dataclasses import dataclass, field

from core.model.paper_vote import SheetLine
from core.model.staff import Actor, Role
from core.store import paper_vote as store
from core.usecases.paper_vote.confirming import Confirmed, confirm_sheet
from core.usecases.paper_vote.entering import enter_line, keep_lines
from core.usecases.paper_vote.sheets import finish_sheet, open_sheet
from tests.support.office import actor
from tests.support.town import CAMPAIGN, IINS, Town

WHERE = "ortalyq"
"""Where the people of the town vote."""


@dataclass(slots=True)
class PaperDesk:
    """Two clerks with sheets; ``first`` types, ``second`` types again."""

    town: Town
    first: Actor
    second: Actor
    sheets: list[int] = field(default_factory=list)

    async def open(self, *, is_connected: bool, territory: str = WHERE) -> int:
        """Open a sheet and return its number."""
        number = await open_sheet(
            self.town.services, self.first, CAMPAIGN, territory=territory, is_connected=is_connected
        )
        self.sheets.append(number)
        return number

    async def line(self, sheet: int, line: int, person: int | str) -> SheetLine:
        """Take a line with a connection: a person's position, or what was typed."""
        text = person if isinstance(person, str) else IINS[person]
        return await enter_line(self.town.services, self.first, CAMPAIGN, sheet, line, text)

    async def type(self, sheet: int, *people: int | str, again: bool = False) -> tuple[int, ...]:
        """Type lines from the first on."""
        typed = {
            line: person if isinstance(person, str) else IINS[person]
            for line, person in enumerate(people, start=1)
        }
        who = self.second if again else self.first
        return await keep_lines(self.town.services, who, CAMPAIGN, sheet, typed, again=again)

    async def finish(self, sheet: int) -> None:
        """Say that the first typing is over."""
        await finish_sheet(self.town.services, self.first, CAMPAIGN, sheet)

    async def confirm(self, sheet: int, *, leaves: bool = False) -> Confirmed:
        """Compare both typings."""
        return await confirm_sheet(self.town.services, self.second, CAMPAIGN, sheet, leaves_differing=leaves)

    async def settled(self, *people: int, is_connected: bool = True) -> int:
        """Let people sign on a sheet that is then settled, and return its number."""
        sheet = await self.open(is_connected=is_connected)
        if is_connected:
            for line, person in enumerate(people, start=1):
                await self.line(sheet, line, person)
        else:
            await self.type(sheet, *people)
        await self.finish(sheet)
        await self.type(sheet, *people, again=True)
        assert (await self.confirm(sheet)).is_settled
        return sheet

    async def lines(self, sheet: int) -> dict[int, SheetLine]:
        """Return the lines of a sheet as they are kept."""
        async with self.town.services.database.read() as connection:
            return dict(await store.list_lines(connection, CAMPAIGN, sheet))


async def paper_desk(town: Town) -> PaperDesk:
    """Return a desk of the town with two clerks who are two people."""
    return PaperDesk(
        town=town,
        first=await actor(town, Role.CLERK, login="aigul", person=0),
        second=await actor(town, Role.CLERK, login="bolat", person=1),
    )
