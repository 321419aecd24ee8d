"""Delivery of updates to a webhook: one of each queue in flight, Telegram's ladder of retries, expiry."""

import asyncio
import contextlib
import errno
import json
import os
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import aiohttp

from sandbox.timing import Timing
from sandbox.updates import QueueKey, UpdateQueue, Waiting
from sandbox.webhook_reply import Reply, read_reply

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # the name of the header, nothing secret itself
LONGEST_RETRY_AFTER = 3600  # seconds
SUCCESS = range(200, 300)
LADDER_CAP = (60, 120)  # seconds, drawn anew each time
LADDER_BASE = 2.0  # seconds, of the ladder as Telegram has it
QUEUES_PER_CONNECTION = (
    2  # are looked at together; queues that only fail hold the others up, as Telegram's do
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an attempt ended: no error means 2xx; `retry_after` is what the answer asked for, in seconds."""

    error: str | None = None
    status: int | None = None
    retry_after: int = 0
    reply: Reply | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Where an update stands on the way of its retries: `step` is in seconds of Telegram's own ladder."""

    step: int = 1
    fails: int = 0

    def next(self, retry_after: int, base: float) -> tuple["Ladder", float]:
        """After another failure: the new place, and the pause in seconds, none before the first retry."""
        failed = replace(self, fails=self.fails + 1)
        asked = max(0, min(retry_after, LONGEST_RETRY_AFTER))
        if asked or not self.fails:
            return failed, float(asked)
        step = min(random.randint(*LADDER_CAP), self.step * 2)  # noqa: S311  (spreads retries)
        return replace(failed, step=step), step * base / LADDER_BASE


class Delivery:
    """Sends to one webhook until it is stopped."""

    def __init__(
        self,
        updates: UpdateQueue,
        timing: Timing,
        url: str,
        secret: str,
        connections: int,
        note: Callable[[Outcome], Awaitable[None]],
        take_reply: Callable[[Reply], None],
    ) -> None:
        self._updates = updates
        self._timing = timing
        self._url = url
        self._headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})
        self._connections = asyncio.Semaphore(connections)
        self._looked_at = asyncio.Semaphore(connections * QUEUES_PER_CONNECTION)
        self._note = note
        self._take_reply = take_reply
        self._queues: dict[QueueKey, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_stopped = False
        self._http = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=connections),
            timeout=aiohttp.ClientTimeout(total=timing.response),
        )

    def start(self) -> None:
        """Begin with what waits already."""
        for update in self._updates.alive():
            self._enqueue(update)
        self._updates.on_put = self._enqueue

    async def stop(self) -> None:
        """Cut what is in flight; those updates stay unconfirmed."""
        self._is_stopped = True
        self._updates.on_put = None
        others = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._http.close()

    def _enqueue(self, update: Waiting) -> None:
        if update.queue in self._queues:
            self._queues[update.queue].append(update)
            return
        self._queues[update.queue] = deque([update])
        task = asyncio.create_task(self._serve(update.queue))  # noqa: TID251  (ended by stop)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, key: QueueKey) -> None:
        """Send a queue's updates one after the other until none is left."""
        async with self._looked_at:
            queue = self._queues[key]
            while queue:
                await self._deliver(queue[0])
                queue.popleft()
            del self._queues[key]

    async def _deliver(self, update: Waiting) -> None:
        """Send one update until it is confirmed, expires or is dropped."""
        ladder = Ladder()
        while not self._is_stopped:
            async with self._connections:
                if not self._updates.is_waiting(update):
                    return
                outcome = await self._post(update)
            if outcome.reply is not None:
                self._take_reply(outcome.reply)
            if outcome.error is None:
                self._updates.forget(update)
            await self._note(outcome)
            if outcome.error is None:
                return
            ladder, pause = ladder.next(outcome.retry_after, self._timing.retry_base)
            if self._timing.now() + pause > update.deadline:
                self._updates.forget(update)
                return
            await asyncio.sleep(pause)

    async def _post(self, update: Waiting) -> Outcome:
        body = json.dumps(update.body, ensure_ascii=False).encode()
        try:
            async with self._http.post(
                self._url, data=body, headers=self._headers, allow_redirects=False
            ) as response:
                return await _read_outcome(response)
        except TimeoutError:
            return Outcome(error="Read timeout expired")
        except aiohttp.ClientConnectorError as error:
            return Outcome(error=os.strerror(error.os_error.errno or errno.ECONNREFUSED))
        except aiohttp.ClientError:
            return Outcome(error="Webhook connection closed")


async def _read_outcome(response: aiohttp.ClientResponse) -> Outcome:
    if response.status in SUCCESS:
        return Outcome(status=response.status, reply=await read_reply(response))
    retry_after = 0
    with contextlib.suppress(ValueError):
        retry_after = int(response.headers.get("Retry-After", "0"))
    return Outcome(
        error=f"Wrong response from the webhook: {response.status} {response.reason}",
        status=response.status,
        retry_after=retry_after,
    )
