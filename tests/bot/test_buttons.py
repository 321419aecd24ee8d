"""Buttons about a project: they fit into Telegram's 64 bytes, and wishes stay in memory for a while only."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.buttons import CardButton, CastButton, LanguageButton, ListButton, PicturesButton, VoteButton
from bot.wishes import MOST, Wishes
from core.model.language import Language

CALLBACK_BYTES = 64
CAMPAIGN = "c" * 24
NUMBER = 999_999


@pytest.mark.parametrize(
    "button",
    [
        ListButton(),
        CardButton(campaign=CAMPAIGN, number=NUMBER, is_whole=True),
        PicturesButton(campaign=CAMPAIGN, number=NUMBER),
        VoteButton(campaign=CAMPAIGN, number=NUMBER),
        CastButton(campaign=CAMPAIGN, number=NUMBER, session="f" * 12),
        LanguageButton(language=Language.RUSSIAN, payload=f"t-{CAMPAIGN}-{CAMPAIGN}"),
    ],
    ids=lambda button: type(button).__name__,
)
def test_the_longest_button_fits(button: CallbackData) -> None:
    """The longest campaign, number and session fit into 64 bytes, and come back equal [D5]."""
    packed = button.pack()
    assert len(packed.encode()) <= CALLBACK_BYTES
    assert type(button).unpack(packed) == button


def test_a_confirmation_without_a_session_comes_back_so() -> None:
    """Whoever was verified by phone has no session in the button [E3]."""
    assert CastButton.unpack(CastButton(campaign="c", number=1, session="").pack()).session == ""


def test_a_wish_is_the_last_one_and_can_be_forgotten() -> None:
    """The newest button counts, for its account alone [E2]."""
    wishes = Wishes()
    for number in (1, 2):
        wishes.keep(7, VoteButton(campaign="c", number=number))
    assert wishes.get(7) == VoteButton(campaign="c", number=2)
    assert wishes.get(8) is None
    wishes.forget(7)
    wishes.forget(7)
    assert wishes.get(7) is None


def test_wishes_do_not_grow_without_end() -> None:
    """The oldest wish gives way to the newest one."""
    wishes = Wishes()
    for account in range(MOST + 1):
        wishes.keep(account, VoteButton(campaign="c", number=1))
    assert wishes.get(0) is None
    assert wishes.get(1) is not None
    assert wishes.get(MOST) is not None
