"""Reminders and digests on their way to people, while workers stand still, die and come back."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from core.model.reminder import ReminderManner
from core.usecases.notice.sending import claim
from core.usecases.reminder.manner import set_manner
from core.usecases.reminder.planning import plan
from core.usecases.voting.casting import cast_vote
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.support.front import strict_locales
from tests.support.reminding import at, draft_of, states
from tests.support.town import CAMPAIGN, IINS, Town, build_town
from tests.worker.processes import bubbles, start_sending
from worker.notices import NoticeSender

FIRST, MANY = 7000, 40


@asynccontextmanager
async def telegram(*accounts: int) -> AsyncIterator[RunningSandbox]:
    """A Telegram in which these accounts have started the bot."""
    people: list[Json] = [{"id": account, "first_name": str(account)} for account in accounts]
    async with RunningSandbox(people=people, patience=60) as sandbox:
        for account in accounts:
            await sandbox.person(account).start(wait=False)
        yield sandbox


async def writing(town: Town, accounts: range, manner: ReminderManner) -> None:
    """Let the accounts begin an application each."""
    town.clock.set_to(at("09-10 12:00"))
    for account in accounts:
        await town.settle(account)
        await draft_of(town, account)
        await set_manner(town.services, account, manner)


async def kill_in_the_middle(town: Town, folder: Path, sandbox: RunningSandbox, text: str) -> list[int]:
    """Kill a worker after some were told, let another end the work, and return what each one heard."""
    accounts, url, now = range(FIRST, FIRST + MANY), town.services.database.url, town.clock.now()
    first = await start_sending(url, folder, sandbox, instant=now)
    await sandbox.person(accounts[MANY // 3]).wait_for(text, timeout=60)
    os.kill(first.pid, signal.SIGKILL)
    await first.wait()
    sent = sum([await bubbles(sandbox, account) for account in accounts])
    assert 0 < sent < MANY, "the kill came in the middle"
    second = await start_sending(url, folder, sandbox, instant=now, later=60)
    assert await asyncio.wait_for(second.wait(), 60) == 0
    return [await bubbles(sandbox, account) for account in accounts]


def heard_once(heard: list[int]) -> None:
    """Check that nobody is left out and that only what was in flight came twice."""
    counted = Counter(heard)
    assert counted[0] == 0, "nobody is left out"
    # As many as leave in the tenths of a second that a busy machine takes to write down that one was sent.
    assert counted[1] >= MANY - 10, "only what was in flight comes twice"
    assert counted[1] + counted[2] == MANY


@pytest.mark.slow
@pytest.mark.parametrize(
    ("manner", "moment", "text"),
    [
        (ReminderManner.EACH, "10-07 10:00", "Өтініміңіз әлі жіберілген жоқ"),
        (ReminderManner.DAILY, "10-07 10:01", "Бүгінгі еске салулар"),
    ],
)
async def test_a_killed_worker(
    database_url: str, tmp_path: Path, manner: ReminderManner, moment: str, text: str
) -> None:
    """After SIGKILL the next worker reminds the rest; no reminder and no digest is lost [G1] [G3]."""
    town = await build_town(database_url, tmp_path)
    accounts = range(FIRST, FIRST + MANY)
    await writing(town, accounts, manner)
    town.clock.set_to(at("10-07 10:00"))
    await plan(town.services)
    if manner is ReminderManner.DAILY:
        assert await claim(town.services, MANY) == []
    town.clock.set_to(at(moment))
    async with telegram(*accounts) as sandbox:
        heard_once(await kill_in_the_middle(town, tmp_path, sandbox, text))
    assert set((await states(town)).values()) == {"sent"}
    await town.services.database.dispose()


async def test_a_vote_while_the_reminders_go_out(database_url: str, tmp_path: Path) -> None:
    """Whoever votes before their turn comes is not asked to vote any more [G1] [E3]."""
    town = await build_town(database_url, tmp_path)
    accounts = range(FIRST, FIRST + len(IINS))
    for person, account in enumerate(accounts):
        await town.settle(account)
        await town.by_phone(account, person)
    town.clock.set_to(at("11-22 10:00"))
    await plan(town.services)
    pace = ProcessPace(5)
    async with telegram(*accounts) as sandbox:
        bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
        sender = NoticeSender(town.services, strict_locales(), bot, pace)
        async with asyncio.TaskGroup() as group:
            group.create_task(sender.send_due())
            await sandbox.person(accounts[0]).wait_for("Сіз әлі дауыс берген жоқсыз", timeout=60)
            for account in accounts[5:]:
                await cast_vote(town.services, CAMPAIGN, account, number=5, session=None)
            voted = [await bubbles(sandbox, account) for account in accounts[5:]]
        await bot.session.close()
        assert [await bubbles(sandbox, account) for account in accounts[:5]] == [1] * 5
        assert [await bubbles(sandbox, account) for account in accounts[5:]] == voted
        assert 0 in voted, "some voted before their turn came"
    await town.services.database.dispose()
