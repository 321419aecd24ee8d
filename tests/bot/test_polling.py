"""Receiving: nothing is lost, each chat is in order, and no single update stops the others."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Dispatcher
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.types import Message
from aiogram.utils.backoff import BackoffConfig

from bot import handling
from bot.handling import Handling
from bot.polling import Polling
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from sandbox.client import Person
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.house.tree import ROOT
from tests.support.telegram_stub import retry_after, running_stub
from tests.support.waiting import until

TOKEN = "4242424242:only-for-this-test"
PEOPLE: list[Json] = [{"id": 2000 + number, "first_name": f"№{number}"} for number in range(4)]
EACH = 10


@asynccontextmanager
async def _polling(url: str, token: str, dispatcher: Dispatcher) -> AsyncIterator[Polling]:
    bot = make_answering_bot(token, url, ProcessPace(1000))
    running = Polling(Handling(bot, dispatcher))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(running.run())
            yield running
            running.stop()
    finally:
        await bot.session.close()


async def _start(sandbox: RunningSandbox) -> Process:
    arguments = ("-m", "tests.bot.answering_process", sandbox.url, sandbox.token)
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT)


def _answers(messages: list[Json]) -> list[int]:
    texts = [message["text"] for message in messages if message["from"] == "bot"]
    return [int(found[1]) for found in (re.fullmatch(r"got (\d+)", text) for text in texts) if found]


@pytest.mark.slow
async def test_a_killed_bot_loses_none_of_forty_messages() -> None:
    """After SIGKILL in the middle of 40 messages and a new start each has its answer (trap 29) [N1]."""
    async with RunningSandbox(people=PEOPLE, patience=60) as sandbox:
        people = [sandbox.person(each["id"]) for each in PEOPLE]
        first = await _start(sandbox)
        await _greet(people)
        for number in range(EACH):
            await asyncio.gather(*(person.send(str(number), wait=False) for person in people))
        await people[0].wait_for("got 2", timeout=60)
        os.kill(first.pid, signal.SIGKILL)
        assert await first.wait() == -signal.SIGKILL
        answered = [_answers((await person.chat()).messages) for person in people]
        assert 0 < sum(map(len, answered)) < EACH * len(people), "the kill came in the middle"
        second = await _start(sandbox)
        await sandbox.idle()
        second.terminate()
        await second.wait()
        for person in people:
            answers = _answers((await person.chat()).messages)
            assert set(answers) == set(range(EACH))
            assert answers[-1] == EACH - 1
            assert sorted(set(answers), key=answers.index) == list(range(EACH)), "in their order"


async def _greet(people: list[Person]) -> None:
    for person in people:
        await person.start(wait=False)
    await people[-1].wait_for("got /start", timeout=60)


async def test_chats_are_answered_side_by_side_and_each_in_order() -> None:
    """A slow chat keeps its order and does not hold up another one [P5]."""
    finished: list[tuple[int, str]] = []

    async def handle(message: Message) -> None:
        await asyncio.sleep(0.3 if message.chat.id == 2000 else 0)
        finished.append((message.chat.id, message.text or ""))

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with RunningSandbox(people=PEOPLE, patience=30) as sandbox:
        slow, quick = sandbox.person(2000), sandbox.person(2001)
        for person in (slow, quick):
            await person.start(wait=False)
            for number in range(3):
                await person.send(str(number), wait=False)
        async with _polling(sandbox.url, sandbox.token, dispatcher):
            await sandbox.idle()
    expected = ["/start", "0", "1", "2"]
    assert [text for chat, text in finished if chat == 2000] == expected
    assert [text for chat, text in finished if chat == 2001] == expected
    assert [chat for chat, _ in finished[:4]] == [2001] * 4


async def test_the_next_fetch_waits_for_all_of_the_batch() -> None:
    """An update is confirmed only after it has been handled (trap 29) [N1]."""
    confirmed: list[list[str]] = []

    async with running_stub() as stub:

        async def handle(_message: Message) -> None:
            await asyncio.sleep(0.2)
            confirmed.append([each["offset"] for each in stub.calls("getUpdates") if "offset" in each])

        dispatcher = Dispatcher()
        dispatcher.message.register(handle)
        stub.prepare("getUpdates", 200, result=[_update(7), _update(8, chat=2)])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: len(confirmed) == 2 and len(stub.calls("getUpdates")) > 1)
        assert confirmed == [[], []]
        assert stub.calls("getUpdates")[1]["offset"] == "9"


async def test_a_stop_lets_what_is_in_flight_end_and_confirms_it() -> None:
    """A stopped bot ends what it has begun and tells Telegram, so that nothing is repeated [N1]."""
    handled: list[str] = []

    async def handle(message: Message) -> None:
        await asyncio.sleep(0.3)
        handled.append(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        stub.prepare("getUpdates", 200, result=[_update(7), _update(8)])
        async with _polling(stub.url, TOKEN, dispatcher) as running:
            await until(lambda: bool(stub.asked))
            await asyncio.sleep(0.1)
            running.stop()
        assert handled == ["text 7", "text 8"]
        assert stub.calls("getUpdates")[-1]["offset"] == "9"


async def test_faults_of_the_network_and_of_telegram_are_waited_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conflicts, server errors, limits and nonsense are survived, and the next updates are handled [N1]."""
    monkeypatch.setattr(handling, "_BACKOFF", BackoffConfig(0.01, 0.02, 2, 0.001))
    handled: list[str] = []

    async def handle(message: Message) -> None:
        handled.append(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        stub.prepare(
            "getUpdates", 409, error_code=409, description="Conflict: terminated by other getUpdates"
        )
        stub.prepare("getUpdates", 502, error_code=502, description="Bad Gateway")
        stub.prepare("getUpdates", 429, **retry_after(1))
        stub.prepare("getUpdates", 200, result="nonsense")
        stub.prepare("getUpdates", 200, result=[_update(7)])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: handled == ["text 7"])


async def test_an_update_of_a_future_version_stops_nobody() -> None:
    """What this version can't read is skipped by itself; its neighbours in the batch are handled [N1]."""
    handled: list[str] = []

    async def handle(message: Message) -> None:
        handled.append(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        broken = {"update_id": 8, "message": {"message_id": "eight", "shape": "new"}}
        stub.prepare("getUpdates", 200, result=[_update(7), broken, _update(9)])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: len(stub.calls("getUpdates")) > 1)
        assert handled == ["text 7", "text 9"]
        assert stub.calls("getUpdates")[1]["offset"] == "10"


async def test_one_update_that_fails_or_hangs_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handler that raises or never ends is given up, and its chat goes on [N1]."""
    monkeypatch.setattr(handling, "HANDLING_SECONDS", 0.2)
    handled: list[str] = []

    async def handle(message: Message) -> None:
        if message.text == "text 7":
            raise ValueError(message.text)
        if message.text == "text 8":
            await asyncio.Event().wait()
        handled.append(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        stub.prepare("getUpdates", 200, result=[_update(7), _update(8), _update(9)])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: handled == ["text 9"])


async def test_what_finds_no_database_is_handled_when_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the database is away an update is tried again, in its chat's order, and not confirmed [N1]."""
    monkeypatch.setattr(handling, "_BACKOFF", BackoffConfig(0.01, 0.02, 2, 0.001))
    handled: list[str] = []
    tries = iter([True, True, False])

    async def handle(message: Message) -> None:
        if message.text == "text 7" and next(tries):
            raise ConnectionRefusedError
        handled.append(message.text or "")

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        stub.prepare("getUpdates", 200, result=[_update(7), _update(8)])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: len(handled) == 2)
        assert handled == ["text 7", "text 8"]


async def test_a_stop_confirms_nothing_that_found_no_database() -> None:
    """Stopped while the database is away, the bot leaves its updates to the next start [N1]."""
    tried: list[int] = []

    async def handle(message: Message) -> None:
        tried.append(message.message_id)
        raise ConnectionRefusedError

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    async with running_stub() as stub:
        stub.prepare("getUpdates", 200, result=[_update(7)])
        async with _polling(stub.url, TOKEN, dispatcher) as running:
            await until(lambda: bool(tried))
            running.stop()
        assert ["offset" in each for each in stub.calls("getUpdates")] == [False]


async def test_a_photo_has_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo that waits its turn is not given up like an update that hangs [N1] [B2]."""
    monkeypatch.setattr(handling, "HANDLING_SECONDS", 0.2)
    handled: list[int] = []

    async def handle(message: Message) -> None:
        await asyncio.sleep(0.5)
        handled.append(message.message_id)

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    photo = _update(8)
    size = {"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}
    photo["message"] = {**photo["message"], "photo": [size]}
    async with running_stub() as stub:
        stub.prepare("getUpdates", 200, result=[_update(7), photo])
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: handled == [8])


async def test_a_wrong_token_is_said_at_once() -> None:
    """A token that the server does not know ends the polling instead of trying for ever [N1]."""
    async with running_stub() as stub:
        stub.prepare("getUpdates", 401, error_code=401, description="Unauthorized")
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        with pytest.raises(TelegramUnauthorizedError):
            await Polling(Handling(bot, Dispatcher())).run()
        await bot.session.close()


async def test_only_what_is_handled_is_asked_for() -> None:
    """Telegram is asked for the kinds of updates that have handlers, and for no invented ones [P5]."""

    async def handle(_message: Message) -> None:
        return

    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    dispatcher.my_chat_member.register(handle)
    async with running_stub() as stub:
        async with _polling(stub.url, TOKEN, dispatcher):
            await until(lambda: bool(stub.asked))
        asked = stub.calls("getUpdates")[0]["allowed_updates"]
        assert sorted(re.findall(r"\w+", asked)) == ["message", "my_chat_member"]


def _update(number: int, chat: int = 1) -> Json:
    person = {"id": chat, "is_bot": False, "first_name": "A"}
    place = {"id": chat, "type": "private"}
    text = {"message_id": number, "date": 1, "chat": place, "from": person, "text": f"text {number}"}
    return {"update_id": number, "message": text}
