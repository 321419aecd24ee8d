"""Pressing a project's vote button, and counting what that leaves: how every test of the vote begins."""

from core.model.language import Language
from sandbox.client import Person, View
from tests.bot.walking import WORDS
from tests.support.town import Town

KK = WORDS[Language.KAZAKH]
VOTE = KK("button-browsing-vote")
YES = KK("button-voting-yes")
NO = KK("button-voting-card")
COUNTED = "Дауысыңыз есепке алынды"
TITLE = "Мектеп жанындағы бос жерге сирень бағын егу"
"""The title of project 12."""


async def ask(person: Person, number: int = 12) -> View:
    """Open a card by its number and press its vote button."""
    await person.send("/projects")
    await person.send(str(number))
    return await person.tap(VOTE)


async def votes(town: Town) -> tuple[int, int]:
    """Return how many entries the roll has, and how many sealed votes wait."""
    async with town.services.database.read() as connection:
        counts = [
            (await connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
            for table in ("roll", "waiting")
        ]
    return counts[0], counts[1]
