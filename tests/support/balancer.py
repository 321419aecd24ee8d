"""A proxy before several bot processes, as an akimat's has to be: in turn, and one that is away is a 502.

Separate from the sandbox, which is Telegram and knows one address only.
"""

import socket
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

import aiohttp
from aiohttp import web


@dataclass(slots=True)
class Balancer:
    """Hands requests to the processes on these ports in turn and counts what each has confirmed."""

    ports: Sequence[int]
    http: aiohttp.ClientSession
    url: str = ""
    confirmed: Counter[int] = field(default_factory=Counter)
    lost: int = 0
    taken: int = 0

    async def hand_on(self, request: web.Request) -> web.Response:
        """Hand one request to the process whose turn it is."""
        port = self.ports[self.taken % len(self.ports)]
        self.taken += 1
        body = await request.read()
        try:
            url = f"http://127.0.0.1:{port}{request.path_qs}"
            async with self.http.post(url, data=body, headers=request.headers) as answer:
                self.confirmed[port] += answer.status == HTTPStatus.OK
                return web.Response(status=answer.status, body=await answer.read())
        except aiohttp.ClientError:
            self.lost += 1
            return web.Response(status=HTTPStatus.BAD_GATEWAY)


def free_ports(count: int) -> list[int]:
    """Return so many ports on which nobody listens."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@asynccontextmanager
async def balancing(ports: Sequence[int]) -> AsyncIterator[Balancer]:
    """Serve on a free port until the block ends."""
    async with aiohttp.ClientSession() as http:
        balancer = Balancer(ports, http)
        app = web.Application()
        app.router.add_post("/{path:.*}", balancer.hand_on)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        balancer.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield balancer
        finally:
            await runner.cleanup()
