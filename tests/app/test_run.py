"""The bot and the worker as processes of their own, started by their own commands."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.store.outbox import write_notice
from core.usecases.notice.kinds import NoticeKind
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.app.processes import PATIENCE, ended, settings_of, started, stopped
from tests.support.town import CAMPAIGN, Town, build_town

pytestmark = pytest.mark.slow

WRONG = "1:no-such-bot"
PEOPLE: list[Json] = [{"id": 1001, "first_name": "Айгүл", "language_code": "kk"}]


async def test_an_empty_database_says_what_to_load(tmp_path: Path) -> None:
    """The process says on stderr what to load, people are told to come later, a stop is clean [A1] [N1]."""
    async with RunningSandbox(people=PEOPLE, patience=PATIENCE) as sandbox:
        settings = settings_of(tmp_path, bot_token=sandbox.token, bot_api_url=sandbox.url)
        async with started("bot", "run", settings=settings) as bot:
            view = await sandbox.person(1001).start()
            assert view.text.startswith("Халық қатысатын бюджет туралы мәлімет әлі енгізілмеген")
            status, said = await stopped(bot)
    assert status == 0
    assert "python -m core load --rulebook" in said
    assert "Traceback" not in said


async def test_without_a_token_the_start_says_so(tmp_path: Path) -> None:
    """Without BOT_TOKEN the process ends at once and names the setting [N1]."""
    async with started("bot", "run", settings=settings_of(tmp_path)) as bot:
        status, said = await ended(bot)
    assert status == 1
    assert said.startswith("BOT_TOKEN is not set")


async def test_a_wrong_token_ends_the_start(tmp_path: Path) -> None:
    """A token that the server does not know is said in one line [N1]."""
    async with RunningSandbox() as sandbox:
        settings = settings_of(tmp_path, bot_token=WRONG, bot_api_url=sandbox.url)
        async with started("bot", "run", settings=settings) as bot:
            status, said = await ended(bot)
    assert status == 1
    assert said.splitlines()[-1] == "The Bot API server does not know this BOT_TOKEN."
    assert "Traceback" not in said


@pytest.mark.parametrize("fault", ["gone", "another"])
async def test_keys_that_do_not_fit_end_the_start(sqlite_url: str, tmp_path: Path, fault: str) -> None:
    """A key file that is gone or holds another key stops the process before anybody is answered [E7]."""
    town = await build_town(sqlite_url, tmp_path)
    await town.services.database.dispose()
    key = town.services.keys.root / CAMPAIGN.akimat / "register.key"
    if fault == "gone":
        key.unlink()
    else:
        key.write_text("00" * 32, encoding="utf-8")
    settings = settings_of(
        tmp_path, bot_token=WRONG, database_url=sqlite_url, keys_dir=str(town.services.keys.root)
    )
    async with started("worker", "run", settings=settings) as worker:
        status, said = await ended(worker)
    assert status == 1
    assert said.startswith("The keys do not fit the database:")
    assert "register" in said


async def test_bot_and_worker_share_postgresql_and_redis(
    postgres_url: str, redis_url: str, tmp_path: Path
) -> None:
    """With Redis the parts are two processes: one answers people, the other sends notices [N1] [G3]."""
    town = await build_town(postgres_url, tmp_path)
    await town.settle(1001)
    async with RunningSandbox(people=PEOPLE, patience=PATIENCE) as sandbox:
        settings = settings_of(
            tmp_path,
            bot_token=sandbox.token,
            bot_api_url=sandbox.url,
            database_url=postgres_url,
            redis_url=redis_url,
            keys_dir=str(town.services.keys.root),
        )
        async with (
            started("bot", "run", settings=settings) as bot,
            started("worker", "run", settings=settings) as worker,
        ):
            view = await sandbox.person(1001).start()
            assert view.text
            await _tell(town, 1001)
            await sandbox.person(1001).wait_for("басқа Telegram аккаунты расталды", timeout=PATIENCE)
            assert [await stopped(process) for process in (bot, worker)] == [(0, ""), (0, "")]
    assert not (tmp_path / "fsm.sqlite3").exists()
    await town.services.database.dispose()


async def _tell(town: Town, account: int) -> None:
    async with town.services.database.write() as connection:
        await write_notice(
            connection,
            CAMPAIGN,
            notice_id="link-moved:test",
            account_id=account,
            kind=NoticeKind.LINK_MOVED.value,
            facts={},
            due_at=datetime(2020, 1, 1, tzinfo=UTC),
        )
