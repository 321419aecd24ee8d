"""The operator's commands as processes of their own, on a machine that is one folder.

Separate because custody is tried by what an operator types, and a lost machine is a folder that is gone.
"""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.support.town import REPOSITORY


class Answer(NamedTuple):
    """How a command ended, and everything that it said."""

    status: int
    said: str


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine: its database, and the folder in which keys and files lie."""

    url: str
    folder: Path

    @property
    def settings(self) -> dict[str, str]:
        """Return the environment of its processes."""
        return {
            "PATH": os.environ["PATH"],
            "DATABASE_URL": self.url,
            "KEYS_DIR": str(self.folder / "keys"),
            "FILES_DIR": str(self.folder / "files"),
        }

    async def core(self, *arguments: object, **environment: str) -> Answer:
        """Run ``python -m core`` to its end."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "core",
            *map(str, arguments),
            cwd=REPOSITORY,
            env={**self.settings, **environment},
            stdout=PIPE,
            stderr=PIPE,
        )
        out, errors = await process.communicate()
        return Answer(process.returncode or 0, out.decode() + errors.decode())
