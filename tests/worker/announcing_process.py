"""A worker of announcements: `… announcing_process DATABASE FOLDER URL TOKEN SECONDS_LATER INSTANT RATE`.

It ends when nothing more is to be sent. Its campaign's clock stands at the instant; real time is the
machine's, some seconds later where a test does not want to wait for a lease.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.startup import tune
from core.usecases.announcement.delivery import list_running
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from tests.support.clock import FakeClock
from tests.support.front import strict_locales
from tests.support.town import make_town_services
from tests.worker.sending_process import Later
from worker.announcements import AnnouncementSender


async def main(database: str, folder: str, url: str, token: str, later: str, instant: str, rate: str) -> None:
    """Send until every announcement is over or paused."""
    services = make_town_services(database, Path(folder), FakeClock(datetime.fromisoformat(instant)))
    services = replace(services, real_clock=Later(float(later)))
    pace = ProcessPace(int(rate))
    bot = make_notifying_bot(token, url, pace)
    tuned = tune()
    sender = AnnouncementSender(services, strict_locales(), bot, pace)
    print("begins", flush=True)
    await sender.send_due()
    while await list_running(services):
        # The tick of production: what was given back waits for its moment.
        await asyncio.sleep(0.2)
        await sender.send_due()
    await bot.session.close()
    await services.database.dispose()
    del tuned


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
