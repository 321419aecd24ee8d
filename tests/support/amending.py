"""Two people who amend, and what tests ask of amendments; apart, for use cases, pages and races share it."""

from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.model.amendment import CorrectedField
from core.model.language import Text
from core.model.staff import Actor, Role
from core.model.stage import Stage, StageWindow
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.usecases.amendment.proposing import (
    propose_correction,
    propose_extension,
    propose_freeze,
    propose_merger,
    propose_stop,
)
from core.usecases.amendment.settling import approve_amendment
from tests.support.office import actor
from tests.support.town import CAMPAIGN, RULEBOOK, Town

WHY = Text(kk="Жол жабық болды", ru="Дорога была закрыта")
BOOK = read(RULEBOOK, "semey-demo")
REVIEW = BOOK.stages[Stage.REVIEW]
VOTING = BOOK.stages[Stage.VOTING]
BEFORE = REVIEW.closes + timedelta(hours=1)
"""Review is over, voting has not begun."""

LATER = VOTING.closes + timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A secretary who proposes and an akim who approves, in a town."""

    town: Town
    secretary: Actor
    akim: Actor

    async def done(self, proposing: Coroutine[Any, Any, int]) -> int:
        """Propose and approve; return the number."""
        number = await proposing
        await approve_amendment(self.town.services, self.akim, CAMPAIGN, number)
        return number

    async def extend(
        self, stage: Stage = Stage.VOTING, closes: datetime | None = LATER, territory: str | None = None
    ) -> int:
        """Propose an extension."""
        return await propose_extension(
            self.town.services, self.secretary, CAMPAIGN, WHY, stage=stage, territory=territory, closes=closes
        )

    async def merge(self, *territories: str) -> int:
        """Propose to merge."""
        return await propose_merger(
            self.town.services, self.secretary, CAMPAIGN, WHY, territories=territories
        )

    async def freeze(self, territory: str) -> int:
        """Propose to freeze before the opening."""
        return await propose_freeze(self.town.services, self.secretary, CAMPAIGN, WHY, territory=territory)

    async def stop(self, number: int) -> int:
        """Propose to stop a project."""
        return await propose_stop(self.town.services, self.secretary, CAMPAIGN, WHY, number=number)

    async def mend(self, number: int, new: Text, field: CorrectedField = CorrectedField.TITLE) -> int:
        """Propose other words."""
        return await propose_correction(
            self.town.services, self.secretary, CAMPAIGN, WHY, number=number, field=field, new=new
        )

    async def book(self) -> Rulebook:
        """Return the rulebook as every reader gets it."""
        async with self.town.services.database.read() as connection:
            return await self.town.services.rulebooks.require(connection, CAMPAIGN)

    async def window(self, stage: Stage = Stage.VOTING, territory: str | None = None) -> StageWindow:
        """Return a window as every reader gets it."""
        found = (await self.book()).window(stage, territory)
        assert found is not None
        return found


async def pair_of(town: Town) -> Pair:
    """Return the two of them."""
    return Pair(
        town=town,
        secretary=await actor(town, Role.SECRETARY, login="secretary", person=3),
        akim=await actor(town, Role.AKIM, login="akim", person=4),
    )


async def before_voting(town: Town) -> None:
    """Go back to the days between review and voting: nothing is frozen yet."""
    await town.thaw()
    town.clock.set_to(BEFORE)
