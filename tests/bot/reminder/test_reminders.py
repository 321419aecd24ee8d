"""Setting how reminders come, and reminders that lead back into the bot (G1)."""

import json
import sqlite3

import pytest

from bot.dialogs import states
from core.model.language import Language
from core.model.proposal import Step
from core.model.reminder import ReminderManner
from core.usecases.proposal.drafting import go_to
from core.usecases.reminder.manner import get_manner
from core.usecases.reminder.planning import plan
from tests.bot.residents import AIGUL, DANA, IGOR, Street
from tests.bot.telling import tell
from tests.bot.walking import WORDS, Walker
from tests.support.reminding import at, draft_of
from tests.support.town import CAMPAIGN

RESIDENTS = [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)]

pytestmark = pytest.mark.usefixtures("front")


async def remind(street: Street, written: str) -> None:
    """Let the clock stand at the instant and its work be done."""
    street.town.clock.set_to(at(written))
    await plan(street.town.services)
    await tell(street)


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_how_reminders_come_is_set_and_kept(street: Street, number: int, language: Language) -> None:
    """From the help to the screen, each way in turn; it says what comes in any case [G1] [P6]."""
    person = await street.voter(number, number - AIGUL, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.send("/help")
    view = await walker.tap("button-reminders")
    services = street.town.services
    assert WORDS[language]("button-reminder-each") not in view.labels, "that is how they come already"
    for manner in (ReminderManner.DAILY, ReminderManner.NEVER, ReminderManner.EACH):
        view = await walker.tap(f"button-reminder-{manner}")
        assert await get_manner(services, number) is manner
        assert "/stop" in view.text
    assert walker.has_opened_all(states.Reminder)
    await walker.send("/reminders")
    await walker.tap("button-home")
    await walker.keep("reminders")


async def test_whoever_has_no_place_sets_it_too(street: Street) -> None:
    """The setting belongs to the account, not to a campaign [G1] [P9]."""
    dana = street.sandbox.person(DANA)
    await dana.start()
    view = await dana.send("/reminders")
    assert WORDS[Language.KAZAKH]("button-reminder-never") in view.labels
    await dana.tap(WORDS[Language.KAZAKH]("button-reminder-never"))
    assert await get_manner(street.town.services, DANA) is ReminderManner.NEVER


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_a_reminder_to_vote_leads_to_the_vote(street: Street, number: int, language: Language) -> None:
    """The reminder stands in the chat, and its one button opens the screen from which one votes [G1] [E4]."""
    words = WORDS[language]
    person = await street.voter(number, number - AIGUL, language)
    await remind(street, "11-29 18:00")
    view = await person.chat()
    assert view.labels == [words("button-reminder-vote")]
    view = await person.tap(words("button-reminder-vote"))
    assert words("button-vote") in view.labels
    await Walker(person, language, street.folder / "fsm.sqlite3").keep("reminder-vote")


@pytest.mark.parametrize(("number", "language"), RESIDENTS)
async def test_a_reminder_leads_back_to_the_very_step(
    street: Street, number: int, language: Language
) -> None:
    """A week later the button opens the application where its author stopped [G1] [B2]."""
    town = street.town
    town.clock.set_to(at("10-02 12:00"))
    person = await street.settled(number, language)
    draft_id = await draft_of(town, number)
    await go_to(town.services, CAMPAIGN, number, draft_id, Step.DESCRIPTION)
    await remind(street, "10-09 10:00")
    view = await person.chat()
    assert view.labels == [WORDS[language]("button-draft-go-on")]
    view = await person.tap(WORDS[language]("button-draft-go-on"))
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    await walker.keep("reminder-draft")
    assert "Proposal:description" in screens(street)


def screens(street: Street) -> set[str]:
    """Return the screens that the bot remembers to be open."""
    with sqlite3.connect(street.folder / "fsm.sqlite3") as connection:
        rows = connection.execute("SELECT data FROM context WHERE destiny LIKE 'aiogd:context:%'").fetchall()
    connection.close()
    return {json.loads(data)["state"] for (data,) in rows}
