"""Inline mode: asking, answering, choosing, the neighbours' chat and its links."""

import asyncio
from typing import Any

import pytest

from sandbox import updates
from sandbox.client import BotIsBusy, Person, SandboxRefusal
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import Api

LINK = {"inline_keyboard": [[{"text": "Толығырақ", "url": "https://t.me/qatysu_demo_bot?start=p7"}]]}
OLD = "query is too old and response timeout expired or query ID is invalid"


def article(result_id: str = "p7", **fields: Any) -> Json:
    """A result that sends a text with a link to the bot."""
    content = {"message_text": "<b>Саябақ</b> туралы", "parse_mode": "HTML"}
    shown: Json = {"type": "article", "id": result_id, "title": "Саябақ", "input_message_content": content}
    return shown | {"description": "Абай, 44", "reply_markup": LINK} | fields


async def newest(api: Api, kind: str) -> Json:
    """The newest update, which confirms those before, once it is of this kind."""
    update: Json = {}
    while kind not in update:
        update = (await api.call("getUpdates", offset=-1, timeout=5))[-1]
    found: Json = update[kind]
    return found


async def asked(api: Api, person: Person, query: str = "саябақ", **how: Any) -> Json:
    """The update that a query makes."""
    await person.inline(query, wait=False, **how)
    return await newest(api, "inline_query")


async def test_a_query_reaches_the_bot(sandbox: RunningSandbox, api: Api) -> None:
    """Typing after the bot's name asks it, from the neighbours' chat even before START [N1]."""
    igor = sandbox.person(1002)
    query = await asked(api, igor, offset="20")
    assert (query["query"], query["offset"], query["chat_type"]) == ("саябақ", "20", "group")
    assert query["from"]["id"] == 1002
    assert (await asked(api, igor, place="bot"))["chat_type"] == "sender"
    assert (await api.call("getMe"))["supports_inline_queries"]
    with pytest.raises(SandboxRefusal, match="256 characters"):
        await igor.inline("x" * 257)


async def test_an_answer_is_shown(api: Api, aigul: Person) -> None:
    """The person sees titles, descriptions, the button above and where to go on [N1]."""
    async with asyncio.TaskGroup() as group:
        asking = group.create_task(aigul.inline("саябақ"))
        query = await newest(api, "inline_query")
        await api.call(
            "answerInlineQuery",
            inline_query_id=query["id"],
            results=[article(), article("p8", title="Алаң")],
            next_offset="2",
            cache_time=0,
            is_personal=True,
            button={"text": "Өз жобаңыз", "start_parameter": "new"},
        )
    answer = asking.result()
    assert (answer.titles, answer.next_offset) == (["Саябақ", "Алаң"], "2")
    assert answer.results[0]["text"] == "Саябақ туралы"
    assert answer.button == {"text": "Өз жобаңыз", "start_parameter": "new"}
    assert (answer.raw["cache_time"], answer.raw["is_personal"]) == (0, True)


async def answered(api: Api, person: Person, *results: Json, **how: Any) -> Json:
    """The answer's raw view after the bot gave results."""
    view = await person.inline("саябақ", wait=False, **how)
    query_id = view.raw["query_id"]
    await api.call("answerInlineQuery", inline_query_id=query_id, results=list(results))
    return {"query_id": query_id}


async def test_a_chosen_result_appears_among_the_neighbours(
    sandbox: RunningSandbox, api: Api, aigul: Person
) -> None:
    """The neighbours see the message, whose link opens the bot for any of them with its payload [N1]."""
    known = await answered(api, aigul, article())
    path = f"/api/people/{aigul.id}/choose"
    await sandbox.post(path, json=known | {"result_id": "p7"})
    (shown,) = (await sandbox.neighbours()).messages
    assert (shown["text"], shown["entities"][0]["type"]) == ("Саябақ туралы", "bold")
    assert (shown["author"]["full_name"], shown["is_via_bot"]) == ("Айгүл Серікқызы", True)
    chosen = await newest(api, "chosen_inline_result")
    assert (chosen["result_id"], chosen["query"], chosen["from"]["id"]) == ("p7", "саябақ", aigul.id)
    assert chosen["inline_message_id"]
    igor = sandbox.person(1002)
    view = await igor.tap_among_neighbours("Толығырақ", wait=False)
    assert view.messages[-1]["text"] == "/start p7"
    with pytest.raises(SandboxRefusal, match="no button"):
        await igor.tap_among_neighbours("Жоқ", wait=False)


async def test_a_chosen_result_may_be_kept_from_the_bot(
    sandbox: RunningSandbox, api: Api, aigul: Person
) -> None:
    """chosen_inline_result comes only to a bot that allows it; a result without buttons has no id [N1]."""
    known = await answered(api, aigul, article(reply_markup=None))
    await sandbox.post(f"/api/people/{aigul.id}/choose", json=known | {"result_id": "p7"})
    assert "inline_message_id" not in await newest(api, "chosen_inline_result")
    await api.call("getUpdates", offset=-1, allowed_updates=["message"])
    before = sandbox.world.updates.pending
    await sandbox.post(f"/api/people/{aigul.id}/choose", json=known | {"result_id": "p7"})
    assert sandbox.world.updates.pending == before


async def test_a_result_chosen_in_the_bots_own_chat(api: Api, aigul: Person) -> None:
    """There it is the person's message with via_bot, and the bot receives it [N1]."""
    view = await aigul.inline("саябақ", place="bot", wait=False)
    place = {"latitude": 43.2, "longitude": 76.9}
    results = [article(input_message_content=place)]
    await api.call("answerInlineQuery", inline_query_id=view.raw["query_id"], results=results)
    raw = view.raw | {"results": [{"id": "p7", "title": "Саябақ"}]}
    sent = (await aigul.choose(type(view)(raw), "Саябақ", wait=False)).result["sent"][0]
    assert (sent["kind"], sent["is_via_bot"]) == ("location", True)
    message = (await api.updates())[-2]["message"]
    assert (message["via_bot"]["is_bot"], message["location"]) == (True, place)
    with pytest.raises(SandboxRefusal, match="no such message"):
        await aigul.edit_text("x", sent["message_id"], wait=False)


async def test_what_cannot_be_chosen(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """Only results of an own, answered query can be sent [N1]."""
    known = await answered(api, aigul, article())
    path = f"/api/people/{aigul.id}/choose"
    with pytest.raises(SandboxRefusal, match="no such result"):
        await sandbox.post(path, json=known | {"result_id": "p8"})
    with pytest.raises(SandboxRefusal, match="no such answered query"):
        await sandbox.post("/api/people/1002/choose", json=known | {"result_id": "p7"})
    with pytest.raises(SandboxRefusal, match="place"):
        await aigul.inline("x", place="moon")
    sandbox.patience = 0.05
    with pytest.raises(BotIsBusy, match="did not answer"):
        await aigul.inline("x")


ONE_FIELD = "InlineQueryResultsButton must have exactly one optional field"
BUTTON = {"text": "a", "start_parameter": "b"}
BAD_ANSWERS: list[tuple[dict[str, Any], str]] = [
    ({"results": [article(str(number)) for number in range(51)]}, "too many inline query results specified"),
    ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
    ({"results": [article("")]}, "RESULT_ID_INVALID"),
    ({"results": [article("ә" * 33)]}, "RESULT_ID_INVALID"),
    ({"results": [article(title="")]}, "ARTICLE_TITLE_EMPTY"),
    ({"results": [], "next_offset": "ә" * 33}, "NEXT_OFFSET_INVALID"),
    ({"results": "["}, "can't parse inline query results JSON object"),
    (
        {"results": [{"type": "article", "id": "1", "title": "x"}]},
        "can't parse inline query result: Can't find field \"input_message_content\"",
    ),
    (
        {"results": [article(input_message_content={"text": "x"})]},
        "can't parse inline query result: Object expected as input_message_content",
    ),
    (
        {"results": [article(input_message_content={"message_text": "x</b>", "parse_mode": "HTML"})]},
        "can't parse inline query result: Can't parse entities: Unexpected end tag at byte offset 1",
    ),
    (
        {"results": [article(input_message_content={"phone_number": "1", "first_name": "x"})]},
        "can't parse inline query result: Only texts and places are emulated by the sandbox",
    ),
    (
        {"results": [article(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": ""}]]})]},
        "BUTTON_DATA_INVALID",
    ),
    (
        {"results": [article(hide_url=True)]},
        'can\'t parse inline query result: InlineQueryResultArticle has no field "hide_url"',
    ),
    (
        {"results": [{"type": "game", "id": "1", "game_short_name": "x"}]},
        'inline results of type "game" are not emulated by the sandbox',
    ),
    (
        {"results": [], "button": {"text": "a"}},
        f"can't parse inline query results button: {ONE_FIELD}",
    ),
]


@pytest.mark.parametrize(("params", "reason"), BAD_ANSWERS)
async def test_a_bad_answer_is_refused(api: Api, aigul: Person, params: dict[str, Any], reason: str) -> None:
    """Results that break a rule are refused in Telegram's words, and may be answered again [N1]."""
    query = await asked(api, aigul)
    refusal = await api.refusal("answerInlineQuery", inline_query_id=query["id"], **params)
    assert refusal == (400, f"Bad Request: {reason}")
    assert await api.call("answerInlineQuery", inline_query_id=query["id"], results=[], button=BUTTON)


async def test_a_query_is_answered_once_and_soon(
    sandbox: RunningSandbox, api: Api, aigul: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second answer and one after 30 seconds are too late, by when the query itself is gone [N1]."""
    query = await asked(api, aigul)
    await api.call("answerInlineQuery", inline_query_id=query["id"], results=[])
    again = await api.refusal("answerInlineQuery", inline_query_id=query["id"], results=[])
    unknown = await api.refusal("answerInlineQuery", inline_query_id="1", results=[])
    assert again == unknown == (400, f"Bad Request: {OLD}")
    monkeypatch.setitem(updates.LIFETIMES, "inline_query", 0.0)
    before = sandbox.world.updates.pending
    late = (await aigul.inline("x", wait=False)).raw["query_id"]
    assert sandbox.world.updates.pending == before
    sandbox.world.inline_queries[late].asked -= updates.INLINE_SECONDS
    refusal = await api.refusal("answerInlineQuery", inline_query_id=late, results=[])
    assert refusal == (400, f"Bad Request: {OLD}")


async def test_neighbours_talk_without_the_bot(sandbox: RunningSandbox, api: Api, aigul: Person) -> None:
    """A plain text in the neighbours' chat is seen there and unknown to the bot [N1]."""
    path = f"/api/people/{aigul.id}/neighbours/send"
    await sandbox.post(path, json={"text": " Қараңыздаршы "})
    with pytest.raises(SandboxRefusal, match="nothing to send"):
        await sandbox.post(path, json={"text": " "})
    assert [message["text"] for message in (await sandbox.neighbours()).messages] == ["Қараңыздаршы"]
    assert len(await api.updates()) == 1


async def test_callbacks_among_the_neighbours_are_not_emulated(
    sandbox: RunningSandbox, api: Api, aigul: Person
) -> None:
    """A result may have such a button, but tapping it says what the sandbox has not learnt [N1]."""
    markup = {"inline_keyboard": [[{"text": "Иә", "callback_data": "y"}]]}
    known = await answered(api, aigul, article(reply_markup=markup))
    await sandbox.post(f"/api/people/{aigul.id}/choose", json=known | {"result_id": "p7"})
    with pytest.raises(SandboxRefusal, match="not emulated"):
        await aigul.tap_among_neighbours("Иә", wait=False)


async def test_buttons_that_begin_a_query(api: Api, aigul: Person) -> None:
    """A switch button gives the phone the text to put into the field, and asks the bot nothing [N1]."""
    kinds: Json = {
        "switch_inline_query": "p7",
        "switch_inline_query_current_chat": "",
        "switch_inline_query_chosen_chat": {"query": "p8", "allow_group_chats": True},
    }
    rows = [[{"text": kind, kind: value}] for kind, value in kinds.items()]
    await api.call("sendMessage", chat_id=aigul.id, text="a", reply_markup={"inline_keyboard": rows})
    queries = [(await aigul.tap(kind, wait=False)).result["query"] for kind in kinds]
    assert queries == ["p7", "", "p8"]
    shown = (await aigul.chat()).messages[-1]["buttons"]
    assert [row[0]["query"] for row in shown] == queries
    assert len(await api.updates()) == 1
