"""getMe, getUpdates, callback answers, files and chats: what the bot asks for."""

from typing import Any

from sandbox.botapi.call import Call, Handler, Told
from sandbox.errors import bad_request, conflict
from sandbox.files import MAX_DOWNLOAD
from sandbox.records import Json
from sandbox.refusals import QUERY_IS_OLD

DEFAULT_CONNECTIONS = 40
MOST_CONNECTIONS = 100
WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_me(call: Call) -> Json:
    """The bot itself."""
    return call.world.profile.as_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(call: Call) -> list[Json]:
    """Long polling; see UpdateQueue for the rules."""
    params = call.params
    if call.world.webhooks.current is not None:
        raise conflict(WEBHOOK_IS_ACTIVE)
    return await call.world.updates.fetch(
        params.get("offset", 0),
        params.get("limit", 100),
        max(params.get("timeout", 0), 0),
        params.get("allowed_updates"),
    )


async def set_webhook(call: Call) -> Told:
    """Updates are sent to a URL from now on; an address of this machine, as with a local server."""
    params = call.params
    if call.uploads or params.keys() & {"certificate", "ip_address"}:
        raise bad_request("certificate and ip_address are not emulated by the sandbox")
    said = await call.world.webhooks.set(
        params["url"],
        params.get("secret_token", ""),
        min(max(params.get("max_connections", DEFAULT_CONNECTIONS), 1), MOST_CONNECTIONS),
        params.get("allowed_updates"),
        is_afresh=params.get("drop_pending_updates", False),
    )
    return Told(result=True, description=said)


async def delete_webhook(call: Call) -> Told:
    """Updates are polled again; may drop what waits."""
    said = await call.world.webhooks.delete(is_afresh=call.params.get("drop_pending_updates", False))
    return Told(result=True, description=said)


async def get_webhook_info(call: Call) -> Json:
    """The webhook, its last error, and how many updates wait."""
    return call.world.webhooks.info()


async def answer_callback_query(call: Call) -> bool:
    """Ends the wait of a tapped button: a toast, an alert or nothing; a second answer is refused."""
    callback = call.world.callbacks.get(call.params["callback_query_id"])
    if callback is None or callback.answer is not None:
        raise bad_request(QUERY_IS_OLD)
    callback.answer = {
        "text": call.params.get("text", ""),
        "is_alert": call.params.get("show_alert", False),
        "url": call.params.get("url"),
    }
    chat = call.world.chats[callback.chat_id]
    chat.waiting.remove(callback)
    if callback.answer["text"]:
        shown = {
            "callback_id": callback.id,
            "message_id": callback.message_id,
            "label": callback.label,
            "text": callback.answer["text"],
            "is_alert": callback.answer["is_alert"],
        }
        chat.notifications.append(shown)
        call.world.record(chat, "answer", text=shown["text"], is_alert=shown["is_alert"])
    else:
        call.world.touch(chat)
    return True


async def get_file(call: Call) -> Json:
    """Where a file may be downloaded; raises ApiError above 20 MB."""
    stored = call.world.files.get(call.params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    sizes = stored.media if isinstance(stored.media, list) else [stored.media]
    own = next(size for size in sizes if size["file_id"] == stored.file_id)
    return {
        "file_id": stored.file_id,
        "file_unique_id": own["file_unique_id"],
        "file_size": stored.size,
        "file_path": stored.path,
    }


async def get_chat(call: Call) -> Json:
    """A private chat in full."""
    person = call.world.require_chat(call.params["chat_id"]).person
    full: dict[str, Any] = {
        "accent_color_id": person.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    return person.as_chat() | full


METHODS: dict[str, Handler] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "getChat": get_chat,
}
