"""A campaign whose votes are cast on the official page: the bot explains and leads there (A6)."""

from datetime import UTC, datetime

import pytest

from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.choosing import choose_place
from sandbox.client import View
from tests.bot.residents import AIGUL, Street
from tests.support.front import strict_locales
from tests.support.town import REPOSITORY
from tests.transcripts import assert_fits

KK = strict_locales().words(Language.KAZAKH)
SEMEY_2024 = REPOSITORY / "rulebooks" / "semey-2024.toml"
OFFICIAL = "https://www.gov.kz/memleket/entities/abay-semey/bnu/668?lang=ru"

pytestmark = pytest.mark.usefixtures("front")


async def at_home(street: Street) -> View:
    """Return the home screen of somebody in Semey's campaign of 2024 while its voting is open."""
    services = street.town.services
    aigul = await street.settled(AIGUL)
    street.town.clock.set_to(datetime(2024, 4, 10, 6, tzinfo=UTC))
    taken = await take_rulebook(services, SEMEY_2024.read_text(encoding="utf-8"), SEMEY_2024.name)
    await choose_place(services, AIGUL, taken.campaign_id, "semey")
    return await aigul.start()


async def test_the_button_leads_to_the_official_page(street: Street) -> None:
    """While voting is open there is a link to the official page, nothing to verify or vote here [A6] [A3]."""
    view = await at_home(street)
    assert KK("home-guide") in view.text
    button = view.last["buttons"][0][0]
    assert button["label"] == KK("button-official-page")
    assert OFFICIAL in str(button)
    assert KK("button-verify") not in view.labels
    assert KK("button-vote") not in view.labels
    assert_fits(view)


async def test_the_outcome_is_left_to_the_official_page(street: Street) -> None:
    """The bot has no outcome of its own there, and says where it will stand [F5] [A6]."""
    await at_home(street)
    view = await street.sandbox.person(AIGUL).send("/outcome")
    assert view.text == KK("outcome-guide")
    assert view.labels == [KK("button-home")]
