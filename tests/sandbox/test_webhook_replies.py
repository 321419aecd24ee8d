"""Answers to a webhook that call a method, and answers that do not."""

import aiohttp
import pytest
from aiohttp import web

from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api, picture
from tests.sandbox.receiver import Receiver


def as_json(**fields: object) -> web.Response:
    """A JSON answer."""
    return web.json_response(fields)


def as_form(**fields: str) -> web.Response:
    """A form as an answer."""
    return web.Response(
        text="&".join(f"{name}={value}" for name, value in fields.items()),
        content_type="application/x-www-form-urlencoded",
    )


def as_multipart(**fields: str) -> web.Response:
    """A multipart answer with a picture."""
    writer = aiohttp.MultipartWriter("form-data")
    for name, value in fields.items():
        writer.append(value).set_content_disposition("form-data", name=name)
    writer.append(picture()).set_content_disposition("form-data", name="photo", filename="a.png")
    response = web.Response(headers=writer.headers)
    response.body = writer
    return response


REPLIES = [
    (as_json(method="sendMessage", chat_id=1001, text="Міне", entities=None), "Міне"),
    (as_json(method="SENDmessage", chat_id=1001, text="Міне"), "Міне"),
    (as_form(method="sendMessage", chat_id="1001", text="Here"), "Here"),
    (as_multipart(method="sendPhoto", chat_id="1001", caption="Сурет"), "Сурет"),
]


@pytest.mark.parametrize("number", range(len(REPLIES)))
async def test_an_answer_calls_a_method(
    hook: Receiver, aigul: Person, sandbox: RunningSandbox, number: int
) -> None:
    """A 2xx answer may carry a method: JSON, form or multipart; it has run before the bot is idle [N1]."""
    reply, text = REPLIES[number]
    hook.answer = lambda _: reply
    view = await aigul.send("бер")
    assert view.text == text
    call = (await sandbox.calls())[-1]
    assert (call["status"], call["chat_id"]) in ((200, 1001), (200, "1001"))


async def test_a_refused_answer_is_forgotten(hook: Receiver, aigul: Person, sandbox: RunningSandbox) -> None:
    """Nobody hears what became of a method in an answer: the update counts as handled either way [N1]."""
    hook.answer = lambda _: as_json(method="sendMessage", chat_id=1002, text="кімге?")
    await aigul.send("бер")
    assert len(hook.updates) == 1
    assert (await sandbox.calls("sendMessage"))[-1]["description"] == "Bad Request: chat not found"


NOT_CALLED = [
    *("getMe", "getUpdates", "GETwebhookinfo", "setWebhook", "deleteWebhook", "close", "logOut"),
    "",
]


@pytest.mark.parametrize("method", NOT_CALLED)
async def test_some_methods_are_not_called_by_an_answer(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox, method: str
) -> None:
    """get…, setWebhook, deleteWebhook, close and logOut do nothing in an answer [N1]."""
    before = len(await sandbox.calls())
    hook.answer = lambda _: as_json(method=method, url="")
    await aigul.send("бер")
    assert len(await sandbox.calls()) == before
    assert (await api.call("getWebhookInfo"))["url"] == hook.url


UNREADABLE = [
    web.Response(text="{", content_type="application/json"),
    web.Response(text="[1]", content_type="application/json"),
    web.Response(body=b"\xff\xfe", content_type="application/json"),
    web.Response(text="ok"),
    web.Response(text="--x", headers={"Content-Type": "multipart/form-data; boundary=y"}),
    web.Response(text="--x", headers={"Content-Type": "multipart/form-data"}),
]


@pytest.mark.parametrize("number", range(len(UNREADABLE)))
async def test_an_unreadable_answer_confirms(hook: Receiver, aigul: Person, number: int) -> None:
    """2xx confirms, whatever the body says [N1]."""
    hook.answer = lambda _: UNREADABLE[number]
    await aigul.send("бер")
    assert len(hook.updates) == 1
