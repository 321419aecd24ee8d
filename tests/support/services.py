"""Finds the services that some tests need, and says loudly which ones were missing.

Separate from the fixtures because the rule is one for all of them: on CI a missing service is a failure, on
anybody's own machine it is an omission that is counted and printed where nobody overlooks it.
"""

import os
import re
import shutil
import socket
from collections import Counter
from collections.abc import Iterable
from typing import Never
from urllib.parse import urlsplit

import pytest

POSTGRES_SERVER = os.environ.get("QATYSU_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS_SERVER = os.environ.get("QATYSU_TEST_REDIS", "redis://127.0.0.1:6379/0")

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OMITTED = re.compile(r"missing service: (?P<name>[\w-]+)")


def are_required() -> bool:
    """Say whether a missing service fails its tests: on CI, or where `QATYSU_REQUIRE_SERVICES` is set."""
    answers = (os.environ.get(name, "") for name in ("CI", "QATYSU_REQUIRE_SERVICES"))
    return any(answer.lower() not in {"", "0", "false"} for answer in answers)


def omit(name: str, remedy: str) -> Never:
    """Leave out the test that asks for the service `name`, or fail it where services are required.

    Raises:
        Skipped: outside CI.
        Failed: on CI.
    """
    reason = f"missing service: {name} ({remedy})"
    if are_required():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def require_listening(name: str, url: str) -> None:
    """Omit the test unless something accepts connections where `url` points."""
    address = urlsplit(url)
    try:
        with socket.create_connection((address.hostname, address.port), timeout=3):
            return
    except OSError:
        omit(name, f"nothing listens on {address.hostname}:{address.port}")


def require_browser() -> str:
    """Return the path of the system's Chromium, or omit the test."""
    for browser in _BROWSERS:
        path = shutil.which(browser)
        if path:
            return path
    omit("chromium", "install it with the system's package manager")


def count_omissions(reasons: Iterable[str]) -> Counter[str]:
    """Count the omitted tests by service from the reasons of all skipped tests."""
    return Counter(found["name"] for found in map(_OMITTED.search, reasons) if found)


def describe_omissions(reasons: Iterable[str]) -> list[str]:
    """Return the lines of the closing notice; none when no service was missing."""
    omissions = count_omissions(reasons)
    if not omissions:
        return []
    lines = [f"{count:5} left out: {name} is missing" for name, count in sorted(omissions.items())]
    return [*lines, f"{omissions.total():5} in all. CI leaves none out; start the services to run them here."]
