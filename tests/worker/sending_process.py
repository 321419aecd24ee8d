"""A worker as a process of its own: `… sending_process DATABASE FOLDER URL TOKEN SECONDS_LATER`.

Its campaign's clock stands at the end of voting; real time is the machine's, some seconds later where a test
does not want to wait for a lease.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.clock import SystemClock
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from tests.support.clock import FakeClock
from tests.support.front import strict_locales
from tests.support.town import CLOSED, make_town_services
from worker.notices import NoticeSender

PER_SECOND = 25


class Later:
    """The machine's time, some seconds ahead."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        """Return the present instant of this clock."""
        return SystemClock().now() + self._ahead


async def main(database: str, folder: str, url: str, token: str, later: str) -> None:
    """Send whatever is due."""
    services = make_town_services(database, Path(folder), FakeClock(CLOSED))
    services = replace(services, real_clock=Later(float(later)))
    pace = ProcessPace(PER_SECOND)
    bot = make_notifying_bot(token, url, pace)
    print("begins", flush=True)
    await NoticeSender(services, strict_locales(), bot, pace).send_due()
    await bot.session.close()
    await services.database.dispose()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
