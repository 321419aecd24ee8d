"""What is tuned once everything is built, and the filters that keep handlers quick."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from aiogram import F
from aiogram.methods import Response, SendMessage
from aiogram.types import CallbackQuery, Chat, Contact, Message, User

from bot.filters import InGroup, InPrivate, Magic
from bot.isolation import ProcessIsolation
from bot.startup import tune
from tests.bot.test_fsm_storage import KEY


@pytest.fixture
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("_thresholds")
def test_response_types_are_kept_and_the_rest_is_frozen() -> None:
    """After the tuning no collection rebuilds an answer's type, and what was built is left alone [P5]."""
    tuned = tune()
    kept = weakref.ref(Response.__class_getitem__(SendMessage.__returning__))
    gc.collect()
    assert kept() in tuned.response_types
    assert len(tuned.response_types) > 150
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[0] > 10_000


async def test_magic_filters_are_asked_without_a_thread() -> None:
    """The wrapper gives what the magic filter finds, falsy where it finds nothing [P5]."""
    contact = Contact(phone_number="+77010000001", first_name="A")
    assert await Magic(F.contact)(_message(contact=contact)) == contact
    assert not await Magic(F.contact)(_message())
    assert await Magic(F.text == "алма")(_message(text="алма"))


@pytest.mark.parametrize("kind", ["private", "group", "supergroup", "channel"])
async def test_private_and_shared_chats_are_told_apart(kind: str) -> None:
    """Messages and presses of a shared chat never count as private ones [P1]."""
    message = _message(kind=kind)
    person = User(id=1, is_bot=False, first_name="A")
    press = CallbackQuery(id="1", from_user=person, chat_instance="1", message=message)
    for event in (message, press):
        assert await InPrivate()(event) is (kind == "private")
        assert await InGroup()(event) is (kind != "private")


async def test_locks_are_freed_with_their_last_holder() -> None:
    """The isolation keeps one update of a key at a time and remembers nobody afterwards [E3]."""
    isolation = ProcessIsolation()
    async with isolation.lock(KEY):
        assert isolation._locks.count() == 1
    gc.collect()
    assert isolation._locks.count() == 0


def _message(kind: str = "private", **content: object) -> Message:
    return Message.model_validate(
        {"message_id": 1, "date": 1, "chat": Chat(id=1, type=kind, title="t"), **content}
    )
