"""The real screens behind what stands around them: whoever comes by an old button still finds the way in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screens import build_screens
from core.model.language import Language
from core.usecases.place.account import choose_language
from messenger.buttons import Destination, keyboard
from sandbox.running import RunningSandbox
from tests.support.front import Front, running_front
from tests.support.town import Town

OLD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="old button", callback_data="former-version:1")]]
)


@pytest.fixture
async def real(sandbox: RunningSandbox, town: Town, tmp_path: Path) -> AsyncIterator[Front]:
    """The bot with its real screens."""
    async with running_front(sandbox, town.services, tmp_path, build_screens()) as running:
        yield running


async def test_an_old_button_asks_a_newcomer_for_the_language(sandbox: RunningSandbox, real: Front) -> None:
    """Somebody without language and place who presses an outdated button is asked for them [D5] [P6]."""
    person = sandbox.person(1001)
    first = await person.start()
    await real.bot.send_message(person.id, "old", reply_markup=OLD)
    view = await person.tap("old button")
    assert view.answer
    assert (view.text, view.labels) == (first.text, first.labels)


@pytest.mark.parametrize("destination", Destination)
async def test_lasting_buttons_open_their_screens(
    sandbox: RunningSandbox, real: Front, town: Town, destination: Destination
) -> None:
    """A button under a notice opens a screen in the person's language, months later too [F5] [E2]."""
    person = sandbox.person(1001)
    await town.settle(person.id)
    await choose_language(town.services, person.id, Language.RUSSIAN)
    await person.start()
    words = real.locales.words(Language.RUSSIAN)
    message = await real.bot.send_message(person.id, "notice", reply_markup=keyboard(words, destination))
    view = await person.tap(words(f"button-go-{destination.value}"), message.message_id)
    assert view.find("notice") is None, "the message itself became the screen"
    assert view.labels
    assert not any(letter in view.text for letter in "әғқңөұүһі")
