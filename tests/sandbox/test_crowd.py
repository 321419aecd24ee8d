"""The crowd: light people who are written to by the hundred thousand and counted."""

import asyncio
import tracemalloc
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile

from sandbox.client import Person, SandboxRefusal
from sandbox.crowd import Busiest
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api, picture

FIRST = 5_000_000


async def test_a_crowd_is_written_to_and_counted(sandbox: RunningSandbox, api: Api) -> None:
    """Each of the crowd may be written to at once; repeated messages and the last text are told [N1]."""
    assert await sandbox.crowd_report() == {
        "people": 0,
        "reached": 0,
        "messages": 0,
        "repeated": 0,
        "most_in_second": 0,
    }
    assert (await sandbox.crowd(100_000))["people"] == 100_000
    for chat_id in (FIRST, FIRST + 99_999, FIRST):
        sent = await api.call(
            "sendMessage", chat_id=chat_id, text=f"<b>Сәлем</b> {chat_id}", parse_mode="HTML"
        )
        assert sent["chat"] == {"id": chat_id, "type": "private", "first_name": f"№ {chat_id - FIRST + 1}"}
    report = await sandbox.crowd_report()
    assert (report["reached"], report["messages"], report["repeated"]) == (2, 3, 1)
    assert 1 <= report["most_in_second"] <= 3
    assert await sandbox.crowd_person(FIRST) == {"messages": 2, "last_text": f"Сәлем {FIRST}"}
    assert await sandbox.crowd_person(FIRST + 1) == {"messages": 0, "last_text": None}
    await sandbox.clear_crowd()
    assert (await sandbox.crowd_report())["people"] == 0
    assert (await api.refusal("sendMessage", chat_id=FIRST, text="x"))[1] == "Bad Request: chat not found"


async def test_files_and_copies_reach_a_crowd(sandbox: RunningSandbox, aigul: Person) -> None:
    """Uploaded once, then by file_id to people and crowd alike; copies too, with aiogram [N1]."""
    await sandbox.crowd(30)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session=session).context() as bot:
        photo = await bot.send_photo(aigul.id, BufferedInputFile(picture(), "a.png"), caption="Хабар")
        document = await bot.send_document(aigul.id, BufferedInputFile(b"%PDF", "a.pdf"))
        assert photo.photo is not None
        assert document.document is not None
        files = photo.photo[-1].file_id, document.document.file_id
        again = await bot.send_photo(aigul.id, files[0], caption="Тағы")
        await bot.send_document(aigul.id, files[1])
        for number in range(10):
            sent = await bot.send_photo(FIRST + number, files[0], caption="Хабар")
            assert sent.photo == photo.photo
            await bot.send_document(FIRST + 10 + number, files[1], caption="Құжат")
            await bot.copy_message(FIRST + 20 + number, aigul.id, again.message_id)
        await bot.delete_message(aigul.id, again.message_id)
    report = await sandbox.crowd_report()
    assert (report["reached"], report["repeated"]) == (30, 0)
    texts = [(await sandbox.crowd_person(FIRST + number))["last_text"] for number in (0, 10, 20)]
    assert texts == ["Хабар", "Құжат", "Тағы"]
    shown = [message["kind"] for message in (await aigul.chat()).messages]
    assert shown == ["text", "photo", "document", "document"]
    with pytest.raises(SandboxRefusal):
        await sandbox.get(f"/api/people/{FIRST}/chat")


async def test_the_first_upload_may_go_to_the_crowd(sandbox: RunningSandbox) -> None:
    """The answer to an upload has the file_id, whoever it was sent to [N1]."""
    await sandbox.crowd(2)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session=session).context() as bot:
        sent = await bot.send_document(FIRST, BufferedInputFile(b"%PDF", "a.pdf"))
        assert sent.document is not None
        await bot.send_document(FIRST + 1, sent.document.file_id)
    assert (await sandbox.crowd_report())["reached"] == 2


async def test_a_crowd_keeps_nothing_to_change(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Messages to a crowd are counted and gone: they cannot be edited, deleted, copied or replied to [N1]."""
    await sandbox.crowd(1)
    sent = await api.call("sendMessage", chat_id=FIRST, text="x", reply_markup={"remove_keyboard": True})
    place: dict[str, Any] = {"chat_id": FIRST, "message_id": sent["message_id"]}
    source = {"from_chat_id": FIRST, "message_id": sent["message_id"]}
    refusals = [
        await api.refusal("editMessageText", **place, text="y"),
        await api.refusal("deleteMessage", **place),
        await api.refusal("copyMessage", chat_id=aigul.id, **source),
        await api.refusal("sendMessage", chat_id=FIRST, text="x", reply_parameters={"message_id": 1}),
    ]
    assert [code for code, _ in refusals] == [400] * 4
    assert all("not found" in reason for _, reason in refusals)
    assert (await sandbox.crowd_report())["messages"] == 1


async def test_faults_and_blocks_spare_the_counts(sandbox: RunningSandbox, api: Api) -> None:
    """Refused calls reach nobody but count in the busiest second, dropped ones have reached [N1]."""
    await sandbox.crowd(3)
    await sandbox.fault("403", chat_id=FIRST)
    await sandbox.fault("drop", chat_id=FIRST + 1)
    calls = [api.envelope("sendMessage", chat_id=FIRST + number, text="x") for number in range(3)]
    answers = await asyncio.gather(*calls, return_exceptions=True)
    assert sum(isinstance(answer, dict) for answer in answers) == 2
    report = await sandbox.crowd_report()
    assert (report["reached"], report["messages"], report["most_in_second"]) == (2, 2, 3)
    await api.refusal("sendMessage", chat_id="@nobody", text="x")
    await api.envelope("sendChatAction", chat_id=FIRST + 2, action="typing")
    assert (await sandbox.crowd_report())["most_in_second"] == 3


def test_the_busiest_second_slides() -> None:
    """The window is any second, not a second of the clock: its end no longer counts what began it [N1]."""
    busiest = Busiest()
    for now in (0.0, 0.5, 0.9, 1.0, 1.4, 1.45, 5.0):
        busiest.add(now)
    assert busiest.most == 5


async def test_a_crowd_takes_little_memory(sandbox: RunningSandbox) -> None:
    """Thousands of the same message leave only counts behind [N1]."""
    await sandbox.crowd(100_000)
    world = sandbox.world
    tracemalloc.start()
    for number in range(20_000):
        chat = world.require_open_chat(FIRST + number)
        world.post(chat, {"text": "".join(["Құрметті тұрғын, "] * 50), "entities": []}, is_from_bot=True)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 20_000 * 300
    assert (await sandbox.crowd_report())["reached"] == 20_000


BAD_CROWDS: list[tuple[dict[str, Any], str]] = [
    ({}, '"count" must be a whole number'),
    ({"count": "5"}, '"count" must be a whole number'),
    ({"count": True}, '"count" must be a whole number'),
    ({"count": 0}, "1-1000000 people"),
    ({"count": 1_000_001}, "1-1000000 people"),
    ({"count": 5, "first_id": 0}, '"first_id" must be from 1'),
    ({"count": 5, "first_id": -5}, '"first_id" must be from 1'),
    ({"count": 5, "first_id": 2**53}, '"first_id" must be from 1'),
    ({"count": 5, "first_id": 998}, "a person's already"),
    ({"count": 5, "language_code": 7}, '"language_code" must be a text'),
    ({"count": 5, "name": "x"}, "no field name"),
]


@pytest.mark.parametrize(("body", "reason"), BAD_CROWDS)
async def test_a_bad_crowd_is_refused(sandbox: RunningSandbox, body: dict[str, Any], reason: str) -> None:
    """A crowd has a sensible size and ids that nobody has [N1]."""
    with pytest.raises(SandboxRefusal) as refused:
        await sandbox.post("/api/crowd", json=body)
    assert reason in str(refused.value)
    assert (await sandbox.crowd_report())["people"] == 0


async def test_ids_are_given_once(sandbox: RunningSandbox) -> None:
    """Crowds stand beside each other, and nobody of them gets a phone [N1]."""
    await sandbox.crowd(10, first_id=100, language_code="ru")
    await sandbox.crowd(10, first_id=110)
    with pytest.raises(SandboxRefusal, match="already"):
        await sandbox.crowd(2, first_id=119)
    with pytest.raises(SandboxRefusal, match="already"):
        await sandbox.add_person("Асан", id=105)
    with pytest.raises(SandboxRefusal, match="no 120"):
        await sandbox.crowd_person(120)
    assert (await sandbox.crowd_report())["people"] == 20
