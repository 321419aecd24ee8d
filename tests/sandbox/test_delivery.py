"""Delivery to a webhook: order, concurrency, retries, the idle wait."""

import asyncio
import itertools

import aiohttp
import pytest
from aiohttp import web

from sandbox.client import BotIsBusy, Person
from sandbox.delivery import Ladder
from sandbox.records import Json
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.sandbox.conftest import PEOPLE, Api
from tests.sandbox.receiver import SECRET, Hands, Receiver, running_receiver, said

AT_ONCE = 0.001  # seconds; the ladder of a test that does not wait


@pytest.fixture
def timing(hands: Hands) -> Timing:
    """Retries come at once, and the rest goes by the test's clock."""
    return Timing(now=hands, retry_base=AT_ONCE, set_webhook_pause=0)


async def test_updates_are_posted_with_the_secret(
    hook: Receiver, aigul: Person, sandbox: RunningSandbox
) -> None:
    """An update is a JSON body with the secret in its header; 2xx confirms it, and the bot is idle [N1]."""
    await aigul.send("сәлем")
    assert said(hook.updates[0]) == "сәлем"
    assert hook.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == SECRET
    assert hook.headers[0]["Content-Type"] == "application/json"
    assert (await sandbox.get("/api/idle")) == {"is_idle": True, "pending": 0, "is_polled": True}


async def test_no_secret_no_header(api: Api, receiver: Receiver, aigul: Person) -> None:
    """Without a secret the header is missing, as with Telegram [N1]."""
    await api.call("setWebhook", url=receiver.url)
    await aigul.send("сәлем")
    assert all("X-Telegram-Bot-Api-Secret-Token" not in headers for headers in receiver.headers)


async def test_one_update_of_a_chat_at_a_time(hook: Receiver, aigul: Person, sandbox: RunningSandbox) -> None:
    """The next message of a chat waits for the answer to the previous; other queues do not [N1]."""
    hook.gate.clear()
    await aigul.send("бір", wait=False)
    await aigul.send("екі", wait=False)
    await hook.wait_for(1)
    await aigul.tap("Иә", wait=False)
    await aigul.tap("Жоқ", wait=False)
    await sandbox.person(1002).start(wait=False)
    await hook.wait_for(3)
    assert sorted(hook.texts) == ["/start", "Иә", "бір"]
    with pytest.raises(BotIsBusy):
        await sandbox.idle(0.01)
    assert (await sandbox.get("/api/idle", wait=0))["pending"] == 5
    hook.gate.set()
    await sandbox.idle()
    assert sorted(hook.texts[3:]) == ["Жоқ", "екі"]


async def test_connections_are_limited(
    api: Api, receiver: Receiver, sandbox: RunningSandbox, aigul: Person
) -> None:
    """No more updates are in flight than max_connections, and still each arrives once [N1]."""
    await api.call("setWebhook", url=receiver.url, max_connections=2, drop_pending_updates=True)
    receiver.gate.clear()
    people = [await sandbox.add_person(f"№{number}") for number in range(6)]
    for person in people:
        await person.start(wait=False)
    await receiver.wait_for(2)
    await aigul.send("мен де", wait=False)
    receiver.gate.set()
    await sandbox.idle()
    assert (len(receiver.updates), receiver.most_in_hand) == (7, 2)
    assert len({update["update_id"] for update in receiver.updates}) == 7


async def test_a_failing_chat_holds_up_only_itself(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox
) -> None:
    """An update that fails comes again, in order and until it succeeds; the last error is told [N1]."""
    tries = itertools.count(1)

    def answer(update: Json) -> web.Response:
        fails = said(update) == "бір" and next(tries) <= 3
        return web.Response(status=500 if fails else 200)

    hook.answer = answer
    await aigul.send("бір", wait=False)
    await aigul.send("екі", wait=False)
    await sandbox.idle()
    assert hook.texts == ["бір", "бір", "бір", "бір", "екі"]
    assert len({update["update_id"] for update in hook.updates}) == 2
    info = await api.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert abs(info["last_error_date"] - sandbox.world.clock.timestamp()) < 60
    assert info["pending_update_count"] == 0


async def test_a_redirect_is_an_error(api: Api, hook: Receiver, aigul: Person) -> None:
    """Redirects are not followed: whatever is not 2xx is an error [N1]."""
    hook.answer = lambda _: web.Response(
        status=302 if len(hook.updates) == 1 else 204, headers={"Location": "/"}
    )
    await aigul.send("сәлем")
    assert len(hook.updates) == 2
    info = await api.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


def test_the_ladder_of_retries() -> None:
    """The first retry comes at once, then after 2, 4, 8 … seconds up to a cap drawn from 60-120 [N1]."""
    ladder, pauses = Ladder(), []
    for _ in range(9):
        ladder, pause = ladder.next(0, 2.0)
        pauses.append(pause)
    assert pauses[:6] == [0, 2, 4, 8, 16, 32]
    assert pauses[6] in (60, 61, 62, 63, 64)
    assert all(60 <= pause <= 120 for pause in pauses[6:])


@pytest.mark.parametrize(("asked", "pause"), [(1, 1), (77, 77), (3600, 3600), (9999, 3600), (-4, 0)])
def test_retry_after_is_honoured(asked: int, pause: int) -> None:
    """Retry-After takes the place of a step, from 0 to an hour, and does not move the ladder on [N1]."""
    ladder, waits = Ladder().next(asked, 2.0)
    assert waits == pause
    assert ladder.next(0, 2.0)[1] == 2


async def test_what_expires_before_its_retry_is_given_up(
    hook: Receiver, aigul: Person, sandbox: RunningSandbox
) -> None:
    """A press lives 150 seconds: asked to wait for 151, Telegram drops it, and the next one comes [N1]."""
    hook.answer = lambda update: web.Response(
        status=503 if said(update) == "Иә" else 200, headers={"Retry-After": "151"}
    )
    await aigul.tap("Иә", wait=False)
    await aigul.tap("Жоқ", wait=False)
    await sandbox.idle()
    assert hook.texts == ["Иә", "Жоқ"]


async def test_retry_after_holds_a_message_back(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox
) -> None:
    """A message that is to be retried later stays pending, and whoever polls next gets it [N1]."""
    hook.answer = lambda _: web.Response(status=429, headers={"Retry-After": "30"})
    await aigul.send("кейін", wait=False)
    await hook.wait_for(1)
    assert await sandbox.world.changed.wait_for(lambda: sandbox.world.webhooks.is_failing, 10)
    assert (await api.call("getWebhookInfo"))["pending_update_count"] == 1
    await api.call("deleteWebhook")
    assert [said(update) for update in await api.updates()] == ["кейін"]
    assert len(hook.updates) == 1


@pytest.mark.parametrize("header", ["soon", "Wed, 21 Oct 2026 07:28:00 GMT", ""])
async def test_an_unreadable_retry_after_is_ignored(hook: Receiver, aigul: Person, header: str) -> None:
    """Only whole seconds are understood in Retry-After [N1]."""
    hook.answer = lambda _: web.Response(
        status=503 if len(hook.updates) == 1 else 200, headers={"Retry-After": header}
    )
    await aigul.send("сәлем")
    assert hook.texts == ["сәлем", "сәлем"]


async def test_gone_for_a_day_closes_the_webhook(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox, hands: Hands
) -> None:
    """410 is an error like others until it has lasted 23 hours: then the webhook is closed [N1]."""
    hook.answer = lambda _: web.Response(status=410)
    await aigul.send("бар ма", wait=False)
    await hook.wait_for(3)
    assert (await api.call("getWebhookInfo"))["url"] == hook.url
    hands.ahead += 23 * 3600 + 1
    assert await sandbox.world.changed.wait_for(lambda: sandbox.world.webhooks.current is None, 10)
    assert [said(update) for update in await api.updates()] == ["бар ма"]


async def test_a_late_answer_is_no_answer(receiver: Receiver) -> None:
    """Telegram waits 60 seconds for an answer, then closes the connection and sends the update again [N1]."""
    timing = Timing(retry_base=AT_ONCE, response=0.1)
    async with RunningSandbox(people=PEOPLE, timing=timing) as sandbox, aiohttp.ClientSession() as http:
        api = Api(f"{sandbox.url}/bot{sandbox.token}", http)
        await api.call("setWebhook", url=receiver.url)
        receiver.gate.clear()
        await sandbox.person(1001).start(wait=False)
        await receiver.wait_for(2)
        receiver.gate.set()
        await sandbox.idle()
        assert (await api.call("getWebhookInfo"))["last_error_message"] == "Read timeout expired"


async def test_nobody_listens(api: Api, aigul: Person, sandbox: RunningSandbox) -> None:
    """A webhook where nobody listens is set all the same; what came meanwhile is delivered later [N1]."""
    async with running_receiver() as gone:
        url = gone.url
    await api.call("setWebhook", url=url)
    assert await sandbox.world.changed.wait_for(lambda: sandbox.world.webhooks.is_failing, 10)
    info = await api.call("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (1, "Connection refused")
    assert not (await sandbox.get("/api/idle", wait=0))["is_polled"]
    async with running_receiver() as receiver:
        await api.call("setWebhook", url=receiver.url)
        await sandbox.idle()
        assert receiver.texts == ["/start"]
        assert "last_error_date" not in await api.call("getWebhookInfo")
    assert aigul.id == 1001


async def test_a_cut_connection_is_an_error(api: Api, hook: Receiver, aigul: Person) -> None:
    """A bot that dies in the middle gets the update again when it is back [N1]."""

    def die(_: Json) -> web.Response:
        if len(hook.updates) > 1:
            return web.Response()
        raise asyncio.CancelledError

    hook.answer = die
    await aigul.send("тірімісің")
    assert hook.texts == ["тірімісің", "тірімісің"]
    assert (await api.call("getWebhookInfo"))["last_error_message"] == "Webhook connection closed"


async def test_a_new_webhook_gets_what_was_in_flight(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox
) -> None:
    """Changing the webhook cuts what is in flight, and the new address gets it [N1]."""
    hook.gate.clear()
    await aigul.send("сәлем", wait=False)
    await hook.wait_for(1)
    async with running_receiver() as other:
        await api.call("setWebhook", url=other.url)
        await sandbox.idle()
        assert (hook.texts, other.texts) == (["сәлем"], ["сәлем"])
