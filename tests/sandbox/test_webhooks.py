"""setWebhook, deleteWebhook, getWebhookInfo: what they check, what they answer, and who may poll."""

import asyncio
from typing import Any

import pytest

from sandbox.client import Person
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.sandbox.conftest import Api
from tests.sandbox.receiver import Hands, Receiver

ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@pytest.fixture
def timing(hands: Hands) -> Timing:
    """The protocol goes by the test's clock."""
    return Timing(now=hands)


async def test_a_webhook_is_set_told_and_deleted(api: Api, receiver: Receiver, hands: Hands) -> None:
    """Each call says what it did, and getWebhookInfo tells the webhook's settings [N1]."""
    assert await api.call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    settings = {"url": receiver.url, "secret_token": "a-Z_9", "max_connections": 7}
    said = await api.envelope("setWebhook", **settings, allowed_updates=["message"])
    assert said == {"ok": True, "result": True, "description": "Webhook was set"}
    assert await api.call("getWebhookInfo") == {
        "url": receiver.url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 7,
        "ip_address": "127.0.0.1",
        "allowed_updates": ["message"],
    }
    hands.ahead += 2
    said = await api.envelope("setWebhook", **settings, allowed_updates=[])
    assert said["description"] == "Webhook is already set"
    assert "allowed_updates" not in await api.call("getWebhookInfo")
    assert (await api.envelope("deleteWebhook"))["description"] == "Webhook was deleted"
    assert (await api.envelope("deleteWebhook"))["description"] == "Webhook is already deleted"
    assert "max_connections" not in await api.call("getWebhookInfo")


async def test_an_empty_url_deletes(api: Api, receiver: Receiver) -> None:
    """A call of setWebhook with an empty URL removes the webhook [N1]."""
    await api.call("setWebhook", url=receiver.url)
    assert (await api.envelope("setWebhook", url=""))["description"] == "Webhook was deleted"
    assert (await api.call("getWebhookInfo"))["url"] == ""


REFUSALS: list[tuple[dict[str, Any], str]] = [
    ({}, 'parameter "url" is required'),
    ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
    ({"url": "http://"}, "invalid webhook URL specified"),
    ({"url": "http://127.0.0.1:99999/"}, "invalid webhook URL specified"),
    ({"url": "http://127.0.0.1:0/"}, "invalid webhook URL specified"),
    ({"url": "http://127.0.0.1/a b"}, "invalid webhook URL specified"),
    ({"url": "http://[::1/"}, "invalid webhook URL specified"),
    ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ({"url": "http://127.0.0.256/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    (
        {"url": "https://example.org:8081/"},
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    ({"url": "example.org"}, "bad webhook: the sandbox calls only addresses of this machine"),
    ({"url": "http://127.0.0.1/", "secret_token": "x" * 257}, "secret token is too long"),
    ({"url": "http://127.0.0.1/", "secret_token": "құпия"}, "secret token contains unallowed characters"),
    ({"url": "http://127.0.0.1/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ({"url": "http://127.0.0.1/", "max_connections": "x"}, 'field "max_connections" must be of type Integer'),
    ({"url": "http://127.0.0.1/", "allowed_updates": "x"}, "can't parse allowed_updates JSON object"),
    ({"url": "http://127.0.0.1/", "token": "x"}, 'setWebhook has no parameter "token"'),
    (
        {"url": "http://127.0.0.1/", "ip_address": "127.0.0.2"},
        "certificate and ip_address are not emulated by the sandbox",
    ),
]


@pytest.mark.parametrize(("params", "reason"), REFUSALS)
async def test_a_bad_webhook_is_refused(api: Api, params: dict[str, Any], reason: str) -> None:
    """What cannot be a webhook is refused in Telegram's words, and none is set [N1]."""
    assert await api.refusal("setWebhook", **params) == (400, f"Bad Request: {reason}")
    assert (await api.call("getWebhookInfo"))["url"] == ""


async def test_a_refused_webhook_has_replaced_the_former(api: Api, receiver: Receiver, hands: Hands) -> None:
    """Telegram closes the former webhook before it looks at the new one [N1]."""
    await api.call("setWebhook", url=receiver.url)
    hands.ahead += 2
    await api.refusal("setWebhook", url="ftp://127.0.0.1/")
    assert (await api.call("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(("asked", "taken"), [(None, 40), (0, 1), (-5, 1), (100, 100), (500, 100)])
async def test_connections_are_clamped(api: Api, receiver: Receiver, asked: int | None, taken: int) -> None:
    """max_connections is 40 by default and brought into 1-100 [N1]."""
    await api.call("setWebhook", url=receiver.url, max_connections=asked)
    assert (await api.call("getWebhookInfo"))["max_connections"] == taken


async def test_webhooks_are_set_once_a_second(api: Api, receiver: Receiver, hands: Hands) -> None:
    """A second setWebhook within a second gets 429 and changes nothing; deleting is not limited [N1]."""
    await api.call("setWebhook", url=receiver.url)
    refused = await api.envelope("setWebhook", url=receiver.url, max_connections=3)
    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert (await api.call("getWebhookInfo"))["max_connections"] == 40
    hands.ahead += 1.1
    await api.call("setWebhook", url=receiver.url, max_connections=3)
    await api.call("deleteWebhook")
    await api.call("deleteWebhook")


async def test_polling_and_a_webhook_exclude_each_other(
    api: Api, receiver: Receiver, sandbox: RunningSandbox
) -> None:
    """A poll gets 409 while a webhook is set; a webhook ends the poll that waits [N1]."""
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api.refusal("getUpdates", timeout=30))
        assert await sandbox.world.changed.wait_for(lambda: sandbox.world.updates.is_polled, 10)
        await api.call("setWebhook", url=receiver.url)
        assert await poll == (409, "Conflict: terminated by setWebhook request")
    assert await api.refusal("getUpdates") == (409, ACTIVE)
    await api.call("deleteWebhook")
    assert await api.updates(1) == []


async def test_what_waits_may_be_dropped(
    api: Api, receiver: Receiver, aigul: Person, sandbox: RunningSandbox, hands: Hands
) -> None:
    """drop_pending_updates forgets what waits before the webhook begins; by default it is delivered [N1]."""
    await api.call("setWebhook", url=receiver.url, drop_pending_updates=True)
    await aigul.send("жаңа")
    assert receiver.texts == ["жаңа"]
    await api.call("deleteWebhook")
    await aigul.send("ескі", wait=False)
    hands.ahead += 2
    await api.call("setWebhook", url=receiver.url)
    await sandbox.idle()
    assert receiver.texts == ["жаңа", "ескі"]


async def test_only_wanted_kinds_are_delivered(api: Api, receiver: Receiver, aigul: Person) -> None:
    """allowed_updates keeps other kinds out, and holds on when polling begins again [N1]."""
    await api.call("setWebhook", url=receiver.url, allowed_updates=["message"], drop_pending_updates=True)
    await aigul.block()
    await aigul.start()
    assert receiver.texts == ["/start"]
    await api.call("deleteWebhook")
    await aigul.block(wait=False)
    assert await api.updates(1) == []
