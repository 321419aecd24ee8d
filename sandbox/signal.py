"""Waiting for a change with a deadline; apart because long polls, the page and the idle wait all need it."""

import asyncio
import time
from collections.abc import Callable


class Signal:
    """Wakes everybody who waits, each time something changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def notify(self) -> None:
        """Wake all waiters; they look again at what they wait for."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait_for(self, is_reached: Callable[[], bool], seconds: float) -> bool:
        """Wait until the claim holds or `seconds` of real time have passed; says whether it holds."""
        deadline = time.monotonic() + seconds
        while not is_reached():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            try:
                await asyncio.wait_for(self._event.wait(), left)
            except TimeoutError:
                return is_reached()
        return True
