"""Open screens are told apart, however quickly they are opened."""

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog.api.entities import Stack

from bot.intents import make_names_unique


class Screens(StatesGroup):
    """A screen for this test."""

    one = State()


def test_screens_of_one_second_have_different_names() -> None:
    """Ten thousand screens opened at once have ten thousand names; a repeated one loses a screen [P5]."""
    make_names_unique()
    names = {Stack().push(Screens.one, None).id for _ in range(10_000)}
    assert len(names) == 10_000
    assert {len(name) for name in names} == {8}
