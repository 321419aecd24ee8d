"""Refusals of the Bot API and of the people API, apart from the modules that raise them."""

from typing import Any


class ApiError(Exception):
    """A Bot API refusal: HTTP code, Telegram's own description, and parameters that help to go on."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def as_envelope(self) -> dict[str, Any]:
        """The refusal as the body of Telegram's answer."""
        envelope = {"ok": False, "error_code": self.code, "description": self.description}
        return envelope | ({"parameters": self.parameters} if self.parameters else {})


class PersonError(Exception):
    """What a person on a phone cannot do (no such button, the bot is blocked); a 400 of the people API."""


def bad_request(reason: str) -> ApiError:
    """Refuse with 400; Telegram lowers the first letter of a sentence but not of a CODE."""
    is_code = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    return ApiError(400, f"Bad Request: {reason if is_code else reason[:1].lower() + reason[1:]}")


def forbidden(reason: str) -> ApiError:
    """Refuse with 403, as Telegram does when a chat is closed to the bot."""
    return ApiError(403, f"Forbidden: {reason}")


def too_many(retry_after: int) -> ApiError:
    """Refuse with 429; `retry_after` is whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def conflict(reason: str) -> ApiError:
    """Refuse with 409, as Telegram does when two pollers meet."""
    return ApiError(409, f"Conflict: {reason}")
