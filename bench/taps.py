"""Taps of people who browse, beside clicks of a bare aiogram-dialog window with as many buttons (D1, D2)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from bench import front, plain
from bench.front import Front
from bench.lines import Line
from bench.measuring import compare, share
from bench.statements import counted
from bench.town import CAMPAIGN, build, settle
from bot.buttons import CardButton
from core.model.language import Language

TAPS = 300
PEOPLE = range(1000, 1020)
AGAINST = "a bare aiogram-dialog click on a window with as many buttons, state in memory, no database"

PROJECTS = 6
"""Cards that are opened in turns."""

Tap = Callable[[int], Awaitable[None]]
"""Presses a button for the account."""


async def measure(url: str, folder: Path) -> AsyncIterator[Line]:
    """Measure taps in a second on the migrated database at ``url``."""
    town = await build(url, folder, residents=0)
    await settle(town.services, PEOPLE, Language.KAZAKH)
    try:
        async with front.running(town.services, folder) as running:
            for account_id in PEOPLE:
                await running.people.write(account_id, "/projects")
            yield await _compare("browse", running, partial(turn_page, running))
            numbers = cycle(range(1, PROJECTS + 1))
            yield await _compare(
                "card", running, lambda account_id: _open(running, account_id, next(numbers))
            )
    finally:
        await town.services.database.dispose()


async def turn_page(running: Front, account_id: int) -> None:
    """Turn the list's page: on, and back again from the last one."""
    buttons = running.telegram.buttons(account_id)
    turns = {data.rpartition("page_")[2]: data for data in buttons if "page_" in data}
    await running.people.press(account_id, turns.get("after") or turns["before"])


async def _open(running: Front, account_id: int, number: int) -> None:
    """Open a card."""
    button = CardButton(campaign=CAMPAIGN.campaign, number=number)
    await running.people.press(account_id, button.pack())


async def _compare(name: str, running: Front, tap: Tap) -> Line:
    with counted() as statements:
        await tap(PEOPLE[0])
    buttons = len(running.telegram.buttons(PEOPLE[0]))
    taps = share(TAPS)
    async with plain.running(buttons) as (people, telegram):
        for account_id in PEOPLE:
            await people.write(account_id, "/start")

        async def click(account_id: int) -> None:
            await people.press(account_id, telegram.buttons(account_id)[-1])

        pace = await compare(taps, partial(_in_turns, tap, taps), partial(_in_turns, click, taps))
    return Line(
        name=name,
        value=pace.ours,
        baseline=pace.baseline,
        unit="taps/s",
        against=AGAINST,
        facts={"buttons": buttons, **statements.facts()},
    )


async def _in_turns(tap: Tap, taps: int) -> None:
    for account_id in islice(cycle(PEOPLE), taps):
        await tap(account_id)
