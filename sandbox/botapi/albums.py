"""sendMediaGroup: several photos or documents at once; apart from what sends one message."""

from sandbox.attaching import new_media_group_id
from sandbox.botapi.call import Call, Handler
from sandbox.botapi.formatting import read_caption
from sandbox.botapi.media import media_content, read_media
from sandbox.botapi.sending import reply_target
from sandbox.errors import ApiError, bad_request
from sandbox.records import Json


async def send_media_group(call: Call) -> list[Json]:
    """An album: every file is read before anything is sent, so that a bad one leaves nothing behind."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    items = call.params["media"]
    kinds = {item["type"] for item in items}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("Document can't be mixed with other media types")
    if len({item.get("show_caption_above_media", False) for item in items}) > 1:
        raise bad_request("parameter show_caption_above_media must be the same for all messages")
    reply_to = reply_target(call, chat)
    contents = [await _read_item(call, number, item) for number, item in enumerate(items, start=1)]
    media_group_id = new_media_group_id()
    sent = [
        call.world.post(chat, content, is_from_bot=True, reply_to=reply_to, media_group_id=media_group_id)
        for content in contents
    ]
    return [call.answer(chat, message) for message in sent]


async def _read_item(call: Call, number: int, item: Json) -> Json:
    caption = read_caption(item)
    try:
        return media_content(await read_media(call, item)) | caption
    except ApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        if reason.isupper():  # a code of the servers comes when the parsed message is already on its way
            raise bad_request(f'failed to send message #{number} with the error message "{reason}"') from None
        raise


METHODS: dict[str, Handler] = {"sendMediaGroup": send_media_group}
