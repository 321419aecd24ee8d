"""Albums by themselves: one answer, not before the last photo, none lost at the end."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
from redis.asyncio import Redis

from bot.albums import AlbumRecord, Albums, ProcessRecord
from bot.downloads import Sent
from bot.shared_albums import SharedRecord
from tests.support.waiting import until


@pytest.fixture(params=["process", "redis"])
async def record(request: pytest.FixtureRequest) -> AsyncIterator[AlbumRecord]:
    """What is known of albums: by one process, or by all."""
    if request.param == "process":
        yield ProcessRecord()
        return
    async with Redis.from_url(request.getfixturevalue("redis_url")) as redis:
        yield SharedRecord(redis)


class Heard:
    """Keeps what albums were answered with."""

    def __init__(self) -> None:
        self.answers: list[list[str]] = []

    async def answer(self, said: Sequence[str]) -> None:
        """Be told."""
        self.answers.append([*said])


async def test_one_answer_with_everything_that_was_said(record: AlbumRecord) -> None:
    """Photos that come one after the other are answered once, with what was wrong with any of them [B2]."""
    albums, heard = Albums(record, quiet_seconds=0), Heard()
    for said in (None, "broken", None):
        await albums.hold("1")
        await albums.release("1", heard.answer, said)
    await albums.flush()
    assert heard.answers == [["broken"]]


async def test_a_photo_in_work_holds_the_answer(record: AlbumRecord) -> None:
    """While a photo is being taken nothing is answered, however long it takes [B2] [P5]."""
    albums, heard = Albums(record, quiet_seconds=0), Heard()
    await albums.release("1", heard.answer)
    await albums.hold("1")
    await asyncio.sleep(0.01)
    assert heard.answers == []
    await albums.release("1", heard.answer)
    await albums.flush()
    assert heard.answers == [[]]


async def test_an_answer_that_fails_hinders_no_other(record: AlbumRecord) -> None:
    """A broken answer is logged; the others come [B2]."""
    albums, heard = Albums(record, quiet_seconds=0), Heard()

    async def fail(_said: Sequence[str]) -> None:
        raise RuntimeError

    await albums.release("1", fail)
    await albums.release("2", heard.answer)
    await albums.flush()
    assert heard.answers == [[]]


async def test_early_pictures_wait_by_their_album(record: AlbumRecord) -> None:
    """Pictures of one album are taken together, and once [B2]."""
    albums = Albums(record)
    one, two, other = (Sent(file_id=each, size=1, is_photo=True) for each in ("a", "b", "c"))
    token = await albums.keep("1", one)
    assert await albums.keep("1", two) == token
    assert await albums.keep("2", other) != token
    assert [each.file_id for each in await albums.take(token)] == ["a", "b"]
    assert not await albums.take(token)


async def test_an_album_over_two_processes_is_answered_once(redis_url: str) -> None:
    """Photos that came to different processes are answered by the one that took the last of them [B2]."""
    heard = Heard()
    async with Redis.from_url(redis_url) as one, Redis.from_url(redis_url) as other:
        first, second = (Albums(SharedRecord(redis), quiet_seconds=0.2) for redis in (one, other))
        for number, albums in enumerate([first, second, first, second]):
            await albums.hold("1")
            await albums.release("1", heard.answer, f"broken {number}")
        await first.flush()
        assert heard.answers == []
        await second.flush()
        assert heard.answers == [[f"broken {number}" for number in range(4)]]


async def test_a_killed_process_leaves_an_album_to_the_next_photo(redis_url: str) -> None:
    """A photo whose process was killed is brought again, and the album is answered with it [B2] [N1]."""
    heard = Heard()
    async with Redis.from_url(redis_url) as redis:
        killed, living = (Albums(SharedRecord(redis), quiet_seconds=0) for _ in range(2))
        await killed.hold("1")
        await living.hold("1")
        await living.release("1", heard.answer)
        await until(lambda: heard.answers == [[]])
