"""Albums by themselves: one answer, not before the last photo, none lost at the end."""

import asyncio
from collections.abc import Sequence

from bot.albums import Albums
from bot.downloads import Sent


class Heard:
    """Keeps what albums were answered with."""

    def __init__(self) -> None:
        self.answers: list[list[str]] = []

    async def answer(self, said: Sequence[str]) -> None:
        """Be told."""
        self.answers.append([*said])


async def test_one_answer_with_everything_that_was_said() -> None:
    """Photos that come one after the other are answered once, with what was wrong with any of them [B2]."""
    albums, heard = Albums(quiet_seconds=0), Heard()
    for said in (None, "broken", None):
        albums.hold("1")
        albums.release("1", heard.answer, said)
    await albums.flush()
    await asyncio.sleep(0.01)
    assert heard.answers == [["broken"]]


async def test_a_photo_in_work_holds_the_answer() -> None:
    """While a photo is being taken nothing is answered, however long it takes [B2] [P5]."""
    albums, heard = Albums(quiet_seconds=0), Heard()
    albums.release("1", heard.answer)
    albums.hold("1")
    await asyncio.sleep(0.01)
    assert heard.answers == []
    albums.release("1", heard.answer)
    await asyncio.sleep(0.01)
    assert heard.answers == [[]]


async def test_an_answer_that_fails_hinders_no_other() -> None:
    """A broken answer is logged; the others come [B2]."""
    albums, heard = Albums(quiet_seconds=0), Heard()

    async def fail(_said: Sequence[str]) -> None:
        raise RuntimeError

    albums.release("1", fail)
    albums.release("2", heard.answer)
    await albums.flush()
    assert heard.answers == [[]]


async def test_early_pictures_wait_by_their_album() -> None:
    """Pictures of one album are taken together, and once [B2]."""
    albums = Albums()
    one, two, other = (Sent(file_id=each, size=1, is_photo=True) for each in ("a", "b", "c"))
    token = albums.keep("1", one)
    assert albums.keep("1", two) == token
    assert albums.keep("2", other) != token
    assert [each.file_id for each in albums.take(token)] == ["a", "b"]
    assert albums.take(token) == ()
