"""The worker's part in a conversation: what waits in the outbox is brought to the phones.

Separate from the residents, because only conversations about notices need it.
"""

from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from tests.bot.residents import Street
from tests.support.front import strict_locales
from worker.notices import NoticeSender


async def tell(street: Street) -> None:
    """Let the worker send what is due."""
    pace = ProcessPace(1000)
    bot = make_notifying_bot(street.sandbox.token, street.sandbox.url, pace)
    try:
        await NoticeSender(street.town.services, strict_locales(), bot, pace).send_due()
    finally:
        await bot.session.close()
