"""Real seconds of the protocol, as options: a test shortens them or brings its own clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Telegram's own patience; `now` is real time, apart from the conversation's movable clock.

    `retry_base` is the pause before the second retry of an update; the ladder and its cap grow with it.
    """

    now: Callable[[], float] = time.monotonic
    retry_base: float = 2.0
    response: float = 60.0  # for a webhook's answer
    set_webhook_pause: float = 1.0  # between two calls of setWebhook
