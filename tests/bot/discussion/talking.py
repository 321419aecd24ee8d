"""How conversations about proposals begin: proposals of neighbours, one's own, a card on the screen."""

import sqlite3
from typing import Any

from core.model.language import Language
from core.rules.review import ReviewAct
from core.usecases.proposal.submitting import submit
from sandbox.client import Person, View
from tests.bot.residents import Street
from tests.bot.walking import WORDS
from tests.support.proposals import decided, written
from tests.support.town import CAMPAIGN, Town

KK = WORDS[Language.KAZAKH]
TITLE = "Абай алаңына орындықтар қою"
QUESTION = "Орындықтарды кім күтіп ұстайды?"
LINK = "c-semey-demo-{number}"


async def own(town: Town, account: int, *, is_registered: bool = False, **answers: Any) -> int:
    """Return the number of a proposal that this verified account has submitted."""
    draft_id = await written(town, account, **answers)
    number = (await submit(town.services, CAMPAIGN, account, draft_id)).number
    if is_registered:
        await decided(town, number, ReviewAct.REGISTER)
    return number


async def open_card(person: Person, number: int) -> View:
    """Open whatever the deep link with this number leads to."""
    return await person.start(LINK.format(number=number))


def kept_of(street: Street) -> str:
    """Return what the bot's screens remember now."""
    with sqlite3.connect(street.folder / "fsm.sqlite3") as connection:
        rows = connection.execute("SELECT data FROM context").fetchall()
    connection.close()
    return "\n".join(data for (data,) in rows)


async def memory_of(street: Street) -> bytes:
    """Return everything that lies on the disk of the bot's screens, what was overwritten included."""
    return b"".join(path.read_bytes() for path in street.folder.glob("fsm.sqlite3*"))
