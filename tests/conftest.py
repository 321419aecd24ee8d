"""Fixtures that tests of every storey share, and the closing notice about what was left out.

What one storey alone needs stands in that storey's own `conftest.py`.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import databases, redis_databases, services
from tests.support.clock import FakeClock

if TYPE_CHECKING:
    from playwright.async_api import Browser

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at noon of Almaty on 20 January 2024 until the test moves it."""
    return FakeClock(datetime(2024, 1, 20, 6, tzinfo=UTC))


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.migrated_sqlite(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def _postgres_template() -> Iterator[str]:
    services.require_listening("postgresql", services.POSTGRES_SERVER)
    with databases.migrated_postgres() as name:
        yield name


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database without rows, this test's own."""
    return databases.copy_sqlite(_sqlite_template, tmp_path / "qatysu.sqlite3")


@pytest.fixture
def postgres_url(_postgres_template: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database without rows, this test's own."""
    with databases.new_postgres(_postgres_template) as name:
        yield databases.postgres_url(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database without rows; the test runs on SQLite and on PostgreSQL."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, for tests that migrate it themselves, on both kinds."""
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "bare.sqlite3")
        return
    services.require_listening("postgresql", services.POSTGRES_SERVER)
    with databases.new_postgres() as name:
        yield databases.postgres_url(name)


@pytest.fixture(scope="session")
def _redis_database() -> Iterator[str]:
    services.require_listening("redis", services.REDIS_SERVER)
    with redis_databases.borrowed_redis() as url:
        yield url


@pytest.fixture
def redis_url(_redis_database: str) -> str:
    """The address of an empty Redis database that no other worker uses."""
    redis_databases.empty(_redis_database)
    return _redis_database


@pytest.fixture
async def chromium() -> "AsyncIterator[Browser]":
    """The system's Chromium, driven without a screen and closed after the test."""
    executable = services.require_browser()
    from playwright.async_api import async_playwright  # noqa: PLC0415  (half a second that few tests need)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield browser
        await browser.close()


def _skip_reasons(config: pytest.Config) -> list[str]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    return [str(report.longrepr) for report in skipped]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which anything was skipped where nothing may be."""
    is_worker = hasattr(session.config, "workerinput")
    if not is_worker and services.are_required() and _skip_reasons(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was left out where nobody overlooks it: counted by service, or on CI each one."""
    reasons = _skip_reasons(config)
    lines = reasons if services.are_required() else services.describe_omissions(reasons)
    if lines:
        terminalreporter.section("TESTS LEFT OUT", sep="!", red=True, bold=True)
        for line in lines:
            terminalreporter.write_line(line, red=True)
