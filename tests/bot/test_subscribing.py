"""Telling Telegram where to bring updates: once for all processes, again after a change, and back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.types import Message
from aiogram.utils.backoff import BackoffConfig
from redis.asyncio import Redis

from bot import handling
from bot.handling import Handling
from bot.polling import Polling
from bot.shared_turns import SharedTurns
from bot.subscribing import Subscription, SubscriptionRefused, derive_secret
from bot.turns import ProcessTurns
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from sandbox.records import Json
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.support.front import log_as_in_production
from tests.support.telegram_stub import retry_after, running_stub
from tests.support.waiting import until
from tests.support.webhooks import TOKEN, handled_by

ADDRESS = "http://127.0.0.1:1/telegram"
NOWHERE: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
PEOPLE: list[Json] = [{"id": 2000, "first_name": "A"}]

log = pytest.fixture(autouse=True)(log_as_in_production)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handling, "_BACKOFF", BackoffConfig(0.01, 0.02, 2, 0.001))


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A local Telegram that may be told of a webhook as often as one likes."""
    async with RunningSandbox(people=PEOPLE, timing=Timing(set_webhook_pause=0)) as running:
        yield running


@asynccontextmanager
async def _bot(url: str, token: str = TOKEN) -> AsyncIterator[Bot]:
    bot = make_answering_bot(token, url, ProcessPace(1000))
    yield bot
    await bot.session.close()


async def test_three_processes_set_one_webhook(
    sandbox: RunningSandbox, redis_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Of processes that start together one tells Telegram, and the others find it told [N1]."""
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(_bot(sandbox.url, sandbox.token))
        redises = [await stack.enter_async_context(Redis.from_url(redis_url)) for _ in range(3)]
        subscriptions = [Subscription(bot, SharedTurns(redis), ADDRESS) for redis in redises]
        await asyncio.gather(*(each.tell(["message"], asyncio.Event()) for each in subscriptions))
        info = await bot.get_webhook_info()
    assert caplog.text.count("'webhook_set'") == 1
    assert info.url == subscriptions[0].url
    assert info.max_connections == 100
    assert info.allowed_updates == ["message"]


async def test_what_has_changed_is_told(sandbox: RunningSandbox, caplog: pytest.LogCaptureFixture) -> None:
    """Another address, secret or kind of update is told; the same again is not [N1]."""
    told: list[int] = []
    async with _bot(sandbox.url, sandbox.token) as bot:
        for address, secret, types in (
            (ADDRESS, "", ["message", "callback_query"]),
            (ADDRESS, "", ["callback_query", "message"]),
            (ADDRESS, "another-secret-of-ours", ["callback_query", "message"]),
            (ADDRESS, "another-secret-of-ours", ["message"]),
            (f"{ADDRESS}2", "another-secret-of-ours", ["message"]),
        ):
            caplog.clear()
            await Subscription(bot, ProcessTurns(), address, secret).tell(types, asyncio.Event())
            told.append(caplog.text.count("'webhook_set'"))
    assert told == [1, 0, 1, 1, 1]


async def test_the_secret_is_told_and_stands_in_no_address() -> None:
    """Telegram is handed the secret beside the address, of which people may know [M2]."""
    async with running_stub() as stub, _bot(stub.url) as bot:
        stub.prepare("getWebhookInfo", 200, result=NOWHERE)
        stub.prepare("setWebhook", 200, result=True)
        subscription = Subscription(bot, ProcessTurns(), "https://example.kz/telegram")
        await subscription.tell(["message"], asyncio.Event())
    told = stub.calls("setWebhook")[0]
    assert told["secret_token"] == subscription.secret == derive_secret(TOKEN, "https://example.kz/telegram")
    assert subscription.secret not in told["url"]
    assert TOKEN not in told["url"]
    assert told["drop_pending_updates"] == "false"


async def test_a_limit_and_a_fault_are_waited_out() -> None:
    """Who may ask once a second waits a second, and a broken gateway is asked again [N1]."""
    async with running_stub() as stub, _bot(stub.url) as bot:
        for _ in range(3):
            stub.prepare("getWebhookInfo", 200, result=NOWHERE)
        stub.prepare("setWebhook", 502, error_code=502, description="Bad Gateway")
        stub.prepare("setWebhook", 429, **retry_after(1))
        stub.prepare("setWebhook", 200, result=True)
        began = asyncio.get_running_loop().time()
        await Subscription(bot, ProcessTurns(), ADDRESS).tell(["message"], asyncio.Event())
    assert asyncio.get_running_loop().time() - began >= 1
    assert len(stub.calls("setWebhook")) == 3


@pytest.mark.parametrize(
    ("status", "description", "expected"),
    [
        (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook", SubscriptionRefused),
        (401, "Unauthorized", TelegramUnauthorizedError),
    ],
)
async def test_what_people_have_to_mend_is_raised(
    status: int, description: str, expected: type[Exception]
) -> None:
    """An address or a token that Telegram does not take ends the start with its reason [N1]."""
    async with running_stub() as stub, _bot(stub.url) as bot:
        stub.prepare("getWebhookInfo", 200, result=NOWHERE)
        stub.prepare("setWebhook", status, error_code=status, description=description)
        with pytest.raises(expected, match=description.rpartition(":")[2].strip()):
            await Subscription(bot, ProcessTurns(), ADDRESS).tell(["message"], asyncio.Event())


async def test_a_stop_ends_the_trying() -> None:
    """A process that is told to stop does not wait for a Telegram that is away [N1]."""
    stopping = asyncio.Event()
    async with _bot("http://127.0.0.1:1") as bot, asyncio.TaskGroup() as group:
        telling = group.create_task(Subscription(bot, ProcessTurns(), ADDRESS).tell([], stopping))
        await asyncio.sleep(0)
        stopping.set()
        await telling


async def test_polling_takes_over_what_a_webhook_left(sandbox: RunningSandbox) -> None:
    """A bot that is started by polling again ends the webhook and gets what waited for it [N1]."""
    handled: list[str] = []

    async def handle(message: Message) -> None:
        handled.append(message.text or "")

    async with _bot(sandbox.url, sandbox.token) as bot:
        await Subscription(bot, ProcessTurns(), ADDRESS).tell(["message"], asyncio.Event())
        await sandbox.person(2000).start(wait=False)
        polling = Polling(Handling(bot, handled_by(handle)))
        async with asyncio.TaskGroup() as group:
            group.create_task(polling.run())
            await sandbox.idle()
            polling.stop()
        assert handled == ["/start"]
        assert (await bot.get_webhook_info()).url == ""


async def test_polling_takes_no_webhook_that_was_set_later() -> None:
    """While others have gone over to a webhook, an old process that still polls does not undo it [N1]."""
    conflict = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"

    async def handle(_message: Message) -> None:
        return

    async with running_stub() as stub, _bot(stub.url) as bot:
        stub.prepare("getUpdates", 200, result=[])
        for _ in range(3):
            stub.prepare("getUpdates", 409, error_code=409, description=conflict)
        polling = Polling(Handling(bot, handled_by(handle)))
        async with asyncio.TaskGroup() as group:
            group.create_task(polling.run())
            await until(lambda: len(stub.calls("getUpdates")) > 4)
            polling.stop()
        assert stub.calls("deleteWebhook") == []
