"""Commands, names, descriptions and menu buttons, per scope and language."""

import re

from sandbox.botapi.call import Call, Handler
from sandbox.errors import bad_request
from sandbox.profile import Key, scope_key
from sandbox.records import Json


async def set_commands(call: Call) -> bool:
    """Replace the commands of one scope and language."""
    for command in call.params["commands"]:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
    kept = [{**command, "command": command["command"].lstrip("/")} for command in call.params["commands"]]
    call.world.profile.commands[_commands_key(call)] = kept
    _show_everywhere(call)
    return True


async def get_commands(call: Call) -> list[Json]:
    """The commands of exactly one scope and language."""
    return call.world.profile.commands.get(_commands_key(call), [])


async def delete_commands(call: Call) -> bool:
    """Forget the commands of one scope and language, so that the wider ones show."""
    call.world.profile.commands.pop(_commands_key(call), None)
    _show_everywhere(call)
    return True


async def set_menu_button(call: Call) -> bool:
    """The button beside the input field, of one chat or of all."""
    chat_id = call.params.get("chat_id", 0)
    if chat_id:
        call.world.require_chat(chat_id)
    call.world.profile.menu_buttons[chat_id] = call.params.get("menu_button", {"type": "default"})
    return True


async def get_menu_button(call: Call) -> Json:
    """The menu button of one chat, or the common one."""
    buttons = call.world.profile.menu_buttons
    common = buttons.get(0, {"type": "commands"})
    return buttons.get(call.params.get("chat_id", 0), common)


def _setter(kind: str, parameter: str) -> Handler:
    async def set_text(call: Call) -> bool:
        key = (kind, _language(call))
        call.world.profile.texts[key] = call.params.get(parameter, "")
        _show_everywhere(call)
        return True

    return set_text


def _getter(kind: str, parameter: str) -> Handler:
    async def get_text(call: Call) -> Json:
        text = call.world.profile.text(kind, _language(call))
        return {parameter: text or (call.world.profile.name if kind == "name" else "")}

    return get_text


def _commands_key(call: Call) -> Key:
    scope = call.params.get("scope")
    if scope is not None and "chat_id" in scope:
        call.world.require_chat(scope["chat_id"])
    return scope_key(scope), _language(call)


def _language(call: Call) -> str:
    language: str = call.params.get("language_code", "")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _show_everywhere(call: Call) -> None:
    for chat in call.world.chats.values():
        call.world.touch(chat)


METHODS: dict[str, Handler] = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyName": _setter("name", "name"),
    "getMyName": _getter("name", "name"),
    "setMyDescription": _setter("description", "description"),
    "getMyDescription": _getter("description", "description"),
    "setMyShortDescription": _setter("short_description", "short_description"),
    "getMyShortDescription": _getter("short_description", "short_description"),
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
}
