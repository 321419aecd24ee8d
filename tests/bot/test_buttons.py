"""Buttons about a project: they fit into Telegram's 64 bytes, and wishes stay in memory for a while only."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.buttons import (
    CardButton,
    CastButton,
    LanguageButton,
    ListButton,
    PicturesButton,
    SumButton,
    VoteButton,
)
from bot.wishes import MOST, Wishes
from core.model.language import Language
from core.model.person import Verification
from core.usecases.verification.person import Person

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
        SumButton(campaign=CAMPAIGN, draft_id="f" * 12, tenge=999_999_999_999, lines="f" * 6, goes_on=True),
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
    """Before the verification the newest button counts, for its account alone [E2]."""
    wishes = Wishes()
    for number in (1, 2):
        wishes.keep(7, VoteButton(campaign="c", number=number))
    assert wishes.get(7, None) == VoteButton(campaign="c", number=2)
    assert wishes.get(8, None) is None
    wishes.forget(7)
    wishes.forget(7)
    assert wishes.get(7, None) is None


BY_PHONE = Person(person_key=b"p", verification=Verification.PHONE)
FIRST, NEXT = (
    Person(person_key=b"c", verification=Verification.CODE, session=session) for session in ("aa", "bb")
)


@pytest.mark.parametrize("owner", [BY_PHONE, FIRST])
@pytest.mark.parametrize("other", [NEXT, None])
def test_a_wish_belongs_to_one_verification(owner: Person, other: Person | None) -> None:
    """Bound to a session or to the phone, it stays there; another person makes it forgotten for good [E2]."""
    wishes, button = Wishes(), VoteButton(campaign="c", number=1)
    wishes.bind(7, owner)
    wishes.keep(7, button)
    wishes.bind(7, owner)
    wishes.leave(7)
    assert wishes.get(7, owner) == button
    if other is not None:
        wishes.bind(7, other)
    assert wishes.get(7, other) is None
    assert wishes.get(7, owner) is None


def test_a_wish_of_somebody_who_went_away_is_dropped() -> None:
    """Unverified and gone from the ways, nobody's wish waits for the next person [E2]."""
    wishes = Wishes()
    wishes.keep(7, VoteButton(campaign="c", number=1))
    wishes.leave(7)
    assert wishes.get(7, None) is None


def test_wishes_do_not_grow_without_end() -> None:
    """The oldest wish gives way to the newest one."""
    wishes = Wishes()
    for account in range(MOST + 1):
        wishes.keep(account, VoteButton(campaign="c", number=1))
    assert wishes.get(0, None) is None
    assert wishes.get(1, None) is not None
    assert wishes.get(MOST, None) is not None
