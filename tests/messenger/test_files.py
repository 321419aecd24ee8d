"""Pictures go up once, and come back by their id as long as it is good."""

import asyncio
import io
from collections.abc import AsyncIterator
from hashlib import sha256

import pytest
from aiogram import Bot
from PIL import Image

from core.usecases.browsing.pictures import get_file_id, keep_file_id
from messenger.client import make_answering_bot
from messenger.files import Pictures
from messenger.pace import ProcessPace
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.support.town import Town

AKIMAT = "semey"
PERSON = 1001


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "green").save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[RunningSandbox, Bot]]:
    """A sandbox with somebody who has started the bot, and the bot's client."""
    people: list[Json] = [{"id": PERSON, "first_name": "Айгүл"}]
    async with RunningSandbox(people=people) as sandbox:
        await sandbox.person(PERSON).start(wait=False)
        bot = make_answering_bot(sandbox.token, sandbox.url, ProcessPace(1000))
        yield sandbox, bot
        await bot.session.close()


async def _uploads(sandbox: RunningSandbox) -> list[int]:
    return [int(call["bytes_in"]) for call in await sandbox.calls("sendPhoto")]


async def test_a_picture_is_uploaded_once(town: Town, telegram: tuple[RunningSandbox, Bot]) -> None:
    """The second person gets the picture by its id: a few hundred bytes instead of all of it [P5] [D2]."""
    sandbox, bot = telegram
    digest = town.services.files.keep(_picture())
    pictures = Pictures(town.services)
    first = await pictures.send(bot, PERSON, akimat=AKIMAT, digest=digest, caption="Саябақ")
    second = await pictures.send(bot, PERSON, akimat=AKIMAT, digest=digest)
    uploaded, by_id = await _uploads(sandbox)
    assert uploaded > len(_picture()) > by_id
    assert first.photo
    assert second.photo
    assert first.photo[-1].file_unique_id == second.photo[-1].file_unique_id


async def test_people_who_ask_together_cause_one_upload(
    town: Town, telegram: tuple[RunningSandbox, Bot]
) -> None:
    """Five requests at once for a new picture upload it once [P5]."""
    sandbox, bot = telegram
    digest = town.services.files.keep(_picture())
    pictures = Pictures(town.services)
    sends = (pictures.send(bot, PERSON, akimat=AKIMAT, digest=digest) for _ in range(5))
    await asyncio.gather(*sends)
    sizes = await _uploads(sandbox)
    assert len(sizes) == 5
    assert sum(size > len(_picture()) for size in sizes) == 1


async def test_an_id_that_is_refused_is_replaced(town: Town, telegram: tuple[RunningSandbox, Bot]) -> None:
    """An id that the server no longer knows is forgotten, and the picture goes up again [D2]."""
    _, bot = telegram
    digest = town.services.files.keep(_picture())
    await keep_file_id(town.services, AKIMAT, bot.id, digest, "AgADBAADBroken")
    message = await Pictures(town.services).send(bot, PERSON, akimat=AKIMAT, digest=digest)
    assert message.photo
    assert await get_file_id(town.services, AKIMAT, bot.id, digest) == message.photo[-1].file_id


async def test_ids_are_of_one_bot_and_one_akimat(town: Town) -> None:
    """An id of another bot, or another akimat's, is not used [P9]."""
    await keep_file_id(town.services, AKIMAT, 1, "d", "id")
    assert await get_file_id(town.services, AKIMAT, 1, "d") == "id"
    assert await get_file_id(town.services, AKIMAT, 2, "d") is None
    assert await get_file_id(town.services, "almaty", 1, "d") is None


async def test_a_picture_that_is_not_there_is_an_error(
    town: Town, telegram: tuple[RunningSandbox, Bot]
) -> None:
    """A digest without a file is said to be missing, and nothing is sent [D2]."""
    sandbox, bot = telegram
    with pytest.raises(FileNotFoundError):
        await Pictures(town.services).send(bot, PERSON, akimat=AKIMAT, digest=sha256(b"none").hexdigest())
    assert await _uploads(sandbox) == []
