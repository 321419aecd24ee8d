"""Keyboards beyond what the schema can say: one action a button, addresses, sizes."""

from sandbox.entities.text import normal_url
from sandbox.errors import bad_request
from sandbox.records import Json

NOT_ACTIONS = frozenset({"text", "icon_custom_emoji_id", "style"})
MAX_BUTTONS = 100


def read_markup(markup: Json | None) -> Json | None:
    """A checked markup, None for one without buttons; raises ApiError in Telegram's words."""
    if markup is None:
        return None
    name = "inline_keyboard" if "inline_keyboard" in markup else "keyboard"
    rows = [row for row in markup.get(name, []) if row]
    for button in (button for row in rows for button in row):
        _check_button(button, is_inline=name == "inline_keyboard")
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    if name in markup:
        return {**markup, name: rows} if rows else None
    return markup


def _check_button(button: Json, *, is_inline: bool) -> None:
    if not button["text"].strip():
        raise bad_request(f"{'inline keyboard' if is_inline else 'keyboard'} button text must be non-empty")
    actions = [name for name in button if name not in NOT_ACTIONS and button[name] is not False]
    prefix = f"can't parse {'inline ' if is_inline else ''}keyboard button"
    if len(actions) > 1:
        raise bad_request(f"{prefix}: only one of {', '.join(actions)} may be used")
    if is_inline and not actions:
        raise bad_request(f"{prefix}: Text buttons are unallowed in the inline keyboard")
    if is_inline and "url" in button:
        _check_url(button["url"])
    web_app = button.get("web_app")
    if web_app and not web_app["url"].startswith("https://"):
        raise bad_request(
            f"{prefix}: Web App URL '{web_app['url']}' is invalid: Only HTTPS links are allowed"
        )


def _check_url(url: str) -> None:
    address = normal_url(url)
    if address is None or address.split("://")[0].lower() not in ("http", "https", "tg"):
        reason = "Unsupported URL protocol" if "://" in url and " " not in url else "Wrong HTTP URL"
        if url.lower().startswith(("http://", "https://")):
            reason = "Wrong HTTP URL"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
