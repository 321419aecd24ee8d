"""The Bot API's methods over HTTP, as Telegram answers them."""
