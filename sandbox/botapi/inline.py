"""answerInlineQuery: the list that a person sees under what they typed after the bot's name."""

import time

from sandbox.botapi.call import Call, Handler
from sandbox.botapi.formatting import read_text, text_content
from sandbox.botapi.markup import read_markup
from sandbox.botapi.places import location_content, venue_content
from sandbox.errors import ApiError, bad_request
from sandbox.records import Json
from sandbox.refusals import QUERY_IS_OLD
from sandbox.updates import INLINE_SECONDS

MAX_RESULTS = 50
MAX_ID = 64  # bytes of a result's id, and of the next offset
MAX_CACHE_TIME = 24 * 3600  # seconds; more is taken for that
CACHE_TIME = 300


async def answer_inline_query(call: Call) -> bool:
    """Show results; raises ApiError for a query that is older than 30 seconds or answered already."""
    params = call.params
    _check_button(params.get("button"))
    if len(params["results"]) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    results = [_read_result(result) for result in params["results"]]
    query = call.world.inline_queries.get(params["inline_query_id"])
    if query is None or query.answer is not None or time.monotonic() - query.asked > INLINE_SECONDS:
        raise bad_request(QUERY_IS_OLD)
    _check_ids([result["id"] for result in results])
    if len(params.get("next_offset", "").encode()) > MAX_ID:
        raise bad_request("NEXT_OFFSET_INVALID")
    query.answer = {
        "results": results,
        "next_offset": params.get("next_offset", ""),
        "button": params.get("button"),
        "cache_time": min(max(params.get("cache_time", CACHE_TIME), 0), MAX_CACHE_TIME),
        "is_personal": params.get("is_personal", False),
    }
    call.world.changed.notify()
    return True


def _check_button(button: Json | None) -> None:
    if button is not None and len(button.keys() & {"web_app", "start_parameter"}) != 1:
        reason = "InlineQueryResultsButton must have exactly one optional field"
        raise bad_request(f"Can't parse inline query results button: {reason}")


def _check_ids(ids: list[str]) -> None:
    if any(not 1 <= len(result_id.encode()) <= MAX_ID for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _read_result(result: Json) -> Json:
    """A result with the message that it would send, already parsed."""
    if result["type"] != "article":
        raise bad_request(f'inline results of type "{result["type"]}" are not emulated by the sandbox')
    if not result["title"]:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    try:
        content = _message_content(result["input_message_content"])
        markup = read_markup(result.get("reply_markup"))
    except ApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        raise bad_request(f"Can't parse inline query result: {reason[:1].upper()}{reason[1:]}") from None
    shown = {name: result[name] for name in ("id", "title", "description", "url") if name in result}
    return shown | {"content": content, "reply_markup": markup}


def _message_content(content: Json) -> Json:
    if "message_text" in content:
        return text_content(read_text({**content, "text": content["message_text"]}), content)
    if "address" in content:
        return venue_content(content)
    if "latitude" in content:
        return location_content(content)
    raise bad_request("only texts and places are emulated by the sandbox")


METHODS: dict[str, Handler] = {"answerInlineQuery": answer_inline_query}
