"""Runs the pages until the process is asked to stop.

Separate from `app.run`, because the pages need neither a bot's token nor what bot and worker share.
"""

import asyncio
import os
import signal
import sys

import structlog
from aiohttp import web

from app import logging, wiring
from core.settings import Settings
from core.store import migrate
from web.application import build_app

KEPT_OPEN_SECONDS = 30
"""How long a connection may stay without a whole request; a longer one only holds a place."""

STOPPING_SECONDS = 20
"""How long files that are being taken may last once the process is asked to stop."""

_LINGERING_SECONDS = 1
"""How long a body is still read that no page has asked for."""

_LINE_BYTES = 64 * 1024
"""The longest address that is read: whoever searches for ten thousand letters gets a page that says so."""

_log = structlog.get_logger()


def main() -> int:
    """Read the settings, serve and return the process's exit status."""
    os.umask(wiring.PRIVATE)
    settings = Settings()
    logging.configure(settings.log_level, settings.log_format)
    migrate.upgrade(settings.database_url)
    try:
        asyncio.run(serve(settings))
    except OSError as error:
        print(f"The pages cannot listen on {settings.web_listen}: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


async def serve(settings: Settings) -> None:
    """Serve the pages on a migrated database until SIGTERM or SIGINT.

    Raises:
        OSError: where `WEB_LISTEN` points nobody can listen, or somebody else does.
    """
    services = wiring.make_services(settings)
    runner = make_runner(build_app(services, wiring.make_locales(settings), web_url=settings.web_url))
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        await runner.setup()
        host, _, port = settings.web_listen.rpartition(":")
        await web.TCPSite(runner, host.strip("[]") or None, int(port)).start()
        await stopped.wait()
    finally:
        await runner.cleanup()
        await services.database.dispose()
    _log.info("stopped")


def make_runner(app: web.Application, kept_open: float = KEPT_OPEN_SECONDS) -> web.AppRunner:
    """Make the server; nobody writes down which addresses were asked for: some of them are secrets."""
    return web.AppRunner(
        app,
        access_log=None,
        keepalive_timeout=kept_open,
        lingering_time=_LINGERING_SECONDS,
        max_line_size=_LINE_BYTES,
        shutdown_timeout=STOPPING_SECONDS,
    )
