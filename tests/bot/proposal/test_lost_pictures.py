"""Pictures that could not be taken: each is answered for, and no other goes with it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.dialogs.proposal import arrivals
from core.model.proposal import Step
from core.usecases.proposal import pictures
from sandbox.client import View
from tests.bot.proposal.author import FULL, KK, photo, without, writing
from tests.bot.residents import Street
from tests.bot.walking import kazakh

LOST = kazakh("proposal-picture-lost")


class BrokenScanner:
    """A scanner in which something breaks at its second file."""

    def __init__(self) -> None:
        self._asked = 0

    async def scan(self, _content: bytes) -> str | None:
        """Find nothing, or break."""
        self._asked += 1
        if self._asked == 2:
            raise RuntimeError
        return None


@contextmanager
def busy_cleaner() -> Iterator[None]:
    """Let the one cleaner of pictures have other work as long as the block lasts."""
    end = threading.Event()
    working = pictures._CLEANING.submit(end.wait)
    try:
        yield
    finally:
        end.set()
        working.result()


def said_below(view: View) -> set[int]:
    """Return below which messages it stands that they were not taken."""
    return {message["reply_to"] for message in view.messages if message["text"] == LOST}


def photos_of(view: View) -> set[int]:
    """Return the messages that bring photos."""
    return {
        each["message_id"] for each in view.messages if each["from"] != "bot" and each.get("kind") == "photo"
    }


async def test_an_error_among_the_photos_of_an_album(street: Street) -> None:
    """Where one photo breaks, the others are kept and counted, and that one is said [B2] [P5]."""
    street.town.services = replace(street.town.services, scanner=BrokenScanner())
    async with street.open_bot():
        writer = await writing(street, step=Step.PICTURES)
        await writer.person.send_album([photo(number) for number in range(3)])
        view = await writer.person.wait_for(kazakh("proposal-pictures-now", count=2))
        assert kazakh("proposal-not-taken", count=1, reason=LOST) in str(view)
        assert len((await writer.contents()).pictures) == 2


async def test_the_last_photo_of_an_album_breaks(street: Street) -> None:
    """What came before it is still answered, without another photo to wake the answer [B2] [P5]."""
    street.town.services = replace(street.town.services, scanner=BrokenScanner())
    async with street.open_bot():
        writer = await writing(street, step=Step.PICTURES)
        await writer.person.send_album([photo(number) for number in range(2)])
        await writer.person.wait_for(kazakh("proposal-pictures-now", count=1))


async def test_a_cleaner_that_is_busy_too_long(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waited in vain reads below each photo that it was not taken, and sends it again [B2] [P5]."""
    async with street.open_bot():
        writer = await writing(street, step=Step.PICTURES)
        with monkeypatch.context() as patch, busy_cleaner():
            patch.setattr(arrivals, "TAKING_SECONDS", 0.3)
            await writer.person.send_album([photo(number) for number in range(2)])
            view = await writer.person.wait_for(kazakh("proposal-not-taken", count=2, reason=LOST))
        assert said_below(view) == photos_of(view)
        assert len(said_below(view)) == 2
        assert not (await writer.contents()).pictures
        view = await writer.person.send_photo(photo(0))
        assert kazakh("proposal-pictures-count", count=1, most=10) in view.text


async def test_early_photos_and_a_busy_cleaner(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos that are added by a button are counted where there was no time for them [B2] [P5]."""
    async with street.open_bot():
        writer = await writing(street, without(pictures=()))
        await writer.person.send_album([photo(number) for number in range(2)])
        await writer.person.wait_for(kazakh("proposal-add-pictures", title=FULL.title))
        with monkeypatch.context() as patch, busy_cleaner():
            patch.setattr(arrivals, "TAKING_SECONDS", 0.3)
            view = await writer.person.tap(KK("button-proposal-add-pictures"))
        assert kazakh("proposal-not-taken", count=2, reason=LOST) in view.text
