"""Waiting for what other tasks bring about, where nothing tells when it has happened."""

import asyncio
from collections.abc import Callable


async def until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until it is so; fail after ``seconds``."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not is_so():
        assert asyncio.get_running_loop().time() < deadline, "it did not come"
        await asyncio.sleep(0.01)
