"""Long polling: offsets, confirmation, waiting, two pollers, the idle wait that tests lean on."""

import asyncio
import time

import aiohttp
import pytest

from sandbox.client import BotIsBusy, Person, Sandbox
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api


async def test_updates_wait_until_they_are_confirmed(api: Api, aigul: Person) -> None:
    """An update comes again until a later offset confirms it; ids grow by one [N1]."""
    await aigul.send("бір", wait=False)
    await aigul.send("екі", wait=False)
    first = await api.updates()
    assert [update["message"]["text"] for update in first] == ["/start", "бір", "екі"]
    ids = [update["update_id"] for update in first]
    assert ids == list(range(ids[0], ids[0] + 3))
    left = await api.updates(ids[1])
    assert [update["message"]["text"] for update in left] == ["бір", "екі"]
    assert (await api.updates(-1))[0]["message"]["text"] == "екі"
    assert await api.updates(ids[2] + 1) == []
    assert (await api.call("getWebhookInfo"))["pending_update_count"] == 0


async def test_limit_and_haste(api: Api, aigul: Person) -> None:
    """`limit` bounds a batch, and a poller that repeats its offset at once gets one update at a time [N1]."""
    for number in range(4):
        await aigul.send(str(number), wait=False)
    assert len(await api.call("getUpdates", limit=3)) == 3
    assert len(await api.call("getUpdates", limit=3)) == 1


async def test_a_long_poll_ends_when_something_happens(api: Api, aigul: Person) -> None:
    """A poll with a timeout returns as soon as a person acts, not at its end [N1]."""
    (started,) = await api.updates()
    async with asyncio.TaskGroup() as group:
        began = time.monotonic()
        poll = group.create_task(api.call("getUpdates", offset=started["update_id"] + 1, timeout=30))
        await asyncio.sleep(0.05)
        await aigul.send("енді", wait=False)
        (update,) = await poll
    assert update["message"]["text"] == "енді"
    assert time.monotonic() - began < 5


async def test_a_second_poller_ends_the_first(api: Api, aigul: Person) -> None:
    """Two pollers conflict: the older one gets 409 and loses nothing that the newer does not get [N1]."""
    (started,) = await api.updates()
    offset = started["update_id"] + 1
    async with asyncio.TaskGroup() as group:
        older = group.create_task(api.refusal("getUpdates", offset=offset, timeout=30))
        await asyncio.sleep(0.05)
        newer = group.create_task(api.call("getUpdates", offset=offset, timeout=30))
        code, description = await older
        await aigul.send("маған", wait=False)
        (update,) = await newer
    assert code == 409
    assert description == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    assert update["message"]["text"] == "маған"


async def test_a_killed_poller_loses_nothing(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A poll whose bot was killed ends at once and does not swallow the next update [N1]."""
    (started,) = await api.updates()
    async with aiohttp.ClientSession() as dying:
        killed = Api(api.base, dying)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(
                killed.call("getUpdates", offset=started["update_id"] + 1, timeout=30), 0.1
            )
    await asyncio.sleep(0.05)
    assert not sandbox.world.updates.is_polled
    await aigul.send("тірімісің?", wait=False)
    assert (await api.updates(started["update_id"] + 1))[0]["message"]["text"] == "тірімісің?"


async def test_unwanted_kinds_are_not_queued(api: Api, aigul: Person) -> None:
    """`allowed_updates` keeps other kinds out until it is changed; empty means the default set again [N1]."""
    await api.call("getUpdates", allowed_updates=["my_chat_member"])
    assert (await api.call("getWebhookInfo"))["allowed_updates"] == ["my_chat_member"]
    await aigul.send("жоқ", wait=False)
    await aigul.block(wait=False)
    kinds = [set(update) - {"update_id"} for update in await api.updates(1)]
    assert kinds == [{"message"}, {"my_chat_member"}]
    await api.call("getUpdates", allowed_updates=[])
    await aigul.start(wait=False)
    assert [set(update) - {"update_id"} for update in await api.updates(2)][2:] == [
        {"my_chat_member"},
        {"message"},
    ]


async def test_waiting_updates_may_be_dropped(api: Api, aigul: Person) -> None:
    """What waits can be forgotten by deleteWebhook, as bots do that start afresh [N1]."""
    await aigul.send("ескі", wait=False)
    await api.call("deleteWebhook", drop_pending_updates=True)
    assert await api.updates() == []


async def test_idle_means_handled(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """The bot is idle only when it polls again after it confirmed the last update [N1]."""
    with pytest.raises(BotIsBusy):
        await sandbox.idle(0.1)
    (started,) = await api.updates()
    with pytest.raises(BotIsBusy):
        await sandbox.idle(0.1)
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api.call("getUpdates", offset=started["update_id"] + 1, timeout=30))
        await sandbox.idle()
        await aigul.send("келесі", wait=False)
        await poll
    async with Sandbox(sandbox.url, settle=0.2) as patient:
        with pytest.raises(BotIsBusy):
            await patient.idle(0.1)
