"""Help and rules for whoever has chosen no place yet (A3)."""

import pytest

from core.model.language import Language
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.place.account import choose_language, see
from sandbox.client import Person
from tests.bot.residents import AIGUL, Street
from tests.bot.walking import WORDS, kazakh
from tests.support.town import RULEBOOK
from tests.transcripts import assert_fits

KK = WORDS[Language.KAZAKH]

pytestmark = pytest.mark.usefixtures("front")


async def newcomer(street: Street) -> Person:
    """Return somebody who speaks Kazakh and has no place."""
    await see(street.town.services, AIGUL)
    await choose_language(street.town.services, AIGUL, Language.KAZAKH)
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    return aigul


async def test_help_always_answers(street: Street) -> None:
    """Before the language /help speaks both, before the place the chosen one; home leads on [A3] [P6]."""
    aigul = street.sandbox.person(AIGUL)
    await aigul.start()
    view = await aigul.send("/help")
    assert_fits(view)
    for words in WORDS.values():
        assert words("guide-help").partition("</b>")[0].removeprefix("<b>") in view.text
    await choose_language(street.town.services, AIGUL, Language.KAZAKH)
    view = await aigul.send("/help")
    assert view.text == kazakh("guide-help")
    assert "Самал ауданы" in (await aigul.tap(KK("button-home"))).labels


async def test_the_only_campaign_needs_no_place_to_be_read(street: Street) -> None:
    """/rules opens the contents and every chapter of the only campaign [A3] [P9]."""
    aigul = await newcomer(street)
    view = await aigul.send("/rules")
    assert KK("button-chapter-dates") in view.labels
    view = await aigul.tap(KK("button-chapter-dates"))
    assert view.text.startswith(kazakh("chapter-dates"))
    assert_fits(view)


async def test_of_several_campaigns_one_is_chosen_first(street: Street) -> None:
    """Where there are several campaigns /rules asks for the place [A3] [P9]."""
    second = RULEBOOK.replace('campaign = "semey-demo"', 'campaign = "semey-second"')
    await take_rulebook(street.town.services, second, "second.toml")
    aigul = await newcomer(street)
    assert KK("button-place-language") in (await aigul.send("/rules")).labels
