"""An announcement in the chat, and the press that ends or brings back announcements (G2, G4)."""

import pytest

from core.model.announcement import Announcement, AnnouncementState
from core.model.language import Language
from core.usecases.announcement.delivery import Running
from core.usecases.announcement.wishes import is_announced
from core.usecases.privacy.mydata import my_data
from messenger.announcing import Announcer, compose
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from tests.bot.residents import AIGUL, IGOR, Street
from tests.bot.walking import WORDS, Walker
from tests.support.announcing import WRITTEN
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, OPEN

pytestmark = pytest.mark.usefixtures("front")

SENT = Announcement(
    number=1,
    version=1,
    written=WRITTEN,
    attachment=None,
    state=AnnouncementState.SENDING,
    cause=None,
    scheduled_at=None,
    size=None,
    written_by=1,
    asked_by=None,
    approved_by=None,
    created_at=OPEN,
    begun_at=OPEN,
    ended_at=None,
)


async def announce(street: Street, number: int, language: Language) -> None:
    """Bring the announcement as the worker does."""
    sandbox, services = street.sandbox, street.town.services
    bot = make_notifying_bot(sandbox.token, sandbox.url, ProcessPace(1000))
    running = Running(campaign_id=CAMPAIGN, announcement=SENT)
    await Announcer(services, bot).send(number, compose(strict_locales(), running, language))
    await bot.session.close()


@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_no_more_announcements_and_again(street: Street, number: int, language: Language) -> None:
    """The button below it ends them, turns round, and stands on the screen of reminders while they are off.

    [G2] [G4] [P6]
    """
    person = await street.settled(number, language)
    services, words = street.town.services, WORDS[language]
    await announce(street, number, language)
    walker = Walker(person, language, street.folder / "fsm.sqlite3")
    view = await walker.tap("button-announcements-off")
    assert view.labels == [words("button-announcements-on")]
    assert not await is_announced(services, number)
    view = await walker.tap("button-announcements-on")
    assert view.labels == [words("button-announcements-off")]
    assert await is_announced(services, number)
    await walker.tap("button-announcements-off")
    kept = await my_data(services, number)
    assert kept is not None
    assert kept.is_unannounced
    view = await walker.send("/reminders")
    assert words("button-announcements-on") in view.labels
    view = await walker.tap("button-announcements-on")
    assert words("button-announcements-on") not in view.labels
    assert await is_announced(services, number)
    await walker.keep("announcement")
