"""A sandbox in the test's own process, a bare Bot API client, and pictures to send."""

import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.client import Person
from sandbox.records import Json
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.sandbox.receiver import SECRET, Hands, Receiver, running_receiver

PEOPLE: list[Json] = [
    {
        "id": 1001,
        "first_name": "Айгүл",
        "last_name": "Серікқызы",
        "username": "aigul",
        "language_code": "kk",
        "phone": "+7 701 000 00 01",
    },
    {"id": 1002, "first_name": "Игорь", "language_code": "ru", "phone": "+7 701 000 00 02"},
]


class Api:
    """The Bot API as a bot sees it: JSON in, the envelope out."""

    def __init__(self, base: str, http: aiohttp.ClientSession) -> None:
        self.base = base
        self.http = http

    async def envelope(self, method: str, **params: Any) -> Json:
        """Call a method and return the whole envelope."""
        async with self.http.post(f"{self.base}/{method}", json=params) as response:
            body: Json = await response.json()
            assert body["ok"] is (response.status == 200)
            return body

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method that must succeed and return its result."""
        body = await self.envelope(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Call a method that must fail and return its code and description."""
        body = await self.envelope(method, **params)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def form(self, method: str, form: aiohttp.FormData) -> Json:
        """Call a method with a multipart form and return the whole envelope."""
        async with self.http.post(f"{self.base}/{method}", data=form) as response:
            body: Json = await response.json()
            return body

    async def updates(self, offset: int = 0) -> list[Json]:
        """Fetch what waits without waiting for more; `offset` confirms."""
        result: list[Json] = await self.call("getUpdates", offset=offset, timeout=0)
        return result


@pytest.fixture
def hands() -> Hands:
    """Real time that a test may turn forward, where its `timing` goes by it."""
    return Hands()


@pytest.fixture
def timing() -> Timing:
    """Telegram's own patience; modules that do not wait for it have another."""
    return Timing()


@pytest.fixture
async def sandbox(timing: Timing) -> AsyncIterator[RunningSandbox]:
    """A sandbox with two people."""
    async with RunningSandbox(people=PEOPLE, timing=timing) as running:
        yield running


@pytest.fixture
async def api(sandbox: RunningSandbox) -> AsyncIterator[Api]:
    """A bare client with the bot's token."""
    async with aiohttp.ClientSession() as http:
        yield Api(f"{sandbox.url}/bot{sandbox.token}", http)


@pytest.fixture
async def aigul(sandbox: RunningSandbox) -> Person:
    """Somebody who has pressed START; no bot answers in these tests unless they start one."""
    person = sandbox.person(1001)
    await person.start(wait=False)
    return person


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """The bot's end of a webhook."""
    async with running_receiver() as running:
        yield running


@pytest.fixture
async def hook(api: Api, receiver: Receiver, aigul: Person) -> Receiver:
    """The receiver, set as the webhook; what aigul did before is dropped, a question stands in her chat."""
    keyboard = {"inline_keyboard": [[{"text": label, "callback_data": label} for label in ("Иә", "Жоқ")]]}
    await api.call("sendMessage", chat_id=aigul.id, text="Иә ме?", reply_markup=keyboard)
    await api.call("setWebhook", url=receiver.url, secret_token=SECRET, drop_pending_updates=True)
    return receiver


def picture(width: int = 1000, height: int = 500, colour: str = "green") -> bytes:
    """A PNG of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()
