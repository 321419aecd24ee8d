"""Faults on order: which calls they strike, what the bot gets, and what has happened all the same."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.client import Person, SandboxRefusal
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api
from tests.sandbox.test_files import upload

REFUSED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (
        {"kind": "429", "retry_after": 17},
        {
            "error_code": 429,
            "description": "Too Many Requests: retry after 17",
            "parameters": {"retry_after": 17},
        },
    ),
    ({"kind": "403"}, {"error_code": 403, "description": "Forbidden: bot was blocked by the user"}),
    (
        {"kind": "403", "description": "user is deactivated"},
        {"error_code": 403, "description": "Forbidden: user is deactivated"},
    ),
    (
        {"kind": "400"},
        {
            "error_code": 400,
            "description": "Bad Request: can't parse entities: "
            'Can\'t find end tag corresponding to start tag "b"',
        },
    ),
    (
        {"kind": "400", "description": "Bad Request: chat not found"},
        {"error_code": 400, "description": "Bad Request: chat not found"},
    ),
    ({"kind": "500"}, {"error_code": 500, "description": "Internal Server Error"}),
    (
        {"kind": "500", "description": "Internal Server Error: restart"},
        {"error_code": 500, "description": "Internal Server Error: restart"},
    ),
    (
        {"kind": "migrate", "migrate_to_chat_id": -1001234567890},
        {
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": -1001234567890},
        },
    ),
]


@pytest.mark.parametrize(("fault", "refusal"), REFUSED)
async def test_a_fault_refuses_in_telegrams_words(
    sandbox: RunningSandbox, api: Api, aigul: Person, fault: dict[str, Any], refusal: dict[str, Any]
) -> None:
    """The refusals of Telegram arrive with code, description and parameters; nothing is sent [N1]."""
    await sandbox.fault(**fault)
    answer = await api.envelope("sendMessage", chat_id=aigul.id, text="эй")
    assert answer == {"ok": False, **refusal}
    assert len((await aigul.chat()).messages) == 1
    call = (await sandbox.calls("sendMessage"))[-1]
    assert (call["status"], call["fault"]) == (refusal["error_code"], fault["kind"])


async def test_too_many_requests_have_their_header(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A 429 says in a header too how many seconds to wait [N1]."""
    await sandbox.fault("429", retry_after=9)
    async with api.http.post(f"{api.base}/sendMessage", json={"chat_id": aigul.id, "text": "эй"}) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "9")


async def test_what_is_wrong_anyway_strikes_nothing(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A call that its fields condemn is refused for that, and the fault waits for a good one [N1]."""
    await sandbox.fault("500", times=1)
    assert (await api.refusal("sendMessage", chat_id=aigul.id))[0] == 400
    assert (await sandbox.faults())[0]["struck"] == 0
    assert (await api.refusal("sendMessage", chat_id=aigul.id, text="эй"))[0] == 500


MATCHES: list[tuple[dict[str, Any], list[int]]] = [
    ({}, [500, 500, 500, 500]),
    ({"method": None, "chat_id": None, "text": None, "times": None, "share": None}, [500, 500, 500, 500]),
    ({"method": "sendMessage"}, [500, 500, 200, 500]),
    ({"method": "SENDMESSAGE"}, [500, 500, 200, 500]),
    ({"method": "getMe"}, [200, 200, 200, 200]),
    ({"chat_id": 1002}, [200, 200, 200, 500]),
    ({"text": "бір"}, [500, 200, 500, 200]),
    ({"times": 2}, [500, 500, 200, 200]),
    ({"method": "sendMessage", "chat_id": 1001, "times": 1, "text": "екі"}, [200, 500, 200, 200]),
    ({"share": 0}, [200, 200, 200, 200]),
    ({"share": 100}, [500, 500, 500, 500]),
]


@pytest.mark.parametrize(("matching", "statuses"), MATCHES)
async def test_faults_strike_what_they_name(
    sandbox: RunningSandbox, api: Api, aigul: Person, matching: dict[str, Any], statuses: list[int]
) -> None:
    """By method, chat, part of a text or caption, number of times and share [N1]."""
    igor = sandbox.person(1002)
    await igor.start(wait=False)
    await sandbox.fault("500", **matching)
    form = upload(aigul.id, "document", b"%PDF", "a.pdf", caption="бірінші")
    answers = [
        await api.envelope("sendMessage", chat_id=aigul.id, text="бір"),
        await api.envelope("sendMessage", chat_id=aigul.id, text="екі"),
        await api.form("sendDocument", form),
        await api.envelope("sendMessage", chat_id=str(igor.id), text="үш"),
    ]
    assert [answer.get("error_code", 200) for answer in answers] == statuses
    assert (await sandbox.faults())[0]["struck"] == statuses.count(500)


async def test_polls_are_struck_only_by_name(sandbox: RunningSandbox, api: Api) -> None:
    """A fault for all methods leaves polling alone, or nobody could count on its times [N1]."""
    await sandbox.fault("500", times=1)
    await api.updates()
    await sandbox.fault("429", method="getUpdates", retry_after=3)
    assert (await api.refusal("getUpdates"))[0] == 429


async def test_the_first_fault_that_matches_strikes(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Faults are tried in order; one that is used up lets the next strike; all can be cleared [N1]."""
    first = await sandbox.fault("403", times=1)
    second = await sandbox.fault("500")
    text = {"chat_id": aigul.id, "text": "эй"}
    assert (await api.refusal("sendMessage", **text))[0] == 403
    assert (await api.refusal("sendMessage", **text))[0] == 500
    struck = [(fault["fault_id"], fault["kind"], fault["struck"]) for fault in await sandbox.faults()]
    assert struck == [(first, "403", 1), (second, "500", 1)]
    await sandbox.clear_faults(second)
    await api.call("sendMessage", **text)
    await sandbox.clear_faults()
    assert await sandbox.faults() == []
    with pytest.raises(SandboxRefusal, match="no fault"):
        await sandbox.clear_faults(second)


async def shared(sandbox: RunningSandbox, api: Api, kind: str, seed: int) -> list[bool]:
    """Which of two hundred chats a fault of thirty percent strikes."""
    fault = await sandbox.fault(kind, share=30, seed=seed)
    answers = [
        await api.envelope("sendMessage", chat_id=5_000_000 + number, text="эй") for number in range(200)
    ]
    await sandbox.clear_faults(fault)
    return [not answer["ok"] for answer in answers]


async def test_a_share_is_drawn_and_repeatable(sandbox: RunningSandbox, api: Api) -> None:
    """A share strikes about that many calls, the same for the same seed [N1]."""
    await sandbox.crowd(200)
    struck = await shared(sandbox, api, "500", seed=1)
    assert 30 <= sum(struck) <= 90
    assert struck == await shared(sandbox, api, "500", seed=1)
    assert struck != await shared(sandbox, api, "500", seed=2)


async def test_a_share_of_people_has_blocked(sandbox: RunningSandbox, api: Api) -> None:
    """403 with a share strikes people rather than calls: whoever has blocked stays so [N1]."""
    await sandbox.crowd(200)
    fault = await sandbox.fault("403", share=30)
    rounds = [
        [
            (await api.envelope("sendMessage", chat_id=5_000_000 + number, text="эй"))["ok"]
            for number in range(200)
        ]
        for _ in range(2)
    ]
    assert rounds[0] == rounds[1]
    assert 110 <= sum(rounds[0]) <= 170
    assert fault == 1


async def test_slow_is_done_at_once_and_told_late(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A slow call is executed before its answer goes out, and a client that gives up has sent it [N1]."""
    await sandbox.fault("slow", seconds=30, times=1)
    text = {"chat_id": aigul.id, "text": "баяу"}
    with pytest.raises(TimeoutError):
        async with api.http.post(
            f"{api.base}/sendMessage", json=text, timeout=aiohttp.ClientTimeout(total=0.1)
        ):
            pass
    assert (await aigul.chat()).text == "баяу"
    assert await sandbox.world.changed.wait_for(lambda: not sandbox.world.calls.in_flight, 10)
    await sandbox.fault("slow", seconds=0)
    await api.call("sendMessage", **text)


async def test_dropped_is_delivered_and_not_told(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A dropped call has happened and is logged; the bot's connection is cut without a word [N1]."""
    await sandbox.fault("drop", method="sendMessage", times=1)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await api.call("sendMessage", chat_id=aigul.id, text="бір")
    assert (await aigul.chat()).text == "бір"
    call = (await sandbox.calls("sendMessage"))[-1]
    assert (call["status"], call["fault"]) == (200, "drop")
    await api.call("sendMessage", chat_id=aigul.id, text="екі")
    assert [message["text"] for message in (await aigul.chat()).messages] == ["/start", "бір", "екі"]


async def test_faults_are_aiograms_errors(sandbox: RunningSandbox, aigul: Person) -> None:
    """Each fault arrives as the exception that aiogram has for it [N1]."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session=session).context() as bot:
        for kind, error in (
            ("429", TelegramRetryAfter),
            ("403", TelegramForbiddenError),
            ("400", TelegramBadRequest),
            ("500", TelegramServerError),
            ("migrate", TelegramMigrateToChat),
            ("drop", TelegramNetworkError),
        ):
            await sandbox.fault(kind, times=1)
            with pytest.raises(error):
                await bot.send_message(aigul.id, kind)
        await sandbox.fault("slow", seconds=30, times=1)
        with pytest.raises(TelegramNetworkError, match="timeout"):
            await bot.send_message(aigul.id, "slow", request_timeout=1)
        assert [message["text"] for message in (await aigul.chat()).messages] == ["/start", "drop", "slow"]


async def test_a_fault_meets_two_at_once(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """`times` holds when calls come at the same time [N1]."""
    await sandbox.fault("500", times=3)
    calls = [api.envelope("sendMessage", chat_id=aigul.id, text=str(number)) for number in range(10)]
    assert sum(not answer["ok"] for answer in await asyncio.gather(*calls)) == 3


BAD_FAULTS: list[tuple[Any, str]] = [
    ({}, '"kind" must be one of'),
    ({"kind": "404"}, '"kind" must be one of'),
    ({"kind": 429}, '"kind" must be one of'),
    ({"kind": "500", "colour": 1}, "no field colour"),
    ({"kind": "500", "method": "sendEverything"}, "no method sendEverything"),
    ({"kind": "500", "method": 5}, '"method" must be a text'),
    ({"kind": "500", "text": 5}, '"text" must be a text'),
    ({"kind": "500", "chat_id": "x"}, '"chat_id" must be a whole number'),
    ({"kind": "500", "times": 0}, '"times" must be a whole number from 1'),
    ({"kind": "500", "times": True}, '"times" must be a whole number from 1'),
    ({"kind": "429", "retry_after": 0}, '"retry_after" must be a whole number from 1'),
    ({"kind": "429", "retry_after": 1.5}, '"retry_after" must be a whole number from 1'),
    ({"kind": "slow", "seconds": -1}, '"seconds" must be a number from 0'),
    ({"kind": "500", "share": 101}, '"share" must be a percentage'),
    ({"kind": "500", "share": "30"}, '"share" must be a percentage'),
    ([], "must be a JSON object"),
]


@pytest.mark.parametrize(("body", "reason"), BAD_FAULTS)
async def test_a_bad_fault_is_refused(sandbox: RunningSandbox, body: Any, reason: str) -> None:
    """What cannot be read is refused, and no fault is in force [N1]."""
    with pytest.raises(SandboxRefusal) as refused:
        await sandbox.post("/api/faults", data=json.dumps(body), headers={"Content-Type": "application/json"})
    assert reason in str(refused.value)
    assert await sandbox.faults() == []
