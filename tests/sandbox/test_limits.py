"""Flood limits: what comes faster than allowed gets 429 with the seconds to wait."""

from typing import Any

import pytest

from sandbox.client import Person, SandboxRefusal
from sandbox.running import RunningSandbox
from sandbox.timing import Timing
from tests.sandbox.conftest import Api
from tests.sandbox.receiver import Hands


class Stopped(Hands):
    """A clock that moves only when the test turns it."""

    def __call__(self) -> float:
        """The instant now."""
        return self.ahead


@pytest.fixture
def hands() -> Stopped:
    """The clock of the limits."""
    return Stopped()


@pytest.fixture
def timing(hands: Stopped) -> Timing:
    """The limits go by the test's clock."""
    return Timing(now=hands)


async def sent(api: Api, count: int, chat_id: int = 1001, method: str = "sendMessage", **params: Any) -> int:
    """How many of some calls in a row succeed."""
    calls = [await api.envelope(method, chat_id=chat_id, **params) for _ in range(count)]
    return sum(call["ok"] for call in calls)


async def test_there_is_no_limit_by_default(api: Api, aigul: Person, sandbox: RunningSandbox) -> None:
    """Without limits everything passes, and after they are taken away again [N1]."""
    assert await sent(api, 50, aigul.id, text="x") == 50
    await sandbox.limit(per_second=1, per_chat_second=1)
    assert await sandbox.get("/api/limits") == {"per_second": 1, "per_chat_second": 1}
    assert await sent(api, 5, aigul.id, text="x") == 1
    await sandbox.limit()
    assert await sent(api, 50, aigul.id, text="x") == 50


async def test_messages_of_all_chats_are_limited(
    api: Api, aigul: Person, sandbox: RunningSandbox, hands: Stopped
) -> None:
    """A second's worth passes, then 429 until there is a place; refused calls cost nothing [N1]."""
    await sandbox.limit(per_second=5)
    await sandbox.crowd(10)
    assert [await sent(api, 1, 5_000_000 + number, text="x") for number in range(7)] == [1] * 5 + [0] * 2
    refused = await api.envelope("sendMessage", chat_id=aigul.id, text="x")
    assert refused["parameters"] == {"retry_after": 1}
    assert refused["description"] == "Too Many Requests: retry after 1"
    hands.ahead += 0.21
    assert await sent(api, 3, aigul.id, text="x") == 1
    hands.ahead += 60
    assert await sent(api, 20, aigul.id, text="x") == 5


async def test_messages_of_one_chat_are_limited(
    api: Api, aigul: Person, sandbox: RunningSandbox, hands: Stopped
) -> None:
    """A chat takes a short burst and then its rate; other chats are not touched [N1]."""
    await sandbox.crowd(1)
    await sandbox.limit(per_chat_second=1)
    assert await sent(api, 10, aigul.id, text="x") == 3
    assert await sent(api, 1, 5_000_000, text="x") == 1
    hands.ahead += 1
    assert await sent(api, 10, aigul.id, text="x") == 1


async def test_a_slow_limit_tells_how_long(api: Api, aigul: Person, sandbox: RunningSandbox) -> None:
    """retry_after is as long as the bucket needs [N1]."""
    await sandbox.limit(per_second=0.1)
    assert await sent(api, 1, aigul.id, text="x") == 1
    refused = await api.envelope("sendMessage", chat_id=aigul.id, text="x")
    assert refused["parameters"] == {"retry_after": 10}


async def test_what_the_limits_count(api: Api, aigul: Person, sandbox: RunningSandbox) -> None:
    """Actions and questions are free; an edit counts in its chat, a copy as a message [N1]."""
    message = await api.call("sendMessage", chat_id=aigul.id, text="x")
    place = {"message_id": message["message_id"]}
    await sandbox.limit(per_second=1, per_chat_second=1)
    assert await sent(api, 9, aigul.id, "sendChatAction", action="typing") == 9
    assert await sent(api, 9, aigul.id, "getChat") == 9
    edits = [
        await sent(api, 1, aigul.id, "editMessageText", **place, text=str(number)) for number in range(5)
    ]
    assert edits == [1, 1, 1, 0, 0]
    await sandbox.crowd(2)
    copy = {"from_chat_id": aigul.id, **place}
    assert await sent(api, 1, 5_000_000, "copyMessage", **copy) == 1
    assert await sent(api, 1, 5_000_001, "copyMessage", **copy) == 0


async def test_many_chats_are_forgotten_again(
    api: Api, sandbox: RunningSandbox, hands: Stopped, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only chats that have spent something are remembered when there are many [N1]."""
    monkeypatch.setattr("sandbox.limits.KEPT_CHATS", 3)
    await sandbox.crowd(10)
    await sandbox.limit(per_chat_second=1)
    assert [await sent(api, 1, 5_000_000 + number, text="x") for number in range(5)] == [1] * 5
    hands.ahead += 5
    assert await sent(api, 5, 5_000_001, text="x") == 3
    assert await sent(api, 1, 5_000_007, text="x") == 1
    assert await sent(api, 1, 5_000_001, text="x") == 0


@pytest.mark.parametrize(
    "body",
    [{"per_second": 0}, {"per_second": -1}, {"per_chat_second": "1"}, {"per_second": True}, {"rate": 3}],
)
async def test_bad_limits_are_refused(sandbox: RunningSandbox, body: dict[str, Any]) -> None:
    """A limit is a number above nought [N1]."""
    with pytest.raises(SandboxRefusal):
        await sandbox.post("/api/limits", json=body)
    assert await sandbox.get("/api/limits") == {"per_second": None, "per_chat_second": None}
