"""What never gets into a log, whoever writes the line."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from app.logging import HIDDEN, configure

IIN = "991231100000"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    logging.getLogger().handlers.clear()
    structlog.contextvars.clear_contextvars()
    structlog.reset_defaults()


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("written", [IIN, f"{IIN[:6]} {IIN[6:]}", f"a{IIN}b", "-".join(IIN)])
def test_twelve_digits_are_hidden_wherever_they_stand(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In an event, a value, a list, a mapping: twelve digits never reach the log [P1]."""
    configure("INFO", "json")
    event = f"event {written}"
    log = structlog.get_logger("core.test")
    log.info(event, value=written, several=[written], inside={"key": written}, number=int(IIN))
    logged = capsys.readouterr().err
    assert "".join(digit for digit in written if digit.isdigit()) not in logged
    assert written not in logged
    assert logged.count(HIDDEN) == 5


def test_other_numbers_stay(capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers that are shorter or longer are logged as they are [P1]."""
    configure("INFO", "json")
    structlog.get_logger("core.test").info("counted", update_id=700000001, group=-1001234567890)
    assert _lines(capsys)[0] | {"timestamp": ""} == {
        "event": "counted",
        "update_id": 700000001,
        "group": -1001234567890,
        "level": "info",
        "logger": "core.test",
        "timestamp": "",
    }


@pytest.mark.parametrize("shape", ["console", "json"])
def test_an_exception_is_logged_without_its_message(shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The kind of an error and our own lines are logged, its message and the values are not [M2]."""
    configure("INFO", "json" if shape == "json" else "console")
    secret = "Айгүлдің хаты"
    try:
        int(secret)
    except ValueError:
        structlog.get_logger("bot.test").exception("broken")
        logging.getLogger("somebody.else").exception("also broken")
    logged = capsys.readouterr().err
    assert "ValueError" in logged
    assert "test_logging.py" in logged
    assert secret not in logged


def test_libraries_only_warn(capsys: pytest.CaptureFixture[str]) -> None:
    """At DEBUG our own lines come, and the database's driver still prints no values [M2]."""
    configure("DEBUG", "json")
    logging.getLogger("aiosqlite").debug("executing INSERT (%s)", "a name")
    logging.getLogger("aiogram.event").info("Update id=1 is handled")
    logging.getLogger("aiogram.dispatcher").warning("attention")
    structlog.get_logger("worker.test").debug("ours")
    assert [line["event"] for line in _lines(capsys)] == ["attention", "ours"]


def test_context_is_in_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What is bound for an update stands in our lines and in those of libraries [M2]."""
    configure("INFO", "json")
    structlog.contextvars.bind_contextvars(update_id=7)
    structlog.get_logger("bot.test").info("ours")
    logging.getLogger("aiogram").warning("theirs")
    assert [line["update_id"] for line in _lines(capsys)] == [7, 7]
