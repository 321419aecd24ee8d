"""A counted territory whose council may decide on it, as tests of results need it.

Separate because use cases, pages and the bot are tried with it.
"""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from core.law.zone import end_of
from core.model.council import Choice
from core.model.language import Text
from core.model.refusals import Refusal, RuleViolation
from core.rules.sittings import Call
from core.usecases.outcome.advance import advance
from core.usecases.result.deciding import (
    conclude_result,
    give_result_opinion,
    open_results,
    publish_results,
)
from core.usecases.result.rows import require_sitting
from tests.support.boxes import put_in
from tests.support.council import PLACE, Table, seated
from tests.support.proposals import INTAKE
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town

WHERE = "ortalyq"
WINNER, LOSER = 5, 2
"""A project with six votes of the five that are needed, and one with two."""

TERM = date(2026, 12, 5)
"""The last day on which members speak of results."""

NONE = Text(kk="", ru="")
BECAUSE = Text(kk="Жер телімі дауда.", ru="Участок в споре.")
AGAINST = "Жер дауда, құрылыс басталмайды."


@dataclass(frozen=True, slots=True)
class Results:
    """The council before what was counted."""

    town: Town
    table: Table

    async def open(self, *, term: date | None = TERM, **call: Any) -> None:
        """Call the sitting."""
        decide_by: datetime | None = end_of(term) if term is not None else None
        facts = {"held_on": TERM, "place": PLACE, "decide_by": decide_by, "numbers": None, **call}
        await open_results(self.town.services, self.table.secretary, CAMPAIGN, WHERE, Call(**facts))

    async def say(self, number: int, *choices: Choice | None, comment: str = AGAINST) -> None:
        """Let members say so in their order; ``None`` says nothing."""
        for member, choice in zip(self.table.members, choices, strict=False):
            if choice is not None:
                await give_result_opinion(
                    self.town.services, member, CAMPAIGN, WHERE, number, choice, comment
                )

    async def conclude(self, number: int, reason: Text = NONE, *, read: bool | None = None) -> bool:
        """Let the secretary write down the decision."""
        where = self.town.services, self.table.secretary, CAMPAIGN, WHERE, number
        return await conclude_result(*where, reason, read=read)

    async def settle(self, *declined: int, reason: Text = BECAUSE) -> None:
        """Decide everything as it was counted but for winners that are ``declined``, and do not publish."""
        for number in await self.numbers():
            has_won = number == WINNER
            choice = Choice.ADMIT if has_won and number not in declined else Choice.REFUSE
            await self.say(number, *[choice] * 3)
            await self.conclude(number, reason if number in declined else NONE)

    async def publish(self) -> None:
        """Let everybody know."""
        await publish_results(self.town.services, self.table.secretary, CAMPAIGN, WHERE)

    async def numbers(self) -> list[int]:
        """Return the projects of the sitting."""
        async with self.town.services.database.read() as connection:
            return [item.number for item in (await require_sitting(connection, CAMPAIGN, WHERE)).items]


async def voted(town: Town, *, is_counted: bool = True) -> Results:
    """Seat the council before the voting, let people vote and count."""
    town.clock.set_to(INTAKE)
    table = await seated(town)
    town.clock.set_to(OPEN)
    await put_in(town, *[WINNER] * 6, *[LOSER] * 2)
    town.clock.set_to(CLOSED)
    if is_counted:
        await advance(town.services, opens_boxes=True)
    return Results(town, table)


async def refused(awaited: Awaitable[object]) -> tuple[Refusal, object]:
    """Return the refusal of a use case and its ``what``."""
    with pytest.raises(RuleViolation) as caught:
        await awaited
    return caught.value.refusal, caught.value.reasons[0].facts.get("what")
