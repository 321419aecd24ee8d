"""The staff's phones: their codes are those of RFC 6238, and what they show comes from a file alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.authenticator import code_at
from sandbox.client import Sandbox
from sandbox.running import RunningSandbox

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The secret of RFC 6238, appendix B."""

BOTH = {"kk": "бір", "ru": "один"}
MEMBER = {
    "name": "Гүлнар",
    "place": BOTH,
    "position": BOTH,
    "roles": BOTH,
    "login": "gulnar.k",
    "password": "abcd",
    "secret": SECRET,
}


@pytest.mark.parametrize(
    ("moment", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_of_the_standard(moment: int, code: str) -> None:
    """The phone shows what any authenticator app shows [N1]."""
    assert code_at(SECRET, moment) == code
    assert code_at(SECRET.rstrip("="), moment + 0.9) == code


async def shown(sandbox: Sandbox) -> dict[str, Any]:
    """Return what the page is told."""
    found: dict[str, Any] = await sandbox.get("/api/staff")
    return found


async def test_phones_show_codes_and_no_secrets(tmp_path: Path) -> None:
    """Login, password and the code of now are told, the secret is not; a new file counts at once [N1]."""
    told = tmp_path / "staff.json"
    async with RunningSandbox(staff=told) as sandbox:
        assert await shown(sandbox) == {
            "office": "",
            "public": "",
            "left": (await shown(sandbox))["left"],
            "staff": [],
        }
        told.write_text(
            json.dumps({"office": "http://127.0.0.1:1/office/", "staff": [MEMBER]}), encoding="utf-8"
        )
        answer = await shown(sandbox)
        (member,) = answer["staff"]
        assert SECRET not in str(answer)
        assert answer["office"] == "http://127.0.0.1:1/office/"
        assert len(member["code"]) == 6
        assert 0 < answer["left"] <= 30


async def test_without_staff_there_are_no_phones() -> None:
    """A sandbox of residents alone has nobody to show [N1]."""
    async with RunningSandbox() as sandbox:
        assert (await shown(sandbox))["staff"] == []
