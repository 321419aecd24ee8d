"""`python -m sandbox` as the process that a demo starts."""

import asyncio
import json
import re
import sys
from pathlib import Path

import pytest

from sandbox.client import Sandbox


async def test_the_sandbox_as_a_process(tmp_path: Path) -> None:
    """People and instants are handed over as JSON files, and the chat's address is printed [N1]."""
    people = tmp_path / "people.json"
    people.write_text(json.dumps([{"id": 7, "first_name": "Айгүл", "note": {"kk": "а", "ru": "б"}}]))
    instants = tmp_path / "instants.json"
    instants.write_text(json.dumps([{"name": "X", "at": "2099-01-01T00:00:00+05:00"}]))
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "sandbox",
            "--port",
            "0",
            "--token",
            "5:abc",
            "--name",
            "Бот",
            "--retry-base",
            "0.5",
        ),
        *("--people", str(people), "--instants", str(instants)),
        *("--clock-file", str(tmp_path / "clock.json"), "--files", str(tmp_path / "files")),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        found = re.search(r"chat: (http://127\.0\.0\.1:\d+)/", line)
        assert found is not None
        async with Sandbox(found.group(1), "5:abc") as sandbox:
            person = sandbox.person(7)
            await person.start(wait=False)
            assert (await person.chat()).raw["bot"]["name"] == "Бот"
            assert (await sandbox.get("/api/instants"))["instants"][0]["name"] == {"kk": "X", "ru": "X"}
            await sandbox.move_clock(seconds=60)
            assert json.loads((tmp_path / "clock.json").read_text()) == {"offset": 60.0}
    finally:
        process.terminate()
        await process.communicate()


@pytest.mark.parametrize("wrong", [("--retry-base", "0"), ("--retry-base", "soon"), ("--token", "secret")])
async def test_a_wrong_option_is_told(wrong: tuple[str, str]) -> None:
    """An option that cannot be meant ends the process with its name and nothing served [N1]."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--port", "0", *wrong),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, told = await process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert wrong[0].removeprefix("--").split("-")[0] in told.decode().splitlines()[-1]
