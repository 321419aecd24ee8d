"""Every window of place, home, rules, privacy and outcome is drawn from real data in both languages."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.screens import build_screens
from core.model.language import Language
from core.usecases.guide.chapters import Chapter
from sandbox.running import RunningSandbox
from tests.bot.residents import AIGUL, IGOR, Street, sandbox, street
from tests.support.front import Front, running_front
from tests.support.town import CAMPAIGN, Town
from tests.transcripts import assert_fits

__all__ = ["sandbox", "street"]

GROUPS = (states.Place, states.Home, states.Guide, states.Privacy, states.Outcome)
WINDOWS: Mapping[str, State] = {
    str(state.state).replace(":", "_"): state for group in GROUPS for state in group.__states__
}
MEMORY = {"campaign": CAMPAIGN.campaign, "chapter": Chapter.COUNCIL.value}
"""What windows may remember of those before them."""


@pytest.fixture
async def front(sandbox: RunningSandbox, town: Town, tmp_path: Path) -> AsyncIterator[Front]:
    """The bot with its real screens and a command that opens any window of them."""
    opening = Router(name="opening")
    opening.message.register(show_window, Command("window"))
    async with running_front(sandbox, town.services, tmp_path, [opening, *build_screens()]) as running:
        yield running


async def show_window(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """Open the window that the command names."""
    state = WINDOWS[command.args or ""]
    first, mute = state.group.__states__[0], ShowMode.NO_UPDATE
    await dialog_manager.start(first, mode=StartMode.RESET_STACK, show_mode=mute)
    dialog_manager.dialog_data.update(MEMORY)
    await dialog_manager.switch_to(state)
    dialog_manager.show_mode = ShowMode.SEND
    await dialog_manager.show()


@pytest.mark.usefixtures("front")
@pytest.mark.parametrize(("number", "language"), [(AIGUL, Language.KAZAKH), (IGOR, Language.RUSSIAN)])
async def test_every_window_is_drawn(street: Street, number: int, language: Language) -> None:
    """No text, fact or button is missing in any window, and each fits on a phone [P6] [P5] [A3] [M1]."""
    person = await street.settled(number, language)
    for name in WINDOWS:
        before = (await person.chat()).last["message_id"]
        view = await person.send(f"/window {name}")
        assert view.last["message_id"] > before, name
        assert view.text, name
        assert view.labels, name
        assert_fits(view)
