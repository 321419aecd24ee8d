"""``python -m core keys --safe``: made, taken, tried out, as an operator calls it (ledger 14)."""

import json
import stat
from pathlib import Path

import pytest

from tests.app.test_commands import Command, core
from tests.support.boxes import SAFE

__all__ = ["core"]


@pytest.fixture
def safe(core: Command, tmp_path: Path) -> Command:
    """The command in a campaign whose box keys are in a safe."""
    rulebook = tmp_path / "safe.toml"
    rulebook.write_text(SAFE, encoding="utf-8")
    assert core("load", "--rulebook", rulebook).returncode == 0
    return core


def test_two_people_get_two_copies_each(safe: Command, tmp_path: Path) -> None:
    """No private half is in a key file; any copy of one person fits any of the other [E7]."""
    folder = tmp_path / "shares"
    made = safe("keys", "semey-demo", "--safe", folder)
    assert made.returncode == 0, made.stderr
    assert made.stdout.count("made, parted and tried") == 4
    assert safe("keys", "semey-demo").returncode == 0
    assert not list((tmp_path / "keys").rglob("box-*.key"))
    public = folder / "public.json"
    assert safe("keys", "semey-demo", "--public", public).returncode == 0
    assert "known already" in safe("keys", "semey-demo", "--public", public).stdout
    shares = sorted(folder.rglob("box-*.txt"))
    assert len(shares) == 16
    assert {stat.S_IMODE(path.stat().st_mode) for path in shares} == {0o600}
    for one, other in (("copy-1", "copy-2"), ("copy-2", "copy-1")):
        tried = safe("keys", "semey-demo", "--try", folder / "person-1" / one, folder / "person-2" / other)
        assert tried.returncode == 0
        assert tried.stdout.count("whole") == 4
    same = safe("keys", "semey-demo", "--try", folder / "person-1" / "copy-1", folder / "person-1" / "copy-2")
    assert same.returncode == 1
    assert same.stdout.count("DOES NOT FIT") == 4
    assert safe("keys", "semey-demo", "--check", tmp_path / "keys").returncode == 0


def test_what_does_not_fit(safe: Command, tmp_path: Path) -> None:
    """A folder in use, other keys for a territory, a file that is none, one that was spoilt [E7] [P7]."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        assert safe("keys", "semey-demo", "--safe", folder).returncode == 0
    again = safe("keys", "semey-demo", "--safe", one)
    assert again.returncode == 1
    assert "not empty" in again.stderr
    assert safe("keys", "semey-demo", "--public", one / "public.json").returncode == 0
    differs = safe("keys", "semey-demo", "--public", other / "public.json")
    assert "has another box key already" in differs.stderr
    mixed = safe("keys", "semey-demo", "--try", one / "person-1" / "copy-1", other / "person-2" / "copy-1")
    assert mixed.returncode == 1
    spoilt = one / "person-1" / "copy-1" / "box-ortalyq.txt"
    spoilt.write_text(spoilt.read_text().replace(" ", "  ").rstrip()[:-1] + "\n")
    tried = safe("keys", "semey-demo", "--try", spoilt.parent, one / "person-2" / "copy-1")
    assert "ortalyq: DOES NOT FIT" in tried.stdout
    assert tried.stdout.count("whole") == 3
    for text in ("", "[]", '{"campaign": "semey-demo"}', '{"campaign": "other", "keys": {}}'):
        (one / "public.json").write_text(text)
        assert safe("keys", "semey-demo", "--public", one / "public.json").returncode == 1
    (one / "public.json").write_text(json.dumps({"campaign": "semey-demo", "keys": {"nowhere": "00"}}))
    assert "nowhere" in safe("keys", "semey-demo", "--public", one / "public.json").stderr


def test_a_rulebook_with_files(core: Command, tmp_path: Path) -> None:
    """Where keys are files nobody parts them, and nothing is written [E7] [P7]."""
    rulebook = tmp_path / "file.toml"
    rulebook.write_text(SAFE.replace('box_key = { value = "safe"', 'box_key = { value = "file"'))
    assert core("load", "--rulebook", rulebook).returncode == 0
    refused = core("keys", "semey-demo", "--safe", tmp_path / "shares")
    assert refused.returncode == 1
    assert "box_key" in refused.stderr
    assert not (tmp_path / "shares").exists()
