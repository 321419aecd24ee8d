"""A worker as a process of its own: `… sending_process DATABASE FOLDER URL TOKEN SECONDS_LATER INSTANT`.

Its campaign's clock stands at the instant; real time is the machine's, some seconds later where a test does
not want to wait for a lease.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.clock import SystemClock
from bot.startup import tune
from core.usecases.reminder.planning import plan
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from tests.support.clock import FakeClock
from tests.support.front import strict_locales
from tests.support.town import make_town_services
from worker.notices import NoticeSender

PER_SECOND = 25


class Later:
    """The machine's time, some seconds ahead."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        """Return the present instant of this clock."""
        return SystemClock().now() + self._ahead


async def main(database: str, folder: str, url: str, token: str, later: str, instant: str) -> None:
    """Plan what is due and send it."""
    clock = FakeClock(datetime.fromisoformat(instant))
    services = make_town_services(database, Path(folder), clock)
    services = replace(services, real_clock=Later(float(later)))
    pace = ProcessPace(PER_SECOND)
    bot = make_notifying_bot(token, url, pace)
    # As in production: the first answer of the messenger would otherwise stop the loop for a second.
    tuned = tune()
    print("begins", flush=True)
    await plan(services)
    await NoticeSender(services, strict_locales(), bot, pace).send_due()
    await bot.session.close()
    await services.database.dispose()
    del tuned


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
