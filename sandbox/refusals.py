"""Telegram's own words for what breaks the schema: data beside the checker, so that it stays general."""

QUERY_IS_OLD = "query is too old and response timeout expired or query ID is invalid"

MISSING_REFUSALS = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "Message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
    "commands": "can't parse commands JSON object",
    "action": "wrong parameter action in request",
    "callback_query_id": QUERY_IS_OLD,
    "inline_query_id": QUERY_IS_OLD,
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
}

LIMIT_REFUSALS = {
    ("InlineKeyboardButton", "callback_data"): "BUTTON_DATA_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("BotCommand", "command"): "BOT_COMMAND_INVALID",
    ("BotCommand", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
    ("setMyCommands", "commands"): "BOT_COMMANDS_TOO_MUCH",
    ("deleteMessages", "message_ids"): "Too many message identifiers specified",
    ("InlineKeyboardButton", "style"): "Invalid button style specified",
    ("KeyboardButton", "style"): "Invalid button style specified",
}

# Checked by the method itself, since Telegram clamps the one and has words of its own for the other.
OWN_LIMITS = frozenset({("setWebhook", "max_connections"), ("setWebhook", "secret_token")})

EXCESS_REFUSALS = {("sendMediaGroup", "media"): "Too many messages to send as an album"}

PARSE_PREFIXES = {
    "InlineKeyboardButton": "Can't parse inline keyboard button",
    "KeyboardButton": "Can't parse keyboard button",
    "BotCommand": "Can't parse BotCommand",
    "BotCommandScope": "Can't parse BotCommandScope",
    "MenuButton": "Can't parse menu button",
    "InputMedia": "Can't parse InputMedia",
    "InputMediaAudio": "Can't parse InputMedia",  # the first of an album's
    "InlineQueryResult": "Can't parse inline query result",
    "InlineQueryResultsButton": "Can't parse inline query results button",
    "MessageEntity": "Can't parse MessageEntity",
}

WORDS_OF_FIELDS = {
    "reply_markup": "reply keyboard markup",
    "reply_parameters": "reply parameters",
    "link_preview_options": "link preview options",
    "scope": "BotCommandScope",
    "menu_button": "menu button",
    "media": "input media",
    "results": "inline query results",
    "message_ids": "message identifiers",
}
