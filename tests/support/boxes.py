"""Boxes as tests need them: two people who open, an observer, sealed votes without their voters' walk.

Separate from the town, because a live count needs more votes than anybody wants to cast one by one.
"""

import json
import os
from dataclasses import dataclass

from sqlalchemy import update

from core.ledger.seal import seal
from core.model.outcome import Tally
from core.model.staff import Actor, Role
from core.model.vote import Channel, RollEntry
from core.store import box, campaign, freeze, ledger
from core.store.base import of
from core.usecases.opening.looking import Box, list_boxes
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.tallying import tally_of
from tests.support.office import actor
from tests.support.town import CAMPAIGN, CLOSED, RULEBOOK, Town

WHERE = "ortalyq"
"""Where the people of the town vote."""

SAFE = RULEBOOK.replace("small_count = {", 'box_key = { value = "safe", act = "choice" }\nsmall_count = {', 1)
"""The sample rulebook with its box keys in a safe."""

HIDING = RULEBOOK.replace('small_count = { value = "publish"', 'small_count = { value = "hide"')
"""The sample rulebook with hidden small counts."""

LIVE = RULEBOOK.replace("live_counts = { shown = false", "live_counts = { shown = true")
"""The sample rulebook with live counts; see `entitle` for the people it needs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may open boxes, and an observer."""

    first: Actor
    second: Actor
    observer: Actor


async def pair(town: Town) -> Pair:
    """Return a secretary, an akim and an observer who are three people."""
    return Pair(
        first=await actor(town, Role.SECRETARY, login="secretary", person=2),
        second=await actor(town, Role.AKIM, login="akim", person=3),
        observer=await actor(town, Role.OBSERVER, login="observer", person=4),
    )


async def put_in(town: Town, *projects: int, territory: str = WHERE) -> list[bytes]:
    """Enter voters whom nobody knows with sealed votes for these projects, and return their tokens."""
    tokens = []
    async with town.services.database.write() as connection:
        await town.services.rulebooks.require(connection, CAMPAIGN, lock=True)
        public = await campaign.get_box_key(connection, CAMPAIGN, territory)
        assert public is not None
        for project in projects:
            number = await ledger.take_number(connection, CAMPAIGN, "roll_size")
            token = os.urandom(32)
            entry = RollEntry(number=number, token=token, channel=Channel.BOT, territory=territory)
            await ledger.add_to_roll(connection, CAMPAIGN, entry)
            await box.add_waiting(
                connection,
                CAMPAIGN,
                waiting_id=os.urandom(16),
                territory=territory,
                sealed=seal(public, campaign=CAMPAIGN.campaign, territory=territory, project=project),
            )
            tokens.append(token)
    return tokens


async def entitle(town: Town, people: int, territory: str = WHERE) -> None:
    """Let so many be entitled in a frozen territory, without naming them."""
    async with town.services.database.write() as connection:
        await connection.execute(
            update(freeze.freeze)
            .where(of(freeze.freeze, CAMPAIGN), freeze.freeze.c.territory == territory)
            .values(entitled=people)
        )


async def close_with(town: Town, *projects: int) -> None:
    """Let strangers vote for these projects and end the voting."""
    await put_in(town, *projects)
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, WHERE)


async def box_of(town: Town, who: Actor) -> Box:
    """Return the box as its page shows it."""
    found = await list_boxes(town.services, who, CAMPAIGN)
    return next(each for each in found.boxes if each.territory == WHERE)


async def leaves_of(town: Town) -> list[dict[str, object]]:
    """Return what lies in the box."""
    async with town.services.database.read() as connection:
        return [json.loads(leaf) for leaf in await box.list_box(connection, CAMPAIGN, WHERE)]


async def tally(town: Town) -> Tally | None:
    """Return what was voted."""
    async with town.services.database.read() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN)
        return await tally_of(connection, CAMPAIGN, rulebook, WHERE)
