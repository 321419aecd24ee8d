"""Receiving by webhook: confirmed after handling, in order, refused in few words, ended without a loss."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator

import aiohttp
import pytest
from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Message
from redis.asyncio import Redis

from bot import handling
from bot.handlers.errors import build_router
from bot.handling import Handling
from bot.shared_turns import SharedTurns
from bot.subscribing import Subscription
from bot.turns import ProcessTurns, Turns
from bot.webhook import MOST_BYTES, ListeningFailed, Webhook
from core.store.database import Database
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from tests.support.front import log_as_in_production
from tests.support.telegram_stub import running_stub
from tests.support.waiting import until
from tests.support.webhooks import (
    ADDRESS,
    PATH,
    SECRET,
    TOKEN,
    Receiver,
    handled_by,
    press,
    receiving,
    update,
)

log = pytest.fixture(autouse=True)(log_as_in_production)


async def test_an_update_is_confirmed_after_it_was_handled() -> None:
    """Telegram hears 200 when the handler has ended, not before: a crash loses nothing (trap 29) [N1]."""
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def handle(_message: Message) -> None:
        begun.set()
        await may_end.wait()

    async with receiving(handled_by(handle)) as receiver, asyncio.TaskGroup() as group:
        bringing = group.create_task(receiver.bring(update(7)))
        await begun.wait()
        async with receiver.http.get(f"{receiver.url}/healthz") as answer:
            assert await answer.text() == "ok"
        assert not bringing.done()
        may_end.set()
        assert await bringing == 200


@pytest.mark.parametrize(
    ("body", "secret", "status"),
    [
        pytest.param(b"{}", None, 403, id="no secret"),
        pytest.param(b"{}", "known-to-telegram-alonE", 403, id="another secret"),
        pytest.param(b"{}", "қ", 403, id="a secret of other letters"),
        pytest.param(b"", SECRET, 400, id="empty"),
        pytest.param(b"090807605040", SECRET, 400, id="a number"),
        pytest.param(b"{'update_id': 7}", SECRET, 400, id="no JSON"),
        pytest.param(b"\xff\xfe{", SECRET, 400, id="no letters"),
        pytest.param(b"[" * 100_000, SECRET, 400, id="deep"),
        pytest.param(b"[]", SECRET, 400, id="a list"),
        pytest.param(b'{"message": {}}', SECRET, 400, id="no number"),
        pytest.param(b'{"update_id": true}', SECRET, 400, id="a truth for a number"),
    ],
)
async def test_what_telegram_never_sends_is_refused(
    body: bytes, secret: str | None, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Wrong secrets and bodies are refused in a few words, and nothing of them is logged [N1] [M2]."""
    async with receiving(handled_by(_never)) as receiver:
        caplog.clear()
        assert await receiver.bring(body, secret) == status
    assert caplog.records == []


@pytest.mark.parametrize(("secret", "status"), [(None, 403), (SECRET, 413)])
async def test_two_megabytes_are_not_read(
    secret: str | None, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """A body longer than any update is refused, without a secret unread, and the next one is taken [N1]."""
    handled: list[int] = []

    async def handle(message: Message) -> None:
        handled.append(message.message_id)

    async with receiving(handled_by(handle)) as receiver:
        caplog.clear()
        body = b'{"update_id": 7, "x": "' + b"x" * 2 * MOST_BYTES + b'"}'
        # Whoever still sends when the door is shut may see it shut before the answer.
        assert await _status_or_refused(receiver.bring(body, secret)) in {status, 0}
        assert caplog.records == []
        assert await receiver.bring(update(8)) == 200
    assert handled == [8]


async def test_other_doors_are_shut() -> None:
    """Only a POST to the one path is taken [N1]."""
    async with receiving(handled_by(_never)) as receiver:
        assert await receiver.bring(update(7), path="/") == 404
        async with receiver.http.get(receiver.url + PATH) as answer:
            assert answer.status == 405


async def test_an_update_of_a_future_version_is_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    """What this version can't read is confirmed and logged, or it would block its chat [N1]."""
    broken = {"update_id": 8, "message": {"message_id": "eight", "text": "secret words"}}
    async with receiving(handled_by(_never)) as receiver:
        assert await receiver.bring(broken) == 200
    assert "update_unreadable" in caplog.text
    assert "secret words" not in caplog.text


async def test_one_update_that_fails_or_hangs_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A handler that raises or never ends is logged and confirmed, and its chat goes on [N1]."""
    monkeypatch.setattr(handling, "HANDLING_SECONDS", 0.2)
    handled: list[str] = []

    async def handle(message: Message) -> None:
        if message.text == "text 7":
            raise ValueError(message.text)
        if message.text == "text 8":
            await asyncio.Event().wait()
        handled.append(message.text or "")

    async with receiving(handled_by(handle)) as receiver:
        assert [await receiver.bring(update(number)) for number in (7, 8, 9)] == [200, 200, 200]
    assert handled == ["text 9"]
    assert caplog.text.count("'update_failed'") == 2


async def test_what_found_no_database_is_brought_again() -> None:
    """With the database away Telegram hears 503 and nobody an apology; then the update is handled [N1]."""
    handled: list[int] = []
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
    is_back = asyncio.Event()

    async def handle(message: Message) -> None:
        if not is_back.is_set():
            async with database.read():
                pass
        handled.append(message.message_id)

    dispatcher = handled_by(handle)
    dispatcher.include_router(build_router())
    async with receiving(dispatcher) as receiver:
        assert [await receiver.bring(update(7)) for _ in range(2)] == [503, 503]
        is_back.set()
        assert [await receiver.bring(update(7)) for _ in range(2)] == [200, 200]
    assert handled == [7]


async def test_without_redis_nothing_is_confirmed() -> None:
    """Processes that cannot agree whose turn it is handle nothing, and Telegram brings it again [N1]."""
    async with Redis.from_url("redis://127.0.0.1:1") as redis, running_stub() as stub:
        turns = SharedTurns(redis)
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        subscription = Subscription(bot, turns, ADDRESS, SECRET)
        webhook = Webhook(Handling(bot, handled_by(_never)), turns, subscription, "127.0.0.1:0")
        async with asyncio.TaskGroup() as group, aiohttp.ClientSession() as http:
            group.create_task(webhook.run())
            await until(lambda: webhook.port > 0)
            assert await Receiver(webhook, http).bring(update(7)) == 503
            webhook.stop()
        await bot.session.close()
    assert stub.asked == []


@pytest.fixture(params=["process", "redis"])
async def several_turns(request: pytest.FixtureRequest) -> AsyncIterator[Iterator[Turns]]:
    """Turns for two receivers: of one process, or of two that share Redis."""
    if request.param == "process":
        own = ProcessTurns()
        yield iter([own, own])
        return
    url = request.getfixturevalue("redis_url")
    async with Redis.from_url(url) as one, Redis.from_url(url) as other:
        yield iter([SharedTurns(one), SharedTurns(other)])


async def test_a_repeated_update_is_handled_once(several_turns: Iterator[Turns]) -> None:
    """Brought again while it is handled, or after its answer was lost, it is only confirmed again [E3]."""
    begun, may_end = asyncio.Event(), asyncio.Event()
    handled: list[int] = []

    async def handle(message: Message) -> None:
        begun.set()
        await may_end.wait()
        handled.append(message.message_id)

    async with (
        receiving(handled_by(handle), next(several_turns)) as one,
        receiving(handled_by(handle), next(several_turns)) as other,
        asyncio.TaskGroup() as group,
    ):
        first = group.create_task(one.bring(update(7)))
        await begun.wait()
        second = group.create_task(other.bring(update(7)))
        may_end.set()
        assert [await first, await second, await one.bring(update(7))] == [200, 200, 200]
    assert handled == [7]


async def test_a_chat_keeps_its_order_and_others_go_on(several_turns: Iterator[Turns]) -> None:
    """A press waits for the message before it, also in another process; another chat does not [E3] [P5]."""
    begun, may_end = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def handle(message: Message) -> None:
        if message.text == "text 7":
            begun.set()
            await may_end.wait()
        ended.append(message.text or "")

    async def note_press(pressed: CallbackQuery) -> None:
        ended.append(pressed.data or "")

    dispatchers = [handled_by(handle), handled_by(handle)]
    for dispatcher in dispatchers:
        dispatcher.callback_query.register(note_press)
    async with (
        receiving(dispatchers[0], next(several_turns)) as one,
        receiving(dispatchers[1], next(several_turns)) as other,
        asyncio.TaskGroup() as group,
    ):
        slow = group.create_task(one.bring(update(7)))
        await begun.wait()
        pressing = group.create_task(other.bring(press(8)))
        assert await other.bring(update(9, chat=2)) == 200
        assert ended == ["text 9"]
        may_end.set()
        assert [await slow, await pressing] == [200, 200]
    assert ended == ["text 9", "text 7", "press 8"]


async def test_a_stop_ends_what_is_in_flight() -> None:
    """A stop under load: what was begun is confirmed, the proxy is told, nothing new is begun [N1]."""
    begun, may_end = asyncio.Semaphore(0), asyncio.Event()
    handled: list[int] = []

    async def handle(message: Message) -> None:
        begun.release()
        await may_end.wait()
        handled.append(message.message_id)

    async with receiving(handled_by(handle)) as receiver, asyncio.TaskGroup() as group:
        bringing = [group.create_task(receiver.bring(update(n, chat=n))) for n in range(1, 31)]
        for _ in bringing:
            await begun.acquire()
        receiver.webhook.stop()
        # Over a connection that stood before, or not at all: the door itself is shut.
        late = [await _status_or_refused(receiver.bring(update(99, chat=99))) for _ in range(2)]
        assert set(late) <= {503, 0}
        may_end.set()
        assert [await each for each in bringing] == [200] * 30
    assert sorted(handled) == [*range(1, 31)]


async def test_a_place_where_nobody_can_listen_is_said() -> None:
    """A second process on the same port ends instead of running deaf [N1]."""
    async with receiving(handled_by(_never)) as receiver:
        taken = f"127.0.0.1:{receiver.webhook.port}"
        bot = make_answering_bot(TOKEN, "http://127.0.0.1:1", ProcessPace(1000))
        subscription = Subscription(bot, ProcessTurns(), "https://example.kz", SECRET)
        deaf = Webhook(Handling(bot, Dispatcher()), ProcessTurns(), subscription, taken)
        with pytest.raises(ListeningFailed):
            await deaf.run()
        await bot.session.close()


async def _never(_message: Message) -> None:
    pytest.fail("nobody should have got here")


async def _status_or_refused(bringing: Awaitable[int]) -> int:
    try:
        return await bringing
    except aiohttp.ClientConnectionError:
        return 0
