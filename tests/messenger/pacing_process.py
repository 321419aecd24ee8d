"""Sends at a shared pace: `python -m tests.messenger.pacing_process REDIS PER_SECOND FIRST COUNT`."""

import asyncio
import sys

from redis.asyncio import Redis

from messenger.shared_pace import SharedPace


async def main(redis_url: str, per_second: int, first: int, count: int) -> None:
    """Let as many notices as announcements leave, each to a chat of its own."""
    pace = SharedPace(Redis.from_url(redis_url), per_second)
    chats = range(first, first + count)
    async with asyncio.TaskGroup() as group:
        for chat in chats:
            group.create_task(pace.notice(chat))
            group.create_task(pace.bulk(chat + 100_000))
    await pace.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
