"""What the sandbox refuses, in Telegram's words: bots are written against real refusals."""

from typing import Any

import pytest

from sandbox.client import Person
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api

CHAT = {"chat_id": 1001}
TEXT = {**CHAT, "text": "x"}


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    """Parameters of a message with one row of inline buttons."""
    return {**TEXT, "reply_markup": {"inline_keyboard": [list(buttons)]}}


REFUSALS: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", CHAT, "message text is empty"),
    ("sendMessage", {**CHAT, "text": ""}, "message text is empty"),
    ("sendMessage", {**CHAT, "text": " \n "}, "text must be non-empty"),
    ("sendMessage", {**CHAT, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", {**CHAT, "text": "ә" * 4097}, "message is too long"),
    ("sendMessage", {**CHAT, "text": 5}, 'field "text" must be of type String'),
    ("sendMessage", {"chat_id": True, "text": "x"}, 'field "chat_id" must be of type Integer or String'),
    ("sendMessage", {"chat_id": 1002, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@somebody", "text": "x"}, "chat not found"),
    ("sendMessage", {**TEXT, "colour": "red"}, 'sendMessage has no parameter "colour"'),
    ("sendMessage", {**TEXT, "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ("sendMessage", {**TEXT, "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ("sendMessage", {**TEXT, "reply_markup": {"rows": []}}, "object expected as reply keyboard markup"),
    ("sendMessage", {**TEXT, "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ("sendMessage", inline({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    ("sendMessage", inline({"text": "a", "callback_data": "ә" * 33}), "BUTTON_DATA_INVALID"),
    (
        "sendMessage",
        inline({"text": "a"}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        inline({"text": "a", "callback_data": "b", "url": "https://example.org"}),
        "can't parse inline keyboard button: only one of callback_data, url may be used",
    ),
    (
        "sendMessage",
        inline({"callback_data": "b"}),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        "sendMessage",
        inline({"text": "a", "callback": "b"}),
        'can\'t parse inline keyboard button: InlineKeyboardButton has no field "callback"',
    ),
    (
        "sendMessage",
        inline({"text": "a", "callback_data": 1}),
        'can\'t parse inline keyboard button: Field "callback_data" must be of type String',
    ),
    (
        "sendMessage",
        inline({"text": "a", "callback_data": "b", "style": "pink"}),
        "can't parse inline keyboard button: Invalid button style specified",
    ),
    (
        "sendMessage",
        inline({"text": "a", "url": "ftp://example.org"}),
        "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ),
    (
        "sendMessage",
        inline({"text": "a", "url": "http://nowhere"}),
        "inline keyboard button URL 'http://nowhere' is invalid: Wrong HTTP URL",
    ),
    ("sendMessage", inline(*[{"text": "a", "callback_data": "b"}] * 101), "reply markup is too long"),
    (
        "sendMessage",
        {**TEXT, "reply_markup": {"inline_keyboard": [{"text": "a", "callback_data": "b"}]}},
        'field "inline_keyboard" must be of type Array',
    ),
    (
        "sendMessage",
        {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "request_contact": 1}]]}},
        'can\'t parse keyboard button: Field "request_contact" must be of type Boolean',
    ),
    ("sendPhoto", CHAT, "there is no photo in the request"),
    ("sendPhoto", {**CHAT, "photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {**CHAT, "photo": "https://example.org/a.jpg"}, "failed to get HTTP URL content"),
    ("sendPhoto", {**CHAT, "photo": "x", "caption": "я" * 1025}, "message caption is too long"),
    ("sendPhoto", {**CHAT, "photo": "attach://a"}, 'there is no file "a" in the request'),
    ("sendDocument", CHAT, "there is no document in the request"),
    ("sendChatAction", {**CHAT, "action": "sleeping"}, "wrong parameter action in request"),
    ("editMessageText", {**CHAT, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"text": "x"}, "chat_id is empty"),
    ("editMessageText", TEXT, "message identifier is not specified"),
    ("editMessageText", {**TEXT, "message_id": 1}, "message can't be edited"),
    ("deleteMessage", {**CHAT, "message_id": 99}, "message to delete not found"),
    ("deleteMessage", CHAT, "message identifier is not specified"),
    (
        "deleteMessages",
        {**CHAT, "message_ids": list(range(101))},
        "too many message identifiers specified",
    ),
    ("deleteMessages", {**CHAT, "message_ids": "1"}, 'field "message_ids" must be of type Array'),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "я" * 201}, "MESSAGE_TOO_LONG"),
    ("getUpdates", {"limit": 101}, 'field "limit" must have 1-100'),
    ("getFile", {"file_id": "x"}, "invalid file_id"),
    ("getChat", {"chat_id": 7}, "chat not found"),
    ("copyMessage", {**CHAT, "from_chat_id": 1001, "message_id": 9}, "message to copy not found"),
    ("forwardMessage", {**CHAT, "from_chat_id": 1001, "message_id": 9}, "message to forward not found"),
    ("setMyCommands", {"commands": [{"command": "Жаңа", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    ("setMyCommands", {"commands": [], "language_code": "kaz"}, "LANG_CODE_INVALID"),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "planet"}},
        "can't parse BotCommandScope: BotCommandScope has unsupported type",
    ),
    ("setMyName", {"name": "x" * 65}, 'field "name" must have 0-64 characters'),
    ("sendPoll", {}, "method sendPoll is not emulated by the sandbox"),
]


@pytest.mark.parametrize(("method", "params", "reason"), REFUSALS)
@pytest.mark.usefixtures("aigul")
async def test_a_bad_call_is_refused(api: Api, method: str, params: dict[str, Any], reason: str) -> None:
    """A call that breaks a rule of the Bot API is refused with 400 in Telegram's words [N1]."""
    assert await api.refusal(method, **params) == (400, f"Bad Request: {reason}")


ENTITY_REFUSALS = [
    ("HTML", "Сәлем <b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("HTML", "Сә<div>x</div>", 'Unsupported start tag "div" at byte offset 4'),
    ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
    ("HTML", "ә < б", 'Unsupported start tag "" at byte offset 3'),
    ("HTML", "a <b", "Unclosed start tag at byte offset 2"),
    ("HTML", "<b>x</b", "Unclosed end tag at byte offset 4"),
    ("HTML", '<a href="x', "Unclosed start tag at byte offset 0"),
    ("HTML", "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("MarkdownV2", "Сәлем!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
    ("MarkdownV2", "ә *x", "Can't find end of Bold entity at byte offset 3"),
    ("MarkdownV2", "`x", "Can't find end of Code entity at byte offset 0"),
    ("MarkdownV2", "[x](http://a.kz", "Can't find end of a URL at byte offset 3"),
]


@pytest.mark.parametrize(("mode", "text", "reason"), ENTITY_REFUSALS)
@pytest.mark.usefixtures("aigul")
async def test_bad_markup_is_refused_by_byte_offset(api: Api, mode: str, text: str, reason: str) -> None:
    """Mistakes in markup are refused with the offset in bytes, a Kazakh letter being two [N1]."""
    refusal = await api.refusal("sendMessage", **CHAT, text=text, parse_mode=mode)
    assert refusal == (400, f"Bad Request: can't parse entities: {reason}")


async def test_token_and_method_are_checked(sandbox: RunningSandbox, api: Api) -> None:
    """A wrong token is 401, an unknown method 404, as Telegram answers [N1]."""
    assert await api.refusal("sendTelepathy") == (404, "Not Found")
    stranger = Api(f"{sandbox.url}/bot1:wrong", api.http)
    assert await stranger.refusal("getMe") == (401, "Unauthorized")


async def test_a_blocked_bot_is_forbidden(api: Api, aigul: Person) -> None:
    """Whoever blocks the bot is out of its reach: 403, and the bot is told by my_chat_member [N1]."""
    await aigul.block(wait=False)
    assert await api.refusal("sendMessage", **TEXT) == (403, "Forbidden: bot was blocked by the user")
    assert await api.refusal("sendPhoto", **CHAT, photo="x") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    await aigul.unblock(wait=False)
    await api.call("sendMessage", **TEXT)
    changes = [update["my_chat_member"] for update in await api.updates() if "my_chat_member" in update]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["new_chat_member"]["until_date"] == 0


async def test_forms_and_queries_are_read_by_type(api: Api, aigul: Person) -> None:
    """Numbers, booleans and objects arrive as text in forms and queries and are read by the schema [N1]."""
    query = {"chat_id": str(aigul.id), "text": "a", "disable_notification": "True"}
    async with api.http.get(f"{api.base}/sendmessage", params=query) as response:
        assert (await response.json())["result"]["text"] == "a"
    form = {
        "chat_id": str(aigul.id),
        "text": "b",
        "reply_markup": '{"inline_keyboard":[[{"text":"c","callback_data":"d"}]]}',
    }
    async with api.http.post(f"{api.base}/sendMessage", data=form) as response:
        assert (await response.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "c"
    async with api.http.post(
        f"{api.base}/sendMessage", data={**form, "disable_notification": "maybe"}
    ) as bad:
        assert (await bad.json())["description"] == (
            'Bad Request: field "disable_notification" must be of type Boolean'
        )


UNREADABLE = [
    ("application/json", "{"),
    ("application/json", "[1]"),
    ("multipart/form-data; boundary=z", "no boundary here"),
]


@pytest.mark.parametrize(("kind", "body"), UNREADABLE)
async def test_unreadable_bodies_are_refused(api: Api, kind: str, body: str) -> None:
    """A body that is not what its type says is the caller's error and not the server's [N1]."""
    async with api.http.post(f"{api.base}/getMe", data=body, headers={"Content-Type": kind}) as response:
        assert (await response.json())["error_code"] == 400
