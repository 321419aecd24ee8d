"""How long updates live, by kind: what a bot that was away, or is slow, never gets."""

import pytest

from sandbox.client import Person
from sandbox.records import Json
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.sandbox.conftest import Api
from tests.sandbox.receiver import Hands, Receiver


@pytest.fixture
def timing(hands: Hands) -> Timing:
    """Updates expire by the test's clock."""
    return Timing(now=hands, set_webhook_pause=0)


LIVES = [("callback_query", 150), ("inline_query", 30), ("chosen_inline_result", 600), ("message", 24 * 3600)]


async def everything(api: Api, aigul: Person, sandbox: RunningSandbox) -> None:
    """One update of each kind that expires differently."""
    await aigul.tap("Иә", wait=False)
    asked = await aigul.inline("саябақ", wait=False)
    text = {"message_text": "Саябақ"}
    card = {"type": "article", "id": "1", "title": "Саябақ", "input_message_content": text}
    await api.call("answerInlineQuery", inline_query_id=asked.raw["query_id"], results=[card])
    choice = {"query_id": asked.raw["query_id"], "result_id": "1"}
    await sandbox.post(f"/api/people/{aigul.id}/choose", json=choice)
    await aigul.send("сәлем", wait=False)


def kinds(updates: list[Json]) -> set[str]:
    """The kinds of updates."""
    return {name for update in updates for name in update if name != "update_id"}


@pytest.mark.parametrize("seconds", [29, 31, 149, 151, 599, 601, 86399, 86401])
async def test_updates_expire_by_kind_when_polled(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox, hands: Hands, seconds: int
) -> None:
    """A bot that was away finds only what has not expired: 30 s, 150 s, 600 s, 24 h [N1]."""
    await api.call("deleteWebhook")
    await everything(api, aigul, sandbox)
    hands.ahead += seconds
    alive = {kind for kind, life in LIVES if life > seconds}
    assert (await api.call("getWebhookInfo"))["pending_update_count"] == len(alive)
    assert kinds(await api.updates()) == alive
    assert hook.updates == []


@pytest.mark.parametrize("seconds", [29, 31, 151, 601, 86401])
async def test_updates_expire_by_kind_before_a_webhook(
    api: Api, hook: Receiver, aigul: Person, sandbox: RunningSandbox, hands: Hands, seconds: int
) -> None:
    """What expired before the webhook was set is not delivered to it [N1]."""
    await api.call("deleteWebhook")
    await everything(api, aigul, sandbox)
    hands.ahead += seconds
    await api.call("setWebhook", url=hook.url)
    await sandbox.idle()
    assert kinds(hook.updates) == {kind for kind, life in LIVES if life > seconds}


async def test_what_expires_behind_a_slow_answer_never_comes(
    hook: Receiver, aigul: Person, sandbox: RunningSandbox, hands: Hands
) -> None:
    """A press that waited behind another for more than 150 seconds is lost, as with Telegram [N1]."""
    hook.gate.clear()
    await aigul.tap("Иә", wait=False)
    await aigul.tap("Жоқ", wait=False)
    await hook.wait_for(1)
    hands.ahead += 151
    hook.gate.set()
    await sandbox.idle()
    assert hook.texts == ["Иә"]
