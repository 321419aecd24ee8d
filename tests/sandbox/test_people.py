"""The people API: what tests and the page do as people, and what the bot is told of it."""

import asyncio

import pytest

from sandbox.client import BotIsBusy, Person, SandboxRefusal
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api

LIST = {
    "inline_keyboard": [
        [{"text": "Көру", "callback_data": "1"}, {"text": "Көру", "callback_data": "2"}],
        [{"text": "Сайт", "url": "https://t.me/qatysu_demo_bot?start=p7"}],
        [{"text": "Көшіру", "copy_text": {"text": "A7-K2"}}],
    ]
}
PHONE = {"keyboard": [[{"text": "Нөмірім", "request_contact": True}, "Кейін"]], "one_time_keyboard": True}


async def test_a_chat_begins_with_start(sandbox: RunningSandbox, api: Api) -> None:
    """Before START nothing can be typed and the bot cannot write; a deep link carries its payload [N1]."""
    igor = sandbox.person(1002)
    with pytest.raises(SandboxRefusal, match="START"):
        await igor.send("эй", wait=False)
    with pytest.raises(SandboxRefusal, match="payload"):
        await igor.start("бір", wait=False)
    await igor.start("place-12_a", wait=False)
    (update,) = await api.updates()
    assert update["message"]["text"] == "/start place-12_a"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["language_code"] == "ru"


async def test_a_tap_asks_the_bot(api: Api, aigul: Person) -> None:
    """A tap sends the button's data with its message and waits for one answer; a second is refused [N1]."""
    await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=LIST)
    view = await aigul.tap("Көру", wait=False)
    assert [tap["label"] for tap in view.raw["waiting"]] == ["Көру"]
    query = (await api.updates())[-1]["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("1", "a", aigul.id)
    assert query["chat_instance"].lstrip("-").isdigit()
    answer = {"callback_query_id": query["id"], "text": "Дайын", "show_alert": True}
    assert await api.call("answerCallbackQuery", **answer)
    assert (await api.refusal("answerCallbackQuery", **answer))[1] == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    chat = await aigul.chat()
    assert chat.raw["waiting"] == []
    assert [(item["text"], item["is_alert"]) for item in chat.notifications] == [("Дайын", True)]


async def test_a_tap_may_wait_for_its_answer(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """The HTTP tap returns the bot's answer when it comes in time, else null [N1]."""
    await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=LIST)
    path = f"/api/people/{aigul.id}/tap"
    silent = await sandbox.post(path, json={"label": "Көру", "wait": 0.05})
    assert silent["answer"] is None
    async with asyncio.TaskGroup() as group:
        tap = group.create_task(sandbox.post(path, json={"label": "Көру", "row": 0, "column": 1, "wait": 10}))
        await asyncio.sleep(0.05)
        query = (await api.updates())[-1]["callback_query"]
        await api.call("answerCallbackQuery", callback_query_id=query["id"], text="Екінші")
    assert query["data"] == "2"
    assert tap.result()["answer"] == {"text": "Екінші", "is_alert": False, "url": None}


async def test_what_a_phone_does_by_itself(api: Api, aigul: Person) -> None:
    """Links and texts to copy are given to the person and not to the bot [N1]."""
    await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=LIST)
    assert (await aigul.tap("Сайт", wait=False)).result == {
        "kind": "url",
        "url": "https://t.me/qatysu_demo_bot?start=p7",
    }
    assert (await aigul.tap("Көшіру", wait=False)).result == {"kind": "copy_text", "text": "A7-K2"}
    assert len(await api.updates()) == 1
    with pytest.raises(SandboxRefusal, match="no button"):
        await aigul.tap("Жоқ батырма", wait=False)


async def test_old_and_deleted_buttons(api: Api, aigul: Person) -> None:
    """The newest button is tapped, an older by its message, a deleted one comes inaccessible [N1]."""
    old = await api.call("sendMessage", chat_id=aigul.id, text="ескі", reply_markup=LIST)
    await api.call("sendMessage", chat_id=aigul.id, text="жаңа", reply_markup=LIST)
    await aigul.tap("Көру", wait=False)
    await aigul.tap("Көру", old["message_id"], wait=False)
    await api.call("deleteMessage", chat_id=aigul.id, message_id=old["message_id"])
    await aigul.tap("Көру", old["message_id"], wait=False)
    queries = [update["callback_query"] for update in (await api.updates())[1:]]
    assert [query["message"].get("text") for query in queries] == ["жаңа", "ескі", None]
    assert queries[2]["message"]["date"] == 0


async def test_sharing_the_own_contact(api: Api, aigul: Person) -> None:
    """The key for a contact replies with the own card and hides a one-time keyboard [N1]."""
    sent = await api.call("sendMessage", chat_id=aigul.id, text="Нөміріңіз?", reply_markup=PHONE)
    view = await aigul.tap("Нөмірім", wait=False)
    message = (await api.updates())[-1]["message"]
    assert message["contact"] == {
        "phone_number": "77010000001",
        "first_name": "Айгүл",
        "last_name": "Серікқызы",
        "user_id": aigul.id,
    }
    assert message["reply_to_message"]["message_id"] == sent["message_id"]
    assert view.raw["reply_keyboard"]["is_hidden"]
    await aigul.tap("Кейін", wait=False)
    assert (await api.updates(1))[-1]["message"]["text"] == "Кейін"


async def test_sharing_somebody_elses_contact(api: Api, aigul: Person) -> None:
    """Somebody else's card has their id or none, so a bot must compare it with the sender [N1]."""
    await aigul.contact("+7 701 000 00 02", user_id=1002, wait=False)
    await aigul.contact("+7 700 111 22 33", wait=False)
    known, unknown = [update["message"]["contact"] for update in (await api.updates())[1:]]
    assert known == {"phone_number": "77010000002", "first_name": "Игорь", "user_id": 1002}
    assert "user_id" not in unknown
    await aigul.contact(wait=False)
    assert (await api.updates(1))[-1]["message"]["contact"]["user_id"] == aigul.id


async def test_blocking_and_starting_again(api: Api, aigul: Person) -> None:
    """A blocked chat is closed to typing; START opens it again and the bot hears of both [N1]."""
    await aigul.block(wait=False)
    with pytest.raises(SandboxRefusal, match="RESTART"):
        await aigul.send("эй", wait=False)
    with pytest.raises(SandboxRefusal, match="blocked"):
        await aigul.block(wait=False)
    await aigul.start(wait=False)
    kinds = [next(iter(set(update) - {"update_id"})) for update in await api.updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]
    with pytest.raises(SandboxRefusal, match="not blocked"):
        await aigul.unblock(wait=False)


async def test_long_texts_are_split(api: Api, aigul: Person) -> None:
    """What is longer than 4096 UTF-16 units goes out in pieces, never through the middle of an emoji [N1]."""
    await aigul.send("ә" + "🏟" * 3000, wait=False)
    texts = [update["message"]["text"] for update in (await api.updates())[1:]]
    assert "".join(texts) == "ә" + "🏟" * 3000
    assert [len(text.encode("utf-16-le")) // 2 for text in texts] == [4095, 1906]
    with pytest.raises(SandboxRefusal, match="nothing to send"):
        await aigul.send("  ", wait=False)


async def test_watching_a_chat(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A reader waits for the next revision of one chat and is not woken by another [N1]."""
    igor = sandbox.person(1002)
    seen = (await aigul.chat()).raw["revision"]
    path = f"/api/people/{aigul.id}/chat"
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(sandbox.get(path, after=seen, wait=10))
        await igor.start(wait=False)
        await asyncio.sleep(0.05)
        assert not reading.done()
        waiting = group.create_task(aigul.wait_for("хабар"))
        await api.call("sendMessage", chat_id=aigul.id, text="Жаңа хабар")
    assert reading.result()["revision"] > seen
    assert waiting.result().find("хабар") is not None
    with pytest.raises(BotIsBusy, match="did not come"):
        await aigul.wait_for("ешқашан", 0.05)


async def test_adding_people(sandbox: RunningSandbox) -> None:
    """A person may be added while the sandbox runs; broken ones are refused with a reason [N1]."""
    added = await sandbox.add_person("Мария", language_code="ru")
    assert added.id == 1003
    people = (await sandbox.get("/api/people"))["people"]
    assert [person["full_name"] for person in people] == ["Айгүл Серікқызы", "Игорь", "Мария"]
    broken: list[tuple[Json, str]] = [
        ({"id": 1001}, "already"),
        ({"id": "x"}, "integer id"),
        ({"iin": "1"}, "no field"),
    ]
    for bad, reason in broken:
        with pytest.raises(SandboxRefusal, match=reason):
            await sandbox.add_person("Біреу", **bad)
    with pytest.raises(SandboxRefusal, match="no such person"):
        await sandbox.person(9).chat()
    await added.start(wait=False)
    with pytest.raises(SandboxRefusal, match="no phone"):
        await added.contact(wait=False)


async def test_clearing_a_chat(api: Api, aigul: Person) -> None:
    """Deleting the conversation empties the phone and tells the bot nothing [N1]."""
    await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup=PHONE)
    view = await aigul.clear()
    assert (view.messages, view.keyboard) == ([], [])
    assert len(await api.updates()) == 1


async def test_the_log_of_calls(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Calls are logged in order with their outcome and the bytes both ways [N1]."""
    await api.call("sendMessage", chat_id=aigul.id, text="ә")
    await api.refusal("sendMessage", chat_id=aigul.id)
    first, second = await sandbox.calls("sendMessage")
    assert (first["status"], first["description"], first["chat_id"]) == (200, None, aigul.id)
    assert first["bytes_in"] == len('{"chat_id": 1001, "text": "\\u04d9"}')
    assert first["bytes_out"] > 100
    assert (second["status"], second["description"]) == (400, "Bad Request: message text is empty")
    assert [call["number"] for call in await sandbox.calls(after=first["number"])] == [second["number"]]


UNREADABLE = [
    ("GET", "/api/people/1001/chat?wait=long", ""),
    ("GET", "/api/people/1001/chat?after=x", ""),
    ("GET", "/api/idle?settle=x", ""),
    ("GET", "/api/calls?after=x", ""),
    ("POST", "/api/people/1001/send", "{"),
    ("POST", "/api/people/1001/send", "[]"),
    ("POST", "/api/people/1001/send", "{}"),
    ("POST", "/api/people/1001/tap", '{"label": "a", "row": "1"}'),
    ("POST", "/api/clock", '{"to": 5}'),
]


@pytest.mark.parametrize(("verb", "path", "body"), UNREADABLE)
async def test_unreadable_questions_are_told_so(
    sandbox: RunningSandbox, api: Api, verb: str, path: str, body: str
) -> None:
    """What the people API cannot read is a 400 with a reason, never a fault of the server [N1]."""
    async with api.http.request(verb, sandbox.url + path, data=body or None) as response:
        assert response.status == 400
        assert (await response.json())["error"]
