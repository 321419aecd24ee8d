"""Nothing in the repository is a secret, belongs to one machine, or says where packages come from."""

import re
from pathlib import Path

import pytest

from tests.house import tree

# Written so that no pattern matches its own line.
FORBIDDEN = {
    "a bot token": re.compile(r"\b\d{8,10}:AA[\w-]{33}\b"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
    "an access token": re.compile(
        r"\b(?:gh[pousr]_\w{36}|github_pat_\w{22}|glpat-[\w-]{20}|AKIA[0-9A-Z]{16})"
    ),
    "a path of one machine": re.compile(r"(?<![\w.$}/-])/(?:home|root|Users|work|mnt|opt)/\w"),
    "a name of this machine other than 127.0.0.1": re.compile(
        r"local[h]ost|0\.0\.0\.[0]|host\.docker[.]internal"
    ),
}
# Telegram takes this one word for a host although it has no dot, and so does the sandbox.
EXEMPT = {Path("sandbox/entities/text.py"): "a name of this machine other than 127.0.0.1"}

LOCK_LINE = re.compile(
    r"(?:[a-z0-9-]+(?:\[[a-z,]+\])?==[\w.]+(?: ; [\w. '<>=!]+)? \\"  # the name, the version, for whom
    r"|    --hash=sha256:[0-9a-f]{64}(?: \\)?)"
)
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([\w.]+)", re.MULTILINE)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _is_text(name: Path) -> bool:
    return b"\0" not in (tree.ROOT / name).read_bytes()[:8000]


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds(kind: str) -> None:
    """No committed text has a secret in it or works on one machine only [E7]."""
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name in tree.files()
        if _is_text(name) and EXEMPT.get(name) != kind
        for number, line in enumerate(tree.source(name).splitlines(), start=1)
        if FORBIDDEN[kind].search(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_registry(lock: str) -> None:
    """A lock holds names, versions and hashes, and no word about where the files come from."""
    lines = tree.source(Path(lock)).splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []


def test_locks_agree() -> None:
    """What runs the bot is, version for version, what it was tested with."""
    runtime, development = (dict(PIN.findall(tree.source(Path(lock)))) for lock in LOCKS)
    assert runtime.items() <= development.items()
    assert len(runtime) < len(development)
